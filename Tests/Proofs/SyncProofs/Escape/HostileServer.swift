import DICOM
import ReferenceServer

extension HostileText {
    /// Studies whose every text is hostile, as a server has them.
    mutating func archive(studies: Int, date: String) -> Archive {
        Archive(instances: (1...studies).map { ArchivedInstance(dataSet: headers($0, date)) })
    }

    private mutating func headers(_ number: Int, _ date: String) -> DataSet {
        let uid = "1.2.826.0.1.99.\(number)"
        var data = DataSet()
        data.set(.specificCharacterSet, "ISO_IR 192")
        data.set(.sopClassUID, SOPClass.ctImage)
        data.set(.sopInstanceUID, "\(uid).1.1")
        data.set(.studyInstanceUID, uid)
        data.set(.seriesInstanceUID, "\(uid).1")
        data.set(.studyDate, date)
        data.set(.studyTime, "083000")
        data.set(.modality, "CT")
        data.set(.seriesNumber, "1")
        data.set(.instanceNumber, "1")
        data.set(.patientBirthDate, "19590312")
        let texts: [Tag] = [
            .accessionNumber, .referringPhysicianName, .studyDescription, .patientName, .patientID, .bodyPartExamined,
            .studyID, .institutionName, .seriesDescription, .issuerOfPatientID,
        ]
        for tag in texts { data.set(tag, next()) }
        return data
    }
}
