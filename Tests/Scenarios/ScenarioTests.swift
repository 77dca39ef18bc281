import Foundation
import Screens
import Terminal
import Testing

/// Golden screens: played keys show the screens that a person has looked at. `UPDATE_GOLDEN=1` writes them anew.
@Suite struct ScenarioTests {
    /// Which role each cell of the scenario's screens has, at the smallest size.
    private static let roles = "roles"
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
        var shot: Set<String> = ["keys"]
        for size in Scenario.sizes + scenario.ownSizes {
            let shots = try scenario.play(at: size).shots
            for (file, frame) in shots {
                shot.insert(file)
                try expect(frame.plainText.joined(separator: "\n") + "\n", in: file, of: scenario)
            }
            // A language changes no colour.
            guard size == Scenario.sizes[0], !scenario.testDescription.hasPrefix("german-") else { continue }
            shot.insert(ScenarioTests.roles)
            let lines = shots.flatMap { ["== \($0.file)"] + $0.frame.roles }
            try expect(lines.joined(separator: "\n") + "\n", in: ScenarioTests.roles, of: scenario)
        }
        // A golden file nobody shoots any more is a lie about the program.
        let there = try FileManager.default.contentsOfDirectory(atPath: scenario.folder.path)
        #expect(Set(there) == shot)
    }

    private func expect(_ shown: String, in file: String, of scenario: Scenario) throws {
        let path = scenario.folder.appendingPathComponent(file)
        if ScenarioTests.updates { try shown.write(to: path, atomically: true, encoding: .utf8) }
        #expect(shown == (try? String(contentsOf: path, encoding: .utf8)), "\(scenario.testDescription)/\(file)")
    }

    @Test func everyRoleIsOnAScreen() {
        var found: Set<String> = []
        for scenario in Scenario.all {
            let file = scenario.folder.appendingPathComponent(ScenarioTests.roles)
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            // `4  3-20 title bold, 30-41 hint`
            for run in text.matches(of: /\d+-\d+ ([a-z-]+)/) { found.insert(String(run.1)) }
        }
        // Plain text is what is not mentioned, unless it is emphasised.
        #expect(Set(Role.allCases.map(\.rawValue)).subtracting(found).subtracting(["text"]) == [])
    }
}
