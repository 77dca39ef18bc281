import Radiology
import ReportTemplates
import Sync

@testable import Workstation

// Synthetic patients and a small library, so that these tests do not change with the shipped templates.

enum Fixture {
    static let now = Instant(millisecondsSince1970: 1_795_252_440_000)
    static let lee = "Lee"

    static func uid(_ number: Int) -> StudyInstanceUID { StudyInstanceUID(rawValue: "1.2.826.0.1.99.\(number)")! }

    static func study(_ number: Int = 1, name: String = "DOE^Jane", born: String? = "19590312") -> Study {
        Study(
            uid: uid(number),
            patient: Patient(
                identifier: PatientIdentifier(id: PatientID(rawValue: "0012\(number)")!), name: PersonName(dicom: name),
                birthDate: born.flatMap { CalendarDate(dicom: $0) }, sex: .female),
            order: Order(accessionNumber: AccessionNumber(rawValue: "471\(number)"), indication: "Fall."),
            date: CalendarDate(dicom: "20261121"), description: "Chest, 1 view", modalities: [.digitalRadiography],
            bodyPart: "CHEST")
    }

    static func series(_ number: Int, modality: String = "DX", images: Int = 1) -> Series {
        let base = "1.2.826.0.1.98.\(number)"
        return Series(
            uid: SeriesInstanceUID(rawValue: base)!, number: number, modality: Modality(rawValue: modality),
            instances: (0..<images).map {
                Instance(uid: SOPInstanceUID(rawValue: "\(base).\($0 + 1)")!, sopClass: SOPClassUID(rawValue: "1.2")!)
            })
    }

    static func detail(_ number: Int = 1) -> StudyDetail {
        StudyDetail(study: study(number), series: [series(1)])
    }

    static func row(_ number: Int, _ status: ReadingStatus = .unread, mine: Bool = false) -> WorklistRow {
        let claim = mine ? Claim(reader: "Ada", transaction: TransactionUID(rawValue: "1.2.3.\(number + 1)")) : nil
        return WorklistRow(
            item: WorklistItem(study: study(number), receivedAt: now, claim: claim), status: status, priorCount: 0)
    }

    static func bundle(_ number: Int = 1, draft: Draft? = nil, versions: [ReportVersion] = []) -> StudyBundle {
        StudyBundle(
            row: row(number, mine: true), detail: detail(number), reports: versions.reversed().map(PriorReport.init),
            versions: versions, draft: draft)
    }

    static func field(_ name: String, _ kind: Field.Kind = .text, text: String = "") -> Field {
        Field(id: Field.ID(rawValue: name), label: name, kind: kind, defaultText: text)
    }

    static func list(_ options: [String], chosen: Int? = nil) -> PickList {
        PickList(options.enumerated().map { PickList.Option($0.element, isDefault: $0.offset == chosen) })
    }

    static let chest: Template = {
        let findings = Section(
            id: Section.ID(rawValue: "findings"), title: "Findings",
            elements: [
                .field(field("Lungs", .pickOne(list(["Clear.", "Patchy opacity.", "Pulmonary nodule."], chosen: 0)))),
                .field(field("Pleura", .text, text: "Normal.")),
                .field(field("Lines", .pickMany(list(["Tube.", "Catheter.", "Pacemaker."])))),
                .field(field("Other", .multiline)),
                .field(field("Contrast", .pickOne(list(["No", "Yes", "Yes, all", "Yes, some"])))),
                .field(field("Drains", .pickMany(list(["Left", "Left two", "Right"])))),
                .section(
                    Section(
                        id: Section.ID(rawValue: "bones"), title: "Bones", level: 2,
                        elements: [.field(field("Ribs", .text, text: "Intact."))])),
            ])
        let impression = Section(
            id: Section.ID(rawValue: "impression"), title: "Impression",
            elements: [.field(field("Impression", .multiline, text: "Normal chest."))])
        let scope = Scope(
            modalities: [.digitalRadiography], anatomy: [CodedConcept("RID1243", "RADLEX", "thorax")])
        return Template(
            identifier: "urn:test:chest", title: "Chest", scope: scope,
            sections: [findings, impression])
    }()

    static let plain = Template(
        identifier: TemplateLibrary.plainReportIdentifier, title: "Plain",
        sections: ["Findings", "Impression"].map { Section(id: Section.ID(rawValue: $0), title: $0) })

    static let library = TemplateLibrary([chest, plain])

    static func state() -> WorkstationState {
        let reader = Reader(name: PersonName(dicom: "OKONKWO^Ada")!, organization: "North General")
        return WorkstationState(system: SystemState(now: now, timeZone: .utc, reader: reader), templates: library)
    }

    /// A report that has just been opened.
    static func reporting(_ number: Int = 1) -> WorkstationState {
        var state = state()
        _ = state.open(row(number, mine: true), reporting: true)
        _ = state.update(.study(.opened(bundle(number), reporting: true)))
        return state
    }

    static func draft() -> Draft {
        Draft(detail: detail(), content: ReportContent(template: chest), matchReason: "test")
    }

    static func version(_ study: Study = study(), _ flags: ReportFlags = .final) -> ReportVersion {
        ReportVersion(
            id: ReportVersionID(rawValue: "v1")!, reportID: ReportID(rawValue: "r1")!, number: 1, study: study,
            evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(rawValue: "1.9")!,
                instance: SOPInstanceUID(rawValue: "1.9.1")!),
            flags: flags, isAddendum: false, templateIdentifier: "urn:test:chest", title: "Chest", language: "en",
            sections: [ReportSection(title: "Impression", text: "Normal.")], text: "IMPRESSION\nNormal.\n",
            signedBy: state().system.reader, signedAt: now, timeZone: .utc, predecessor: nil)
    }

    static let digest = ContentDigest(hexadecimal: String(repeating: "7f3ac01e", count: 8))

    static func preparation(_ current: StudyDetail = detail(), text: String? = nil) -> SigningPreparation {
        SigningPreparation(
            study: current.study.uid, text: text, current: current, textDigest: digest,
            destinations: [DestinationName(rawValue: "PACS")!])
    }
}

extension WorkstationState {
    /// Several messages one after the other; the effects of all of them.
    @discardableResult
    mutating func take(_ messages: EditorMessage...) -> [Effect] {
        messages.flatMap { update(.editor($0)) }
    }

    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        text.flatMap { update(.editor(.typed(String($0)))) }
    }

    @discardableResult
    mutating func wait(_ seconds: Double) -> [Effect] {
        update(.system(.ticked(system.now.adding(seconds: seconds))))
    }

    func text(of name: String) -> String {
        editor?.draft.content.text(at: .field(Field.ID(rawValue: name))) ?? ""
    }

    /// Goes to a field by its name.
    mutating func go(to name: String) {
        let index = editor?.draft.places.firstIndex { $0.target == .field(Field.ID(rawValue: name)) }
        _ = update(.editor(.placeChosen(index ?? 0)))
    }
}

extension [Effect] {
    var savedDrafts: [Draft] { compactMap { if case .saveDraft(let draft) = $0 { draft } else { nil } } }
    var signings: [SigningRequest] { compactMap { if case .sign(let request) = $0 { request } else { nil } } }
}
