public import Radiology

/// Which columns the worklist shows, from left to right, and the dialog that changes them.
public struct ChosenColumns: Hashable, Sendable {
    public private(set) var shown: [WorklistColumn]
    private var hidden: [WorklistColumn]

    /// What a reader looks at first; the rest comes in the dialog.
    public static let usual = ChosenColumns([
        .priority, .wait, .left, .modality, .study, .bodyPart, .patient, .age, .accession, .priors, .site, .status,
    ])

    public init(_ shown: [WorklistColumn]) {
        // Without the patient nobody could tell the rows apart.
        let all = shown.contains(.patient) ? shown : shown + [.patient]
        self.shown = all
        hidden = WorklistColumn.allCases.filter { !all.contains($0) }
    }

    /// The lines of the dialog: what is shown, then what is not.
    public var lines: [WorklistColumn] { shown + hidden }

    public mutating func toggle(_ column: WorklistColumn) {
        if let index = hidden.firstIndex(of: column) {
            hidden.remove(at: index)
            shown.append(column)
        } else if column != .patient, let index = shown.firstIndex(of: column) {
            shown.remove(at: index)
            hidden.insert(column, at: 0)
        }
    }

    /// - Returns: its new place; the same where it cannot go there.
    @discardableResult
    public mutating func move(_ column: WorklistColumn, by delta: Int) -> Int {
        guard let index = shown.firstIndex(of: column) else { return lines.firstIndex(of: column) ?? 0 }
        let target = max(0, min(index + delta, shown.count - 1))
        shown.remove(at: index)
        shown.insert(column, at: target)
        return target
    }
}

extension WorkstationState {
    mutating func handle(_ message: ColumnMessage) -> [Effect] {
        guard case .columns(let selected) = overlay else { return changeOrder(message) }
        let lines = worklist.columns.lines
        let column = lines[max(0, min(selected, lines.count - 1))]
        switch message {
        case .opened: break
        case .moved(let delta): overlay = .columns(max(0, min(selected + delta, lines.count - 1)))
        case .toggled:
            worklist.columns.toggle(column)
            overlay = .columns(worklist.columns.lines.firstIndex(of: column) ?? selected)
        case .shifted(let delta): overlay = .columns(worklist.columns.move(column, by: delta))
        case .sorted: return order(worklist.query.order.choosing(column))
        case .nextSort, .previousSort, .reversed: return changeOrder(message)
        case .closed:
            overlay = nil
            guard worklist.columns != worklist.columnsAtStart else { return [] }
            worklist.use(worklist.columns)
            return [.saveColumns(worklist.columns.shown)]
        }
        return []
    }

    private mutating func changeOrder(_ message: ColumnMessage) -> [Effect] {
        let current = worklist.query.order
        switch message {
        case .opened:
            if overlay == nil { overlay = .columns(0) }
            return []
        case .reversed: return order(WorklistOrder(current.column, isReversed: !current.isReversed))
        case .nextSort: return order(stepped(by: 1))
        case .previousSort: return order(stepped(by: -1))
        case .moved, .toggled, .shifted, .sorted, .closed: return []
        }
    }

    /// The columns in their order on the screen, and urgency before the first of them.
    private func stepped(by delta: Int) -> WorklistOrder {
        let stops = [nil] + worklist.columns.shown.map(Optional.some)
        let index = stops.firstIndex(of: worklist.query.order.column) ?? 0
        return WorklistOrder(stops[(index + delta + stops.count) % stops.count])
    }

    private mutating func order(_ order: WorklistOrder) -> [Effect] {
        var query = worklist.query
        query.order = order
        let name = worklist.savedName
        let effects = ask(for: query)
        worklist.savedName = name
        return effects
    }
}
