import Foundation
import GRDB
import Testing

@testable import Vault

/// One thing that happens to a file, but for cutting it short.
private enum Damage {
    case flip(Double), zero(Double), swap(Double, Double), noise(Double)

    static func random(using random: inout Seeded) -> Damage {
        let first = Double.random(in: 0..<1, using: &random), second = Double.random(in: 0..<1, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .flip(first)
        case 1: return .zero(first)
        case 2: return .swap(first, second)
        default: return .noise(first)
        }
    }

    func apply(to bytes: inout [UInt8]) {
        func sector(_ place: Double) -> Range<Int> {
            let start = Int(place * Double(bytes.count / 512)) * 512
            return start..<start + 512
        }
        switch self {
        case .flip(let place): bytes[Int(place * Double(bytes.count))] ^= 1 << UInt8(Int(place * 100_000) % 8)
        case .zero(let place): bytes.replaceSubrange(sector(place), with: repeatElement(0, count: 512))
        case .noise(let place): bytes.replaceSubrange(sector(place), with: Sodium.random(512))
        case .swap(let first, let second):
            let old = Array(bytes[sector(first)])
            bytes.replaceSubrange(sector(first), with: Array(bytes[sector(second)]))
            bytes.replaceSubrange(sector(second), with: old)
        }
    }
}

/// SplitMix64, so that a failing seed can be run again.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// The write-ahead log: what a power cut leaves is recovered, what was damaged is an error.
@Suite struct LogDamageTests {
    private static let frame = 4096 + 24

    /// A database whose reports, one commit each, are all in the log. `ends` holds the log's size after each commit.
    private final class Logged {
        let folder: SealedFolder
        let pool: DatabasePool
        var ends: [Int] = []
        let text = String(repeating: "w", count: 5000)

        init(commits: Int = 12) throws {
            folder = try SealedFolder()
            pool = try folder.pool()
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; CREATE TABLE word (id INTEGER, text TEXT)")
                _ = try database.checkpoint(.truncate)
            }
            for id in 1...commits {
                try pool.write {
                    try $0.execute(
                        sql: "INSERT INTO word VALUES (?, ?)", arguments: [id, text])
                }
                ends.append(try Bytes.of(folder.file("-wal")).count)
            }
        }

        private var images = 0

        /// Changes a copy's log and opens it: how many commits are there, or the error's code, negative.
        func open(_ change: (inout [UInt8]) -> Void) throws -> Int { try open(changing: "-wal", change) }

