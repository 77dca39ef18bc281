import DICOM
import Radiology

// Wire to model: the only place where attributes of a study become the domain's types.

extension Patient {
    init(_ data: DataSet, defaultIssuer: IssuerOfPatientID?) {
        // An identifier without its issuer, or a part of one, is another patient's.
        let isWhole = !data.isDamaged(.patientID) && !data.isDamaged(.issuerOfPatientID)
        let id = isWhole ? data.text(.patientID).flatMap(PatientID.init(rawValue:)) : nil
        let name = data.isDamaged(.patientName) ? nil : data.personName(.patientName)
        let issuer = data.text(.issuerOfPatientID).flatMap(IssuerOfPatientID.init(rawValue:)) ?? defaultIssuer
        self.init(
            identifier: id.map { PatientIdentifier(id: $0, issuer: issuer) },
            name: name.flatMap(PersonName.init(dicom:)),
            birthDate: data.text(.patientBirthDate).flatMap(CalendarDate.init(dicom:)),
            sex: data.text(.patientSex).flatMap(Sex.init(rawValue:)))
    }
}

extension CodedConcept {
    init?(_ item: DataSet?) {
        guard let item,
            let value = item.text(.codeValue) ?? item.text(.longCodeValue) ?? item.text(.urnCodeValue)
        else { return nil }
        self.init(value, item.text(.codingSchemeDesignator) ?? "", item.text(.codeMeaning) ?? value)
    }
}

extension RequestedProcedure {
    init?(_ item: DataSet) {
        self.init(
            id: item.text(.requestedProcedureID).flatMap(RequestedProcedureID.init(rawValue:)),
            description: item.text(.requestedProcedureDescription),
            code: CodedConcept(item.items(.requestedProcedureCodeSequence).first))
        if id == nil && description == nil && code == nil { return nil }
    }
}

extension Order {
    init(_ data: DataSet) {
        let requests = data.items(.requestAttributesSequence) + data.items(.referencedRequestSequence)
        let sources = [data] + requests
        var procedures = requests.compactMap(RequestedProcedure.init)
        if procedures.isEmpty, let procedure = RequestedProcedure(data) { procedures = [procedure] }
        self.init(
            accessionNumber: sources.lazy.compactMap { $0.text(.accessionNumber) }.first
                .flatMap(AccessionNumber.init(rawValue:)),
            requestedProcedures: procedures,
            referringPhysician: (data.personName(.referringPhysicianName)
                ?? requests.lazy.compactMap { $0.personName(.requestingPhysician) }.first)
                .flatMap(PersonName.init(dicom:)),
            indication: sources.lazy.compactMap {
                $0.text(.reasonForTheRequestedProcedure) ?? $0.text(.admittingDiagnosesDescription)
            }.first)
    }
}

extension Study {
    /// `nil` for a data set without a valid Study Instance UID.
    init?(_ data: DataSet, defaultIssuer: IssuerOfPatientID?) {
        guard let uid = data.text(.studyInstanceUID).flatMap(StudyInstanceUID.init(rawValue:)) else { return nil }
        var modalities = data.strings(.modalitiesInStudy).filter { !$0.isEmpty }
        if modalities.isEmpty, let modality = data.text(.modality) { modalities = [modality] }
        self.init(
            uid: uid, patient: Patient(data, defaultIssuer: defaultIssuer), order: Order(data),
            studyID: data.text(.studyID),
            date: data.text(.studyDate).flatMap(CalendarDate.init(dicom:)),
            time: data.text(.studyTime).flatMap(TimeOfDay.init(dicom:)),
            description: data.text(.studyDescription),
            modalities: modalities.map(Modality.init(rawValue:)),
            bodyPart: data.text(.bodyPartExamined),
            site: data.text(.institutionName).flatMap(SiteName.init(rawValue:)),
            seriesCount: data.int(.numberOfStudyRelatedSeries),
            instanceCount: data.int(.numberOfStudyRelatedInstances))
    }
}

extension DataSet {
    /// The first value without the spaces around it; `nil` if nothing is left.
    func text(_ tag: Tag) -> String? {
        guard let value = string(tag) else { return nil }
        let trimmed = value.trimmingPrefix { $0 == " " || $0 == "\0" }
        var end = trimmed.endIndex
        while end > trimmed.startIndex, " \0".contains(trimmed[trimmed.index(before: end)]) {
            end = trimmed.index(before: end)
        }
        return end > trimmed.startIndex ? String(trimmed[..<end]) : nil
    }
}
