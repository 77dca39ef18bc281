import ArgumentParser
import Dispatch
import Proving

/// `proofs simulate SEED`.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Simulates workstations, servers, network and misfortunes from a seed, with the real filing machine.",
        discussion: """
            Every step of every schedule is held against the invariants of the README's Safety section. \
            A schedule that fails is shortened and shown line by line. The run long enough to mean something is \
            'proofs simulate 1 --count 1000000'.
            """)

    @Argument(help: "The first schedule's seed; the next ones count up from it.")
    var seed: UInt64 = 1

    @Option(help: "How many schedules.")
    var count = 1

    @Option(help: ArgumentHelp("A defect to put in, which must be found.", valueName: "name"))
    var canary: Canary?

    @Flag(help: "Shows what happens in the first schedule, line by line.")
    var trace = false

    @Flag(help: "Puts in every defect, one after the other, until the invariant it is about has found it.")
    var canaries = false

    @Option(help: "In one of so many schedules the workstation's reducer itself sits at the desks; 0 is never.")
    var reducerEvery = 50

    func run() throws {
        if canaries { return try showCanaries() }
        let begun = DispatchTime.now()
        let run = SimulationRun(seed: seed, count: count, canary: canary, reducerEvery: reducerEvery)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds) / 1e9
        if trace { show(Schedule(seed: seed, canary: canary, reducerEvery: reducerEvery)) }
        var verdict = run.verdict
        verdict.figures.append(("schedules a second", String(Int(Double(count) / max(seconds, 0.001)))))
        print(verdict.summary)
        for sentence in verdict.broken { print("  " + sentence) }
        if let seed = run.failedSeed, let breach = run.firstBreach { explain(seed, breach) }
        if !verdict.holds { throw ExitCode.failure }
    }

    private func show(_ schedule: Schedule) {
        var simulator = Simulator(schedule, recordsTrace: true)
        // A breach is said by the verdict.
        try? simulator.run()
        for line in simulator.trace.lines { print(line) }
        print("trace \(String(simulator.trace.hash, radix: 16))")
    }

    /// The failing schedule, as short as it goes.
    private func explain(_ seed: UInt64, _ breach: Breach) {
        guard breach.invariant != .reproducible else { return }
        var shrinking = Shrinking(Schedule(seed: seed, canary: canary, reducerEvery: reducerEvery), breach)
        shrinking.run()
        print("Seed \(seed), shortened to \(shrinking.schedule.plan.count) acts:")
        for line in shrinking.trace { print("  " + line) }
    }

    private func showCanaries() throws {
        // With a count all of the schedules are run, which shows who else notices.
        let table = CanaryTable(seed: seed, count: count > 1 ? count : 2000, stopsWhenCaught: count == 1)
        for line in table.lines { print(line) }
        for number in table.idleInvariants { print("Invariant \(number) caught nothing.") }
        let caught = table.rows.count - table.uncaught.count
        print("canaries: caught \(caught) of \(table.rows.count)")
        guard table.uncaught.isEmpty, table.idleInvariants.isEmpty else { throw ExitCode.failure }
    }
}
