import Proving
import Radiology
import Sync

// What the servers do with what reaches them, and what becomes of their answers.

extension Simulator {
    private static let serverFaults: [Fault] = [
        .status401, .status403, .status409, .status412, .status413, .status422, .status429, .status500, .status503,
        .lying, .partial, .resetAfterArrival, .acknowledgementLost, .acknowledgementLate, .acknowledgementMisrouted,
    ]

    /// What goes wrong with one request once it is there: at most one thing.
    mutating func serverFault() -> Fault? {
        guard faultsAreOn else { return nil }
        let fault = random.pick(Simulator.serverFaults)
        return strikes(fault) ? fault : nil
    }

    mutating func arrive(_ document: Document, at server: Int, _ reply: Reply?, _ fault: Fault?) {
        if faultsAreOn, !servers[server].everHeld.contains(document) {
            if strikes(.poison, rarer: 4) { servers[server].poison.insert(document.uid) }
            if strikes(.altered, rarer: 16) { servers[server].altered.insert(document.uid) }
        }
        let (stores, outcome, wait) = outcome(document, server, fault)
        var answer = outcome
        if stores {
            let isTaken = servers[server].store(document)
            if !isTaken, answer == .accepted { answer = .clashed("409: held already") }
        }
        trace.note(7, document.uid, now) { "S\(server) gets uid \(document.uid): stores \(stores), says \(answer)" }
        guard let reply else { return }
        queue.add(.fact(reply, .sent(reply.entry, believed(answer, fault, reply))), at: now + wait)
    }

    /// A canary that takes a refusal for success.
    private mutating func believed(_ answer: SendOutcome, _ fault: Fault?, _ reply: Reply) -> SendOutcome {
        guard schedule.canary == .ignored409And412 else { return answer }
        var isIgnored = fault == .status412
        if case .clashed = answer { isIgnored = true }
        guard isIgnored else { return answer }
        trusted.insert(reply.entry.rawValue)
        return .accepted
    }

    /// Whether the document is stored, what the sender hears as the connector reads it, and after how long.
    private mutating func outcome(
        _ document: Document, _ server: Int, _ fault: Fault?
    ) -> (stores: Bool, SendOutcome, wait: Int) {
        let soon = delay(300)
        // Servers have stored what they said they refused.
        let either = random.happens(oneIn: 4)
        if servers[server].poison.contains(document.uid) { return (false, .refused("422: not taken"), soon) }
        switch fault {
        case .status401: return (false, .unauthorized("401"), soon)
        case .status403: return (false, .unauthorized("403"), soon)
        case .status409: return (either, .clashed("409"), soon)
        case .status412: return (either, .refused("412"), soon)
        case .status413: return (false, .refused("413"), soon)
        case .status422: return (either, .refused("422"), soon)
        case .status429: return (false, .deferred("429", seconds: random.pick([nil, 1, 30, 100_000])), soon)
        case .status500: return (either, .unknown("500"), soon)
        case .status503: return (either, either ? .unknown("503") : .deferred("503", seconds: 20), soon)
        case .lying: return (false, .accepted, soon)
        case .partial: return (either, .refused("202: not stored, failure reason 0x110"), soon)
        case .resetAfterArrival: return (true, .unknown("connection reset"), soon)
        case .acknowledgementLost: return (true, .unknown("no answer for 30 s"), 30_000)
        case .acknowledgementLate: return (true, .accepted, 20_000 + soon)
        // The connector finds another report's identifier in the answer.
        case .acknowledgementMisrouted: return (true, .unknown("200, but the answer does not name the report"), soon)
        default: return (true, .accepted, soon)
        }
    }

    mutating func answer(_ frozen: Document, at server: Int, _ reply: Reply) throws(Breach) {
        let held = servers[server].held[frozen.uid]
        var outcome: ReadBackOutcome = held == nil ? .absent : held == frozen ? .identical : .different
        // Another request's answer: bytes, but of another document.
        if strikes(.askMisrouted, rarer: 2) { outcome = .different }
        // What counts is that the answer is heard; until then nothing is proven.
        if outcome == .identical { ledger.readBack.insert(Ledger.key(reply.version, server)) }
        queue.add(.fact(reply, .readBack(reply.entry, outcome)), at: now + delay(300))
    }
}
