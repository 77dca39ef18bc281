public import Radiology
public import Wording

public struct WorklistState: Hashable, Sendable {
    public var query = WorklistQuery()
    /// The part of the list that is in memory.
    public var rows: [WorklistRow] = [] {
        didSet { countWaiting() }
    }
    /// How many of the rows in memory before each one wait to be read here.
    private(set) var waitingBefore: [Int] = []
    /// The index of the first row in memory.
    public var offset = 0
    public var total = 0
    public var selected = 0
    /// The first row in sight.
    public var top = 0
    public var isFiltering = false
    public var isLoaded = false
    public var counts: [Worklist: Int] = [:]
    /// Whether they were counted since the server was first heard.
    var hasCurrentCounts = false
    /// Lists the reader has of their own, and which list is in front, where it has a name.
    public var saved: [SavedList] = []
    public var savedName: String?
    /// Why not all lists that were kept are here.
    public var savedProblem: Wording?
    /// How many rows the lists of the dialog have.
    public var savedCounts: [SavedList: Int] = [:]
    /// What the listed studies hold, for completion.
    public var values: [WorklistFilter.Key: [String]] = [:]
    public var columns = ChosenColumns.usual
    var columnsAtStart = ChosenColumns.usual
    /// Whether the cursor stays on its study while the list changes under it, or on its line.
    public var follows = true
    /// Whether another study came under the cursor than the reader put it on, and nothing was pressed since.
    var isDisplaced = false
    /// What the reader did something to just now: that it leaves a list then is no surprise.
    var actedOn: StudyInstanceUID?
    var actedAt = Instant(millisecondsSince1970: 0)
    static let actTakes = 5.0
    /// Not now; the loop comes to them last.
    public internal(set) var skipped: Set<StudyInstanceUID> = []
    /// Minutes the last reports took.
    var paces: [Double] = []
    var seeking: Seeking?
    /// When the cursor will have rested long enough to say more about its study.
    var restedAt = Instant(millisecondsSince1970: 0)
    /// Over a slow line each step would otherwise send two lines that nobody reads.
    static let rest = 0.12
    /// A window asked for and not come yet.
    var awaited: Range<Int>?
    /// What the rows in memory answer.
    private(set) var answered: WorklistQuery?

    /// Rows read at a time; half a window lies on either side of the cursor.
    static let window = 300
    /// Rows read of a list that was just asked for: a key typed into the filter waits for them.
    static let firstWindow = 120

    public func row(at index: Int) -> WorklistRow? {
        rows.indices.contains(index - offset) ? rows[index - offset] : nil
    }

    public var selectedRow: WorklistRow? { row(at: selected) }

    /// Whether the rows in memory are those of another filter or list than the one now asked for. Nothing is chosen
    /// from them: the reader means a row that is not there yet.
    public var isBehind: Bool { isLoaded && answered != query }

    /// Whether the next study to read is being looked for.
    public var isSeeking: Bool { seeking != nil }

    /// Shows these columns, as the configuration says.
    public mutating func use(_ columns: ChosenColumns) {
        self.columns = columns
        columnsAtStart = columns
    }

    /// What happened to a study here, until the store is read again.
    mutating func note(_ status: ReadingStatus, on uid: StudyInstanceUID) {
        guard let index = rows.firstIndex(where: { $0.uid == uid }) else { return }
        rows[index].status = status
    }

    private mutating func countWaiting() {
        var count = 0
        waitingBefore = rows.map { row in
            defer { if row.status == .unread || row.status == .claimed { count += 1 } }
            return count
        }
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
        let near = max(0, selected - 100)...max(0, min(total - 1, selected + 100))
        let here = offset..<(offset + max(1, rows.count))
        if here.contains(near.lowerBound) && here.contains(near.upperBound) { return false }
        return !(awaited?.contains(selected) ?? false)
    }
}

extension WorkstationState {
    mutating func handle(_ message: WorklistMessage) -> [Effect] {
        switch message {
        case .selected(let index, let top):
            worklist.restedAt = system.now.adding(seconds: WorklistState.rest)
            worklist.selected = max(0, min(index, worklist.total - 1))
            worklist.isDisplaced = false
            worklist.top = max(0, top)
            return worklist.needsRows ? reloadWorklist() : []
        case .tabChosen(let tab): return ask { $0.worklist = tab }
        case .filterOpened:
            worklist.isFiltering = true
            return [.loadListValues]
        case .filterTyped(let text): return ask { $0.filter = text }
        case .filterCompleted: return worklist.completed.map { text in ask { $0.filter = text } } ?? []
        case .filterKept: worklist.isFiltering = false
        case .filterCleared: return clearFilter()
        case .pageLoaded(let query, let page): return take(page, for: query)
        case .countsLoaded(let counts): take(counts)
        case .listsOpened: return openLists()
        case .listValuesLoaded(let values):
            worklist.values = values
            return [.countLists(worklist.countedLists)]
        case .listsCounted(let counts): worklist.savedCounts = counts
        case .followToggled:
            worklist.follows.toggle()
            system.say(
                worklist.follows
                    ? "The cursor stays on its study when the list changes."
                    : "The cursor stays on its line when the list changes.")
        case .statAsked: return readSTAT()
        case .statFound(let row): return foundSTAT(row)
        case .cameBack: return comeBack()
        case .studyChosen, .reportChosen, .nextChosen, .communicationChosen, .claimChosen, .skipped:
            return choose(message)
        }
        return []
    }

    /// A new STAT is worth a line, whatever screen is in front.
    private mutating func take(_ counts: [Worklist: Int]) {
        let before = worklist.hasCurrentCounts ? worklist.counts[.stat] : nil
        worklist.counts = counts
        // What was there when the server was first heard is not news.
        worklist.hasCurrentCounts = system.lastSync != nil
        guard let before, let now = counts[.stat], now > before else { return }
        system.say(now - before == 1 ? "A STAT study came." : "\(now - before) STAT studies came.", .warning)
    }

