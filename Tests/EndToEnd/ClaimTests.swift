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
        let rita = try TerminalSession(first.command)
        let leon = try TerminalSession(second.command)
        for session in [rita, leon] {
            try session.wait(for: "STAT")
            try session.press("4", "/")
            try session.type("dunmore")
            try session.wait(for: "1 of ")
            try session.press("Enter")
        }
        try rita.press("c")
        try rita.wait(for: "Claimed: you are reading it.")
        try leon.press("r")
        try leon.wait(for: "Roe, Rita is reading this study")
        try leon.press("Escape")
        try leon.wait(for: "reading Roe")
        // Released, it is Leon's to take.
        try rita.press("c")
        try rita.wait(for: "Released")
        try leon.press("s")
        try leon.wait(for: "Syncing")
        try leon.press("c")
        try leon.wait(for: "Claimed: you are reading it.")
        await server.stop()
    }
}
