import Proving
import Testing

@Suite struct VerdictTests {
    @Test func aProofThatFiredNothingDoesNotHold() {
        #expect(!Verdict(proof: "idle").holds)
    }

    @Test func aFaultThatDidNotFireIsNoProof() {
        var verdict = Verdict(proof: "kill")
        verdict.planned = 3
        verdict.fired = 2
        #expect(!verdict.holds)
        verdict.fired = 3
        #expect(verdict.holds)
        #expect(verdict.summary.hasSuffix("holds"))
    }

    @Test func oneHarmIsEnough() {
        for harm in [\Verdict.lost, \.duplicated, \.misfiled, \.overwritten] {
            var verdict = Verdict(proof: "kill")
            verdict.planned = 1
            verdict.fired = 1
            verdict[keyPath: harm] = 1
            #expect(!verdict.holds)
            #expect(verdict.summary.hasSuffix("DOES NOT HOLD"))
        }
    }
}
