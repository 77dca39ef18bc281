import DICOM

/// Made-up reports for the tests.
enum Reports {
    typealias Report = BasicTextStructuredReport

    /// Says as little as a report may.
    static var minimal: Report {
        Report(
            patient: .init(name: nil, id: nil), study: .init(uid: "1.2.826.0.1.3680043.10.1.1"),
            sopInstanceUID: "1.2.826.0.1.3680043.10.1.3", seriesInstanceUID: "1.2.826.0.1.3680043.10.1.2",
            seriesNumber: 900, instanceNumber: 1, contentDate: "20260102", contentTime: "101500",
            language: .language("en-US"), sections: [.init(.findings, ["No acute abnormality."])],
            authors: [.init(name: "Reader^Rita")], completion: .partial, verification: .unverified,
            preliminary: .preliminary)
    }

    /// Says all there is to say.
    static var full: Report {
        var report = minimal
        report.patient = .init(
            name: "Müller^Jürgen=山田^太郎=やまだ^たろう", id: "PAT-0815", issuer: "HOSP",
            issuerQualifiers: .init(universal: "1.2.826.0.1.3680043.10.9", universalType: "ISO"), typeOfID: "TEXT",
            birthDate: "19600229", sex: "M")
        report.study = .init(
            uid: "1.2.826.0.1.3680043.10.1.1", date: "20260101", time: "235959.123456", id: "S1",
            accessionNumber: "ACC1", issuerOfAccessionNumber: .init(local: "RIS"),
            referringPhysician: "Überweis^Ülla^^Dr.", description: "CT Thorax mit KM")
        report.orders = [order("ACC1", "1"), order("ACC2", "2")]
        report.seriesDescription = "Befund"
        report.timeZoneOffset = "+0100"
        report.equipment = .init(
            manufacturer: "readroom", model: "readroom", softwareVersions: ["0.1", "test"], institution: "Klinik Süd")
        report.language = .language("de-DE")
        report.sections = Report.Heading.all.map {
            .init($0, ["\($0.section.meaning): Größe 3 µm.\nZweite Zeile.", "Ω"])
        }
        report.sections.append(.init(.impressions, [String(repeating: "Sehr langer Text. ", count: 6000) + "Ende."]))
        let reader = Report.Person(
            name: "Reader^Rita^^Dr.", organization: "Klinik Süd", identification: Code("4711", "99HOSP", "Rita Reader"))
        report.authors = [reader]
        report.participants = [.init(type: "ATTEST", dateTime: "20260102101600", person: .init(name: "Resident^Rob"))]
        (report.completion, report.verification, report.preliminary) = (.complete, .verified, .final)
        report.verifyingObservers = [
            .init(reader, dateTime: "20260102101700+0100"),
            .init(.init(name: "Chief^Carl", organization: "Klinik Süd"), dateTime: "20260102101800"),
        ]
        report.predecessors = [reference("1.2.826.0.1.3680043.10.1.1", "50", SOPClass.basicTextSR)]
        report.evidence = [reference("1.2.826.0.1.3680043.10.1.1", "60", SOPClass.ctImage)]
        report.otherEvidence = [reference("1.2.826.0.1.3680043.10.8.1", "70", SOPClass.mrImage)]
        report.performedProcedures = [Code("CTTHKM", "99HOSP", "CT Thorax mit Kontrastmittel")]
        return report
    }

    /// The full one, with the headings in LOINC.
    static var loinc: Report {
        var report = full
        report.sections = report.sections.map { .init($0.heading.inLOINC, $0.paragraphs) }
        return report
    }

    private static func order(_ accession: String, _ number: String) -> Report.Order {
        .init(
            studyInstanceUID: "1.2.826.0.1.3680043.10.1.1", accessionNumber: accession,
            issuerOfAccessionNumber: .init(local: "RIS"), placerOrderNumber: "P\(number)",
            fillerOrderNumber: "F\(number)", requestedProcedureID: "RP\(number)",
            requestedProcedureDescription: "CT Thorax", requestedProcedureCode: Code("CTTH", "99HOSP", "CT Thorax"),
            reason: "Ausschluss Lungenembolie")
    }

    private static func reference(_ study: String, _ last: String, _ sopClass: String) -> Report.ReferencedStudy {
        .init(
            studyInstanceUID: study,
            series: [
                .init(
                    seriesInstanceUID: "1.2.826.0.1.3680043.10.1.\(last)",
                    instances: [
                        .init(sopClassUID: sopClass, sopInstanceUID: "1.2.826.0.1.3680043.10.1.\(last).1"),
                        .init(sopClassUID: sopClass, sopInstanceUID: "1.2.826.0.1.3680043.10.1.\(last).2"),
                    ])
            ])
    }
}
