import DICOM
import Radiology

/// A UPS workitem, as far as a reading worklist needs it (PS3.4 Annex CC, Table CC.2.5-3).
struct Workitem {
    enum State: String {
        case scheduled = "SCHEDULED"
        case inProgress = "IN PROGRESS"
        case canceled = "CANCELED"
        case completed = "COMPLETED"
    }

    var uid: WorkitemUID
    var state: State
    var priority: Priority
    var scheduledAt: Radiology.Instant?
    var receivedAt: Radiology.Instant?
    var study: Study
    var performer: String?

    init?(_ data: DataSet, settings: ServerSettings) {
        let sources = [data] + data.items(.referencedRequestSequence) + data.items(.inputInformationSequence)
        guard
            let uid = (data.text(.sopInstanceUID) ?? data.text(.affectedSOPInstanceUID))
                .flatMap(WorkitemUID.init(rawValue:)),
            let studyUID = sources.lazy.compactMap({ $0.text(.studyInstanceUID) }).first
        else { return nil }
        var header = data
        header.set(.studyInstanceUID, studyUID)
        guard let study = Study(header, defaultIssuer: settings.defaultIssuer) else { return nil }
        self.uid = uid
        self.study = study
        state = data.text(.procedureStepState).flatMap(State.init(rawValue:)) ?? .scheduled
        priority = Priority(workitem: data.text(.scheduledProcedureStepPriority))
        let offset = data.text(.timezoneOffsetFromUTC).flatMap(TimeZoneOffset.init(dicom:)) ?? settings.timeZone
        scheduledAt = data.text(.scheduledProcedureStepStartDateTime)
            .flatMap { Radiology.Instant(dicom: $0, offset: offset) }
        receivedAt = data.text(.scheduledProcedureStepModificationDateTime)
            .flatMap { Radiology.Instant(dicom: $0, offset: offset) }
        performer = Workitem.performer(data)
        complete(from: data)
    }

    /// Attributes that have another name in a workitem than in a study.
    private mutating func complete(from data: DataSet) {
        study.description = study.description ?? data.text(.procedureStepLabel)
        let place = data.items(.scheduledStationGeographicLocationCodeSequence).first
        study.site = study.site ?? place?.text(.codeMeaning).flatMap(SiteName.init(rawValue:))
    }

    /// Who reads it: the performer it has now, or the one it is meant for.
    private static func performer(_ data: DataSet) -> String? {
        let performed = data.items(.unifiedProcedureStepPerformedProcedureSequence)
        let performers =
            performed.flatMap { $0.items(.actualHumanPerformersSequence) } + data.items(.actualHumanPerformersSequence)
        return performers.lazy.compactMap { $0.text(.humanPerformerName) }.first
            .flatMap(PersonName.init(dicom:))?.listed
    }

    /// The row of the worklist: the study's own headers where they are known, the order from the workitem.
    func worklistItem(study known: Study?, received: Radiology.Instant?) -> WorklistItem {
        var merged = known ?? study
        if known != nil {
            merged.order = study.order
            merged.order.accessionNumber = study.order.accessionNumber ?? known?.order.accessionNumber
            merged.order.referringPhysician = study.order.referringPhysician ?? known?.order.referringPhysician
            merged.description = merged.description ?? study.description
            merged.site = merged.site ?? study.site
        }
        return WorklistItem(
            study: merged, priority: priority,
            receivedAt: receivedAt ?? scheduledAt ?? received ?? Radiology.Instant(millisecondsSince1970: 0),
            scheduledAt: scheduledAt, workitem: uid,
            claim: state == .inProgress ? Claim(reader: performer ?? "another reader") : nil)
    }
}

extension Priority {
    /// Scheduled Procedure Step Priority (0074,1200).
    init(workitem text: String?) {
        switch text {
        case "HIGH": self = .stat
        case "MEDIUM": self = .urgent
        default: self = .routine
        }
    }
}

extension Radiology.Instant {
    /// Reads a DICOM DT, `YYYYMMDDHHMMSS.FFFFFF&ZZXX` (PS3.5 §6.2).
    init?(dicom text: String, offset: TimeZoneOffset) {
        let zone = text.lastIndex { $0 == "+" || $0 == "-" }
        let digits = text[..<(zone ?? text.endIndex)].prefix { $0 != "." }
        guard let date = CalendarDate(dicom: String(digits.prefix(8))),
            let time = TimeOfDay(dicom: digits.count > 8 ? String(digits.dropFirst(8)) : "00")
        else { return nil }
        let stated = zone.flatMap { TimeZoneOffset(dicom: String(text[$0...])) }
        self.init(date: date, time: time, offset: stated ?? offset)
    }

    /// Writes a DICOM DT with its offset.
    func dicom(_ offset: TimeZoneOffset) -> String {
        let (date, time) = local(offset)
        return date.dicom + time.dicom + offset.dicom
    }
}
