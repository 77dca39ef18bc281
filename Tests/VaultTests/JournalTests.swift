import Foundation
import GRDB
import Testing

@testable import Vault

/// The rollback journal, taken while a transaction has already written into the database file.
@Suite struct JournalTests {
    private let folder: SealedFolder
    private let queue: DatabaseQueue

    init() throws {
        folder = try SealedFolder()
        queue = try folder.queue()
        try queue.write { try Reports.create($0) }
        try queue.write { try Reports.insert($0, 0..<300) }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 5") }
    }

    /// A database with a hot journal, as a crash would leave it.
    private func hotImage(_ name: String) throws -> String {
        var image = ""
        try queue.writeWithoutTransaction { database in
            try database.inTransaction {
                try database.execute(sql: "CREATE TABLE half_done (id)")  // brings page 1 into the journal
                try database.execute(sql: "UPDATE report SET text = 'half done', patient = 'half done'")
                image = try folder.crashImage(name)
                return .rollback
            }
        }
        #expect(try Bytes.of(image + "-journal").count > 10 * 4096)
        return image
    }

    private func check(_ path: String) throws {
        let queue = try folder.queue(path)
        #expect(try queue.read { try Reports.integrity($0) } == "ok")
        #expect(try queue.read { try Reports.count($0) } == 300)
        let half = "SELECT count(*) FROM report WHERE text = 'half done'"
        #expect(try queue.read { try Int.fetchOne($0, sql: half) } == 0)
    }

    @Test func aHotJournalIsRolledBack() throws {
        let image = try hotImage("hot")
        #expect(try !Bytes.contain(image + "-journal", "MARKER"))
        try check(image)
    }

    /// Page 1 torn by the power cut that also left the journal: the journal repairs it.
    @Test func aTornFirstPageIsRepaired() throws {
        let image = try hotImage("torn")
        try Bytes.change(image) { $0.replaceSubrange(512..<1024, with: repeatElement(0, count: 512)) }
        try check(image)
    }

    @Test(arguments: [512 + 4 + 100, 512 + 4 + 4060, 512 + 4 + 4090, 512 + 4104 + 4 + 2000, 512 + 3])
    func aDamagedJournalIsAnErrorNotHalfATransaction(offset: Int) throws {
        let image = try hotImage("damaged\(offset)")
        try Bytes.change(image + "-journal") { $0[offset] ^= 4 }
        let error = #expect(throws: DatabaseError.self) { try self.check(image) }
        #expect(error?.resultCode == .SQLITE_IOERR)
        // Nothing was thrown away: with the journal as it was, the database comes back.
        try Bytes.change(image + "-journal") { $0[offset] ^= 4 }
        try check(image)
    }

    /// A program without the key finds the journal hot, and must do no harm: it puts back the pages that belong there.
    @Test func aStrangerRollsBackRightly() throws {
        let image = try hotImage("stranger")
        try Stranger.look(at: image)
        #expect(!FileManager.default.fileExists(atPath: image + "-journal"))
        try check(image)
    }
}

/// SQLite's own command line, which knows no vault.
enum Stranger {
    static let path = "/usr/bin/sqlite3"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    @discardableResult
    static func look(at database: String, _ sql: String = "SELECT count(*) FROM sqlite_schema") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        // Not as an argument: after an error in one it would leave without closing, and closing is what deletes logs.
        process.arguments = [database]
        let input = Pipe(), output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((sql + ";\n").utf8))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: answer, as: UTF8.self)
    }
}
