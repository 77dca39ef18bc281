extension BasicTextStructuredReport {
    /// What the standard demands and the types above do not already guarantee.
    func validate() throws(StructuredReportError) {
        try validateFlags()
        try validateIdentifiers()
        try validateTimes()
        if sections.allSatisfy({ $0.paragraphs.allSatisfy(\.isEmpty) }) { throw .noContent }
        for section in sections {
            for paragraph in section.paragraphs where TextCleaning.needsCleaning(paragraph) {
                throw .invalid(TagPath(.textValue), why: "a control character that DICOM text cannot hold")
            }
            try validate(section.heading.section, .conceptNameCodeSequence)
            try validate(section.heading.element, .conceptNameCodeSequence)
        }
        try validate(title, .conceptNameCodeSequence)
        try validate(language, .conceptCodeSequence)
    }

    private func validateFlags() throws(StructuredReportError) {
        if verification == .verified {
            if completion != .complete { throw .verifiedButPartial }
            if verifyingObservers.isEmpty { throw .verifiedWithoutObserver }
        } else if !verifyingObservers.isEmpty {
            throw .observerWithoutVerification
        }
        for observer in verifyingObservers {
            if observer.person.name.isEmpty { throw .missing(.verifyingObserverName) }
            if observer.person.organization?.isEmpty ?? true { throw .missing(.verifyingOrganization) }
        }
        if authors.isEmpty || authors.contains(where: { $0.name.isEmpty }) { throw .missing(.personName) }
    }

    private func validateIdentifiers() throws(StructuredReportError) {
        try validate(uid: sopInstanceUID, .sopInstanceUID)
        try validate(uid: seriesInstanceUID, .seriesInstanceUID)
        try validate(uid: study.uid, .studyInstanceUID)
        for order in orders { try validate(uid: order.studyInstanceUID, .studyInstanceUID) }
        for reference in predecessors + evidence + otherEvidence {
            try validate(uid: reference.studyInstanceUID, .studyInstanceUID)
            if reference.series.isEmpty { throw .missing(.referencedSeriesSequence) }
            for series in reference.series { try validate(series) }
        }
        for number in [seriesNumber, instanceNumber] where !(0...Int(Int32.max)).contains(number) {
            throw .invalid(TagPath(.instanceNumber), why: "not a number IS can hold")
        }
    }

    private func validate(_ series: ReferencedSeries) throws(StructuredReportError) {
        try validate(uid: series.seriesInstanceUID, .seriesInstanceUID)
        if series.instances.isEmpty { throw .missing(.referencedSOPSequence) }
        for instance in series.instances {
            try validate(uid: instance.sopClassUID, .referencedSOPClassUID)
            try validate(uid: instance.sopInstanceUID, .referencedSOPInstanceUID)
        }
    }

    private func validate(uid: String, _ tag: Tag) throws(StructuredReportError) {
        if uid.isEmpty { throw .missing(tag) }
        if !UID.isValid(uid) { throw .invalid(TagPath(tag), why: "not a UID") }
    }

    private func validateTimes() throws(StructuredReportError) {
        try validate(contentDate, .contentDate, digits: 8...8)
        try validate(contentTime, .contentTime, digits: 6...6)
        for observer in verifyingObservers { try validate(observer.dateTime, .verificationDateTime, digits: 14...14) }
        for participant in participants {
            if let time = participant.dateTime { try validate(time, .participationDateTime, digits: 14...14) }
        }
        if let zone = timeZoneOffset, zone.utf8.count != 5 || Int(zone) == nil || !"+-".contains(zone.prefix(1)) {
            throw .invalid(TagPath(.timezoneOffsetFromUTC), why: "not of the form +HHMM")
        }
    }

    /// Leading digits, then at most a fraction and a time zone (PS3.5 §6.2: DA, TM, DT).
    private func validate(_ text: String, _ tag: Tag, digits: ClosedRange<Int>) throws(StructuredReportError) {
        if text.isEmpty { throw .missing(tag) }
        let count = text.utf8.prefix { (0x30...0x39).contains($0) }.count
        let rest = text.utf8.dropFirst(count)
        let isTail =
            rest.isEmpty || (count > 8 || tag == .contentTime) && rest.allSatisfy { "0123456789.+-".utf8.contains($0) }
        if !digits.contains(count) || !isTail {
            throw .invalid(TagPath(tag), why: "not a date or time as DICOM has it")
        }
    }

    private func validate(_ code: Code, _ tag: Tag) throws(StructuredReportError) {
        guard !code.value.isEmpty, !code.scheme.isEmpty, !code.meaning.isEmpty else {
            throw .invalid(TagPath(tag), why: "a code needs a value, a scheme and a meaning")
        }
        guard code.meaning.unicodeScalars.count <= 64, code.scheme.unicodeScalars.count <= 16 else {
            throw .invalid(TagPath(tag), why: "a code meaning longer than 64 or a scheme longer than 16 characters")
        }
    }
}
