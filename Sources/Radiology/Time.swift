/// A point on the time line, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Codable, Sendable, Comparable {
    public var millisecondsSince1970: Int64

    public init(millisecondsSince1970: Int64) { self.millisecondsSince1970 = millisecondsSince1970 }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }

    /// Total: what is no number adds nothing, and what is beyond the line's ends stops there.
    public func adding(seconds: Double) -> Instant {
        guard !seconds.isNaN else { return self }
        let milliseconds = (seconds * 1000).rounded()
        let limit = 4_000_000_000_000_000.0
        return Instant(
            millisecondsSince1970: millisecondsSince1970.addingReportingOverflow(
                Int64(min(max(milliseconds, -limit), limit))
            ).partialValue)
    }

    /// Seconds from `earlier` to this instant; negative when `earlier` is later.
    public func seconds(since earlier: Instant) -> Double {
        Double(millisecondsSince1970 - earlier.millisecondsSince1970) / 1000
    }
}

/// A day in the Gregorian calendar, without a time zone: a birth date, a study date.
public struct CalendarDate: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads a DICOM DA, `YYYYMMDD`, and the obsolete `YYYY.MM.DD` (PS3.5 §6.2) and `YYYY-MM-DD`.
    public init?(dicom text: String) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let others = text.filter { !($0.isASCII && $0.isNumber) && $0 != " " }
        guard digits.count == 8, others.isEmpty || others == ".." || others == "--", let number = Int(digits)
        else { return nil }
        self.init(year: number / 10000, month: number / 100 % 100, day: number % 100)
    }

    public var dicom: String { pad(year, 4) + pad(month, 2) + pad(day, 2) }

    /// ISO 8601, `YYYY-MM-DD`.
    public var description: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01.
    ///
    /// Counts years from March, so that a leap day ends a year and needs no special case.
    public var daysSince1970: Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that lies `days` after 1970-01-01.
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    public func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }
}

/// A time of day, without a time zone, to the second.
public struct TimeOfDay: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    public let secondsSinceMidnight: Int

    public init?(hour: Int, minute: Int, second: Int = 0) {
        // A leap second is written as :60 (PS3.5 §6.2); it counts as the last second of its minute.
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        secondsSinceMidnight = hour * 3600 + minute * 60 + min(second, 59)
    }

    /// Reads a DICOM TM, `HH[MM[SS[.F…]]]`, and the obsolete `HH:MM:SS` (PS3.5 §6.2).
    public init?(dicom text: String) {
        let whole = text.prefix { $0 != "." }.filter { $0 != ":" && $0 != " " }
        guard [2, 4, 6].contains(whole.count), whole.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let padded = whole + String(repeating: "0", count: 6 - whole.count)
        guard let number = Int(padded) else { return nil }
        self.init(hour: number / 10000, minute: number / 100 % 100, second: number % 100)
    }

    public var dicom: String { pad(hour, 2) + pad(minute, 2) + pad(secondsSinceMidnight % 60, 2) }

    public var hour: Int { secondsSinceMidnight / 3600 }
    public var minute: Int { secondsSinceMidnight / 60 % 60 }

    /// `HH:MM`
    public var description: String { "\(pad(hour, 2)):\(pad(minute, 2))" }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.secondsSinceMidnight < right.secondsSinceMidnight
    }
}

/// How far local wall clocks are ahead of UTC. The core reads no clock and no zone: the offset comes in.
public struct TimeZoneOffset: Hashable, Codable, Sendable {
    public var seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    public static let utc = TimeZoneOffset(seconds: 0)

    /// Reads `+HHMM` or `-HHMM` (TimezoneOffsetFromUTC, PS3.3 C.12.1.1.8).
    public init?(dicom text: String) {
        guard text.utf8.count == 5, let sign = text.first, sign == "+" || sign == "-",
            let number = Int(text.dropFirst()), number >= 0, number / 100 <= 14, number % 100 < 60
        else { return nil }
        seconds = (number / 100 * 3600 + number % 100 * 60) * (sign == "-" ? -1 : 1)
    }

    public var dicom: String {
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + pad(minutes / 60, 2) + pad(minutes % 60, 2)
    }
}

extension Instant {
    public init(date: CalendarDate, time: TimeOfDay, offset: TimeZoneOffset) {
        let local = date.daysSince1970 * 86_400 + time.secondsSinceMidnight
        self.init(millisecondsSince1970: Int64(local - offset.seconds) * 1000)
    }

    /// The wall clock at `offset`.
    public func local(_ offset: TimeZoneOffset) -> (date: CalendarDate, time: TimeOfDay) {
        let seconds = Int((Double(millisecondsSince1970) / 1000).rounded(.down)) + offset.seconds
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        // The remainder of a day is always a valid time; the fallback cannot be reached.
        let time = TimeOfDay(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
        return (CalendarDate(daysSince1970: days), time ?? TimeOfDay.midnight)
    }
}

extension TimeOfDay {
    static let midnight = TimeOfDay(secondsSinceMidnight: 0)

    private init(secondsSinceMidnight: Int) { self.secondsSinceMidnight = secondsSinceMidnight }
}

/// `number` in decimal, with leading zeros to `width` digits.
func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
