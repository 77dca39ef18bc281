import DICOM

extension DemoStudy {
    /// Headers of every image, without pixels: nothing here looks at them.
    var images: [ArchivedInstance] {
        procedure.series.enumerated().flatMap { place, series in
            (0..<series.instances).map { index in
                ArchivedInstance(dataSet: header(series, at: place, instance: index))
            }
        }
    }

    private func header(_ series: DemoProcedure.Series, at place: Int, instance index: Int) -> DataSet {
        var header = DataSet()
        header.set(.specificCharacterSet, "ISO_IR 192")
        header.set(Tag(0x0008, 0x0008), "ORIGINAL", "PRIMARY")
        header.set(.sopClassUID, DemoProcedure.sopClass(series.modality))
        header.set(.sopInstanceUID, instance(index, of: place))
        header.set(.modality, series.modality)
        header.set(.manufacturer, "Imaginary Imaging")
        header.set(.seriesInstanceUID, self.series(place))
        header.set(.seriesNumber, place + 1)
        header.set(.seriesDescription, series.description)
        header.set(.protocolName, procedure.title)
        header.set(.bodyPartExamined, procedure.bodyPart)
        header.set(.instanceNumber, index + 1)
        for tag in [Tag.seriesDate, .contentDate] { header.set(tag, madeAt.date) }
        for tag in [Tag.seriesTime, .contentTime] { header.set(tag, madeAt.time) }
        for (tag, text) in series.attributes { header.set(tag, parsing: text) }
        addPatient(to: &header)
        addStudy(to: &header)
        return header
    }

    func addPatient(to header: inout DataSet) {
        header.set(.patientName, patient.name)
        header.set(.patientID, patient.id)
        header.set(.issuerOfPatientID, patient.issuer)
        setType2(.patientBirthDate, patient.birthDate, in: &header)
        setType2(.patientSex, patient.sex, in: &header)
    }

    private func addStudy(to header: inout DataSet) {
        header.set(.studyInstanceUID, uid)
        header.set(.studyID, "S\(number)")
        header.set(.studyDate, madeAt.date)
        header.set(.studyTime, madeAt.time)
        header.set(.timezoneOffsetFromUTC, zone)
        header.set(.accessionNumber, accessionNumber)
        header.set(.referringPhysicianName, referringPhysician)
        header.set(.studyDescription, procedure.title)
        header.set(.institutionName, site.name)
        header.set(.requestAttributesSequence, items: [request])
    }

    /// The order, as images and workitems repeat it (PS3.3 Table 10-9).
    var request: DataSet {
        var code = DataSet()
        code.set(.codeValue, procedure.key)
        code.set(.codingSchemeDesignator, "99RDEMO")
        code.set(.codeMeaning, procedure.title)
        var request = DataSet()
        request.set(.accessionNumber, accessionNumber)
        request.set(.studyInstanceUID, uid)
        request.set(.requestedProcedureID, requestedProcedureID)
        request.set(.requestedProcedureDescription, procedure.title)
        request.set(.requestedProcedureCodeSequence, items: [code])
        if let indication { request.set(.reasonForTheRequestedProcedure, indication) }
        return request
    }

    private func setType2(_ tag: Tag, _ text: String, in header: inout DataSet) {
        if text.isEmpty { header.setEmpty(tag) } else { header.set(tag, text) }
    }
}
