import DICOM
import Foundation
import LocalStore
import Radiology
import ReferenceServer
import Sync

/// A demonstration that is gone on with: its server holds the studies it held, and the reports that were filed there.
struct DemoHome {
    let paths: Paths

    private var moment: URL {
        URL(fileURLWithPath: paths.store).deletingLastPathComponent().appending(path: "demo-moment")
    }

    /// The same moment gives the same studies, so it is kept beside the store.
    func archive() throws -> Archive {
        let zone = TimeZoneOffset.current
        let kept = (try? String(contentsOf: moment, encoding: .utf8)).flatMap(Kept.init)
        guard let kept, FileManager.default.fileExists(atPath: paths.store) else {
            let now = Clock.now
            try FileManager.default.createDirectory(
                at: moment.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Kept(now: now, zone: zone).text.write(to: moment, atomically: true, encoding: .utf8)
            return DemoHome.world(at: now, zone).archive
        }
        var archive = DemoHome.world(at: kept.now, kept.zone).archive
        archive.instances += try filed()
        return archive
    }

    static func world(at now: Radiology.Instant, _ zone: TimeZoneOffset) -> DemoWorld {
        let (date, time) = now.local(zone)
        return DemoWorld(
            year: date.year, month: date.month, day: date.day, secondsOfDay: time.secondsSinceMidnight,
            timeZoneOffset: zone.dicom)
    }

    private func filed() throws -> [ArchivedInstance] {
        let store = try LocalStore(path: paths.store)
        defer { store.close() }
        return try store.outboxItems(limit: 10_000).filter { $0.entry.progress.state == .filed }.compactMap { item in
            guard let document = try store.frozenReport(item.entry.version)?.document else { return nil }
            return ArchivedInstance(dataSet: try Part10File.decode(document).value.dataSet, file: document)
        }
    }
}

/// `1790000000000 3600`: milliseconds since 1970, and seconds east of Greenwich.
private struct Kept {
    var now: Radiology.Instant
    var zone: TimeZoneOffset

    var text: String { "\(now.millisecondsSince1970) \(zone.seconds)\n" }

    init(now: Radiology.Instant, zone: TimeZoneOffset) {
        self.now = now
        self.zone = zone
    }

    init?(_ text: String) {
        let numbers = text.split { $0.isWhitespace }.compactMap { Int64($0) }
        guard numbers.count == 2 else { return nil }
        now = Radiology.Instant(millisecondsSince1970: numbers[0])
        zone = TimeZoneOffset(seconds: Int(numbers[1]))
    }
}
