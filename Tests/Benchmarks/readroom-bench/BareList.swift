import Foundation
import Measures
import Programs

/// The same keys in a list and a text of bare ncurses.
struct BareList {
    var start = Cost()
    var marker = Cost()
    var bar = Cost()
    var page = Cost()
    var typing = Cost()
    var held = Cost()
    var memory = 0.0
    var ownMemory = 0.0
    var processorTime = 0.0
    var idleWakeUps = 0

    init(rows: Int, effort: Effort) throws {
        let program = try Program.built("bare-list")
        for _ in 0..<effort.starts {
            let session = try Session([program, "marker", String(rows)])
            start.add(try session.awaitStart(showing: "A10000040"))
            session.end()
        }
        let list = try Session([program, "marker", String(rows)])
        _ = try list.awaitStart(showing: "A10000040")
        (marker, processorTime) = Keys.steps(list, effort)
        page = Keys.repeated(" ", effort.pages, list)
        held = Keys.held(list, effort)
        memory = list.memory
        ownMemory = list.ownMemory
        idleWakeUps = Keys.idle(list, seconds: effort.idleSeconds).wakeUps
        list.end()
        let barred = try Session([program, "bar", String(rows)])
        _ = try barred.awaitStart(showing: "A10000040")
        bar = Keys.steps(barred, effort).cost
        barred.end()
        let text = try Session([program, "text", "200"])
        _ = try text.awaitStart(showing: "A10000040")
        typing = Keys.typed(effort.text, text)
        text.end()
    }
}

/// How much is pressed.
struct Effort {
    var starts = 7
    var steps = 210
    var pages = 30
    var sorts = 14
    var opened = 20
    var held = 7
    var characters = 200
    var idleSeconds = 6
    /// What is looked for, each letter by letter.
    var filters = ["ct head", "muller", "smith chest", "A100007"]

    static let short = Effort(
        starts: 1, steps: 24, pages: 3, sorts: 2, opened: 2, held: 2, characters: 12, idleSeconds: 2, filters: ["ct"])

    /// What is typed into a report.
    var text: [String] {
        let sentence = "The lungs are clear without focal consolidation. The heart is normal in size. "
        return (0..<characters).map { place in
            String(sentence[sentence.index(sentence.startIndex, offsetBy: place % sentence.count)])
        }
    }
}

/// Keys pressed again and again.
enum Keys {
    /// Fewer than a screen has rows: nothing scrolls.
    private static let run = 30
    static let heldKeys = 200

    /// The cursor down and up again without scrolling, and the processor's time for a key.
    static func steps(_ session: Session, _ effort: Effort) -> (cost: Cost, processorTime: Double) {
        var cost = Cost()
        let before = session.processorTime
        var pressed = 0
        for place in 0..<effort.steps {
            let isDown = place / run % 2 == 0
            let answer = session.press(isDown ? "j" : "k")
            pressed += 1
            if isDown { cost.add(answer) }
        }
        return (cost, (session.processorTime - before) / Double(max(1, pressed)))
    }

    static func repeated(_ key: String, _ count: Int, _ session: Session, quiet: Int = 30) -> Cost {
        var cost = Cost()
        for _ in 0..<count { cost.add(session.press(key, quiet: quiet)) }
        return cost
    }

    static func typed(_ characters: [String], _ session: Session, quiet: Int = 30) -> Cost {
        var cost = Cost()
        for character in characters { cost.add(session.press(character, quiet: quiet)) }
        return cost
    }

    /// Two hundred keys at once, as a held key gives where the line is slow.
    static func held(_ session: Session, _ effort: Effort) -> Cost {
        var cost = Cost()
        for round in 0..<effort.held {
            let key = round % 2 == 0 ? "j" : "k"
            cost.add(session.press(String(repeating: key, count: heldKeys), quiet: 100))
        }
        return cost
    }

    static func idle(_ session: Session, seconds: Int) -> (bytes: Int, wakeUps: Int) {
        session.settle(500)
        // The clock of the screen moves at the full minute, and that is no idle second.
        let second = Int(Date().timeIntervalSince1970) % 60
        if second + seconds + 1 >= 60 { session.settle((61 - second) * 1000) }
        let before = session.wakeUps
        let answer = session.press("", quiet: seconds * 1000, patience: seconds * 1000)
        return (answer.bytes, session.wakeUps - before)
    }
}
