extension Palette {
    /// Entries in which all that was typed occurs: what can be done here before what cannot, and names before what is
    /// said about them. Then those that only have its letters in their order, the closest together first.
    func matching(_ typed: String) -> [PaletteEntry] {
        let wanted = typed.lowercased().split(separator: " ").map(String.init)
        guard !wanted.isEmpty else { return entries }
        let letters = wanted.flatMap { Array($0) }
        let found = entries.enumerated().compactMap { place, entry in
            Found(entry, place: place, wanted: wanted, letters: letters)
        }
        return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.entry)
    }

    private struct Found {
        var entry: PaletteEntry
        /// The first number that differs decides, the smaller before the greater.
        var rank: [Int]

        init?(_ entry: PaletteEntry, place: Int, wanted: [String], letters: [Character]) {
            let (name, title) = (entry.name.lowercased(), entry.title.lowercased())
            let elsewhere = entry.isElsewhere ? 1 : 0
            self.entry = entry
            if wanted.allSatisfy(title.contains) {
                let kind =
                    wanted.allSatisfy(name.hasWord(beginningWith:))
                    ? 0 : wanted.allSatisfy(title.hasWord(beginningWith:)) ? 1 : 2
                rank = [0, elsewhere, kind, place]
            } else if let span = title.span(of: letters) {
                rank = [1, elsewhere, span, place]
            } else {
                return nil
            }
        }
    }
}

extension String {
    fileprivate func hasWord(beginningWith words: String) -> Bool {
        ranges(of: words).contains { range in
            range.lowerBound == startIndex || !self[index(before: range.lowerBound)].isLetter
        }
    }

    /// In how many characters all letters stand in their order, where they stand closest together.
    fileprivate func span(of letters: [Character]) -> Int? {
        let characters = Array(self)
        let ends = characters.indices.filter { characters[$0] == letters.first }.compactMap { start -> Int? in
            var next = 0
            for place in start..<characters.count where characters[place] == letters[next] {
                next += 1
                if next == letters.count { return place - start + 1 }
            }
            return nil
        }
        return ends.min()
    }
}
