/// One column of a table.
public struct Column: Hashable, Sendable {
    /// Cells below which the column is of no use.
    public var minimum: Int
    /// Cells with which it is content.
    public var ideal: Int
    /// 0 never goes; of the others the highest rank goes first.
    public var rank: Int
    /// Whether it takes what is left over.
    public var grows: Bool

    public init(minimum: Int, ideal: Int, rank: Int = 0, grows: Bool = false) {
        self.minimum = max(0, minimum)
        self.ideal = max(self.minimum, ideal)
        self.rank = rank
        self.grows = grows
    }
}

/// The columns of a table on a screen of a certain width.
public struct Columns: Hashable, Sendable {
    /// Where one column landed. `index` is its place among the columns given.
    public struct Placement: Hashable, Sendable {
        public let index: Int
        public let start: Int
        public let width: Int
    }

    public let placements: [Placement]

    /// Columns are dropped by rank until the minimal widths fit, then those of high rank shrink first.
    public init(_ columns: [Column], width: Int, gap: Int = 2) {
        let kept = Columns.kept(columns, width: width, gap: gap)
        let room = width - gap * max(0, kept.count - 1)
        var widths = kept.map { columns[$0].ideal }
        Columns.shrink(&widths, kept.map { columns[$0] }, room: room)
        Columns.grow(&widths, kept.map { columns[$0] }, room: room)
        placements = Columns.place(kept, widths, width: width, gap: gap)
    }

    /// The place of a column, `nil` when it is not shown.
    public func placement(of index: Int) -> Placement? {
        placements.first { $0.index == index }
    }

    private static func kept(_ columns: [Column], width: Int, gap: Int) -> [Int] {
        var kept = Array(columns.indices)
        func needed() -> Int {
            kept.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, kept.count - 1)
        }
        while needed() > width {
            // The last of the highest rank goes; rank 0 stays and is cut at the edge.
            let candidates = kept.enumerated().filter { columns[$0.element].rank > 0 }
            let worst = candidates.max { columns[$0.element].rank <= columns[$1.element].rank }
            guard let worst else { break }
            kept.remove(at: worst.offset)
        }
        return kept
    }

    private static func shrink(_ widths: inout [Int], _ columns: [Column], room: Int) {
        var excess = widths.reduce(0, +) - room
        let byRank = columns.indices.sorted { (columns[$0].rank, $0) > (columns[$1].rank, $1) }
        for index in byRank where excess > 0 {
            let given = min(excess, widths[index] - columns[index].minimum)
            widths[index] -= given
            excess -= given
        }
    }

    private static func grow(_ widths: inout [Int], _ columns: [Column], room: Int) {
        let growing = columns.indices.filter { columns[$0].grows }
        let left = room - widths.reduce(0, +)
        guard left > 0, !growing.isEmpty else { return }
        for (order, index) in growing.enumerated() {
            widths[index] += left / growing.count + (order < left % growing.count ? 1 : 0)
        }
    }

    private static func place(_ kept: [Int], _ widths: [Int], width: Int, gap: Int) -> [Placement] {
        var start = 0
        var result: [Placement] = []
        for (index, wanted) in zip(kept, widths) where start < width {
            let cells = min(wanted, width - start)
            if cells > 0 { result.append(Placement(index: index, start: start, width: cells)) }
            start += wanted + gap
        }
        return result
    }
}
