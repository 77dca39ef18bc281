import DICOM
public import Radiology
public import Sync
import Synchronization

/// What one look at the server's worklist brought.
public struct WorklistPull: Hashable, Sendable {
    public var items: [WorklistItem]
    /// Whether `items` is all the server has.
    public var isComplete: Bool
}

extension DICOMwebServer {
    /// What waits to be read: the server's workitems, or, on a bare PACS, the studies of the last days that hold no
    /// report of ours.
    ///
    /// - Parameters:
    ///   - today: the last day of the window, at the workstation's wall clock.
    ///   - goesOn: told how many studies are there after each page; false ends it with ``ServerFailure/cancelled``.
    public func worklist(
        today: CalendarDate, goesOn: (Int) -> Bool = { _ in true }
    ) throws(ServerFailure) -> WorklistPull {
        let profile = try capabilities()
        let studies = try recentStudies(until: today, findsByDate: profile.findsByDate, goesOn)
        return profile.hasWorkitems
            ? try workitemWorklist(studies) : WorklistPull(items: try bareWorklist(studies), isComplete: true)
    }

    /// Studies of the window: the first time day by day, in small answers, whatever order the server gives them in.
    private func recentStudies(
        until today: CalendarDate, findsByDate: Bool, _ goesOn: (Int) -> Bool
    ) throws(ServerFailure) -> [(Study, DataSet)] {
        let days = (0..<max(1, settings.worklistDays)).map { today.adding(days: -$0) }
        guard findsByDate else {
            return try studies(matching: [], goesOn: goesOn).filter { $0.0.date.map { days.contains($0) } ?? false }
        }
        let before = window.withLock { $0 }.filter { days.contains($0.value) }
        if let found = try studiesInRange(of: days, known: before, goesOn) {
            remember(found)
            return found
        }
        var found: [(Study, DataSet)] = []
        for day in days {
            let known = before.values.count { $0 == day }
            let before = found.count
            found += try studies(matching: [("StudyDate", day.dicom)], known: known) { goesOn(before + $0) }
                .filter { $0.0.date == day }
        }
        remember(found)
        return found
    }

    /// The whole window in one search; `nil` where it cannot be relied on, and the days are to be asked for one by one.
    ///
    /// A server that takes a range for a single day, or knows none, shows itself by what it leaves out of the studies
    /// that were there the last time, if those are of several days; one that ignores it, by what it brings beside them.
    private func studiesInRange(
        of days: [CalendarDate], known: [StudyInstanceUID: CalendarDate], _ goesOn: (Int) -> Bool
    ) throws(ServerFailure) -> [(Study, DataSet)]? {
        guard Set(known.values).count > 1, let first = days.last, let last = days.first,
            findsByRange.withLock({ $0 })
        else { return nil }
        let rows = try studies(
            matching: [("StudyDate", "\(first.dicom)-\(last.dicom)")], known: known.count, goesOn: goesOn)
        let found = rows.filter { $0.0.date.map { days.contains($0) } ?? false }
        if found.count < rows.count { findsByRange.withLock { $0 = false } }
        // Some may have gone from the server, too: then the days say so.
        return Set(known.keys).isSubset(of: found.map(\.0.uid)) ? found : nil
    }

    private func remember(_ studies: [(Study, DataSet)]) {
        let dated = studies.compactMap { study, _ in study.date.map { (study.uid, $0) } }
        window.withLock { $0 = Dictionary(dated) { first, _ in first } }
    }

    private func bareWorklist(_ studies: [(Study, DataSet)]) throws(ServerFailure) -> [WorklistItem] {
        var items: [WorklistItem] = []
        for (study, data) in studies where study.modalities.isEmpty || !study.imageModalities.isEmpty {
            if try holdsReportOfOurs(study) { continue }
            items.append(WorklistItem(study: study, receivedAt: received(study, data)))
        }
        return items
    }

    /// A bare PACS tells no time of receipt; the study's own time is the best there is.
    func received(_ study: Study, _ data: DataSet) -> Radiology.Instant {
        let offset = data.text(.timezoneOffsetFromUTC).flatMap(TimeZoneOffset.init(dicom:)) ?? settings.timeZone
        let midnight = TimeOfDay(dicom: "00")
        guard let date = study.date, let time = study.time ?? midnight else {
            return Radiology.Instant(millisecondsSince1970: 0)
        }
        return Radiology.Instant(date: date, time: time, offset: offset)
    }

    /// Whether a readroom, this one or another, has put a report into the study. Remembered until the study grows,
    /// where the server tells how large it is.
    private func holdsReportOfOurs(_ study: Study) throws(ServerFailure) -> Bool {
        // A server that leaves ModalitiesInStudy out says nothing about reports.
        guard study.modalities.isEmpty || study.modalities.contains(.structuredReport) else { return false }
        if let count = study.instanceCount, let known = reportedStudies.withLock({ $0[study.uid] }),
            known.instances == count
        {
            return known.isReported
        }
        let rows = try search(
            "/studies/\(study.uid)/series",
            [("Modality", "SR"), ("includefield", Tag.manufacturer.hex), ("limit", "50")])
        var isReported = false
        for row in rows where row.text(.modality) == "SR" && !isReported {
            isReported = try maker(of: row, in: study.uid) == DocumentIdentity.manufacturer
        }
        if let count = study.instanceCount { reportedStudies.withLock { $0[study.uid] = (count, isReported) } }
        return isReported
    }

    /// Who made the documents of a series: from the search answer, or from a document where the answer leaves it out.
    private func maker(of series: DataSet, in study: StudyInstanceUID) throws(ServerFailure) -> String? {
        if let maker = series.text(.manufacturer) { return maker }
        guard let uid = series.text(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
            let row = try search("/studies/\(study)/series/\(uid)/instances", [("limit", "1")]).first,
            let instance = row.text(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:))
        else { return nil }
        return try header(DocumentReference(study: study, series: uid, instance: instance))?.text(.manufacturer)
    }

    private func workitemWorklist(_ studies: [(Study, DataSet)]) throws(ServerFailure) -> WorklistPull {
        let byUID = Dictionary(studies.map { ($0.0.uid, $0) }, uniquingKeysWith: { first, _ in first })
        let (workitems, isComplete) = try openWorkitems()
        var items: [WorklistItem] = []
        var lookUps = 0
        for workitem in workitems {
            var known = byUID[workitem.study.uid]
            if known == nil, lookUps < Self.mostLookUps {
                lookUps += 1
                known = try self.studies(matching: [("StudyInstanceUID", workitem.study.uid.rawValue)])
                    .first { $0.0.uid == workitem.study.uid }
            }
            items.append(workitem.worklistItem(study: known?.0, received: known.map { received($0.0, $0.1) }))
        }
        return WorklistPull(items: items, isComplete: isComplete)
    }

    /// Studies outside the window that are looked up one by one in a single pull.
    private static let mostLookUps = 200
}
