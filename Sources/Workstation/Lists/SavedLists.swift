public import Radiology
public import Wording

/// What is asked for under a name: the reader's own, from the configuration or kept from the screen.
public struct SavedList: Hashable, Sendable {
    public var name: String
    public var query: WorklistQuery

    public init(name: String, query: WorklistQuery) {
        self.name = name
        self.query = query
    }

    init(name: String, filter: String) {
        self.init(name: name, query: WorklistQuery(filter: filter))
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
    ///
    /// While a filter is on, a name that is nobody's keeps it, and a part of one opens nothing by accident.
    public func choices(matching typed: String, in language: Language) -> [ListChoice] {
        let tabs = Worklist.allCases.map(ListChoice.tab)
        let sites = (values[.site] ?? []).prefix(60).map { site in
            SavedList(name: site, filter: "site:\"\(site.replacing("\"", with: ""))\"")
        }
        let groups = Subspecialty.allCases.map { SavedList(name: $0.rawValue, filter: "spec:\($0.rawValue)") }
        let all = tabs + (saved + sites + groups).map(ListChoice.saved)
        let wanted = typed.trimming().lowercased()
        guard !wanted.isEmpty else { return all }
        func names(_ choice: ListChoice) -> [String] {
            [choice.name.english, choice.name.text(in: language)].map { $0.lowercased() }
        }
        let exact = all.filter { names($0).contains(wanted) }
        let others = all.filter { choice in
            let names = names(choice)
            return !names.contains(wanted) && names.contains { $0.contains(wanted) }
        }
        if query.filter.isEmpty { return exact + others }
        return exact.isEmpty ? [.keep(typed)] + others : exact + others + [.keep(typed)]
    }

    /// The lists of the dialog whose rows have to be counted.
    var countedLists: [SavedList] {
        choices(matching: "", in: .english).compactMap { if case .saved(let list) = $0 { list } else { nil } }
    }
}

extension Worklist {
    public var title: Wording {
        switch self {
        case .all: "All"
        case .stat: "STAT"
        case .mine: "Mine"
        case .unclaimed: "Unclaimed"
        case .drafts: "Drafts"
        case .unsent: "Unsent"
        case .signed: "Signed"
        case .tell: "Tell"
        case .unsigned: "Unsigned"
        }
    }
}

extension ListChoice {
    /// What it is called on the screen.
    public var name: Wording {
        switch self {
        case .tab(let worklist): worklist.title
        case .saved(let list): Wording(verbatim: list.name)
        case .keep(let name): Wording(verbatim: name)
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
        let choices = worklist.choices(matching: picker.typed, in: system.language)
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
            let effects = ask(for: list.query)
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
            let list = SavedList(name: name, query: worklist.query)
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
