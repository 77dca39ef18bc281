public import Radiology
import ReportTemplates
import Wording

// The draft as the report it will be: what the template makes of it, and who was told of what.

extension Draft {
    /// What the report is written in, as RFC 5646 names it: the template's language, or for an addendum that of the
    /// report it adds to.
    public var language: String {
        isAddendum ? predecessor?.language ?? content.template.language : content.template.language
    }

    /// What the report says, section by section, in the order of the document.
    public func reportSections() -> [ReportSection] {
        let own = content.sections().map(\.reportSection)
        return told.isEmpty ? own : own + [ReportSection(title: toldTitle, text: told.joined(separator: "\n"))]
    }

    private var told: [String] { (actionable ?? []).map { $0.sentence(timeZone, in: Language(report: language)) } }

    private var toldTitle: String { Draft.actionableTitle.text(in: Language(report: language)) }

    /// The final text, at most 76 columns wide: what is signed.
    public func reportText() -> String {
        guard !told.isEmpty else { return content.plainText() }
        let section = Section(id: Section.ID(rawValue: "actionable"), title: toldTitle)
        var closing = ReportContent(template: Template(identifier: "", title: "", sections: [section]))
        closing.setFreeText(told.joined(separator: "\n"), in: section.id)
        return [content.plainText(), closing.plainText()].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    static let actionableTitle: Wording = "Communication"

    private var timeZone: TimeZoneOffset { zone ?? .utc }

    /// The report up to the cursor, as the signed ones it is compared with read.
    public var textBeforeCursor: String {
        var lines: [String] = []
        for section in content.template.sections {
            var hasHeading = false
            for place in places where place.section == section.id || isInside(place.section, section) {
                if place.target == self.place?.target {
                    let head = hasHeading || section.title.isEmpty ? "" : section.title.uppercased() + "\n"
                    let label = printedLabel(of: place)
                    return lines.joined() + head + label + String(text[..<text.place(ofCharacter: cursor)])
                }
                let said = content.text(at: place.target)
                guard !said.isEmpty else { continue }
                if !hasHeading, !section.title.isEmpty { lines.append(section.title.uppercased() + "\n") }
                hasHeading = true
                lines.append(printedLabel(of: place) + said + "\n")
            }
            if hasHeading { lines.append("\n") }
        }
        return lines.joined()
    }

    private func isInside(_ id: Section.ID, _ section: Section) -> Bool {
        section.elements.contains { element in
            if case .section(let inner) = element { inner.id == id || isInside(id, inner) } else { false }
        }
    }

    private func printedLabel(of place: ReportPlace) -> String {
        guard case .field(let id) = place.target, let field = content.field(id), field.printsLabel
        else { return "" }
        return field.label + ": "
    }
}

extension ActionableFinding {
    public var categoryName: String {
        switch category {
        case .critical: "Critical"
        case .urgent: "Urgent"
        case .nonUrgent: "Non-urgent"
        }
    }

    /// Minutes within which somebody should have been told: minutes, hours, days (ACR, JACR 2014;11:552).
    public var minutesAllowed: Int {
        switch category {
        case .critical: 60
        case .urgent: 360
        case .nonUrgent: 3 * 24 * 60
        }
    }

    /// What the report says of it.
    func sentence(_ zone: TimeZoneOffset, in language: Language) -> String {
        func moment(_ instant: Instant) -> String {
            let local = instant.local(zone)
            return "\(local.date) \(local.time)"
        }
        let found: Wording = "\(name): \(text), found \(moment(foundAt))."
        return found.text(in: language) + " " + communicated(moment).text(in: language)
    }

    private var name: Wording {
        switch category {
        case .critical: "Critical finding"
        case .urgent: "Urgent finding"
        case .nonUrgent: "Non-urgent finding"
        }
    }

    private func communicated(_ moment: (Instant) -> String) -> Wording {
        guard let told = communication else { return "Not communicated yet." }
        let (to, by, at, means) = (told.toldTo, told.toldBy, moment(told.at), Wording(key: told.means))
        return told.readBack
            ? "Communicated to \(to) by \(by) on \(at) \(means), read back."
            : "Communicated to \(to) by \(by) on \(at) \(means), not read back."
    }
}
