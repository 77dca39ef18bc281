import ArgumentParser
import Foundation
import Proving

/// `proofs fuzz [TARGET]`.
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Feeds mutated inputs to every parser: no crash, no hang, bounded memory, stable when written again.",
        discussion: """
            Targets: \(FuzzTarget.all.map(\.name).joined(separator: ", ")), configuration (each input starts the \
            program), and the canaries planted-crash, planted-loss and planted-hang.
            """)

    @Argument(help: "One parser; all of them where none is named.")
    var target: String?

    @Option(help: "Executions for each parser.")
    var count = 20_000

    @Option(help: "Executions for all parsers together, more for the faster ones; the long form is 10000000.")
    var total: Int?

    @Option(help: "The seed of all inputs.")
    var seed: UInt64 = 1

    @Flag(help: "Writes one input, by its number in --from, and ends.")
    var show = false

    @Option(help: .hidden)
    var from = 0

    @Option(help: .hidden)
    var progress: String?

    @Option(help: "Seconds after which an execution is said to hang.")
    var patience = 20.0

    func validate() throws {
        if let target, target != ConfigurationFuzz.name, FuzzTarget.named(target) == nil {
            throw ValidationError("There is no target \(target).")
        }
    }

    func run() throws {
        if let target, let found = FuzzTarget.named(target) {
            if show { return FileHandle.standardOutput.write(Data(Mutator(found, seed: seed).input(from))) }
            if let progress { return try work(found, progress) }
        }
        if target == ConfigurationFuzz.name { return try show(ConfigurationFuzz.run(count: count, seed: seed)) }
        var holds = true
        var executions = 0
        for (name, count) in parts {
            let verdict = try FuzzRun(target: name, count: count, seed: seed, patience: patience).run()
            print(verdict.summary)
            for sentence in verdict.broken { print("  " + sentence) }
            holds = holds && verdict.holds
            executions += verdict.fired
        }
        print("executions: \(executions)")
        if !holds { throw ExitCode.failure }
    }

    private var parts: [(name: String, count: Int)] {
        if let target { return [(target, total ?? count)] }
        let all = FuzzTarget.all.map(\.share).reduce(0, +)
        return FuzzTarget.all.map { target in
            (target.name, total.map { ($0 * target.share + all - 1) / all } ?? count)
        }
    }

    private func show(_ verdict: Verdict) throws {
        print(verdict.summary)
        for sentence in verdict.broken { print("  " + sentence) }
        if !verdict.holds { throw ExitCode.failure }
    }

    /// Memory beyond this ends the process, and that is a finding.
    private static let mostMemory: UInt = 4 << 30

    private func work(_ target: FuzzTarget, _ path: String) throws {
        var limit = rlimit(rlim_cur: FuzzCommand.mostMemory, rlim_max: FuzzCommand.mostMemory)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        let progress = try FuzzProgress(path: path)
        let mutator = Mutator(target, seed: seed)
        var findings = 0
        for number in from..<max(from, count) {
            progress.number = number
            guard let broken = target.check(mutator.input(number)) else { continue }
            print("execution \(number): \(broken)")
            findings += 1
            if findings >= 5 { return }
        }
    }
}
