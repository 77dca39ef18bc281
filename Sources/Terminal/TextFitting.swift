/// Where a text stands in a wider field.
public enum Alignment: Hashable, Sendable {
    case leading
    case trailing
    case center
}

extension String {
    /// The text cut to at most `width` cells. What is cut ends in `…`; a wide character is never split.
    ///
    /// Costs what is shown, not what is cut.
    public func truncated(toWidth width: Int) -> String {
        guard width > 0 else { return "" }
        if utf8.count <= width, isPlain(self) { return self }
        let beginning = TextBeginning(self, filling: width)
        if beginning.isWhole, cellWidth(of: beginning.shown) <= width { return beginning.shown }
        return beginning.shown.prefix(fitting: width - 1) + "…"
    }

    /// The end of the text, in at most `width` cells: what is cut begins with `…`. For what is being typed.
    public func ending(toWidth width: Int) -> String {
        guard width > 0 else { return "" }
        guard cellWidth(of: self) > width else { return self }
        var used = 1
        var kept: [Character] = []
        for character in reversed() {
            used += cellWidth(of: character)
            if used > width { break }
            kept.append(character)
        }
        return "…" + String(kept.reversed())
    }

    /// The text in exactly `width` cells: padded with spaces, or cut as ``truncated(toWidth:)`` does.
    public func padded(toWidth width: Int, alignment: Alignment = .leading) -> String {
        let shown = truncated(toWidth: width)
        let missing = max(0, width - cellWidth(of: shown))
        let before: Int
        switch alignment {
        case .leading: before = 0
        case .trailing: before = missing
        case .center: before = missing / 2
        }
        return String(repeating: " ", count: before) + shown + String(repeating: " ", count: missing - before)
    }

    /// The text in lines of at most `width` cells, broken at spaces, after hyphens and between wide characters.
    ///
    /// Line ends in the text are kept, a word longer than a line is broken, spaces at a break disappear.
    public func wrapped(width: Int) -> [String] {
        let layout = TextLayout(self, width: width)
        var lines: [String] = []
        for (index, text) in layout.texts.enumerated() {
            var line = text[...]
            let continues = index > 0 && !layout.lines[index - 1].endsParagraph
            if continues { line = line.drop { $0 == " " } }
            while line.last == " " { line.removeLast() }
            // A line that held nothing but the spaces of a break is not a line of text.
            if line.isEmpty, continues { continue }
            lines.append(String(line))
        }
        return lines
    }

    /// The longest beginning that fits; the text is taken to be displayable.
    func prefix(fitting width: Int) -> String {
        var used = 0
        var result = ""
        for character in self {
            used += cellWidth(of: character)
            if used > width { break }
            result.append(character)
        }
        return result
    }
}
