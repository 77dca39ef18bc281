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

    let older: Standing
    let newer: Standing
    let sections: [(title: String, changes: [Change])]

    /// What is known of a study after one of its reports: that report, or the one it adds to with all that was added.
    struct Standing: Equatable {
        var study: Study
        var last: PriorReport
        var sections: [ReportSection]

        /// - Parameter reports: of the study, the newest first.
        init?(_ study: Study, _ reports: some Collection<PriorReport>) {
            guard let last = reports.first else { return nil }
            self.study = study
            self.last = last
            let added = reports.prefix { $0.isAddendum }
            let whole = reports.dropFirst(added.count).first
            sections = (whole?.sections ?? []) + added.reversed().flatMap(\.sections)
        }

        /// Which examination, and what was written of it last, where that says more.
        fileprivate var facts: [String] {
            let title = [study.title, study.fullTitle].contains(last.title) ? nil : last.title
            let written = last.date == study.date ? nil : last.date.map(dayText)
            return [study.fullTitle, study.date.map(dayText), title, written, last.author?.listed].compactMap(\.self)
        }
    }

    /// What is known of the selected prior beside what was known before: of the same study, or else of the next older
    /// study that it can be compared with. `nil` where there is nothing to compare.
    init?(_ study: StudyState) {
        guard let prior = study.prior, let newer = Standing(prior.study, prior.reports) else { return nil }
        let before = study.priors.comparable(to: prior.study).lazy.compactMap { Standing($0.study, $0.reports) }.first
        guard let older = Standing(prior.study, prior.reports.dropFirst()) ?? before else { return nil }
        self.init(older: older, newer: newer)
    }

    init(older: Standing, newer: Standing) {
        self.older = older
        self.newer = newer
        func key(_ section: ReportSection) -> String { section.title.lowercased() }
        func texts(_ sections: [ReportSection]) -> [(key: String, title: String, text: String)] {
            // Several addenda have one heading.
            sections.reduce(into: []) { found, section in
                if let index = found.firstIndex(where: { $0.key == key(section) }) {
                    found[index].text += "\n" + section.text
                } else {
                    found.append((key(section), section.title, section.text))
                }
            }
        }
        let before = texts(older.sections)
        let now = texts(newer.sections)
        let came = now.map { section in
            let old = before.first { $0.key == section.key }?.text ?? ""
            return (section.title, Self.changes(from: old, to: section.text))
        }
        let gone = before.filter { section in !now.contains { $0.key == section.key } }.map {
            ($0.title, Self.changes(from: $0.text, to: ""))
        }
        sections = (came + gone).map { (title: $0.0, changes: $0.1) }
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
        let heads = [("+", newer), ("-", older)].flatMap { mark, standing in
            let text = "\(mark) \(standing.facts.joined(separator: " · "))"
            return text.wrapped(width: width).map { ReportLine(text: $0, style: .secondary) }
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
