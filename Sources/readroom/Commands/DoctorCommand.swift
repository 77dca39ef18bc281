import ArgumentParser
import CentralServer
import CursesTerminal
import Foundation
import LocalStore
import Sync
import Wording

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
            if let configuration = doctor.checkConfiguration(place) {
                for server in configuration.servers { doctor.check(server.settings) }
            }
            doctor.checkTemplates()
            doctor.checkStore()
            Output.say(doctor.problems == 0 ? "All is well." : "\(doctor.problems) to look at.")
            return doctor.problems == 0 ? 0 : 1
        }
    }
}

struct Doctor {
    let paths: Paths
    private(set) var problems = 0
    private var security = SecuritySettings()

    init(paths: Paths) { self.paths = paths }

    private mutating func say(_ isWell: Bool, _ words: Wording) {
        if !isWell { problems += 1 }
        Output.say((isWell ? "ok   " : "WRONG") + Wording(verbatim: " ") + words)
    }

    mutating func checkConfiguration(_ place: PlaceOptions) -> Configuration? {
        do {
            let configuration = try place.configuration()
            say(true, "configuration \(place.configurationFile)")
            security = configuration.security
            _ = try Appearance.theme(configuration.theme, paths)
            _ = try Appearance.keymap(configuration.keymap, paths)
            for problem in KeptLists(paths).problems { say(false, problem.wording) }
            return configuration
        } catch {
            say(false, "configuration: \(Exit.wording(error))")
            return nil
        }
    }

    mutating func check(_ settings: ServerSettings) {
        do {
            let profile = try DICOMwebServer(settings: settings).probe()
            say(
                true,
                "server \(settings.name) at \(settings.baseURL), \(Wording(recognised: settings.credentials.description))"
            )
            for line in profile.lines { Output.say(Wording(verbatim: "        ") + Wording(recognised: line)) }
        } catch {
            say(false, "server \(settings.name) at \(settings.baseURL): \(error.wording)")
        }
    }

    /// The reader's own templates and macros.
    mutating func checkTemplates() {
        let files = TemplateFiles(paths, site: [])
        for problem in files.problems { say(false, problem.wording) }
        let count = files.templates.count + files.macros.count
        if count > 0, files.problems.isEmpty { say(true, "\(count) templates and macros of your own") }
    }

    mutating func checkStore() {
        guard FileManager.default.fileExists(atPath: paths.store) else {
            say(true, "store: none yet; the first start makes \(paths.store)")
            return
        }
        do {
            let store = try StoreAccess(paths: paths, security: security, trustsAgent: true).open(mayMake: false)
            defer { store.close() }
            say(
                true,
                "store \(paths.store), journal wal, synchronous FULL, \((store.isSealed ? "sealed" : "NOT sealed") as Wording)"
            )
            let copies = try store.copyCounts()
            say(true, "second copy: \(copies.copied) of \(copies.signed) signed versions")
            let broken = try store.brokenInvariants()
            for sentence in broken { say(false, "invariant: \(Wording(recognised: sentence))") }
            let counts = try store.outboxCounts()
            let attention = counts.open(.rejected) + counts.open(.conflict) + counts.lost + counts.rivals
            say(attention == 0, "outbox: signed \(counts.signed) = \(counts.sum)")
            if attention > 0 {
                Output.say("        open the outbox (o) and look at the entries whose next step is you")
            }
            if broken.isEmpty { say(true, "invariants hold: signed versions, outbox sum, audit chain") }
        } catch {
            say(false, Exit.wording(error))
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
            say(false, "terminal: \(Wording(recognised: error.description))")
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
