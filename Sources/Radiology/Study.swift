/// One examination of one patient (PS3.3 A.1.2).
public struct Study: Hashable, Codable, Sendable {
    public var uid: StudyInstanceUID
    public var patient: Patient
    public var order: Order
    public var studyID: String?
    public var date: CalendarDate?
    public var time: TimeOfDay?
    public var description: String?
    public var modalities: [Modality]
    public var bodyPart: String?
    public var site: SiteName?
    public var seriesCount: Int?
    public var instanceCount: Int?

    public init(
        uid: StudyInstanceUID, patient: Patient, order: Order = Order(), studyID: String? = nil,
        date: CalendarDate? = nil, time: TimeOfDay? = nil, description: String? = nil, modalities: [Modality] = [],
        bodyPart: String? = nil, site: SiteName? = nil, seriesCount: Int? = nil, instanceCount: Int? = nil
    ) {
        self.uid = uid
        self.patient = patient
        self.order = order
        self.studyID = studyID
        self.date = date
        self.time = time
        self.description = description
        self.modalities = modalities
        self.bodyPart = bodyPart
        self.site = site
        self.seriesCount = seriesCount
        self.instanceCount = instanceCount
    }

    /// What the reader reads: images, not the reports and markings beside them.
    public var imageModalities: [Modality] { modalities.filter(\.isImage) }

    public var modalityText: String {
        imageModalities.map(\.rawValue).joined(separator: "/")
    }

    /// The description, or the requested procedure's where the study carries none.
    public var title: String {
        description ?? order.requestedProcedures.lazy.compactMap(\.description).first ?? "no description"
    }

    /// The title with the modality before it, where it does not say it itself: `CT head without contrast`.
    public var fullTitle: String {
        let (title, modality) = (title, modalityText)
        if modality.isEmpty || Study.says(modality, title) { return title }
        return "\(modality) \(title)"
    }

    /// `CT head`, `CTA head` and `MRI brain` say it; `Cranium` does not say CR.
    private static func says(_ modality: String, _ title: String) -> Bool {
        guard title.prefix(modality.count).uppercased() == modality.uppercased() else { return false }
        let rest = title.dropFirst(modality.count).prefix(3)
        return rest.prefix { $0.isLetter || $0.isNumber }.count <= 2
    }

    public func patientAge() -> Age? {
        date.flatMap { patient.age(on: $0) }
    }
}

public struct Series: Hashable, Codable, Sendable {
    public var uid: SeriesInstanceUID
    public var number: Int?
    public var modality: Modality?
    public var description: String?
    public var bodyPart: String?
    public var laterality: String?
    public var instances: [Instance]
    /// Acquisition parameters in words and units: `120 kV`, `slice 0.6 mm`.
    public var technique: [String]

    public init(
        uid: SeriesInstanceUID, number: Int? = nil, modality: Modality? = nil, description: String? = nil,
        bodyPart: String? = nil, laterality: String? = nil, instances: [Instance] = [], technique: [String] = []
    ) {
        self.uid = uid
        self.number = number
        self.modality = modality
        self.description = description
        self.bodyPart = bodyPart
        self.laterality = laterality
        self.instances = instances
        self.technique = technique
    }
}

public struct Instance: Hashable, Codable, Sendable {
    public var uid: SOPInstanceUID
    public var sopClass: SOPClassUID

    public init(uid: SOPInstanceUID, sopClass: SOPClassUID) {
        self.uid = uid
        self.sopClass = sopClass
    }
}

/// One attribute of a study, as the metadata browser shows it.
public struct MetadataAttribute: Hashable, Codable, Sendable {
    /// How deep inside sequences, from 0.
    public var depth: Int
    /// `(0010,0010)`
    public var tag: String
    /// `PatientName`; empty for an attribute the dictionary does not know.
    public var keyword: String
    public var value: String

    public init(depth: Int, tag: String, keyword: String, value: String) {
        self.depth = depth
        self.tag = tag
        self.keyword = keyword
        self.value = value
    }
}

/// What a study holds, read from the server before a report opens.
public struct StudyDetail: Hashable, Codable, Sendable {
    public var study: Study
    public var series: [Series]
    public var attributes: [MetadataAttribute]
    /// Contrast agent, `nil` where the headers say nothing.
    public var contrastAgent: String?
    /// Radiation dose in words and units: `CTDIvol 48 mGy`, `DLP 812 mGy·cm`.
    public var dose: [String]

    public init(
        study: Study, series: [Series], attributes: [MetadataAttribute] = [], contrastAgent: String? = nil,
        dose: [String] = []
    ) {
        self.study = study
        self.series = series
        self.attributes = attributes
        self.contrastAgent = contrastAgent
        self.dose = dose
    }

    /// Acquisition parameters of the whole study, each said once.
    public var technique: [String] {
        var seen: Set<String> = []
        return series.flatMap(\.technique).filter { seen.insert($0).inserted }
    }
}
