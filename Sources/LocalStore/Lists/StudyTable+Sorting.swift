import Radiology

extension StudyTable {
    /// Rows in the order of a column; what is equal in it stays by urgency, and what has nothing in it comes last.
    ///
    /// - Parameter priors: how many earlier studies a row's patient has, where that is the column.
    func sorted(_ rows: [Int], by order: WorklistOrder, _ moment: ListMoment, priors: [Int64: Int] = [:]) -> [Int] {
        guard let column = order.column else { return order.isReversed ? rows.reversed() : rows }
        switch column {
        case .patient: return sorted(rows, by: patients, isReversed: order.isReversed)
        case .accession: return sorted(rows, by: accessions, isReversed: order.isReversed)
        default:
            return Self.sorted(rows, keys: keys(column, moment, priors), isReversed: order.isReversed)
        }
    }

    /// Numbers that stand in the order of a column.
    private func keys(_ column: WorklistColumn, _ moment: ListMoment, _ priors: [Int64: Int]) -> [UInt64] {
        switch column {
        case .priority: priorities.map(UInt64.init)
        // The longest wait first.
        case .wait: received.map(Self.key)
        case .left: dueTimes(moment.targets).map(Self.key)
        case .modality: modalities.ranks()
        case .study: titles.ranks()
        case .bodyPart: bodyParts.ranks()
        case .site: sites.ranks()
        case .referrer: referrers.ranks()
        // The youngest first: born last.
        case .age: births.map { $0 == 0 ? .max : UInt64(99_999_999 - $0) }
        case .date: dates.map { $0 == 0 ? .max : UInt64(99_999_999 - $0) }
        case .images: images.map { $0 == 0 ? .max : UInt64(9_999_999 - min($0, 9_999_999)) }
        case .priors: studies.map { 9_999_999 - UInt64(priors[$0] ?? 0) }
        case .status: flags.map(Self.rank)
        case .patient, .accession: []
        }
    }

    private static func key(_ time: Int64) -> UInt64 { UInt64(bitPattern: time) ^ (1 << 63) }

    /// Trouble first, then what is begun, then what nobody has, then what others have, then what is done.
    private static func rank(_ flags: Flags) -> UInt64 {
        if flags.contains(.trouble) { return 0 }
        if flags.contains(.tell) { return 1 }
        if flags.contains(.draft) { return 2 }
        if flags.contains(.mine) { return 3 }
        if flags.contains(.signed) { return flags.contains(.unsent) ? 6 : 7 }
        return flags.contains(.claimed) ? 5 : 4
    }

    private static func sorted(_ rows: [Int], keys: [UInt64], isReversed: Bool) -> [Int] {
        var pairs = rows.enumerated().map { (key: keys[$1], place: UInt32($0)) }
        // What has nothing in the column comes last, whichever way round.
        if isReversed {
            for index in pairs.indices where pairs[index].key != .max { pairs[index].key = ~pairs[index].key - 1 }
        }
        pairs.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        return pairs.map { rows[Int($0.place)] }
    }

    private func sorted(_ rows: [Int], by column: TextColumn, isReversed: Bool) -> [Int] {
        let prefixes = column.prefixes()
        var pairs = rows.enumerated().map { (key: prefixes[$1], place: UInt32($0)) }
        pairs.sort { left, right in
            // No text has no first byte.
            if left.key == 0 || right.key == 0 {
                return left.key == right.key ? left.place < right.place : right.key == 0
            }
            if left.key != right.key { return (left.key < right.key) != isReversed }
            let order = column.compare(rows[Int(left.place)], rows[Int(right.place)])
            return order == 0 ? left.place < right.place : (order < 0) != isReversed
        }
        return pairs.map { rows[Int($0.place)] }
    }
}
