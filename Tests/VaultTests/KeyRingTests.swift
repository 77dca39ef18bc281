import Foundation
import GRDB
import Synchronization
import Testing

@testable import Vault

/// What opens the store, and what does not.
@Suite struct KeyRingTests {
    private let folder: SealedFolder

    init() throws {
        folder = try SealedFolder()
        let queue = try folder.queue()
        try queue.write { try Reports.create($0) }
        try queue.write { try Reports.insert($0, 1...10) }
        try queue.close()
        folder.ring.unmount()
    }

    private var keysPath: String { KeyRing.keysPath(for: folder.path) }

    private func reports(with ring: KeyRing) throws -> Int {
        try ring.mount()
        defer { ring.unmount() }
        let queue = try folder.queue()
        defer { #expect(throws: Never.self) { try queue.close() } }
        return try queue.read { try Reports.count($0) }
    }

    private func unlock(_ text: String) throws -> KeyRing {
        try KeyRing.unlock(folder.path, with: .passphrase(.fixture(text)))
    }

    @Test func thePassphraseOpensIt() throws {
        #expect(try reports(with: unlock(SealedFolder.passphrase)) == 10)
    }

    @Test func aWrongPassphraseIsATypedErrorAndChangesNothing() throws {
        let before = (try Bytes.of(folder.path), try Bytes.of(keysPath))
        for wrong in ["", " ", SealedFolder.passphrase + " ", SealedFolder.passphrase.uppercased()] {
            guard let passphrase = try Passphrase(wrong) else { continue }
            #expect(throws: VaultError.wrongPassphrase) {
                try KeyRing.unlock(folder.path, with: .passphrase(passphrase))
            }
        }
        #expect(try Bytes.of(folder.path) == before.0)
        #expect(try Bytes.of(keysPath) == before.1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.folder.path).count == 2)
    }

    @Test func composedAndDecomposedLettersAreOnePassphrase() throws {
        try folder.ring.setPassphrase(.fixture("Gar\u{ED}a"), cost: .least)
        #expect(try reports(with: unlock("Gari\u{301}a")) == 10)
    }

    @Test func aNewPassphraseReplacesTheOldOne() throws {
        try folder.ring.setPassphrase(.fixture("second"), cost: .least)
        #expect(try reports(with: unlock("second")) == 10)
        #expect(throws: VaultError.wrongPassphrase) { try unlock(SealedFolder.passphrase) }
        #expect(!folder.ring.hasUnfinishedPassphraseChange)
    }

    @Test func aLostPassphraseIsReplacedWithTheRecoveryKey() throws {
        let typed = try RecoveryKey(text: folder.recoveryKey.text.lowercased())
        let ring = try KeyRing.unlock(folder.path, with: .recoveryKey(typed))
        try ring.setPassphrase(.fixture("found again"), cost: .least)
        #expect(try reports(with: unlock("found again")) == 10)
        #expect(throws: VaultError.wrongPassphrase) { try unlock(SealedFolder.passphrase) }
    }

