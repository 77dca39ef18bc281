import DICOM

extension DemoStudy {
    /// The reading of this study as a Unified Procedure Step (PS3.4 Table CC.2.5-3).
    var workitem: DataSet {
        var workitem = DataSet()
        workitem.set(.specificCharacterSet, "ISO_IR 192")
        workitem.set(.sopClassUID, SOPClass.unifiedProcedureStepPush)
        workitem.set(.sopInstanceUID, "\(uid).9000")
        workitem.set(.timezoneOffsetFromUTC, zone)
        workitem.set(.procedureStepState, isTaken ? "IN PROGRESS" : "SCHEDULED")
        workitem.set(.scheduledProcedureStepPriority, priority)
        workitem.set(.scheduledProcedureStepModificationDateTime, receivedAt.dateTime)
        workitem.set(.scheduledProcedureStepStartDateTime, madeAt.before(minutes: 10 + number % 20).dateTime)
        workitem.set(.procedureStepLabel, procedure.title)
        workitem.set(.worklistLabel, "Reading")
        workitem.set(.inputReadinessState, "READY")
        workitem.set(.currentPatientLocation, location)
        workitem.set(.scheduledWorkitemCodeSequence, items: [Self.code("110005", "DCM", "Interpretation")])
        workitem.set(
            .scheduledStationGeographicLocationCodeSequence, items: [Self.code(site.code, "99RDEMO", site.name)])
        workitem.set(.inputInformationSequence, items: procedure.series.indices.map(input))
        var request = request
        request.set(.requestingPhysician, referringPhysician)
        workitem.set(.referencedRequestSequence, items: [request])
        addPatient(to: &workitem)
        addReader(to: &workitem)
        return workitem
    }

    /// One series that is to be read.
    private func input(_ place: Int) -> DataSet {
        let sopClass = DemoProcedure.sopClass(procedure.series[place].modality)
        let instances = (0..<procedure.series[place].instances).map { index in
            var item = DataSet()
            item.set(.referencedSOPClassUID, sopClass)
            item.set(.referencedSOPInstanceUID, instance(index, of: place))
            return item
        }
        var input = DataSet()
        input.set(.typeOfInstances, "DICOM")
        input.set(.studyInstanceUID, uid)
        input.set(.seriesInstanceUID, series(place))
        input.set(.referencedSOPSequence, items: instances)
        return input
    }

    /// Who reads it already, and the key they hold.
    private func addReader(to workitem: inout DataSet) {
        guard isTaken else { return workitem.setEmpty(.unifiedProcedureStepPerformedProcedureSequence) }
        var performer = DataSet()
        performer.set(.humanPerformerName, number % 2 == 0 ? "Okonjo^Ngozi^^Dr." : "Delacroix^Étienne^^Dr.")
        performer.set(.humanPerformerOrganization, site.name)
        var performed = DataSet()
        performed.set(.actualHumanPerformersSequence, items: [performer])
        performed.set(.performedProcedureStepStartDateTime, receivedAt.dateTime)
        workitem.set(.unifiedProcedureStepPerformedProcedureSequence, items: [performed])
        workitem.set(.transactionUID, "\(uid).9001")
    }

    private static func code(_ value: String, _ scheme: String, _ meaning: String) -> DataSet {
        var code = DataSet()
        code.set(.codeValue, value)
        code.set(.codingSchemeDesignator, scheme)
        code.set(.codeMeaning, meaning)
        return code
    }
}
