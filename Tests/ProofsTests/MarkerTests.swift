import Foundation
import Testing

/// Nothing of a patient lies readable on the disk; the short form, and the defect it must notice.
@Suite(.serialized, .enabled(if: Launcher.isAsked, "READROOM_PROOFS=1")) struct MarkerTests {
    @Test func nothingReadableIsLeft() throws {
        let answer = try Launcher.proofs("markers", "--kills", "3")
        #expect(answer.holds, "\(answer.output)")
        #expect(answer.figure("fired") == 6)
        print(answer.summary)
    }

    @Test func aPlainStoreIsNoticed() throws {
        let answer = try Launcher.proofs("markers", "--kills", "1", "--canary", "plain")
        #expect(!answer.holds, "\(answer.output)")
        #expect(answer.figure("fired") == 4)
        #expect((answer.figure("broken") ?? 0) >= 200)
    }
}
