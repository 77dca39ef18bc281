import Foundation
import GRDB
import Testing

@testable import Vault

@Suite struct SealedDatabaseTests {
    @Test func poolWritesAndReadsSealedPages() throws {
        let folder = try SealedFolder()
        let pool = try folder.pool()
        try pool.write { try Reports.create($0) }
        try pool.write { try Reports.insert($0, 1...500) }
        #expect(try pool.read { try Reports.count($0) } == 500)
        #expect(try pool.read { KeyRing.seals($0.sqliteConnection!) })
        for suffix in ["", "-wal"] {
            #expect(try Data(file: folder.file(suffix)).range(of: Data(Reports.marker.utf8)) == nil)
        }
        try pool.close()
        let again = try folder.pool()
        #expect(try again.read { try Reports.count($0) } == 500)
        #expect(try again.read { try Reports.integrity($0) } == "ok")
        #expect(try Data(file: folder.path).range(of: Data(Reports.marker.utf8)) == nil)
        #expect(try DatabaseFile.state(of: folder.path) == .sealed)
        try again.close()
    }
}
