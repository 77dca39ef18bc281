public import Radiology

/// What can be filled in from the order, the study and its headers.
///
/// In MRRT a control asks for one by `data-field-merge-flag="true"` and `data-merge-field="…"` with the raw value, or,
/// lacking the second, by an `id` or `name` that is the raw value. In brackets: `[<indication>]`.
public enum MergeField: String, CaseIterable, Hashable, Codable, CodingKeyRepresentable, Sendable {
    case patientAge = "patient-age"
    case patientSex = "patient-sex"
    case studyDate = "study-date"
    case studyDescription = "study-description"
    case comparison
    case contrast
    case dose
    case indication
    case accessionNumber = "accession-number"
    case referringPhysician = "referring-physician"
    case modality
    case bodyPart = "body-part"
    case technique

    /// Reads a name whatever its case and separators: `Study Date`, `study_date`, `studyDate`.
    public init?(name: String) {
        func folded(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        let wanted = folded(name)
        guard let known = MergeField.allCases.first(where: { folded($0.rawValue) == wanted }) else { return nil }
        self = known
    }
}

/// What is known of one examination, in the words of a report. What is not known is absent, never guessed.
public struct MergeContext: Hashable, Codable, Sendable {
    public var values: [MergeField: String]

    public init(values: [MergeField: String] = [:]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    /// - Parameters:
    ///   - detail: the study and its headers.
    ///   - comparisons: earlier studies the reader compares with, in their order.
    ///   - language: what the report is written in (RFC 5646).
    public init(detail: StudyDetail, comparisons: [Prior] = [], language: String) {
        let study = detail.study
        let isGerman = language.prefix { $0 != "-" }.lowercased() == "de"
        var found: [MergeField: String?] = [
            .patientAge: study.patientAge().map { isGerman ? $0.germanAdjective : $0.adjective },
            .studyDate: study.date?.description,
            .studyDescription: study.description
                ?? study.order.requestedProcedures.lazy.compactMap(\.description).first,
            .contrast: detail.contrastAgent,
            .indication: study.order.indication,
            .accessionNumber: study.order.accessionNumber?.rawValue,
            .referringPhysician: study.order.referringPhysician?.spoken,
            .modality: study.modalityText,
            .bodyPart: study.bodyPart,
        ]
        found[.patientSex] = study.patient.sex.flatMap { MergeContext.word(for: $0, isGerman: isGerman) }
        found[.dose] = detail.dose.joined(separator: ", ")
        found[.technique] = detail.technique.joined(separator: ", ")
        found[.comparison] = comparisons.map(\.comparisonText).joined(separator: "; ")
        self.init(values: found.compactMapValues { $0 })
    }

    private static func word(for sex: Sex, isGerman: Bool) -> String? {
        switch sex {
        case .female: isGerman ? "weiblich" : "female"
        case .male: isGerman ? "männlich" : "male"
        case .other: nil
        }
    }
}
