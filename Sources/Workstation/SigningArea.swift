import Radiology
public import ReportChecks
import ReportTemplates
import Sync
public import Wording

/// The sign dialog: who and what, what stands in the way, and what the text is.
public struct SigningState: Hashable, Sendable {
    public enum Phase: Hashable, Sendable {
        /// Identity and series are being read once more.
        case preparing
        case reviewing
        case signing
    }

    public var draft: Draft
    public var text: String
    public var phase = Phase.preparing
    public var preparation: SigningPreparation?
    public var obstacles: [SigningObstacle] = []
    /// Alerts the reader signs in spite of, and why.
    public var acknowledged: [SigningObstacle: String] = [:]
    /// A reason being given for the selected alert; `nil` when none is asked for.
    public var reason: String?
    public var selected = 0
    public var isPreliminary = false
    /// What was typed to identify the patient again.
    public var typedIdentity = ""
    public var thenNext: Bool
    public var failure: Wording?
    /// The reader is asked to prove who they are; `nil` while not.
    public internal(set) var credential: CredentialInput?

    /// Obstacles that still stand in the way.
    public var open: [SigningObstacle] {
        obstacles.filter { obstacle in
            switch obstacle.severity {
            case .prohibit: true
            case .alert: acknowledged[obstacle] == nil
            case .reidentify: !isReidentified
            }
        }
    }

    public var needsIdentity: Bool { obstacles.contains { $0.severity == .reidentify } }

    /// The patient's initials and year of birth, as the reader must type them: `JD1959`. Where one of them is missing
    /// they are too easily right, and only the patient's identifier will do.
    var expectedIdentity: String? {
        guard let patient = preparation?.current.study.patient, let birthDate = patient.birthDate,
            let name = patient.name?.alphabetic ?? patient.name?.ideographic ?? patient.name?.phonetic
        else { return nil }
        let initials = [name.given, name.family].compactMap(\.first).map { String($0) }.joined()
        return initials.isEmpty ? nil : initials + String(birthDate.year)
    }

    public var isReidentified: Bool {
        let typed = SigningState.folded(typedIdentity)
        let id = preparation?.current.study.patient.identifier?.id.rawValue
        return !typed.isEmpty && [expectedIdentity, id].compactMap(\.self).map(SigningState.folded).contains(typed)
    }

    private static func folded(_ text: String) -> String { text.uppercased().filter { !$0.isWhitespace } }

    public var canSign: Bool { phase == .reviewing && preparation != nil && open.isEmpty }
}

extension WorkstationState {
    mutating func prepareSigning(thenNext: Bool) -> [Effect] {
        // A report that is being signed is not signed again.
        guard signing?.phase != .signing else { return [] }
        editor?.draft.resolvePick()
        editor?.draft.history.close()
        guard let draft = editor?.draft else { return [] }
        let text = draft.reportText()
        signing = SigningState(draft: draft, text: text, thenNext: thenNext)
        overlay = .signing
        return saveDraft() + [.prepareSigning(draft, text: text)]
    }

    mutating func handle(_ message: SigningMessage) -> [Effect] {
        guard signing != nil else { return [] }
        switch message {
        case .prepared(let preparation): review(preparation)
        case .preparationFailed(let why): fail(why, in: .preparing)
        case .failed(let why): fail(why, in: .signing)
        case .obstacleSelected(let index):
            let last = (signing?.obstacles.count ?? 1) - 1
            signing?.selected = max(0, min(index, last))
        case .acknowledged: askForReason()
        case .reasonTyped(let text): typeReason(text)
        case .reasonGiven: giveReason(signing?.reason ?? "")
        case .jumped: jump()
        case .identityTyped(let text): signing?.typedIdentity = text
        case .kindToggled: if signing?.phase == .reviewing { signing?.isPreliminary.toggle() }
        case .confirmed: return sign()
        case .cancelled: cancelSigning()
        case .signed(let version, let digest): return signed(version, digest)
        case .credentialTyped, .credentialErased, .credentialGiven, .authenticated, .authenticationFailed:
            return handleCredential(message)
        }
        return []
    }

    private mutating func review(_ preparation: SigningPreparation) {
        guard let signing, signing.phase == .preparing, preparation.study == signing.draft.study,
            preparation.text ?? signing.text == signing.text
        else { return }
        self.signing?.preparation = preparation
        self.signing?.phase = .reviewing
        let found = obstacles(of: signing.draft, now: preparation.current)
        self.signing?.obstacles = found
        for other in preparation.homonyms { self.signing?.obstacles.append(SigningObstacle(.alert, other.namesake)) }
        if let name = lostClaims[preparation.study] { warnOfLostClaim(by: name) }
    }

    /// Whoever is about to sign looks at this first.
    mutating func warnOfLostClaim(by name: String) {
        guard signing?.phase == .reviewing else { return }
        let obstacle = SigningObstacle(.alert, "\(name) claimed this study first; two reports may come of it.")
        if signing?.obstacles.contains(obstacle) == false { signing?.obstacles.append(obstacle) }
    }

