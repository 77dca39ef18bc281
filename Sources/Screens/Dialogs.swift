import Radiology
import ReportTemplates
import Scores
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// A box with lines, the selected one in sight, and its keys below.
    func paintDialog(_ frame: inout Frame, title: String, lines: [ReportLine], selected: Int, below: [ReportLine]) {
        let width = min(frame.columns - 2, 100)
        // What explains the dialog is there to be read to its end.
        let below = below.flatMap { line in
            cellWidth(of: line.text) <= width - 4
                ? [line] : line.text.wrapped(width: width - 4).map { ReportLine(text: $0, style: line.style) }
        }
        let most = max(1, frame.rows - 4 - below.count)
        let region = Region(row: 1, column: 0, columns: frame.columns, rows: frame.rows - 2)
            .centered(columns: width, rows: min(most, lines.count) + below.count + 2)
        frame.fill(region, style: Style(.popup))
        let inner = frame.box(region, title: title)
        let first = scrollWindow(count: lines.count, selected: selected, height: most, previousTop: 0)
        for (index, line) in (lines.dropFirst(first).prefix(most) + below).prefix(inner.rows).enumerated() {
            frame.put(
                line.text, row: inner.row + index, column: inner.column + 1, style: line.style,
                width: inner.columns - 2)
        }
    }

    /// What is being typed in a dialog, behind a word that says what it is.
    func typed(_ text: String, after label: Int, in frame: Frame) -> String {
        text.ending(toWidth: min(frame.columns - 2, 100) - 4 - label - 1) + "▏"
    }

    private func row(_ text: String, isSelected: Bool) -> ReportLine {
        ReportLine(text: (isSelected ? "▌ " : "  ") + text, style: isSelected ? Style(.popup).bold : Style(.popup))
    }

    func dialogKey(_ command: Command) -> String {
        keymap.keys(of: command, in: .dialog).first ?? tr("no key")
    }

    // MARK: Templates that fit

    func paintTemplates(_ frame: inout Frame, _ selected: Int) {
        guard let editor = state.editor else { return }
        let lines = editor.candidates.enumerated().map { index, candidate in
            let number = index < 9 ? "\(index + 1)" : " "
            let mark = index == editor.candidateIndex ? tr("  (in use)") : ""
            return row(
                "\(number) \(candidate.template.title) · \(tr(reason: candidate.reason))\(mark)",
                isSelected: index == selected)
        }
        let keys = tr(
            "\(dialogKey(.confirm)) take   1-9 take that   \(dialogKey(.close)) back   what you typed is kept")
        paintDialog(
            &frame, title: tr("Templates that fit"), lines: lines, selected: selected,
            below: [ReportLine(text: keys, style: Style(.hint))])
    }

    // MARK: Earlier studies to compare with

    func paintComparisons(_ frame: inout Frame, _ selected: Int) {
        guard let editor = state.editor else { return }
        let chosen = Set(editor.comparisons.map(\.study.uid))
        let lines = editor.priors.enumerated().map { index, prior in
            let mark = chosen.contains(prior.study.uid) ? "=" : " "
            let number = index < 9 ? "\(index + 1)" : " "
            let report = prior.reports.isEmpty ? tr("no report") : tr("report")
            return row("\(mark) \(number) \(prior.comparisonText) · \(report)", isSelected: index == selected)
        }
        let keys = tr("Space compares with it, or not   1-9 that one   \(dialogKey(.confirm)) done")
        paintDialog(
            &frame, title: tr("Compare with"), lines: lines, selected: selected,
            below: [ReportLine(text: keys, style: Style(.hint))])
    }

    // MARK: Calculators

    func paintScore(_ frame: inout Frame, _ score: ScoreState) {
        guard let calculator = score.current else { return paintCalculators(&frame, score) }
        let inputs = score.inputs
        var lines: [ReportLine] = []
        var selectedLine = 0
        for (index, input) in inputs.enumerated() {
            let isSelected = index == score.selected
            if isSelected { selectedLine = lines.count }
            lines.append(row("\(input.label): \(answer(to: input, score, isSelected))", isSelected: isSelected))
            if isSelected { lines += options(of: input, score, width: min(frame.columns - 2, 100) - 8) }
        }
        paintDialog(
            &frame, title: calculator.title, lines: lines, selected: selectedLine,
            below: outcome(score, calculator, width: min(frame.columns - 2, 100) - 4))
    }

    private func paintCalculators(_ frame: inout Frame, _ score: ScoreState) {
        let lines = Calculators.all.enumerated().map { index, calculator in
            row("\(ScoreState.keys[index]) \(calculator.title)", isSelected: index == score.selected)
        }
        let keys = tr("\(dialogKey(.confirm)) open   \(dialogKey(.close)) back")
        paintDialog(
            &frame, title: tr("Calculators"), lines: lines, selected: score.selected,
            below: [ReportLine(text: keys, style: Style(.hint))])
    }

    private func answer(to input: ScoreInput, _ score: ScoreState, _ isSelected: Bool) -> String {
        switch input.kind {
        case .number(let unit, _, _):
            let number = isSelected && !score.typed.isEmpty ? score.typed : score.number(of: input)
            return "\(number.isEmpty ? "___" : number) \(unit)"
        case .choice, .choices:
            let chosen = score.answers.options(input.id)
            let labels = input.options.filter { chosen.contains($0.id) }.map(\.label)
            return labels.isEmpty
                ? (input.isOptional ? tr("… (may be left out)") : "…") : labels.joined(separator: ", ")
        }
    }

    private func options(of input: ScoreInput, _ score: ScoreState, width: Int) -> [ReportLine] {
        let chosen = score.answers.options(input.id)
        let texts = input.options.enumerated().map { index, option in
            let points = option.points.map { " (\($0))" } ?? ""
            return "\(ScoreState.keys[min(index, ScoreState.keys.count - 1)])\(chosen.contains(option.id) ? "✓" : " ")"
                + option.label + points
        }
        var lines: [String] = []
        for text in texts {
            if let last = lines.last, cellWidth(of: last) + cellWidth(of: text) + 3 <= width {
                lines[lines.count - 1] = last + "   " + text
            } else {
                lines.append(text)
            }
        }
        return lines.map { ReportLine(text: "      " + $0, style: Style(.accent)) }
    }

    /// The result as it stands, which row of the table it is, and where the table was published.
    private func outcome(_ score: ScoreState, _ calculator: Calculator, width: Int) -> [ReportLine] {
        var lines = [ReportLine(text: "", style: Style(.popup))]
        func add(_ text: String, _ style: Style, most: Int = 3) {
            lines += text.wrapped(width: width, lines: most).map { ReportLine(text: $0, style: style) }
        }
        switch score.result {
        case .scored(let found):
            add(found.text, Style(.success))
            add(tr("row: \(found.row)"), .secondary, most: 2)
            for note in found.notes { add(note, .secondary, most: 2) }
        case .incomplete(_, let sentence): add(sentence, Style(.popup))
        case .undefined(let sentence), .invalid(_, let sentence): add(sentence, Style(.warning))
        case nil: break
        }
        add(tr("version \(calculator.version) · \(calculator.citation)"), .secondary, most: 2)
        let canInsert = score.result?.score != nil
        let keys =
            (canInsert ? tr("\(dialogKey(.confirm)) insert   ") : "") + tr("digits choose   \(dialogKey(.close)) back")
        return lines + [ReportLine(text: keys, style: Style(.hint))]
    }

    func paintNaming(_ frame: inout Frame, _ name: String) {
        paintDialog(
            &frame, title: tr("Save as a template of your own"),
            lines: [ReportLine(text: tr("name: \(typed(name, after: 8, in: frame))"), style: Style(.input))],
            selected: 0,
            below: [
                ReportLine(
                    text:
                        tr(
                            "What the fields hold becomes their default. Free text moves along: see that it names nobody."
                        ),
                    style: .secondary),
                ReportLine(text: tr("\(dialogKey(.confirm)) save   \(dialogKey(.close)) back"), style: Style(.hint)),
            ])
    }
}