    @Test func recoveryKeysAreReplacedAndRemoved() throws {
        let second = try folder.ring.replaceRecoveryKey()
        #expect(throws: VaultError.wrongRecoveryKey) {
            try KeyRing.unlock(folder.path, with: .recoveryKey(folder.recoveryKey))
        }
        #expect(try reports(with: KeyRing.unlock(folder.path, with: .recoveryKey(second))) == 10)
        try folder.ring.removeRecoveryKey()
        #expect(!folder.ring.hasRecoveryKey)
        #expect(throws: VaultError.wrongRecoveryKey) { try KeyRing.unlock(folder.path, with: .recoveryKey(second)) }
        #expect(try reports(with: unlock(SealedFolder.passphrase)) == 10)
    }

    @Test func keyFilesOpenItUntilTheyAreRemoved() throws {
        let path = folder.folder.appendingPathComponent("sync.key").path
        try folder.ring.addKeyFile(at: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try reports(with: KeyRing.unlock(folder.path, with: .keyFile(KeyFile(contentsOf: path)))) == 10)
        #expect(throws: VaultError.self) { try folder.ring.addKeyFile(at: path) }  // never over another one
        chmod(path, 0o640)
        #expect(throws: VaultError.system(call: "open", path: path, errno: EACCES)) { try KeyFile(contentsOf: path) }
        chmod(path, 0o600)
        try folder.ring.removeKeyFiles()
        #expect(throws: VaultError.wrongKeyFile) {
            try KeyRing.unlock(folder.path, with: .keyFile(KeyFile(contentsOf: path)))
        }
    }

    @Test func keysAreNeverOverwrittenAndAreThePersonsOwn() throws {
        #expect(throws: VaultError.keysExist(path: keysPath)) {
            try KeyRing.create(for: folder.path, passphrase: .fixture(), cost: .least)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: keysPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try FileManager.default.moveItem(atPath: keysPath, toPath: keysPath + ".away")
        #expect(throws: VaultError.noKeys(path: keysPath)) {  // a sealed database whose keys are gone gets no new ones
            try KeyRing.create(for: folder.path, passphrase: .fixture(), cost: .least)
        }
        let nowhere = folder.folder.appendingPathComponent("nowhere.sqlite").path
        #expect(throws: VaultError.noKeys(path: nowhere + ".keys")) {
            try KeyRing.unlock(nowhere, with: .passphrase(.fixture()))
        }
    }

    @Test func theCostIsRecordedAndHonoured() throws {
        let cost = PassphraseCost(operations: 2, memory: 1 << 20)
        try folder.ring.setPassphrase(.fixture("dear"), cost: cost)
        let stored = try KeyRing.storedRecord(for: folder.path).slots.filter { $0.kind == .passphrase }
        #expect(stored.map(\.cost) == [cost])
        #expect(try reports(with: unlock("dear")) == 10)
        // The same slot under another cost is another key: the recorded one is used, and it is under the seal.
        var slot = try #require(stored.first)
        slot.cost = PassphraseCost(operations: 1, memory: 1 << 20)
        let salt = folder.ring.record.withLock { $0.fileSalt }
        #expect(try slot.open(with: .passphrase(.fixture("dear")), fileSalt: salt) == nil)
        #expect(PassphraseCost.moderate == PassphraseCost(operations: 3, memory: 268_435_456))
    }

    // MARK: - Damage

    @Test func oneDamagedCopyCostsNothing() throws {
        let whole = try Bytes.of(keysPath)
        #expect(whole.count == 2 * KeyRecord.copySize)
        let used = 308  // the rest of each copy is zeros that nobody reads
        for byte in stride(from: 0, to: used, by: 5) {
            try Bytes.change(keysPath) { $0[byte] ^= 0x40 }
            #expect(throws: Never.self) { try unlock(SealedFolder.passphrase) }
            try Bytes.change(keysPath) { $0[KeyRecord.copySize + byte] ^= 0x40 }
            #expect(throws: VaultError.keysDamaged(path: keysPath)) { try unlock(SealedFolder.passphrase) }
            try Bytes.write(whole, to: keysPath)
        }
        for length in [0, 1, 100, 300] {
            try Bytes.write(whole.prefix(length), to: keysPath)
            #expect(throws: VaultError.keysDamaged(path: keysPath)) { try unlock(SealedFolder.passphrase) }
        }
        try Bytes.write(whole.prefix(KeyRecord.copySize), to: keysPath)
        #expect(throws: Never.self) { try unlock(SealedFolder.passphrase) }
    }

    @Test func aNewerFormatIsLeftAlone() throws {
        try Bytes.change(keysPath) { bytes in
            for copy in [0, KeyRecord.copySize] { bytes[copy + 7] = 2 }
        }
        #expect(throws: VaultError.newerFormat(path: keysPath)) { try unlock(SealedFolder.passphrase) }
    }

    /// Someone who may write the file, but has no key, puts the slot of an old passphrase back.
    @Test func aSlotOfAnEarlierVersionCannotBePutBack() throws {
        let old = try KeyRing.storedRecord(for: folder.path)
        try folder.ring.setPassphrase(.fixture("second"), cost: .least)
        var mixed = try KeyRing.storedRecord(for: folder.path)
        mixed.slots += old.slots.filter { $0.kind == .passphrase }
        try Bytes.write(mixed.encoded, to: keysPath)
        #expect(throws: VaultError.keysAltered(path: keysPath)) { try unlock(SealedFolder.passphrase) }
        #expect(throws: VaultError.keysAltered(path: keysPath)) { try unlock("second") }
    }

    // MARK: - Silence

    @Test func nothingSecretIsPrinted() throws {
        let passphrase = try Passphrase.fixture("printed nowhere")
        var dumped = ""
        dump(folder.ring, to: &dumped)
        dump(passphrase, to: &dumped)
        dump(folder.recoveryKey, to: &dumped)
        dumped += "\(folder.ring) \(passphrase) \(String(reflecting: folder.recoveryKey))"
        #expect(!dumped.contains("printed nowhere"))
        #expect(!dumped.contains(folder.recoveryKey.text.prefix(4)))
        #expect(!dumped.contains("Pointer"))
        #expect(try !Bytes.contain(keysPath, SealedFolder.passphrase))
    }
}

