import ArgumentParser
import CFaults
import Foundation
import Programs

/// The process that faults fall on. No command for people.
struct Child: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "child", shouldDisplay: false)

    @Option var scenario: Scenario
    @Option var seed: UInt64
    @Option var root: String
    @Option var witness: String
    @Option var fault: Fault.Kind
    @Option var call: Int
    @Option var error: Int32
    @Flag var reads = false
    @Flag var again = false
    @Flag var plain = false
    @Option var canary: Canary?

    func run() throws {
        alarm(120)  // a hang is a finding, not a proof that never ends
        let witness = try Witness(path: self.witness)
        let folder = StoreFolder(root: root, isSealed: !plain)
        let fault = Fault(kind: fault, call: call, hitsReads: reads, error: error)
        let desk = work(folder, fault, witness)
        faults_stop()
        witness.tell("calls \(String(cString: faults_calls()))")
        if faults_fired() > 0 { witness.tell("errors \(faults_fired())") }
        if again { signAgain(desk, folder, witness) }
        witness.tell("end")
    }

    private func work(_ folder: StoreFolder, _ fault: Fault, _ witness: Witness) -> Desk? {
        if scenario.includesOpening { fault.arm(root, witness: witness.file) }
        guard let desk = self.desk(folder, witness) else { return nil }
        if !scenario.includesOpening { fault.arm(root, witness: witness.file) }
        desk.perform(scenario.steps(seed))
        // Closing belongs to the scenario: it puts the log into the database.
        if !again { desk.close() }
        return desk
    }

    private func desk(_ folder: StoreFolder, _ witness: Witness) -> Desk? {
        do {
            return try Desk(folder, scenario.reports(seed), canary: canary, tell: witness.tell)
        } catch {
            witness.tell("refused opening \(Desk.sentence(error))")
            return nil
        }
    }

    /// Faults have stopped; a person tries again.
    private func signAgain(_ desk: Desk?, _ folder: StoreFolder, _ witness: Witness) {
        guard let desk = desk ?? self.desk(folder, witness) else { return }
        let place = scenario.steps(seed).count
        witness.tell("begun \(place)")
        do {
            if scenario == .firstRun { try desk.make(.worklist(studies: 12)) }
            try desk.make(Trial.again)
            witness.tell("done \(place)")
        } catch {
            witness.tell("refused \(place) \(Desk.sentence(error))")
        }
        desk.close()
    }
}

extension Scenario: ExpressibleByArgument {}
extension Fault.Kind: ExpressibleByArgument {}
extension Canary: ExpressibleByArgument {}

extension Child {
    /// Runs this very program, and waits for its end. What it prints is of no interest.
    static func run(_ arguments: [String]) throws -> Program.Ending {
        // A trace of the stack takes seconds to make, and nobody reads it.
        try Program(["/proc/self/exe"] + arguments, environment: ["SWIFT_BACKTRACE": "enable=no"]).wait()
    }
}
