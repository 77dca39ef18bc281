import Foundation
import Testing

@testable import Vault

@Suite struct BlobTests {
    @Test func blobsOpenUnderTheirContextOnly() throws {
        let folder = try SealedFolder(isMounted: false)
        let bytes = Array("report".utf8)
        let sealed = try folder.ring.seal(bytes, context: "export")
        #expect(sealed.count == bytes.count + 40)
        #expect(try folder.ring.open(sealed, context: "export") == bytes)
        #expect(try folder.ring.open(folder.ring.seal([], context: ""), context: "") == [])
        #expect(throws: VaultError.notAuthentic) { try folder.ring.open(sealed, context: "import") }
        #expect(throws: VaultError.notAuthentic) { try SealedFolder().ring.open(sealed, context: "export") }
        #expect(throws: VaultError.notAuthentic) { try folder.ring.open([1, 2, 3], context: "export") }
        for index in sealed.indices {
            var damaged = sealed
            damaged[index] ^= 1
            #expect(throws: VaultError.notAuthentic) { try folder.ring.open(damaged, context: "export") }
        }
    }
}

/// A log of five records; what was done to the file is found when it is read.
@Suite struct SealedLogTests {
    private let folder: SealedFolder
    private let path: String
    private var ends: [Int] = [0]

    init() throws {
        folder = try SealedFolder(isMounted: false)
        path = folder.folder.appendingPathComponent("signed.log").path
        let log = try SealedLog(path: path, name: "signed", keys: folder.ring)
        for number in 1...5 {
            #expect(try log.append(content(number)) == UInt64(number))
            ends.append(try Bytes.of(path).count)
        }
    }

    private func content(_ number: Int) -> [UInt8] { Array("\(Reports.marker) report \(number)".utf8) }

    private func read() throws -> (numbers: [UInt64], deviations: [SealedLog.Deviation]) {
        let (records, deviations) = try SealedLog.read(path: path, name: "signed", keys: folder.ring)
        for record in records { #expect(record.bytes == content(Int(record.sequence))) }
        return (records.map(\.sequence), deviations)
    }

    @Test func recordsComeBackInOrderAndAreSealed() throws {
        #expect(try read() == ([1, 2, 3, 4, 5], []))
        #expect(try !Bytes.contain(path, "MARKER"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func appendingGoesOnWhereItStopped() throws {
        let log = try SealedLog(path: path, name: "signed", keys: folder.ring)
        #expect(log.lastSequence == 5)
        #expect(log.deviations == [])
        #expect(throws: VaultError.inUse(path: path)) {
            try SealedLog(path: path, name: "signed", keys: folder.ring)
        }
        #expect(try log.append(content(6)) == 6)
        #expect(try read() == ([1, 2, 3, 4, 5, 6], []))
    }

    @Test func aTornLastRecordIsReportedAndCutOff() throws {
        let whole = try Bytes.of(path)
        for cut in ends[4] + 1..<ends[5] {
            try Bytes.write(whole.prefix(cut), to: path)
            #expect(try read() == ([1, 2, 3, 4], [.tornEnd(bytes: cut - ends[4])]))
        }
        let log = try SealedLog(path: path, name: "signed", keys: folder.ring)
        #expect(log.deviations == [.tornEnd(bytes: ends[5] - 1 - ends[4])])
        try log.append(content(5))
        #expect(try read() == ([1, 2, 3, 4, 5], []))
    }

    @Test func aFlippedBitCostsOneRecordAndIsReported() throws {
        let whole = try Bytes.of(path)
        for byte in ends[1]..<ends[2] {
            try Bytes.change(path) { $0[byte] ^= 0x80 }
            #expect(try read() == ([1, 3, 4, 5], [.damaged(ends[1]..<ends[2]), .missing(2...2)]))
            try Bytes.write(whole, to: path)
        }
    }

    @Test func removedRepeatedAndReorderedRecordsAreReported() throws {
        let whole = try Bytes.of(path)
        func record(_ number: Int) -> ArraySlice<UInt8> { whole[ends[number - 1]..<ends[number]] }
        func file(_ numbers: Int...) throws -> (numbers: [UInt64], deviations: [SealedLog.Deviation]) {
            try Bytes.write(numbers.flatMap { record($0) }, to: path)
            return try read()
        }
        #expect(try file(1, 2, 4, 5) == ([1, 2, 4, 5], [.missing(3...3)]))
        #expect(try file(2, 3, 4, 5) == ([2, 3, 4, 5], [.missing(1...1)]))
        #expect(try file(1, 2, 2, 3, 4, 5).deviations == [.outOfOrder(sequence: 2)])
        #expect(
            try file(1, 3, 2, 4, 5).deviations == [.missing(2...2), .outOfOrder(sequence: 2), .outOfOrder(sequence: 4)])
        // Cut off cleanly at the end: only somebody who remembers the number can tell.
        #expect(try file(1, 2, 3) == ([1, 2, 3], []))
    }

    @Test func aRecordOfAnotherHistoryIsReported() throws {
        let other = folder.folder.appendingPathComponent("other.log").path
        let log = try SealedLog(path: other, name: "signed", keys: folder.ring)
        for number in 1...5 { try log.append(content(number)) }
        let foreign = try Bytes.of(other)
        try Bytes.change(path) { $0.replaceSubrange(ends[2]..<ends[3], with: foreign[ends[2]..<ends[3]]) }
        #expect(try read().deviations == [.outOfOrder(sequence: 3), .outOfOrder(sequence: 4)])
        #expect(try SealedLog.read(path: path, name: "drafts", keys: folder.ring).records == [])
    }
}
