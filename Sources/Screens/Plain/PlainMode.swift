import Radiology
import ReportTemplates
import Terminal
import Wording
public import Workstation

/// The program as lines of text: every screen is told, and every command is typed.
///
/// For whoever listens to the screen, has a terminal that cannot place its cursor, or drives the program by a pipe.
/// Nothing is ever written over, and nothing is told by its place, a colour, or box art.
public struct PlainMode {
    let keymap: Keymap
    /// The rows as they were last told: a number means the study that was heard, wherever it is now.
    private(set) var told: [Int: StudyInstanceUID] = [:]

    public init(keymap: Keymap) { self.keymap = keymap }

    /// What a typed line comes to.
    public struct Answer: Equatable {
        public var messages: [Message] = []
        /// Said at once, before anything happens.
        public var lines: [String] = []
        /// The whole screen is told again.
        public var tellsAll = false
    }

    /// Where the reader is; when it changes the whole screen is told.
    public func place(in state: WorkstationState) -> String {
        if let lock = state.system.lock { return "locked \(lock.since)" }
        let dialog: String =
            switch state.overlay {
            case nil: state.standingRival.map { "claim \($0)" } ?? ""
            case .signing: "signing \(state.signing.map { "\($0.phase) \($0.credential != nil)" } ?? "")"
            case .score(let score): "score \(score.calculator ?? "")"
            case .actionable: "actionable"
            case .naming: "naming"
            case .templates: "templates"
            case .palette: "palette"
            case .lists(let picker): "lists \(picker.typed)"
            case .columns: "columns"
            case .comparisons: "comparisons"
            case .help: "help"
            case .preview: "preview"
            case .quitting, .discarding, .deciding: "question"
            }
        let subject = state.subject?.uid.rawValue ?? ""
        let detail: String =
            switch state.screen {
            case .study:
                "\(state.study?.bundle != nil) \(state.study?.showsMetadata ?? false) \(state.study?.search ?? "")"
            case .worklist: "\(state.worklist.query) \(state.worklist.total == 0)"
            case .report: state.editor?.draft.content.template.title ?? ""
            case .comparison: "\(state.comparison.map { "\($0.theirs)" } ?? "")"
            case .library: state.library?.editing?.name ?? ""
            case .outbox: ""
            }
        return "\(state.screen) \(subject) \(detail) \(dialog)"
    }

    /// The whole screen, or the dialog that lies over it.
    public mutating func lines(of state: WorkstationState) -> [String] {
        if state.system.lock == nil, state.screen == .worklist { remember(state) }
        return Speech.$language.withValue(state.system.language) {
            if let lock = state.system.lock { return lockLines(lock, state) }
            return PlainText(state: state, keymap: keymap).lines
        }
    }

    /// What is in front of the reader now: told after each command, and when it changes.
    public func brief(of state: WorkstationState) -> [String] {
        Speech.$language.withValue(state.system.language) {
            if let lock = state.system.lock { return lock.isTrying ? [] : lockLines(lock, state) }
            return PlainText(state: state, keymap: keymap).brief
        }
    }

    /// What is not well, as the last line of the screen has it.
    public func trouble(of state: WorkstationState) -> String {
        guard state.system.lock == nil else { return "" }
        return Speech.$language.withValue(state.system.language) { Trouble(state).words(width: 400) }
    }

    /// Whether the next line is a passphrase or a PIN, and must not be shown.
    public func wantsSecret(_ state: WorkstationState) -> Bool {
        state.system.lock != nil || state.overlay == .signing && state.signing?.credential != nil
    }

    /// Whether a typed line means something that is still being read: it waits.
    public func isBusy(_ state: WorkstationState) -> Bool {
        if let lock = state.system.lock { return lock.isTrying }
        if let signing = state.signing, state.overlay == .signing {
            return signing.phase != .reviewing || signing.credential?.isTrying == true
        }
        if let study = state.study, state.screen == .study, study.failure == nil, study.bundle == nil { return true }
        if state.screen == .comparison, case .loading? = state.comparison?.theirs { return true }
        return state.awaitsAnswer || !state.worklist.isLoaded
    }

    private func lockLines(_ lock: LockState, _ state: WorkstationState) -> [String] {
        [
            tr("readroom is locked since \(lock.since.local(state.system.timeZone).time). ")
                + (lock.failure.map(tr) ?? tr("What you typed is saved and comes back as it was.")),
            tr("Type the passphrase or the recovery key; it is not shown."),
        ]
    }

    private mutating func remember(_ state: WorkstationState) {
        told = [:]
        for index in PlainText.rowsTold(state.worklist) {
            if let row = state.worklist.row(at: index) { told[index + 1] = row.uid }
        }
    }
}
