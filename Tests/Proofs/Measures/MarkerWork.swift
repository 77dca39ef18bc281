import ArgumentParser
import Foundation
import LocalStore
import Radiology
import Sync

/// Everything a store is told of patients, with a marker in each place: twenty studies with ten markers each.
struct MarkerWork {
    static let studies = Markers.count / 10
    /// The line after which a kill hits the middle of the work.
    static let middle = "in the middle"

    let store: LocalStore

    func run(passes: Int) throws {
        for pass in 0..<passes {
            try store.mergeWorklist((0..<Self.studies).map(item), isComplete: true)
            for study in 0..<Self.studies {
                try fetch(study)
                for revision in 0..<3 { try store.saveDraft(draft(study, "pass \(pass), revision \(revision)")) }
                if pass == 0, study == Self.studies / 2 { print(Self.middle) }
                fflush(nil)
                if study.isMultiple(of: 3) {
                    try store.discardDraft(
                        self.study(study).uid, at: SyntheticWork.now, audit: event(.draftDiscarded, study))
                }
                try sign(study, pass)
                // An addendum is begun: so there is a draft of every study in the end.
                try store.saveDraft(draft(study, "addendum"))
            }
            try learn()
        }
    }

    /// Signs, with the second copy; and the server refuses it in words that name the patient.
    private func sign(_ number: Int, _ pass: Int) throws {
        let version = try store.versions(of: study(number).uid).count + 1
        let entries = try store.sign(
            frozen(number, version), destinations: [SyntheticWork.destination], audit: [event(.signed, number)])
        try store.copySigned(at: SyntheticWork.now)
        guard let entry = entries.first else { return }
        let progress = FilingProgress(state: .unknown, attempts: 1, lastAnswer: "no room for \(word(number, 0))")
        try store.record(progress, for: entry.id, audit: nil)
    }

    private func fetch(_ number: Int) throws {
        let study = study(number)
        try store.append(event(.opened, number))
        try store.saveDetail(
            StudyDetail(study: study, series: [], contrastAgent: word(number, 6)), fetchedAt: SyntheticWork.now)
        var earlier = study
        earlier.uid = StudyInstanceUID(unchecked: study.uid.rawValue + ".5")
        let report = PriorReport(
            document: DocumentReference(
                study: earlier.uid, series: SeriesInstanceUID(unchecked: earlier.uid.rawValue + ".1"),
                instance: SOPInstanceUID(unchecked: earlier.uid.rawValue + ".2")),
            title: "Earlier report", sections: [ReportSection(title: "Findings", text: word(number, 7))])
        try store.savePriors([Prior(study: earlier, reports: [report])], receivedAt: SyntheticWork.now)
    }

    /// What phrases are learned from, and what the screens ask for.
    private func learn() throws {
        _ = try store.reportTexts()
        _ = try store.worklistPage(
            WorklistQuery(filter: Markers.word(0)), offset: 0, limit: 60,
            at: ListMoment(now: SyntheticWork.now, timeZone: TimeZoneOffset(seconds: 0)))
        _ = try store.outboxItems(limit: 200)
        try store.countMacroUse("normal chest")
    }

    // MARK: - Data with markers

    private func word(_ study: Int, _ place: Int) -> String { Markers.word(study * 10 + place) }

    private func study(_ number: Int) -> Study {
        var study = SyntheticWork.study(number)
        study.patient.name = PersonName(dicom: word(number, 0) + "^Ana")
        study.patient.identifier = PatientIdentifier(id: PatientID(unchecked: word(number, 1)), issuer: nil)
        study.order.accessionNumber = AccessionNumber(rawValue: word(number, 2))
        study.order.indication = "Question of \(word(number, 3))."
        study.order.referringPhysician = PersonName(dicom: word(number, 4) + "^Ada")
        study.description = "CT \(word(number, 5))"
        return study
    }

    private func item(_ number: Int) -> WorklistItem {
        var item = SyntheticWork.item(number)
        item.study = study(number)
        return item
    }

    private func draft(_ number: Int, _ revision: String) -> StoredDraft {
        StoredDraft(
            study: study(number).uid, content: "\(revision): \(word(number, 8)) " + filler, savedAt: SyntheticWork.now)
    }

    private func frozen(_ number: Int, _ version: Int) -> FrozenReport {
        var frozen = SyntheticWork.frozen(number, version: version)
        frozen.version.study = study(number)
        frozen.version.text = "Signed: \(word(number, 9))."
        frozen.version.sections = [ReportSection(title: "Findings", text: frozen.version.text)]
        frozen.document = Array("document \(version) of \(word(number, 9)) \(filler)".utf8)
        return frozen
    }

    /// As much as a report has, so that pages fill and are written.
    private var filler: String { String(repeating: "Lungs clear, no effusion. ", count: 60) }

    private func event(_ kind: AuditEvent.Kind, _ number: Int) -> AuditEvent {
        AuditEvent(
            at: SyntheticWork.now, kind: kind, reader: SyntheticWork.reader, study: study(number).uid, detail: "")
    }
}

/// The process that is killed; not for people.
struct MarkerWorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "marker-work", shouldDisplay: false)

    @Argument var root: String
    @Option var passes: Int
    @Flag var plain = false

    func run() throws {
        let store = try MeasureFolder(root: root, isSealed: !plain).open()
        try store.copySigned(at: SyntheticWork.now)
        try MarkerWork(store: store).run(passes: passes)
        store.close()
    }
}
