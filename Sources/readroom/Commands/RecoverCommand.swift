import ArgumentParser
import Foundation
import LocalStore
import Vault
import Wording

struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Rebuild a store that does not open, from the second copy of what was signed.",
        discussion: """
            Moves the damaged files aside and deletes nothing. Signed reports come back from the second copy, drafts as \
            far as the damaged file can be read, the worklist with the next sync. A store that opens is left alone.
            """)

    @OptionGroup var place: PlaceOptions

    func run() throws {
        try Exit.report {
            let isConfigured = FileManager.default.fileExists(atPath: place.configurationFile)
            let security = isConfigured ? try place.configuration().security : SecuritySettings()
            let lock = try FileLock(
                path: place.paths.workstationLock, whenHeld: "A readroom is open on this store; end it first.")
            defer { withExtendedLifetime(lock) {} }
            do {
                let store = try StoreAccess(paths: place.paths, security: security).open(mayMake: false)
                defer { store.close() }
                try requireSound(store)
                Output.say("The store is sound; there is nothing to recover. For its contents run: readroom doctor")
            } catch let failure as StoreFailure where failure.isRecoverable {
                Output.say(failure.wording)
                try StoreAccess(paths: place.paths, security: security).rebuild()
            }
            return 0
        }
    }

    /// A store may open and still hold pages that cannot be read. Before it is given up, the second copy takes what it
    /// lacks; where it cannot, the store is worth more than its copy.
    private func requireSound(_ store: LocalStore) throws {
        do {
            try store.requireSoundFile()
        } catch {
            let counts = try? store.copyCounts()
            if let counts, counts.copied < counts.signed, (try? store.copySigned(at: Clock.now)) == nil {
                throw Refusal(
                    "\(Exit.wording(error)) But some signed reports have no second copy yet and would be left behind; "
                        + "keep a copy of the whole folder and ask for help.")
            }
            throw error
        }
    }
}

extension StoreFailure {
    /// Whether moving the store aside and rebuilding it is the way out. A full disk, or a file that may not be read, is
    /// not damage.
    var isRecoverable: Bool {
        switch self {
        case .damaged, .fileMissing: true
        default: false
        }
    }
}

extension StoreAccess {
    /// Moves the damaged store aside, rebuilds it, and says what came back.
    func rebuild() throws {
        // Whoever syncs has the old files open, and would go on in what is moved aside.
        let lock = try FileLock(
            path: paths.syncLock, whenHeld: "A readroom is syncing this store; wait until it has ended.")
        defer { withExtendedLifetime(lock) {} }
        let keys = KeyRing.exists(for: paths.store) ? try unlock() : nil
        Output.say("Ctrl-C stops it; it can be begun again.")
        let outcome = try StoreRecovery.rebuild(paths.store, keys: keys, at: Clock.now) { done, total in
            if done == total || done.isMultiple(of: 20) { Output.progress("signed reports: \(done) of \(total)") }
        }
        Output.progress(Wording(verbatim: ""))
        for path in outcome.movedAside { Output.say("moved aside: \(path)") }
        Output.say("\(outcome.restoredVersions) signed reports came back; the server is asked which of them it has.")
        Output.say("\(outcome.rescuedDrafts) drafts could be read; the worklist comes with the next sync.")
        if outcome.failed > 0 {
            Output.say("\(outcome.failed) records of the second copy could not be used; keep the files moved aside.")
        }
    }
}
