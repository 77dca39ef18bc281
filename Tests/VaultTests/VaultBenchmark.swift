import Foundation
import GRDB
import Testing

@testable import Vault

/// What sealing costs: plain and sealed in one run, since only ratios mean something on a shared machine.
/// `READROOM_BENCHMARK=1 swift test -c release -Xswiftc -enable-testing --filter VaultBenchmark`
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["READROOM_BENCHMARK"] != nil))
struct VaultBenchmark {
    private static let rows = 100_000

    private struct Times {
        var values: [(name: String, seconds: Double)] = []

        mutating func measure<Value>(_ name: String, rounds: Int = 3, _ body: () throws -> Value) rethrows {
            var best = Double.infinity
            for _ in 0..<rounds {
                let start = ContinuousClock.now
                _ = try body()
                let time = (ContinuousClock.now - start).components
                best = min(best, Double(time.seconds) + Double(time.attoseconds) / 1e18)
            }
            values.append((name, best))
        }
    }

    private func measure(_ folder: SealedFolder) throws -> Times {
        var times = Times()
        var pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try times.measure("insert \(VaultBenchmark.rows) rows, one transaction", rounds: 1) {
            try pool.write { try insert($0, 0..<VaultBenchmark.rows) }
        }
        var next = VaultBenchmark.rows
        try times.measure("1000 transactions of one row", rounds: 1) {
            for _ in 0..<1000 {
                try pool.write { try insert($0, next..<next + 1) }
                next += 1
            }
        }
        try times.measure("checkpoint", rounds: 1) {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        try pool.close()
        try times.measure("open, first row") {
            try folder.pool().read { try Row.fetchOne($0, sql: "SELECT * FROM report WHERE id = 1") != nil }
        }
        pool = try folder.pool()
        try pool.read { database in
            let byID = try database.cachedStatement(sql: "SELECT text FROM report WHERE id = ?")
            times.measure("20000 rows by id, scattered") {
                for number in 0..<20_000 {
                    _ = try? String.fetchOne(byID, arguments: [number * 7919 % VaultBenchmark.rows])
                }
            }
            times.measure("20000 rows by id, the same 1000") {
                for number in 0..<20_000 { _ = try? String.fetchOne(byID, arguments: [number % 1000]) }
            }
            try times.measure("full scan") {
                try Int.fetchOne(database, sql: "SELECT sum(length(text)) FROM report")
            }
            try times.measure("search, rare word") {
                try Int.fetchAll(database, sql: "SELECT rowid FROM found WHERE found MATCH '77777'")
            }
            try database.execute(sql: "PRAGMA cache_size = -200000")
            try times.measure("full scan, cached") {
                try Int.fetchOne(database, sql: "SELECT sum(length(text)) FROM report")
            }
        }
        try pool.close()
        return times
    }

    private func insert(_ database: Database, _ ids: Range<Int>) throws {
        let statement = try database.cachedStatement(sql: "INSERT INTO report VALUES (?, ?, ?)")
        let filling = String(repeating: "Lungs clear. ", count: 40)
        for id in ids {
            try statement.execute(arguments: [id, "GARCIA^\(id * 7919 % 100_003)", "Nodule \(id) mm. \(filling)"])
        }
    }

    @Test func plainAgainstSealed() throws {
        let plain = try measure(SealedFolder(isMounted: false))
        let sealed = try measure(SealedFolder())
        for (plain, sealed) in zip(plain.values, sealed.values) {
            let ratio = String(
                format: "%8.1f ms %8.1f ms  x %.2f", plain.seconds * 1000, sealed.seconds * 1000,
                sealed.seconds / plain.seconds)
            print(plain.name.padding(toLength: 42, withPad: " ", startingAt: 0), ratio)
        }
    }

    @Test func unlocking() throws {
        var times = Times()
        let passphrase = try Passphrase.fixture()
        try times.measure("Argon2id, moderate") {
            try PassphraseCost.moderate.key(from: passphrase, salt: Sodium.random(16))
        }
        print(times.values)
    }
}
