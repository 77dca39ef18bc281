import Radiology
import ReportTemplates
import Scores
import Terminal
import Wording
public import Workstation

// A typed line as messages: a command by its name or its key, a number, or text.

extension PlainMode {
    /// - Parameter line: without its line end; as it was typed, since a space before text means something.
    public func answer(to line: String, in state: WorkstationState) -> Answer {
        Speech.$language.withValue(state.system.language) {
            let reading = PlainReading(state: state, keymap: keymap, told: told)
            return wantsSecret(state) ? reading.secret(line) : reading.answer(line)
        }
    }
}

struct PlainReading {
    let state: WorkstationState
    let keymap: Keymap
    let told: [Int: StudyInstanceUID]

    private var input: Input { Input(state: state, size: .smallest, keymap: keymap) }
    private var context: KeyContext { input.context }

    func secret(_ line: String) -> PlainMode.Answer {
        if state.system.lock != nil { return .init(messages: [.lock(.typed(line)), .lock(.confirmed)]) }
        guard !line.isEmpty else { return .init(messages: [.signing(.cancelled)]) }
        return .init(messages: [.signing(.credentialTyped(line)), .signing(.credentialGiven)])
    }

    func answer(_ line: String) -> PlainMode.Answer {
        // Alone it is the key, where there is one.
        if line == "=", let answer = command(line, "") { return answer }
        if let first = line.first, first == " " || first == "=" {
            return text(String(line.dropFirst()), replaces: true) ?? unknown(line)
        }
        let trimmed = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
        guard let word = trimmed.first else { return emptyLine }
        let rest = trimmed.count > 1 ? trimmed[1] : ""
        if rest.isEmpty, let number = Int(word) { return choose(number) }
        return named(word, rest) ?? command(word, rest) ?? unknown(line)
    }

    /// Enter takes what is selected in a dialog that only chooses or names something.
    private var emptyLine: PlainMode.Answer {
        PlainText(state: state, keymap: keymap).takesEnter ? .init(messages: input.messages(for: .confirm)) : .init()
    }

    private func unknown(_ line: String) -> PlainMode.Answer {
        .init(lines: [tr("“\(displayable(line).truncated(toWidth: 60))” is no command here. help lists them.")])
    }

    // MARK: Words of this mode

    private func named(_ word: String, _ rest: String) -> PlainMode.Answer? {
        switch word {
        case "help", "?", "F1", "palette", ":": return .init(lines: help)
        case "again": return .init(tellsAll: true)
        case "set": return text(rest, replaces: true)
        case "add": return text(rest, replaces: false)
        case "back": return command("close", "") ?? command("clear-filter", "")
        // Only where something is asked: elsewhere Enter does something else.
        case "yes" where context == .signing || context == .dialog:
            return .init(messages: input.messages(for: .confirm))
        case "known", "acknowledge": return acknowledge(rest)
        case "identity": return .init(messages: [.signing(.identityTyped(rest))])
        case "filter" where context == .worklist:
            return .init(
                messages: rest.isEmpty
                    ? [.worklist(.filterCleared)] : [.worklist(.filterTyped(rest)), .worklist(.filterKept)])
        case "search" where context == .study || context == .metadata:
            return .init(messages: [.study(.searchOpened), .study(.metadataSearched(rest)), .study(.searchClosed)])
        case "find" where context == .report:
            return .init(messages: [.editor(.findOpened), .editor(.findTyped(rest)), .editor(.findClosed)])
        case "field" where context == .report: return field(rest)
        case "preview", "F5": return state.editor.map { .init(lines: PreviewLines.lines(of: $0.draft)) }
        case "quit" where context != .signing: return .init(messages: [.system(.quitAsked)])
        default: return nil
        }
    }

    private var help: [String] {
        var seen: Set<Command> = []
        let table = [context, .everywhere].flatMap { context in
            KeyTable.entries.filter { $0.context == context && seen.insert($0.command).inserted }.map { entry in
                let keys = keymap.keys(of: entry.command, in: context).joined(separator: ", ")
                return "\(entry.command.rawValue)\(keys.isEmpty ? "" : " (\(keys))"): \(tr(key: entry.title))"
            }
        }
        let own = [
            tr("again: tells the whole screen"), tr("A number chooses a row, a field's option or a line."),
            tr("back: leaves"),
            tr("quit: ends"),
        ]
        let here: [String] =
            switch context {
            case .worklist:
                [tr("filter WORDS: filters, as filter mod:CT prio:stat age:<2h site:north; filter alone clears it")]
            case .study: [tr("search WORD: metadata with the word")]
            case .report:
                [
                    tr("set TEXT, or a line that begins with a space or =: what the field is to hold"),
                    tr("add TEXT: writes behind what it holds"), tr("field NUMBER or field NAME: goes to a field"),
                    tr("find WORDS: finds them in the report"),
                ]
            case .signing:
                [tr("yes: signs, or does what was asked"), tr("known REASON: acknowledges the selected alert")]
            case .dialog, .editing: [tr("set TEXT: types")]
            default: []
            }
        return [tr("\(tr(key: context.title)). Type a command by its name or its key:")] + here + table + own
    }

