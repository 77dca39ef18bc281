public import Radiology

public struct WorklistState: Hashable, Sendable {
    public var query = WorklistQuery()
    /// The part of the list that is in memory.
    public var rows: [WorklistRow] = []
    /// The index of the first row in memory.
    public var offset = 0
    public var total = 0
    public var selected = 0
    /// The first row in sight.
    public var top = 0
    public var isFiltering = false
    public var isLoaded = false
    public var counts: [Worklist: Int] = [:]
    /// A window asked for and not come yet.
    var awaited: Range<Int>?
    /// What the rows in memory answer.
    private(set) var answered: WorklistQuery?

    /// Rows read at a time; half a window lies on either side of the cursor.
    static let window = 200

    public func row(at index: Int) -> WorklistRow? {
        rows.indices.contains(index - offset) ? rows[index - offset] : nil
    }

    public var selectedRow: WorklistRow? { row(at: selected) }

    /// Whether the rows in memory are those of another filter or list than the one now asked for. Nothing is chosen
    /// from them: the reader means a row that is not there yet.
    public var isBehind: Bool { isLoaded && answered != query }

    /// What happened to a study here, until the store is read again.
    mutating func note(_ status: ReadingStatus, on uid: StudyInstanceUID) {
        guard let index = rows.firstIndex(where: { $0.uid == uid }) else { return }
        rows[index].status = status
    }

    fileprivate mutating func fill(_ page: WorklistPage, answering query: WorklistQuery) {
        rows = page.rows
        offset = page.offset
        total = page.total
        isLoaded = true
        awaited = nil
        answered = query
    }

    /// What to read so that the cursor has rows around it.
    fileprivate var wantedOffset: Int { max(0, selected - WorklistState.window / 2) }

    fileprivate var needsRows: Bool {
        let near = max(0, selected - 60)...max(0, min(total - 1, selected + 60))
        let here = offset..<(offset + max(1, rows.count))
        if here.contains(near.lowerBound) && here.contains(near.upperBound) { return false }
        return !(awaited?.contains(selected) ?? false)
    }
}

extension WorkstationState {
    mutating func handle(_ message: WorklistMessage) -> [Effect] {
        switch message {
        case .selected(let index, let top):
            worklist.selected = max(0, min(index, worklist.total - 1))
            worklist.top = max(0, top)
            return worklist.needsRows ? reloadWorklist() : []
        case .tabChosen(let tab): return ask(for: WorklistQuery(worklist: tab, filter: worklist.query.filter))
        case .filterOpened: worklist.isFiltering = true
        case .filterTyped(let text): return ask(for: WorklistQuery(worklist: worklist.query.worklist, filter: text))
        case .filterKept: worklist.isFiltering = false
        case .filterCleared:
            worklist.isFiltering = false
            return ask(for: WorklistQuery(worklist: worklist.query.worklist))
        case .pageLoaded(let query, let page): return take(page, for: query)
        case .countsLoaded(let counts): worklist.counts = counts
        case .studyChosen, .reportChosen, .nextChosen, .communicationChosen, .claimChosen: return choose(message)
        }
        return []
    }

    private mutating func choose(_ message: WorklistMessage) -> [Effect] {
        guard !worklist.isBehind else {
            system.say("The list is still being read.")
            return []
        }
        switch message {
        case .studyChosen: return open(worklist.selectedRow, reporting: false)
        case .reportChosen: return open(worklist.selectedRow, reporting: true)
        case .nextChosen: return openNext(after: nil)
        case .claimChosen: return toggleClaim(worklist.selectedRow)
        case .communicationChosen: openCommunication()
        default: break
        }
        return []
    }

    mutating func reloadWorklist() -> [Effect] {
        let offset = worklist.wantedOffset
        worklist.awaited = offset..<(offset + WorklistState.window)
        return [.loadWorklist(worklist.query, offset: offset, limit: WorklistState.window)]
    }

    private mutating func ask(for query: WorklistQuery) -> [Effect] {
        worklist.query = query
        worklist.selected = 0
        worklist.top = 0
        return reloadWorklist()
    }

    /// Takes the rows that came. The cursor stays on its study, wherever that is now.
    private mutating func take(_ page: WorklistPage, for query: WorklistQuery) -> [Effect] {
        // An answer to a question that was changed meanwhile.
        guard query == worklist.query else { return [] }
        // Of another filter's rows none is followed: the best match comes first.
        let before = worklist.isLoaded && !worklist.isBehind ? worklist.selectedRow?.uid : nil
        worklist.fill(page, answering: query)
        if let before, let index = page.rows.firstIndex(where: { $0.uid == before }) {
            let moved = index + page.offset - worklist.selected
            worklist.selected += moved
            worklist.top = max(0, worklist.top + moved)
        }
        worklist.selected = max(0, min(worklist.selected, page.total - 1))
        if let study, let row = page.rows.first(where: { $0.uid == study.uid }) { self.study?.bundle?.row = row }
        return worklist.total > 0 && worklist.selectedRow == nil ? reloadWorklist() : []
    }

    mutating func open(_ row: WorklistRow?, reporting: Bool) -> [Effect] {
        guard let row else {
            system.say("Nothing is selected.")
            return []
        }
        study = StudyState(row: row)
        screen = .study
        if reporting, takeUpLeft(row.uid) { return [.openStudy(row.uid, reporting: false)] }
        study?.isOpeningReport = reporting
        return [.openStudy(row.uid, reporting: reporting)]
    }

    /// The read-and-next loop: the most urgent study nobody reads.
    mutating func openNext(after uid: StudyInstanceUID?) -> [Effect] {
        let next = worklist.rows.firstIndex { $0.uid != uid && ($0.status == .unread || $0.status == .claimed) }
        guard let next else {
            screen = .worklist
            // Of a long list only a part is in memory; what is not there is not said to be read.
            let isWhole = worklist.rows.count == worklist.total
            system.say(
                isWhole ? "No unread study is left in this list." : "No unread study here; 4 lists the unclaimed.")
            return reloadWorklist()
        }
        // Back in the list, the cursor is where the reading got to.
        worklist.selected = worklist.offset + next
        return open(worklist.rows[next], reporting: true)
    }

    mutating func toggleClaim(_ row: WorklistRow?) -> [Effect] {
        guard let row else { return [] }
        if case .readBy(let name) = row.status {
            system.say("\(name) is reading this study.", .warning)
            return []
        }
        return row.item.claim?.transaction == nil ? [.claim(row.uid)] : [.release(row.uid)]
    }
}
