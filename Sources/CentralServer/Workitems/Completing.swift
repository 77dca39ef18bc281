import DICOM
public import Radiology
public import Sync

extension DICOMwebServer {
    /// Tells the worklist that the study is reported: names the reports, then changes to COMPLETED (PS3.4 CC.2.5.1.2).
    ///
    /// Repeating it is harmless: a workitem that is finished already answers so.
    /// - Parameters:
    ///   - startedAt: when the reading began; where that is not known, the end stands for it.
    ///   - organization: where the reader works; left out where that is not known.
    public func complete(
        _ workitem: WorkitemUID, transaction: TransactionUID, reader: PersonName, reports: [DocumentReference],
        at now: Radiology.Instant, startedAt: Radiology.Instant? = nil, organization: String? = nil
    ) throws(ServerFailure) {
        var performed = DataSet()
        performed.set(.actualHumanPerformersSequence, items: [Self.performer(reader, organization)])
        performed.set(.performedStationNameCodeSequence, items: [station])
        // A clock that was set back must not let the reading end before it began.
        performed.set(.performedProcedureStepStartDateTime, min(startedAt ?? now, now).dicom(settings.timeZone))
        performed.set(
            .performedWorkitemCodeSequence, items: [Self.item(CodedConcept("110005", "DCM", "Interpretation"))])
        performed.set(.performedProcedureStepEndDateTime, now.dicom(settings.timeZone))
        performed.set(.outputInformationSequence, items: reports.map(Self.output))
        var data = DataSet()
        data.set(.unifiedProcedureStepPerformedProcedureSequence, items: [performed])
        let updated = try update(workitem, data, transaction)
        // A finished workitem takes no update (PS3.4 CC.2.6.3): the earlier attempt went through, its answer was lost.
        if [400, 409, 410].contains(updated.status), try self.workitem(workitem)?.state == .completed { return }
        try refusal(of: updated)
        let response = try changeState(of: workitem, to: .completed, transaction)
        if response.status != 410 { try refusal(of: response) }
    }

    private static func performer(_ reader: PersonName, _ organization: String?) -> DataSet {
        var performer = DataSet()
        if let organization, !organization.isEmpty {
            // LO holds 64 characters.
            performer.set(.humanPerformerOrganization, String(organization.prefix(64)))
        }
        performer.set(.humanPerformerName, reader.dicom)
        return performer
    }

    /// This workstation. No scheme knows it, so its application entity title is a code of our own.
    private var station: DataSet {
        Self.item(CodedConcept(String(settings.requester.prefix(16)), "99READROOM", settings.requester))
    }

    private static func item(_ code: CodedConcept) -> DataSet {
        var item = DataSet()
        item.set(.codeValue, code.value)
        item.set(.codingSchemeDesignator, code.scheme)
        item.set(.codeMeaning, code.meaning)
        return item
    }

    private static func output(_ report: DocumentReference) -> DataSet {
        var instance = DataSet()
        instance.set(.referencedSOPClassUID, SOPClass.basicTextSR)
        instance.set(.referencedSOPInstanceUID, report.instance.rawValue)
        var item = DataSet()
        item.set(.typeOfInstances, "DICOM")
        item.set(.studyInstanceUID, report.study.rawValue)
        item.set(.seriesInstanceUID, report.series.rawValue)
        item.set(.referencedSOPSequence, items: [instance])
        return item
    }
}
