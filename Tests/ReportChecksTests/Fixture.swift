import Radiology
import ReportTemplates

@testable import ReportChecks

/// A report of free text under the usual headings, and the examination it is about.
struct Fixture {
    var technique = ""
    var history = ""
    var comparison = ""
    var findings = ""
    var impression = ""
    var recommendation = ""
    var detail = Fixture.detail()
    var priors: [Prior] = []
    var actionable: [ActionableFinding] = []

    static func detail(
        sex: Sex? = .female, birth: String = "19590312", description: String? = nil, modality: String = "CT",
        contrast: String? = nil, name: String? = "DOE^Jane", bodyPart: String? = nil
    ) -> StudyDetail {
        let patient = Patient(
            identifier: PatientIdentifier(id: PatientID(rawValue: "00123")!),
            name: name.flatMap { PersonName(dicom: $0) },
            birthDate: CalendarDate(dicom: birth), sex: sex)
        let study = Study(
            uid: StudyInstanceUID(rawValue: "1.2.3")!, patient: patient,
            order: Order(accessionNumber: AccessionNumber(rawValue: "4711")),
            date: CalendarDate(year: 2026, month: 1, day: 20), description: description,
            modalities: [Modality(rawValue: modality)], bodyPart: bodyPart)
        return StudyDetail(study: study, series: [], contrastAgent: contrast)
    }

    static func prior(_ date: String, _ modality: String = "CT", _ description: String = "CT chest") -> Prior {
        Prior(
            study: Study(
                uid: StudyInstanceUID(rawValue: "1.9." + date)!, patient: detail().study.patient,
                date: CalendarDate(dicom: date), description: description, modalities: [Modality(rawValue: modality)]))
    }

    var content: ReportContent {
        let parts = [
            ("Clinical history", history), ("Technique", technique), ("Comparison", comparison), ("Findings", findings),
            ("Impression", impression), ("Recommendation", recommendation),
        ]
        let sections = parts.enumerated().map { Section(id: Section.ID(rawValue: "\($0.offset)"), title: $0.element.0) }
        var content = ReportContent(template: Template(identifier: "t", title: "T", sections: sections))
        for (index, part) in parts.enumerated() where !part.1.isEmpty {
            content.setFreeText(part.1, in: Section.ID(rawValue: "\(index)"))
        }
        return content
    }

    var obstacles: [SigningObstacle] {
        signingObstacles(content: content, begun: detail, now: detail, priors: priors, actionable: actionable)
    }

    /// What is objected to, without what is only missing.
    var sentences: [String] { obstacles.map(\.sentence).filter { !$0.hasPrefix("The impression is empty") } }
}
