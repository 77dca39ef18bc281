/// How far a pull is.
public enum SyncProgress: Hashable, Sendable {
    /// So many studies of the worklist are here; how many there will be only the server knows.
    case worklist(Int)
    /// Studies with all there is to them.
    case studies(done: Int, of: Int)
}
