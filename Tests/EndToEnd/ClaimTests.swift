import DICOM
import Foundation
import ReferenceServer
import Testing

/// Two workstations, one server: one of them gets the study, the other is told by whom.
@Suite(.enabled(if: TerminalSession.isAvailable, "needs tmux"))
struct ClaimTests {
    @Test func theSecondReaderIsToldWhoHasTheStudy() async throws {
        let world = DemoWorld(year: 2026, month: 11, day: 21, secondsOfDay: 33_000)
        let server = ReferenceServer(archive: world.archive)
        let url = try await server.start()
        // The demonstration's day is not today; its worklist does not care.
        let first = try Workplace(servers: [Workplace.server(url)], reader: "Roe^Rita")
        let second = try Workplace(servers: [Workplace.server(url)], reader: "Lee^Leon")
        let rita = try await TerminalSession(first.command)
        let leon = try await TerminalSession(second.command)
        for session in [rita, leon] {
            try await session.wait(for: "Dunmore")
            try await session.press("1", "/")
            try await session.type("dunmore")
            try await session.wait(for: "1 of ")
            try await session.press("Enter")
        }
        try await rita.press("c")
        try await rita.wait(for: "Claimed: you are reading it.")
        try await leon.press("r")
        try await leon.wait(for: "Roe, Rita is reading this study")
        try await leon.press("Escape")
        try await leon.wait(for: "reading Roe")
        // Released, it is Leon's to take.
        try await rita.press("c")
        try await rita.wait(for: "Released")
        try await leon.press("s")
        let isFree = await eventually { await !leon.screen.contains("reading Roe") }
        #expect(isFree)
        try await leon.press("c")
        try await leon.wait(for: "Claimed: you are reading it.")
        await server.stop()
    }

    @Test func ofTenReadersWhoClaimAtOnceOneGetsTheStudy() async throws {
        let world = DemoWorld(year: 2026, month: 11, day: 21, secondsOfDay: 33_000)
        let server = ReferenceServer(archive: world.archive)
        let url = try await server.start()
        var workplaces: [Workplace] = []
        var sessions: [TerminalSession] = []
        for number in 0..<10 {
            workplaces.append(try Workplace(servers: [Workplace.server(url)], reader: "Reader\(number)^Rita"))
            sessions.append(try await TerminalSession(workplaces[number].command))
        }
        for session in sessions {
            try await session.wait(for: "Dunmore")
            try await session.press("1", "/")
            try await session.type("dunmore")
            try await session.wait(for: "1 of ")
            try await session.press("Enter")
        }
        try await TerminalSession.pressAtOnce("c", in: sessions)
        var winners: [Int] = []
        for (number, session) in sessions.enumerated() {
            let hasHeard = await eventually {
                let screen = await session.screen
                return screen.contains("Claimed: you are reading it.") || screen.contains("is reading")
            }
            #expect(hasHeard)
            if await session.screen.contains("Claimed: you are reading it.") { winners.append(number) }
        }
        #expect(winners.count == 1)
        // The nine others are told who it was.
        for (number, session) in sessions.enumerated() where number != winners.first {
            try await session.wait(for: "Reader\(winners.first ?? -1), Rita is reading")
        }
        await server.stop()
    }
}
