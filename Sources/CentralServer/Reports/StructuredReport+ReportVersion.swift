import DICOM
import Foundation
public import Radiology

/// Why a report cannot become a document. Never holds report text.
public struct DocumentFailure: Error, Hashable, Sendable {
    public var sentence: String

    public init(sentence: String) { self.sentence = sentence }
}

/// Turns a signed version into the bytes that are frozen and filed.
public enum ReportDocument {
    /// A Basic Text SR by TID 2000, Explicit VR Little Endian, Part 10. Equal versions give equal bytes.
    public static func encode(_ version: ReportVersion, softwareVersion: String) throws(DocumentFailure) -> [UInt8] {
        var report = BasicTextStructuredReport(
            patient: .init(version.study.patient), study: .init(version.study),
            sopInstanceUID: version.document.instance.rawValue,
            seriesInstanceUID: version.document.series.rawValue,
            // High, so that viewers list reports behind the images.
            seriesNumber: 9000, instanceNumber: version.number,
            contentDate: version.localSignedAt.date.dicom, contentTime: version.localSignedAt.time.dicom,
            language: .language(version.language), sections: version.sections.map { .init($0) },
            authors: [.init(version.signedBy)],
            completion: .init(version.flags.completion), verification: .init(version.flags.verification),
            preliminary: version.flags.preliminary == .preliminary ? .preliminary : .final)
        report.timeZoneOffset = version.timeZone.dicom
        report.seriesDescription = "Report"
        report.equipment = .init(
            manufacturer: DocumentIdentity.manufacturer, model: DocumentIdentity.manufacturer,
            softwareVersions: [softwareVersion], institution: version.signedBy.organization)
        report.orders = version.orders
        report.performedProcedures = version.study.order.requestedProcedures.compactMap(\.code).map(Code.init)
        if version.flags.verification == .verified {
            report.verifyingObservers = [
                .init(.init(version.signedBy), dateTime: version.signedAt.dicom(version.timeZone))
            ]
        }
        report.evidence = version.evidenceReferences
        if let predecessor = version.predecessor { report.predecessors = [.init(predecessor)] }
        do throws(StructuredReportError) {
            return try report.part10()
        } catch {
            throw DocumentFailure(sentence: error.description)
        }
    }

    /// Names of what differs between a document's bytes and the version they were made from: patient, accession,
    /// study, document. Empty is the only answer with which a document may leave (SAFETY invariant 8).
    public static func identityDifferences(_ document: [UInt8], _ version: ReportVersion) -> [String] {
        guard let data = try? Part10File.decode(document).value.dataSet else { return ["the document cannot be read"] }
        let study = version.study
        let pairs: [(String, String?, String?)] = [
            ("PatientID", data.text(.patientID), study.patient.identifier?.id.rawValue),
            ("IssuerOfPatientID", data.text(.issuerOfPatientID), study.patient.identifier?.issuer?.rawValue),
            (
                "PatientName", data.personName(.patientName).flatMap(PersonName.init(dicom:))?.dicom,
                study.patient.name?.dicom
            ),
            ("PatientBirthDate", data.text(.patientBirthDate), study.patient.birthDate?.dicom),
            ("AccessionNumber", data.text(.accessionNumber), study.order.accessionNumber?.rawValue),
            ("StudyInstanceUID", data.text(.studyInstanceUID), study.uid.rawValue),
            ("SOPInstanceUID", data.text(.sopInstanceUID), version.document.instance.rawValue),
        ]
        func trimmed(_ text: String?) -> String? { text.map { $0.trimmingCharacters(in: .whitespaces) } }
        return pairs.filter { trimmed($0.1) != trimmed($0.2) }.map(\.0)
    }
}

extension ReportVersion {
    fileprivate var localSignedAt: (date: CalendarDate, time: TimeOfDay) { signedAt.local(timeZone) }

