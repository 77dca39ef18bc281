import Foundation
public import Proving

/// The configuration's reader belongs to the program itself, so the program is started for each input.
public enum ConfigurationFuzz {
    public static let name = "configuration"

    private static let target = FuzzTarget(
        name: name, seeds: { [sample, shortest].map { Array($0.utf8) } },
        tokens: [
            "[", "]]", "[[server]]", "=", "\"\"\"", "'", "\\u0000", "\u{1B}]0;x", "1e400", "inf", "true", "#", "\n",
        ]
    ) { _ in nil }

    public static func run(count: Int, seed: UInt64 = 1) throws -> Verdict {
        var verdict = Verdict(proof: "fuzz \(name)")
        let mutator = Mutator(target, seed: seed)
        try Launched.inNewDirectory { folder in
            let configuration = folder.appendingPathComponent("config")
            try FileManager.default.createDirectory(at: configuration, withIntermediateDirectories: false)
            for number in 0..<count where verdict.broken.count < 5 {
                try Data(mutator.input(number)).write(to: configuration.appendingPathComponent("config.toml"))
                let (status, output) = try Launched.run(
                    [BuiltProgram.path("readroom"), "config", "check", "--home", folder.path])
                verdict.planned += 1
                verdict.fired += output.isEmpty ? 0 : 1
                let said = String(decoding: output, as: UTF8.self)
                // 0 and 1 are the command's own; a signal is 128 and more, or its bare number.
                if status != 0, status != 1 {
                    verdict.broken.append(
                        "input \(number) (seed \(seed)) ended it with \(status): \(mutator.input(number).asText.prefix(300).debugDescription)"
                    )
                }
                if said.unicodeScalars.contains(where: { $0 != "\n" && ScreenAudit.isControl($0) }) {
                    verdict.broken.append("input \(number) came through as a control")
                }
            }
        }
        return verdict
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
