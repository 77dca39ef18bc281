import Testing

extension ShortProofs {
    @Suite struct FuzzTests {
        @Test func noInputBreaksAParser() async throws {
            let answer = try await Launcher.proofs("fuzz", "--total", "20000")
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.output.matches(of: /: holds/).count == 9)
        }

        @Test func noConfigurationBreaksTheProgram() async throws {
            let answer = try await Launcher.proofs("fuzz", "configuration", "--count", "20")
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.figure("fired") == 20)
        }

        @Test(arguments: [("planted-crash", "crashed"), ("planted-loss", "a byte was lost"), ("planted-hang", "hangs")])
        func aPlantedDefectIsFound(target: String, word: String) async throws {
            let answer = try await Launcher.proofs("fuzz", target, "--count", "30000", "--patience", "1")
            #expect(!answer.holds && answer.output.contains(word), "\(answer.output)")
        }
    }
}
