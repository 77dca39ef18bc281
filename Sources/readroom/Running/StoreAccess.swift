import Foundation
import Glibc
import LocalStore
import Vault
import Wording

/// Opens the store: with the key file, with the passphrase a person types, or plain where the site says so.
struct StoreAccess {
    var paths: Paths
    var security: SecuritySettings

    /// Whether an agent's word is enough, as for commands that nobody sits at.
    var trustsAgent = false

    /// - Parameter mayMake: whether keys may be made where there are none, as the first start does.
    func open(mayMake: Bool) throws -> LocalStore {
        try Paths.makePrivateFolder(paths.data)
        let keys = try keys(mayMake: mayMake)
        let store = try LocalStore(path: paths.store, keys: keys)
        // Where a rebuilding was interrupted.
        try StoreRecovery.takeRescued(into: store, keys: keys)
        return store
    }

    /// Where somebody sits at the terminal, a damaged store is explained, and rebuilt if they want.
    func openOrRebuild() throws -> LocalStore {
        do {
            return try open(mayMake: true)
        } catch let failure as StoreFailure where failure.isRecoverable && PassphrasePrompt.canAsk {
            Output.complain(failure.wording)
            Output.complain("It can be moved aside and rebuilt from the second copy of what was signed.")
            guard try PassphrasePrompt.confirm("Do that now? Type yes: ") else { throw failure }
            try rebuild()
            try PassphrasePrompt.acknowledge("Enter goes on.")
            return try open(mayMake: false)
        }
    }

    private func keys(mayMake: Bool) throws -> KeyRing? {
        if KeyRing.exists(for: paths.store) {
            let ring = try unlock()
            if ring.canFinishPassphraseChange { try ring.finishPassphraseChange() }
            // Keys were made, and the sealing that was to follow did not come to its end: it does now.
            if try DatabaseFile.state(of: paths.store) == .plain { try ring.sealPlainDatabase() }
            return ring
        }
        guard security.seals else { return nil }
        guard mayMake else {
            if try DatabaseFile.state(of: paths.store) == .plain { return nil }
            throw Refusal("There are no keys yet. Start readroom once, or run: readroom vault init")
        }
        return try Self.make(paths.store)
    }

    func unlock() throws -> KeyRing {
        if let file = security.keyFile, FileManager.default.fileExists(atPath: file) {
            return try KeyRing.unlock(paths.store, with: .keyFile(try KeyFile(contentsOf: file)))
        }
        if trustsAgent, let ring = KeyAgent.keys(for: paths.store) { return ring }
        guard PassphrasePrompt.canAsk else {
            throw Refusal(
                "The store is sealed and nobody can be asked for the passphrase here. "
                    + "Run readroom agent start after logging in, or set key_file below [security].")
        }
        // Argon2 makes each try slow already; after three somebody should think.
        for attempt in 1...3 {
            do {
                return try KeyRing.unlock(paths.store, with: try PassphrasePrompt.credential())
            } catch let error as VaultError where attempt < 3 && error.isWrongCredential {
                Output.complain(Exit.wording(error))
            }
        }
        throw Refusal("Not opened.")
    }

    /// Asks for a new passphrase, shows the recovery key once, and seals what was there in plain.
    static func make(_ path: String) throws -> KeyRing {
        guard PassphrasePrompt.canAsk else {
            throw Refusal("The store needs a passphrase, and nobody can be asked here. Run: readroom vault init")
        }
        Output.say("readroom seals everything it keeps with a passphrase of yours. It is asked for at every start.")
        let passphrase = try PassphrasePrompt.new()
        let (ring, recovery) = try KeyRing.create(for: path, passphrase: passphrase)
        Output.line()
        Output.say("Write this recovery key down and keep it away from this computer. It opens the store when the")
        Output.say("passphrase is forgotten, and it is shown only now:")
        Output.line()
        Output.line("    " + recovery.text)
        Output.line()
        try PassphrasePrompt.acknowledge("Enter goes on.")
        if try DatabaseFile.state(of: path) == .plain { try ring.sealPlainDatabase() }
        return ring
    }
}

extension VaultError {
    fileprivate var isWrongCredential: Bool {
        self == .wrongPassphrase || self == .wrongRecoveryKey
    }
}

/// Asks on the terminal, without showing what is typed. Nothing of it is an argument or in the environment.
enum PassphrasePrompt {
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// A passphrase, or the recovery key in its place.
    static func credential() throws -> KeyRing.Credential {
        let text = try ask("Passphrase (or recovery key): ")
        if let key = try? RecoveryKey(text: text) { return .recoveryKey(key) }
        guard let passphrase = try Passphrase(text) else { throw Refusal("Nothing was typed; not opened.") }
        return .passphrase(passphrase)
    }

    static func new() throws -> Passphrase {
        for _ in 1...3 {
            let text = try ask("New passphrase, at least 12 characters: ")
            guard text.count >= 12 else {
                Output.complain("That is shorter than 12 characters.")
                continue
            }
            guard try ask("Once more: ") == text, let passphrase = try Passphrase(text) else {
                Output.complain("The two are not the same.")
                continue
            }
            return passphrase
        }
        throw Refusal("No passphrase was set; nothing was made.")
    }

    static func newPIN() throws -> PIN {
        for _ in 1...3 {
            let text = try ask("New PIN, 4 to 8 digits: ")
            guard let pin = try PIN(text) else {
                Output.complain("That is not 4 to 8 digits.")
                continue
            }
            guard try ask("Once more: ") == text else {
                Output.complain("The two are not the same.")
                continue
            }
            return pin
        }
        throw Refusal("No PIN was set.")
    }

    static func confirm(_ words: Wording) throws -> Bool { try ask(words, echo: true) == "yes" }

    static func acknowledge(_ words: Wording) throws { _ = try ask(words + Wording(verbatim: " ")) }

    private static func ask(_ question: Wording, echo: Bool = false) throws -> String {
        Output.ask(question)
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw Refusal("The terminal cannot be asked.") }
        var silent = before
        if !echo { silent.c_lflag &= ~tcflag_t(ECHO) }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            if !echo { FileHandle.standardError.write(Data("\n".utf8)) }
        }
        guard let line = readLine(strippingNewline: true) else { throw Refusal("Nothing was typed; not opened.") }
        return line
    }
}
