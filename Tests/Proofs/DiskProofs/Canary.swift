/// A defect put in on purpose. A proof that does not notice it proves nothing.
enum Canary: String, CaseIterable, Sendable {
    /// "Signed" is said first, and then signed.
    case ackBeforeCommit = "ack-before-commit"
    /// The outbox is written after the version was committed.
    case outboxInSecondTransaction = "outbox-in-second-transaction"
    /// The outbox is in another file: commits in write-ahead mode are not atomic across files.
    case outboxInAttachedFile = "outbox-in-attached-file"
    /// Commits do not wait for the disk.
    case synchronousNormal = "synchronous-normal"
    /// "Signed" is said whatever the store answered.
    case swallowedError = "swallowed-io-error"
    /// Nothing is sealed, so nothing but SQLite looks at what is read.
    case checksOff = "checks-off"
}
