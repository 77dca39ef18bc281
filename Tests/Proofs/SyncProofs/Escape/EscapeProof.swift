import Dispatch
public import Proving
import Synchronization
import Terminal

/// No byte of data reaches the terminal as a control (invariant 22).
public enum EscapeProof {
    private static let sizes = [(80, 24), (100, 30), (160, 48), (79, 23), (200, 60), (81, 25)]

    /// Renders every screen with hostile texts in every field, until so many texts were shown.
    ///
    /// - Parameter isRaw: the canary: as if nothing were cleaned before it is drawn.
    public static func render(count: Int, seed: UInt64 = 1, isRaw: Bool = false) -> Verdict {
        let sum = Mutex((strings: 0, frames: 0, offences: [String]()))
        // A desk takes some six hundred texts.
        let desks = max(1, count / 600)
        DispatchQueue.concurrentPerform(iterations: desks) { index in
            let (columns, rows) = sizes[index % sizes.count]
            var desk = HostileDesk(
                seed: seed &+ UInt64(index), size: Size(columns: columns, rows: rows), isRaw: isRaw)
            desk.run()
            sum.withLock {
                $0.strings += desk.text.count
                $0.frames += desk.frames
                if let offence = desk.offence { $0.offences.append("seed \(seed &+ UInt64(index)): \(offence)") }
            }
        }
        var verdict = Verdict(proof: isRaw ? "escape raw" : "escape")
        let result = sum.withLock { $0 }
        verdict.planned = desks
        verdict.fired = desks
        verdict.broken = Array(result.offences.sorted().prefix(10))
        verdict.figures = [("strings", String(result.strings)), ("frames", String(result.frames))]
        return verdict
    }
}
