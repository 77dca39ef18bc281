import Foundation
import Radiology
import Wording
import Workstation

/// What was kept from the screen: lists, and which columns they show; in a file of their own beside the configuration.
struct KeptLists {
    var lists: [SavedList] = []
    /// `nil`: as the configuration says.
    var columns: [WorklistColumn]?
    /// What could not be understood. It is left out and nothing else with it: no list may keep the program from starting.
    private(set) var problems: [FileProblem] = []

    init(_ paths: Paths) {
        guard FileManager.default.fileExists(atPath: paths.listsFile) else { return }
        do {
            let document = try TOMLDocument(path: paths.listsFile)
            readLists(document)
            try readColumns(document)
        } catch {
            problems.append(error)
        }
    }

    private mutating func readLists(_ document: TOMLDocument) {
        for index in WorklistSettings.listTables(document).indices {
            do {
                lists.append(try WorklistSettings.list(index, of: document))
            } catch {
                problems.append(error)
            }
        }
    }

    private mutating func readColumns(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(document, table: document.root.filter { $0.key != "list" }, name: "lists")
        if let names = try reader.texts("columns") { columns = try WorklistSettings.columns(names, reader) }
        try reader.finish()
    }

    /// Writes the file anew, unless it holds something that is not understood here: that would be lost.
    func write(_ paths: Paths) throws {
        if let problem = problems.first { throw problem }
        let chosen = columns.map {
            "columns = [\($0.map { KeptLists.quoted($0.rawValue) }.joined(separator: ", "))]\n\n"
        }
        let tables = lists.map { list in
            """
            [[list]]
            name = \(KeptLists.quoted(list.name))
            tab = \(KeptLists.quoted(list.query.worklist.name))
            filter = \(KeptLists.quoted(list.query.filter))
            sort = \(KeptLists.quoted(list.query.order.text))

            """
        }
        let text = "# Kept from the screen (L and |). Edit or delete it here.\n\n"
        try Paths.makePrivateFolder(paths.configuration)
        // Written beside and renamed, so that a full disk leaves the old one.
        try Data((text + (chosen ?? "") + tables.joined(separator: "\n")).utf8)
            .write(to: URL(fileURLWithPath: paths.listsFile), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: paths.listsFile)
    }

    /// A TOML basic string.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: " "
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
