public import Radiology
import Wording

/// A filter and an order under a name: the reader's own, from the configuration or kept from the screen.
public struct SavedList: Hashable, Sendable {
    public var name: String
    public var filter: String
    public var order: WorklistOrder

    public init(name: String, filter: String, order: WorklistOrder = .urgency) {
        self.name = name
        self.filter = filter
        self.order = order
    }
}

/// One line of the dialog that offers lists.
public enum ListChoice: Hashable, Sendable {
    case tab(Worklist)
    /// Kept by the reader, or made of the sites and subspecialties there are.
    case saved(SavedList)
    /// The filter that is on, to be kept under the name that was typed.
    case keep(String)
}

extension WorklistState {
    /// Every list there is: tabs, the reader's own, sites, subspecialties.
    public func choices(matching typed: String) -> [ListChoice] {
        let tabs = Worklist.allCases.map(ListChoice.tab)
        let sites = (values[.site] ?? []).prefix(60).map { site in
            SavedList(name: site, filter: "site:\"\(site.replacing("\"", with: ""))\"")
        }
        let groups = Subspecialty.allCases.map { SavedList(name: $0.rawValue, filter: "spec:\($0.rawValue)") }
        let all = tabs + (saved + sites + groups).map(ListChoice.saved)
        let wanted = typed.lowercased()
        guard !wanted.isEmpty else { return all }
        let found = all.filter { $0.name.lowercased().contains(wanted) }
        return query.filter.isEmpty ? found : found + [.keep(typed)]
    }

    /// The lists of the dialog whose rows have to be counted.
    var countedLists: [SavedList] {
        choices(matching: "").compactMap { if case .saved(let list) = $0 { list } else { nil } }
    }
}

extension ListChoice {
    /// What it is called, in the words of the filter; screens have better ones for the tabs.
    public var name: String {
        switch self {
        case .tab(let worklist): "\(worklist)"
        case .saved(let list): list.name
        case .keep(let name): name
        }
    }
}

extension WorkstationState {
    mutating func openLists() -> [Effect] {
        guard overlay == nil else { return [] }
        overlay = .lists(Finder())
        return [.loadListValues]
    }

    mutating func handle(_ message: DialogMessage, lists picker: Finder) -> [Effect] {
        var picker = picker
        let choices = worklist.choices(matching: picker.typed)
        switch message {
        case .cancelled:
            overlay = nil
            return []
        case .confirmed:
            overlay = nil
            return choices.indices.contains(picker.selected) ? choose(choices[picker.selected]) : []
        case .moved, .typed, .erased:
            picker.take(message, of: choices.count)
            overlay = .lists(picker)
            return []
        }
    }

    private mutating func choose(_ choice: ListChoice) -> [Effect] {
        switch choice {
        case .tab(let tab): return ask(for: WorklistQuery(worklist: tab))
        case .saved(let list):
            let effects = ask(for: WorklistQuery(filter: list.filter, order: list.order))
            worklist.savedName = list.name
            return effects
        case .keep(let typed):
            let name = Draft.clean(typed).trimming()
            guard !name.isEmpty else { return [] }
            let today = system.now.local(system.timeZone).date
            if let problem = worklist.problems(today: today).first {
                system.say("Not kept: \(Wording(recognised: problem))", .warning)
                return []
            }
            let list = SavedList(name: name, filter: worklist.query.filter, order: worklist.query.order)
            worklist.saved.removeAll { $0.name == name }
            worklist.saved.append(list)
            worklist.savedName = name
            return [.saveList(list)]
        }
    }
}

extension String {
    fileprivate func trimming() -> String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
