import Foundation
import Glibc
import LocalStore
import Measures
import Programs
import Radiology

/// A workstation with a sealed store of invented studies, and a server that takes connections and never answers: what is
/// measured is the program at the terminal.
final class Place {
    let folder: MeasureFolder
    let studies: Int
    /// The accession number in the last row that the first screen shows.
    let lastAccession: String
    private let silentServer: Int32

    /// Rows that the first screen has room for: fewer than it has lines, whatever stands above and below.
    private static let shownRows = 40
    /// Studies whose details are here, so that they open without a server.
    private static let detailed = 100

    init(studies: Int, in folder: TemporaryFolder) throws {
        self.studies = studies
        self.folder = MeasureFolder(root: "\(folder.path)/\(studies)")
        silentServer = LoopbackPort.stream()
        guard let port = LoopbackPort.bind(silentServer), listen(silentServer, 64) == 0 else {
            throw BenchFailure("no port for a server")
        }
        try self.folder.make()
        try Place.configure(self.folder, port: port)
        lastAccession = try Place.fill(self.folder, studies)
    }

    deinit { close(silentServer) }

    private static func configure(_ folder: MeasureFolder, port: UInt16) throws {
        let path = folder.root + "/config"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let text = """
            [reader]
            name = "Roe^Rita"
            organization = "North General"

            [security]
            key_file = "\(folder.keyFile)"

            [[server]]
            name = "Silence"
            url = "http://127.0.0.1:\(port)"
            timeout = 600
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/config.toml"))
    }

    private static func fill(_ folder: MeasureFolder, _ studies: Int) throws -> String {
        let moment = ListMoment(now: SyntheticWork.now, timeZone: TimeZoneOffset(seconds: 0))
        let store = try folder.open()
        defer { store.close() }
        for start in stride(from: 0, to: studies, by: 5000) {
            try store.mergeWorklist(
                (start..<min(start + 5000, studies)).map(SyntheticWork.item), isComplete: false)
        }
        let rows = try store.worklistPage(WorklistQuery(), offset: 0, limit: detailed, at: moment).rows
        for row in rows {
            try store.saveDetail(StudyDetail(study: row.item.study, series: []), fetchedAt: SyntheticWork.now)
        }
        guard let number = rows.prefix(shownRows).last?.item.study.order.accessionNumber else {
            throw BenchFailure("the store is empty")
        }
        return number.rawValue
    }

    /// The program on this store, as soon as its list can be used.
    func start(_ program: String) throws -> (session: Session, start: Answer) {
        let session = try Session([program, "--home", folder.root])
        return (session, try session.awaitStart(showing: lastAccession))
    }
}
