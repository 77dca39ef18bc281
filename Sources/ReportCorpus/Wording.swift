/// Puts a pattern into words: `{a|b|c}` is one of several ways, nested as deep as needed, an empty way is none.
struct Wording {
    let reader: Reader

    /// The reader's words for `pattern`, beginning with a capital.
    func sentence(_ pattern: String, _ random: inout CorpusRandom) -> String {
        var characters = Array(pattern)[...]
        var site = Self.hash(pattern)
        let text = expand(&characters, &site, &random).split(separator: " ").joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func expand(_ rest: inout ArraySlice<Character>, _ site: inout UInt64, _ random: inout CorpusRandom)
        -> String
    {
        var text = ""
        while let character = rest.first, character != "|", character != "}" {
            rest.removeFirst()
            text += character == "{" ? choose(&rest, &site, &random) : String(character)
        }
        return text
    }

    private func choose(_ rest: inout ArraySlice<Character>, _ site: inout UInt64, _ random: inout CorpusRandom)
        -> String
    {
        site = (site ^ UInt64(rest.count)) &* 0x100_0000_01b3
        let here = site
        var ways: [String] = []
        repeat {
            if rest.first == "|" { rest.removeFirst() }
            ways.append(expand(&rest, &site, &random))
        } while rest.first == "|"
        if rest.first == "}" { rest.removeFirst() }
        return ways[random.index(weighted: reader.favour(site: here, count: ways.count))]
    }

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