    /// All there is to look at before a draft is signed.
    func obstacles(of draft: Draft, now: StudyDetail? = nil) -> [SigningObstacle] {
        let priors = editor?.draft.study == draft.study ? editor?.priors ?? [] : []
        var found = signingObstacles(
            content: draft.content, begun: draft.detail, now: now ?? draft.detail, priors: priors,
            actionable: draft.actionable ?? [])
        for target in draft.places.map(\.target) {
            guard let source = draft.copiedSource(at: target) else { continue }
            found.append(SigningObstacle(.alert, "Text copied from \(source) was not touched since.", at: target))
        }
        for section in draft.sectionsToReread {
            found.append(
                SigningObstacle(
                    .alert, "What was written in the other template stands beside defaults here: read both.",
                    at: .freeText(section.id)))
        }
        for finding in draft.actionable ?? [] where finding.communication == nil {
            found.append(
                SigningObstacle(
                    .alert, "Nobody was told of the \(Wording(key: finding.categoryName.lowercased())) finding yet."))
        }
        return found
    }

    /// A late answer to an earlier question must not open a dialog that waits for the transaction.
    private mutating func fail(_ why: Wording, in phase: SigningState.Phase) {
        guard signing?.phase == phase else { return }
        signing?.phase = .reviewing
        signing?.failure = why
    }

    /// Reasons one digit gives; anything else is typed.
    public static let reasons = ["as intended", "checked on the images", "does not apply here"]

    private mutating func askForReason() {
        guard let signing, signing.phase == .reviewing, signing.obstacles.indices.contains(signing.selected),
            signing.obstacles[signing.selected].severity == .alert
        else { return }
        self.signing?.reason = ""
        self.signing?.failure = nil
    }

    private mutating func typeReason(_ text: String) {
        let isFirst = signing?.reason?.isEmpty == true
        if isFirst, let digit = Int(text), WorkstationState.reasons.indices.contains(digit - 1) {
            return giveReason(WorkstationState.reasons[digit - 1])
        }
        signing?.reason = text
    }

    private mutating func giveReason(_ typed: String) {
        guard let signing, signing.reason != nil, signing.obstacles.indices.contains(signing.selected) else { return }
        let words = typed.split(separator: " ").joined(separator: " ")
        self.signing?.reason = nil
        self.signing?.acknowledged[signing.obstacles[signing.selected]] =
            words.isEmpty ? WorkstationState.reasons[0] : String(words.prefix(200))
        // On to the next one that waits.
        if let next = self.signing?.open.first, let index = signing.obstacles.firstIndex(of: next) {
            self.signing?.selected = index
        }
    }

    private mutating func jump() {
        guard let signing, signing.phase == .reviewing, signing.obstacles.indices.contains(signing.selected),
            let target = signing.obstacles[signing.selected].place,
            let index = signing.draft.places.firstIndex(where: { $0.target == target })
        else { return }
        cancelSigning()
        editor?.draft.go(to: index)
    }

    private mutating func cancelSigning() {
        // Once the transaction runs, its end is awaited: nobody can say "not signed" before.
        guard signing?.phase != .signing else { return }
        if signing?.reason != nil || signing?.credential != nil {
            signing?.reason = nil
            signing?.credential = nil
            return
        }
        signing = nil
        overlay = nil
    }

    private mutating func sign() -> [Effect] {
        guard let signing, signing.preparation != nil else { return [] }
        guard signing.canSign else {
            if signing.phase == .reviewing, let first = signing.open.first,
                let index = signing.obstacles.firstIndex(of: first)
            {
                self.signing?.selected = index
                self.signing?.failure = "Not signed: \(signing.open.count) to look at first."
            }
            return []
        }
        self.signing?.failure = nil
        guard !mustAuthenticate else {
            if signing.credential == nil { self.signing?.credential = CredentialInput() }
            return []
        }
        return commitSigning()
    }

    mutating func commitSigning() -> [Effect] {
        guard let signing, signing.canSign, let preparation = signing.preparation else { return [] }
        self.signing?.phase = .signing
        return [
            .sign(
                SigningRequest(
                    draft: signing.draft, subject: preparation.current,
                    flags: signing.isPreliminary ? .preliminary : .final,
                    sections: signing.draft.reportSections(), text: signing.text,
                    textDigest: preparation.textDigest,
                    acknowledgements: signing.obstacles.compactMap { obstacle in
                        signing.acknowledged[obstacle].map {
                            ObstacleAcknowledgement(sentence: obstacle.sentence, reason: $0)
                        }
                    }))
        ]
    }

    private mutating func signed(_ version: ReportVersion, _ digest: ContentDigest) -> [Effect] {
        let thenNext = signing?.thenNext ?? false
        let draft = signing?.draft
        signing = nil
        overlay = nil
        editor = nil
        study = nil
        leftEditors[version.study.uid] = nil
        lostClaims[version.study.uid] = nil
        if let draft { stored[version.study.uid] = .gone(begunAt: draft.begunAt) }
        worklist.note(.signedHere(version.flags.status), on: version.study.uid)
        interrupted.removeAll { $0.uid == version.study.uid }
        measurePace(since: lastSigned, at: system.now)
        lastSigned = system.now
        let word: Wording = version.flags.status == .final ? "final" : "preliminary"
        system.say("Signed \(word) \(digest.short): here only, until the server has it.", .success)
        if thenNext { return openNext(after: version.study.uid) + reloadWorklist() + [.loadCounts, .loadOutbox] }
        screen = .worklist
        return reloadWorklist() + [.loadCounts, .loadOutbox]
    }
}

extension Patient {
    /// What tells them apart from the one on the screen, who has the same name.
    fileprivate var namesake: Wording {
        let facts: [Wording] = [
            birthDate.map { "born \(Wording(day: $0.description))" } ?? "birth date unknown",
            identifier.map { Wording(verbatim: "ID \($0.id)" + ($0.issuer.map { " (\($0))" } ?? "")) } ?? "no ID",
        ]
        return "Another patient here has this name: \(facts.joined(separator: ", "))."
    }
}
