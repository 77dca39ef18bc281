import CentralServer
import CursesTerminal
import Foundation
import Radiology
import Wording

/// What `config.toml` says.
struct Configuration {
    struct Server {
        var settings: ServerSettings
        var showsWorklist: Bool
        var takesReports: Bool
    }

    var reader: Reader
    var servers: [Server]
    var worklist = WorklistSettings()
    var theme: String
    var keymap = "default"
    /// What the screens are written in.
    var screenLanguage = Language.ofLocale()
    /// The tag of reports in the site's language (RFC 5646).
    var reportLanguage: String
    var templates = TemplateSettings()
    var security = SecuritySettings()
    /// What the reader's terminal may be asked for.
    var terminal = TerminalExtras()
    var viewer = ViewerSettings()

    /// Where the worklist, the studies and their priors come from.
    var worklistServer: Server? { servers.first { $0.showsWorklist } }

    var reportServers: [Server] { servers.filter(\.takesReports) }

    var destinations: [DestinationName] { reportServers.map(\.settings.name) }

    init(
        reader: Reader, servers: [Server], pollInterval: Double = 30, theme: String = "dark",
        reportLanguage: String = "en-US"
    ) {
        self.reader = reader
        self.servers = servers
        worklist.pollInterval = pollInterval
        self.theme = theme
        self.reportLanguage = reportLanguage
    }

    init(path: String) throws(FileProblem) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw FileProblem(
                file: path, line: nil,
                what: "is not there. Run 'readroom config init' to make one, or 'readroom demo' to try without.")
        }
        let document = try TOMLDocument(path: path)
        try self.init(document)
    }

    init(_ document: TOMLDocument) throws(FileProblem) {
        let known = [
            "reader", "server", "worklist", "list", "site", "screen", "templates", "template_rule", "security",
            "terminal", "viewer",
        ]
        if let stray = document.root.keys.filter({ !known.contains($0) }).sorted().first {
            throw document.problem("[\(stray)] is not a part; it knows \(known.joined(separator: ", "))", key: stray)
        }
        reader = try Configuration.reader(document)
        servers = []
        let tables = document.root["server"] as? [[String: Any]] ?? []
        for (index, table) in tables.enumerated() {
            servers.append(try Configuration.server(document, table, index))
        }
        guard !servers.isEmpty else {
            throw FileProblem(
                file: document.file, line: nil, what: "has no [[server]]: there is nowhere to file a report")
        }
        let names = servers.map(\.settings.name)
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw document.problem("two servers are called \(names[twice])", key: "name", occurrence: twice)
        }
        guard servers.contains(where: \.takesReports) else {
            throw document.problem("no server takes reports; give one the role \"reports\"", key: "roles")
        }
        worklist = try WorklistSettings(document)
        var screen = TOMLReader(document, table: document.root["screen"] as? [String: Any] ?? [:], name: "screen")
        theme = try screen.text("theme") ?? "dark"
        keymap = try screen.text("keymap") ?? "default"
        screenLanguage = try Language(&screen)
        try screen.finish()
        terminal = try Configuration.terminal(document)
        viewer = try ViewerSettings(document)
        reportLanguage = "en-US"
        templates = try TemplateSettings(document)
        security = try SecuritySettings(document)
    }

    private static func terminal(_ document: TOMLDocument) throws(FileProblem) -> TerminalExtras {
        let table = document.root["terminal"] as? [String: Any] ?? [:]
        var reader = TOMLReader(document, table: table, name: "terminal")
        let extras = TerminalExtras(
            clipboard: try reader.flag("clipboard") ?? false, links: try reader.flag("links") ?? false)
        try reader.finish()
        return extras
    }

    private static func reader(_ document: TOMLDocument) throws(FileProblem) -> Reader {
        guard let table = document.root["reader"] as? [String: Any] else {
            throw FileProblem(file: document.file, line: nil, what: "has no [reader]: who signs?")
        }
        var reader = TOMLReader(document, table: table, name: "reader")
        guard let name = PersonName(dicom: try reader.required("name")) else {
            throw reader.problem("reader.name must be like \"Roe^Rita\"", "name")
        }
        let organization = try reader.required("organization")
        var identification: CodedConcept?
        if let code = try reader.text("code") {
            identification = CodedConcept(code, try reader.text("code_scheme") ?? "99LOCAL", name.spoken)
        }
        try reader.finish()
        return Reader(name: name, organization: organization, identification: identification)
    }

    private static func server(
        _ document: TOMLDocument, _ table: [String: Any], _ index: Int
    ) throws(FileProblem) -> Server {
        var reader = TOMLReader(document, table: table, name: "server", occurrence: index)
        guard let name = DestinationName(rawValue: try reader.required("name")) else {
            throw reader.problem("server.name is empty", "name")
        }
        var url = try reader.required("url")
        while url.hasSuffix("/") { url.removeLast() }
        guard let parsed = URL(string: url), ["http", "https"].contains(parsed.scheme ?? ""), parsed.host != nil else {
            throw reader.problem("server.url must begin with http:// or https://", "url")
        }
        guard parsed.user == nil, parsed.password == nil else {
            throw reader.problem("server.url must hold no password; use user and password_file", "url")
        }
        var settings = ServerSettings(name: name, baseURL: url, timeZone: .current)
        settings.credentials = try Credentials(&reader)
        settings.certificateAuthorityFile = try reader.text("ca_file").map(Paths.expanded)
        if let file = settings.certificateAuthorityFile, !FileManager.default.isReadableFile(atPath: file) {
            throw reader.problem("server.ca_file \(file) cannot be read", "ca_file")
        }
        settings.timeout = try reader.number("timeout", in: 1...600) ?? 30
        settings.worklistDays = try reader.number("days", in: 1...60) ?? 3
        settings.defaultIssuer = try reader.text("issuer").flatMap(IssuerOfPatientID.init(rawValue:))
        let roles = try reader.texts("roles") ?? ["worklist", "reports"]
        if let stray = roles.first(where: { !["worklist", "reports"].contains($0) }) {
            throw reader.problem("server.roles knows \"worklist\" and \"reports\", not \"\(stray)\"", "roles")
        }
        try reader.finish()
        return Server(
            settings: settings, showsWorklist: roles.contains("worklist"), takesReports: roles.contains("reports"))
    }
}

