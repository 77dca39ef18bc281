import CursesTerminal
import Glibc
import LocalStore
import Radiology
import Screens
import Sync
import Terminal
import Wording
import Workstation

/// The one consumer: keys, signals and answers become messages, messages change the state, the state is painted.
///
/// Runs on the main thread, which owns the terminal. It never waits for disk or network: effects run elsewhere and
/// answer through the mailbox.
final class WorkstationLoop {
    private var state: WorkstationState
    private let terminal: CursesTerminal
    private let signals: SignalPipe
    private let runner: Runner
    private let mailbox: Mailbox
    private let keymap: Keymap
    private let memory = ScreenMemory()
    private var isRunning = true
    private var exitStatus: Int32 = 0
    private var themeName: String
    private var typeAhead = TypeAhead()
    /// What waits until something more than the empty screen was painted.
    private var laterWork: (() -> Void)?
    /// How the report may go on is asked once for all keys that came.
    private var asked: (study: StudyInstanceUID, edits: Int, text: String)?
    /// A link to be laid over the notice that was just taken.
    private var link: String?
    /// When the list is painted though the rows around the cursor are not there.
    private var missingUntil: ContinuousClock.Instant?
    /// Studies that came before the templates did: a report begins with one.
    private var heldUntilLibrary: [Message]? = []

    init(
        state: WorkstationState, terminal: CursesTerminal, signals: SignalPipe, runner: Runner, keymap: Keymap,
        laterWork: @escaping () -> Void
    ) {
        self.laterWork = laterWork
        self.state = state
        self.terminal = terminal
        self.signals = signals
        self.runner = runner
        mailbox = runner.mailbox
        themeName = runner.configuration.theme
        self.keymap = keymap
    }

    /// - Returns: the exit status.
    func run() -> Int32 {
        for effect in state.startingEffects { carryOut(effect) }
        var isFirst = true
        while isRunning {
            if !paintsLater {
                terminal.show(render(state, size: terminal.size, keymap: keymap, memory: memory))
                printLink()
                if !isFirst { beginLaterWork() }
            }
            isFirst = false
            wait()
            // All that came is taken in before the screen is painted again: a burst of keys costs one frame.
            take(.system(.ticked(Clock.now)))
            for signal in signals.drain() { take(signal) }
            for message in mailbox.drain() { take(message) }
            takeKeys()
            suggest()
        }
        runner.flush()
        return exitStatus
    }

    private func beginLaterWork() {
        guard let laterWork else { return }
        self.laterWork = nil
        for effect in state.furtherEffects { carryOut(effect) }
        laterWork()
    }

    private func suggest() {
        guard let asked else { return }
        self.asked = nil
        let found = runner.phrases.suggestions(after: asked.text)
        take(.editor(.suggested(asked.study, edits: asked.edits, found)))
    }

    private func takeKeys() {
        typeAhead.add(terminal.readKeys(), at: Clock.now)
        while let key = typeAhead.next(isHeld: state.awaitsAnswer) {
            take(.system(.keyPressed))
            for message in messages(for: key, in: state, size: terminal.size, keymap: keymap) { take(message) }
        }
        if typeAhead.dropsOverdue(at: Clock.now) {
            take(.system(.failed("This takes long. What was typed meanwhile was not taken.")))
        }
        // The other end is gone: nothing can be asked any more.
        if terminal.hasHungUp { end(.hangup) }
    }

    private func take(_ message: Message) {
        if case .study(.opened) = message, heldUntilLibrary != nil {
            heldUntilLibrary?.append(message)
            return
        }
        for effect in state.update(message) { carryOut(effect) }
        if case .library(.loaded) = message, let held = heldUntilLibrary {
            heldUntilLibrary = nil
            for message in held { take(message) }
        }
    }

    private func take(_ signal: Signal) {
        switch signal {
        case .resize: terminal.resize()
        case .suspend: suspend()
        case .resume: terminal.restore()
        case .hangup, .terminate, .interrupt, .quit: end(signal)
        }
    }

    private func end(_ signal: Signal) {
        guard isRunning else { return }
        exitStatus = signal.exitStatus
        take(.system(.terminated))
    }

    private func carryOut(_ effect: Effect) {
        switch effect {
        case .quit: quit()
        case .suspend: suspend()
        case .redraw: terminal.restore()
        case .nextTheme: showNextTheme()
        case .copy(let text, let what): copy(text, what)
        case .openViewer(let study): openViewer(study)
        case .suggest(let study, let edits, let text): asked = (study, edits, text)
        case .editOutside(let file):
            var failure: Wording?
            terminal.lend { failure = OutsideEditor.run(TemplateFiles.path(of: file, runner.paths)) }
            if let failure { take(.system(.failed(failure))) }
            runner.perform(.loadLibrary)
        default: runner.perform(effect)
        }
    }

    // MARK: Clipboard and viewer

    private func copy(_ text: String, _ what: String) {
        switch terminal.copy(text) {
        case .sent: take(.system(.noticed("\(what) is copied, here and to the terminal's clipboard.")))
        case .tooLong(let most):
            take(.system(.noticed("\(what) is copied here; the terminal's clipboard takes \(most) bytes at most.")))
        case .notAllowed, .notPossible: take(.system(.noticed("\(what) is copied.")))
        }
    }

