/// What a structured report of anyone's making says, for a reader: Basic Text, Enhanced, Comprehensive or 3D.
///
/// Everything that may be missing is optional, because it is missing in real files. Nothing is made up for it.
public struct ReadStructuredReport: Sendable, Equatable {
    public var sopClassUID: String?
    public var sopInstanceUID: String?
    public var seriesInstanceUID: String?
    public var studyInstanceUID: String?
    public var title: Code?
    /// The template the document claims to follow, such as `2000`.
    public var template: String?
    public var language: Code?
    public var contentDate: String?
    public var contentTime: String?
    public var completion: BasicTextStructuredReport.CompletionFlag?
    public var verification: BasicTextStructuredReport.VerificationFlag?
    public var preliminary: BasicTextStructuredReport.PreliminaryFlag?
    public var authors: [BasicTextStructuredReport.Person] = []
    public var verifyingObservers: [BasicTextStructuredReport.VerifyingObserver] = []
    public var predecessors: [BasicTextStructuredReport.ReferencedStudy] = []
    /// Accession numbers of the document and of the requests it answers, each once.
    public var accessionNumbers: [String] = []
    /// In reading order.
    public var sections: [Section] = []

    /// A container, or what stands outside of any.
    public struct Section: Sendable, Equatable {
        /// The concept of the container, where it has one.
        public var code: Code?
        /// What to show above it; empty for what stands outside of any container.
        public var heading: String
        /// Zero for the containers of the document itself, one for those in them, and so on.
        public var depth: Int
        /// Readable text, lines ended by `\n`; empty for a container of containers.
        public var text: String
    }

    /// SOP Instance UIDs of the documents this one replaces or amends.
    public var predecessorInstanceUIDs: [String] {
        predecessors.flatMap(\.series).flatMap(\.instances).map(\.sopInstanceUID)
    }

    /// All sections in one text, headings on lines of their own.
    public var text: String {
        sections.map { section in
            [section.heading, section.text].filter { !$0.isEmpty }.joined(separator: "\n")
        }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Reads a document. Never fails: what is not there or not understood is a deviation.
    public static func read(_ dataSet: DataSet) -> Decoded<ReadStructuredReport> {
        var reading = StructuredReportReading()
        reading.header(dataSet)
        reading.content(dataSet)
        return Decoded(reading.report, deviations: reading.log.all)
    }
}

/// One run over a document's header. Its content is read in `StructuredReportReading+Content`.
struct StructuredReportReading {
    var report = ReadStructuredReport()
    var log = DeviationLog()
    var path = TagPath()

    mutating func header(_ dataSet: DataSet) {
        report.sopClassUID = dataSet.string(.sopClassUID)
        report.sopInstanceUID = required(.sopInstanceUID, in: dataSet)
        report.seriesInstanceUID = required(.seriesInstanceUID, in: dataSet)
        report.studyInstanceUID = required(.studyInstanceUID, in: dataSet)
        report.contentDate = required(.contentDate, in: dataSet)
        report.contentTime = required(.contentTime, in: dataSet)
        report.template = dataSet.items(.contentTemplateSequence).first?.string(.templateIdentifier)
        if let sopClass = report.sopClassUID, !SOPClass.isReport(sopClass) {
            log.note(.unexpectedValue, at: TagPath(.sopClassUID), "not a report document")
        }
        flags(dataSet)
        observers(dataSet)
        report.predecessors = dataSet.items(.predecessorDocumentsSequence).map(StructuredReportReading.reference)
        let orders = dataSet.items(.referencedRequestSequence)
        for number in ([dataSet] + orders).compactMap({ $0.string(.accessionNumber) })
        where !report.accessionNumbers.contains(number) {
            report.accessionNumbers.append(number)
        }
    }

    private mutating func required(_ tag: Tag, in dataSet: DataSet) -> String? {
        let text = dataSet.string(tag)
        if text == nil { log.note(.missingAttribute, at: TagPath(tag), "required by the document's definition") }
        return text
    }

    private mutating func flags(_ dataSet: DataSet) {
        report.completion = flag(.completionFlag, required(.completionFlag, in: dataSet))
        report.verification = flag(.verificationFlag, required(.verificationFlag, in: dataSet))
        report.preliminary = flag(.preliminaryFlag, dataSet.string(.preliminaryFlag))
        if report.verification == .verified, report.completion != .complete {
            log.note(.unexpectedValue, at: TagPath(.verificationFlag), "verified, but not complete")
        }
    }

    private mutating func flag<Flag: RawRepresentable<String>>(_ tag: Tag, _ text: String?) -> Flag? {
        guard let text else { return nil }
        let flag = Flag(rawValue: text.uppercased())
        if flag == nil { log.note(.unexpectedValue, at: TagPath(tag), "not a defined value") }
        return flag
    }

    private mutating func observers(_ dataSet: DataSet) {
        report.authors = dataSet.items(.authorObserverSequence).compactMap { item in
            item.string(.personName).map { name in
                BasicTextStructuredReport.Person(
                    name: name, organization: item.string(.institutionName),
                    identification: item.items(.personIdentificationCodeSequence).first.flatMap(Code.init(item:)))
            }
        }
        for item in dataSet.items(.verifyingObserverSequence) {
            guard let name = item.string(.verifyingObserverName) else {
                log.note(.missingAttribute, at: TagPath(.verifyingObserverSequence), "an observer without a name")
                continue
            }
            let codes = item.items(.verifyingObserverIdentificationCodeSequence)
            let person = BasicTextStructuredReport.Person(
                name: name, organization: item.string(.verifyingOrganization),
                identification: codes.first.flatMap(Code.init(item:)))
            report.verifyingObservers.append(.init(person, dateTime: item.string(.verificationDateTime) ?? ""))
        }
        if report.verification == .verified, report.verifyingObservers.isEmpty {
            log.note(.missingAttribute, at: TagPath(.verifyingObserverSequence), "verified by nobody")
        }
    }

    private static func reference(_ item: DataSet) -> BasicTextStructuredReport.ReferencedStudy {
        let series = item.items(.referencedSeriesSequence).map { series in
            BasicTextStructuredReport.ReferencedSeries(
                seriesInstanceUID: series.string(.seriesInstanceUID) ?? "",
                instances: series.items(.referencedSOPSequence).map { instance in
                    BasicTextStructuredReport.ReferencedInstance(
                        sopClassUID: instance.string(.referencedSOPClassUID) ?? "",
                        sopInstanceUID: instance.string(.referencedSOPInstanceUID) ?? "")
                })
        }
        return .init(studyInstanceUID: item.string(.studyInstanceUID) ?? "", series: series)
    }
}