/// A change of keys that stops at any step leaves a store that opens.
@Suite struct KeyFaultTests {
    private struct Fault: Hashable, Sendable, CustomTestStringConvertible {
        var write: Int
        var step: DurableFile.Step
        var testDescription: String { "write \(write), before \(step)" }
    }

    /// The two writes of a change of passphrase, stopped before each of their steps.
    private static let faults = (1...2).flatMap { write in
        DurableFile.Step.allCases.map { Fault(write: write, step: $0) }
    }

    /// Files that stop working before one step of their n-th write, for good.
    private static func files(failingAt fault: Fault, fired: Counter) -> DurableFile {
        let writes = Counter()
        return DurableFile { (step) throws(VaultError) in
            if step == .create { writes.add() }
            guard writes.value > fault.write || (writes.value == fault.write && step >= fault.step) else { return }
            fired.add()
            throw .system(call: "test", path: "", errno: EIO)
        }
    }

    @Test(arguments: faults) private func aChangeOfPassphraseStopsAnywhere(fault: Fault) throws {
        let folder = try SealedFolder(isMounted: false)
        let fired = Counter()
        let ring = try KeyRing.unlock(
            folder.path, with: .passphrase(.fixture()), files: KeyFaultTests.files(failingAt: fault, fired: fired))
        #expect(throws: VaultError.system(call: "test", path: "", errno: EIO)) {
            try ring.setPassphrase(.fixture("second"), cost: .least)
        }
        #expect(fired.value == 1)
        let opens = [SealedFolder.passphrase, "second"].filter { text in
            (try? KeyRing.unlock(folder.path, with: .passphrase(.fixture(text)))) != nil
        }
        // Renamed is done, whether or not the folder was synced yet.
        let isRenamed = fault.step > .rename
        let expected =
            fault.write == 1
            ? (isRenamed ? [SealedFolder.passphrase, "second"] : [SealedFolder.passphrase])
            : (isRenamed ? ["second"] : [SealedFolder.passphrase, "second"])
        #expect(opens == expected)
        #expect(throws: Never.self) { try KeyRing.unlock(folder.path, with: .recoveryKey(folder.recoveryKey)) }

        // What was cut short is finished by the next change, whatever it left behind.
        let again = try KeyRing.unlock(folder.path, with: .passphrase(.fixture(try #require(opens.last))))
        #expect(again.hasUnfinishedPassphraseChange == (opens.count == 2))
        try again.setPassphrase(.fixture("third"), cost: .least)
        #expect(throws: VaultError.wrongPassphrase) {
            try KeyRing.unlock(folder.path, with: .passphrase(.fixture("second")))
        }
        #expect(throws: Never.self) { try KeyRing.unlock(folder.path, with: .passphrase(.fixture("third"))) }
    }

    @Test(arguments: DurableFile.Step.allCases) func makingKeysStopsAnywhere(step: DurableFile.Step) throws {
        let folder = try SealedFolder.makeFolder()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let path = folder.appendingPathComponent("readroom.sqlite").path
        let files = KeyFaultTests.files(failingAt: Fault(write: 1, step: step), fired: Counter())
        #expect(throws: VaultError.self) {
            try KeyRing.create(for: path, passphrase: .fixture(), cost: .least, files: files)
        }
        if step > .rename {
            #expect(throws: Never.self) { try KeyRing.unlock(path, with: .passphrase(.fixture())) }
        } else {
            #expect(!KeyRing.exists(for: path))
            _ = try KeyRing.create(for: path, passphrase: .fixture(), cost: .least)
        }
    }

    /// Two processes changing keys at once: neither change is lost.
    @Test func concurrentChangesAreAllKept() async throws {
        let folder = try SealedFolder(isMounted: false)
        let path = folder.path, base = folder.folder
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let ring = try KeyRing.unlock(path, with: .passphrase(.fixture()))
                    try ring.addKeyFile(at: base.appendingPathComponent("\(number).key").path)
                }
            }
            try await group.waitForAll()
        }
        #expect(try KeyRing.unlock(path, with: .passphrase(.fixture())).keyFileCount == 8)
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

extension DurableFile.Step: Comparable {
    static func < (first: Self, second: Self) -> Bool {
        (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
    }
}
