import ArgumentParser
import CentralServer
import Foundation
import Radiology
import ReferenceServer

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Look around in a made-up reading room: no configuration, no other software.",
        discussion: """
            Starts a small DICOMweb and UPS-RS server inside the program, filled with synthetic patients, and opens \
            the workstation on it. F10 pulls the network plug and puts it back, to watch the outbox. The store is \
            thrown away at the end, unless --home keeps it.
            """)

    @Option(name: .long, help: "Keep the store in this folder, and use it again next time.")
    var home: String?

    @Flag(name: .long, help: "Begin without the tour.")
    var noTour = false

    @Flag(name: .long, help: "Only run the server, and print its URL; end with Ctrl-C.")
    var serverOnly = false

    @OptionGroup var lines: PlainOptions

    func run() throws {
        try Exit.report {
            if serverOnly {
                Output.line(try DemoServer.start().url)
                while true { sleep(3600) }
            }
            let folder = home.map(Paths.expanded) ?? DemoServer.temporaryFolder()
            let paths = Paths(folder: folder)
            let server = try DemoServer.start(try DemoHome(paths: paths).archive())
            defer { if home == nil { try? FileManager.default.removeItem(atPath: folder) } }
            let settings = ServerSettings(
                name: DestinationName(unchecked: "Demo PACS"), baseURL: server.url, timeout: 10, timeZone: .current)
            var configuration = Configuration(
                reader: Reader(
                    name: PersonName(alphabetic: .init(family: "Roe", given: "Rita")), organization: "Demo Reading Room"
                ),
                servers: [.init(settings: settings, showsWorklist: true, takesReports: true)], pollInterval: 10)
            // Made-up patients need no passphrase.
            configuration.security.seals = false
            let isFirst = !FileManager.default.fileExists(atPath: paths.store)
            return try WorkstationSession(
                configuration: configuration, paths: paths, isDemo: true, showsTour: isFirst && !noTour,
                isPlain: lines.isPlain
            ).run()
        }
    }
}
