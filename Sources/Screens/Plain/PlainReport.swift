import Radiology
import ReportChecks
import ReportTemplates
import Sync
import Terminal
import Wording
import Workstation

// The report, and the dialogs that lie over a screen.

extension PlainText {
    var reportLines: [String] {
        guard let editor = state.editor else { return [] }
        let draft = editor.draft
        let waiting = draft.content.completionObstacles().count
        let head =
            "\(draft.isAddendum ? tr("Addendum") : tr("Report")): \(draft.content.template.title) (\(tr(reason: draft.matchReason))), "
            + tr("\(draft.places.count) fields, \(waiting) to look at.")
        var lines = PlainText.identity(draft.detail.study) + [head]
        var section = ""
        for (index, place) in draft.places.enumerated() {
            if place.sectionTitle != section {
                section = place.sectionTitle
                lines.append("\(section):")
            }
            lines.append("  " + fieldLine(index))
        }
        let prior = editor.showsPrior ? priorReport(editor.shownPrior) : []
        return lines + prior + fieldLines
    }

    /// The notice of a claim that somebody else made first, last of all.
    var claimLostLines: [String] {
        state.standingRival.map { reader in
            [tr("\(reader) is reading this study")] + ScreenPainter(state: state, keymap: keymap).claimLostWords
        } ?? []
    }

    private func fieldLine(_ index: Int) -> String {
        guard let draft = state.editor?.draft, draft.places.indices.contains(index) else { return "" }
        let place = draft.places[index]
        let text = draft.content.text(at: place.target).replacing("\n", with: " / ")
        var unit = ""
        var isDefault = false
        if case .field(let id) = place.target {
            unit = draft.content.field(id)?.unit.map { " \($0)" } ?? ""
            isDefault = draft.content.value(of: id).origin != .touched && !text.isEmpty
        }
        let name = place.label.isEmpty ? tr("free text") : place.label
        let copied = draft.copiedSource(at: place.target).map { tr(" (copied from \($0))") } ?? ""
        return
            "\(index + 1). \(name): \(text.isEmpty ? tr("empty") : text)\(unit)\(isDefault ? tr(" (default)") : "")\(copied)"
    }

    /// The active field, what it holds, and what can be picked.
    var fieldLines: [String] {
        guard let draft = state.editor?.draft, let place = draft.place else { return [] }
        let section = place.sectionTitle.isEmpty ? "" : "\(place.sectionTitle), "
        var lines = [tr("Field \(section)\(fieldLine(draft.placeIndex)) (\(draft.places.count) fields)")]
        if let bracket = draft.inlineField, !bracket.options.isEmpty {
            lines += bracket.options.enumerated().map { "    \($0 + 1) \($1)" }
        } else if let field = draft.field {
            let chosen = draft.content.value(of: field.id).chosen
            lines += draft.options.enumerated().map { index, option in
                "    \(index + 1) \(option.label)\(chosen.contains(index) ? tr(" (chosen)") : "")"
            }
        }
        return lines
    }

    // MARK: Dialogs

    /// The dialog's own words, without the box around them; on the sign dialog the whole identity before them.
    var dialogLines: [String] {
        if state.overlay == .signing { return signingLines }
        let question = state.overlay.map(isQuestion) ?? false
        let takes =
            takesEnter
            ? tr("Numbers choose, set TEXT types; Enter takes it, back leaves.")
            : tr("Numbers choose, set TEXT types; yes takes it, back leaves.")
        return (listLines ?? boxedText) + [question ? tr("Type yes or back.") : takes]
    }

    /// Whether an empty line takes what is selected: not where something is recorded, ended or discarded by it.
    var takesEnter: Bool {
        switch state.overlay {
        case .templates, .score, .comparisons, .lists, .naming: true
        default: false
        }
    }

    /// The lists with the numbers that choose them.
    private var listLines: [String]? {
        guard case .lists(let picker) = state.overlay else { return nil }
        let choices = state.worklist.choices(matching: picker.typed, in: state.system.language)
        let problem = state.worklist.savedProblem.map { [tr("Left out: \($0)")] } ?? []
        return [tr("Lists: ") + picker.typed] + choices.indices.map { listLine($0, choices) } + problem
    }

