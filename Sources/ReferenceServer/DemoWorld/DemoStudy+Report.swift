import DICOM

extension DemoStudy {
    /// The signed report of a prior, as the department's earlier system filed it; none where nobody reported.
    var reportInstance: [ArchivedInstance] {
        guard let report, let document = try? document(report), let dataSet = try? document.dataSet(),
            let file = try? document.part10()
        else { return [] }
        return [ArchivedInstance(dataSet: dataSet, file: file)]
    }

    private func document(
        _ report: (findings: String, impression: String)
    ) throws(StructuredReportError) -> BasicTextStructuredReport {
        let signedAt = Moment(seconds: madeAt.seconds + 2400)
        let reader = BasicTextStructuredReport.Person(name: Self.readers[number % 3], organization: site.name)
        var document = BasicTextStructuredReport(
            patient: .init(
                name: patient.name, id: patient.id, issuer: patient.issuer, birthDate: patient.birthDate,
                sex: patient.sex),
            study: .init(
                uid: uid, date: madeAt.date, time: madeAt.time, id: "S\(number)", accessionNumber: accessionNumber,
                referringPhysician: referringPhysician, description: procedure.title),
            sopInstanceUID: "\(uid).800.1", seriesInstanceUID: "\(uid).800", seriesNumber: 800, instanceNumber: 1,
            contentDate: signedAt.date, contentTime: signedAt.time, language: .language("en-GB"),
            sections: [
                .init(.findings, report.findings.paragraphs), .init(.impressions, report.impression.paragraphs),
            ],
            authors: [reader], completion: .complete, verification: .verified, preliminary: .final)
        document.timeZoneOffset = zone
        document.seriesDescription = "Report"
        document.equipment = .init(manufacturer: "Imaginary Reporting", institution: site.name)
        document.verifyingObservers = [.init(reader, dateTime: signedAt.dateTime + zone)]
        document.orders = [
            .init(
                studyInstanceUID: uid, accessionNumber: accessionNumber, requestedProcedureID: requestedProcedureID,
                requestedProcedureDescription: procedure.title,
                requestedProcedureCode: Code(procedure.key, "99RDEMO", procedure.title))
        ]
        document.evidence = [evidence]
        return document
    }

    private static let readers = ["Okonjo^Ngozi^^Dr.", "Delacroix^Étienne^^Dr.", "Tanaka^Emi=田中^恵美"]

    /// The images the report answers for.
    private var evidence: BasicTextStructuredReport.ReferencedStudy {
        let series = procedure.series.enumerated().map { place, series in
            BasicTextStructuredReport.ReferencedSeries(
                seriesInstanceUID: self.series(place),
                instances: (0..<series.instances).map {
                    .init(
                        sopClassUID: DemoProcedure.sopClass(series.modality), sopInstanceUID: instance($0, of: place))
                })
        }
        return .init(studyInstanceUID: uid, series: series)
    }
}

extension String {
    fileprivate var paragraphs: [String] { split(separator: " / ").map(String.init) }
}
