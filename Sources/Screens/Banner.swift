import Radiology
import Terminal
import Wording

/// Who and what, wherever a study is open: the first line of the screen, cut so that what identifies comes last to go.
struct Banner {
    /// Name, birth date, age and sex, identifier, accession number: never left out.
    let identity: [String]
    let title: String
    let date: String
    let priority: String
    /// Title and date of the study where they found no room here; the screen says them on its second line.
    let leftOut: [String]

    init(_ study: Study, priority: Priority?, columns: Int) {
        let isNarrow = columns < 100
        let parts = Banner.identityParts(study, isNarrow: isNarrow)
        let fullName = study.patient.name?.listed ?? tr("NO NAME")
        let day = study.date.map(dayText) ?? tr("no date")
        let moment = [day, study.time?.description].compactMap(\.self).joined(separator: " ")
        let what = study.fullTitle
        self.priority = priority.map { $0 == .routine && isNarrow ? "" : Words.priority($0) } ?? ""

        let fixed = parts.map { cellWidth(of: $0) + 2 }.reduce(0, +) + Banner.room(self.priority)
        let room = columns - 2 - fixed
        let wanted = Banner.room(what) + Banner.room(moment)
        let nameWidth = cellWidth(of: fullName, upTo: columns)
        let name = fullName.truncated(toWidth: max(min(nameWidth, 16), min(nameWidth, room - min(wanted, 24))))
        identity = [name] + parts
        let left = room - cellWidth(of: name)

        if let date = [moment, day].first(where: { left - Banner.room($0) >= 10 }) {
            self.date = date
            title = what.truncated(toWidth: left - Banner.room(date) - 2)
        } else {
            date = ""
            title = left >= 10 ? what.truncated(toWidth: left - 2) : ""
        }
        leftOut = [title == what ? "" : what, date.isEmpty ? moment : ""].filter { !$0.isEmpty }
    }

    var parts: [String] { (identity + [title, date, priority]).filter { !$0.isEmpty } }

    private static func room(_ text: String) -> Int { text.isEmpty ? 0 : cellWidth(of: text) + 2 }

    private static func identityParts(_ study: Study, isNarrow: Bool) -> [String] {
        let patient = study.patient
        let age = [study.patientAge()?.description, patient.sex?.rawValue].compactMap(\.self).joined(separator: " ")
        let id = patient.identifier.map { identifier in
            let issuer = identifier.issuer.map { " (\($0.rawValue.truncated(toWidth: isNarrow ? 5 : 12)))" } ?? ""
            return tr("ID \(identifier.id.rawValue.shortened(toWidth: isNarrow ? 10 : 24))") + issuer
        }
        let accession = study.order.accessionNumber?.rawValue.shortened(toWidth: isNarrow ? 10 : 20)
        return [
            patient.birthDate.map(dayText) ?? tr("born ?"), age, id ?? tr("NO ID"),
            accession.map { tr("ACC \($0)") } ?? tr("no ACC"),
        ].filter { !$0.isEmpty }
    }
}

extension String {
    /// Cut in the middle: of an identifier the end tells more than the middle.
    func shortened(toWidth width: Int) -> String {
        let shown = displayable(self)
        guard cellWidth(of: shown) > width, width >= 5 else { return shown.truncated(toWidth: width) }
        let tail = String(shown.suffix(4))
        let head = shown.truncated(toWidth: width - cellWidth(of: tail))
        return (head.hasSuffix("…") ? head : head + "…") + tail
    }
}

extension ScreenPainter {
    /// - Returns: what of the study had no room.
    @discardableResult
    func paintBanner(_ frame: inout Frame, _ study: Study, priority: Priority?) -> [String] {
        let banner = Banner(study, priority: priority, columns: frame.columns)
        frame.fill(Region(row: 0, column: 0, columns: frame.columns, rows: 1), style: Style(.banner))
        var column = -1
        for (index, part) in banner.parts.enumerated() {
            let style = index == 0 ? Style(.banner).bold : Style(.banner)
            column = frame.put(
                part, row: 0, column: column + 2, style: style, width: max(0, frame.columns - column - 2))
        }
        return banner.leftOut
    }
}