    private func acknowledge(_ reason: String) -> PlainMode.Answer? {
        guard state.overlay == .signing else { return nil }
        let typed: [Message] = reason.isEmpty ? [] : [.signing(.reasonTyped(reason))]
        return .init(messages: [.signing(.acknowledged)] + typed + [.signing(.reasonGiven)])
    }

    private func field(_ name: String) -> PlainMode.Answer? {
        guard let places = state.editor?.draft.places else { return nil }
        let wanted = name.lowercased()
        let index =
            Int(name).map { $0 - 1 } ?? places.firstIndex { $0.label.lowercased() == wanted }
            ?? places.firstIndex { $0.label.lowercased().hasPrefix(wanted) }
            ?? places.firstIndex { $0.label.isEmpty && $0.sectionTitle.lowercased().hasPrefix(wanted) }
        guard let index, places.indices.contains(index), !wanted.isEmpty else {
            return .init(lines: [tr("There is no such field; again tells them all.")])
        }
        return .init(messages: [.editor(.placeChosen(index))])
    }

    // MARK: Commands of the table

    private func command(_ word: String, _ rest: String) -> PlainMode.Answer? {
        let line = rest.isEmpty ? word : "\(word) \(rest)"
        if let sequence = Keymap.parse(line), let command = keymap.command(sequence, in: context) {
            return messages(for: command, times: 1)
        }
        guard let command = Command(rawValue: word), let times = rest.isEmpty ? 1 : Int(rest),
            (1...1000).contains(times),
            KeyTable.entries.contains(where: {
                ($0.context == context || $0.context == .everywhere) && $0.command == command
            })
        else { return nil }
        return messages(for: command, times: times)
    }

    private func messages(for command: Command, times: Int) -> PlainMode.Answer? {
        switch command {
        case .help, .palette: return .init(lines: help)
        case .redraw: return .init(tellsAll: true)
        case .preview: return named("preview", "")
        case .changes: return .init(lines: PlainText(state: state, keymap: keymap).changes)
        case .togglePrior, .priorDown, .priorUp: return .init(lines: priorReport)
        // Neither a key too many nor a line too early puts a name to a report.
        case .confirm where state.overlay == .signing: return .init(lines: [tr("Only the word yes signs.")])
        case .filter, .search, .find: return .init(lines: [tr("Type it with its words: \(command.rawValue) WORDS.")])
        default: break
        }
        if times > 1, let answer = moved(command, times) { return answer }
        let once = input.messages(for: command)
        guard !once.isEmpty else { return .init(lines: [tr("There is nothing to do so here.")]) }
        // Pages are of the picture; here the next rows are told.
        let pages: Set<Command> = [.pageDown, .pageUp, .first, .last]
        let tellsAll = pages.contains(command) && [.worklist, .study].contains(context)
        return .init(messages: (0..<times).flatMap { _ in once }, tellsAll: tellsAll)
    }

    /// What lies beside the report on a screen.
    private var priorReport: [String] {
        let text = PlainText(state: state, keymap: keymap).priorReport(state.editor?.shownPrior)
        return text.isEmpty ? [tr("There is no earlier report.")] : text
    }

    /// Steps that the messages name by where they end.
    private func moved(_ command: Command, _ times: Int) -> PlainMode.Answer? {
        guard let step = command == .down ? times : command == .up ? -times : nil else { return nil }
        switch context {
        case .worklist: return .init(messages: [select(row: state.worklist.selected + step)])
        case .outbox: return .init(messages: [.outbox(.selected(state.outbox.selected + step))])
        case .signing: return .init(messages: [.signing(.obstacleSelected((state.signing?.selected ?? 0) + step))])
        case .library: return .init(messages: [.library(.selected((state.library?.selected ?? 0) + step))])
        default: return nil
        }
    }

    private func select(row: Int) -> Message {
        let index = max(0, min(row, state.worklist.total - 1))
        return .worklist(.selected(index, top: index))
    }

    // MARK: Numbers

