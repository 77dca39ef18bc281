/// How a long answer is asked for, page by page: small pages of a server that is new, and, once it is known how many rows
/// there are, all of them at once, so that a pull with nothing new costs one request.
struct Paging {
    static let smallest = 100
    static let mostPages = 200
    /// Rows of the largest answer that is asked for.
    private static let largest = 20_000

    let size: Int
    private let known: Int
    private(set) var offset = 0
    private(set) var pages = 0

    /// - Parameter known: how many rows there were the last time; 0 if that is not known.
    init(known: Int = 0) {
        self.known = known
        size = known < Self.smallest ? Self.smallest : min(known + Self.smallest, Self.largest)
    }

    /// Whether more rows than the server may be willing to give were asked for.
    var isLarge: Bool { size > Self.smallest }

    /// Where the next pages begin: once one came back full, two at a time, as there are connections.
    var nextOffsets: [Int] { isLarge || pages == 0 ? [offset] : [offset, offset + size] }

    /// Takes note of an answer.
    ///
    /// - Parameter isNew: whether there was anything in it that earlier ones did not have.
    /// - Returns: whether it was the last one.
    mutating func isOver(after rows: Int, isNew: Bool) -> Bool {
        offset += rows
        pages += 1
        // A server that ignores `offset` repeats itself.
        if !isNew || pages == Self.mostPages { return true }
        if rows >= size { return false }
        // A server may have a limit of its own and say nothing: fewer rows than there were, or a round number of them,
        // is no end.
        return !isLarge || offset >= known && !Self.isRound(rows)
    }

    private static func isRound(_ count: Int) -> Bool { count % 50 == 0 || count & (count - 1) == 0 }
}
