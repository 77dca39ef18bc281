import Foundation
package import LocalStore
import Vault

/// A folder with a store in it that opens with a key file, as one does where nobody types a passphrase.
package struct MeasureFolder: Sendable {
    package let root: String
    package let isSealed: Bool

    package init(root: String, isSealed: Bool = true) {
        self.root = root
        self.isSealed = isSealed
    }

    static let passphrase = "correct horse battery staple"

    var path: String { root + "/data/readroom.sqlite" }
    package var keyFile: String { root + "/store.key" }

    package func make() throws {
        try FileManager.default.createDirectory(
            atPath: root + "/data", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard isSealed else { return }
        let (ring, _) = try KeyRing.create(for: path, passphrase: try Self.typed())
        try ring.addKeyFile(at: keyFile)
    }

    static func typed() throws -> Passphrase {
        guard let typed = try Passphrase(passphrase) else { throw VaultError.wrongPassphrase }
        return typed
    }

    func keys() throws -> KeyRing? {
        isSealed ? try KeyRing.unlock(path, with: .keyFile(try KeyFile(contentsOf: keyFile))) : nil
    }

    package func open() throws -> LocalStore { try LocalStore(path: path, keys: try keys()) }
}

/// A folder that goes when the measure ends.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Parameter place: where to make it; `nil` for memory, or the system's place for temporary files without that.
    package init(in place: String? = nil) throws {
        let memory = "/dev/shm"
        let base =
            place ?? (access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path)
        path = base + "/readroom-measure-\(getpid())-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // In memory or in the system's temporary folder: left over, it harms nobody.
        try? FileManager.default.removeItem(atPath: path)
    }
}
