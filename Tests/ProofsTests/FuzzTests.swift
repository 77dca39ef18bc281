import Proving
import SyncProofs
import Testing

/// The short form of `proofs fuzz`: fewer executions of slow parsers, so that the whole takes seconds.
@Suite(.enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct FuzzTests {
    private static let counts = [
        "part10": 3000, "json": 3000, "character-sets": 4000, "mrrt": 100, "bracket": 800, "macro": 1500,
        "keymap": 2000, "theme": 20_000, "key-decoder": 20_000,
    ]

    @Test(arguments: FuzzRun.targets)
    func noInputBreaksAParser(target: String) throws {
        let verdict = try FuzzRun(target: target, count: FuzzTests.counts[target] ?? 1000).run()
        #expect(verdict.holds, "\(verdict.summary) \(verdict.broken)")
    }

    @Test func noConfigurationBreaksTheProgram() throws {
        let verdict = try ConfigurationFuzz.run(count: 30)
        #expect(verdict.holds, "\(verdict.summary) \(verdict.broken)")
    }

    @Test(arguments: [("planted-crash", "crashed"), ("planted-loss", "lost"), ("planted-hang", "hangs")])
    func aPlantedDefectIsFound(target: String, word: String) throws {
        let verdict = try FuzzRun(target: target, count: 30_000, patience: 1).run()
        #expect(!verdict.holds && verdict.broken.contains { $0.contains(word) }, "\(verdict.summary)")
    }
}
