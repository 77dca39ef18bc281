import ArgumentParser
import CentralServer
import CursesTerminal
import Foundation
import LocalStore
import Sync

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check configuration, servers, store, terminal and invariants, and say what to do.",
        discussion:
            "Asks and reads; signs nothing, sends nothing, deletes nothing. Exit status 1 if something is wrong.")

    @Flag(help: "Only verify the audit: that no event was changed, removed or put in between.")
    var audit = false

    @OptionGroup var place: PlaceOptions

    func run() throws {
        if audit { return try AuditCommand.Verify.run(place) }
        try Exit.report {
            var doctor = Doctor(paths: place.paths)
            doctor.checkTerminal()
            if let configuration = doctor.checkConfiguration(place.configurationFile) {
                for server in configuration.servers { doctor.check(server.settings) }
            }
            doctor.checkTemplates()
            doctor.checkStore()
            Output.line(doctor.problems == 0 ? "All is well." : "\(doctor.problems) to look at.")
            return doctor.problems == 0 ? 0 : 1
        }
    }
}

struct Doctor {
    let paths: Paths
    private(set) var problems = 0
    private var security = SecuritySettings()

    init(paths: Paths) { self.paths = paths }

    private mutating func say(_ isWell: Bool, _ text: String) {
        if !isWell { problems += 1 }
        Output.line("\(isWell ? "ok   " : "WRONG") \(text)")
    }

    mutating func checkConfiguration(_ path: String) -> Configuration? {
        do {
            let configuration = try Configuration(path: path)
            say(true, "configuration \(path)")
            security = configuration.security
            _ = try Appearance.theme(configuration.theme, paths)
            _ = try Appearance.keymap(configuration.keymap, paths)
            return configuration
        } catch {
            say(false, "configuration: \(error)")
            return nil
        }
    }

    mutating func check(_ settings: ServerSettings) {
        do {
            let profile = try DICOMwebServer(settings: settings).probe()
            say(true, "server \(settings.name) at \(settings.baseURL), \(settings.credentials)")
            for line in profile.lines { Output.line("        \(line)") }
        } catch {
            say(false, "server \(settings.name) at \(settings.baseURL): \(error.sentence)")
        }
    }

    /// The reader's own templates and macros.
    mutating func checkTemplates() {
        let files = TemplateFiles(paths, site: [])
        for problem in files.problems { say(false, problem.description) }
        let count = files.templates.count + files.macros.count
        if count > 0, files.problems.isEmpty { say(true, "\(count) templates and macros of your own") }
    }

    mutating func checkStore() {
        guard FileManager.default.fileExists(atPath: paths.store) else {
            Output.line("ok    store: none yet; the first start makes \(paths.store)")
            return
        }
        do {
            let store = try StoreAccess(paths: paths, security: security, trustsAgent: true).open(mayMake: false)
            defer { store.close() }
            say(
                true, "store \(paths.store), journal wal, synchronous FULL, \(store.isSealed ? "sealed" : "NOT sealed")"
            )
            let copies = try store.copyCounts()
            say(true, "second copy: \(copies.copied) of \(copies.signed) signed versions")
            let broken = try store.brokenInvariants()
            for sentence in broken { say(false, "invariant: \(sentence)") }
            let counts = try store.outboxCounts()
            let parts = FilingState.allCases.map { "\($0.rawValue) \(counts[$0])" }
            let attention = counts[.rejected] + counts[.conflict]
            say(attention == 0, "outbox: signed \(counts.signed) = \(parts.joined(separator: " + "))")
            if attention > 0 {
                Output.line("        open the outbox (o) and look at the entries that say REJECTED or CONFLICT")
            }
            if broken.isEmpty { say(true, "invariants hold: signed versions, outbox sum, audit chain") }
        } catch {
            say(false, Exit.sentence(error))
        }
    }

    mutating func checkTerminal() {
        let environment = ProcessInfo.processInfo.environment
        let term = environment["TERM"] ?? ""
        do {
            let name = try CursesTerminal.usableName(for: term)
            say(
                true,
                name == term ? "terminal \(term)" : "terminal \(term) is unknown here; \(name) is used in its place")
        } catch {
            say(false, "terminal: \(error)")
        }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
        say(
            isUTF8,
            isUTF8
                ? "locale \(locale)"
                : "locale \"\(locale)\" is not UTF-8; names in other scripts need: export LC_ALL=C.UTF-8")
    }
}
