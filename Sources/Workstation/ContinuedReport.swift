import Radiology
import ReportTemplates
import Wording

// A preliminary report is gone on with as text under its own headings: every word is there, and free to change.

extension Template {
    init(continuing version: ReportVersion) {
        self.init(
            identifier: version.templateIdentifier, title: version.title, language: version.language,
            sections: version.written.enumerated().map { index, section in
                Section(
                    id: Section.ID(rawValue: String(index + 1)), title: section.title,
                    role: section.concept.flatMap(SectionRole.init(code:)))
            })
    }
}

extension ReportContent {
    /// Puts the version's text into a template made by `Template.init(continuing:)`.
    mutating func continueReport(_ version: ReportVersion) {
        for (section, text) in zip(template.sections, version.written.map(\.text)) {
            setFreeText(text, in: section.id)
        }
    }
}

extension ReportVersion {
    /// Its sections without the one that says who was told of what: that is written anew from the findings.
    fileprivate var written: [ReportSection] {
        guard actionable?.isEmpty == false else { return sections }
        return sections.filter {
            $0.concept != nil || !Language.allCases.map(Draft.actionableTitle.text).contains($0.title)
        }
    }
}
