public import Radiology
import Wording

/// The dialog for a finding somebody has to be told of, and who was.
public struct ActionableForm: Hashable, Sendable {
    public enum Row: Int, CaseIterable, Hashable, Sendable {
        case category, text, toldTo, means, readBack
    }

    public var study: StudyInstanceUID
    public var category = ActionableFinding.Category.critical
    public var text = ""
    public var foundAt: Instant
    public var toldTo = ""
    public var means = ActionableForm.ways[0]
    public var readBack = true
    public var selected = Row.category
    /// Which of the draft's findings it is about; `nil` for a new one.
    public var index: Int?
    /// The report is signed: only who was told can still be added.
    public var isSigned = false

    public static let ways = ["by telephone", "in person", "by secure message", "by video call"]

    public init(study: StudyInstanceUID, foundAt: Instant) {
        self.study = study
        self.foundAt = foundAt
    }

    init(_ finding: ActionableFinding, study: StudyInstanceUID, index: Int?) {
        self.init(study: study, foundAt: finding.foundAt)
        category = finding.category
        text = finding.text
        self.index = index
        selected = .toldTo
    }

    mutating func move(by delta: Int) {
        let rows = isSigned ? [Row.toldTo, .means, .readBack] : Row.allCases
        let at = rows.firstIndex(of: selected) ?? 0
        selected = rows[(at + delta + rows.count) % rows.count]
    }

    mutating func type(_ typed: String) {
        let digit = typed.first?.wholeNumberValue
        switch selected {
        case .category:
            let all = ActionableFinding.Category.allCases
            if let digit, all.indices.contains(digit - 1) { category = all[digit - 1] }
        case .text: text += Draft.clean(typed).replacing("\n", with: " ")
        case .toldTo: toldTo += Draft.clean(typed).replacing("\n", with: " ")
        case .means:
            if let digit, ActionableForm.ways.indices.contains(digit - 1) { means = ActionableForm.ways[digit - 1] }
        case .readBack: readBack = "1yj".contains(typed.lowercased())
        }
    }

    mutating func erase() {
        switch selected {
        case .text: text = String(text.dropLast())
        case .toldTo: toldTo = String(toldTo.dropLast())
        case .category, .means, .readBack: break
        }
    }

    func finding(toldBy reader: Reader, at now: Instant) -> ActionableFinding {
        let told = toldTo.filter { !$0.isWhitespace }
        let communication =
            told.isEmpty
            ? nil
            : ActionableFinding.Communication(
                toldTo: toldTo, toldBy: reader.name.spoken, at: now, means: means, readBack: readBack)
        return ActionableFinding(category: category, text: text, foundAt: foundAt, communication: communication)
    }
}

extension WorkstationState {
    /// The first finding nobody was told of, or a new one.
    mutating func openActionable() {
        guard let draft = editor?.draft else { return }
        let waiting = (draft.actionable ?? []).firstIndex { $0.communication == nil }
        if let waiting, let finding = draft.actionable?[waiting] {
            overlay = .actionable(ActionableForm(finding, study: draft.study, index: waiting))
        } else {
            overlay = .actionable(ActionableForm(study: draft.study, foundAt: system.now))
        }
    }

    mutating func handle(_ message: DialogMessage, actionable: ActionableForm) -> [Effect] {
        var form = actionable
        switch message {
        case .moved(let delta): form.move(by: delta)
        case .typed(let text): form.type(text)
        case .erased: form.erase()
        case .cancelled:
            overlay = nil
            return []
        case .confirmed: return confirm(form)
        }
        overlay = .actionable(form)
        return []
    }

    /// For a signed report; in one that is being written it belongs to the draft.
    mutating func openCommunication() {
        guard let row = worklist.selectedRow, let finding = row.actionable else {
            system.say("Nobody waits to be told anything of this study.")
            return
        }
        guard row.status != .draft else {
            system.say("Its report is a draft: open it, and record there who was told.")
            return
        }
        var form = ActionableForm(finding, study: row.uid, index: nil)
        form.isSigned = true
        overlay = .actionable(form)
    }

    private mutating func confirm(_ form: ActionableForm) -> [Effect] {
        guard !form.text.allSatisfy(\.isWhitespace) else {
            var next = form
            next.selected = .text
            overlay = .actionable(next)
            system.say("What was found? Type it in a few words.", .warning)
            return []
        }
        overlay = nil
        let finding = form.finding(toldBy: system.reader, at: system.now)
        if form.isSigned { return communicate(finding, form.study) }
        guard var draft = editor?.draft, draft.study == form.study else { return [] }
        var findings = draft.actionable ?? []
        if let index = form.index, findings.indices.contains(index) {
            findings[index] = finding
        } else {
            findings.append(finding)
        }
        draft.actionable = findings
        draft.zone = system.timeZone
        draft.edits += 1
        editor?.draft = draft
        system.say(
            finding.communication == nil
                ? "Noted. The worklist counts the time until somebody is told."
                : "Noted: \(finding.communication?.toldTo ?? "") was told.")
        return []
    }

    private mutating func communicate(_ finding: ActionableFinding, _ study: StudyInstanceUID) -> [Effect] {
        guard finding.communication != nil else {
            system.say("Who was told? Type a name.", .warning)
            return []
        }
        system.say("Recorded: \(finding.communication?.toldTo ?? "") was told.")
        return [.recordCommunication(study, finding)]
    }
}