    private func openViewer(_ study: Study) {
        switch ViewerHandover(of: study, by: runner.configuration.viewer, mailbox) {
        case .told(let message): take(message)
        case .copy(let text): copyToViewer(text)
        case .link(let url):
            link = url
            take(.system(.noticed(WorkstationLoop.linkWords)))
        }
    }

    /// What nobody can paste was not copied.
    private func copyToViewer(_ text: String) {
        switch terminal.copy(text) {
        case .sent: take(.system(.noticed("Copied: paste it in the viewer.")))
        case .notAllowed:
            take(.system(.failed("The clipboard is not allowed: clipboard = true below [terminal] in config.toml.")))
        case .tooLong, .notPossible: take(.system(.failed("This terminal's clipboard did not take it.")))
        }
    }

    private static let linkWords: Wording = "Open the study in the viewer (click here)"

    /// The notice becomes a link, once it is shown.
    private func printLink() {
        guard let url = link else { return }
        link = nil
        let place = Position(row: terminal.size.rows - 1, column: 1)
        let words = WorkstationLoop.linkWords.text(in: state.system.language)
        switch terminal.printLink(url, at: place, columns: cellWidth(of: words)) {
        case .sent: break
        case .notAllowed:
            take(.system(.failed("Links are not allowed: links = true below [terminal] in config.toml.")))
        case .tooLong, .notPossible: take(.system(.failed("This terminal takes no link here.")))
        }
    }

    /// Looks at the next theme, for this session; the configuration says which one to begin with.
    private func showNextTheme() {
        let names = Appearance.themeNames(runner.paths)
        let next = names.firstIndex(of: themeName).map { names[($0 + 1) % names.count] } ?? names[0]
        do {
            terminal.use(try Appearance.theme(next, runner.paths))
            take(.system(.noticed("Theme: \(next). To keep it: theme = \"\(next)\" below [screen].")))
        } catch {
            take(.system(.failed(error.wording)))
        }
        themeName = next
    }

    /// Ends only when the store has every word, unless the terminal is gone anyway.
    private func quit() {
        runner.flush()
        for message in mailbox.drain() { take(message) }
        isRunning = exitStatus == 0 && state.hasUnsavedText
    }

    private func suspend() {
        runner.flush()
        terminal.suspend()
    }

    /// Whether the list is about to come to where the cursor jumped: then it is painted once, and not without its rows
    /// first. Keys are taken in meanwhile, and after a moment it is painted as it is.
    private var paintsLater: Bool {
        let list = state.worklist
        let isMissing = state.screen == .worklist && list.isLoaded && list.total > 0 && list.selectedRow == nil
        guard isMissing, state.overlay == nil, state.system.lock == nil else {
            missingUntil = nil
            return false
        }
        let until = missingUntil ?? .now + WorkstationLoop.mostMissing
        missingUntil = until
        return until > .now
    }

    private static let mostMissing = Duration.milliseconds(40)

    /// Sleeps until a key, a signal, an answer, or the time the state asked to be woken.
    private func wait() {
        var descriptors = [terminal.inputFileDescriptor, mailbox.fileDescriptor, signals.fileDescriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let wake = min(state.nextWake, typeAhead.overdueAt ?? state.nextWake)
        var milliseconds = wake.millisecondsSince1970 - Clock.now.millisecondsSince1970
        let missing = missingUntil.map { $0 - .now } ?? .zero
        if missing > .zero { milliseconds = min(milliseconds, Int64(missing / .milliseconds(1)) + 1) }
        _ = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: max(0, milliseconds)))
    }
}

extension Message {
    /// What the screen has to hear of a sync event, if anything.
    init?(_ event: SyncEvent) {
        switch event {
        case .pulling: self = .system(.syncStarted)
        case .progressed(let progress): self = .system(.progressed(progress))
        case .pulled: self = .system(.pullSucceeded(Clock.now))
        case .pullFailed(let failure, let since): self = .system(.pullFailed(failure.wording, since: since))
        case .recordFailed(let words): self = .system(.failed(Wording(recognised: words)))
        case .notRecorded(let id, let words): self = .outbox(.notRecorded(id, Wording(recognised: words)))
        case .claimLost(let study, let name): self = .study(.claimed(study, .taken(by: name)))
        case .recorded(_, let destination, let progress, let version):
            switch progress.state {
            case .filed: self = .system(.filed(version, destination))
            case .rejected, .conflict:
                self = .system(
                    .filingTroubled(
                        destination, progress.lastAnswer.map(Wording.init(recognised:)) ?? "the report was not taken"))
            case .queued, .unknown: self = .system(.storeChanged)
            }
        case .lost(let destination):
            self = .system(.filingTroubled(destination, "does not have a filed report any more; look at the outbox"))
        case .rivalsFound(let study, let name): self = .system(.rivalsFound(study, by: name))
        case .fetched, .completed: self = .system(.storeChanged)
        // Told when the reader opens that study.
        case .notFetched: return nil
        case .completionFailed(let failure):
            self = .system(.failed("The server's worklist still lists a finished study. \(failure.wording)"))
        }
    }
}
