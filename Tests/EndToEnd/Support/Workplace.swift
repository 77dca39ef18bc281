import Foundation
import Glibc
import LocalStore
import Programs
import Radiology
import Vault

/// A folder with a configuration and a store of its own, for one workstation; gone when the test is.
final class Workplace {
    let folder: URL
    static let password = "seekrit"

    var storePath: String { folder.appendingPathComponent("data/readroom.sqlite").path }
    private var keyFile: String { folder.appendingPathComponent("store.key").path }

    /// A store that is sealed and opens with a key file, since nobody types a passphrase into a test.
    ///
    /// - Parameter servers: what comes below `[[server]]`, one text for each.
    init(servers: [String], reader: String = "Roe^Rita") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-e2e-\(UUID().uuidString)")
        let configuration = folder.appendingPathComponent("config")
        try FileManager.default.createDirectory(
            at: configuration, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let secret = folder.appendingPathComponent("password").path
        try Data(Workplace.password.utf8).write(to: URL(fileURLWithPath: secret))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let tables = servers.map { "[[server]]\n" + $0.replacing("PASSWORD_FILE", with: secret) }
        let text = """
            [reader]
            name = "\(reader)"
            organization = "North General"

            [worklist]
            poll = 5

            [security]
            key_file = "\(folder.path)/store.key"

            \(tables.joined(separator: "\n\n"))
            """
        try Data(text.utf8).write(to: configuration.appendingPathComponent("config.toml"))
        try makeKeys()
    }

    static let passphrase = "correct horse battery staple"

    /// Again, where another disk was put over the store's folder.
    func makeKeys() throws {
        try? FileManager.default.removeItem(atPath: keyFile)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("data"), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        guard let passphrase = try Passphrase(Workplace.passphrase) else { return }
        let (ring, _) = try KeyRing.create(for: storePath, passphrase: passphrase, cost: .least)
        try ring.addKeyFile(at: keyFile)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func server(_ url: String, name: String = "PACS North", more: String = "") -> String {
        "name = \"\(name)\"\nurl = \"\(url)\"\ntimeout = 20\n\(more)"
    }

    var command: String { "\(Binary.path) --home \(folder.path)" }

    /// Runs a subcommand to its end.
    func run(_ arguments: String...) async throws -> Program.Outcome {
        try await Program.run([Binary.path] + arguments + ["--home", folder.path])
    }

    /// The store, for looking into from outside while no workstation, or one, has it open.
    func withStore<Value>(_ body: (LocalStore) throws -> Value) throws -> Value {
        let keys = try KeyRing.unlock(storePath, with: .keyFile(try KeyFile(contentsOf: keyFile)))
        let store = try LocalStore(path: storePath, keys: keys)
        defer { store.close() }
        return try body(store)
    }
}

/// The program under test.
enum Binary {
    static let path = (try? Program.built("readroom")) ?? "readroom"
}
