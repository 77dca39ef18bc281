/// An earlier study of the same patient.
public struct Prior: Hashable, Codable, Sendable {
    public var study: Study
    public var reports: [PriorReport]

    public init(study: Study, reports: [PriorReport] = []) {
        self.study = study
        self.reports = reports
    }

    /// As a comparison section names it: `CT head 2025-02-11`.
    public var comparisonText: String {
        [study.fullTitle, study.date?.description].compactMap(\.self).joined(separator: " ")
    }
}

/// A report that is at the server, whoever wrote it.
public struct PriorReport: Hashable, Codable, Sendable {
    public var document: DocumentReference
    public var title: String
    public var flags: ReportFlags?
    public var author: PersonName?
    public var date: CalendarDate?
    /// Of ``date``; reports kept by an older version do not know.
    public var time: TimeOfDay?
    public var sections: [ReportSection]
    /// What the document breaks of the standard, in words without patient data.
    public var deviations: [String]

    /// A version signed here, as it is shown beside other reports.
    public init(_ version: ReportVersion) {
        let signed = version.signedAt.local(version.timeZone)
        self.init(
            document: version.document, title: version.isAddendum ? "Addendum" : version.title, flags: version.flags,
            author: version.signedBy.name, date: signed.date, time: signed.time, sections: version.sections)
    }

    public init(
        document: DocumentReference, title: String, flags: ReportFlags? = nil, author: PersonName? = nil,
        date: CalendarDate? = nil, time: TimeOfDay? = nil, sections: [ReportSection], deviations: [String] = []
    ) {
        self.document = document
        self.title = title
        self.flags = flags
        self.author = author
        self.date = date
        self.time = time
        self.sections = sections
        self.deviations = deviations
    }
}

extension PriorReport {
    /// Whether it only adds to another report: it begins with an addendum (DCM 121078, LN 55107-7), which who was told of
    /// what may follow.
    public var isAddendum: Bool {
        guard let first = sections.first else { return false }
        guard let concept = first.concept else { return ["addendum", "nachtrag"].contains(first.title.lowercased()) }
        return ["121078", "55107-7"].contains(concept.value)
    }
}

extension [PriorReport] {
    /// The newest first; what does not say when it was written comes last. Among equals the order stays.
    public var newestFirst: [PriorReport] {
        func moment(_ report: PriorReport) -> (Int, Int) {
            (report.date?.daysSince1970 ?? .min, report.time?.secondsSinceMidnight ?? -1)
        }
        return enumerated().sorted { left, right in
            let (one, other) = (moment(left.element), moment(right.element))
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
    }
}
