import Foundation
import Testing

/// The measures with sizes that take no time: that they run, and not what they find.
@Suite(.serialized, .enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct MeasureTests {
    @Test func theStoreIsMeasured() throws {
        let answer = try Launcher.proofs("store", "--studies", "300", "--rounds", "1")
        #expect(answer.holds, "\(answer.output)")
        for words in ["unlock to first page", "filter as typed", "opening a study", "memory"] {
            #expect(answer.output.contains(words), "\(answer.output)")
        }
    }

    @Test func signingIsMeasured() throws {
        let answer = try Launcher.proofs("signing", "--count", "10")
        #expect(answer.holds, "\(answer.output)")
        #expect(answer.output.contains("with its second copy"), "\(answer.output)")
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["READROOM_LONG"] != nil
                && FileManager.default.isExecutableFile(atPath: "/usr/sbin/Orthanc")
                && FileManager.default.fileExists(atPath: "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"),
            "a long test, with Orthanc and its DICOMweb plug-in"))
    func thePullIsMeasured() throws {
        let answer = try Launcher.proofs("pull", "--studies", "31", "--rounds", "1")
        #expect(answer.holds, "\(answer.output)")
        // Counted, not timed: the same on every machine.
        #expect(answer.output.matches(of: /goal ≤ 3: met/).count == 2, "\(answer.output)")
    }
}