    fileprivate var orders: [BasicTextStructuredReport.Order] {
        let procedures = study.order.requestedProcedures
        guard study.order.accessionNumber != nil || !procedures.isEmpty else { return [] }
        let all = procedures.isEmpty ? [RequestedProcedure()] : procedures
        return all.map { procedure in
            .init(
                studyInstanceUID: study.uid.rawValue, accessionNumber: study.order.accessionNumber?.rawValue,
                requestedProcedureID: procedure.id?.rawValue,
                requestedProcedureDescription: procedure.description?.asLongString,
                requestedProcedureCode: procedure.code.map(Code.init), reason: study.order.indication?.asLongString)
        }
    }

    fileprivate var evidenceReferences: [BasicTextStructuredReport.ReferencedStudy] {
        let series = evidence.filter { !$0.instances.isEmpty }.map { series in
            BasicTextStructuredReport.ReferencedSeries(
                seriesInstanceUID: series.uid.rawValue,
                instances: series.instances.map {
                    .init(sopClassUID: $0.sopClass.rawValue, sopInstanceUID: $0.uid.rawValue)
                })
        }
        return series.isEmpty ? [] : [.init(studyInstanceUID: study.uid.rawValue, series: series)]
    }
}

extension BasicTextStructuredReport.Patient {
    fileprivate init(_ patient: Patient) {
        self.init(
            name: patient.name?.dicom, id: patient.identifier?.id.rawValue,
            issuer: patient.identifier?.issuer?.rawValue, birthDate: patient.birthDate?.dicom,
            sex: patient.sex?.rawValue)
    }
}

extension BasicTextStructuredReport.Study {
    fileprivate init(_ study: Study) {
        self.init(
            uid: study.uid.rawValue, date: study.date?.dicom, time: study.time?.dicom, id: study.studyID,
            accessionNumber: study.order.accessionNumber?.rawValue,
            referringPhysician: study.order.referringPhysician?.dicom, description: study.description)
    }
}

extension BasicTextStructuredReport.Person {
    fileprivate init(_ reader: Reader) {
        self.init(
            name: reader.name.dicom, organization: reader.organization,
            identification: reader.identification.map(Code.init))
    }
}

extension BasicTextStructuredReport.CompletionFlag {
    fileprivate init(_ flag: CompletionFlag) { self = flag == .complete ? .complete : .partial }
}

extension BasicTextStructuredReport.VerificationFlag {
    fileprivate init(_ flag: VerificationFlag) { self = flag == .verified ? .verified : .unverified }
}

extension BasicTextStructuredReport.ReferencedStudy {
    fileprivate init(_ reference: DocumentReference) {
        self.init(
            studyInstanceUID: reference.study.rawValue,
            series: [
                .init(
                    seriesInstanceUID: reference.series.rawValue,
                    instances: [
                        .init(sopClassUID: SOPClass.basicTextSR, sopInstanceUID: reference.instance.rawValue)
                    ])
            ])
    }
}

extension BasicTextStructuredReport.Section {
    fileprivate init(_ section: ReportSection) {
        if let heading = section.concept.flatMap(BasicTextStructuredReport.Heading.named) {
            self.init(heading, section.text.paragraphs)
        } else {
            // A heading without a code is kept in the text: nothing the reader wrote is lost.
            let title = section.title.isEmpty ? [] : [section.title]
            self.init(.findings, [(title + section.text.paragraphs).joined(separator: "\n")])
        }
    }
}

extension BasicTextStructuredReport.Heading {
    fileprivate static func named(_ concept: CodedConcept) -> Self? {
        all.first { heading in
            [heading.section, heading.inLOINC.section].contains {
                $0.value == concept.value && $0.scheme == concept.scheme
            }
        }
    }
}

extension String {
    /// At most the 64 characters an LO holds (PS3.5 §6.2), with a sign that something follows: information systems
    /// send longer ones, and a strict archive would refuse the report for it.
    fileprivate var asLongString: String {
        unicodeScalars.count <= 64 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(63))) + "…"
    }

    /// Blocks between empty lines; each becomes a text item of its own.
    fileprivate var paragraphs: [String] {
        split(separator: "\n\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
}

extension Code {
    fileprivate init(_ concept: CodedConcept) {
        self.init(concept.value, concept.scheme, String(concept.meaning.prefix(64)))
    }
}
