/// The first row to show of a list, so that the selected row is on the screen and the list moves as little as it can.
///
/// - Parameters:
///   - count: rows in the list.
///   - selected: the row that must be seen; outside the list it is moved to its nearest end.
///   - height: rows on the screen.
///   - previousTop: what this function answered before.
public func scrollWindow(count: Int, selected: Int, height: Int, previousTop: Int) -> Int {
    guard count > 0, height > 0 else { return 0 }
    let row = min(max(0, selected), count - 1)
    let lastTop = max(0, count - height)
    let top = min(max(0, previousTop), lastTop)
    if row < top { return row }
    if row >= top + height { return min(lastTop, row - height + 1) }
    return top
}
