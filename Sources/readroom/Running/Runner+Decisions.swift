import CentralServer
import Foundation
import LocalStore
import Radiology
import Sync
import Wording
import Workstation

/// What a reader decides about reports that cannot simply be filed.
extension Runner {
    /// What the server holds under the report's identifier; where that cannot be read as a report, its other ones.
    func loadTheirs(_ entry: OutboxEntry) {
        do {
            guard engine.online else { throw ServerFailure.unreachable("you are offline; both reports are kept") }
            let reports = try engine.reports(in: entry.document.study, at: entry.destination)
            let own = Set(try store.versions(of: entry.document.study).map(\.document.instance))
            let same = reports.filter { $0.document.instance == entry.document.instance }
            let others = reports.filter { !own.contains($0.document.instance) }
            mailbox.post(.comparison(.theirsLoaded(entry.id, same.isEmpty ? others : same)))
        } catch {
            mailbox.post(.comparison(.theirsFailed(entry.id, Runner.sentence(error))))
        }
    }

    func decide(_ entry: OutboxEntry, _ decision: Decision) {
        let study = entry.document.study
        let audit = event(.resolved, study, "\(entry.version) at \(entry.destination): \(decision.words)")
        perform {
            switch decision {
            case .keepTheirs, .setAside: try store.resolve(entry.id, as: decision.words, audit: audit)
            case .bothStand: try store.resolveRivals(of: study, as: decision.words, audit: audit)
            case .fileAnew: try fileAnew(entry, audit)
            }
            mailbox.post(.system(.noticed("Decided: \(decision.wording).")))
        }
    }

    /// The same text, signed once more by whoever sits here, as a version of its own.
    private func fileAnew(_ entry: OutboxEntry, _ audit: AuditEvent) throws {
        guard let frozen = try store.frozenReport(entry.version),
            let latest = try store.versions(of: entry.document.study).filter({ $0.reportID == entry.report }).last,
            let series = SeriesInstanceUID(rawValue: NewIdentifier.uid()),
            let instance = SOPInstanceUID(rawValue: NewIdentifier.uid())
        else { throw StoreFailure.failed("the signed report cannot be read") }
        guard latest.id == frozen.version.id else {
            throw StoreFailure.failed(
                "a newer version of this report was signed; leave the server's as it is (s), and the newer one is filed"
            )
        }
        try requireSamePatient(frozen.version.study)
        var version = frozen.version
        version.id = ReportVersionID(unchecked: NewIdentifier.text())
        version.number = latest.number + 1
        version.document = DocumentReference(study: version.study.uid, series: series, instance: instance)
        // What stands at the server under the old identifier is not ours: nothing there precedes this one.
        version.predecessor = nil
        version.signedBy = configuration.reader
        version.signedAt = Clock.now
        version.timeZone = .current
        let anew = try document(of: version)
        let signed = event(.signed, version.study.uid, "\(version.id) \(anew.digest.hexadecimal)")
        try store.sign(
            anew, destinations: [entry.destination], audit: [audit, signed],
            resolving: (entry.id, Decision.fileAnew.words))
        copySigned()
    }

    /// The patient may have been corrected since it was signed; then its words have to be looked at (invariant 9).
    private func requireSamePatient(_ signed: Study) throws {
        guard let now = try store.detail(signed.uid)?.study.patient ?? store.worklistRow(signed.uid)?.item.study.patient
        else { return }
        guard now.identifier == signed.patient.identifier, now.name == signed.patient.name,
            now.birthDate == signed.patient.birthDate
        else {
            throw StoreFailure.failed(
                "the patient of this study was changed since it was signed; open the study and sign an addendum")
        }
    }

    func fileAgain(_ entry: OutboxEntry) {
        perform {
            try store.fileAgain(
                entry.id, audit: event(.filedAgain, entry.document.study, "\(entry.version) at \(entry.destination)"))
        }
    }

    /// Only by the reader's own key: a file outside the store can be read by whoever finds it.
    func export(_ entry: OutboxEntry) {
        perform {
            guard let frozen = try store.frozenReport(entry.version) else {
                throw StoreFailure.failed("the signed report cannot be read")
            }
            try Paths.makePrivateFolder(paths.exports)
            // The version's own random name: nothing of the patient, and no identifier of a server's making.
            let path = "\(paths.exports)/\(entry.version.rawValue).dcm"
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(frozen.document), attributes: [.posixPermissions: 0o600])
            else { throw StoreFailure.failed("\(path) cannot be written") }
            try store.append(event(.exported, entry.document.study, "\(entry.version)"))
            mailbox.post(.system(.noticed("Written to \(path): readable by you, and not sealed.")))
        }
    }

    private func perform(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            mailbox.post(.system(.failed(Runner.sentence(error))))
        }
        engine.filing.reload()
        mailbox.post(.system(.storeChanged))
    }
}
