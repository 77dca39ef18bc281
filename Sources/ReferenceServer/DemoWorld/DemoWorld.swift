import DICOM

/// The archive of the demonstration: made-up patients, their new studies, priors, prior reports and workitems.
///
/// Everything hangs on the given moment; the same moment gives the same archive, byte for byte.
public struct DemoWorld: Sendable {
    public let archive: Archive

    /// - Parameters:
    ///   - secondsOfDay: since midnight, at the wall clock of `timeZoneOffset`.
    ///   - timeZoneOffset: `+0100`, as TimezoneOffsetFromUTC has it.
    public init(year: Int, month: Int, day: Int, secondsOfDay: Int, timeZoneOffset: String = "+0000") {
        let now = Moment(year: year, month: month, day: day, secondsOfDay: secondsOfDay)
        let studies = DemoStudy.worklist(now: now, zone: timeZoneOffset)
        let priors = DemoStudy.priors(now: now, zone: timeZoneOffset)
        archive = Archive(
            instances: (studies + priors).flatMap { $0.images + $0.reportInstance },
            workitems: studies.map(\.workitem))
    }
}

/// One examination of the demonstration.
struct DemoStudy {
    struct Site {
        var code: String
        var name: String
    }

    var number: Int
    /// Everything made at one moment shares the root, so that two demonstrations never share an identifier.
    var root: String
    var patient: DemoPatient
    var procedure: DemoProcedure
    var madeAt: Moment
    var receivedAt: Moment
    var zone: String
    var site: Site
    var location: String
    var priority = "LOW"
    var indication: String?
    var isTaken = false
    /// Findings and impression.
    var report: (findings: String, impression: String)?

    var uid: String { "\(root).\(number)" }
    func series(_ index: Int) -> String { "\(uid).\(index + 1)" }
    func instance(_ index: Int, of series: Int) -> String { "\(self.series(series)).\(index + 1)" }

    /// At most 16 characters (SH).
    var accessionNumber: String { "\(site.code)\(madeAt.date.dropFirst(2))\(1000 + number)" }
    var requestedProcedureID: String { "RP\(madeAt.date.dropFirst(2))\(1000 + number)" }

    var referringPhysician: String {
        let names = [
            "Ashdown^Helena^^Dr.", "Berrycloth^Simon^^Dr.", "Calloway^Ingrid^^Prof. Dr.", "Deverell^Anthony^^Dr.",
            "Esterházy^Ilona^^Dr.", "Fenwick^Robert^^Dr.", "Gallowglass^Niamh^^Dr.",
        ]
        return names[(number * 3 + procedure.key.utf8.count) % names.count]
    }

    static let sites: [String: Site] = [
        "N": Site(code: "N", name: "Northfield General Hospital"),
        "H": Site(code: "H", name: "Harbour Street Hospital"),
        "S": Site(code: "S", name: "Station Road Imaging Centre"),
    ]

    static func root(_ now: Moment) -> String {
        "1.2.826.0.1.3680043.10.1462.\(now.date).\(now.seconds % 86_400)"
    }

    static let locations = ["E": "Emergency department", "I": "Ward", "O": "Outpatient clinic"]
}

extension DemoStudy {
    /// What waits to be read.
    static func worklist(now: Moment, zone: String) -> [DemoStudy] {
        rows(DemoTables.worklist).enumerated().compactMap { index, cells in
            guard cells.count == 7, let patient = DemoPatient.all[cells[0]],
                let procedure = DemoProcedure.all[cells[1]], let minutes = Int(cells[3]), let site = sites[cells[4]]
            else { return nil }
            let received = now.before(minutes: minutes)
            return DemoStudy(
                number: index + 1, root: root(now), patient: patient, procedure: procedure,
                madeAt: received.before(minutes: 4 + index % 9), receivedAt: received, zone: zone, site: site,
                location: locations[cells[5]] ?? cells[5],
                priority: cells[2].filter { $0 != "*" }, indication: cells[6], isTaken: cells[2].hasSuffix("*"))
        }
    }

    static func priors(now: Moment, zone: String) -> [DemoStudy] {
        let reports = Dictionary(
            rows(DemoTables.reports).compactMap { $0.count == 3 ? ($0[0], ($0[1], $0[2])) : nil },
            uniquingKeysWith: { first, _ in first })
        return rows(DemoTables.priors).enumerated().compactMap { index, cells in
            guard cells.count == 4, let patient = DemoPatient.all[cells[0]],
                let procedure = DemoProcedure.all[cells[1]], let days = Int(cells[2]),
                let site = sites[patient.issuer == "HARBOUR" ? "H" : "N"]
            else { return nil }
            // Somewhere in that day's working hours, whatever the time is now.
            let midnight = Moment(seconds: now.seconds / 86_400 * 86_400).before(days: days)
            let made = Moment(seconds: midnight.seconds + 28_800 + index * 487 % 28_800)
            return DemoStudy(
                number: 501 + index, root: root(now), patient: patient, procedure: procedure, madeAt: made,
                receivedAt: made, zone: zone, site: site, location: "", report: reports[cells[3]])
        }
    }

    static func rows(_ table: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
