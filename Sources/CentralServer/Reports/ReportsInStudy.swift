import DICOM
public import Radiology
public import Sync

extension DICOMwebServer {
    /// The structured reports in a study, whoever wrote them, read tolerantly.
    ///
    /// - Parameter known: reports that are here already and need not be fetched again: a document never changes.
    public func reports(
        in study: StudyInstanceUID, known: Set<SOPInstanceUID> = []
    ) throws(ServerFailure) -> [PriorReport] {
        var reports: [PriorReport] = []
        for reference in try reportReferences(in: study)
        where !known.contains(reference.instance) && reports.count < Self.mostReportsRead {
            guard let bytes = try instance(reference) else { continue }
            // One document that cannot be read must not hide the others.
            guard let file = try? Part10File.decode(bytes).value else { continue }
            reports.append(PriorReport(reference, ReadStructuredReport.read(file.dataSet)))
        }
        return reports
    }

    private static let mostReportsRead = 20

    private func reportReferences(in study: StudyInstanceUID) throws(ServerFailure) -> [DocumentReference] {
        let rows = try instanceRows(in: study, modality: .structuredReport)
        return rows.compactMap { row in
            guard row.text(.sopClassUID).map(SOPClass.isReport) ?? false,
                let series = row.text(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
                let instance = row.text(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:))
            else { return nil }
            return DocumentReference(study: study, series: series, instance: instance)
        }
    }
}

extension PriorReport {
    init(_ reference: DocumentReference, _ read: Decoded<ReadStructuredReport>) {
        let report = read.value
        let flags = report.completion.flatMap { completion in
            ReportFlags(
                completion: completion == .complete ? .complete : .partial,
                verification: report.verification == .verified ? .verified : .unverified,
                preliminary: report.preliminary.map { $0 == .preliminary ? .preliminary : .final })
        }
        let author = report.verifyingObservers.first?.person ?? report.authors.first
        self.init(
            document: reference, title: report.title?.meaning ?? "Report", flags: flags,
            author: author.flatMap { PersonName(dicom: $0.name) },
            date: report.contentDate.flatMap(CalendarDate.init(dicom:)),
            time: report.contentTime.flatMap(TimeOfDay.init(dicom:)),
            sections: report.sections.filter { !$0.text.isEmpty }.map { section in
                ReportSection(
                    concept: section.code.map { CodedConcept($0.value, $0.scheme, $0.meaning) },
                    title: section.heading, text: section.text)
            },
            deviations: read.deviations.map(\.description))
    }
}
