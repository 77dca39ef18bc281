import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// What somebody has to be told, and who was told of it.
    func paintActionable(_ frame: inout Frame, _ form: ActionableForm) {
        let found = form.foundAt.local(state.system.timeZone)
        let categories = [tr("critical"), tr("urgent"), tr("non-urgent")]
        let category = ActionableFinding.Category.allCases.firstIndex(of: form.category)
        let ways = ActionableForm.ways.map { tr(key: $0) }
        let rows = [
            FormRow(row: .category, label: tr("Category"), choices: categories, chosen: category),
            FormRow(row: .text, label: tr("Finding"), text: form.text),
            FormRow(row: .toldTo, label: tr("Told to"), text: form.toldTo),
            FormRow(
                row: .means, label: tr("How"), choices: ways, chosen: ActionableForm.ways.firstIndex(of: form.means)),
            FormRow(
                row: .readBack, label: tr("Read back"), choices: [tr("yes"), tr("no")], chosen: form.readBack ? 0 : 1),
        ]
        var lines: [ReportLine] = []
        var selected = 0
        for row in rows {
            let isSelected = row.row == form.selected
            lines += row.lines(isSelected: isSelected, width: min(frame.columns - 2, 100) - 4)
            // The end of what is typed stays in sight.
            if isSelected { selected = lines.count - 1 }
        }
        let keys = tr("\(dialogKey(.confirm)) record   \(dialogKey(.down)) next   \(dialogKey(.close)) back")
        paintDialog(
            &frame, title: tr("Actionable finding · found \(dayText(found.date)) \(found.time)"), lines: lines,
            selected: selected,
            below: [
                ReportLine(text: "", style: Style(.popup)),
                ReportLine(
                    text: tr("Without a name under “Told to” the worklist counts the time until somebody is told."),
                    style: .secondary),
                ReportLine(text: keys, style: Style(.hint)),
            ])
    }
}

/// A label and what stands beside it, over as many lines as that needs.
private struct FormRow {
    var row: ActionableForm.Row
    var label: String
    /// What is typed; nothing where something is chosen.
    var text = ""
    var choices: [String] = []
    var chosen: Int?

    private static let labelWidth = 13

    func lines(isSelected: Bool, width: Int) -> [ReportLine] {
        let style = isSelected ? Style(.popup).bold : Style(.popup)
        let mark = isSelected ? "▌ " : "  "
        let room = max(8, width - 2 - FormRow.labelWidth)
        let typed = text + (isSelected && choices.isEmpty ? "▏" : "")
        let parts = choices.isEmpty ? typed.wrapped(width: room) : chosenLines(width: room)
        return parts.enumerated().map { index, part in
            let before = (index == 0 ? label : "").padded(toWidth: FormRow.labelWidth)
            return ReportLine(text: mark + before + part, style: style)
        }
    }

    /// No choice is broken.
    private func chosenLines(width: Int) -> [String] {
        choices.enumerated().reduce(into: []) { lines, choice in
            let text = "\(choice.offset + 1)\(choice.offset == chosen ? "✓" : " ")\(choice.element)"
            if let last = lines.last, cellWidth(of: last) + 2 + cellWidth(of: text) <= width {
                lines[lines.count - 1] = last + "  " + text
            } else {
                lines.append(text)
            }
        }
    }
}
