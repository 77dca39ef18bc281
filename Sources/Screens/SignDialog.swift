import Radiology
import ReportChecks
import Sync
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// Identity on top and keys at the bottom always; of many obstacles those around the selected one.
    func paintSigning(_ frame: inout Frame) {
        guard let signing = state.signing else { return }
        let lines = SignLines(
            signing, width: min(frame.columns - 2, 100) - 4,
            asksForPIN: state.system.signingPolicy?.credential == .pin, keymap: keymap)
        let most = max(1, frame.rows - 2 - 2 - lines.top.count - lines.bottom.count)
        let rows = lines.top.count + min(most, lines.middle.count) + lines.bottom.count + 2
        let region = Region(row: 1, column: 0, columns: frame.columns, rows: frame.rows - 2)
            .centered(columns: min(frame.columns - 2, 100), rows: rows)
        let kind = signing.isPreliminary ? tr("PRELIMINARY") : tr("FINAL")
        let addendum = signing.draft.isAddendum ? tr(" addendum") : ""
        let inner = frame.box(region, title: tr("Sign as \(kind)\(addendum)"))
        let first = scrollWindow(
            count: lines.middle.count, selected: lines.selected, height: most, previousTop: 0)
        let shown = lines.top + lines.middle.dropFirst(first).prefix(most) + lines.bottom
        for (index, line) in shown.prefix(inner.rows).enumerated() {
            frame.put(
                line.text, row: inner.row + index, column: inner.column + 1, style: line.style,
                width: inner.columns - 2)
        }
    }
}

/// What the sign dialog says: who and what, what stands in the way, what is signed, and which keys there are.
struct SignLines {
    private(set) var top: [ReportLine] = []
    private(set) var middle: [ReportLine] = []
    private(set) var bottom: [ReportLine] = []
    /// The line of the selected obstacle in the middle.
    private(set) var selected = 0

    private let signing: SigningState
    private let width: Int
    private let keymap: Keymap
    private let asksForPIN: Bool

    init(_ signing: SigningState, width: Int, asksForPIN: Bool, keymap: Keymap) {
        self.signing = signing
        self.asksForPIN = asksForPIN
        self.width = width
        self.keymap = keymap
        let study = signing.preparation?.current.study ?? signing.draft.detail.study
        top = identity(study, style: Style(.popup).bold) + [blank]
        if signing.needsIdentity {
            top = identity(signing.draft.detail.study, style: .secondary, before: tr("begun as: ")) + top
        }
        addObstacles()
        bottom = [blank] + identityInput + facts + phase
    }

    /// - Parameter context: `dialog` for the lines that are typed on.
    private func key(_ command: Command, _ context: KeyContext = .signing) -> String {
        keymap.key(of: command, in: context)
    }

    private var blank: ReportLine { ReportLine(text: "", style: Style(.popup)) }

    private func wrapped(_ text: String, _ style: Style, most: Int = 3) -> [ReportLine] {
        text.wrapped(width: width, lines: most).map { ReportLine(text: $0, style: style) }
    }

    private func identity(_ study: Study, style: Style, before: String = "") -> [ReportLine] {
        let patient = study.patient
        let id = patient.identifier.map { tr("ID \($0.id)") + ($0.issuer.map { " (\($0))" } ?? "") }
        // A name may be cut, so that birth date and identifier are always there.
        let who = [
            (patient.name?.listed ?? tr("NO NAME")).truncated(toWidth: width * 2 / 3),
            patient.birthDate.map(dayText) ?? tr("born ?"),
            [study.patientAge()?.description, patient.sex?.rawValue].compactMap(\.self).joined(separator: " "),
            (id ?? tr("NO ID")).shortened(toWidth: width * 2 / 3),
        ].filter { !$0.isEmpty }
        let accession = study.order.accessionNumber.map { tr("ACC \($0)") } ?? tr("no ACC")
        let what = [
            study.fullTitle.truncated(toWidth: width * 2 / 3), accession.shortened(toWidth: width * 2 / 3),
            [study.date.map(dayText), study.time?.description].compactMap(\.self).joined(separator: " "),
        ].filter { !$0.isEmpty }
        return lines(of: who, style, before: before) + (before.isEmpty ? lines(of: what, Style(.popup)) : [])
    }

