import LocalStore
import Radiology
import Synchronization
import Vault
import Workstation

extension Runner {
    /// Tries a passphrase, not more often than is good: after three wrong ones it waits, longer each time.
    func unlock(_ text: String) {
        let start = Duration.milliseconds(Clock.now.millisecondsSince1970)
        if case .wait(let wait) = attempts.withLock({ $0.verdict(at: start) }) {
            let seconds = max(1, wait.components.seconds)
            return mailbox.post(.lock(.refused("Too many wrong passphrases; wait \(seconds) s.")))
        }
        do throws(VaultError) {
            if let key = try? RecoveryKey(text: text) {
                _ = try KeyRing.unlock(paths.store, with: .recoveryKey(key))
            } else if let passphrase = try Passphrase(text) {
                _ = try KeyRing.unlock(paths.store, with: .passphrase(passphrase))
            } else {
                return mailbox.post(.lock(.refused("Nothing was typed.")))
            }
            attempts.withLock { $0.succeeded() }
            mailbox.post(.lock(.unlocked))
        } catch {
            attempts.withLock { $0.failed(at: start) }
            try? store.append(event(.unlockFailed, nil))
            mailbox.post(.lock(.refused(error.sentence)))
        }
    }
}
