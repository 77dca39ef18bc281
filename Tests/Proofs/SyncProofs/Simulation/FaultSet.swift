/// Faults as bits: whether one is in it is asked many times in every step.
struct FaultSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    func contains(_ fault: Fault) -> Bool { bits & FaultSet.bit(fault) != 0 }
    mutating func insert(_ fault: Fault) { bits |= FaultSet.bit(fault) }
    mutating func remove(_ fault: Fault) { bits &= ~FaultSet.bit(fault) }

    var all: [Fault] { Fault.allCases.filter(contains) }

    private static func bit(_ fault: Fault) -> UInt64 { 1 << UInt64(fault.rawValue) }
}

/// How often each fault struck.
struct FaultCounts: Sendable {
    private var counts = [Int](repeating: 0, count: Fault.allCases.count)

    subscript(fault: Fault) -> Int {
        get { counts[fault.rawValue] }
        set { counts[fault.rawValue] = newValue }
    }

    /// How many kinds struck at all.
    var kinds: Int { counts.count { $0 > 0 } }
    var sum: Int { counts.reduce(0, +) }

    mutating func add(_ other: FaultCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }
}
