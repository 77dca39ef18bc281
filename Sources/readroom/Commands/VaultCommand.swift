import ArgumentParser
import Foundation
import LocalStore
import Vault
import Wording

struct VaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault", abstract: "The keys of the store: make, change, add and recover them.",
        discussion: "Passphrases are asked for on the terminal; they are never arguments.",
        subcommands: [
            Initialise.self, ChangePassphrase.self, NewRecoveryKey.self, AddKeyFile.self, RemoveKeyFiles.self,
            SetPIN.self,
        ])

    struct Initialise: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Make keys, and seal a store that is still plain.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                try Paths.makePrivateFolder(place.paths.data)
                _ = try StoreAccess.make(place.paths.store)
                Output.say("The store is sealed.")
                return 0
            }
        }
    }

    struct ChangePassphrase: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "change-passphrase",
            abstract: "Set a new passphrase; the old one, or the recovery key, is asked for first.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let ring = try unlocked(place)
                try ring.setPassphrase(try PassphrasePrompt.new())
                Output.say("The new passphrase opens the store, and the old one does not any more.")
                return 0
            }
        }
    }

    struct NewRecoveryKey: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new-recovery-key", abstract: "Replace the recovery key; the old one opens nothing any more.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let ring = try unlocked(place)
                Output.line("    " + (try ring.replaceRecoveryKey().text))
                return 0
            }
        }
    }

    struct AddKeyFile: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-key-file",
            abstract: "Write a file that opens the store without a person, for readroom sync from cron.",
            discussion: "Name it as key_file below [security]. Whoever can read it can read the store.")

        @Argument(help: "The file to write; it must not be there yet.", completion: .file())
        var file: String

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let path = Paths.expanded(file)
                try unlocked(place).addKeyFile(at: path)
                Output.say("\(path) opens the store now.")
                return 0
            }
        }
    }

    struct RemoveKeyFiles: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove-key-files",
            abstract: "No key file opens the store any more, wherever copies of it are.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let ring = try unlocked(place)
                let count = ring.keyFileCount
                try ring.removeKeyFiles()
                Output.say(count == 0 ? "There was no key file." : "\(count) key files open nothing any more.")
                return 0
            }
        }
    }

    struct SetPIN: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-pin", abstract: "Set the PIN that signing asks for, where sign_with = \"pin\".",
            discussion: "4 to 8 digits. It opens nothing; after ten wrong ones the passphrase is asked for.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                // The passphrase itself, not a key file: a PIN signs in its owner's name.
                let ring = try unlocked(place)
                let store = try LocalStore(path: place.paths.store, keys: ring)
                defer { store.close() }
                try store.setPIN(try PassphrasePrompt.newPIN())
                Output.say("The PIN is set.")
                return 0
            }
        }
    }

    static func unlocked(_ place: PlaceOptions) throws -> KeyRing {
        guard KeyRing.exists(for: place.paths.store) else {
            throw Refusal("There are no keys yet. Run: readroom vault init")
        }
        guard PassphrasePrompt.canAsk else { throw Refusal("Run this on a terminal: the passphrase is asked for.") }
        return try KeyRing.unlock(place.paths.store, with: try PassphrasePrompt.credential())
    }
}