        func open(changing suffix: String, _ change: (inout [UInt8]) -> Void) throws -> Int {
            images += 1
            let copy = try folder.crashImage("image\(images)")
            try Bytes.change(copy + suffix, change)
            do {
                let queue = try DatabaseQueue(path: copy)
                let ids = try queue.read { try Int.fetchAll($0, sql: "SELECT id FROM word ORDER BY id") }
                #expect(ids == ids.indices.map { $0 + 1 })
                #expect(try queue.read { try Reports.integrity($0) } == "ok")
                return ids.count
            } catch let error as DatabaseError {
                return Int(-error.resultCode.rawValue)
            }
        }
    }

    @Test func aLogCutAnywhereGivesTheCommitsBeforeTheCut() throws {
        let logged = try Logged()
        let last = logged.ends[11]
        for cut in stride(from: 0, through: last, by: 1021) {
            let whole = logged.ends.count { $0 <= cut }
            #expect(try logged.open { $0.removeLast($0.count - cut) } == whole, "cut at \(cut)")
        }
    }

    /// Sectors of the last, unsynced transaction that never reached the disk.
    @Test func aTornEndIsNoError() throws {
        let logged = try Logged()
        let (start, end) = (logged.ends[10], logged.ends[11])
        for sector in stride(from: start, to: end - 512, by: 1536) {
            #expect(
                try logged.open { $0.replaceSubrange(sector..<sector + 512, with: repeatElement(0, count: 512)) } == 11)
        }
    }

    /// A power cut while the log was being copied into the database: torn pages there, all of them whole in the log.
    @Test func aTornCheckpointIsRepairedFromTheLog() throws {
        let logged = try Logged()
        let repaired = try logged.open(changing: "") { database in
            for sector in [0, 5, 9] {
                database.replaceSubrange(sector * 512..<sector * 512 + 512, with: repeatElement(7, count: 512))
            }
        }
        #expect(repaired == 12)
    }

    /// Pages of a transaction that was rolled back lie in the log, and may even have been synced, but were never
    /// committed: SQLite writes over them, and tearing what it writes is no damage.
    @Test func framesThatWereRolledBackProveNothing() throws {
        let logged = try Logged()
        let reader = try logged.pool.makeSnapshot()  // keeps the log from being restarted
        try logged.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 5")
            try database.inTransaction {
                try database.execute(sql: "INSERT INTO word SELECT id + 100, text FROM word")
                return .rollback
            }
            _ = try database.checkpoint(.passive)  // syncs the log
        }
        #expect(try Bytes.of(logged.folder.file("-wal")).count > logged.ends[11] + 3 * LogDamageTests.frame)
        try logged.pool.write { try $0.execute(sql: "INSERT INTO word VALUES (13, ?)", arguments: [logged.text]) }
        #expect(try logged.open { _ in } == 13)
        let torn = logged.ends[11]..<logged.ends[11] + 512
        #expect(try logged.open { $0.replaceSubrange(torn, with: repeatElement(0, count: 512)) } == 12)
        withExtendedLifetime(reader) {}
    }

    /// Whatever happens to the files: an error, or the commits up to some point - and all but the last if the log alone
    /// was hit, since only the last may be torn.
    @Test func randomDamageIsAnErrorOrAWholePrefix() throws {
        let rounds = ProcessInfo.processInfo.environment["READROOM_LONG"] == nil ? 200 : 10_000
        let logged = try Logged()
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = Seeded(state: seed)
        for round in 0..<rounds {
            let suffix = Bool.random(using: &random) ? "" : "-wal"
            let result = try logged.open(changing: suffix) { Damage.random(using: &random).apply(to: &$0) }
            let isAcceptable = result < 0 ? [-10, -11].contains(result) : suffix == "" ? result == 12 : result >= 11
            #expect(isAcceptable, "\(result) after round \(round) on \"\(suffix)\", seed \(seed)")
        }
    }

    /// A bad frame that a later transaction knows to have been synced: going on would lose acknowledged commits.
    @Test func damageBeforeTheLastTransactionIsAnErrorNotALoss() throws {
        let logged = try Logged()
        for commit in [0, 4, 10] {
            let start = commit == 0 ? 32 : logged.ends[commit - 1]
            // Page number, commit mark, salts, checksum, page, tag, nonce.
            for offset in [3, 7, 8, 16, 24, 2000, 24 + 4060, 24 + 4090] {
                // The first 23 bytes of a frame are also told by what follows only if they are under the seal.
                #expect(try logged.open { $0[start + offset] ^= 0x10 } == -10, "commit \(commit + 1), byte \(offset)")
            }
        }
        #expect(try logged.open { _ in } == 12)
    }

    @Test func aDamagedHeaderIsAnErrorNotALoss() throws {
        let logged = try Logged()
        for byte in 0..<32 { #expect(try logged.open { $0[byte] ^= 1 } == -10, "byte \(byte)") }
        for length in [32, 512, 4096] {
            #expect(try logged.open { $0.replaceSubrange(0..<length, with: repeatElement(0, count: length)) } == -10)
        }
    }

    @Test func framesMovedWithinTheLogAreErrors() throws {
        let logged = try Logged()
        let frame = LogDamageTests.frame
        let swapped = try logged.open { log in
            let first = Array(log[32..<32 + frame])
            log.replaceSubrange(32..<32 + frame, with: log[32 + frame..<32 + 2 * frame])
            log.replaceSubrange(32 + frame..<32 + 2 * frame, with: first)
        }
        #expect(swapped == -10)
    }

    /// With the index in shared memory SQLite reads pages without looking at frame headers: the seal alone stands.
    private func readWhileOpen(_ logged: Logged, after change: (inout [UInt8]) -> Void) throws -> ResultCode? {
        var log = try Bytes.of(logged.folder.file("-wal"))
        change(&log)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: logged.folder.file("-wal")))
        try file.write(contentsOf: Data(log))  // the same file, which the pool has open
        let error = #expect(throws: DatabaseError.self) {
            let queue = try DatabaseQueue(path: logged.folder.path)
            _ = try queue.read { try String.fetchAll($0, sql: "SELECT text FROM word") }
        }
        return error?.resultCode
    }

    @Test func aRunningReaderNoticesDamage() throws {
        let logged = try Logged()
        let code = try readWhileOpen(logged) { log in
            for frame in stride(from: 32, to: log.count, by: LogDamageTests.frame) { log[frame + 1024] ^= 1 }
        }
        #expect(code == .SQLITE_IOERR)
    }

    @Test func aRunningReaderNoticesMovedFrames() throws {
        let logged = try Logged()
        let code = try readWhileOpen(logged) { log in
            let first = Array(log[32..<32 + LogDamageTests.frame])
            log.removeSubrange(32..<32 + LogDamageTests.frame)
            log += first
        }
        #expect(code == .SQLITE_IOERR)
    }

    @Test func theLogOfAnotherDatabaseIsAnError() throws {
        let logged = try Logged(), other = try Logged()
        let foreign = try Bytes.of(other.folder.file("-wal"))
        #expect(try logged.open { $0 = foreign } == -10)
    }

    @Test func aPlainLogIsAnError() throws {
        let logged = try Logged()
        let plain = try SealedFolder(isMounted: false)
        let pool = try plain.pool()
        try pool.write { try Reports.create($0) }
        let log = try Bytes.of(plain.file("-wal"))
        #expect(log.count > 4096)
        #expect(try logged.open { $0 = log } == -10)
    }

    /// A restarted log overwrites frames from the front: those left of the generation before must not come back.
    @Test func anEarlierGenerationOfTheLogStaysBuried() throws {
        let logged = try Logged()
        let old = try Bytes.of(logged.folder.file("-wal"))
        try logged.pool.writeWithoutTransaction { database in
            _ = try database.checkpoint(.restart)
            try database.execute(sql: "INSERT INTO word VALUES (13, 'new generation')")
        }
        #expect(try logged.open { _ in } == 13)
        let frame = LogDamageTests.frame
        #expect(
            try logged.open { $0.replaceSubrange(32 + frame..<32 + 3 * frame, with: old[32 + frame..<32 + 3 * frame]) }
                == 13)
        // The only transaction of the new generation, replaced by an old one: looks like a torn end, loses just that.
        #expect(try logged.open { $0.replaceSubrange(32..<32 + frame, with: old[32..<32 + frame]) } == 12)
    }
}
