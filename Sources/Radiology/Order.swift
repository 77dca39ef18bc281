/// One procedure asked for in an order (PS3.3 C.4.11).
public struct RequestedProcedure: Hashable, Codable, Sendable {
    public var id: RequestedProcedureID?
    public var description: String?
    public var code: CodedConcept?

    public init(id: RequestedProcedureID? = nil, description: String? = nil, code: CodedConcept? = nil) {
        self.id = id
        self.description = description
        self.code = code
    }
}

/// What the referring physician asked for. One report may answer several orders.
public struct Order: Hashable, Codable, Sendable {
    public var accessionNumber: AccessionNumber?
    public var requestedProcedures: [RequestedProcedure]
    public var referringPhysician: PersonName?
    /// Why the examination was asked for, in the referrer's words.
    public var indication: String?

    public init(
        accessionNumber: AccessionNumber? = nil, requestedProcedures: [RequestedProcedure] = [],
        referringPhysician: PersonName? = nil, indication: String? = nil
    ) {
        self.accessionNumber = accessionNumber
        self.requestedProcedures = requestedProcedures
        self.referringPhysician = referringPhysician
        self.indication = indication
    }
}

/// How soon a report is needed (UPS Scheduled Procedure Step Priority: HIGH, MEDIUM, LOW).
public enum Priority: Int, Hashable, Codable, Sendable, Comparable, CaseIterable {
    case stat = 0
    case urgent = 1
    case routine = 2

    public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}
