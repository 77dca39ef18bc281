import Foundation
import Radiology

/// The wall clock and new identifiers: the only place of the program that reads the one and makes the other.
enum Clock {
    static var now: Radiology.Instant {
        Radiology.Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000))
    }

    static var today: CalendarDate { now.local(.current).date }
}

enum NewIdentifier {
    /// A UID derived from a random UUID: `2.25.` and its 128 bits in decimal (PS3.5 §B.2).
    static func uid() -> String {
        let bytes = withUnsafeBytes(of: UUID().uuid) { Array($0) }
        // Long division of the 128 bits by ten, until nothing is left.
        var number = bytes.map(Int.init)
        var digits: [String] = []
        while number.contains(where: { $0 != 0 }) {
            var remainder = 0
            for index in number.indices {
                let value = remainder << 8 | number[index]
                number[index] = value / 10
                remainder = value % 10
            }
            digits.append(String(remainder))
        }
        return "2.25." + digits.reversed().joined()
    }

    static func text() -> String { UUID().uuidString.lowercased() }
}
