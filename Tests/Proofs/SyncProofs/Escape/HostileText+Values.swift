import Radiology
import ReportTemplates
import Sync
import Wording
import Workstation

// Everything a screen can show, with a hostile text in each of its fields.

extension HostileText {
    mutating func name() -> PersonName {
        let group = PersonNameGroup(family: next(), given: next(), middle: next(), prefix: next(), suffix: next())
        return PersonName(alphabetic: group, ideographic: PersonNameGroup(family: next(), given: next()))
    }

    mutating func study(_ number: Int) -> Study {
        let id = PatientIdentifier(id: PatientID(unchecked: next()), issuer: IssuerOfPatientID(unchecked: next()))
        let order = Order(
            accessionNumber: AccessionNumber(unchecked: next()),
            requestedProcedures: [RequestedProcedure(description: next())], referringPhysician: name(),
            indication: next())
        return Study(
            uid: StudyInstanceUID(unchecked: "1.2.826.0.1.99.\(number)"),
            patient: Patient(identifier: id, name: name(), birthDate: CalendarDate(year: 1959, month: 3, day: 12)),
            order: order, studyID: next(), date: CalendarDate(year: 2026, month: 11, day: 21), description: next(),
            modalities: [Modality(rawValue: next())], bodyPart: next(), site: SiteName(unchecked: next()))
    }

    mutating func row(_ number: Int, mine: Bool) -> WorklistRow {
        let claim = Claim(reader: next(), transaction: mine ? TransactionUID(unchecked: "1.2.3") : nil)
        let finding = ActionableFinding(
            category: .critical, text: next(), foundAt: Instant(millisecondsSince1970: 1_795_252_000_000))
        return WorklistRow(
            item: WorklistItem(
                study: study(number), receivedAt: Instant(millisecondsSince1970: 1_795_252_000_000), claim: claim),
            status: mine ? .claimed : .readBy(next()), priorCount: 1, actionable: finding)
    }

    mutating func series(_ number: Int) -> Series {
        Series(
            uid: SeriesInstanceUID(unchecked: "1.2.826.0.1.98.\(number)"), number: number,
            modality: Modality(rawValue: next()), description: next(), bodyPart: next(), laterality: next(),
            technique: [next()])
    }

    mutating func detail(_ study: Study) -> StudyDetail {
        StudyDetail(
            study: study, series: [series(1)],
            attributes: (0..<8).map { MetadataAttribute(depth: $0 % 3, tag: next(), keyword: next(), value: next()) },
            contrastAgent: next(), dose: [next()])
    }

    private func document(_ number: Int) -> DocumentReference {
        DocumentReference(
            study: StudyInstanceUID(unchecked: "1.2.826.0.1.99.\(number)"),
            series: SeriesInstanceUID(unchecked: "1.2.826.0.1.97.\(number)"),
            instance: SOPInstanceUID(unchecked: "1.2.826.0.1.96.\(number)"))
    }

    mutating func bundle(_ row: WorklistRow) -> StudyBundle {
        let report = PriorReport(
            document: document(70), title: next(), flags: .final, author: name(),
            date: CalendarDate(year: 2025, month: 1, day: 2),
            sections: [ReportSection(title: next(), text: next()), ReportSection(title: next(), text: next())],
            deviations: [next()])
        return StudyBundle(
            row: row, detail: detail(row.item.study), priors: [Prior(study: study(70), reports: [report])],
            reports: [report], staleBecause: Wording(verbatim: next()))
    }

    mutating func item(_ number: Int) -> OutboxItem {
        let study = study(number)
        let version = ReportVersion(
            id: ReportVersionID(unchecked: next()), reportID: ReportID(unchecked: next()), number: 1, study: study,
            evidence: [], document: document(number), flags: .final, isAddendum: false, templateIdentifier: next(),
            title: next(), language: next(), sections: [ReportSection(title: next(), text: next())], text: next(),
            signedBy: Reader(name: name(), organization: next()),
            signedAt: Instant(millisecondsSince1970: 1_795_252_000_000), timeZone: .utc, predecessor: nil)
        let states = FilingState.allCases
        let entry = OutboxEntry(
            id: OutboxEntryID(rawValue: Int64(number)), version: version.id, report: version.reportID,
            versionNumber: 1, destination: DestinationName(unchecked: next()), document: version.document,
            digest: ContentDigest(hexadecimal: next()), signedAt: version.signedAt,
            progress: FilingProgress(state: states[number % states.count], attempts: number, lastAnswer: next()))
        return OutboxItem(entry: entry, version: version)
    }

    mutating func template() -> Template {
        let options = (0..<3).map { _ in PickList.Option(next()) }
        let elements: [Element] = [
            .field(
                Field(id: Field.ID(rawValue: "a"), label: next(), kind: .pickOne(PickList(options)), defaultText: "")),
            .field(Field(id: Field.ID(rawValue: "b"), label: next(), kind: .text, defaultText: next())),
        ]
        return Template(
            identifier: "urn:test:hostile", title: next(),
            sections: [Section(id: Section.ID(rawValue: "1"), title: next(), elements: elements)])
    }
}
