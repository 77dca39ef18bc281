import Radiology
import ReportChecks
import Sync
import Testing
import Wording

@testable import Workstation

/// Where the site wants it, whoever signs proves once more who they are.
@Suite struct SigningAuthenticationTests {
    private func reviewing(graceMinutes: Int) -> WorkstationState {
        var state = Fixture.reporting()
        state.system.signingPolicy = SigningPolicy(credential: .passphrase, graceMinutes: graceMinutes)
        state.take(.signAsked(thenNext: false))
        _ = state.update(.signing(.prepared(Fixture.preparation())))
        return state
    }

    private func send(_ state: inout WorkstationState, _ messages: SigningMessage...) -> [Effect] {
        messages.flatMap { state.update(.signing($0)) }
    }

    @Test func nothingIsSignedBeforeTheProof() {
        var state = reviewing(graceMinutes: 0)
        #expect(send(&state, .confirmed).isEmpty)
        #expect(state.signing?.credential != nil && state.signing?.phase == .reviewing)
        #expect(send(&state, .confirmed).isEmpty)
        let asked = send(&state, .credentialTyped("open"), .credentialGiven)
        #expect(asked == [.authenticate("open")])
        #expect(send(&state, .credentialGiven).isEmpty, "one try at a time")
        #expect(send(&state, .authenticationFailed("No.")).isEmpty)
        #expect(state.signing?.credential?.failure == "No." && state.signing?.credential?.typed.isEmpty == true)
        _ = send(&state, .credentialTyped("open sesame"), .credentialGiven)
        let effects = send(&state, .authenticated)
        #expect(effects.signings.count == 1)
    }

    /// A lost claim is told in the dialog: the next digits still go into it, and nothing is signed unseen.
    @Test func aLostClaimLeavesThePINInTheDialog() {
        var state = reviewing(graceMinutes: 0)
        _ = send(&state, .confirmed, .credentialTyped("12"))
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        #expect(state.overlay == .signing && state.signing?.credential?.typed == "12")
        _ = send(&state, .credentialTyped("34"), .credentialGiven)
        #expect(send(&state, .authenticated).signings.isEmpty)
        #expect(state.signing?.open.contains { $0.sentence.contains("Lee") } == true)
    }

    @Test func aProofIsGoodForAWhile() {
        var state = reviewing(graceMinutes: 10)
        #expect(send(&state, .confirmed).signings.count == 1, "unlocked a moment ago")
        state = reviewing(graceMinutes: 10)
        _ = state.update(.system(.ticked(state.system.now.adding(seconds: 600))))
        #expect(send(&state, .confirmed).isEmpty && state.signing?.credential != nil)
    }

    @Test func aStartWithoutAPersonIsNoProof() {
        var state = reviewing(graceMinutes: 10)
        let kept = state.system
        state.system.authenticatedAt =
            SystemState(
                now: kept.now, timeZone: kept.timeZone, reader: kept.reader, isProven: false
            ).authenticatedAt
        #expect(send(&state, .confirmed).isEmpty && state.signing?.credential != nil)
    }

    @Test func everySignatureNeedsItsOwnWithoutGrace() {
        var state = reviewing(graceMinutes: 0)
        _ = send(&state, .confirmed, .credentialTyped("x"), .credentialGiven)
        #expect(send(&state, .authenticated).signings.count == 1)
        #expect(state.mustAuthenticate)
    }

    /// A clock that is set back must not make an old proof young.
    @Test func aClockSetBackAsksAgain() {
        var state = reviewing(graceMinutes: 10)
        _ = state.update(.system(.ticked(state.system.now.adding(seconds: -3600))))
        #expect(send(&state, .confirmed).isEmpty && state.signing?.credential != nil)
    }

    @Test func aProofThatComesTooLateSignsNothing() {
        var state = reviewing(graceMinutes: 0)
        _ = send(&state, .confirmed, .credentialTyped("x"), .credentialGiven)
        #expect(send(&state, .cancelled).isEmpty)
        #expect(state.signing != nil && state.signing?.credential == nil, "one step back")
        #expect(send(&state, .authenticated).isEmpty)
        _ = send(&state, .confirmed, .credentialTyped("x"), .credentialGiven)
        _ = state.update(.system(.ticked(state.system.now)))
        state.system.lockPolicy = LockPolicy(idleMinutes: 10)
        _ = state.update(.system(.lockAsked))
        #expect(send(&state, .authenticated).isEmpty, "locked meanwhile")
    }

    @Test func unlockingIsAProof() {
        var state = reviewing(graceMinutes: 10)
        state.system.lockPolicy = LockPolicy(idleMinutes: 10)
        _ = state.update(.system(.ticked(state.system.now.adding(seconds: 900))))
        #expect(state.system.lock != nil)
        _ = state.update(.lock(.unlocked))
        #expect(send(&state, .confirmed).signings.count == 1)
    }
}