    private func choose(_ number: Int) -> PlainMode.Answer {
        let none = PlainMode.Answer(lines: [tr("There is no number \(number) here.")])
        guard number >= 1 else { return none }
        switch state.overlay {
        case .signing: return .init(messages: [.signing(.obstacleSelected(number - 1))])
        case .templates(let selected):
            guard number <= state.editor?.candidates.count ?? 0 else { return none }
            return .init(messages: [.dialog(.moved(number - 1 - selected)), .dialog(.confirmed)])
        case .lists(let picker):
            guard number <= state.worklist.choices(matching: picker.typed, in: state.system.language).count else {
                return none
            }
            return .init(messages: [.dialog(.moved(number - 1 - picker.selected)), .dialog(.confirmed)])
        case .comparisons(let selected):
            guard number <= state.editor?.priors.count ?? 0 else { return none }
            return .init(messages: [.dialog(.moved(number - 1 - selected)), .dialog(.typed(" "))])
        case .columns(let selected): return .init(messages: [.columns(.moved(number - 1 - selected))])
        case .score(let score): return .init(messages: numbers(number, score))
        case .actionable: return .init(messages: [.dialog(.typed("\(number)"))])
        case nil: break
        default: return none
        }
        switch state.screen {
        case .worklist: return row(number)
        case .study: return studyLine(number) ?? none
        case .outbox: return .init(messages: [.outbox(.selected(number - 1))])
        case .library: return .init(messages: [.library(.selected(number - 1))])
        case .comparison: return none
        case .report:
            let draft = state.editor?.draft
            let count = draft?.inlineField?.options.count ?? draft?.options.count ?? 0
            return number <= count ? .init(messages: [.editor(.optionPicked(number - 1))]) : none
        }
    }

    /// An attribute of the metadata, or an earlier study.
    private func studyLine(_ number: Int) -> PlainMode.Answer? {
        guard let study = state.study, number <= (study.showsMetadata ? study.tree.count : study.priors.count) else {
            return nil
        }
        let message: StudyMessage =
            study.showsMetadata ? .attributeSelected(number - 1, top: number - 1) : .priorSelected(number - 1)
        return .init(messages: [.study(message)])
    }

    /// The study that was told with this number, though the list may have changed since.
    private func row(_ number: Int) -> PlainMode.Answer {
        let worklist = state.worklist
        if let uid = told[number] {
            guard let index = worklist.rows.firstIndex(where: { $0.uid == uid }) else {
                return .init(lines: [tr("That study is not in the list any more.")], tellsAll: true)
            }
            return .init(messages: [select(row: worklist.offset + index)])
        }
        guard number <= worklist.total else { return .init(lines: [tr("There is no row \(number).")]) }
        return .init(messages: [select(row: number - 1)])
    }

    private func numbers(_ number: Int, _ score: ScoreState) -> [Message] {
        let inputs = score.inputs
        if score.calculator != nil, inputs.indices.contains(score.selected), case .number = inputs[score.selected].kind
        {
            return [.dialog(.moved(0)), .dialog(.typed("\(number)"))]
        }
        guard number <= ScoreState.keys.count else { return [] }
        return [.dialog(.typed(String(ScoreState.keys[number - 1])))]
    }

    // MARK: Text

    private func text(_ text: String, replaces: Bool) -> PlainMode.Answer? {
        switch state.overlay {
        case nil: break
        case .signing:
            return state.signing?.needsIdentity == true ? .init(messages: [.signing(.identityTyped(text))]) : nil
        case .score(let score) where score.typed.isEmpty: return .init(messages: [.dialog(.typed(text))])
        case .score: return .init(messages: [.dialog(.moved(0)), .dialog(.typed(text))])
        case .actionable(let form):
            let held = form.selected == .text ? form.text : form.selected == .toldTo ? form.toldTo : ""
            return .init(messages: typed(text, over: replaces ? held : ""))
        case .naming(let name): return .init(messages: typed(text, over: replaces ? name : ""))
        case .lists(let picker): return .init(messages: typed(text, over: replaces ? picker.typed : ""))
        default: return nil
        }
        if state.screen == .library, state.library?.editing != nil {
            return .init(messages: [.library(.typed(text)), .library(.typed("\n"))])
        }
        guard state.screen == .report, let draft = state.editor?.draft else { return nil }
        return .init(messages: replaces ? setting(text, draft) : adding(text, draft))
    }

    private func typed(_ text: String, over held: String) -> [Message] {
        held.map { _ in Message.dialog(.erased) } + [.dialog(.typed(text))]
    }

    /// What the place holds is replaced as a whole: it is entered anew, which selects it where it is a field.
    private func setting(_ text: String, _ draft: Draft) -> [Message] {
        let held = draft.text.count
        let erased: [Message] =
            draft.field != nil
            ? [.editor(.placeChosen(draft.placeIndex))]
            : [.editor(.movedTo(held))] + (0..<held).map { _ in .editor(.backspaced) }
        if text.isEmpty { return erased + (draft.field != nil && held > 0 ? [.editor(.backspaced)] : []) }
        return erased + [.editor(.pasted(text))]
    }

    private func adding(_ text: String, _ draft: Draft) -> [Message] {
        let isLines: Bool
        switch draft.field?.kind {
        case nil, .multiline: isLines = true
        default: isLines = false
        }
        let between = draft.text.isEmpty ? "" : isLines ? "\n" : " "
        return [.editor(.movedTo(draft.text.count)), .editor(.pasted(between + text))]
    }
}
