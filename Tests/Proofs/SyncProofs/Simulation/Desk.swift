import Radiology

/// Where a reader sits: a study is opened, text is typed, the report is signed.
protocol Desk: Sendable {
    /// Characters of the report in front of the reader; `nil` when there is none.
    var characters: Int? { get }
    var study: Int? { get }
    /// The report and version number the open draft goes on with.
    var report: Int? { get }
    var base: Int { get }

    mutating func open(_ facts: StudyFacts, draft: KeptDraft?, versions: [StoredVersion])
    /// - Returns: what has to be kept, where the desk wants it kept now.
    mutating func type(at now: Instant) -> KeptDraft?
    mutating func saved()
    mutating func claimLost()
    /// Asks for the identity once more. False where nothing can be signed now.
    mutating func prepare() -> Bool
    /// The identity was read once more. The reader looks at it, and at all there is to acknowledge.
    ///
    /// - Returns: `nil` where the reader could not sign.
    mutating func review(_ current: StudyFacts) throws(Breach) -> SigningAct?
    mutating func signed(_ version: StoredVersion)
    mutating func notSigned()
    mutating func leave()
}

/// The desk in a few lines: what the workstation's reducer should come to.
struct QuickDesk: Desk {
    private var draft: KeptDraft?

    var characters: Int? { draft?.characters }
    var study: Int? { draft?.begun.study }
    var report: Int? { draft?.report }
    var base: Int { draft?.base ?? 0 }

    mutating func open(_ facts: StudyFacts, draft: KeptDraft?, versions: [StoredVersion]) {
        let last = versions.last
        self.draft =
            draft ?? KeptDraft(begun: facts, characters: 0, report: last?.report, base: last?.number ?? 0, draft: nil)
    }

    mutating func type(at now: Instant) -> KeptDraft? {
        guard draft != nil else { return nil }
        draft?.characters += 7
        return draft
    }

    mutating func saved() {}
    mutating func claimLost() {}

    mutating func prepare() -> Bool { (draft?.characters ?? 0) > 0 }

    mutating func review(_ current: StudyFacts) -> SigningAct? {
        guard let draft, draft.begun.study == current.study else { return nil }
        return SigningAct(
            begun: draft.begun, shown: current, characters: draft.characters, report: draft.report, base: draft.base,
            wasReidentified: draft.begun.identity != current.identity,
            wasAcknowledged: draft.begun.series != current.series, content: nil)
    }

    mutating func signed(_ version: StoredVersion) { draft = nil }
    mutating func notSigned() {}
    mutating func leave() { draft = nil }
}
