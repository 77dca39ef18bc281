import CentralServer
import Foundation
import LocalStore
import Radiology
import Sync
import Wording
import Workstation

extension Runner {
    /// From the store where the study is there; else from the server, since no report opens without its metadata.
    func open(_ uid: StudyInstanceUID, reporting: Bool) {
        do {
            guard let row = try store.worklistRow(uid) else { throw StoreFailure.failed("the study is not there") }
            var stale: Wording?
            var detail = try store.detail(uid)
            if detail == nil {
                guard engine.online else {
                    throw ServerFailure.unreachable("this study was not fetched before you went offline")
                }
                detail = try engine.puller.fetch(row.item.study)
            } else if try store.isDetailStale(uid) {
                // The server said something new of it: perhaps another patient.
                detail = engine.online ? try engine.puller.fetch(row.item.study) : detail
            }
            if !engine.online { stale = "You are offline." }
            guard var detail else { throw ServerFailure.notFound("this study any more") }
            if try store.isDetailStale(uid) { detail.study.patient = row.item.study.patient }
            try store.append(event(.opened, uid))
            // A draft that is being saved must be the one that is read.
            flush()
            mailbox.post(.study(.opened(try bundle(row, detail, stale), reporting: reporting)))
            try refresh(row)
        } catch {
            mailbox.post(.study(.openFailed(uid, Runner.sentence(error))))
        }
    }

    /// Earlier studies may have been reported since they were fetched. The reader does not wait for it, and misses
    /// nothing they had if the server does not answer.
    private func refresh(_ row: WorklistRow) throws {
        guard engine.online, let fetched = try store.detailFetchedAt(row.uid),
            Clock.now.seconds(since: fetched) > Runner.freshSeconds,
            let detail = engine.puller.refresh(row.item.study)
        else { return }
        mailbox.post(.study(.refreshed(try bundle(row, detail, nil))))
    }

    private static let freshSeconds = 60.0

    private func bundle(_ row: WorklistRow, _ detail: StudyDetail, _ stale: Wording?) throws -> StudyBundle {
        // The worklist may know a newer order than the headers did when they were fetched.
        var detail = detail
        detail.study.order = row.item.study.order
        var bundle = StudyBundle(
            row: row, detail: detail, priors: try store.priors(of: detail.study),
            reports: try store.reports(in: row.uid), versions: try store.versions(of: row.uid),
            draft: try decoded(try store.draft(row.uid)), staleBecause: stale)
        bundle.findings = try store.signedFindings(of: row.uid)
        return bundle
    }

    func decoded(_ stored: StoredDraft?) throws -> Draft? {
        guard let stored else { return nil }
        do {
            return try JSONDecoder().decode(Draft.self, from: Data(stored.content.utf8))
        } catch {
            // Opening it anew would write over the text; so it is not opened at all.
            throw StoreFailure.failed(
                "this draft was written by another version of readroom and is left as it is; update readroom")
        }
    }

    // MARK: - Claims

    /// One claim at a time, and its Transaction UID is kept before the server hears it: whatever happens in between,
    /// the claim can be made good, finished or released.
    func claim(_ uid: StudyInstanceUID) {
        do {
            guard let row = try store.worklistRow(uid) else { return }
            if let held = row.item.claim, held.transaction != nil {
                return mailbox.post(.study(.claimed(uid, .claimed(held))))
            }
            let outcome = try claim(row.item)
            switch outcome {
            case .claimed(let claim):
                try store.setClaim(claim, on: uid, audit: event(.claimed, uid))
            case .localOnly(let claim):
                try store.setClaim(claim, on: uid, isLocal: true, audit: event(.claimed, uid, "local"))
            case .taken(let reader):
                try store.setClaim(Claim(reader: reader ?? "another reader"), on: uid, audit: event(.claimLost, uid))
            case .gone: try store.setClaim(nil, on: uid, audit: nil)
            }
            mailbox.post(.study(.claimed(uid, outcome)))
        } catch {
            mailbox.post(.study(.claimFailed(uid, Runner.sentence(error))))
        }
    }

    /// Without a server to ask the claim is this workstation's own; it is settled when the server answers again.
    private func claim(_ item: WorklistItem) throws -> ClaimOutcome {
        guard let transaction = TransactionUID(rawValue: NewIdentifier.uid()) else { return .gone }
        let local = ClaimOutcome.localOnly(
            Claim(reader: configuration.reader.name.listed, transaction: transaction))
        guard let workitem = item.workitem, engine.online else {
            // Who read it when the server was last heard is still the best that is known.
            return item.claim.map { .taken(by: $0.reader) } ?? local
        }
        if case .localOnly(let claim) = local {
            try store.setClaim(claim, on: item.study.uid, isLocal: true, audit: nil)
        }
        do {
            return try engine.worklistServer.claim(
                workitem, reader: configuration.reader.name, transaction: transaction)
        } catch {
            if case .unreachable = error { return local }
            if case .timedOut = error { return local }
            if case .broken = error { return local }
            if case .cancelled = error { return local }
            try store.setClaim(nil, on: item.study.uid, audit: nil)
            throw error
        }
    }

    func release(_ uid: StudyInstanceUID) {
        do {
            guard let row = try store.worklistRow(uid), let transaction = row.item.claim?.transaction else { return }
            // The server never heard of a local claim; and a released workitem's successor has one name, however often
            // it is asked for.
            let isLocal = try store.localClaims().contains { $0.study == uid }
            if !isLocal, let workitem = row.item.workitem,
                let successor = WorkitemUID(rawValue: transaction.rawValue + ".1")
            {
                guard engine.online else {
                    throw ServerFailure.unreachable("you are offline; the server still counts it as yours")
                }
                try engine.worklistServer.release(workitem, transaction: transaction, successor: successor)
            }
            try store.setClaim(nil, on: uid, audit: event(.released, uid))
            mailbox.post(.study(.released(uid)))
            engine.syncNow()
        } catch {
            mailbox.post(.study(.claimFailed(uid, Runner.sentence(error))))
        }
    }
}