    private func listLine(_ index: Int, _ choices: [ListChoice]) -> String {
        let worklist = state.worklist
        let words: String
        switch choices[index] {
        case .tab(let tab): words = tr("\(Words.list(tab)), \(worklist.counts[tab] ?? 0) studies")
        case .saved(let list): words = tr("\(list.name), \(worklist.savedCounts[list] ?? 0) studies")
        case .keep(let name): words = tr("keep “\(worklist.query.filter)” as the list “\(name)”")
        }
        return "\(index + 1). \(words)"
    }

    private func isQuestion(_ overlay: WorkstationState.Overlay) -> Bool {
        switch overlay {
        case .quitting, .discarding, .deciding: true
        default: false
        }
    }

    var dialogBrief: [String] {
        guard case .lists(let picker) = state.overlay else { return selectedBoxed }
        let choices = state.worklist.choices(matching: picker.typed, in: state.system.language)
        return choices.indices.contains(picker.selected)
            ? [tr("selected: ") + listLine(picker.selected, choices)] : []
    }

    private var selectedBoxed: [String] { boxedText.filter { $0.hasPrefix(tr("selected: ")) } }

    private var signingLines: [String] {
        guard let signing = state.signing else { return [] }
        let study = signing.preparation?.current.study ?? signing.draft.detail.study
        let kind = signing.isPreliminary ? tr("PRELIMINARY") : tr("FINAL")
        var lines =
            [tr("Sign as \(kind)\(signing.draft.isAddendum ? tr(" addendum") : "").")] + PlainText.identity(study)
        if signing.phase == .preparing { return lines + [tr("Reading the study's identity once more.")] }
        if signing.phase == .signing { return lines + [tr("Signing.")] }
        if signing.preparation == nil {
            lines.append(tr("Identity and series could not be read; so this cannot be signed."))
        }
        if signing.needsIdentity { lines += [tr("Begun as:")] + PlainText.identity(signing.draft.detail.study) }
        lines +=
            signing.obstacles.isEmpty ? [tr("Nothing stands in the way.")] : signing.obstacles.indices.map(obstacle)
        if let preparation = signing.preparation {
            let to = preparation.destinations.map(\.rawValue).joined(separator: ", ")
            lines.append(tr("Text \(preparation.textDigest.short), \(signing.text.count) characters, goes to: \(to)."))
            if let stale = preparation.staleBecause { lines.append(tr("Identity as last seen here: \(stale)")) }
        }
        return lines + signingBrief
    }

    private func obstacle(_ index: Int) -> String {
        guard let signing = state.signing else { return "" }
        let obstacle = signing.obstacles[index]
        let word =
            switch obstacle.severity {
            case _ where !signing.open.contains(obstacle): tr("known")
            case .prohibit: tr("to mend")
            case .alert: tr("alert")
            case .reidentify: tr("WHO IS IT")
            }
        return "\(index + 1). \(word): \(tr(obstacle.wording))"
    }

    /// What can be done now.
    var signingBrief: [String] {
        guard let signing = state.signing, signing.phase == .reviewing else { return [] }
        if let credential = signing.credential {
            let word = state.system.signingPolicy?.credential == .pin ? tr("PIN") : tr("passphrase")
            return [
                credential.failure.map(tr) ?? "",
                tr("Type your \(word) to sign; it is not shown. An empty line goes back."),
            ]
            .filter { !$0.isEmpty }
        }
        var lines = signing.failure.map { [tr($0)] } ?? []
        if signing.needsIdentity, !signing.isReidentified {
            lines.append(tr("identity TEXT: first and family initial and year of birth, or the whole patient ID."))
        }
        if signing.canSign {
            return lines + [tr("Type yes to sign, back to go back unsigned, final-or-preliminary to change.")]
        }
        if signing.obstacles.indices.contains(signing.selected) {
            lines.append(tr("Selected: ") + obstacle(signing.selected))
        }
        lines.append(
            tr("A number selects; known REASON acknowledges an alert; jump goes there; back goes back unsigned."))
        return lines
    }

    /// What a dialog paints, read line by line, box art left out.
    private var boxedText: [String] {
        var frame = Frame(columns: 160, rows: 200)
        ScreenPainter(state: state, keymap: keymap).paintOverlay(&frame)
        return frame.plainText.compactMap { line in
            let isSelected = line.contains("▌")
            let text = String(line.unicodeScalars.filter { !(0x2500...0x259F).contains($0.value) })
            let words = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            return words.isEmpty ? nil : (isSelected ? tr("selected: ") : "") + words
        }
    }
}
