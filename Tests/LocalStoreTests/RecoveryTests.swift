import Foundation
import LocalStore
import Radiology
import Sync
import Testing
import Vault

/// What is signed has a second copy, and comes back from it (invariant 19).
@Suite struct RecoveryTests {
    /// A sealed store, and the keys to it.
    private final class Place {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-\(UUID().uuidString)")
        let path: String
        let keys: KeyRing?

        init(isSealed: Bool) throws {
            path = folder.appendingPathComponent("store.sqlite").path
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let passphrase = try #require(try Passphrase("a long passphrase"))
            keys = isSealed ? try KeyRing.create(for: path, passphrase: passphrase, cost: .least).ring : nil
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func open() throws -> LocalStore { try LocalStore(path: path, keys: keys) }

        func sign(_ numbers: ClosedRange<Int>, in store: LocalStore) throws {
            for number in numbers {
                try store.mergeWorklist([Fixture.item(number)], isComplete: false)
                try store.sign(
                    Fixture.frozen(Fixture.study(number)), destinations: [Fixture.pacs],
                    audit: [Fixture.event(.signed, Fixture.study(number))])
                try store.copySigned(at: Fixture.now)
            }
        }

        /// Signs `first` and then `later`; then the database is put back as it was in between.
        func putBackOlder(_ first: ClosedRange<Int>, _ later: ClosedRange<Int>) throws {
            for numbers in [first, later] {
                let store = try open()
                let older = numbers == later ? try Data(contentsOf: URL(fileURLWithPath: path)) : nil
                try sign(numbers, in: store)
                store.close()
                try older?.write(to: URL(fileURLWithPath: path))
            }
        }

        var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }
    }

    private func digests(_ store: LocalStore, _ numbers: ClosedRange<Int>) throws -> [ContentDigest?] {
        try numbers.map { number in
            try store.versions(of: Fixture.study(number).uid).first.flatMap { try store.frozenReport($0.id)?.digest }
        }
    }

