import Radiology
import Sync
import Wording
import Workstation

extension Desk {
    /// Changes the world behind the workstation, or lets something happen in it.
    mutating func change(world: String) -> Bool {
        let since = Fixture.now.adding(seconds: -11_520)
        switch world {
        case "german": state.system.language = .german
        case "empty": rows = []
        case "no stat": rows.removeAll { $0.item.priority == .stat }
        case "first pull":
            state.system.lastSync = nil
            send(.system(.syncStarted))
        case "listing": send(.system(.progressed(.worklist(1200))))
        case "fetching": send(.system(.progressed(.studies(done: 12, of: 51))))
        case "outbox":
            items = Fixture.outbox
        case "two finals":
            items = Fixture.outbox.filter { $0.entry.progress.state == .filed }
            items[0].rivals = [Fixture.theirs]
        case "lost":
            items = Fixture.outbox.filter { $0.entry.progress.state == .filed }
            items[0].entry.lostAt = Fixture.now
            items[0].entry.progress.lastAnswer = "It was filed, and PACS North does not have it any more."
        case "offline":
            send(.system(.pullFailed("Cannot reach the server (connection refused).", since: since)))
        case "rival": rival = "Lee"
        case "server back": send(.system(.pullSucceeded(Fixture.now)))
        case "filed": send(.system(.filed(Fixture.outbox[4].version.id, Fixture.outbox[4].entry.destination)))
        case "claim fails":
            guard let uid = state.study?.row.uid else { return false }
            send(.study(.claimFailed(uid, "Cannot reach the server (connection refused).")))
        case "no server": openFailure = "Cannot reach the server (connection refused). Check the network."
        case "disk full": saveFailure = "The disk is full. Make room; your text is kept here."
        case "disk free": saveFailure = nil
        case "sign fails": signFailure = "Not signed. The disk is full."
        case "identity not read": preparationFailure = "The store cannot be read."
        case "identity as last seen":
            staleBecause = "Cannot reach the server (connection refused)."
        case "namesake":
            homonyms = [
                Patient(
                    identifier: PatientID(rawValue: "00987").map { PatientIdentifier(id: $0, issuer: nil) },
                    name: PersonName(dicom: "AL-HASHIMI^Noor"), birthDate: Fixture.day("19710509"), sex: .female)
            ]
        case "report lost count": uncounted = 1
        case "their report not read": theirsFailure = "Cannot reach the server (connection refused)."
        case "decided": for index in items.indices { items[index].entry.resolution = "both reports stand" }
        case "list slow", "study slow", "signing slow", "identity slow", "their report slow":
            return hold(String(world.dropLast(5)))
        case "new series":
            atSigning = { $0.series.append(Fixture.series(5, of: 1, "CT", "MIP coronal", images: 20)) }
        case "other patient":
            atSigning = { detail in
                detail.study.patient.name = PersonName(dicom: "DOE^Janet")
                detail.study.patient.birthDate = Fixture.day("19610312")
            }
        case "passphrase": state.system.lockPolicy = LockPolicy(idleMinutes: 10)
        case "pin":
            state.system.signingPolicy = SigningPolicy(credential: .pin, graceMinutes: 0)
        case "macros":
            own = [
                LibraryFile(
                    kind: .macro, name: "nc",
                    text: "# title: Normal chest\nHeart [normal* | enlarged]. Nodule [# mm]. [.asked]\n"),
                LibraryFile(kind: .macro, name: "asked", text: "Asked: [<indication>]."),
                LibraryFile(kind: .macro, name: "nodules", text: "Several nodules."),
                LibraryFile(kind: .template, name: "broken", text: "# title: Broken\nLungs: [clear."),
            ]
        case "phrases":
            suggestions = [
                (
                    "No ",
                    [
                        PhraseSuggestion(text: "pleural effusion or pneumothorax.", firstWord: 7),
                        PhraseSuggestion(text: "change since 2025.", firstWord: 6, plain: [13..<17]),
                        PhraseSuggestion(text: "focal consolidation in the left lung.", firstWord: 5, plain: [27..<31]),
                    ]
                ), ("pneumothorax.", [PhraseSuggestion(text: "\nHeart size normal.", firstWord: 6)]),
            ]
        case "lee takes it":
            guard let uid = state.editor?.draft.study else { return false }
            send(.study(.claimed(uid, .taken(by: "Lee"))))
        default: return false
        }
        return true
    }
}

extension Desk {
    /// What is asked for is not answered.
    private mutating func hold(_ what: String) -> Bool {
        let isHeld: [String: @Sendable (Effect) -> Bool] = [
            "list": { if case .loadWorklist = $0 { true } else { false } },
            "study": { if case .openStudy = $0 { true } else { false } },
            "identity": { if case .prepareSigning = $0 { true } else { false } },
            "signing": { if case .sign = $0 { true } else { false } },
            "their report": { if case .loadTheirs = $0 { true } else { false } },
        ]
        guard let isHeld = isHeld[what] else { return false }
        holds = isHeld
        return true
    }
}
