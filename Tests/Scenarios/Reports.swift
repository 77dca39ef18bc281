import Radiology
import Sync

// Priors with their reports, what a study holds, and what is in the outbox.

extension Fixture {
    static func detail(_ study: Study, number: Int) -> StudyDetail {
        let modality = study.modalities.first?.rawValue ?? "CT"
        var list = [series(1, of: number, modality, "PA", images: 1)]
        if modality == "CT" {
            list = [
                series(2, of: number, "CT", "Head 0.6 axial", images: 184),
                series(3, of: number, "CT", "Bone 1.0 axial", images: 120),
                series(4, of: number, "CT", "Coronal 2.0", images: 60),
            ]
            list[0].technique = ["120 kV", "slice 0.6 mm", "Hr40"]
        }
        return StudyDetail(
            study: study, series: list, attributes: attributes(study),
            dose: modality == "CT" ? ["CTDIvol 48 mGy", "DLP 812 mGy·cm"] : [])
    }

    private static func attributes(_ study: Study) -> [MetadataAttribute] {
        func attribute(_ tag: String, _ keyword: String, _ value: String, depth: Int = 0) -> MetadataAttribute {
            MetadataAttribute(depth: depth, tag: tag, keyword: keyword, value: value)
        }
        let head = [
            attribute("(0008,0060)", "Modality", study.modalityText),
            attribute("(0008,0070)", "Manufacturer", "Synthetic Imaging"),
            attribute("(0008,1030)", "StudyDescription", study.title),
            attribute("(0010,0010)", "PatientName", study.patient.name?.dicom ?? ""),
            attribute("(0010,0020)", "PatientID", study.patient.identifier?.id.rawValue ?? ""),
            attribute("(0018,0060)", "KVP", "120"),
            attribute("(0040,0275)", "RequestAttributesSequence", "1 item"),
            attribute("(0040,1001)", "RequestedProcedureID", "RP-4711", depth: 1),
            attribute("(0040,0007)", "ScheduledProcedureStepDescription", study.title, depth: 1),
        ]
        return head + (0..<40).map { attribute("(0019,10\(10 + $0))", "", "private \($0)") }
    }

    static func priors(of study: Study, count: Int) -> [Prior] {
        let dates = ["20250211", "20230602", "20191030", "20170815", "20150404"]
        return (0..<min(count, dates.count)).map { index in
            var earlier = study
            earlier.uid = uid(900 + index)
            earlier.date = day(dates[index])
            earlier.order.accessionNumber = AccessionNumber(rawValue: "39\(index)")
            if index == 1 {
                earlier.description = "Brain with contrast"
                earlier.modalities = [.magneticResonance]
            }
            return Prior(study: earlier, reports: index == 2 ? [] : [report(index, earlier)])
        }
    }

    private static func report(_ index: Int, _ study: Study) -> PriorReport {
        let author = index == 0 ? "LEE^Min^^Dr" : "ROY^Camille^^Dr"
        let impression = index == 0 ? "1. No acute abnormality.\n2. Chronic small-vessel disease." : "Unchanged."
        return PriorReport(
            document: document(900 + index), title: study.title, flags: .final, author: PersonName(dicom: author),
            date: study.date,
            sections: [
                ReportSection(title: "Indication", text: "Headache for two weeks."),
                ReportSection(
                    title: "Findings",
                    text: "No haemorrhage. Mild small-vessel change of the white matter. Ventricles and sulci are "
                        + "appropriate for age. No fracture of the calvaria or the skull base."),
                ReportSection(title: "Impression", text: impression),
            ])
    }

    /// Puts a text wherever a study's details and reports have one.
    static func poison(_ detail: inout StudyDetail, _ priors: inout [Prior], _ text: String) {
        for index in detail.series.indices {
            detail.series[index].description = text
            detail.series[index].technique = [text]
        }
        detail.attributes = [MetadataAttribute(depth: 3, tag: text, keyword: text, value: text)]
        detail.dose = [text]
        for index in priors.indices {
            priors[index].reports = priors[index].reports.map { report in
                var report = report
                report.title = text
                report.author = PersonName(alphabetic: PersonNameGroup(family: text))
                report.sections = [ReportSection(title: text, text: text)]
                report.deviations = [text]
                return report
            }
        }
    }

    static func version(_ item: Case, number: Int = 1, _ flags: ReportFlags = .final) -> ReportVersion {
        ReportVersion(
            id: ReportVersionID(rawValue: "version-\(item.number)-\(number)")!,
            reportID: ReportID(rawValue: "report-\(item.number)")!, number: number, study: item.study, evidence: [],
            document: document(item.number), flags: flags, isAddendum: number > 1, templateIdentifier: "urn:test",
            title: item.words, language: "en",
            sections: [ReportSection(title: "Impression", text: "Normal.")], text: "IMPRESSION\nNormal.\n",
            signedBy: reader, signedAt: now.adding(seconds: -7200), timeZone: .utc, predecessor: nil)
    }

    /// One report in each of the five states.
    static var outbox: [OutboxItem] {
        let answers: [(FilingState, Int, String?)] = [
            (.conflict, 1, "two finals of one study; both are kept"),
            (.rejected, 1, "The server answered 409: 0000,0900 A900 identifier does not match SOP class"),
            (.unknown, 2, "No answer from the server for 30 s. It is tried again later."),
            (.queued, 0, nil),
            (.filed, 1, nil),
        ]
        let cases = Case.all.filter { [1, 4, 6, 10, 11].contains($0.number) }
        return zip(answers, cases).enumerated().map { index, pair in
            let ((state, attempts, answer), item) = pair
            let version = version(item, state == .queued ? .preliminary : .final)
            let progress = FilingProgress(
                state: state, attempts: attempts, nextAttempt: state == .unknown ? now.adding(seconds: 41) : nil,
                lastAnswer: answer, filedAt: state == .filed ? now.adding(seconds: -600) : nil)
            return OutboxItem(
                entry: entry(OutboxEntryID(rawValue: Int64(index + 1)), version, progress), version: version)
        }
    }

    /// What another reader wrote of the same study.
    static var theirs: PriorReport {
        PriorReport(
            document: DocumentReference(
                study: StudyInstanceUID(unchecked: "1.2.3"), series: SeriesInstanceUID(unchecked: "1.2.3.4"),
                instance: SOPInstanceUID(unchecked: "1.2.3.4.5")),
            title: "Radiology Report", flags: .final, author: PersonName(dicom: "LEE^Min"), date: day("20261121"),
            sections: [
                ReportSection(title: "Findings", text: "Patchy opacity in the right lower lobe. No effusion."),
                ReportSection(title: "Impression", text: "Right lower lobe pneumonia."),
            ])
    }

    static func entry(_ id: OutboxEntryID, _ version: ReportVersion, _ progress: FilingProgress) -> OutboxEntry {
        OutboxEntry(
            id: id, version: version.id, report: version.reportID, versionNumber: version.number,
            destination: DestinationName(rawValue: "PACS North")!, document: version.document,
            digest: Desk.digest(version.text), signedAt: version.signedAt, progress: progress)
    }
}
