import Foundation
import Terminal
import Testing

/// A scenario: a folder with `keys` to press and the screens expected on the way.
///
/// A line of `keys` is a key in keymap notation (`F12`, `C-x s`, `j`), `text:words to type`, `shot NAME`,
/// `wait SECONDS`, `world CHANGE` (see ``Desk/change(world:)``), or a comment behind `#`.
struct Scenario: CustomTestStringConvertible {
    let folder: URL

    var testDescription: String { folder.lastPathComponent }

    static let all: [Scenario] = {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        let found = (try? FileManager.default.contentsOfDirectory(at: here, includingPropertiesForKeys: nil)) ?? []
        return found.filter { FileManager.default.fileExists(atPath: $0.appendingPathComponent("keys").path) }
            .sorted { $0.path < $1.path }.map(Scenario.init)
    }()

    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48)]

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Every scenario is played at the smallest size and at a large one; `size 100x30` in its keys asks for another.
    var ownSizes: [Size] {
        let keys = (try? String(contentsOf: folder.appendingPathComponent("keys"), encoding: .utf8)) ?? ""
        return keys.split(separator: "\n").filter { $0.hasPrefix("size ") }.compactMap { line in
            let numbers = line.dropFirst(5).split(separator: "x").compactMap { Int($0) }
            return numbers.count == 2 ? Size(columns: numbers[0], rows: numbers[1]) : nil
        }
    }

    /// The screens of the scenario at one size, by file name.
    ///
    /// - Parameter look: at the desk, after each line of keys.
    func play(at size: Size, look: (Desk, String) -> Void = { _, _ in }) throws -> (
        desk: Desk, shots: [(file: String, frame: Frame)]
    ) {
        var desk = Desk(size: size)
        var shots: [(file: String, frame: Frame)] = []
        var hasStarted = false
        let keys = try String(contentsOf: folder.appendingPathComponent("keys"), encoding: .utf8)
        for line in keys.split(separator: "\n").map(String.init) where !line.hasPrefix("#") && !line.hasPrefix("size ")
        {
            if !hasStarted, !line.hasPrefix("world ") {
                desk.start()
                hasStarted = true
            }
            if line.hasPrefix("shot ") {
                shots.append(("\(line.dropFirst(5)).\(size.columns)x\(size.rows).txt", desk.frame))
            } else {
                try perform(line, on: &desk)
            }
            look(desk, line)
        }
        return (desk, shots)
    }

    private func perform(_ line: String, on desk: inout Desk) throws {
        if line.hasPrefix("text:") { return desk.type(String(line.dropFirst(5))) }
        if line.hasPrefix("wait "), let seconds = Double(line.dropFirst(5)) { return desk.wait(seconds: seconds) }
        if line.hasPrefix("world ") {
            guard desk.change(world: String(line.dropFirst(6))) else { throw Problem(description: "unknown: \(line)") }
            return
        }
        for name in line.split(separator: " ") {
            guard let key = Key(name: String(name)) else { throw Problem(description: "no key: \(line)") }
            desk.press(key)
        }
    }
}
