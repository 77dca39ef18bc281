import Foundation
import GRDB
import Radiology
import Synchronization

// Studies to and from rows. Times are milliseconds since 1970, dates and times of day their DICOM text.

extension WorklistItem {
    init(row: Row) throws {
        self.init(
            study: try Study(row: row),
            priority: Priority(rawValue: row["priority"]) ?? .routine,
            receivedAt: Radiology.Instant(millisecondsSince1970: row["received_at"]),
            scheduledAt: (row["scheduled_at"] as Int64?).map(Radiology.Instant.init(millisecondsSince1970:)),
            workitem: (row["workitem_uid"] as String?).flatMap(WorkitemUID.init(rawValue:)),
            claim: (row["claim_reader"] as String?).map {
                Claim(
                    reader: $0,
                    transaction: (row["claim_transaction"] as String?).flatMap(TransactionUID.init(rawValue:)))
            })
    }
}

extension Study {
    init(row: Row) throws {
        guard let uid = StudyInstanceUID(rawValue: row["study_instance_uid"]) else {
            throw StoreFailure.failed("a study row has no valid identifier")
        }
        let id = (row["patient_id"] as String?).flatMap { StoredText.identifier($0, as: PatientID.self) }
        let issuer = (row["issuer_of_patient_id"] as String?).flatMap {
            StoredText.identifier($0, as: IssuerOfPatientID.self)
        }
        self.init(
            uid: uid,
            patient: Patient(
                identifier: id.map { PatientIdentifier(id: $0, issuer: issuer) },
                name: (row["patient_name"] as String?).flatMap(PersonName.init(dicom:)),
                birthDate: (row["birth_date"] as String?).flatMap(StoredText.date),
                sex: (row["sex"] as String?).flatMap(Sex.init(rawValue:))),
            order: Order(
                accessionNumber: (row["accession_number"] as String?).flatMap {
                    StoredText.identifier($0, as: AccessionNumber.self)
                },
                requestedProcedures: try RequestedProcedures.decoded(row["requested_procedures"]),
                referringPhysician: (row["referring_physician"] as String?).flatMap(PersonName.init(dicom:)),
                indication: row["indication"]),
            studyID: row["study_id"],
            date: (row["study_date"] as String?).flatMap(StoredText.date),
            time: (row["study_time"] as String?).flatMap(StoredText.time),
            description: row["description"],
            modalities: (row["modalities"] as String).split(separator: "\\").map { Modality(rawValue: String($0)) },
            bodyPart: row["body_part"],
            site: (row["site"] as String?).flatMap { StoredText.identifier($0, as: SiteName.self) },
            seriesCount: row["series_count"], instanceCount: row["instance_count"])
    }

    /// The columns a server's answer sets.
    func columns() throws -> [String: (any DatabaseValueConvertible)?] {
        [
            "study_instance_uid": uid.rawValue,
            "patient_id": patient.identifier?.id.rawValue,
            "issuer_of_patient_id": patient.identifier?.issuer?.rawValue,
            "patient_name": patient.name?.dicom,
            "birth_date": patient.birthDate?.dicom,
            "sex": patient.sex?.rawValue,
            "accession_number": order.accessionNumber?.rawValue,
            "referring_physician": order.referringPhysician?.dicom,
            "indication": order.indication,
            "requested_procedures": try JSON.encode(order.requestedProcedures),
            "study_id": studyID,
            "study_date": date?.dicom,
            "study_time": time?.dicom,
            "description": description,
            "modalities": modalities.map(\.rawValue).joined(separator: "\\"),
            "body_part": bodyPart,
            "site": site?.rawValue,
            "series_count": seriesCount,
            "instance_count": instanceCount,
            "folded_text": foldedText,
        ]
    }

    /// What the filter looks in: without case and accents, so that "garcia" finds GARCÍA.
    private var foldedText: String {
        let parts = [
            patient.name?.listed, patient.name?.phonetic?.listed, patient.identifier?.id.rawValue,
            order.accessionNumber?.rawValue, modalityText, bodyPart, title, site?.rawValue, date?.description,
        ]
        return LocalStore.folded(parts.compactMap(\.self).joined(separator: " "))
    }
}

extension LocalStore {
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}

/// Texts as they were stored, in the form that nearly all of them have; any other is read as what a server sends is.
enum StoredText {
    static func date(_ text: String) -> CalendarDate? {
        guard text.utf8.count == 8, let number = digits(text) else { return CalendarDate(dicom: text) }
        return CalendarDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
    }

    static func time(_ text: String) -> TimeOfDay? {
        guard text.utf8.count == 6, let number = digits(text) else { return TimeOfDay(dicom: text) }
        return TimeOfDay(hour: number / 10000, minute: number / 100 % 100, second: number % 100)
    }

    private static func digits(_ text: String) -> Int? {
        var number = 0
        for byte in text.utf8 {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = 10 * number + Int(byte - 0x30)
        }
        return number
    }

    /// A printing character is enough to make a text an identifier.
    static func identifier<Value: TextIdentifier>(_ text: String, as type: Value.Type) -> Value? {
        guard let first = text.utf8.first, first > 0x20, first < 0x7F else { return Value(rawValue: text) }
        return Value(unchecked: text)
    }
}

/// What was ordered, by its text: few texts stand in many rows, and reading one costs more than the rest of its row.
private enum RequestedProcedures {
    private static let known = Mutex<[String: [RequestedProcedure]]>([:])
    private static let most = 2000

    static func decoded(_ text: String) throws -> [RequestedProcedure] {
        if text == "[]" { return [] }
        if let procedures = known.withLock({ $0[text] }) { return procedures }
        let procedures = try JSON.decode([RequestedProcedure].self, text)
        known.withLock {
            if $0.count >= most { $0 = [:] }
            $0[text] = procedures
        }
        return procedures
    }
}

/// Values without columns of their own. Keys are sorted, so equal values are equal text.
enum JSON {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        // The commonest value by far, in every row of a worklist.
        if text == "[]", let empty = [] as? Value { return empty }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
