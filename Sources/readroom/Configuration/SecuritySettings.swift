import Wording
import Workstation

/// What the configuration says of keys and locking.
struct SecuritySettings {
    /// Whether the store is sealed; only a site whose disks are sealed already says no.
    var seals = true
    /// Opens the store where nobody can type a passphrase. Whoever can read it can read the store.
    var keyFile: String?
    /// Minutes without a key after which the screen locks; 0: never.
    var lockAfter = 10

    /// What whoever signs has to prove, and how often.
    var signing: SigningPolicy?

    init() {}

    init(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(
            document, table: document.root["security"] as? [String: Any] ?? [:], name: "security")
        seals = try reader.flag("seal") ?? true
        keyFile = try reader.text("key_file").map(Paths.expanded)
        lockAfter = try reader.number("lock_after", in: 0...15) ?? 10
        let grace = try reader.number("sign_grace", in: 0...720)
        switch try reader.text("sign_with") {
        case nil, "nothing": signing = nil
        case "pin": signing = SigningPolicy(credential: .pin, graceMinutes: grace ?? 10)
        case "passphrase": signing = SigningPolicy(credential: .passphrase, graceMinutes: grace ?? 10)
        case let other?:
            throw reader.problem(
                "security.sign_with \"\(other)\" is not known; use pin, passphrase or nothing", "sign_with")
        }
        if signing != nil, !seals {
            throw reader.problem("security.sign_with needs a sealed store: seal = true", "sign_with")
        }
        try reader.finish()
    }
}
