import Testing

extension ShortProofs {
    @Suite struct DiskProofTests {
        struct Proof: Sendable, CustomTestStringConvertible {
            var name: String
            var option: String
            var count: Int
            var testDescription: String { "\(name) \(count)" }
        }

        @Test(arguments: [
            Proof(name: "kill", option: "--points", count: 40), Proof(name: "power", option: "--states", count: 300),
            Proof(name: "io", option: "--points", count: 40), Proof(name: "corrupt", option: "--files", count: 40),
        ])
        func nothingAcknowledgedIsLost(proof: Proof) async throws {
            let answer = try await Launcher.proofs(proof.name, proof.option, String(proof.count))
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.figure("planned") == proof.count)
            #expect(answer.figure("fired") == proof.count)
            #expect(answer.figure("lost") == 0)
        }

        struct Defect: Sendable, CustomTestStringConvertible {
            var proof: Proof
            var canary: String
            var testDescription: String { "\(proof.name) with \(canary)" }
        }

        private static let kills = Proof(name: "kill", option: "--points", count: 20)

        /// A proof that cannot fail proves nothing.
        @Test(arguments: [
            Defect(proof: kills, canary: "ack-before-commit"),
            Defect(proof: kills, canary: "outbox-in-second-transaction"),
            Defect(proof: kills, canary: "outbox-in-attached-file"),
            Defect(proof: Proof(name: "power", option: "--states", count: 200), canary: "synchronous-normal"),
            Defect(proof: Proof(name: "io", option: "--points", count: 20), canary: "swallowed-io-error"),
            Defect(proof: Proof(name: "corrupt", option: "--files", count: 40), canary: "checks-off"),
        ])
        func aDefectIsNoticed(defect: Defect) async throws {
            let proof = defect.proof
            let answer = try await Launcher.proofs(
                proof.name, proof.option, String(proof.count), "--canary", defect.canary)
            #expect(!answer.holds, "\(answer.output)")
            // Because of what was lost, and not because nothing happened.
            #expect(answer.figure("fired") == proof.count)
            #expect((answer.figure("lost") ?? 0) + (answer.figure("broken") ?? 0) > 0)
        }
    }
}
