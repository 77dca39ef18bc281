extension BasicTextStructuredReport {
    /// The document as a data set.
    public func dataSet() throws(StructuredReportError) -> DataSet {
        try validate()
        var dataSet = DataSet()
        addSOPCommon(to: &dataSet)
        addPatient(to: &dataSet)
        addStudy(to: &dataSet)
        addSeriesAndEquipment(to: &dataSet)
        addDocument(to: &dataSet)
        addObservers(to: &dataSet)
        addReferences(to: &dataSet)
        addContent(to: &dataSet)
        return dataSet
    }

    /// The document as a Part 10 file in Explicit VR Little Endian.
    public func part10() throws(StructuredReportError) -> [UInt8] {
        let file = Part10File(dataSet: try dataSet())
        do throws(DICOMError) { return try file.encode() } catch { throw .encoding(error) }
    }

    /// PS3.3 §C.12.1.
    private func addSOPCommon(to dataSet: inout DataSet) {
        dataSet.set(.specificCharacterSet, "ISO_IR 192")
        dataSet.set(.sopClassUID, SOPClass.basicTextSR)
        dataSet.set(.sopInstanceUID, sopInstanceUID)
        dataSet.set(.instanceCreationDate, contentDate)
        dataSet.set(.instanceCreationTime, contentTime)
        dataSet.setType3(.timezoneOffsetFromUTC, timeZoneOffset)
    }

    /// PS3.3 §C.7.1.1.
    private func addPatient(to dataSet: inout DataSet) {
        dataSet.setType2(.patientName, patient.name)
        dataSet.setType2(.patientID, patient.id)
        dataSet.setType3(.issuerOfPatientID, patient.issuer)
        dataSet.setType3(.typeOfPatientID, patient.typeOfID)
        if let qualifiers = patient.issuerQualifiers {
            var item = DataSet()
            item.setType3(.universalEntityID, qualifiers.universal)
            item.setType3(.universalEntityIDType, qualifiers.universalType)
            dataSet.setType3(.issuerOfPatientIDQualifiersSequence, items: item.isEmpty ? [] : [item])
        }
        dataSet.setType2(.patientBirthDate, patient.birthDate)
        dataSet.setType2(.patientSex, patient.sex)
    }

    /// PS3.3 §C.7.2.1.
    private func addStudy(to dataSet: inout DataSet) {
        dataSet.set(.studyInstanceUID, study.uid)
        dataSet.setType2(.studyDate, study.date)
        dataSet.setType2(.studyTime, study.time)
        dataSet.setType2(.studyID, study.id)
        dataSet.setType2(.accessionNumber, study.accessionNumber)
        dataSet.setIssuer(.issuerOfAccessionNumberSequence, study.issuerOfAccessionNumber)
        dataSet.setType2(.referringPhysicianName, study.referringPhysician)
        dataSet.setType3(.studyDescription, study.description)
    }

    /// PS3.3 §C.17.1 and §C.7.5.1.
    private func addSeriesAndEquipment(to dataSet: inout DataSet) {
        dataSet.set(.modality, "SR")
        dataSet.set(.seriesInstanceUID, seriesInstanceUID)
        dataSet.set(.seriesNumber, seriesNumber)
        dataSet.setType3(.seriesDescription, seriesDescription)
        dataSet.setEmpty(.referencedPerformedProcedureStepSequence)
        dataSet.setType2(.manufacturer, equipment.manufacturer)
        dataSet.setType3(.manufacturerModelName, equipment.model)
        dataSet.setType3(.institutionName, equipment.institution)
        dataSet.setType3(.stationName, equipment.stationName)
        if !equipment.softwareVersions.isEmpty { dataSet.set(.softwareVersions, .strings(equipment.softwareVersions)) }
    }

    /// PS3.3 §C.17.2.
    private func addDocument(to dataSet: inout DataSet) {
        dataSet.set(.instanceNumber, instanceNumber)
        dataSet.set(.contentDate, contentDate)
        dataSet.set(.contentTime, contentTime)
        dataSet.set(.completionFlag, completion.rawValue)
        dataSet.setType3(.completionFlagDescription, completionDescription)
        dataSet.set(.verificationFlag, verification.rawValue)
        dataSet.set(.preliminaryFlag, preliminary.rawValue)
        dataSet.set(.performedProcedureCodeSequence, items: performedProcedures.map { $0.item() })
    }

    private func addObservers(to dataSet: inout DataSet) {
        dataSet.set(.authorObserverSequence, items: authors.map { $0.identifiedPerson() })
        dataSet.setType3(.participantSequence, items: participants.map { $0.item() })
        dataSet.setType3(.verifyingObserverSequence, items: verifyingObservers.map { $0.item() })
    }

    private func addReferences(to dataSet: inout DataSet) {
        dataSet.setType3(.referencedRequestSequence, items: orders.map { $0.item() })
        dataSet.setType3(.predecessorDocumentsSequence, items: predecessors.map { $0.item() })
        dataSet.setType3(.currentRequestedProcedureEvidenceSequence, items: evidence.map { $0.item() })
        dataSet.setType3(.pertinentOtherEvidenceSequence, items: otherEvidence.map { $0.item() })
    }
}

extension DataSet {
    /// Present, and empty if not known (PS3.5 §7.4.3).
    mutating func setType2(_ tag: Tag, _ text: String?) {
        if let text, !text.isEmpty { set(tag, text) } else { setEmpty(tag) }
    }

    /// Present only if known (PS3.5 §7.4.5).
    mutating func setType3(_ tag: Tag, _ text: String?) {
        if let text, !text.isEmpty { set(tag, text) }
    }

    mutating func setType3(_ tag: Tag, items: [DataSet]) {
        if !items.isEmpty { set(tag, items: items) }
    }

    mutating func setIssuer(_ tag: Tag, _ issuer: BasicTextStructuredReport.Issuer?) {
        guard let issuer else { return }
        var item = DataSet()
        item.setType3(.localNamespaceEntityID, issuer.local)
        item.setType3(.universalEntityID, issuer.universal)
        item.setType3(.universalEntityIDType, issuer.universalType)
        setType3(tag, items: item.isEmpty ? [] : [item])
    }
}
