import Dispatch
import Foundation
import Programs
public import Proving
import Synchronization

/// The configuration's reader belongs to the program itself, so the program is started for each input.
public enum ConfigurationFuzz {
    public static let name = "configuration"

    private static let target = FuzzTarget(
        name: name, seeds: { [sample, shortest].map { Array($0.utf8) } },
        tokens: [
            "[", "]]", "[[server]]", "=", "\"\"\"", "'", "\\u0000", "\u{1B}]0;x", "1e400", "inf", "true", "#", "\n",
        ]
    ) { _ in nil }

    /// Seconds after which a start is said to hang, and is ended.
    private static let patience = 20

    public static func run(count: Int, seed: UInt64 = 1) throws -> Verdict {
        let mutator = Mutator(target, seed: seed)
        let begun = DispatchTime.now()
        let parts = min(count, ProcessInfo.processInfo.activeProcessorCount)
        let results = Mutex([Result<Verdict, any Error>?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { index in
            let result = Result { try run(index * count / parts..<(index + 1) * count / parts, mutator) }
            results.withLock { $0[index] = result }
        }
        var verdict = Verdict(proof: "fuzz \(name)")
        for part in try results.withLock({ try $0.compactMap { try $0?.get() } }) {
            verdict.planned += part.planned
            verdict.fired += part.fired
            verdict.broken += part.broken
        }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds) / 1e9
        verdict.figures = [("executions a second", String(Int(Double(verdict.fired) / max(seconds, 0.001))))]
        return verdict
    }

    private static func run(_ numbers: Range<Int>, _ mutator: Mutator) throws -> Verdict {
        var verdict = Verdict(proof: name)
        try Scratch.inNewDirectory { folder in
            let configuration = folder.appendingPathComponent("config")
            try FileManager.default.createDirectory(at: configuration, withIntermediateDirectories: false)
            let file = configuration.appendingPathComponent("config.toml")
            for number in numbers where verdict.broken.count < 5 {
                let input = mutator.input(number)
                try Data(input).write(to: file)
                let outcome = try Program.run(
                    ["timeout", "--signal=KILL", "\(patience)", try Program.built("readroom")]
                        + ["config", "check", "--home", folder.path])
                verdict.planned += 1
                verdict.fired += outcome.bytes.isEmpty ? 0 : 1
                judge(
                    outcome.status, outcome.bytes, "input \(number): \(input.asText.prefix(300).debugDescription)",
                    &verdict)
            }
        }
        return verdict
    }

    private static func judge(_ status: Int32, _ output: [UInt8], _ input: String, _ verdict: inout Verdict) {
        let killed = 128 + SIGKILL
        if status == SIGKILL || status == killed {
            verdict.broken.append("for more than \(patience) s it was busy with \(input)")
        } else if status != 0, status != 1 {
            // 0 and 1 are the command's own; a signal is 128 and more, or its bare number.
            verdict.broken.append("it ended with \(status) after \(input)")
        }
        let said = String(decoding: output, as: UTF8.self)
        if said.unicodeScalars.contains(where: { $0 != "\n" && ScreenAudit.isControl($0) }) {
            verdict.broken.append("a control came through of \(input)")
        }
    }

    private static let shortest = "[reader]\nname = \"Roe^Rita\"\n"
    private static let sample = """
        [reader]
        name = "Roe^Rita"
        organization = "North General"

        [worklist]
        poll = 30

        [security]
        lock_after = 10

        [[server]]
        name = "PACS"
        url = "https://pacs.example.org/dicom-web"
        timeout = 30

        """
}
