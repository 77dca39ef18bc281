import Proving

/// What people and chance do in one simulated day, drawn from a seed before it begins.
struct Schedule: Sendable {
    enum Act: Hashable, Sendable {
        case open(station: Int, study: Int)
        case type(station: Int)
        case sign(station: Int)
        case toggleOffline(station: Int)
        case sync(station: Int)
        case retry(station: Int)
        case powerCut(station: Int)
        case clockJump(station: Int, seconds: Int)
        case secondSession(station: Int)
        case patientChanged(study: Int)
        case accessionChanged(study: Int)
        case seriesAdded(study: Int)
        case seriesRejected(study: Int)
        case claimStolen(study: Int)
        case backup(server: Int)
        case restore(server: Int)
    }

    struct Planned: Hashable, Sendable {
        /// Milliseconds after the day began.
        var at: Int
        var act: Act
    }

    var seed: UInt64
    var plan: [Planned]
    var faults: FaultSet
    /// One in so many occasions, for a fault that strikes by chance.
    var rate: Int
    /// Whether the workstation's real reducer sits at the desks; otherwise a model of it, which is much faster.
    var usesReducer: Bool
    var canary: Canary?
    var restartsBeforeDraining: Bool
    /// The servers reports are filed at: often one, for many short days find more than few long ones.
    var destinations: [Int]

    static let stations = 3
    static let servers = 3
    static let studies = 3
    static let length = 900_000

    /// Each schedule has its own selection of faults: what only shows in quiet is found as well as what needs a storm.
    init(seed: UInt64, canary: Canary? = nil, reducerEvery: Int = 50) {
        var random = SeededRandom(seed: seed)
        self.seed = seed
        self.canary = canary
        let share = 1 + random.below(4)
        var faults = FaultSet()
        for fault in Fault.allCases where random.below(4) < share { faults.insert(fault) }
        self.faults = faults
        rate = random.pick([4, 8, 16, 40])
        usesReducer = reducerEvery > 0 && seed % UInt64(reducerEvery) == 0
        restartsBeforeDraining = random.happens(oneIn: 2)
        let first = random.below(Schedule.servers)
        destinations = (0..<random.pick([1, 1, 1, 2, 2, 3])).map { (first + $0) % Schedule.servers }
        plan = Schedule.plan(&random, faults)
    }

    private static func plan(_ random: inout SeededRandom, _ faults: FaultSet) -> [Planned] {
        var plan: [Planned] = []
        func later(_ random: inout SeededRandom) -> Int { random.below(length) }
        for station in 0..<stations {
            for _ in 0..<random.pick([0, 1, 1, 2]) { report(at: station, &plan, &random, faults) }
            for _ in 0..<random.below(2) { plan.append(Planned(at: later(&random), act: .sync(station: station))) }
            if random.happens(oneIn: 2) { plan.append(Planned(at: later(&random), act: .retry(station: station))) }
        }
        for fault in Fault.planned where faults.contains(fault) {
            for _ in 0..<(1 + random.below(2)) { disturb(fault, &plan, &random) }
        }
        return plan.sorted { $0.at < $1.at }
    }

    /// Opening, typing and signing, with time between them for the world to change.
    private static func report(
        at station: Int, _ plan: inout [Planned], _ random: inout SeededRandom, _ faults: FaultSet
    ) {
        let study = random.below(studies)
        var at = random.below(length / 2)
        plan.append(Planned(at: at, act: .open(station: station, study: study)))
        for _ in 0..<(1 + random.below(3)) {
            at += 1000 + random.below(60_000)
            plan.append(Planned(at: at, act: .type(station: station)))
        }
        at += 1000 + random.below(60_000)
        plan.append(Planned(at: at, act: .sign(station: station)))
        guard random.happens(oneIn: 2) else { return }
        // An addendum, perhaps before the first version is filed.
        let pauses = [5000, 60_000, 60_000]
        for (act, pause) in zip([Act.open(station: station, study: study), .type(station: station)], pauses) {
            at += 2000 + random.below(pause)
            plan.append(Planned(at: at, act: act))
        }
        // What harms an addendum most: a clock set back, another process that is faster.
        if faults.contains(.clockJump), random.happens(oneIn: 3) {
            plan.append(Planned(at: at - 1000, act: .clockJump(station: station, seconds: -3600)))
        }
        if faults.contains(.secondSession), random.happens(oneIn: 2) {
            plan.append(Planned(at: at + 500, act: .secondSession(station: station)))
        }
        plan.append(Planned(at: at + 1000 + random.below(60_000), act: .sign(station: station)))
    }

    private static func disturb(_ fault: Fault, _ plan: inout [Planned], _ random: inout SeededRandom) {
        let at = random.below(length)
        let station = random.below(stations)
        let study = random.below(studies)
        let server = random.below(servers)
        func add(_ act: Act, at time: Int) { plan.append(Planned(at: time, act: act)) }
        switch fault {
        case .powerCut: add(.powerCut(station: station), at: at)
        case .clockJump:
            add(.clockJump(station: station, seconds: random.pick([-90_000, -3600, -30, 30, 3600, 90_000])), at: at)
        case .offline:
            add(.toggleOffline(station: station), at: at)
            add(.toggleOffline(station: station), at: at + 10_000 + random.below(300_000))
        case .secondSession: add(.secondSession(station: station), at: at)
        case .patientChanged: add(.patientChanged(study: study), at: at)
        case .accessionChanged: add(.accessionChanged(study: study), at: at)
        case .seriesAdded: add(.seriesAdded(study: study), at: at)
        case .seriesRejected: add(.seriesRejected(study: study), at: at)
        case .claimStolen: add(.claimStolen(study: study), at: at)
        case .restored:
            add(.backup(server: server), at: at / 2)
            add(.restore(server: server), at: at)
        default: break
        }
    }
}
