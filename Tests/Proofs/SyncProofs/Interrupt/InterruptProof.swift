import Foundation
import LocalStore
public import Proving
import Radiology
import Sync

/// Every step of a sync stopped, taken up again, and compared with the sync nobody stopped.
public enum InterruptProof {
    /// Defects that must be found.
    public enum Defect: String, CaseIterable, Sendable {
        case filedBeforeSent = "filed-before-sent"
        case newIdentifierOnResume = "new-uid-on-resume"
    }

    /// What is left of a sync: how each delivery stands, and what each server holds.
    private struct Remains: Equatable {
        var states: [String: String]
        var held: [String: [String: [UInt8]]]
        var broken: [String]
    }

    /// - Parameter stride: 1 stops at every step; 5 at every fifth.
    public static func run(stride: Int = 1, canary: Defect? = nil) throws -> Verdict {
        var verdict = Verdict(proof: canary.map { "interrupt \($0.rawValue)" } ?? "interrupt")
        try Scratch.inNewDirectory { folder in
            let template = folder.appendingPathComponent("template")
            try FileManager.default.createDirectory(at: template, withIntermediateDirectories: false)
            try SignedReports.make(at: template.appendingPathComponent("store.sqlite").path)
            // The yardstick is a sync without defects and without interruption.
            let whole = try attempt(template, in: folder, stopsAt: nil, canary: nil)
            for step in Swift.stride(from: 1, through: whole.steps, by: stride) {
                verdict.planned += 1
                stop(at: step, template, in: folder, canary, whole.remains, &verdict)
            }
            verdict.figures = [("steps", String(whole.steps)), ("deliveries", String(whole.remains.states.count))]
        }
        return verdict
    }

    private static func stop(
        at step: Int, _ template: URL, in folder: URL, _ canary: Defect?, _ wanted: Remains, _ verdict: inout Verdict
    ) {
        do {
            let found = try attempt(template, in: folder, stopsAt: step, canary: canary)
            verdict.fired += found.wasStopped ? 1 : 0
            compare(found.remains, wanted, step, &verdict)
            if found.sentAgain > 0 {
                verdict.broken.append("step \(step): a further run sent \(found.sentAgain) documents")
            }
        } catch {
            // The store's own rules may be what finds a defect.
            verdict.broken.append("step \(step): \(error)")
        }
    }

    private static func compare(_ found: Remains, _ wanted: Remains, _ step: Int, _ verdict: inout Verdict) {
        if found.states != wanted.states { verdict.broken.append("step \(step): the store says something else") }
        if found.held != wanted.held {
            let count = found.held.values.reduce(0) { $0 + $1.count }
            let right = wanted.held.values.reduce(0) { $0 + $1.count }
            verdict.lost += max(0, right - count)
            verdict.duplicated += max(0, count - right)
            verdict.broken.append("step \(step): the servers hold \(count) documents instead of \(right)")
        }
        verdict.broken += found.broken.map { "step \(step): \($0)" }
    }

    /// Stopped at a step, taken up to the end, and run once more.
    private static func attempt(
        _ template: URL, in folder: URL, stopsAt: Int?, canary: Defect?
    ) throws -> (remains: Remains, steps: Int, wasStopped: Bool, sentAgain: Int) {
        let place = folder.appendingPathComponent("run")
        try FileManager.default.copyItem(at: template, to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appendingPathComponent("store.sqlite").path
        let servers = Dictionary(
            uniqueKeysWithValues: zip(SignedReports.destinations, ServerHabit.allCases.map { ByteServer($0) }))
        let first = try sync(path, servers, stopsAt: stopsAt, canary)
        if stopsAt != nil { _ = try sync(path, servers, stopsAt: nil, canary) }
        let before = servers.mapValues(\.held)
        let again = try sync(path, servers, stopsAt: nil, canary)
        var remains = try remains(path, servers)
        if before != servers.mapValues(\.held) { remains.broken.append("a further run changed a server") }
        return (remains, first.steps, first.wasStopped, again.sent)
    }

    private static func sync(
        _ path: String, _ servers: [DestinationName: ByteServer], stopsAt: Int?, _ canary: Defect?
    ) throws -> (steps: Int, wasStopped: Bool, sent: Int) {
        let store = try LocalStore(path: path)
        defer { store.close() }
        var process = InterruptibleSync(store: store, servers: servers, stopsAt: stopsAt, canary: canary)
        do {
            try process.run()
            return (process.steps, false, process.sent)
        } catch is Stopped {
            return (process.steps, true, process.sent)
        }
    }

    private static func remains(_ path: String, _ servers: [DestinationName: ByteServer]) throws -> Remains {
        let store = try LocalStore(path: path)
        defer { store.close() }
        let items = try store.outboxItems(limit: 100)
        let states = items.map { ("\($0.version.id) at \($0.entry.destination)", $0.entry.progress.state.rawValue) }
        return Remains(
            states: Dictionary(uniqueKeysWithValues: states),
            held: Dictionary(uniqueKeysWithValues: servers.map { ($0.key.rawValue, $0.value.held) }),
            broken: try store.brokenInvariants())
    }
}
