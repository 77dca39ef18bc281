/// A point in time at the wall clock of the demonstration, as DICOM writes it.
struct Moment: Comparable {
    /// Since 1970-01-01T00:00:00 at that wall clock.
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init(year: Int, month: Int, day: Int, secondsOfDay: Int) {
        var days = 0
        for past in 1970..<max(1970, year) { days += Moment.isLeap(past) ? 366 : 365 }
        for past in 1..<max(1, month) { days += Moment.days(inMonth: past, of: year) }
        seconds = (days + day - 1) * 86_400 + secondsOfDay
    }

    static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    func before(minutes: Int) -> Moment { Moment(seconds: seconds - minutes * 60) }
    func before(days: Int) -> Moment { Moment(seconds: seconds - days * 86_400) }

    /// `YYYYMMDD`
    var date: String {
        var (year, rest) = (1970, seconds / 86_400)
        while rest >= (Moment.isLeap(year) ? 366 : 365) {
            rest -= Moment.isLeap(year) ? 366 : 365
            year += 1
        }
        var month = 1
        while rest >= Moment.days(inMonth: month, of: year) {
            rest -= Moment.days(inMonth: month, of: year)
            month += 1
        }
        return String(year * 10_000 + month * 100 + rest + 1)
    }

    /// `HHMMSS`
    var time: String {
        let rest = seconds % 86_400
        return String(String(1_000_000 + rest / 3600 * 10_000 + rest / 60 % 60 * 100 + rest % 60).dropFirst())
    }

    var dateTime: String { date + time }

    private static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
