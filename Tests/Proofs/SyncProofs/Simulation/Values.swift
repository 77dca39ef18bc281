import Radiology
import Sync

/// Whose study it is. Each number stands for one set of demographics, one order.
struct Identity: Hashable, Sendable {
    var patient: Int
    var accession: Int
}

struct StudyFacts: Hashable, Sendable {
    var study: Int
    var identity: Identity
    /// Series by number, in order.
    var series: [Int]
}

/// The bytes of a signed report, as far as they matter here.
struct Document: Hashable, Sendable {
    var uid: Int
    var study: Int
    var identity: Identity
    var text: Int
    var version: Int

    /// Stable between runs, unlike `hashValue`.
    var digest: UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for part in [uid, study, identity.patient, identity.accession, text, version] {
            hash = (hash ^ UInt64(bitPattern: Int64(part))) &* 1_099_511_628_211
        }
        return hash
    }
}

/// One signed version as the store keeps it.
struct StoredVersion: Sendable {
    /// Counted over all workstations.
    var id: Int
    var report: Int
    /// From 1 within its report.
    var number: Int
    /// The number of the version it was written on top of; 0 for the first.
    var base: Int
    var study: Int
    var document: Document
    var signedAt: Instant
    var reader: Int
    /// What the reducer needs to open the study again; `nil` where the model sits at the desk.
    var content: SignedContent?
}

/// Behind a reference, for versions are handed about in every step, and a report is large.
final class SignedContent: Sendable {
    let version: ReportVersion

    init(_ version: ReportVersion) { self.version = version }
}

struct StoredRow: Sendable {
    var entry: OutboxEntry
    /// Index into the store's versions.
    var version: Int
    var destination: Int
    /// The bytes the row was last sent with, where a canary changes them.
    var isDropped = false
}

/// A draft as it is kept.
struct KeptDraft: Sendable {
    var begun: StudyFacts
    /// How many characters there are.
    var characters: Int
    /// The report and the version it goes on with.
    var report: Int?
    var base: Int
    var draft: (any Sendable)?
}

/// What a reader is about to put their name to.
struct SigningAct: Sendable {
    var begun: StudyFacts
    /// As the sign dialog showed it.
    var shown: StudyFacts
    var characters: Int
    var report: Int?
    var base: Int
    var wasReidentified: Bool
    var wasAcknowledged: Bool
    var content: SignedContent?
}

enum ServerHabit: Int, CaseIterable, Sendable {
    case keepsFirst, overwrites, refusesDuplicates
}

/// What the destination's store does with what arrives.
struct ModelServer: Sendable {
    var habit: ServerHabit
    var held: [Int: Document] = [:]
    var backup: [Int: Document] = [:]
    /// Documents it will not take, whatever happens.
    var poison: Set<Int> = []
    /// Documents of which it keeps other bytes than it was sent.
    var altered: Set<Int> = []
    /// What it once held, restored or not.
    var everHeld: Set<Document> = []
    /// Documents that were there and are not any more.
    var forgotten: Set<Int> = []
    /// Who the worklist says reads a study.
    var claims: [Int: Int] = [:]

    /// - Returns: whether it took the document, or has it already.
    mutating func store(_ document: Document) -> Bool {
        var kept = document
        if altered.contains(document.uid) { kept.text = -document.text - 1 }
        guard held[document.uid] != nil else {
            hold(kept)
            return true
        }
        switch habit {
        case .keepsFirst: return true
        case .refusesDuplicates: return false
        case .overwrites:
            hold(kept)
            return true
        }
    }

    private mutating func hold(_ document: Document) {
        held[document.uid] = document
        everHeld.insert(document)
        forgotten.remove(document.uid)
    }

    mutating func restore() {
        for uid in held.keys where backup[uid] == nil { forgotten.insert(uid) }
        held = backup
    }
}
