public import Radiology
public import ReportTemplates

/// A report being written: its subject as it was when it was begun, its content, and where the reader is in it.
/// All of it comes back after an interruption.
public struct Draft: Hashable, Codable, Sendable {
    /// Which of a study's drafts, one after the other, this is; drafts saved by an older version do not know.
    public var begunAt: Instant?
    /// Study, patient and series as they were when the report was begun.
    public var detail: StudyDetail
    public var content: ReportContent
    /// Why this template was chosen, for the reader.
    public var matchReason: String
    /// The version this report corrects or adds to.
    public var predecessor: Predecessor?
    /// Index into `content.places`.
    public var placeIndex: Int
    /// In characters, from 0 to the length of the active place's text.
    public var cursor: Int
    /// The active place's text is selected as a whole: typing replaces it.
    public var isSelected: Bool
    /// What was typed to pick an option by its first letters.
    public var pickPrefix: String { didSet { if pickPrefix.isEmpty { pickBase = nil } } }
    /// What the field held before those letters: each further letter picks anew from there.
    var pickBase: PlaceValue?
    /// A bracket amid the text that is selected: typing replaces it. In characters, brackets included.
    public var bracket: Range<Int>?
    /// What was taken over from earlier reports; see ``copiedSource(at:)``.
    var copied: [ReportPlace.Target: CopiedText]?
    /// Free text that came along from another template, as it came.
    var carried: [ReportPlace.Target: String]?
    /// The template before this one, to go back to.
    var left: LeftTemplate?
    /// Letters of an option that a bracket's first letter picked, and that are typed all the same.
    var pickedTail: String?
    /// What somebody has to be told; part of the report.
    public var actionable: [ActionableFinding]?
    /// In whose clock the times of the report are written.
    public var zone: TimeZoneOffset?
    public var history: EditHistory
    /// Changes since the report was begun; a saved draft says up to which it holds them.
    public var edits: Int

    public struct Predecessor: Hashable, Codable, Sendable {
        public var report: ReportID
        public var number: Int
        public var document: DocumentReference
        public var signedAt: Instant
        /// What that report is written in; drafts saved by an older version do not know.
        public var language: String?

        public init(_ version: ReportVersion) {
            report = version.reportID
            number = version.number
            document = version.document
            signedAt = version.signedAt
            language = version.language
        }
    }

    public init(
        detail: StudyDetail, content: ReportContent, matchReason: String, predecessor: Predecessor? = nil,
        begunAt: Instant? = nil
    ) {
        self.begunAt = begunAt
        self.detail = detail
        self.content = content
        self.matchReason = matchReason
        self.predecessor = predecessor
        placeIndex = 0
        cursor = 0
        isSelected = false
        pickPrefix = ""
        history = EditHistory()
        edits = 0
        enter(firstPlace)
    }

    public var study: StudyInstanceUID { detail.study.uid }

    /// Whether it adds to a final report; a preliminary one is replaced as a whole.
    public var isAddendum: Bool { predecessor != nil && content.template.purpose == .addendum }

    public var places: [ReportPlace] { content.places }

    public var place: ReportPlace? {
        let places = self.places
        return places.indices.contains(placeIndex) ? places[placeIndex] : nil
    }

    public var text: String { place.map { content.text(at: $0.target) } ?? "" }

    public var field: Field? {
        guard case .field(let id)? = place?.target else { return nil }
        return content.field(id)
    }

    /// Options the active field offers.
    public var options: [PickList.Option] { field?.options ?? [] }

    /// Where reading begins: the first field of the findings, or the first field, or the first place.
    var firstPlace: Int {
        let places = self.places
        func isField(_ place: ReportPlace) -> Bool { if case .field = place.target { true } else { false } }
        let findings = content.template.sections.first { $0.role == .findings }?.id
        return places.firstIndex { $0.section == findings && isField($0) }
            ?? places.firstIndex { $0.section == findings } ?? places.firstIndex(where: isField) ?? 0
    }

    /// Goes to a place and selects what it holds.
    public mutating func enter(_ index: Int) {
        let count = places.count
        guard count > 0 else { return }
        placeIndex = (index % count + count) % count
        pickPrefix = ""
        bracket = nil
        let text = self.text
        cursor = text.characterCount
        // Free text is gone on with, not replaced.
        isSelected = !text.isEmpty && field != nil
    }
}

/// Words of an earlier report, and which it was.
struct CopiedText: Hashable, Codable, Sendable {
    var source: String
    /// The whole text of the place after copying: as long as it is that, nobody has touched it, undo or not.
    var text: String
}

extension Draft {
    /// From which report the text of a place was copied, while it was not touched since.
    public func copiedSource(at target: ReportPlace.Target) -> String? {
        guard let copied = copied?[target], copied.text == content.text(at: target) else { return nil }
        return copied.source
    }
}
