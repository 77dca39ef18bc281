/// What the profile demands of a file as it is written, before a tolerant parser makes the best of it: exactly one
/// `html`, `head`, `title`, character set, `script`, `template_attributes` and `body`, one code in every term.
struct MRRTStructure {
    private let page: [Tag]
    private let attributes: [Tag]

    struct Tag: Equatable {
        let name: String
        /// All between the name and the closing angle bracket.
        let rest: String
        let isClosing: Bool
        let line: Int

        var isEmptyElement: Bool { rest.hasSuffix("/") }

        /// An attribute's value in lower case.
        func value(_ attribute: String) -> String? {
            let folded = rest.lowercased()
            guard let name = folded.firstRange(of: attribute + "=") else { return nil }
            let text = folded[name.upperBound...]
            guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
            return String(text.dropFirst().prefix { $0 != quote })
        }
    }

    init(_ source: String) {
        var scanner = TagScanner(source)
        scanner.scan()
        page = scanner.page
        attributes = scanner.attributes
    }

    var deviations: [Deviation] {
        elementCounts + characterSets + metadata + templateAttributes + terms + schemes
    }

    private func opening(_ name: String, in tags: [Tag]) -> [Tag] { tags.filter { $0.name == name && !$0.isClosing } }

    private var elementCounts: [Deviation] {
        ["html", "head", "title", "body", "script"].compactMap { name in
            let found = opening(name, in: page)
            guard found.count != 1 else { return nil }
            return Deviation(
                kind: .notOne(element: name, count: found.count), line: found.dropFirst().first?.line)
        }
    }

    private var characterSets: [Deviation] {
        let declaring = opening("meta", in: page).filter { $0.rest.lowercased().contains("charset") }
        if declaring.isEmpty { return [Deviation(kind: .noCharacterSet, line: nil)] }
        return declaring.count == 1 ? [] : [Deviation(kind: .severalCharacterSets, line: declaring[1].line)]
    }

    private var metadata: [Deviation] {
        let isDublinCore = opening("meta", in: page).contains { $0.rest.lowercased().contains("dcterms.") }
        return isDublinCore ? [] : [Deviation(kind: .noDublinCore, line: nil)]
    }

    private var templateAttributes: [Deviation] {
        let found = opening("template_attributes", in: attributes)
        if found.isEmpty { return [Deviation(kind: .noTemplateAttributes, line: nil)] }
        return found.count == 1 ? [] : [Deviation(kind: .severalTemplateAttributes, line: found[1].line)]
    }

    /// Codes are counted between a term's tag and whatever ends it: many files close none of them.
    private var terms: [Deviation] {
        var found: [Deviation] = []
        var open: (line: Int, codes: Int)?
        func close() {
            guard let term = open else { return }
            if term.codes == 0 { found.append(Deviation(kind: .termWithoutCode, line: term.line)) }
            if term.codes > 1 { found.append(Deviation(kind: .termWithSeveralCodes(term.codes), line: term.line)) }
            open = nil
        }
        for tag in attributes {
            switch (tag.name, tag.isClosing) {
            case ("term", false):
                close()
                open = (tag.line, 0)
            case ("code", false): open?.codes += 1
            case ("term", true), ("entry", true), ("coded_content", _), ("template_attributes", _): close()
            default: break
            }
        }
        close()
        return found
    }

    /// Each scheme once. Where no scheme is declared at all, as in older files, nothing is said.
    private var schemes: [Deviation] {
        let declaring = opening("coding_scheme", in: attributes)
        guard !declaring.isEmpty else { return [] }
        let declared = Set(declaring.flatMap { [$0.value("name"), $0.value("designator")] }.compactMap(\.self))
        var seen: Set<String> = []
        return opening("code", in: attributes).compactMap { tag in
            guard let scheme = tag.value("scheme"), !declared.contains(scheme), seen.insert(scheme).inserted
            else { return nil }
            return Deviation(kind: .unknownScheme(scheme), line: tag.line)
        }
    }
}

/// Finds the tags of a page, and apart from them those inside of its scripts. Comments are passed over in the page; in a
/// script they are looked into, since many files hide their attributes from the browser that way.
private struct TagScanner {
    private let source: [UInt8]
    private var index = 0
    private var line = 1
    private var isInScript = false
    private(set) var page: [MRRTStructure.Tag] = []
    private(set) var attributes: [MRRTStructure.Tag] = []

    init(_ source: String) { self.source = Array(source.utf8) }

    mutating func scan() {
        while index < source.count {
            if source[index] == UInt8(ascii: "<") {
                readMarkup()
            } else {
                advance()
            }
        }
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where index < source.count {
            if source[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= source.count else { return false }
        return (0..<count).allSatisfy { source[index + $0] | 0x20 == text.utf8Start[$0] | 0x20 }
    }

    private mutating func readMarkup() {
        if starts(with: "<!--") {
            advance(4)
            while !isInScript, index < source.count, !starts(with: "-->") { advance() }
            return
        }
        let start = line
        var text = index + 1
        let isClosing = text < source.count && source[text] == UInt8(ascii: "/")
        if isClosing { text += 1 }
        guard text < source.count, isLetter(source[text]) else { return advance() }
        let end = self.end(from: text)
        let words = String(decoding: source[text..<end], as: UTF8.self)
        advance(end - index + 1)
        let name = words.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
        take(
            MRRTStructure.Tag(
                name: name.lowercased(), rest: String(words.dropFirst(name.count)), isClosing: isClosing, line: start))
    }

    /// The closing angle bracket, not one in quotation marks.
    private func end(from start: Int) -> Int {
        var quote: UInt8?
        var position = start
        while position < source.count {
            let byte = source[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return position
            }
            position += 1
        }
        return source.count
    }

    private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private mutating func take(_ tag: MRRTStructure.Tag) {
        if isInScript, !(tag.name == "script" && tag.isClosing) {
            attributes.append(tag)
            return
        }
        page.append(tag)
        guard tag.name == "script" else { return }
        isInScript = !tag.isClosing && !tag.isEmptyElement
    }
}
