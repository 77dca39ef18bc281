import Foundation
import Measures

/// All that is measured of the program at a store of one size.
struct ScreenMeasure {
    let place: Place
    let program: String
    let effort: Effort
    let bare: BareList

    private static let goOffline = "\u{18}o"
    private static let escape = "\u{1B}"

    func run() throws -> [Figure] {
        var figures = [try starts()]
        let (session, _) = try place.start(program)
        defer { session.end() }
        // The server is silent; offline by choice, nothing asks it again.
        session.settle(700)
        _ = session.press(Self.goOffline)
        session.settle(6500)
        figures += list(session)
        figures.append(try opening(session))
        figures += try report(session)
        figures += try held(session)
        figures += rest(session)
        return figures
    }

    private func starts() throws -> Figure {
        var cost = Cost()
        for _ in 0..<effort.starts {
            let (session, start) = try place.start(program)
            cost.add(start)
            session.settle(200)
            session.end()
        }
        return Figure("start to usable list", cost, bare: bare.start, milliseconds: 100)
    }

    private func list(_ session: Session) -> [Figure] {
        let (steps, processorTime) = Keys.steps(session, effort)
        _ = session.press("g")
        let pages = Keys.repeated(" ", effort.pages, session)
        _ = session.press("G", quiet: 300)
        _ = session.press("g", quiet: 300)
        var filter = Cost()
        for words in effort.filters {
            _ = session.press("/")
            for character in words { filter.add(session.press(String(character), quiet: 120)) }
            _ = session.press(Self.escape, quiet: 300)
        }
        let sorted = Keys.repeated(">", effort.sorts, session, quiet: 300)
        _ = session.press(Self.escape, quiet: 300)
        return [
            Figure("cursor down", steps, bare: bare.marker, milliseconds: 0.4, bytes: 60),
            Figure("  bare with a bar", bare.bar),
            Figure("page down", pages, bare: bare.page, milliseconds: 2),
            Figure("filter as typed", filter, milliseconds: 16),
            Figure("sort by another column", sorted, milliseconds: 30),
            Figure(
                "processor time a step",
                [
                    "\(Figure.number(processorTime)) ms", "", "", "\(Figure.number(bare.processorTime)) ms", "",
                    Figure.number(processorTime / max(bare.processorTime, 0.001)),
                ]),
        ]
    }

    private func opening(_ session: Session) throws -> Figure {
        var cost = Cost()
        for _ in 0..<effort.opened {
            let answer = session.press("\r", quiet: 250)
            guard answer.shows("Priors") else { throw BenchFailure("no study opens: \(answer.words)") }
            cost.add(answer)
            _ = session.press(Self.escape, quiet: 250)
            _ = session.press("j", quiet: 100)
        }
        return Figure("open a study", cost, milliseconds: 10)
    }

    /// A report of 200 lines, and what is typed at its end.
    private func report(_ session: Session) throws -> [Figure] {
        var opened = session.press("r", quiet: 400)
        // A machine that somebody else keeps busy needs longer; what is measured begins afterwards.
        for _ in 0..<10 where !opened.shows("matched") { opened = session.press("", quiet: 1000) }
        guard opened.shows("matched") else { throw BenchFailure("no report opens: \(opened.words)") }
        let lines = (1...200).map { "Line \($0) of a long report: no focal lesion, no effusion, no fracture is seen." }
        _ = session.press("\u{1B}[200~" + lines.joined(separator: "\n") + "\n\u{1B}[201~", quiet: 1500)
        let typing = Keys.typed(effort.text, session)
        session.settle(1500)
        // Suggestions, the report, the study: what is open when the list is there already does no harm.
        for _ in 0..<3 { _ = session.press(Self.escape, quiet: 300) }
        _ = session.press("g", quiet: 300)
        return [Figure("type in 200 lines", typing, bare: bare.typing, milliseconds: 0.5, bytes: 60)]
    }

    private func held(_ session: Session) throws -> [Figure] {
        let held = Keys.held(session, effort)
        guard held.bytes > 1000 else { throw BenchFailure("the list did not move by \(Keys.heldKeys) keys") }
        var figure = Figure("\(Keys.heldKeys) held keys", held, bare: bare.held, milliseconds: 5, bytes: 6000)
        figure.goals.append(Figure.Goal(value: Double(held.mostPaints), limit: 1, unit: "paint"))
        return [figure]
    }

    private func rest(_ session: Session) -> [Figure] {
        session.settle(7000)
        let idle = Keys.idle(session, seconds: effort.idleSeconds)
        let memory = session.memory
        return [
            Figure(
                "memory, resident",
                ["\(Figure.number(memory)) MB", "", "", "\(Figure.number(bare.memory)) MB"],
                goals: [Figure.Goal(value: memory, limit: 60, unit: "MB")]),
            Figure(
                "  of it its own alone",
                ["\(Figure.number(session.ownMemory)) MB", "", "", "\(Figure.number(bare.ownMemory)) MB"]),
            Figure(
                "idle, \(effort.idleSeconds) s",
                ["\(idle.wakeUps) wake-ups", "", "\(idle.bytes)", "\(bare.idleWakeUps)"],
                goals: [
                    Figure.Goal(value: Double(idle.bytes), limit: 0, unit: "bytes"),
                    Figure.Goal(value: Double(idle.wakeUps), limit: 0, unit: "wake-ups"),
                ]),
        ]
    }
}
