import DICOM
import Sync

/// The attributes that say whose study it is. Where one of them did not come through, nobody may take what is left for
/// the whole: a study without a name is shown as that, and it is not opened for a report.
enum Identification {
    static let attributes: [(tag: Tag, words: String)] = [
        (.patientName, "the patient's name"), (.patientID, "the patient's identifier"),
        (.issuerOfPatientID, "the issuer of the patient's identifier"), (.patientBirthDate, "the patient's birth date"),
        (.studyInstanceUID, "the study's identifier"),
    ]

    /// Bytes. The longest of them is a name: three groups of 64 characters (PS3.5 §6.2).
    static let longest = 4096

    /// Throws if one of these attributes is damaged in one of the data sets.
    static func check(_ headers: [DataSet]) throws(ServerFailure) {
        for header in headers {
            guard let damaged = attributes.first(where: { header.isDamaged($0.tag) }) else { continue }
            throw .unintelligible("\(damaged.words) is damaged or too long to be one; tell the site before reading")
        }
    }
}

extension DataSet {
    /// Whether an attribute holds something, but not the text that belongs there.
    func isDamaged(_ tag: Tag) -> Bool {
        if lostValues.contains(tag) { return true }
        guard let value = self[tag]?.value else { return false }
        guard case .strings(let texts) = value else { return !value.isEmpty }
        return texts.contains { $0.utf8.count > Identification.longest }
    }
}
