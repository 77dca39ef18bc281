/// Completion Flag (0040,A491).
public enum CompletionFlag: String, Hashable, Codable, Sendable {
    case partial = "PARTIAL"
    case complete = "COMPLETE"
}

/// Verification Flag (0040,A493).
public enum VerificationFlag: String, Hashable, Codable, Sendable {
    case unverified = "UNVERIFIED"
    case verified = "VERIFIED"
}

/// Preliminary Flag (0040,A496). Absent in documents of before 2010.
public enum PreliminaryFlag: String, Hashable, Codable, Sendable {
    case preliminary = "PRELIMINARY"
    case final = "FINAL"
}

/// What a reader calls the state of a report; derived from the three flags, never stored beside them.
public enum ReportStatus: String, Hashable, Codable, Sendable {
    case partial
    case preliminary
    /// Complete, but nobody has put a name to it.
    case unverified
    case final
}

/// The three flags of a structured report (PS3.3 C.17.2).
public struct ReportFlags: Hashable, Codable, Sendable {
    public let completion: CompletionFlag
    public let verification: VerificationFlag
    public let preliminary: PreliminaryFlag?

    /// `nil` for VERIFIED without COMPLETE, which PS3.3 C.17.2 forbids.
    public init?(completion: CompletionFlag, verification: VerificationFlag, preliminary: PreliminaryFlag?) {
        if verification == .verified && completion != .complete { return nil }
        self.init(unchecked: completion, verification, preliminary)
    }

    private init(
        unchecked completion: CompletionFlag, _ verification: VerificationFlag, _ preliminary: PreliminaryFlag?
    ) {
        self.completion = completion
        self.verification = verification
        self.preliminary = preliminary
    }

    public static let preliminary = ReportFlags(unchecked: .complete, .unverified, .preliminary)
    public static let final = ReportFlags(unchecked: .complete, .verified, .final)

    public var status: ReportStatus {
        if preliminary == .preliminary { return .preliminary }
        if completion == .partial { return .partial }
        return verification == .verified ? .final : .unverified
    }
}

/// One headed part of a report.
public struct ReportSection: Hashable, Codable, Sendable {
    /// The heading's code in CID 7001, where the template gives one.
    public var concept: CodedConcept?
    public var title: String
    public var text: String

    public init(concept: CodedConcept? = nil, title: String, text: String) {
        self.concept = concept
        self.title = title
        self.text = text
    }
}

/// A finding the referrer must hear of (ACR: critical within minutes, urgent within hours, non-urgent within days).
public struct ActionableFinding: Hashable, Codable, Sendable {
    public enum Category: String, Hashable, Codable, Sendable, CaseIterable {
        case critical, urgent, nonUrgent
    }

    public struct Communication: Hashable, Codable, Sendable {
        public var toldTo: String
        public var toldBy: String
        public var at: Instant
        public var means: String
        public var readBack: Bool

        public init(toldTo: String, toldBy: String, at: Instant, means: String, readBack: Bool) {
            self.toldTo = toldTo
            self.toldBy = toldBy
            self.at = at
            self.means = means
            self.readBack = readBack
        }
    }

    public var category: Category
    public var text: String
    public var foundAt: Instant
    /// `nil` until somebody was told.
    public var communication: Communication?

    public init(category: Category, text: String, foundAt: Instant, communication: Communication? = nil) {
        self.category = category
        self.text = text
        self.foundAt = foundAt
        self.communication = communication
    }
}

/// Who signs: the reader of this workstation.
public struct Reader: Hashable, Codable, Sendable {
    public var name: PersonName
    public var organization: String
    /// The reader's code within the organisation, where there is one.
    public var identification: CodedConcept?

    public init(name: PersonName, organization: String, identification: CodedConcept? = nil) {
        self.name = name
        self.organization = organization
        self.identification = identification
    }
}

/// A document at the server, by its three identifiers.
public struct DocumentReference: Hashable, Codable, Sendable {
    public var study: StudyInstanceUID
    public var series: SeriesInstanceUID
    public var instance: SOPInstanceUID

    public init(study: StudyInstanceUID, series: SeriesInstanceUID, instance: SOPInstanceUID) {
        self.study = study
        self.series = series
        self.instance = instance
    }
}

/// One signed version of a report. Never changed: a correction is a new version that names this one.
public struct ReportVersion: Hashable, Codable, Sendable {
    public var id: ReportVersionID
    public var reportID: ReportID
    /// From 1.
    public var number: Int
    /// The study, its patient and its order as they were when this version was signed.
    public var study: Study
    /// The images and documents of the study that the report answers for.
    public var evidence: [Series]
    public var document: DocumentReference
    public var flags: ReportFlags
    public var isAddendum: Bool
    public var templateIdentifier: String
    public var title: String
    /// RFC 5646, `en-US`.
    public var language: String
    public var sections: [ReportSection]
    /// The rendered text the reader signed.
    public var text: String
    public var signedBy: Reader
    public var signedAt: Instant
    public var timeZone: TimeZoneOffset
    public var predecessor: DocumentReference?
    /// What somebody has to be told, and who was; `nil` in versions signed before there was such a thing.
    public var actionable: [ActionableFinding]?

    public init(
        id: ReportVersionID, reportID: ReportID, number: Int, study: Study, evidence: [Series],
        document: DocumentReference, flags: ReportFlags, isAddendum: Bool, templateIdentifier: String, title: String,
        language: String, sections: [ReportSection], text: String, signedBy: Reader, signedAt: Instant,
        timeZone: TimeZoneOffset, predecessor: DocumentReference?, actionable: [ActionableFinding]? = nil
    ) {
        self.actionable = actionable
        self.id = id
        self.reportID = reportID
        self.number = number
        self.study = study
        self.evidence = evidence
        self.document = document
        self.flags = flags
        self.isAddendum = isAddendum
        self.templateIdentifier = templateIdentifier
        self.title = title
        self.language = language
        self.sections = sections
        self.text = text
        self.signedBy = signedBy
        self.signedAt = signedAt
        self.timeZone = timeZone
        self.predecessor = predecessor
    }
}
