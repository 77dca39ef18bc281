import DICOM
import Foundation
import ReferenceServer

/// Image headers of synthetic patients, to fill an archive with.
struct SyntheticStudy {
    var uid: String
    var patientID: String
    var patientName: String
    var modality = "DX"
    var description = "Chest PA and lateral"
    var bodyPart = "CHEST"
    var accession: String
    var date = SyntheticStudy.today

    static var today: String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyyMMdd"
        return formatter.string(from: Date())
    }

    static let chest = SyntheticStudy(
        uid: "2.25.1001", patientID: "00123", patientName: "GARCÍA LÓPEZ^Ana", accession: "A1001")
    static let head = SyntheticStudy(
        uid: "2.25.1002", patientID: "00777", patientName: "Yamada^Tarou=山田^太郎=やまだ^たろう", modality: "CT",
        description: "CT head without contrast", bodyPart: "HEAD", accession: "A1002")

    func files() throws -> [[UInt8]] {
        try (1...2).map { number in
            var data = DataSet()
            data.set(.specificCharacterSet, "ISO_IR 192")
            data.set(.sopClassUID, modality == "CT" ? SOPClass.ctImage : "1.2.840.10008.5.1.4.1.1.1.1")
            data.set(.sopInstanceUID, "\(uid).1.\(number)")
            data.set(.studyDate, date)
            data.set(.studyTime, "083000")
            data.set(.accessionNumber, accession)
            data.set(.modality, modality)
            data.set(.referringPhysicianName, "Okafor^Ada")
            data.set(.studyDescription, description)
            data.set(.patientName, patientName)
            data.set(.patientID, patientID)
            data.set(.patientBirthDate, "19590312")
            data.set(.patientSex, "F")
            data.set(.bodyPartExamined, bodyPart)
            data.set(.studyInstanceUID, uid)
            data.set(.seriesInstanceUID, "\(uid).1")
            data.set(.studyID, "1")
            data.set(.seriesNumber, "1")
            data.set(.instanceNumber, "\(number)")
            return try Part10File(dataSet: data).encode()
        }
    }
}

extension Archive {
    init(files: [[UInt8]]) throws {
        self.init(
            instances: try files.map { ArchivedInstance(dataSet: try Part10File.decode($0).value.dataSet, file: $0) })
    }
}

extension Behaviour {
    /// A PACS without a worklist of its own: every study of the last days waits to be read.
    static func bare(_ rules: Rule...) -> Behaviour {
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        behaviour.rules = rules
        return behaviour
    }
}
