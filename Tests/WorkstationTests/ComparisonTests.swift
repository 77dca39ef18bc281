import Radiology
import Sync
import Testing

@testable import Workstation

/// Conflicts, refusals, losses and two final reports: looked at side by side, and decided once.
@Suite struct ComparisonTests {
    private func item(
        _ state: FilingState, lost: Bool = false, resolution: String? = nil, rivals: [PriorReport] = []
    ) -> OutboxItem {
        let version = Fixture.version()
        let filed = state == .filed ? Fixture.now : nil
        return OutboxItem(
            entry: OutboxEntry(
                id: OutboxEntryID(rawValue: 1), version: version.id, report: version.reportID, versionNumber: 1,
                destination: DestinationName(rawValue: "PACS")!, document: version.document, digest: Fixture.digest,
                signedAt: version.signedAt, progress: FilingProgress(state: state, filedAt: filed),
                lostAt: lost ? Fixture.now : nil, resolution: resolution),
            version: version, rivals: rivals)
    }

    private var theirs: PriorReport {
        PriorReport(
            document: DocumentReference(
                study: Fixture.uid(1), series: SeriesInstanceUID(rawValue: "8.8")!,
                instance: SOPInstanceUID(rawValue: "8.8.1")!),
            title: "Report", flags: .final, author: PersonName(dicom: "LEE^Min"), sections: [])
    }

    private func comparing(_ item: OutboxItem) -> (WorkstationState, [Effect]) {
        var state = Fixture.state()
        _ = state.update(.outbox(.opened))
        _ = state.update(.outbox(.loaded([item], OutboxCounts(signed: 1, byState: [item.entry.progress.state: 1]))))
        let effects = state.update(.outbox(.compared))
        return (state, effects)
    }

    @Test func aConflictAsksTheServerForItsReport() {
        var (state, effects) = comparing(item(.conflict))
        #expect(effects == [.loadTheirs(item(.conflict).entry)])
        #expect(state.screen == .comparison && state.comparison?.theirs == .loading)
        _ = state.update(.comparison(.theirsLoaded(OutboxEntryID(rawValue: 7), [theirs])))
        #expect(state.comparison?.theirs == .loading, "an answer to another question")
        _ = state.update(.comparison(.theirsLoaded(OutboxEntryID(rawValue: 1), [theirs])))
        #expect(state.comparison?.theirs == .reports([theirs]))
        #expect(state.subject == Fixture.version().study, "the banner says whose they are")
    }

    @Test(arguments: [
        (ComparisonMessage.fileAnewAsked, Decision.fileAnew), (.settlementAsked, .keepTheirs),
    ])
    func aDecisionIsAskedForTwice(message: ComparisonMessage, decision: Decision) {
        var (state, _) = comparing(item(.conflict))
        _ = state.update(.comparison(.settlementAsked))
        #expect(state.overlay == nil, "nobody knows yet what stands there")
        _ = state.update(.comparison(.theirsLoaded(OutboxEntryID(rawValue: 1), [theirs])))
        #expect(state.update(.comparison(.confirmed(decision))).isEmpty, "nobody was asked yet")
        #expect(state.update(.comparison(message)).isEmpty && state.overlay == .deciding(decision))
        let effects = state.update(.comparison(.confirmed(decision)))
        #expect(effects == [.decide(item(.conflict).entry, decision)])
        #expect(state.screen == .outbox && state.comparison == nil && state.overlay == nil)
    }

    @Test func aRefusalThatLeftNothingThereIsSetAside() {
        var (state, _) = comparing(item(.conflict))
        _ = state.update(.comparison(.theirsLoaded(OutboxEntryID(rawValue: 1), [])))
        #expect(state.comparison?.settlement == .setAside)
    }

    @Test func whatEachKindOffers() {
        #expect(comparing(item(.rejected)).0.comparison?.settlement == .setAside)
        #expect(comparing(item(.filed, rivals: [theirs])).0.comparison?.settlement == .bothStand)
        #expect(comparing(item(.filed, lost: true, rivals: [theirs])).0.comparison?.settlement == nil)
        #expect(comparing(item(.filed)).0.comparison?.settlement == nil)
        let decided = comparing(item(.conflict, resolution: "kept")).0.comparison
        #expect(decided?.settlement == nil && decided?.canFileAnew == false && decided?.canRetry == false)
        #expect(comparing(item(.rejected)).0.comparison?.canFileAnew == false)
    }

    @Test func aLostReportIsFiledAgain() {
        var (state, _) = comparing(item(.filed, lost: true))
        #expect(state.update(.comparison(.retried)) == [.fileAgain(item(.filed, lost: true).entry)])
        #expect(state.screen == .outbox)
        var (sound, _) = comparing(item(.filed))
        #expect(sound.update(.comparison(.retried)).isEmpty)
    }

    /// Signing anew is signing.
    @Test func filingAnewNeedsTheProofThatSigningNeeds() {
        var (state, _) = comparing(item(.conflict))
        state.system.signingPolicy = SigningPolicy(credential: .pin, graceMinutes: 0)
        _ = state.update(.comparison(.fileAnewAsked))
        #expect(state.overlay == .deciding(.fileAnew), "unlocked a moment ago")
        _ = state.update(.system(.ticked(state.system.now.adding(seconds: 61))))
        #expect(state.update(.comparison(.confirmed(.fileAnew))).isEmpty)
        _ = state.update(.comparison(.fileAnewAsked))
        #expect(state.overlay == nil && state.system.notice?.tone == .warning)
    }

    @Test func closingDecidesNothing() {
        var (state, _) = comparing(item(.conflict))
        #expect(state.update(.comparison(.closed)) == [.loadOutbox])
        #expect(state.screen == .outbox)
    }
}
