import LocalStore
import Radiology
import Sync
import Vault

/// What is wrong with a store after all is over.
struct Findings: Sendable {
    /// Acknowledged, and not there as it was.
    var lost: [String] = []
    /// Half there, there without having been asked for, or an invariant that does not hold.
    var broken: [String] = []
    /// Steps that were refused or cut short, and are there, whole.
    var resurfaced = 0

    var isClean: Bool { lost.isEmpty && broken.isEmpty }
}

/// Compares a store with what was acknowledged to have been written to it.
struct Examination {
    let reports: SyntheticReports
    /// All steps ever asked of the store, in order, and what became of each.
    let history: [(step: Step, outcome: Outcome)]
    private var findings = Findings()
    private var present: Set<ReportVersionID> = []

    init(_ reports: SyntheticReports, _ history: [(step: Step, outcome: Outcome)]) {
        self.reports = reports
        self.history = history
    }

    mutating func examine(_ store: LocalStore) throws -> Findings {
        findings.broken += try store.brokenInvariants()
        try examineStudies(store)
        try examineVersions(store)
        try examineDrafts(store)
        try examineOutbox(store)
        try examineAudit(store)
        return findings
    }

    /// Invariant 8: studies are as the server told them.
    private mutating func examineStudies(_ store: LocalStore) throws {
        for case (.worklist(let count), .done) in history {
            for number in 0..<count {
                let study = reports.study(number)
                if try store.worklistRow(study.uid)?.item.study != study { findings.lost.append("study \(number)") }
            }
        }
    }

    /// Invariants 1 and 3: acknowledged versions byte for byte, others wholly or not at all, in order.
    private mutating func examineVersions(_ store: LocalStore) throws {
        for case (.sign(let study, let number), let outcome) in history {
            let frozen = reports.frozen(study, version: number)
            guard let found = try store.frozenReport(frozen.version.id) else {
                if outcome == .done { findings.lost.append("signed version \(frozen.version.id.rawValue)") }
                continue
            }
            present.insert(frozen.version.id)
            if found != frozen { findings.lost.append("the bytes of \(frozen.version.id.rawValue)") }
            if outcome == .untouched { findings.broken.append("\(frozen.version.id.rawValue) was never signed") }
            if outcome == .uncertain { findings.resurfaced += 1 }
        }
    }

    /// Invariant 18: the last draft acknowledged, or one begun after it. Signing ends a draft, and nothing else does.
    private mutating func examineDrafts(_ store: LocalStore) throws {
        var possible: [Int: Set<String?>] = [:]
        for (step, outcome) in history where outcome != .untouched {
            switch step {
            case .draft(let study, let revision):
                let content = reports.draft(study, revision: revision).content
                possible[study] = outcome == .done ? [content] : (possible[study] ?? [nil]).union([content])
            case .sign(let study, let number):
                if present.contains(reports.frozen(study, version: number).version.id) { possible[study] = [nil] }
            default: continue
            }
        }
        for (study, contents) in possible.sorted(by: { $0.key < $1.key }) {
            let found = try store.draft(reports.study(study).uid)?.content
            if !contents.contains(found) { findings.lost.append("the draft of study \(study)") }
        }
    }

    /// Invariants 2 and 4: a version has all of its outbox rows, where they were left.
    private mutating func examineOutbox(_ store: LocalStore) throws {
        let items = try store.outboxItems(limit: 100_000)
        var rows = Dictionary(grouping: items, by: \.entry.version)
        for id in present {
            let found = rows.removeValue(forKey: id) ?? []
            if Set(found.map(\.entry.destination)) != Set(reports.destinations) || found.contains(where: \.isForeign) {
                findings.broken.append("\(id.rawValue) has \(found.count) outbox rows (2)")
            }
            try examineProgress(found, of: id)
        }
        if !rows.isEmpty { findings.broken.append("outbox rows of \(rows.count) versions that are not there (2)") }
    }

    private mutating func examineProgress(_ rows: [OutboxItem], of id: ReportVersionID) throws {
        var possible: Set<FilingProgress> = [FilingProgress()]
        for case (.file(let study, let number, let filing), let outcome) in history where outcome != .untouched {
            guard reports.frozen(study, version: number).version.id == id else { continue }
            possible = outcome == .done ? [filing.progress] : possible.union([filing.progress])
        }
        for row in rows where row.entry.destination == reports.destinations[0] {
            if !possible.contains(row.entry.progress) { findings.lost.append("the filing of \(id.rawValue)") }
        }
    }

    /// Invariant 25: one event for each signing and each filing.
    private mutating func examineAudit(_ store: LocalStore) throws {
        let events = try store.auditEvents()
        var signings = events.filter { $0.kind == .signed }.map(\.detail)
        signings.sort()
        if signings != present.map(\.rawValue).sorted() {
            findings.broken.append("\(present.count) versions, \(signings.count) signings in the audit (25)")
        }
        let filed = try store.outboxItems(limit: 100_000).count { $0.entry.progress.state == .filed }
        let filings = events.count { $0.kind == .filed }
        if filed != filings { findings.broken.append("\(filed) filed, \(filings) filings in the audit (25)") }
    }
}

extension OutboxItem {
    /// Whether the row carries another study than its version.
    fileprivate var isForeign: Bool {
        entry.document != version.document || entry.document.study != version.study.uid
    }
}
