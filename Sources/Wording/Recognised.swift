extension Wording {
    /// English text that was kept as text, as a server's answer in the outbox, as the wording it was made from.
    /// What is no sentence of ours stays as it is.
    public init(recognised text: String) {
        guard Catalogue.german[text] == nil else {
            self.init(key: text)
            return
        }
        let formats = [Catalogue.failures, Catalogue.mistakes].joined()
        self = formats.lazy.compactMap { Wording(text, of: $0.key) }.first ?? Wording(verbatim: text)
    }

    /// `nil` where the text is not of this English format.
    private init?(_ text: String, of format: String) {
        var pieces = [""]
        var arguments: [Argument] = []
        for part in Format.parts(of: format) {
            switch part {
            case .text(let text): pieces[pieces.count - 1] += text
            case .place: pieces.append("")
            }
        }
        guard var rest = text.removing(prefix: pieces[0]) else { return nil }
        for (index, piece) in pieces.enumerated().dropFirst() {
            // The last piece is the end of the text, wherever else it occurs.
            let isLast = index == pieces.count - 1
            let found = isLast ? rest.end(before: piece) : rest.range(of: piece)
            guard let found, found.lowerBound > rest.startIndex else { return nil }
            arguments.append(.wording(Wording(recognised: String(rest[..<found.lowerBound]))))
            rest = rest[found.upperBound...]
        }
        guard rest.isEmpty else { return nil }
        self.init(phrases: [Phrase(pieces: pieces, arguments: arguments)])
    }
}

extension StringProtocol {
    fileprivate func removing(prefix: String) -> Substring? {
        hasPrefix(prefix) ? Substring(dropFirst(prefix.count)) : nil
    }
}

extension Substring {
    fileprivate func end(before piece: String) -> Range<Index>? {
        hasSuffix(piece) ? index(endIndex, offsetBy: -piece.count)..<endIndex : nil
    }

    fileprivate func range(of piece: String) -> Range<Index>? {
        firstRange(of: piece)
    }
}