    /// First the filter goes, then an order of its own.
    private mutating func clearFilter() -> [Effect] {
        worklist.isFiltering = false
        let query = worklist.query
        if query.filter.isEmpty, query.order != .urgency { return ask { $0.order = .urgency } }
        // With nothing to clear the cursor stays where it is.
        return query.filter.isEmpty && worklist.savedName == nil ? [] : ask { $0.filter = "" }
    }

    private mutating func choose(_ message: WorklistMessage) -> [Effect] {
        guard !worklist.isBehind else {
            system.say("The list is still being read.")
            return []
        }
        if message != .nextChosen, tellsDisplacement() { return [] }
        if message == .claimChosen || message == .communicationChosen { noteAct() }
        switch message {
        case .studyChosen: return open(worklist.selectedRow, reporting: false)
        case .reportChosen: return open(worklist.selectedRow, reporting: true)
        case .nextChosen: return openNext(after: nil)
        case .skipped: return skip()
        case .claimChosen: return toggleClaim(worklist.selectedRow)
        case .communicationChosen: openCommunication()
        default: break
        }
        return []
    }

    /// The study under the cursor may leave the list by the reader's own hand, as what was signed or claimed does.
    mutating func noteAct() { (worklist.actedOn, worklist.actedAt) = (worklist.selectedRow?.uid, system.now) }

    /// The first key after another study came under the cursor was meant for the one before, and only says so.
    mutating func tellsDisplacement() -> Bool {
        guard worklist.isDisplaced else { return false }
        worklist.isDisplaced = false
        system.say("Another study came under the cursor. The same key again takes it.", .warning)
        return true
    }

    /// Another study than before may be under the cursor of whoever looks at the list.
    private mutating func noteDisplacement(from before: StudyInstanceUID?) {
        guard screen == .worklist, let before, let now = worklist.selectedRow?.uid, now != before else { return }
        let sinceAct = system.now.seconds(since: worklist.actedAt)
        if before == worklist.actedOn, sinceAct < WorklistState.actTakes { return }
        worklist.isDisplaced = true
        let isThere = worklist.rows.contains { $0.uid == before }
        system.say(
            isThere
                ? "The list moved: the cursor is on another study." : "The study the cursor was on has left this list.",
            .warning)
    }

    /// - Parameter following: whether the cursor's study is to be among the rows, wherever it went.
    mutating func reloadWorklist(following: Bool = true) -> [Effect] {
        let offset = worklist.wantedOffset
        worklist.awaited = offset..<(offset + WorklistState.window)
        let followed = following && worklist.follows && !worklist.isBehind ? worklist.selectedRow?.uid : nil
        return [.loadWorklist(worklist.query, offset: offset, limit: WorklistState.window, around: followed)]
    }

    mutating func ask(for query: WorklistQuery) -> [Effect] {
        worklist.savedName = nil
        worklist.query = query
        worklist.selected = 0
        worklist.top = 0
        worklist.isDisplaced = false
        worklist.seeking = nil
        worklist.restedAt = system.now
        worklist.awaited = 0..<WorklistState.firstWindow
        return [.loadWorklist(query, offset: 0, limit: WorklistState.firstWindow, around: nil)]
    }

    private mutating func ask(_ change: (inout WorklistQuery) -> Void) -> [Effect] {
        var query = worklist.query
        change(&query)
        return ask(for: query)
    }

    /// Takes the rows that came. The cursor stays on its study, wherever that is now.
    private mutating func take(_ page: WorklistPage, for query: WorklistQuery) -> [Effect] {
        // An answer to a question that was changed meanwhile.
        guard query == worklist.query else { return [] }
        // Of another filter's rows none is followed: the best match comes first.
        let isSameList = worklist.isLoaded && !worklist.isBehind && worklist.seeking == nil
        let before = isSameList ? worklist.selectedRow?.uid : nil
        worklist.fill(page, answering: query)
        if worklist.follows, let before, let index = page.rows.firstIndex(where: { $0.uid == before }) {
            let moved = index + page.offset - worklist.selected
            worklist.selected += moved
            worklist.top = max(0, worklist.top + moved)
        }
        worklist.selected = max(0, min(worklist.selected, page.total - 1))
        noteDisplacement(from: before)
        if let study, let row = page.rows.first(where: { $0.uid == study.uid }) { self.study?.bundle?.row = row }
        if worklist.isSeeking { return seekOn() }
        return worklist.total > 0 && worklist.selectedRow == nil ? reloadWorklist() : []
    }

    mutating func open(_ row: WorklistRow?, reporting: Bool) -> [Effect] {
        guard let row else {
            system.say("Nothing is selected.")
            return []
        }
        // From the library a report may still be open below: its text goes to the store, and stays in memory until then.
        let leaving = editor == nil ? [] : leaveReport(to: .worklist, saying: nil)
        worklist.isDisplaced = false
        study = StudyState(row: row)
        screen = .study
        if reporting, takeUpLeft(row.uid) { return leaving + [.openStudy(row.uid, reporting: false)] }
        study?.isOpeningReport = reporting
        return leaving + [.openStudy(row.uid, reporting: reporting)]
    }

    mutating func toggleClaim(_ row: WorklistRow?) -> [Effect] {
        guard let row else {
            system.say("Nothing is selected.")
            return []
        }
        if case .readBy(let name) = row.status {
            system.say("\(name) is reading this study.", .warning)
            return []
        }
        return row.item.claim?.transaction == nil ? [.claim(row.uid)] : [.release(row.uid)]
    }
}
