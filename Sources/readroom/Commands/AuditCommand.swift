import ArgumentParser
import Foundation
import LocalStore
import Radiology
import Wording

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify the audit of this workstation, or hand it to the site.",
        subcommands: [Verify.self, Export.self])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recompute the chain of every event and every signed version. Exit status 1 if it is broken.")

        @OptionGroup var place: PlaceOptions

        func run() throws { try Self.run(place) }

        static func run(_ place: PlaceOptions) throws {
            try Exit.report {
                let store = try LocalStore.existing(place)
                defer { store.close() }
                let broken = try store.brokenInvariants()
                for sentence in broken { Output.say("BROKEN \(Wording(recognised: sentence))") }
                let events = try store.auditEvents()
                Output.say(broken.isEmpty ? "\(events.count) events, one unbroken chain." : "\(events.count) events.")
                return broken.isEmpty ? 0 : 1
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the events as DICOM audit messages (PS3.15 A.5), as IHE ATNA repositories take them.",
            discussion:
                "Names readers and study identifiers, no patients and no report text. That it was written is an event.")

        @Argument(help: "The file to write; it must not be there yet.", completion: .file())
        var file: String

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let configuration = try place.configuration()
                let store = try LocalStore.existing(place)
                defer { store.close() }
                let events = try store.auditEvents()
                let messages = events.map { AuditMessage(event: $0, source: configuration.reader.organization).xml }
                let text =
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AuditMessages>\n"
                    + messages.joined() + "</AuditMessages>\n"
                let path = Paths.expanded(file)
                guard !FileManager.default.fileExists(atPath: path) else {
                    throw Refusal("\(file) is there already; name another.")
                }
                guard
                    FileManager.default.createFile(
                        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
                else { throw Refusal("\(file) cannot be written. Check the folder.") }
                try store.append(
                    AuditEvent(
                        at: Clock.now, kind: .exported, reader: configuration.reader.name.dicom,
                        detail: "audit, \(events.count) events"))
                Output.say("\(events.count) events are in \(file).")
                return 0
            }
        }
    }
}

extension LocalStore {
    /// The store, if there is one: a command that looks must not make an empty one.
    static func existing(_ place: PlaceOptions) throws -> LocalStore {
        guard FileManager.default.fileExists(atPath: place.paths.store) else {
            throw Refusal("There is no store at \(place.paths.store) yet.")
        }
        // Without a configuration there may be a store all the same; a broken one has to be mended first.
        let isConfigured = FileManager.default.fileExists(atPath: place.configurationFile)
        let security = isConfigured ? try place.configuration().security : SecuritySettings()
        return try StoreAccess(paths: place.paths, security: security, trustsAgent: true).open(mayMake: false)
    }
}
