import Radiology
import Terminal
import Wording
import Workstation

/// What a report says that the one before it did not, and the other way round, sentence by sentence.
struct ReportChanges {
    enum Change: Hashable {
        case same(String)
        case gone(String)
        case new(String)
    }

    let older: PriorReport
    let newer: PriorReport
    let sections: [(title: String, changes: [Change])]

    /// The selected prior's report beside the one before it: of the same study, or else of the next older study that has
    /// one, of the same modality where there is such a one. `nil` where there is nothing to compare.
    init?(_ study: StudyState) {
        guard let prior = study.prior, let newer = prior.reports.first else { return nil }
        let earlier = study.priors.dropFirst(study.selectedPrior + 1).filter { !$0.reports.isEmpty }
        let alike = earlier.first { !Set($0.study.modalities).isDisjoint(with: prior.study.imageModalities) }
        guard let older = prior.reports.dropFirst().first ?? (alike ?? earlier.first)?.reports.first else { return nil }
        self.init(older: older, newer: newer)
    }

    init(older: PriorReport, newer: PriorReport) {
        self.older = older
        self.newer = newer
        func key(_ section: ReportSection) -> String { section.title.lowercased() }
        let before = Dictionary(older.sections.map { (key($0), $0) }) { first, _ in first }
        let now = newer.sections.map { section in
            (section.title, Self.changes(from: before[key(section)]?.text ?? "", to: section.text))
        }
        let kept = Set(newer.sections.map(key))
        let gone = older.sections.filter { !kept.contains(key($0)) }.map {
            ($0.title, Self.changes(from: $0.text, to: ""))
        }
        sections = (now + gone).map { (title: $0.0, changes: $0.1) }
    }

    /// The longest common subsequence of sentences stays, what is beside it went or came.
    static func changes(from old: String, to new: String) -> [Change] {
        let (old, new) = (sentences(of: old), sentences(of: new))
        // Reports are some hundred sentences at most; beyond that a table of all pairs is not worth its memory.
        guard old.count * new.count <= 250_000 else { return old.map(Change.gone) + new.map(Change.new) }
        func same(_ left: String, _ right: String) -> Bool { words(left) == words(right) }
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i][j] =
                    same(old[i], new[j]) ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var changes: [Change] = []
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if same(old[i], new[j]) {
                changes.append(.same(new[j]))
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                changes.append(.gone(old[i]))
                i += 1
            } else {
                changes.append(.new(new[j]))
                j += 1
            }
        }
        return changes + old[i...].map(Change.gone) + new[j...].map(Change.new)
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { $0.isWhitespace || $0 == "." }
    }

    /// Ends at a full stop before a space, and at line ends. `1.5 cm` is no end.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let isEnd =
                character == "\n"
                || ".!?".contains(character)
                    && (index + 1 == characters.count || characters[index + 1].isWhitespace)
            if character != "\n" { sentence.append(character) }
            guard isEnd else { continue }
            sentences.append(sentence)
            sentence = ""
        }
        sentences.append(sentence)
        return sentences.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// As lines: `+` came, `-` went, and what stayed is dim.
    func lines(width: Int) -> [ReportLine] {
        let heads = [("+", newer), ("-", older)].map { mark, report in
            let facts = [report.title, report.date.map(dayText), report.author?.listed].compactMap(\.self)
            return ReportLine(text: "\(mark) \(facts.joined(separator: " · "))", style: .secondary)
        }
        let body = sections.flatMap { section in
            let title = ReportLine(text: section.title.uppercased(), style: Style(.fieldLabel))
            return [title] + section.changes.flatMap { Self.lines($0, width: width) }
        }
        return heads + body
    }

    private static func lines(_ change: Change, width: Int) -> [ReportLine] {
        let (mark, text, style) =
            switch change {
            case .same(let text): (" ", text, Style(.secondary))
            case .gone(let text): ("-", text, Style(.warning))
            case .new(let text): ("+", text, Style(.success))
            }
        return text.wrapped(width: max(1, width - 2)).enumerated().map { index, line in
            ReportLine(text: (index == 0 ? mark : " ") + " " + line, style: style)
        }
    }
}

extension ScreenPainter {
    func paintChanges(_ frame: inout Frame, _ study: StudyState, in region: Region) {
        frame.put(
            tr(" What changed since the report before "), row: region.row, column: region.column - 1,
            style: Style(.title), width: region.columns)
        guard let changes = ReportChanges(study) else {
            let words = tr("There is no earlier report to compare this one with.")
            for (index, line) in words.wrapped(width: region.columns).enumerated() {
                frame.put(line, row: region.row + 1 + index, column: region.column, style: .secondary)
            }
            return
        }
        let lines = changes.lines(width: region.columns)
        for (index, line) in lines.dropFirst(study.priorTop).prefix(max(0, region.rows - 1)).enumerated() {
            frame.put(
                line.text, row: region.row + 1 + index, column: region.column, style: line.style, width: region.columns)
        }
    }
}
