import Foundation
import Glibc
import LocalStore
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
        "name = \"\(name)\"\nurl = \"\(url)\"\ntimeout = 5\n\(more)"
    }

    var command: String { "\(Binary.path) --home \(folder.path)" }

    /// Runs a subcommand to its end.
    func run(_ arguments: String...) async throws -> (status: Int32, output: String) {
        try await Processes.run(Binary.path, arguments + ["--home", folder.path])
    }

    /// The store, for looking into from outside while no workstation, or one, has it open.
    func withStore<Value>(_ body: (LocalStore) throws -> Value) throws -> Value {
        let keys = try KeyRing.unlock(storePath, with: .keyFile(try KeyFile(contentsOf: keyFile)))
        let store = try LocalStore(path: storePath, keys: keys)
        defer { store.close() }
        return try body(store)
    }
}

/// The program under test, as it was built beside the tests.
enum Binary {
    static let path: String = {
        let arguments = CommandLine.arguments
        let bundle =
            arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
            ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
        var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        // A bundle may be a folder; the program lies beside it, at most a few steps up.
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("readroom").path
            if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return "readroom"
    }()

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

enum Processes {
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders: [String] = path.split(separator: ":").map(String.init) + ["/usr/sbin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end, on a thread of its own: a server of the same test runs on the shared ones.
    @discardableResult
    static func run(_ program: String, _ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try runAndWait(program, arguments) })
            }
        }
    }

    /// The same on this thread. Not Foundation's `Process`: that waits until a file descriptor is closed which every
    /// child inherits, and so for ever when the program leaves a server behind, as tmux does.
    @discardableResult
    static func runAndWait(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, file.path, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Threads of a test run block signals; a tmux server that inherits that cannot be ended any more.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, &attributes, &words, environ) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return (exit, String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self))
    }
}
