/// What a proof found. A proof that planned faults and fired none has proven nothing, and says so.
public struct Verdict: Sendable {
    public var proof: String
    /// Faults meant to be injected, and those that were.
    public var planned = 0
    public var fired = 0
    public var lost = 0
    public var duplicated = 0
    public var misfiled = 0
    public var overwritten = 0
    /// Anything else that does not hold, each a sentence with the invariant's number.
    public var broken: [String] = []
    /// More figures worth a line, such as `schedules a second`.
    public var figures: [(name: String, value: String)] = []

    /// What was lost and what did not happen, a sentence each, for whoever looks for the reason.
    public var examples: [String] = []

    public init(proof: String) { self.proof = proof }

    /// Whether everything held, and every fault that was planned was there to hold against.
    public var holds: Bool {
        planned > 0 && fired == planned && lost + duplicated + misfiled + overwritten == 0 && broken.isEmpty
    }

    /// One line for people and for tests: `kill: planned 200, fired 200, lost 0, … holds`.
    public var summary: String {
        let counts = [
            ("planned", planned), ("fired", fired), ("lost", lost), ("duplicated", duplicated),
            ("misfiled", misfiled), ("overwritten", overwritten), ("broken", broken.count),
        ].map { "\($0.0) \($0.1)" }
        let more = figures.map { "\($0.name) \($0.value)" }
        return "\(proof): \((counts + more).joined(separator: ", ")): \(holds ? "holds" : "DOES NOT HOLD")"
    }
}
