import CentralServer
import Foundation
import LocalStore
import Radiology
import Sync

/// A destination's memory: bytes under identifiers. It outlives every workstation.
final class ByteServer {
    let habit: ServerHabit
    private(set) var held: [String: [UInt8]] = [:]
    private(set) var received = 0

    init(_ habit: ServerHabit) { self.habit = habit }

    /// Each habit has its own way to make a first attempt fail, so that the reference sync has detours.
    func send(_ document: [UInt8], _ instance: String) -> SendOutcome {
        received += 1
        if habit == .overwrites, received == 2 { return .notSent("connection refused") }
        let isHeld = held[instance] != nil
        switch habit {
        case .keepsFirst: held[instance] = held[instance] ?? document
        case .overwrites: held[instance] = document
        case .refusesDuplicates:
            if isHeld { return .clashed("409: held already") }
            held[instance] = document
        }
        // Stored, but the answer is lost.
        return received == 3 ? .unknown("connection reset") : .accepted
    }

    func readBack(_ document: [UInt8], _ instance: String) -> ReadBackOutcome {
        guard let found = held[instance] else { return .absent }
        return found == document ? .identical : .different
    }
}

/// The program was stopped at this step.
struct Stopped: Error {}

/// One process that files what a store holds: the real machine on the real store, one thing after the other, so that
/// it can be stopped before and after each.
struct InterruptibleSync {
    let store: LocalStore
    let servers: [DestinationName: ByteServer]
    let canary: InterruptProof.Defect?
    /// The step at which the process ends; `nil` runs to the end.
    let stopsAt: Int?
    private(set) var steps = 0
    private(set) var sent = 0
    private var machine = FilingMachine()
    private var facts: [FilingFact] = []
    private var wake: Instant?
    private var now = Instant(millisecondsSince1970: 1_795_252_440_000)

    init(
        store: LocalStore, servers: [DestinationName: ByteServer], stopsAt: Int?, canary: InterruptProof.Defect?
    ) {
        (self.store, self.servers, self.stopsAt, self.canary) = (store, servers, stopsAt, canary)
    }

    /// Until nothing is left to do.
    mutating func run() throws {
        facts = [.loaded(try store.unfiledOutbox())]
        while true {
            if let fact = facts.first {
                facts.removeFirst()
                try handle(fact)
            } else if let at = wake {
                wake = nil
                now = max(now, at)
                try handle(.ticked)
            } else {
                return
            }
            guard steps < 10_000 else { throw ProofTrouble(description: "the sync does not end") }
        }
    }

    private mutating func handle(_ fact: FilingFact) throws {
        wake = nil
        for order in machine.handle(fact, at: now) { try carryOut(order) }
    }

    /// Between an order and its effect, and between the effect and the fact, the process may end.
    private mutating func step() throws {
        steps += 1
        if steps == stopsAt { throw Stopped() }
    }

    private mutating func carryOut(_ order: FilingOrder) throws {
        if case .wake(let at) = order {
            wake = at
            return
        }
        try step()
        let fact = try effect(of: order)
        try step()
        if let fact { facts.append(fact) }
    }

    private mutating func effect(of order: FilingOrder) throws -> FilingFact? {
        switch order {
        case .record(let id, let progress):
            try store.record(kept(progress), for: id, audit: nil)
            return .recorded(id)
        case .send(let id):
            sent += 1
            return try exchange(id) { .sent(id, $0.send($1, $2)) }
        case .readBack(let id):
            return try exchange(id) { .readBack(id, $0.readBack($1, $2)) }
        case .wake: return nil
        }
    }

    /// A canary calls it filed before anything was sent.
    private func kept(_ progress: FilingProgress) -> FilingProgress {
        guard canary == .filedBeforeSent, progress.state == .unknown, progress.attempts == 1 else { return progress }
        var progress = progress
        progress.state = .filed
        progress.filedAt = now
        return progress
    }

    private func exchange(
        _ id: OutboxEntryID, _ talk: (ByteServer, [UInt8], String) -> FilingFact
    ) throws -> FilingFact? {
        guard let entry = machine.entry(id), let server = servers[entry.destination],
            let frozen = try store.frozenReport(entry.version), frozen.digest == entry.digest,
            ReportDocument.identityDifferences(frozen.document, frozen.version).isEmpty
        else { throw ProofTrouble(description: "the signed bytes of entry \(id.rawValue) cannot be read") }
        // A canary has a new identifier for every process.
        let isRenamed = canary == .newIdentifierOnResume && stopsAt == nil
        let instance = entry.document.instance.rawValue + (isRenamed ? ".9" : "")
        return talk(server, frozen.document, instance)
    }
}
