import Proving
import Radiology
import Sync

/// One workstation: what is on its disk, and what only its process knows.
struct Station: Sendable {
    var store: ModelStore
    var reader: Int
    var isUp = true
    /// How often it was started; answers to an earlier process are not heard.
    var generation = 0
    var isOffline = false
    /// Milliseconds its wall clock is ahead of the truth.
    var clockAhead = 0
    var desk: any Desk
    /// The report is being signed: nothing else is done with it meanwhile.
    var isSigning = false
    /// One, unless a canary lets two processes send.
    var senders: [FilingMachine] = []
    var wakes: [Int] = []
    /// What the store had written, and the screen had said, when the invariants were last checked here.
    var checked = (writes: -1, said: -1)
    /// Studies of which the reader was told that somebody else has them.
    var told: Set<Int> = []
}

/// What really happened, as no workstation knows it. The invariants are held against this.
struct Ledger: Sendable {
    /// Versions the screen called signed, with their bytes, by workstation.
    var said: [(station: Int, document: Document)] = []
    /// What the sign dialog showed when a version was signed.
    var shown: [Int: StudyFacts] = [:]
    /// The first bytes that left for a version, and under an identifier.
    var sentBytes: [Int: Document] = [:]
    var sentUnder: [Int: Document] = [:]
    /// Sends under way, by version and destination.
    var live: [Int: Int] = [:]
    /// Versions a destination gave back unchanged, by version and destination.
    var readBack: Set<Int> = []

    static func key(_ version: Int, _ destination: Int) -> Int { version * Schedule.servers + destination }
}

/// Three workstations, three servers, a network and a calendar of misfortunes; deterministic by the schedule's seed.
struct Simulator {
    let schedule: Schedule
    var random: SeededRandom
    var now = 0
    var queue = EventQueue()
    var stations: [Station]
    var servers: [ModelServer]
    /// The studies as they truly are.
    var truth: [StudyFacts]
    var ledger = Ledger()
    var nextNumber = 1
    var faultsAreOn = true
    var struck = FaultCounts()
    var events = 0
    var trace: Trace
    /// Entries whose refusal a canary takes for success.
    var trusted: Set<Int64> = []

    static let dayBegins = Int64(1_795_252_440_000)

    init(_ schedule: Schedule, recordsTrace: Bool = false) {
        self.schedule = schedule
        random = SeededRandom(seed: schedule.seed ^ 0xD1CE)
        trace = Trace(isRecording: recordsTrace)
        // One reader sits at two workstations.
        stations = (0..<Schedule.stations).map { index in
            Station(
                store: ModelStore(destinations: schedule.destinations), reader: index == 2 ? 1 : 0,
                desk: Simulator.desk(schedule, reader: index == 2 ? 1 : 0))
        }
        servers = ServerHabit.allCases.map { ModelServer(habit: $0) }
        truth = (0..<Schedule.studies).map {
            StudyFacts(study: $0, identity: Identity(patient: 100 * $0, accession: 1000 * $0), series: [1, 2])
        }
    }

    private static func desk(_ schedule: Schedule, reader: Int) -> any Desk {
        schedule.usesReducer ? ReducerDesk(reader: reader) : QuickDesk()
    }

    /// The whole day, then a night without faults in which everything must get where it belongs.
    mutating func run() throws(Breach) {
        for planned in schedule.plan { queue.add(.act(planned.act), at: planned.at) }
        for station in stations.indices {
            start(station)
            queue.add(.pull(station: station, generation: 1, isLast: false), at: 1000 * (station + 1))
        }
        while let time = queue.nextTime, time <= Schedule.length { try step() }
        try drain()
    }

    mutating func step() throws(Breach) {
        guard let (time, event) = queue.next() else { return }
        now = time
        events += 1
        let touched = try happen(event)
        if let touched { try check(touched) }
    }

    /// - Returns: the workstation that was touched.
    private mutating func happen(_ event: Event) throws(Breach) -> Int? {
        switch event {
        // The night belongs to the queue.
        case .act(let act): return faultsAreOn ? try perform(act) : nil
        case .fact(let reply, let fact):
            guard hears(reply.station, reply.generation) else { return nil }
            try take(fact, reply)
            return reply.station
        case .tick(let station, let generation, let sender, let wake):
            guard hears(station, generation), stations[station].wakes[sender] == wake else { return nil }
            try tell(station, sender, .ticked)
            return station
        case .reload(let station, let generation):
            guard hears(station, generation) else { return nil }
            try reload(station)
            return station
        case .arrived(let server, let document, let reply, let fault):
            arrive(document, at: server, reply, fault)
            return nil
        case .asked(let server, let document, let reply):
            try answer(document, at: server, reply)
            return nil
        case .prepared(let station, let generation, let facts):
            guard hears(station, generation) else { return nil }
            try review(station, facts)
            return station
        case .confirmed(let station, let generation, let act, let prepared):
            guard hears(station, generation) else { return nil }
            try commit(station, act, prepared)
            return station
        case .pull(let station, let generation, let isLast):
            guard hears(station, generation) else { return nil }
            pull(station, isLast: isLast)
            return station
        case .restart(let station):
            guard !stations[station].isUp else { return nil }
            start(station)
            return station
        }
    }

    func hears(_ station: Int, _ generation: Int) -> Bool {
        stations[station].isUp && stations[station].generation == generation
    }

    /// The wall clock of a workstation.
    func clock(_ station: Int) -> Instant {
        Instant(millisecondsSince1970: Simulator.dayBegins + Int64(now + stations[station].clockAhead))
    }

    /// Whether this fault strikes now.
    mutating func strikes(_ fault: Fault, rarer: Int = 1) -> Bool {
        guard faultsAreOn, schedule.faults.contains(fault), random.happens(oneIn: schedule.rate * rarer) else {
            return false
        }
        note(fault)
        return true
    }

    mutating func note(_ fault: Fault) {
        struck[fault] += 1
        trace.note(1, fault.rawValue, now) { "fault: \(fault)" }
    }

    mutating func fresh() -> Int {
        nextNumber += 1
        return nextNumber
    }

    /// Milliseconds something takes.
    mutating func delay(_ most: Int) -> Int {
        if schedule.canary == .unseeded { return 1 + Int.random(in: 0..<most) }
        return 1 + random.below(most)
    }

    // MARK: - Processes

    mutating func start(_ station: Int) {
        stations[station].isUp = true
        stations[station].generation += 1
        stations[station].isOffline = false
        let count = schedule.canary == .twoSenders ? 2 : 1
        stations[station].senders = Array(repeating: FilingMachine(), count: count)
        stations[station].wakes = Array(repeating: 0, count: count)
        trace.note(2, station, now) { "W\(station) starts" }
        let generation = stations[station].generation
        queue.add(.reload(station: station, generation: generation), at: now)
        if generation > 1 {
            queue.add(.pull(station: station, generation: generation, isLast: false), at: now + 2000)
        }
    }

    /// The process is gone, with everything only it knew.
    mutating func crash(_ station: Int) {
        guard stations[station].isUp else { return }
        trace.note(3, station, now) { "W\(station) goes down" }
        stations[station].isUp = false
        stations[station].isSigning = false
        stations[station].senders = []
        stations[station].desk = Simulator.desk(schedule, reader: stations[station].reader)
        for version in stations[station].store.versions {
            for destination in schedule.destinations { ledger.live[Ledger.key(version.id, destination)] = nil }
        }
        queue.add(.restart(station: station), at: now + 1000 + random.below(60_000))
    }
}
