import LocalStore
import Logging
import Radiology
import Synchronization
import Vault
import Wording
import Workstation

extension Runner {
    /// Tries what was typed on the locked screen.
    func unlock(_ text: String) {
        let refusal = prove(text)
        mailbox.post(.lock(refusal.map(LockMessage.refused) ?? .unlocked))
    }

    /// Tries what was typed to sign: a PIN where the site asks for one, and the passphrase always.
    func authenticate(_ text: String) {
        let asksForPIN = configuration.security.signing?.credential == .pin
        let pin = asksForPIN ? (try? PIN(text)) ?? nil : nil
        let refusal = pin.map(prove) ?? prove(text)
        mailbox.post(.signing(refusal.map(SigningMessage.authenticationFailed) ?? .authenticated))
    }

    private var tryTime: Duration { .milliseconds(Clock.now.millisecondsSince1970) }

    /// - Returns: why the PIN was refused; `nil` if it is the one.
    private func prove(_ pin: PIN) -> Wording? {
        let now = tryTime
        do throws(StoreFailure) {
            guard try store.hasPIN() else {
                return "No PIN is set yet: type the passphrase, and later run readroom vault set-pin."
            }
            switch pinAttempts.withLock({ $0.verdict(at: now) }) {
            case .exhausted: return "Too many wrong PINs: type the passphrase."
            case .wait(let wait): return Self.waiting("PINs", wait)
            case .allowed: break
            }
            guard try store.accepts(pin) else {
                pinAttempts.withLock { $0.failed(at: now) }
                try store.append(event(.unlockFailed, nil, "PIN"))
                return "That is not the PIN."
            }
            pinAttempts.withLock { $0.succeeded() }
            return nil
        } catch {
            return error.wording
        }
    }

    /// A passphrase or the recovery key, not more often than is good: after three wrong ones it waits, longer each time.
    ///
    /// - Returns: why it was refused; `nil` if it opens the store.
    private func prove(_ text: String) -> Wording? {
        let now = tryTime
        if case .wait(let wait) = attempts.withLock({ $0.verdict(at: now) }) {
            return Self.waiting("passphrases", wait)
        }
        do throws(VaultError) {
            if let key = try? RecoveryKey(text: text) {
                _ = try KeyRing.unlock(paths.store, with: .recoveryKey(key))
            } else if let passphrase = try Passphrase(text) {
                _ = try KeyRing.unlock(paths.store, with: .passphrase(passphrase))
            } else {
                return "Nothing was typed."
            }
            attempts.withLock { $0.succeeded() }
            pinAttempts.withLock { $0.succeeded() }
            return nil
        } catch {
            attempts.withLock { $0.failed(at: now) }
            do throws(StoreFailure) { try store.append(event(.unlockFailed, nil)) } catch {
                Log.main.error("a wrong passphrase could not be written to the audit")
            }
            return error.wording
        }
    }

    private static func waiting(_ what: Wording, _ wait: Duration) -> Wording {
        "Too many wrong \(what); wait \(max(1, wait.components.seconds)) s."
    }
}
