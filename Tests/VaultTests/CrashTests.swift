import Foundation
import GRDB
import Testing

@testable import Vault

/// Processes that die, processes that share, and a program that knows no vault.
@Suite(.serialized) struct CrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["READROOM_LONG"] == nil ? 4 : 200

    /// In another process: numbered transactions, each told in the file `acknowledged` after it was committed.
    private static func writeForever(_ path: String, mode: String, afterFirst: () -> Void) throws {
        let ring = try KeyRing.unlock(path, with: .passphrase(.fixture()))
        try ring.mount()
        let acknowledged = open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let writer: any DatabaseWriter
        if mode == "WAL" {
            writer = try SealedFolder.pool(path)
        } else {
            writer = try DatabaseQueue(path: path)
        }
        try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 10") }
        try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 20") }
        var isFirst = true
        while true {
            let number = try writer.write { database in
                let next = try Reports.count(database) / 10 + 1
                try Reports.insert(database, next * 10..<next * 10 + 10)
                try database.execute(
                    sql: "UPDATE report SET text = text || 'again' WHERE id % 7 = ?", arguments: [next % 7])
                return next
            }
            let line = "\(number)\n"
            _ = line.withCString { write(acknowledged, $0, line.utf8.count) }
            if isFirst { afterFirst() }
            isFirst = false
        }
    }

    private static func dieAfter(milliseconds: UInt32) {
        Thread.detachNewThread {
            usleep(milliseconds * 1000)
            kill(getpid(), SIGKILL)
        }
    }

    private func makeDatabase(in folder: SealedFolder) throws {
        try folder.ring.mount()
        try folder.queue().write { try Reports.create($0) }
        folder.ring.unmount()
    }

    private func lastAcknowledged(_ path: String) -> Int? {
        let lines = try? String(contentsOfFile: path + ".acknowledged", encoding: .utf8)
        return lines?.split(separator: "\n").last.flatMap { Int($0) }
    }

    /// The number of whole transactions found in a database whose process was killed.
    private func reopen(_ folder: SealedFolder, lookedAtBefore: Bool) throws -> Int {
        // Somebody looks with another program before anything was recovered.
        if lookedAtBefore && Stranger.isThere { try Stranger.look(at: folder.path) }
        let ring = try KeyRing.unlock(folder.path, with: .passphrase(.fixture()))
        try ring.mount()
        defer { ring.unmount() }
        let queue = try folder.queue()
        #expect(try queue.read { try Reports.integrity($0) } == "ok")
        let count = try queue.read { try Reports.count($0) }
        #expect(count % 10 == 0)
        try queue.close()
        return count / 10
    }

    @Test(arguments: ["WAL", "DELETE"]) func whatWasAcknowledgedSurvivesKilling(mode: String) async throws {
        let folder = try SealedFolder(isMounted: false)
        let path = folder.path
        try makeDatabase(in: folder)
        var last = 0, found = 0
        for round in 0..<CrashTests.rounds {
            let wait = UInt32.random(in: 20...250)
            // Now and then at any moment, opening and unlocking among them; otherwise among the commits, however slow
            // the machine is.
            let isAtAnyMoment = round % 4 == 3
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [
                    path = path as String, mode = mode as String, wait = wait as UInt32,
                    isAtAnyMoment = isAtAnyMoment as Bool
                ] in
                if isAtAnyMoment { CrashTests.dieAfter(milliseconds: wait) }
                try CrashTests.writeForever(path, mode: mode) {
                    if !isAtAnyMoment { CrashTests.dieAfter(milliseconds: wait) }
                }
            }
            last = lastAcknowledged(path) ?? last
            let now = try reopen(folder, lookedAtBefore: round % 2 == 0)
            #expect(now >= max(last, found), "round \(round): \(now) found, \(last) acknowledged")
            found = now
        }
        #expect(last > 0)
        print("killed \(CrashTests.rounds) times in \(mode) mode: \(last) acknowledged, \(found) found")
    }

    /// Two processes write at the same time, each through its own connection and its own log.
    @Test func twoProcessesShareOneFile() async throws {
        let folder = try SealedFolder()
        let path = folder.path
        let pool = try folder.pool()
        try await pool.write { try Reports.create($0) }
        async let mine: Void = {
            for id in 0..<150 {
                try await pool.write { try Reports.insert($0, [id * 2]) }
                if id % 40 == 0 { _ = try await pool.writeWithoutTransaction { try? $0.checkpoint(.restart) } }
            }
        }()
        await #expect(processExitsWith: .success) { [path = path as String] in
            let ring = try KeyRing.unlock(path, with: .passphrase(.fixture()))
            try ring.mount()
            let pool = try SealedFolder.pool(path)
            for id in 0..<150 {
                try pool.write { try Reports.insert($0, [id * 2 + 1]) }
                _ = try pool.read { try Reports.count($0) }
            }
            try pool.close()
        }
        try await mine
        #expect(try await pool.read { try Reports.count($0) } == 300)
        #expect(try await pool.read { try Reports.integrity($0) } == "ok")
    }

    /// SQLite without the key would delete a log it finds no frame in, and with it what was signed.
    @Test(.enabled(if: Stranger.isThere)) func aStrangerLosesNothing() throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try pool.write { try Reports.insert($0, 1...20) }
        let image = try folder.crashImage("crashed.sqlite")
        let files = (try Bytes.of(image), try Bytes.of(image + "-wal"))
        for sql in ["SELECT 1 FROM sqlite_schema", "CREATE TABLE a (b)", "PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM"] {
            let answer = try Stranger.look(at: image, sql)
            #expect(answer.contains("unable to open") || answer.contains("not a database"), "\(answer)")
        }
        #expect(try Bytes.of(image) == files.0)
        #expect(try Bytes.of(image + "-wal") == files.1)
        #expect(try folder.queue(image).read { try Reports.count($0) } == 20)
        // And while it is open here.
        try Stranger.look(at: folder.path, "PRAGMA wal_checkpoint(TRUNCATE)")
        try Stranger.look(at: folder.path, "CREATE TABLE a (b)")
        try pool.write { try Reports.insert($0, 21...30) }
        #expect(try pool.read { try Reports.count($0) } == 30)
        #expect(try pool.read { try Reports.integrity($0) } == "ok")
    }

    /// The canary: a log with SQLite's own version number and unreadable frames is deleted by a stranger.
    @Test(.enabled(if: Stranger.isThere)) func withoutTheSignatureAStrangerDeletesTheLog() throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        let image = try folder.crashImage("crashed.sqlite")
        let plain = try SealedFolder(isMounted: false)
        let plainPool = try plain.pool()
        try plainPool.write { try Reports.create($0) }
        let header = try Bytes.of(plain.file("-wal")).prefix(32)
        try Bytes.change(image + "-wal") { $0.replaceSubrange(0..<32, with: header) }
        try Stranger.look(at: image)
        #expect(!FileManager.default.fileExists(atPath: image + "-wal"))
    }
}
