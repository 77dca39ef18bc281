import Radiology
public import Wording

/// What a site asks of whoever signs: that they prove once more who they are.
public struct SigningPolicy: Hashable, Sendable {
    public enum Credential: Hashable, Sendable {
        case pin, passphrase
    }

    public var credential: Credential
    /// Minutes for which one proof is good; 0: every signature needs its own.
    public var graceMinutes: Int

    public init(credential: Credential, graceMinutes: Int) {
        self.credential = credential
        self.graceMinutes = graceMinutes
    }
}

/// A PIN or passphrase being typed into the sign dialog.
public struct CredentialInput: Hashable, Sendable {
    /// Never shown.
    public internal(set) var typed = ""
    public internal(set) var isTrying = false
    public internal(set) var failure: Wording?
}

extension WorkstationState {
    /// Whether the proof given last is too old to sign on. Unlocking counts as a proof.
    var mustAuthenticate: Bool {
        guard let policy = system.signingPolicy else { return false }
        return policy.graceMinutes == 0 || !hasProven(within: Double(policy.graceMinutes) * 60)
    }

    /// A proof from the future was given before the clock was set back.
    func hasProven(within seconds: Double) -> Bool {
        system.authenticatedAt.map { (0..<seconds).contains(system.now.seconds(since: $0)) } ?? false
    }

    mutating func handleCredential(_ message: SigningMessage) -> [Effect] {
        guard let input = signing?.credential else { return [] }
        switch message {
        case .credentialTyped(let text) where !input.isTrying: signing?.credential?.typed += text
        case .credentialErased where !input.isTrying: signing?.credential?.typed = String(input.typed.dropLast())
        case .credentialGiven:
            guard !input.isTrying, !input.typed.isEmpty else { return [] }
            signing?.credential = CredentialInput(isTrying: true)
            return [.authenticate(input.typed)]
        case .authenticationFailed(let why) where input.isTrying:
            signing?.credential = CredentialInput(failure: why)
        case .authenticated where input.isTrying:
            signing?.credential = nil
            system.authenticatedAt = system.now
            return commitSigning()
        default: break
        }
        return []
    }
}
