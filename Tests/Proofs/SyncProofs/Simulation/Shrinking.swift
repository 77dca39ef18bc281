/// A schedule that fails, made as short as it goes while it still fails in the same way.
struct Shrinking {
    private(set) var schedule: Schedule
    private let invariant: Invariant

    init(_ schedule: Schedule, _ breach: Breach) {
        self.schedule = schedule
        invariant = breach.invariant
    }

    mutating func run() {
        var isShorter = true
        while isShorter {
            isShorter = false
            for fault in schedule.faults.all {
                var shorter = schedule
                shorter.faults.remove(fault)
                isShorter = take(shorter) || isShorter
            }
            for index in schedule.plan.indices.reversed() where schedule.plan.indices.contains(index) {
                var shorter = schedule
                shorter.plan.remove(at: index)
                isShorter = take(shorter) || isShorter
            }
        }
    }

    private mutating func take(_ shorter: Schedule) -> Bool {
        var simulator = Simulator(shorter)
        do {
            try simulator.run()
            return false
        } catch {
            guard error.invariant == invariant else { return false }
            schedule = shorter
            return true
        }
    }

    /// What happens in it, line by line, and what did not hold.
    var trace: [String] {
        var simulator = Simulator(schedule, recordsTrace: true)
        do {
            try simulator.run()
            return simulator.trace.lines
        } catch {
            return simulator.trace.lines + [error.description]
        }
    }
}
