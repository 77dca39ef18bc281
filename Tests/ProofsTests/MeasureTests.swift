import Programs
import Testing

extension ShortProofs {
    /// The measures with sizes that take no time: that they run, and not what they find.
    @Suite struct MeasureTests {
        @Test func theStoreIsMeasured() async throws {
            let answer = try await Launcher.proofs("store", "--studies", "300", "--rounds", "1")
            #expect(answer.holds, "\(answer.output)")
            for words in ["unlock to first page", "filter as typed", "opening a study", "memory"] {
                #expect(answer.output.contains(words), "\(answer.output)")
            }
        }

        @Test func signingIsMeasured() async throws {
            let answer = try await Launcher.proofs("signing", "--count", "10")
            #expect(answer.holds, "\(answer.output)")
            #expect(answer.output.contains("with its second copy"), "\(answer.output)")
        }

        @Test(.enabled(if: PACS.hasOrthanc, "needs Orthanc and its DICOMweb plug-in"))
        func thePullIsMeasured() async throws {
            let answer = try await Launcher.proofs("pull", "--studies", "31", "--rounds", "1")
            #expect(answer.holds, "\(answer.output)")
            // Counted, not timed: the same on every machine.
            #expect(answer.output.matches(of: /goal ≤ 3: met/).count == 2, "\(answer.output)")
        }
    }
}
