/// How documents made by readroom name their maker.
enum DocumentIdentity {
    static let manufacturer = "readroom"
}