extension Language {
    /// `language` below `[screen]`; without it what the locale says.
    init(_ reader: inout TOMLReader) throws(FileProblem) {
        guard let code = try reader.text("language") else {
            self = .ofLocale()
            return
        }
        guard let language = Language(rawValue: code) else {
            let known = Language.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " and ")
            throw reader.problem("screen.language knows \(known), not \"\(code)\"", "language")
        }
        self = language
    }

    /// The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as for every program (POSIX, Base Definitions 8.2).
    static func ofLocale(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Language {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        return Language(locale: names.first { !$0.isEmpty } ?? "")
    }
}

extension Credentials {
    /// Secrets stand in files of their own that nobody else can read, never in the configuration, argv or environment.
    init(_ reader: inout TOMLReader) throws(FileProblem) {
        if let file = try reader.text("token_file") {
            self = .bearer(token: try Credentials.secret(file, "token_file", reader))
        } else if let user = try reader.text("user") {
            let file = try reader.required("password_file")
            self = .basic(user: user, password: try Credentials.secret(file, "password_file", reader))
        } else {
            self = .none
        }
    }

    private static func secret(_ file: String, _ key: String, _ reader: TOMLReader) throws(FileProblem) -> String {
        let path = Paths.expanded(file)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int, let data = FileManager.default.contents(atPath: path)
        else { throw reader.problem("server.\(key) \(path) cannot be read", key) }
        guard mode & 0o077 == 0 else {
            throw reader.problem("server.\(key) \(path) can be read by others; run: chmod 600 \(path)", key)
        }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension TimeZoneOffset {
    static var current: TimeZoneOffset { TimeZoneOffset(seconds: TimeZone.current.secondsFromGMT()) }
}
