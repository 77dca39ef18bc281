import CentralServer
import LocalStore
import Logging
import Radiology
import ReportTemplates
import Sync
import Vault
import Wording
import Workstation

extension Runner {
    /// Who the study belongs to and what it holds, now: the server's word if it answers at once, else the store's.
    func prepareSigning(_ draft: Draft, _ text: String) {
        do {
            let stale = try refreshDetail(of: draft.detail.study)
            guard let row = try store.worklistRow(draft.study) else {
                throw StoreFailure.failed("the study is not there")
            }
            var current = try store.detail(draft.study) ?? draft.detail
            current.study.order = row.item.study.order
            // Details the server has overtaken say nothing of the patient any more; the worklist does.
            if try store.isDetailStale(draft.study) { current.study.patient = row.item.study.patient }
            mailbox.post(
                .signing(
                    .prepared(
                        SigningPreparation(
                            study: draft.study, text: text, current: current,
                            textDigest: ContentDigest(hexadecimal: SHA256.hexadecimal(of: text.utf8)),
                            destinations: configuration.destinations, staleBecause: stale,
                            homonyms: try store.homonyms(of: current.study.patient)))))
        } catch {
            mailbox.post(.signing(.preparationFailed(Runner.sentence(error))))
        }
    }

    /// Asks the server once more whose study it is.
    ///
    /// - Returns: why it could not be asked, where it could not. What it does say is never mere staleness: two patients
    ///   under one identifier, or no such study, is thrown, and then nothing is signed.
    private func refreshDetail(of study: Study) throws -> Wording? {
        guard engine.online else { return "you are offline" }
        do {
            guard let fresh = try hurriedDetail(of: study) else {
                throw ServerFailure.refused(
                    status: 404, text: "it does not have this study any more; tell the site before you sign")
            }
            try store.saveDetail(fresh, fetchedAt: Clock.now)
            return nil
        } catch let failure as ServerFailure {
            switch failure {
            case .unintelligible, .notFound, .tooLarge, .refused(404, _): throw failure
            default: return failure.wording
            }
        }
    }

    /// The clinical act. The message that it is signed is posted after the transaction returned, and never before.
    func sign(_ request: SigningRequest) {
        do {
            let frozen = try freeze(request)
            try store.sign(
                frozen, destinations: configuration.destinations,
                audit: auditEvents(request, frozen))
            mailbox.post(.signing(.signed(frozen.version, request.textDigest)))
            engine.filing.reload()
            copySigned()
            phrases.learn(frozen.version.text)
        } catch {
            mailbox.post(.signing(.failed("Not signed. " + Runner.sentence(error))))
        }
    }

    /// Brings the second copy of what was signed up to date; the report is signed and safe in the store whatever comes
    /// of this.
    func copySigned() {
        do throws(StoreFailure) {
            let outcome = try store.copySigned(at: Clock.now)
            guard outcome.restored > 0 || outcome.movedAside != nil else { return }
            Log.main.warning("second copy: \(outcome.restored) restored, \(outcome.failed) not")
            mailbox.post(.system(.failed(Self.sentence(outcome))))
            mailbox.post(.system(.storeChanged))
            engine.filing.reload()
        } catch {
            mailbox.post(.system(.failed("There is no second copy of the last signed reports. \(error.wording)")))
        }
    }

    private static func sentence(_ outcome: CopyingOutcome) -> Wording {
        let restored: Wording =
            outcome.restored == 0
            ? "" : "\(outcome.restored) signed reports were missing and came back from the second copy. "
        let failed: Wording =
            outcome.failed == 0
            ? "" : "\(outcome.failed) records of it could not be used: keep that file and ask for help. "
        return restored + failed
            + (outcome.movedAside.map { "The second copy was damaged and is written anew; the old one is \($0)." } ?? "")
    }

    private func auditEvents(_ request: SigningRequest, _ frozen: FrozenReport) -> [AuditEvent] {
        let study = frozen.version.study.uid
        let known = request.acknowledgements.map { event(.acknowledged, study, "\($0.sentence) \($0.reason)") }
        let told = (frozen.version.actionable ?? []).compactMap { finding in
            finding.communication.map { event(.communicated, study, "\(finding.category.rawValue) \($0.means)") }
        }
        return known + told + [event(.signed, study, "\(frozen.version.id) \(frozen.digest.hexadecimal)")]
    }

    private func freeze(_ request: SigningRequest) throws -> FrozenReport {
        try document(of: try version(of: request))
    }

    /// With the site's region where it is the site's language.
    private func languageTag(of draft: Draft) -> String {
        let site = configuration.reportLanguage
        return site.prefix { $0 != "-" } == draft.language.prefix { $0 != "-" } ? site : draft.language
    }

    /// Encoded once, and never sent if it would tell another patient than the version does.
    func document(of version: ReportVersion) throws -> FrozenReport {
        let document = try ReportDocument.encode(version, softwareVersion: Readroom.version)
        let differences = ReportDocument.identityDifferences(document, version)
        guard differences.isEmpty else {
            throw DocumentFailure(
                sentence:
                    "The document would not carry the identity on the screen (\(differences.joined(separator: ", "))).")
        }
        return FrozenReport(version: version, document: document)
    }

    private func version(of request: SigningRequest) throws -> ReportVersion {
        let predecessor = request.draft.predecessor
        guard let series = SeriesInstanceUID(rawValue: NewIdentifier.uid()),
            let instance = SOPInstanceUID(rawValue: NewIdentifier.uid())
        else { throw StoreFailure.failed("no identifier could be made") }
        let study = request.subject.study
        return ReportVersion(
            id: ReportVersionID(unchecked: NewIdentifier.text()),
            reportID: predecessor?.report ?? ReportID(unchecked: NewIdentifier.text()),
            number: (predecessor?.number ?? 0) + 1, study: study,
            evidence: request.subject.series.filter { $0.modality?.isImage ?? true },
            document: DocumentReference(study: study.uid, series: series, instance: instance), flags: request.flags,
            isAddendum: request.draft.isAddendum,
            templateIdentifier: request.draft.content.template.identifier,
            title: request.draft.content.template.title, language: languageTag(of: request.draft),
            sections: request.sections, text: request.text, signedBy: configuration.reader, signedAt: Clock.now,
            timeZone: .current, predecessor: predecessor?.document,
            actionable: request.draft.actionable)
    }
}