    /// Parts side by side as far as they fit, none broken: half an identifier is a wrong one.
    private func lines(of parts: [String], _ style: Style, before: String = "") -> [ReportLine] {
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, cellWidth(of: last + part) + 3 <= width {
                lines[lines.count - 1] = "\(last) · \(part)"
            } else {
                lines.append(lines.isEmpty ? before + part : part)
            }
        }
        return lines.map { ReportLine(text: $0, style: style) }
    }

    private mutating func addObstacles() {
        if signing.phase == .preparing {
            middle = wrapped(tr("Reading the study's identity once more …"), Style(.popup))
        } else if signing.preparation == nil {
            middle = wrapped(tr("Identity and series could not be read; so this cannot be signed now."), Style(.error))
        } else if signing.obstacles.isEmpty {
            middle = wrapped(tr("Nothing stands in the way."), Style(.success))
        }
        for (index, obstacle) in signing.obstacles.enumerated() {
            if index == signing.selected { selected = middle.count }
            middle += lines(obstacle, isSelected: index == signing.selected)
        }
    }

    private func lines(_ obstacle: SigningObstacle, isSelected: Bool) -> [ReportLine] {
        let isKnown = !signing.open.contains(obstacle)
        let (word, style) =
            switch obstacle.severity {
            case _ where isKnown: (tr("✓ known   "), Style.secondary)
            case .prohibit: (tr("■ mend    "), Style(.error))
            case .alert: (tr("▲ alert   "), Style(.warning))
            case .reidentify: (tr("■ WHO?    "), Style(.error).bold)
            }
        return tr(obstacle.wording).wrapped(width: width - 11).prefix(2).enumerated().map { index, text in
            let mark = isSelected ? "▌" : " "
            return ReportLine(text: mark + (index == 0 ? word : String(repeating: " ", count: 10)) + text, style: style)
        }
    }

    private var identityInput: [ReportLine] {
        guard signing.needsIdentity, !signing.isReidentified else { return [] }
        let words = tr("Who is it? First and family initial and year of birth, or the whole patient ID: ")
        return wrapped(words + signing.typedIdentity + "▏", Style(.input))
    }

    private var facts: [ReportLine] {
        guard let preparation = signing.preparation else { return [] }
        let to = preparation.destinations.map(\.rawValue).joined(separator: ", ")
        let text = tr("text \(preparation.textDigest.short) · \(signing.text.count) characters · goes to: \(to)")
        return wrapped(text, Style(.popup), most: 2)
            + (preparation.staleBecause.map {
                wrapped(tr("Identity as last seen here: \($0)"), Style(.warning), most: 2)
            }
                ?? [])
    }

    private var phase: [ReportLine] {
        let failure = signing.failure.map { wrapped(tr($0), Style(.error).bold) } ?? []
        switch signing.phase {
        case .preparing: return [ReportLine(text: tr("\(key(.close)) back"), style: Style(.hint))]
        case .signing: return [ReportLine(text: tr("Signing …"), style: Style(.accent))]
        case .reviewing:
            if let credential = signing.credential { return credentialInput(credential) }
            if let reason = signing.reason { return reasonInput(reason) }
            return failure + wrapped(keys, Style(.hint))
        }
    }

    /// A few dots, however much was typed: their number would tell how long it is.
    private func credentialInput(_ input: CredentialInput) -> [ReportLine] {
        let word = asksForPIN ? tr("PIN") : tr("Passphrase")
        let typed = input.isTrying ? "…" : input.typed.isEmpty ? "▏" : "•••▏"
        return (input.failure.map { wrapped(tr($0), Style(.error).bold) } ?? [])
            + [
                ReportLine(
                    text: tr("\(word): \(typed)   \(key(.confirm, .dialog)) signs   \(key(.close, .dialog)) back"),
                    style: Style(.input))
            ]
    }

    private func reasonInput(_ reason: String) -> [ReportLine] {
        let choices = WorkstationState.reasons.enumerated().map { "\($0 + 1) \(tr(key: $1))" }.joined(separator: "   ")
        let (take, back) = (key(.confirm, .dialog), key(.close, .dialog))
        return wrapped(tr("Why may it stay? \(choices)   or type"), Style(.hint)) + [
            ReportLine(
                text: tr("reason: \(reason.ending(toWidth: width - 40))▏   \(take) takes it   \(back) back"),
                style: Style(.input))
        ]
    }

    /// Only keys that do something now.
    private var keys: String {
        var keys: [String] = []
        let obstacle = signing.obstacles.indices.contains(signing.selected) ? signing.obstacles[signing.selected] : nil
        if signing.canSign { keys.append(tr("\(key(.confirm)) sign")) }
        let isTyping = signing.needsIdentity && !signing.isReidentified
        if let obstacle, !isTyping {
            if obstacle.severity == .alert, signing.acknowledged[obstacle] == nil {
                keys.append(tr("\(key(.acknowledge)) known"))
            }
            if obstacle.place != nil { keys.append(tr("\(key(.jump)) jump")) }
        }
        if signing.preparation != nil, !isTyping { keys.append(tr("\(key(.toggleKind)) final/preliminary")) }
        return (keys + [tr("\(key(.close)) back")]).joined(separator: "   ")
    }
}
