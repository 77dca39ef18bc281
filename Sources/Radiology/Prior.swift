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
    public var sections: [ReportSection]
    /// What the document breaks of the standard, in words without patient data.
    public var deviations: [String]

    /// A version signed here, as it is shown beside other reports.
    public init(_ version: ReportVersion) {
        self.init(
            document: version.document, title: version.title, flags: version.flags, author: version.signedBy.name,
            date: version.signedAt.local(version.timeZone).date, sections: version.sections)
    }

    public init(
        document: DocumentReference, title: String, flags: ReportFlags? = nil, author: PersonName? = nil,
        date: CalendarDate? = nil, sections: [ReportSection], deviations: [String] = []
    ) {
        self.document = document
        self.title = title
        self.flags = flags
        self.author = author
        self.date = date
        self.sections = sections
        self.deviations = deviations
    }
}
