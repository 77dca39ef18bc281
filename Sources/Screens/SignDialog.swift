import Radiology
import ReportChecks
import Sync
import Terminal
import Workstation

extension ScreenPainter {
    func paintSigning(_ frame: inout Frame) {
        guard let signing = state.signing else { return }
        let lines = signLines(signing)
        let rows = min(frame.rows - 2, lines.count + 2)
        let region = Region(row: 1, column: 0, columns: frame.columns, rows: frame.rows - 2)
            .centered(columns: min(frame.columns - 2, 100), rows: rows)
        frame.fill(region, style: Style(.popup))
        let kind = signing.isPreliminary ? "PRELIMINARY" : "FINAL"
        let addendum = signing.draft.predecessor == nil ? "" : " addendum"
        let inner = frame.box(region, title: " Sign as \(kind)\(addendum) ")
        for (index, line) in lines.prefix(inner.rows).enumerated() {
            frame.put(line.text, row: inner.row + index, column: inner.column + 1, style: line.style, width: inner.columns - 2)
        }
    }

    /// Identity first, then what stands in the way, then what is signed and where it goes.
    private func signLines(_ signing: SigningState) -> [ReportLine] {
        let study = signing.preparation?.current.study ?? signing.draft.detail.study
        var lines = identityLines(study)
        lines.append(ReportLine(text: "", style: Style(.popup)))
        lines += obstacleLines(signing)
        lines.append(ReportLine(text: "", style: Style(.popup)))
        if let preparation = signing.preparation {
            let to = preparation.destinations.map(\.rawValue).joined(separator: ", ")
            lines.append(
                ReportLine(
                    text: "text \(preparation.textDigest.short) · \(signing.text.count) characters · goes to: \(to)",
                    style: Style(.popup)))
            if let why = preparation.staleBecause {
                lines.append(ReportLine(text: "identity as last seen here: \(why)", style: Style(.warning)))
            }
        }
        lines.append(phaseLine(signing))
        return lines
    }

    private func identityLines(_ study: Study) -> [ReportLine] {
        let patient = study.patient
        let id = patient.identifier.map { "ID \($0.id)" + ($0.issuer.map { " (\($0))" } ?? "") }
        let who = [
            patient.name?.listed ?? "NO NAME", patient.birthDate?.description ?? "born ?",
            [study.patientAge()?.description, patient.sex?.rawValue].compactMap(\.self).joined(separator: " "),
            id ?? "NO ID",
        ].filter { !$0.isEmpty }
        let what = [
            "\(study.modalityText) \(study.title)", study.order.accessionNumber.map { "ACC \($0)" } ?? "no ACC",
            [study.date?.description, study.time?.description].compactMap(\.self).joined(separator: " "),
        ].filter { !$0.isEmpty }
        return [
            ReportLine(text: who.joined(separator: " · "), style: Style(.popup).bold),
            ReportLine(text: what.joined(separator: " · "), style: Style(.popup)),
        ]
    }

    private func obstacleLines(_ signing: SigningState) -> [ReportLine] {
        if signing.phase == .preparing { return [ReportLine(text: "Reading the study's identity once more …", style: Style(.popup))] }
        if signing.obstacles.isEmpty { return [ReportLine(text: "Nothing stands in the way.", style: Style(.success))] }
        var lines = signing.obstacles.enumerated().map { index, obstacle in
            line(obstacle, isSelected: index == signing.selected, isKnown: !signing.open.contains(obstacle))
        }
        if signing.needsIdentity, !signing.isReidentified {
            lines.append(
                ReportLine(
                    text: "Type the patient's initials and year of birth, as JD1959: \(signing.typedIdentity)▏",
                    style: Style(.input)))
        }
        return lines
    }

    private func line(_ obstacle: SigningObstacle, isSelected: Bool, isKnown: Bool) -> ReportLine {
        let mark = isSelected ? "▌" : " "
        if isKnown { return ReportLine(text: "\(mark)✓ known   \(obstacle.sentence)", style: Style(.secondary)) }
        return switch obstacle.severity {
        case .prohibit: ReportLine(text: "\(mark)■ mend    \(obstacle.sentence)", style: Style(.error))
        case .alert: ReportLine(text: "\(mark)▲ alert   \(obstacle.sentence)", style: Style(.warning))
        case .reidentify: ReportLine(text: "\(mark)■ WHO?    \(obstacle.sentence)", style: Style(.error).bold)
        }
    }

    private func phaseLine(_ signing: SigningState) -> ReportLine {
        if let failure = signing.failure { return ReportLine(text: failure, style: Style(.error).bold) }
        switch signing.phase {
        case .preparing: return ReportLine(text: "Esc back", style: Style(.hint))
        case .signing: return ReportLine(text: "Signing …", style: Style(.accent))
        case .reviewing:
            return ReportLine(
                text: signing.canSign ? "Enter sign   p final/preliminary   Esc back" : "k known   j jump   Esc back",
                style: Style(.hint))
        }
    }
}
