import Foundation
import Programs
public import Proving
import ReferenceServer

extension EscapeProof {
    /// The real program in a real terminal before a hostile server, and its errors to hostile arguments.
    ///
    /// - Parameter isRaw: the canary: a program that writes the same texts as they are takes its place.
    public static func terminal(seed: UInt64, isRaw: Bool = false) throws -> Verdict {
        var verdict = Verdict(proof: isRaw ? "terminal raw" : "terminal")
        try Scratch.inNewDirectory { folder in
            var text = HostileText(seed: seed)
            let written = isRaw ? try rawOutput(&text, in: folder) : try screens(&text, in: folder)
            judge(written, &verdict)
            if !isRaw { try arguments(&text, in: folder, &verdict) }
            verdict.figures.append(("strings", String(text.count)))
        }
        return verdict
    }

    private static func judge(_ written: [UInt8], _ verdict: inout Verdict) {
        var audit = OutputAudit()
        audit.read(written)
        verdict.planned += 1
        // A program that drew nothing proves nothing.
        verdict.fired += audit.bytes > 2000 && audit.sequences > 50 ? 1 : 0
        verdict.broken += audit.offences
        verdict.figures += [("bytes", String(audit.bytes)), ("sequences", String(audit.sequences))]
    }

    private static func today() -> String {
        let formatter = DateFormatter()
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyyMMdd"
        return formatter.string(from: Date())
    }

    /// The way through every screen.
    private static let way = [
        "j", "j", "\r", "m", "j", "m", "\u{1B}", "r", "typed words", "\u{1B}[15~", "\u{1B}", "\u{1B}[24~", "\u{1B}",
        "\u{1B}OP", "\u{1B}", "\u{18}s", "\u{1B}", "o", "\u{1B}", "/", "31337", "\u{1B}", "q",
    ]

    private static func screens(_ text: inout HostileText, in folder: URL) throws -> [UInt8] {
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        let server = ReferenceServer(archive: text.archive(studies: 24, date: today()), behaviour: behaviour)
        let url = try Blocking.run { try await server.start() }
        defer { try? Blocking.run { await server.stop() } }
        let place = try Workplace(in: folder, server: url)
        let terminal = try PseudoTerminal([try Program.built("readroom"), "--home", place.folder.path])
        terminal.settle(quiet: 1500, seconds: 12)
        for keys in way { terminal.type(keys) }
        terminal.end()
        guard server.requests.contains(where: { $0.path.contains("/studies") }) else {
            throw ProofTrouble(description: "the program never asked the server: \(terminal.written.suffix(400).text)")
        }
        return terminal.written
    }

    private static func rawOutput(_ text: inout HostileText, in folder: URL) throws -> [UInt8] {
        let words = (0..<200).map { _ in text.next().replacing("\u{0}", with: "") }
        let file = folder.appendingPathComponent("raw")
        try Data((words.joined(separator: "\u{1B}[1;1H") + String(repeating: "\u{1B}[m", count: 60)).utf8).write(
            to: file)
        let terminal = try PseudoTerminal(["/bin/cat", file.path])
        terminal.settle(quiet: 500, seconds: 5)
        terminal.end()
        return terminal.written
    }

    /// Errors and help, to arguments and files that are hostile themselves.
    private static func arguments(_ text: inout HostileText, in folder: URL, _ verdict: inout Verdict) throws {
        for number in 0..<16 {
            let word = text.next().replacing("\u{0}", with: "")
            let lines: [[String]] = [
                ["config", "check", "--home", "/nowhere/" + word], ["--" + word], [word], ["sync", "--home", word],
                ["--help", word], ["doctor", "--home", "/nowhere/" + word], ["template", "lint", word],
                ["keys", "--" + word],
            ]
            let line = lines[number % lines.count]
            let said = try Program.run([try Program.built("readroom")] + line, in: folder.path).output
            verdict.planned += 1
            verdict.fired += said.isEmpty ? 0 : 1
            let offender = said.unicodeScalars.first { $0 != "\n" && ScreenAudit.isControl($0) }
            if let offender {
                verdict.broken.append(
                    "readroom \(line[0].debugDescription) says U+\(String(offender.value, radix: 16))")
            }
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var text: String { String(decoding: self, as: UTF8.self).debugDescription }
}