    @Test(arguments: [true, false])
    func aStoreThatIsGoneComesBack(isSealed: Bool) throws {
        let place = try Place(isSealed: isSealed)
        var store = try place.open()
        try place.sign(1...4, in: store)
        let before = try digests(store, 1...4)
        let counts = try store.copyCounts()
        #expect(counts.signed == 4 && counts.copied == 4)
        store.close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.path + suffix) }
        if isSealed { #expect(throws: StoreFailure.fileMissing(path: place.path)) { try place.open() } }
        let outcome = try StoreRecovery.rebuild(place.path, keys: place.keys, at: Fixture.now)
        #expect(outcome.restoredVersions == 4 && outcome.failed == 0 && outcome.movedAside.isEmpty)
        store = try place.open()
        #expect(try digests(store, 1...4) == before)
        #expect(try store.brokenInvariants() == [])
        // What was filed is not known any more: it is asked for, not sent.
        #expect(try store.outboxCounts()[.unknown] == 4)
        #expect(try store.auditEvents().filter { $0.kind == .restored }.count == 4)
        store.close()
    }

    /// The copy of another key is worth more than a tidy folder: these keys are new, and nothing in it opens.
    @Test func aCopyThatDoesNotOpenIsMovedAside() throws {
        let place = try Place(isSealed: true)
        let copy = place.path + ".signed"
        try Data([UInt8](repeating: 0x5A, count: 5000)).write(to: URL(fileURLWithPath: copy))
        let store = try place.open()
        let outcome = try store.copySigned(at: Fixture.now)
        #expect(outcome.movedAside == copy + ".damaged-1")
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy + ".damaged-1")).count == 5000)
        try place.sign(1...1, in: store)
        #expect(try store.copyCounts().copied == 1)
        store.close()
    }

    /// Plain once, its database lost, sealed later: what only the plain copy has comes back before that copy goes.
    @Test func thePlainCopyIsReadBeforeItGoes() throws {
        let plain = try Place(isSealed: false)
        var store = try plain.open()
        try plain.sign(1...3, in: store)
        let before = try digests(store, 1...3)
        store.close()
        let sealed = try Place(isSealed: true)
        try FileManager.default.copyItem(atPath: plain.path + ".signed-plain", toPath: sealed.path + ".signed-plain")
        store = try sealed.open()
        #expect(try store.copySigned(at: Fixture.now).restored == 3)
        #expect(try digests(store, 1...3) == before)
        #expect(try store.copyCounts().copied == 3)
        #expect(!sealed.names.contains { $0.hasSuffix(".signed-plain") })
        store.close()
    }

    /// An older database is put back, and one more report is signed before anybody compares: the counts are the same.
    @Test func whatIsMissingIsFoundThoughTheCountsAgree() throws {
        let place = try Place(isSealed: false)
        try place.putBackOlder(1...1, 2...2)
        let store = try place.open()
        #expect(try digests(store, 2...2) == [nil])
        try store.mergeWorklist([Fixture.item(3)], isComplete: false)
        try store.sign(Fixture.frozen(Fixture.study(3)), destinations: [Fixture.pacs], audit: [])
        #expect(try store.copySigned(at: Fixture.now).restored == 1)
        #expect(try digests(store, 2...2) == [Fixture.frozen(Fixture.study(2)).digest])
        #expect(try store.copyCounts() == (3, 3))
        store.close()
    }

    @Test(arguments: [true, false])
    func aDamagedStoreIsMovedAsideAndItsDraftsAreRescued(isSealed: Bool) throws {
        let place = try Place(isSealed: isSealed)
        var store = try place.open()
        try place.sign(1...3, in: store)
        try store.mergeWorklist([Fixture.item(9)], isComplete: false)
        let draft = StoredDraft(study: Fixture.study(9).uid, content: "half a report", savedAt: Fixture.now)
        try store.saveDraft(draft)
        store.close()
        let sound = try Data(contentsOf: URL(fileURLWithPath: place.path))
        var bytes = sound
        bytes.replaceSubrange(0..<40, with: [UInt8](repeating: 0xA5, count: 40))
        try bytes.write(to: URL(fileURLWithPath: place.path))
        #expect { try place.open() } throws: { error in
            if case .damaged = error as? StoreFailure { true } else { false }
        }
        let outcome = try StoreRecovery.rebuild(place.path, keys: place.keys, at: Fixture.now)
        #expect(outcome.restoredVersions == 3 && !outcome.movedAside.isEmpty)
        let aside = try Data(contentsOf: URL(fileURLWithPath: try #require(outcome.movedAside.first)))
        #expect(aside == bytes, "moved, not changed")
        store = try place.open()
        #expect(try store.brokenInvariants() == [])
        #expect(try store.copyCounts() == (3, 3))
        store.close()
    }

    @Test func draftsOfAFileThatStillReadsAreRescued() throws {
        let place = try Place(isSealed: true)
        var store = try place.open()
        try store.mergeWorklist([Fixture.item(9)], isComplete: false)
        try store.saveDraft(StoredDraft(study: Fixture.study(9).uid, content: "half a report", savedAt: Fixture.now))
        store.close()
        let outcome = try StoreRecovery.rebuild(place.path, keys: place.keys, at: Fixture.now)
        #expect(outcome.rescuedDrafts == 1)
        store = try place.open()
        #expect(try store.draft(Fixture.study(9).uid)?.content == "half a report")
        store.close()
    }

    /// It stops halfway, when the damaged file is moved already: the drafts come with the next start.
    @Test func anInterruptedRebuildingLosesNoDraft() throws {
        let place = try Place(isSealed: true)
        var store = try place.open()
        try place.sign(1...1, in: store)
        try store.saveDraft(StoredDraft(study: Fixture.study(1).uid, content: "an addendum", savedAt: Fixture.now))
        store.close()
        var holder: SealedLog? = try SealedLog(
            path: place.path + ".signed", name: "signed versions", keys: place.keys)
        #expect(throws: StoreFailure.self) {
            try StoreRecovery.rebuild(place.path, keys: place.keys, at: Fixture.now)
        }
        #expect(holder?.lastSequence == 1 && place.names.contains { $0.hasSuffix(".damaged-1") })
        holder = nil
        store = try place.open()
        #expect(try store.draft(Fixture.study(1).uid) == nil)
        #expect(try StoreRecovery.takeRescued(into: store, keys: place.keys) == 1)
        #expect(try store.draft(Fixture.study(1).uid)?.content == "an addendum")
        #expect(try store.copySigned(at: Fixture.now).restored == 1)
        #expect(try StoreRecovery.takeRescued(into: store, keys: place.keys) == 0)
        store.close()
    }

    /// Somebody put an older backup of the database back: what was signed since comes from the copy.
    @Test func anOlderDatabaseGetsBackWhatItLacks() throws {
        let place = try Place(isSealed: true)
        try place.putBackOlder(1...2, 3...5)
        let store = try place.open()
        #expect(try store.brokenInvariants() == ["3 signed versions are in the second copy only (1)"])
        #expect(try store.copySigned(at: Fixture.now).restored == 3)
        #expect(try digests(store, 1...5) == (1...5).map { Fixture.frozen(Fixture.study($0)).digest })
        #expect(try store.brokenInvariants() == [])
        #expect(try store.copySigned(at: Fixture.now).copied == 0)
        store.close()
    }

    @Test func aDamagedCopyIsWrittenAnew() throws {
        let place = try Place(isSealed: true)
        var store = try place.open()
        try place.sign(1...3, in: store)
        store.close()
        let copy = URL(fileURLWithPath: place.path + ".signed")
        var bytes = try Data(contentsOf: copy)
        bytes[100] ^= 1
        try bytes.write(to: copy)
        store = try place.open()
        #expect(try store.brokenInvariants().first?.contains("second copy") == true)
        let outcome = try store.copySigned(at: Fixture.now)
        #expect(outcome.movedAside != nil && outcome.copied == 3 && outcome.restored == 0)
        #expect(try store.brokenInvariants() == [])
        store.close()
    }

    @Test func aCopyThatLagsBehindCatchesUp() throws {
        let place = try Place(isSealed: true)
        var store = try place.open()
        try store.mergeWorklist([Fixture.item(1)], isComplete: false)
        try store.sign(Fixture.frozen(Fixture.study(1)), destinations: [Fixture.pacs], audit: [])
        store.close()
        store = try place.open()
        #expect(try store.brokenInvariants() == [])
        #expect(try store.copySigned(at: Fixture.now).copied == 1)
        store.close()
    }

    /// The copy of a store that was sealed later could be read by anybody, and goes.
    @Test func nothingPlainIsLeftWhenAStoreIsSealed() throws {
        let place = try Place(isSealed: false)
        var store = try place.open()
        try place.sign(1...2, in: store)
        store.close()
        #expect(place.names.contains("store.sqlite.signed-plain"))
        let passphrase = try #require(try Passphrase("a long passphrase"))
        let keys = try KeyRing.create(for: place.path, passphrase: passphrase, cost: .least).ring
        try keys.sealPlainDatabase()
        store = try LocalStore(path: place.path, keys: keys)
        #expect(try store.copySigned(at: Fixture.now).copied == 2)
        #expect(!place.names.contains("store.sqlite.signed-plain"))
        store.close()
    }

    @Test func aLogWithoutItsFileIsNotPlayedIntoANewOne() throws {
        let place = try Place(isSealed: false)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: place.path + "-wal"))
        #expect(throws: StoreFailure.fileMissing(path: place.path)) { try place.open() }
        #expect(place.names == ["store.sqlite-wal"])
    }
}
