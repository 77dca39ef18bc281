/// Everything a Basic Text SR document by TID 2000 says (PS3.3 §A.35.1, PS3.16 TID 2000).
///
/// Pure input: equal values give equal bytes. Dates, times and UIDs come in as DICOM writes them: dates `YYYYMMDD`, times
/// `HHMMSS[.ffffff]`, date-times `YYYYMMDDHHMMSS[.ffffff][±HHMM]`. Nil and empty mean "not known".
public struct BasicTextStructuredReport: Sendable, Equatable {
    // Whom and what it is about. Copied from the study exactly: servers file by these.
    public var patient: Patient
    public var study: Study
    /// The orders this one report answers.
    public var orders: [Order] = []

    // The document itself.
    public var sopInstanceUID: String
    public var seriesInstanceUID: String
    public var seriesNumber: Int
    public var seriesDescription: String?
    public var instanceNumber: Int
    public var contentDate: String
    public var contentTime: String
    /// `+0100`; nil leaves times without a zone.
    public var timeZoneOffset: String?
    public var equipment = Equipment()

    // What it says.
    /// CID 7000.
    public var title = Code.diagnosticImagingReport
    public var language: Code
    public var sections: [Section]
    /// Who observed; the first is the author of the observation context (TID 1003). At least one.
    public var authors: [Person]
    public var participants: [Participant] = []

    // Three flags, none of which follows from another (PS3.3 §C.17.2).
    public var completion: CompletionFlag
    public var completionDescription: String?
    public var verification: VerificationFlag
    public var preliminary: PreliminaryFlag
    /// Who verified; at least one if, and only if, the document is verified.
    public var verifyingObservers: [VerifyingObserver] = []

    // What it refers to.
    /// The documents this one replaces or amends.
    public var predecessors: [ReferencedStudy] = []
    /// What was looked at to answer the orders.
    public var evidence: [ReferencedStudy] = []
    /// What else was looked at: priors.
    public var otherEvidence: [ReferencedStudy] = []
    public var performedProcedures: [Code] = []

    public init(
        patient: Patient, study: Study, sopInstanceUID: String, seriesInstanceUID: String, seriesNumber: Int,
        instanceNumber: Int, contentDate: String, contentTime: String, language: Code, sections: [Section],
        authors: [Person], completion: CompletionFlag, verification: VerificationFlag, preliminary: PreliminaryFlag
    ) {
        self.patient = patient
        self.study = study
        self.sopInstanceUID = sopInstanceUID
        self.seriesInstanceUID = seriesInstanceUID
        self.seriesNumber = seriesNumber
        self.instanceNumber = instanceNumber
        self.contentDate = contentDate
        self.contentTime = contentTime
        self.language = language
        self.sections = sections
        self.authors = authors
        self.completion = completion
        self.verification = verification
        self.preliminary = preliminary
    }

    public enum CompletionFlag: String, Sendable { case partial = "PARTIAL", complete = "COMPLETE" }
    public enum VerificationFlag: String, Sendable { case unverified = "UNVERIFIED", verified = "VERIFIED" }
    public enum PreliminaryFlag: String, Sendable { case preliminary = "PRELIMINARY", final = "FINAL" }
}

/// Why a report cannot become a document.
public enum StructuredReportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// PS3.3 §C.17.2: VERIFIED only with COMPLETE.
    case verifiedButPartial
    case verifiedWithoutObserver
    case observerWithoutVerification
    case noContent
    case missing(Tag)
    case invalid(TagPath, why: String)
    case encoding(DICOMError)

    public var description: String {
        switch self {
        case .verifiedButPartial: "A report that is not complete cannot be verified."
        case .verifiedWithoutObserver: "A verified report names who verified it."
        case .observerWithoutVerification: "A report that is not verified cannot name a verifying observer."
        case .noContent: "The report has no text."
        case .missing(let tag): "The report lacks \(tag.keyword ?? tag.description)."
        case .invalid(let path, let why): "The report has an invalid value at \(path): \(why)."
        case .encoding(let error): "The report cannot be encoded. \(error)"
        }
    }
}
