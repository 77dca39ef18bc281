import Foundation
import LocalStore
import Vault

/// A folder with a store in it, opened as readroom opens one: unlocked, and where a sealing was cut short, sealed.
struct StoreFolder: Sendable {
    static let passphrase = "correct horse battery staple"
    static let otherPassphrase = "another horse, another staple"

    let root: String
    var isSealed = true

    var data: String { root + "/data" }
    var path: String { data + "/readroom.sqlite" }

    func open(passphrases: [String] = [passphrase, otherPassphrase]) throws -> LocalStore {
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try LocalStore(path: path, keys: try keys(passphrases))
    }

    /// As `StoreAccess` of the program does it.
    private func keys(_ passphrases: [String]) throws -> KeyRing? {
        let ring: KeyRing
        if KeyRing.exists(for: path) {
            ring = try unlock(passphrases)
            if ring.canFinishPassphraseChange { try ring.finishPassphraseChange() }
        } else {
            guard isSealed else { return nil }
            ring = try KeyRing.create(for: path, passphrase: Self.typed(Self.passphrase), cost: .least).ring
        }
        if try DatabaseFile.state(of: path) == .plain { try ring.sealPlainDatabase() }
        return ring
    }

    func unlock(_ passphrases: [String]) throws -> KeyRing {
        for passphrase in passphrases.dropLast() {
            do { return try KeyRing.unlock(path, with: .passphrase(try Self.typed(passphrase))) } catch VaultError
                .wrongPassphrase
            {}
        }
        return try KeyRing.unlock(path, with: .passphrase(try Self.typed(passphrases.last ?? Self.passphrase)))
    }

    static func typed(_ text: String) throws -> Passphrase {
        guard let passphrase = try Passphrase(text) else { throw VaultError.wrongPassphrase }
        return passphrase
    }
}

/// Folders of their own below one that goes when the proof ends, in memory where the system has such a place.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        let memory = "/dev/shm"
        let base = access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
        let made = base + "/readroom-proofs-\(getpid())-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
        guard let real = realpath(made, nil) else { throw CocoaError(.fileNoSuchFile) }
        defer { free(real) }
        path = String(cString: real)
    }

    deinit {
        // In memory or in the system's temporary folder: left over, it harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }

    func folder(_ name: String) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
