extension BasicTextStructuredReport {
    public struct Patient: Sendable, Equatable {
        /// Raw, as the study has it: `Alphabetic=Ideographic=Phonetic`.
        public var name: String?
        public var id: String?
        public var issuer: String?
        public var issuerQualifiers: Issuer?
        /// TEXT, RFID or BARCODE (0010,0022).
        public var typeOfID: String?
        public var birthDate: String?
        /// M, F or O.
        public var sex: String?

        public init(
            name: String?, id: String?, issuer: String? = nil, issuerQualifiers: Issuer? = nil, typeOfID: String? = nil,
            birthDate: String? = nil, sex: String? = nil
        ) {
            self.name = name
            self.id = id
            self.issuer = issuer
            self.issuerQualifiers = issuerQualifiers
            self.typeOfID = typeOfID
            self.birthDate = birthDate
            self.sex = sex
        }
    }

    public struct Study: Sendable, Equatable {
        public var uid: String
        public var date: String?
        public var time: String?
        public var id: String?
        public var accessionNumber: String?
        public var issuerOfAccessionNumber: Issuer?
        public var referringPhysician: String?
        public var description: String?

        public init(
            uid: String, date: String? = nil, time: String? = nil, id: String? = nil, accessionNumber: String? = nil,
            issuerOfAccessionNumber: Issuer? = nil, referringPhysician: String? = nil, description: String? = nil
        ) {
            self.uid = uid
            self.date = date
            self.time = time
            self.id = id
            self.accessionNumber = accessionNumber
            self.issuerOfAccessionNumber = issuerOfAccessionNumber
            self.referringPhysician = referringPhysician
            self.description = description
        }
    }

    /// Who gave out an identifier (PS3.3 §10.14, HL7v2 Hierarchic Designator): a local name, a universal one, or both.
    public struct Issuer: Sendable, Equatable {
        public var local: String?
        public var universal: String?
        /// DNS, EUI64, ISO, URI, UUID, X400 or X500.
        public var universalType: String?

        public init(local: String? = nil, universal: String? = nil, universalType: String? = nil) {
            self.local = local
            self.universal = universal
            self.universalType = universalType
        }
    }

    /// One order this report answers (PS3.3 §C.17.2, Referenced Request Sequence).
    public struct Order: Sendable, Equatable {
        public var studyInstanceUID: String
        public var accessionNumber: String?
        public var issuerOfAccessionNumber: Issuer?
        public var placerOrderNumber: String?
        public var fillerOrderNumber: String?
        public var requestedProcedureID: String?
        public var requestedProcedureDescription: String?
        public var requestedProcedureCode: Code?
        public var reason: String?

        public init(
            studyInstanceUID: String, accessionNumber: String? = nil, issuerOfAccessionNumber: Issuer? = nil,
            placerOrderNumber: String? = nil, fillerOrderNumber: String? = nil, requestedProcedureID: String? = nil,
            requestedProcedureDescription: String? = nil, requestedProcedureCode: Code? = nil, reason: String? = nil
        ) {
            self.studyInstanceUID = studyInstanceUID
            self.accessionNumber = accessionNumber
            self.issuerOfAccessionNumber = issuerOfAccessionNumber
            self.placerOrderNumber = placerOrderNumber
            self.fillerOrderNumber = fillerOrderNumber
            self.requestedProcedureID = requestedProcedureID
            self.requestedProcedureDescription = requestedProcedureDescription
            self.requestedProcedureCode = requestedProcedureCode
            self.reason = reason
        }
    }

    /// What wrote the document (PS3.3 §C.7.5.1).
    public struct Equipment: Sendable, Equatable {
        public var manufacturer: String?
        public var model: String?
        public var softwareVersions: [String]
        public var institution: String?
        public var stationName: String?

        public init(
            manufacturer: String? = nil, model: String? = nil, softwareVersions: [String] = [],
            institution: String? = nil, stationName: String? = nil
        ) {
            self.manufacturer = manufacturer
            self.model = model
            self.softwareVersions = softwareVersions
            self.institution = institution
            self.stationName = stationName
        }
    }

    public struct Person: Sendable, Equatable {
        public var name: String
        public var organization: String?
        public var identification: Code?

        public init(name: String, organization: String? = nil, identification: Code? = nil) {
            self.name = name
            self.organization = organization
            self.identification = identification
        }
    }

    public struct VerifyingObserver: Sendable, Equatable {
        public var person: Person
        public var dateTime: String

        public init(_ person: Person, dateTime: String) {
            self.person = person
            self.dateTime = dateTime
        }
    }

    /// Who else took part, beyond authoring and verifying (PS3.3 §C.17.2, Participant Sequence).
    public struct Participant: Sendable, Equatable {
        /// SOURCE, ENT (data enterer) or ATTEST (an attestor who does not verify).
        public var type: String
        public var dateTime: String?
        public var person: Person

        public init(type: String, dateTime: String? = nil, person: Person) {
            self.type = type
            self.dateTime = dateTime
            self.person = person
        }
    }

    /// Instances, by study and series (PS3.3 §C.17.2.1, Hierarchical SOP Instance Reference).
    public struct ReferencedStudy: Sendable, Equatable {
        public var studyInstanceUID: String
        public var series: [ReferencedSeries]

        public init(studyInstanceUID: String, series: [ReferencedSeries]) {
            self.studyInstanceUID = studyInstanceUID
            self.series = series
        }
    }

    public struct ReferencedSeries: Sendable, Equatable {
        public var seriesInstanceUID: String
        public var instances: [ReferencedInstance]

        public init(seriesInstanceUID: String, instances: [ReferencedInstance]) {
            self.seriesInstanceUID = seriesInstanceUID
            self.instances = instances
        }
    }

    public struct ReferencedInstance: Sendable, Equatable {
        public var sopClassUID: String
        public var sopInstanceUID: String

        public init(sopClassUID: String, sopInstanceUID: String) {
            self.sopClassUID = sopClassUID
            self.sopInstanceUID = sopInstanceUID
        }
    }
}
