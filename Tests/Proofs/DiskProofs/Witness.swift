import Foundation

/// What a child tells before it dies. Each line is written by one call, outside of what the faults hit; a killed
/// process leaves what the kernel has.
struct Witness {
    let file: Int32

    init(path: String) throws {
        file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func tell(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(file, bytes, bytes.count)
    }
}

/// What was told.
struct Testimony: Sendable {
    /// By the place of the step in its scenario.
    var outcomes: [Int: Outcome] = [:]
    var isOpened = false
    /// The call the process died at, or how many errors it met.
    var fired = 0
    var calls = ""
    var refusals: [String] = []
    var recoveryKey: String?
    var isComplete = false

    init() {}

    init(path: String) {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") { hear(line.split(separator: " ", maxSplits: 2).map(String.init)) }
    }

    private mutating func hear(_ words: [String]) {
        let number = words.count > 1 ? Int(words[1]) : nil
        switch words.first {
        case "begun": outcomes[number ?? -1] = .uncertain
        case "done": outcomes[number ?? -1] = .done
        case "refused": refusals.append(words.last ?? "")
        case "opened": isOpened = true
        case "fired": fired += 1
        case "errors": fired += number ?? 0
        case "calls": calls = words.count > 1 ? words[1] : ""
        case "recovery": recoveryKey = words.last
        case "end": isComplete = true
        default: break
        }
    }

    func outcome(_ place: Int) -> Outcome { outcomes[place] ?? .untouched }
}
