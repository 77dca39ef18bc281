/// What happened, as a number to compare and, when asked for, as lines to read.
struct Trace: Sendable {
    let isRecording: Bool
    private(set) var hash: UInt64 = 14_695_981_039_346_656_037
    private(set) var lines: [String] = []

    init(isRecording: Bool) { self.isRecording = isRecording }

    mutating func note(_ kind: Int, _ what: Int, _ now: Int, _ words: () -> String) {
        mix(kind)
        mix(what)
        mix(now)
        guard isRecording else { return }
        let seconds = now / 1000
        let milliseconds = String(now % 1000)
        let padded = String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
        lines.append("\(seconds).\(padded) s  \(words())")
    }

    private mutating func mix(_ value: Int) {
        hash = (hash ^ UInt64(bitPattern: Int64(value))) &* 1_099_511_628_211
    }
}
