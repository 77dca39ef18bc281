/// Patient's Sex (0010,0040). Unknown is `nil`.
public enum Sex: String, Hashable, Codable, Sendable {
    case female = "F"
    case male = "M"
    case other = "O"
}

/// A patient identifier means something only together with who issued it: two hospitals both have a patient 4711.
public struct PatientIdentifier: Hashable, Codable, Sendable {
    public var id: PatientID
    public var issuer: IssuerOfPatientID?

    public init(id: PatientID, issuer: IssuerOfPatientID? = nil) {
        self.id = id
        self.issuer = issuer
    }
}

public struct Patient: Hashable, Codable, Sendable {
    public var identifier: PatientIdentifier?
    public var name: PersonName?
    public var birthDate: CalendarDate?
    public var sex: Sex?

    public init(
        identifier: PatientIdentifier?, name: PersonName?, birthDate: CalendarDate? = nil, sex: Sex? = nil
    ) {
        self.identifier = identifier
        self.name = name
        self.birthDate = birthDate
        self.sex = sex
    }

    public func age(on day: CalendarDate) -> Age? {
        birthDate.flatMap { Age(from: $0, to: day) }
    }
}

/// An age as it is spoken of: in years, under two years in months, under a month in days.
public enum Age: Hashable, Codable, Sendable, CustomStringConvertible {
    case years(Int)
    case months(Int)
    case days(Int)

    public init?(from birth: CalendarDate, to day: CalendarDate) {
        guard birth <= day else { return nil }
        var months = (day.year - birth.year) * 12 + day.month - birth.month
        if day.day < birth.day { months -= 1 }
        if months >= 24 {
            self = .years(months / 12)
        } else if months >= 1 {
            self = .months(months)
        } else {
            self = .days(day.daysSince1970 - birth.daysSince1970)
        }
    }

    /// `67`, `14m`, `3d`: short enough for a worklist column.
    public var description: String {
        switch self {
        case .years(let count): "\(count)"
        case .months(let count): "\(count)m"
        case .days(let count): "\(count)d"
        }
    }

    /// `67-jährig`, `14 Monate alt`: the same in German, to be put after a noun.
    public var germanAdjective: String {
        switch self {
        case .years(let count): "\(count)-jährig"
        case .months(let count): count == 1 ? "1 Monat alt" : "\(count) Monate alt"
        case .days(let count): count == 1 ? "1 Tag alt" : "\(count) Tage alt"
        }
    }

    /// `67-year-old`, `14-month-old`: as a report says it.
    public var adjective: String {
        switch self {
        case .years(let count): "\(count)-year-old"
        case .months(let count): "\(count)-month-old"
        case .days(let count): "\(count)-day-old"
        }
    }
}
