import Radiology
import ReportTemplates

// Whole lines of a place's text, and whole sections.

extension Draft {
    /// Deletes the line the cursor is in, line break and all.
    mutating func deleteLine() {
        keepSelected()
        var lines = TextLines(text, cursor: cursor)
        lines.delete()
        change(to: lines.text, cursor: lines.cursor, joins: false)
    }

    /// Moves the cursor's line one up or down; at the edge nothing happens.
    mutating func moveLine(by delta: Int) {
        keepSelected()
        var lines = TextLines(text, cursor: cursor)
        guard lines.move(by: delta) else { return }
        change(to: lines.text, cursor: lines.cursor, joins: false)
    }

    /// The section is normal: what its fields hold by default was looked at, and the cursor goes to the next section.
    ///
    /// - Returns: how many fields that confirms; fields without a default stay as they are.
    @discardableResult
    mutating func confirmSection() -> Int {
        guard let section = place?.section else { return 0 }
        keepSelected()
        var confirmed = 0
        for place in places where place.section == section {
            guard case .field(let id) = place.target else { continue }
            let value = content.value(of: id)
            guard value.origin == .default, !value.isEmpty else { continue }
            content.confirm(id)
            confirmed += 1
        }
        let targets = Set(places.filter { $0.section == section }.map(\.target))
        let wasCopied = targets.contains { copiedSource(at: $0) != nil }
        copied = copied?.filter { !targets.contains($0.key) }
        if confirmed > 0 || wasCopied { edits += 1 }
        history.close()
        if let next = places.indices.first(where: { $0 > placeIndex && places[$0].section != section }) { enter(next) }
        return confirmed
    }

    // MARK: What was said before

    /// Puts an earlier report's words on this section into it, marked as copied until they are touched.
    ///
    /// - Returns: whether the earlier report has such a section.
    mutating func copy(from sections: [ReportSection], named source: String) -> Bool {
        guard let place, let section = topSection(of: place.section) else { return false }
        let words = sections.filter { same($0, section) }.map(\.text).joined(separator: "\n")
        guard !words.isEmpty else { return false }
        let target = ReportPlace.Target.freeText(section.id)
        guard let index = places.firstIndex(where: { $0.target == target }) else { return false }
        go(to: index)
        let before = text
        change(to: before.isEmpty ? words : before + "\n" + words, cursor: 0, joins: false)
        cursor = before.isEmpty ? 0 : before.count + 1
        copied = (copied ?? [:]).merging([target: CopiedText(source: source, text: text)]) { _, new in new }
        return true
    }

    private func topSection(of id: Section.ID) -> Section? {
        content.template.sections.first { section in
            func holds(_ section: Section) -> Bool {
                section.id == id
                    || section.elements.contains { if case .section(let inner) = $0 { holds(inner) } else { false } }
            }
            return holds(section)
        }
    }

    private func same(_ report: ReportSection, _ section: Section) -> Bool {
        if let role = section.role {
            return SectionRole(title: report.title) == role || report.concept.flatMap(SectionRole.init(code:)) == role
        }
        return report.title.lowercased() == section.title.lowercased()
    }

    // MARK: Finding

    /// Goes to the next place after the cursor that holds these words, whatever their case.
    mutating func find(_ words: String, again: Bool) -> Bool {
        guard !words.isEmpty else { return false }
        let places = self.places
        let start = again ? cursor + 1 : cursor
        for step in 0...places.count {
            let index = (placeIndex + step) % max(1, places.count)
            let text = Array(content.text(at: places[index].target).lowercased())
            let from = step == 0 ? (isSelected ? 0 : start) : 0
            guard let found = text.firstIndex(of: Array(words.lowercased()), from: from) else { continue }
            if index != placeIndex { go(to: index) }
            isSelected = false
            bracket = nil
            cursor = min(found, self.text.count)
            return true
        }
        return false
    }

    /// These words at the cursor, where they were found.
    public func match(of words: String) -> Range<Int>? {
        let wanted = Array(words.lowercased())
        let found = text.dropFirst(cursor).prefix(wanted.count)
        guard !isSelected, !found.isEmpty, Array(found.lowercased()) == wanted else { return nil }
        return cursor..<cursor + found.count
    }
}

extension [Character] {
    /// Where these characters begin, at an index or later.
    fileprivate func firstIndex(of wanted: [Character], from start: Int) -> Int? {
        guard !wanted.isEmpty, count >= wanted.count, start <= count - wanted.count else { return nil }
        return (Swift.max(0, start)...(count - wanted.count)).first { index in
            self[index..<(index + wanted.count)].elementsEqual(wanted)
        }
    }
}
