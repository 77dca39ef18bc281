import Radiology
import Testing
import Wording

@testable import Workstation

/// The locked screen: when it comes, what it keeps, and what it lets through.
@Suite struct LockTests {
    private func reporting() -> WorkstationState {
        var state = Fixture.reporting()
        state.system.lockPolicy = LockPolicy(idleMinutes: 10)
        return state
    }

    @Test func locksAfterTenIdleMinutesAndSavesFirst() {
        var state = reporting()
        state.go(to: "Other")
        state.type("Half")
        state.wait(300)
        _ = state.update(.system(.keyPressed))
        state.type(" more")
        state.wait(599)
        #expect(state.system.lock == nil)
        state.take(.typed("!"))
        let effects = state.wait(2)
        #expect(state.system.lock != nil && effects.savedDrafts.last?.text == "Half more!")
        #expect(state.text(of: "Other") == "Half more!", "it comes back as it was")
    }

    @Test func locksAfterTwelveHoursHoweverBusy() {
        var state = reporting()
        for _ in 0..<143 {
            _ = state.update(.system(.keyPressed))
            state.wait(300)
        }
        #expect(state.system.lock == nil)
        _ = state.update(.system(.keyPressed))
        state.wait(400)
        #expect(state.system.lock != nil)
    }

    @Test func withoutAPassphraseThereIsNothingToLockWith() {
        var state = Fixture.reporting()
        state.wait(36_000)
        #expect(state.system.lock == nil)
        _ = state.update(.system(.lockAsked))
        #expect(state.system.lock == nil && state.system.notice?.tone == .warning)
    }

    @Test func thePassphraseIsTriedOnceAndForgotten() {
        var state = reporting()
        _ = state.update(.system(.lockAsked))
        #expect(state.update(.lock(.confirmed)).isEmpty, "nothing was typed")
        for letter in ["a", "x"] { _ = state.update(.lock(.typed(letter))) }
        _ = state.update(.lock(.erased))
        #expect(state.update(.lock(.confirmed)) == [.unlock("a")])
        #expect(state.system.lock?.typed.isEmpty == true && state.system.lock?.isTrying == true)
        #expect(state.update(.lock(.confirmed)).isEmpty, "one try at a time")
        _ = state.update(.lock(.refused("No.")))
        #expect(state.system.lock?.failure == "No.")
        _ = state.update(.lock(.unlocked))
        #expect(state.system.lock == nil)
    }

    @Test func aClockSetBackDoesNotKeepTheScreenOpen() {
        var state = reporting()
        _ = state.update(.system(.keyPressed))
        state.wait(-7200)
        state.wait(601)
        #expect(state.system.lock != nil)
    }
}
