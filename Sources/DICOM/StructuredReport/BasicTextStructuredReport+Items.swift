extension BasicTextStructuredReport.Person {
    /// Identified Person or Device macro (PS3.3 table C.17-3b).
    func identifiedPerson() -> DataSet {
        var item = DataSet()
        item.set(.observerType, "PSN")
        item.set(.personName, name)
        item.set(.personIdentificationCodeSequence, items: identification.map { [$0.item()] } ?? [])
        item.setType2(.institutionName, organization)
        item.setEmpty(.institutionCodeSequence)
        return item
    }
}

extension BasicTextStructuredReport.VerifyingObserver {
    func item() -> DataSet {
        var item = DataSet()
        item.set(.verifyingObserverName, person.name)
        item.set(.verifyingObserverIdentificationCodeSequence, items: person.identification.map { [$0.item()] } ?? [])
        item.setType2(.verifyingOrganization, person.organization)
        item.set(.verificationDateTime, dateTime)
        return item
    }
}

extension BasicTextStructuredReport.Participant {
    func item() -> DataSet {
        var item = person.identifiedPerson()
        item.set(.participationType, type)
        item.setType2(.participationDateTime, dateTime)
        return item
    }
}

extension BasicTextStructuredReport.Order {
    func item() -> DataSet {
        var item = DataSet()
        item.set(.studyInstanceUID, studyInstanceUID)
        item.setEmpty(.referencedStudySequence)
        item.setType2(.accessionNumber, accessionNumber)
        item.setIssuer(.issuerOfAccessionNumberSequence, issuerOfAccessionNumber)
        item.setType2(.placerOrderNumberImagingServiceRequest, placerOrderNumber)
        item.setType2(.fillerOrderNumberImagingServiceRequest, fillerOrderNumber)
        item.setType2(.requestedProcedureID, requestedProcedureID)
        item.setType2(.requestedProcedureDescription, requestedProcedureDescription)
        item.set(.requestedProcedureCodeSequence, items: requestedProcedureCode.map { [$0.item()] } ?? [])
        item.setType3(.reasonForTheRequestedProcedure, reason)
        return item
    }
}

extension BasicTextStructuredReport.ReferencedStudy {
    func item() -> DataSet {
        var item = DataSet()
        item.set(.studyInstanceUID, studyInstanceUID)
        item.set(.referencedSeriesSequence, items: series.map { $0.item() })
        return item
    }
}

extension BasicTextStructuredReport.ReferencedSeries {
    func item() -> DataSet {
        var item = DataSet()
        item.set(.seriesInstanceUID, seriesInstanceUID)
        item.set(
            .referencedSOPSequence,
            items: instances.map { instance in
                var reference = DataSet()
                reference.set(.referencedSOPClassUID, instance.sopClassUID)
                reference.set(.referencedSOPInstanceUID, instance.sopInstanceUID)
                return reference
            })
        return item
    }
}
