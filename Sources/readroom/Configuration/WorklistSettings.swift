import Foundation
import Radiology
import Wording
import Workstation

/// What the configuration says of the worklist: how often it is asked for, its columns and order, the reader's own
/// lists, and what was agreed with each site.
struct WorklistSettings {
    /// Seconds between looks at the worklist.
    var pollInterval = 30.0
    var columns = ChosenColumns.usual
    var order = WorklistOrder.urgency
    var lists: [SavedList] = []
    var targets = ReadingTargets()

    init() {}

    init(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(
            document, table: document.root["worklist"] as? [String: Any] ?? [:], name: "worklist")
        pollInterval = Double(try reader.number("poll", in: 5...3600) ?? 30)
        if let names = try reader.texts("columns") {
            columns = ChosenColumns(try WorklistSettings.columns(names, reader))
        }
        if let text = try reader.text("sort") { order = try WorklistSettings.order(text, "sort", reader) }
        try reader.finish()
        lists = try WorklistSettings.lists(document)
        targets = try WorklistSettings.targets(document)
    }

    static func columns(_ names: [String], _ reader: TOMLReader) throws(FileProblem) -> [WorklistColumn] {
        var columns: [WorklistColumn] = []
        for name in names {
            guard let column = WorklistColumn(rawValue: name), !columns.contains(column) else {
                let known = WorklistColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw reader.problem("columns holds \"\(name)\"; each of these once: \(known)", "columns")
            }
            columns.append(column)
        }
        return columns
    }

    private static func order(
        _ text: String, _ key: String, _ reader: TOMLReader
    ) throws(FileProblem) -> WorklistOrder {
        guard let order = WorklistOrder(text: text) else {
            throw reader.problem(
                "\(reader.name).\(key) \"\(text)\" is not a column; use its name, -name for the other way, or urgency",
                key)
        }
        return order
    }

    /// The tables `[[list]]` of a document.
    static func lists(_ document: TOMLDocument) throws(FileProblem) -> [SavedList] {
        var lists: [SavedList] = []
        for index in listTables(document).indices { lists.append(try list(index, of: document)) }
        return lists
    }

    static func listTables(_ document: TOMLDocument) -> [[String: Any]] {
        document.root["list"] as? [[String: Any]] ?? []
    }

    static func list(_ index: Int, of document: TOMLDocument) throws(FileProblem) -> SavedList {
        var reader = TOMLReader(document, table: listTables(document)[index], name: "list", occurrence: index)
        let name = try reader.required("name")
        let filter = try reader.text("filter") ?? ""
        let order = try reader.text("sort").map { text throws(FileProblem) in
            try WorklistSettings.order(text, "sort", reader)
        }
        let tab = try reader.text("tab").map { text throws(FileProblem) in try WorklistSettings.tab(text, reader) }
        try reader.finish()
        let problems = WorklistFilter(filter, today: CalendarDate(daysSince1970: 0)).problems
        if let problem = problems.first {
            throw reader.problem("list.filter: \(Wording(recognised: problem))", "filter")
        }
        let query = WorklistQuery(worklist: tab ?? .all, filter: filter, order: order ?? .urgency)
        return SavedList(name: name, query: query)
    }

    private static func tab(_ text: String, _ reader: TOMLReader) throws(FileProblem) -> Worklist {
        guard let tab = Worklist(name: text) else {
            let known = Worklist.tabs.map(\.name).joined(separator: ", ")
            throw reader.problem("list.tab is one of \(known)", "tab")
        }
        return tab
    }

    private static func targets(_ document: TOMLDocument) throws(FileProblem) -> ReadingTargets {
        var bySite: [String: [Priority: Int]] = [:]
        for (index, table) in (document.root["site"] as? [[String: Any]] ?? []).enumerated() {
            var reader = TOMLReader(document, table: table, name: "site", occurrence: index)
            let name = try reader.required("name")
            for priority in Priority.allCases {
                bySite[name, default: [:]][priority] = try reader.number(priority.name, in: 1...10_080)
            }
            try reader.finish()
        }
        return ReadingTargets(bySite: bySite)
    }
}
