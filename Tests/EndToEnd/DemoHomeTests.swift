import Foundation
import LocalStore
import Radiology
import Testing

/// A demonstration in a folder of its own is gone on with, not begun anew beside what is there.
@Suite struct DemoHomeTests {
    private func studies(in folder: URL) async throws -> Set<StudyInstanceUID> {
        let home = folder.appendingPathComponent("home").path
        let session = try PlainSession("\(Binary.path) demo --no-tour --plain --home \(home)", in: folder)
        try await session.wait(for: "Dunmore")
        try session.endInput()
        #expect(await session.end() == 0)
        let store = try LocalStore(path: home + "/data/readroom.sqlite")
        defer { store.close() }
        let moment = ListMoment(now: Instant(millisecondsSince1970: 1_790_000_000_000), timeZone: .utc)
        let page = try store.worklistPage(WorklistQuery(), offset: 0, limit: 500, at: moment)
        return Set(page.rows.map(\.uid))
    }

    @Test func theSameHomeHasTheSameStudies() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try await studies(in: folder)
        let second = try await studies(in: folder)
        #expect(first.count > 50 && first == second)
    }
}
