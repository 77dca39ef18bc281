import Foundation
import Screens
import Terminal
import Testing

/// Golden screens: played keys show the screens that a person has looked at. `UPDATE_GOLDEN=1` writes them anew.
@Suite struct ScenarioTests {
    private static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    @Test func scenariosAreFound() { #expect(Scenario.all.count >= 10) }

    /// What is kept of the screens before makes the next cheaper, and no other.
    @Test(arguments: Scenario.all)
    func aScreenIsTheSameWithAndWithoutMemory(_ scenario: Scenario) throws {
        let memory = ScreenMemory()
        for size in Scenario.sizes {
            _ = try scenario.play(at: size) { desk, line in
                #expect(render(desk.state, size: size, memory: memory) == desk.frame, "\(line)")
            }
        }
    }

    @Test(arguments: Scenario.all)
    func screensAreAsExpected(_ scenario: Scenario) throws {
        var shot: Set<String> = []
        for size in Scenario.sizes + scenario.ownSizes {
            for (file, frame) in try scenario.play(at: size).shots {
                shot.insert(file)
                let path = scenario.folder.appendingPathComponent(file)
                let shown = frame.plainText.joined(separator: "\n") + "\n"
                if ScenarioTests.updates { try shown.write(to: path, atomically: true, encoding: .utf8) }
                let expected = try? String(contentsOf: path, encoding: .utf8)
                #expect(shown == expected, "\(scenario.testDescription)/\(file)")
            }
        }
        // A golden file nobody shoots any more is a lie about the program.
        let there = try FileManager.default.contentsOfDirectory(atPath: scenario.folder.path)
        #expect(Set(there).subtracting(shot) == ["keys"])
    }
}
