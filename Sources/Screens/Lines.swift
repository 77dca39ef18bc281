import Radiology
import Sync
import Terminal
import Workstation

// The lines every screen has: the patient banner on top, hints and trouble at the bottom.

extension ScreenPainter {
    /// Who and what, wherever a study is open. The name never falls below 16 cells.
    func paintBanner(_ frame: inout Frame, _ study: Study, priority: Priority?, row: Int = 0) {
        frame.fill(Region(row: row, column: 0, columns: frame.columns, rows: 1), style: Style(.banner))
        let identity = identityParts(study)
        let what = [
            study.title,
            [study.date?.description, study.time?.description].compactMap(\.self).joined(separator: " "),
            priority.map(Words.priority) ?? "",
        ].filter { !$0.isEmpty }
        var name = study.patient.name?.listed ?? "NO NAME"
        let fixed = identity.map { cellWidth(of: $0) + 2 }.reduce(0, +)
        let room = frame.columns - 2 - fixed
        let least = min(cellWidth(of: name), 16)
        let wanted = what.map { cellWidth(of: $0) + 2 }.reduce(0, +)
        name = name.truncated(toWidth: max(least, min(cellWidth(of: name), room - min(wanted, 24))))
        var column = frame.put(name, row: row, column: 1, style: Style(.banner).bold)
        for part in identity + [fitted(what, room: room - cellWidth(of: name))] where !part.isEmpty {
            column = frame.put(part, row: row, column: column + 2, style: Style(.banner), width: max(0, frame.columns - column - 2))
        }
    }

    private func identityParts(_ study: Study) -> [String] {
        let patient = study.patient
        let age = [study.patientAge()?.description, patient.sex?.rawValue].compactMap(\.self).joined(separator: " ")
        let id = patient.identifier.map { identifier in
            "ID \(identifier.id)" + (identifier.issuer.map { " (\($0))" } ?? "")
        }
        return [
            patient.birthDate?.description ?? "born ?", age, (id ?? "NO ID").truncated(toWidth: 24),
            study.order.accessionNumber.map { "ACC \($0)".truncated(toWidth: 20) } ?? "no ACC",
        ].filter { !$0.isEmpty }
    }

    /// Study, date and priority in the room that is left: the title gives way first, the priority last.
    private func fitted(_ parts: [String], room: Int) -> String {
        guard let title = parts.first else { return "" }
        let choices: [[String]] = [Array(parts.dropFirst()), Array(parts.suffix(1)), []]
        for kept in choices {
            let rest = kept.filter { $0 != title }.joined(separator: "  ")
            let left = room - 4 - cellWidth(of: rest)
            if left >= 8 || kept.isEmpty {
                return [title.truncated(toWidth: max(0, left)), rest].filter { !$0.isEmpty }.joined(separator: "  ")
            }
        }
        return ""
    }

    /// Hints on the left, trouble on the right; a notice takes the hints' place while it lasts.
    func paintLastLine(_ frame: inout Frame) {
        let row = frame.rows - 1
        let trouble = Trouble(state)
        let width = cellWidth(of: trouble.text)
        let room = frame.columns - width - (width > 0 ? 3 : 1)
        if state.system.isLeaderPending {
            paintWhichKey(&frame, row: row, width: room)
        } else if let notice = state.system.notice {
            frame.put(notice.text, row: row, column: 1, style: Style(Words.role(notice.tone)), width: room - 1)
        } else if !paintInput(&frame, row: row, width: room) {
            frame.put(hints, row: row, column: 1, style: Style(.hint), width: room - 1)
        }
        if width > 0 { frame.put(trouble.text, row: row, column: frame.columns - width - 1, style: trouble.style) }
    }

    private var inputContext: KeyContext { Input(state: state, size: .smallest, keymap: keymap).context }

    /// At most six keys, those that matter here.
    private var hints: String {
        let context = inputContext
        return KeyTable.entries.filter { $0.context == context }.compactMap { entry in
            guard let hint = entry.hint, let key = keymap.keys(of: entry.command, in: context).first else { return nil }
            return "\(key) \(hint)"
        }.prefix(6).joined(separator: "  ")
    }

    private func paintWhichKey(_ frame: inout Frame, row: Int, width: Int) {
        let context = inputContext
        let choices = KeyTable.entries.filter { $0.context == context || $0.context == .everywhere }.compactMap { entry in
            keymap.keys(of: entry.command, in: entry.context).first { $0.hasPrefix("C-x ") }.map {
                "\($0.dropFirst(4)) \(entry.command.rawValue)"
            }
        }
        frame.put("C-x  " + choices.joined(separator: "  "), row: row, column: 1, style: Style(.accent), width: width - 1)
    }

    /// - Returns: whether a one-line input is open.
    private func paintInput(_ frame: inout Frame, row: Int, width: Int) -> Bool {
        let text: String
        let after: String
        if state.screen == .worklist, state.worklist.isFiltering {
            text = "/" + state.worklist.query.filter
            after = "   \(state.worklist.total) of \(state.worklist.counts[state.worklist.query.worklist] ?? 0)   Enter keep  Esc clear"
        } else if state.screen == .study, let study = state.study, study.isSearching {
            text = "/" + study.search
            after = "   \(study.attributes.count) attributes   Enter keep  Esc clear"
        } else {
            return false
        }
        let end = frame.put(text, row: row, column: 1, style: Style(.input), width: max(0, width - cellWidth(of: after) - 1))
        frame.cursor = Position(row: row, column: end)
        frame.put(after, row: row, column: end, style: Style(.secondary), width: width - end)
        return true
    }
}

/// The one place for trouble; empty when all is well.
struct Trouble {
    let text: String
    let style: Style

    init(_ state: WorkstationState) {
        let system = state.system
        var parts: [String] = []
        if let since = system.offlineSince { parts.append("OFFLINE \(Words.span(since, system.now))") }
        let unsent = system.counts.unsent
        if unsent > 0 { parts.append("\(unsent) unsent\(Trouble.oldest(state))") }
        let conflicts = system.counts[.conflict]
        if conflicts > 0 { parts.append("\(conflicts) CONFLICT") }
        let rejected = system.counts[.rejected]
        if rejected > 0 { parts.append("\(rejected) REJECTED") }
        if state.editor?.saveFailure != nil || !state.leftEditors.isEmpty { parts.append("NOT SAVED") }
        if !system.counts.isConserved { parts.append("OUTBOX DOES NOT ADD UP: run readroom doctor") }
        text = parts.joined(separator: " · ")
        style = conflicts + rejected > 0 || state.editor?.saveFailure != nil ? Style(.error).bold : Style(.warning)
    }

    private static func oldest(_ state: WorkstationState) -> String {
        let open = state.outbox.items.filter { $0.entry.progress.state != .filed }
        guard let oldest = open.map(\.entry.signedAt).min(), state.system.now.seconds(since: oldest) > 1800
        else { return "" }
        return " (oldest \(Words.span(oldest, state.system.now)))"
    }
}
