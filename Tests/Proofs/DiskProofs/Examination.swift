import LocalStore
import Radiology
import Sync

/// What is wrong with a store after all is over.
struct Findings: Sendable {
    /// Signed, acknowledged, and not there byte for byte.
    var lost: [String] = []
    /// Other things acknowledged - drafts, filings, studies - and not there as they were.
    var older: [String] = []
    /// Half there, there without having been asked for, or an invariant that does not hold.
    var broken: [String] = []
    /// What the store itself says is wrong with it.
    var told: [String] = []
    /// Steps that were refused or cut short, and are there, whole.
    var resurfaced = 0
}

/// Compares a store with what was acknowledged to have been written to it.
struct Examination {
    let reports: SyntheticReports
    /// All steps ever asked of the store, in order, and what became of each.
    let history: [(step: Step, outcome: Outcome)]
    private var findings = Findings()
    private var present: Set<String> = []

    init(_ reports: SyntheticReports, _ history: [(step: Step, outcome: Outcome)]) {
        self.reports = reports
        self.history = history
    }

    /// - Parameter readsThroughStore: reads the reports as a screen does, too, which takes longer.
    mutating func examine(_ store: LocalStore, readsThroughStore: Bool = true) throws -> Findings {
        findings.told += try store.brokenInvariants()
        try examineCopies(store)
        let rows = try Inspection(path: store.path)
        examineStudies(rows)
        examineVersions(rows)
        examineDrafts(rows)
        examineOutbox(rows)
        examineAudit(rows)
        if readsThroughStore { try read(store) }
        return findings
    }

    /// Invariant 19: as at every start of the program, the second copy is compared; then it is complete.
    private mutating func examineCopies(_ store: LocalStore) throws {
        let outcome = try store.copySigned(at: SyntheticReports.now)
        if outcome.restored > 0 { findings.told.append("\(outcome.restored) versions came back from the copy") }
        if outcome.failed > 0 { findings.told.append("\(outcome.failed) records of the copy are of no use") }
        if outcome.movedAside != nil { findings.told.append("the copy was moved aside") }
        let counts = try store.copyCounts()
        if counts.signed != counts.copied {
            findings.broken.append("\(counts.signed) versions, \(counts.copied) in the second copy (19)")
        }
    }

    /// Invariant 8: patient and accession are those of the study, as the server told them.
    private mutating func examineStudies(_ rows: Inspection) {
        for case (.worklist(let count), .done) in history {
            for number in 0..<count where !rows.identities.contains(reports.identity(number)) {
                findings.older.append("study \(number)")
            }
        }
    }

    /// Invariants 1 and 3: acknowledged versions byte for byte, others wholly or not at all.
    private mutating func examineVersions(_ rows: Inspection) {
        for case (.sign(let study, let number), let outcome) in history {
            let expected = reports.row(study, version: number)
            guard let found = rows.versions[expected.id] else {
                if outcome == .done { findings.lost.append("signed version \(expected.id)") }
                continue
            }
            present.insert(expected.id)
            if found != expected { findings.lost.append("the bytes of \(expected.id)") }
            if outcome == .untouched { findings.broken.append("\(expected.id) was never signed") }
            if outcome == .uncertain { findings.resurfaced += 1 }
        }
        let strangers = rows.versions.count - present.count
        if strangers > 0 { findings.broken.append("\(strangers) versions that nobody signed") }
    }

    /// Invariant 18: the last draft acknowledged, or one begun after it. Signing ends a draft, and nothing else does.
    private mutating func examineDrafts(_ rows: Inspection) {
        var possible: [Int: Set<String?>] = [:]
        for (step, outcome) in history where outcome != .untouched {
            switch step {
            case .draft(let study, let revision):
                let content = reports.draft(study, revision: revision).content
                possible[study] = outcome == .done ? [content] : (possible[study] ?? [nil]).union([content])
            case .sign(let study, let number):
                if present.contains(reports.row(study, version: number).id) { possible[study] = [nil] }
            default: continue
            }
        }
        for (study, contents) in possible.sorted(by: { $0.key < $1.key }) {
            let found = rows.drafts[reports.identity(study).study]
            if !contents.contains(found) { findings.older.append("the draft of study \(study)") }
        }
    }

    /// Invariants 2 and 4: a version has all of its outbox rows, where they were left.
    private mutating func examineOutbox(_ rows: Inspection) {
        var deliveries = Dictionary(grouping: rows.deliveries, by: \.version)
        let destinations = Set(reports.destinations.map(\.rawValue))
        for id in present.sorted() {
            let found = deliveries.removeValue(forKey: id) ?? []
            if found.count != destinations.count || Set(found.map(\.destination)) != destinations {
                findings.broken.append("\(id) has \(found.count) outbox rows (2)")
            }
            let possible = self.possible(id, isRestored: rows.restored.contains(id))
            if found.contains(where: { !possible.contains($0) }) { findings.older.append("the filing of \(id)") }
        }
        if !deliveries.isEmpty { findings.broken.append("outbox rows of \(deliveries.count) versions not there (2)") }
    }

    /// How far the deliveries of a version may have come: the first as its steps say, others nowhere.
    private func possible(_ id: String, isRestored: Bool) -> Set<Inspection.Delivery> {
        // Of what came back from the copy nobody knows whether it was sent; the server is asked.
        let none = FilingProgress(state: isRestored ? .unknown : .queued)
        var first: Set<FilingProgress> = [none]
        for case (.file(let study, let number, let filing), let outcome) in history where outcome != .untouched {
            guard !isRestored, reports.row(study, version: number).id == id else { continue }
            first = outcome == .done ? [filing.progress] : first.union([filing.progress])
        }
        let names = reports.destinations.map(\.rawValue)
        let others = names.dropFirst().map { Inspection.Delivery(id, $0, none) }
        return Set(first.map { Inspection.Delivery(id, names[0], $0) } + others)
    }

    /// Invariant 25: one event for each signing, or for its coming back, and for each filing.
    private mutating func examineAudit(_ rows: Inspection) {
        let signings = rows.events["signed", default: []] + rows.restored
        if signings.sorted() != present.sorted() {
            findings.broken.append("\(present.count) versions, \(signings.count) signings in the audit (25)")
        }
        let filed = rows.deliveries.filter { $0.state == "filed" }.map(\.version)
        let filings = rows.events["filed", default: []]
        if filings.sorted() != filed.sorted() {
            findings.broken.append("\(filed.count) filed, \(filings.count) filings in the audit (25)")
        }
    }

    private mutating func read(_ store: LocalStore) throws {
        for case (.sign(let study, let number), _) in history {
            let frozen = reports.frozen(study, version: number)
            guard present.contains(frozen.version.id.rawValue) else { continue }
            if try store.frozenReport(frozen.version.id) != frozen {
                findings.lost.append("\(frozen.version.id.rawValue), as the store reads it")
            }
        }
    }
}

extension Inspection.Delivery {
    fileprivate init(_ version: String, _ destination: String, _ progress: FilingProgress) {
        self.init(
            version: version, destination: destination, state: progress.state.rawValue, attempts: progress.attempts,
            answer: progress.lastAnswer, filedAt: progress.filedAt?.millisecondsSince1970)
    }
}
