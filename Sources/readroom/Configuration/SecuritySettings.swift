/// What the configuration says of keys and locking.
struct SecuritySettings {
    /// Whether the store is sealed; only a site whose disks are sealed already says no.
    var seals = true
    /// Opens the store where nobody can type a passphrase. Whoever can read it can read the store.
    var keyFile: String?
    /// Minutes without a key after which the screen locks; 0: never.
    var lockAfter = 10

    init() {}

    init(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(
            document, table: document.root["security"] as? [String: Any] ?? [:], name: "security")
        seals = try reader.flag("seal") ?? true
        keyFile = try reader.text("key_file").map(Paths.expanded)
        lockAfter = try reader.number("lock_after", in: 0...15) ?? 10
        try reader.finish()
    }
}
