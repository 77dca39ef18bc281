import CursesTerminal
import Glibc
import Radiology
import Screens
import Wording
import Workstation

/// The consumer of ``WorkstationLoop`` with lines of text in place of a screen: the same state, messages and runner.
final class PlainLoop {
    private var state: WorkstationState
    private let lines: LineTerminal
    private let signals: SignalPipe
    private let runner: Runner
    private let keymap: Keymap
    private var plain: PlainMode
    private var isRunning = true
    private var exitStatus: Int32 = 0

    /// Lines that were typed and wait for what they are meant for.
    private var typed: [String] = []
    private var waitsSince: Instant?
    /// Answers of the store that have not come yet.
    private var awaited: [Awaited: Int] = [:]
    private var told = Told()
    private var mustTell = true

    private enum Awaited { case page, counts, outbox }

    /// What was told last, so that only what is new is told.
    private struct Told {
        var place = ""
        var brief: [String] = []
        var notice = ""
        var trouble = ""
    }

    /// Seconds after which what is being read is told as far as it is there.
    private static let patience = 1.0
    /// … and after which the end of the input is the end, though lists are still being read: while studies are fetched
    /// there is always another.
    private static let lastPatience = 5.0
    /// When the input was at its end and everything typed was taken.
    private var endedAt: Instant?
    /// … and after which a typed line is not held back any more, whatever is missing.
    private static let longPatience = 30.0

    init(state: WorkstationState, lines: LineTerminal, signals: SignalPipe, runner: Runner, keymap: Keymap) {
        self.state = state
        self.lines = lines
        self.signals = signals
        self.runner = runner
        self.keymap = keymap
        plain = PlainMode(keymap: keymap)
    }

    /// - Returns: the exit status.
    func run() -> Int32 {
        say("readroom, as lines of text. Type a command and Enter; help lists them, quit ends.")
        for effect in state.startingEffects + state.furtherEffects { carryOut(effect) }
        while isRunning {
            lines.setEcho(!plain.wantsSecret(state))
            if typed.isEmpty { tell() }
            wait()
            take(.system(.ticked(Clock.now)))
            for signal in signals.drain() { take(signal) }
            for message in runner.mailbox.drain() { take(message) }
            typed += lines.readLines()
            takeTyped()
            if lines.hasEnded, typed.isEmpty {
                let since = endedAt ?? Clock.now
                endedAt = since
                if !mustWait(sinceEnd: since) { endOfInput() }
            }
            if lines.isDeaf { end(.hangup) }
        }
        runner.flush()
        if exitStatus == 0 { say("readroom has ended.") }
        return exitStatus
    }

    // MARK: Telling

    /// Only what is new, and below what was told before.
    private func tell() {
        if isWaiting, !hasWaited(PlainLoop.patience) { return }
        var text: [String] = []
        let language = state.system.language
        if let notice = state.system.notice?.wording.text(in: language), state.system.lock == nil {
            if notice != told.notice { text.append(notice) }
            told.notice = notice
        } else {
            told.notice = ""
        }
        let place = plain.place(in: state)
        let brief = plain.brief(of: state)
        if place != told.place {
            text += plain.lines(of: state)
            if ![.report].contains(state.screen) || state.overlay != nil { text += brief.filter { !text.contains($0) } }
        } else if brief != told.brief || mustTell {
            text += brief
        }
        (told.place, told.brief, mustTell) = (place, brief, false)
        let trouble = plain.trouble(of: state)
        let well: Wording = trouble.isEmpty ? "All is well again." : "Not well: \(trouble)"
        if trouble != told.trouble { text.append(well.text(in: language)) }
        told.trouble = trouble
        lines.write(text)
        if !isWaiting, isRunning { lines.prompt("> ") }
    }

    private func say(_ wording: Wording) { lines.write([wording.text(in: state.system.language)]) }

    // MARK: Typed lines

    private func takeTyped() {
        while isRunning, let line = typed.first {
            if isWaiting, !hasWaited(PlainLoop.longPatience) { return }
            typed.removeFirst()
            take(.system(.keyPressed))
            mustTell = true
            if lines.lastLineMayBeCut {
                say("The terminal takes \(LineTerminal.longestTypedLine) bytes of a line; its end may be lost.")
            }
            let answer = plain.answer(to: line, in: state)
            lines.write(answer.lines)
            if !answer.lines.isEmpty, answer.messages.isEmpty { mustTell = false }
            if answer.tellsAll { told.place = "" }
            for message in answer.messages { take(message) }
            lines.setEcho(!plain.wantsSecret(state))
            if !isWaiting { tell() }
        }
    }

    private var isWaiting: Bool { plain.isBusy(state) || awaited.values.contains { $0 > 0 } }

    /// What was asked for in the last lines is still to be told or done.
    private func mustWait(sinceEnd endedAt: Instant) -> Bool {
        let patience = plain.isBusy(state) ? PlainLoop.longPatience : PlainLoop.lastPatience
        return isWaiting && Clock.now.seconds(since: endedAt) < patience
    }

    private func hasWaited(_ seconds: Double) -> Bool {
        waitsSince.map { Clock.now.seconds(since: $0) >= seconds } ?? false
    }

    /// The pipe is at its end: everything is kept, and the program ends well.
    private func endOfInput() {
        take(.system(.terminated))
        isRunning = false
        guard state.hasUnsavedText else { return }
        exitStatus = 1
        say("A draft could not be saved: \(state.editor?.saveFailure ?? "the store did not take it")")
    }

    // MARK: Messages and effects

    private func take(_ message: Message) {
        switch message {
        case .worklist(.pageLoaded): awaited[.page, default: 0] -= 1
        case .worklist(.countsLoaded): awaited[.counts, default: 0] -= 1
        case .outbox(.loaded): awaited[.outbox, default: 0] -= 1
        // What was asked for may be what failed.
        case .system(.failed): awaited = [:]
        default: break
        }
        for effect in state.update(message) { carryOut(effect) }
        if !isWaiting { waitsSince = nil } else if waitsSince == nil { waitsSince = Clock.now }
    }

    private func take(_ signal: Signal) {
        switch signal {
        case .resize, .resume: break
        case .suspend: suspend()
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
        case .redraw: told.place = ""
        case .nextTheme: take(.system(.noticed("Lines of text have no colours.")))
        case .copy(let text, let what): take(.system(.noticed("\(what) is copied: \(text)")))
        case .openViewer(let study): openViewer(study)
        case .editOutside(let file):
            let failure = OutsideEditor.run(TemplateFiles.path(of: file, runner.paths))
            if let failure { take(.system(.failed(failure))) }
            runner.perform(.loadLibrary)
        case .loadWorklist:
            awaited[.page, default: 0] += 1
            runner.perform(effect)
        case .loadCounts:
            awaited[.counts, default: 0] += 1
            runner.perform(effect)
        case .loadOutbox:
            awaited[.outbox, default: 0] += 1
            runner.perform(effect)
        default: runner.perform(effect)
        }
    }

    /// Ends only when the store has every word, unless nobody is there any more.
    private func quit() {
        runner.flush()
        for message in runner.mailbox.drain() { take(message) }
        isRunning = exitStatus == 0 && state.hasUnsavedText
    }

    /// A link or a text for the clipboard is said: whoever listens copies it from the line.
    private func openViewer(_ study: Study) {
        switch ViewerHandover(of: study, by: runner.configuration.viewer, runner.mailbox) {
        case .told(let message): take(message)
        case .link(let text), .copy(let text): take(.system(.noticed(Wording(verbatim: text))))
        }
    }

    private func suspend() {
        runner.flush()
        signals.stopProcess()
        told.place = ""
    }

    private func wait() {
        let input = lines.hasEnded ? -1 : lines.inputFileDescriptor
        var descriptors = [input, runner.mailbox.fileDescriptor, signals.fileDescriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        var milliseconds = state.nextWake.millisecondsSince1970 - Clock.now.millisecondsSince1970
        if isWaiting { milliseconds = min(milliseconds, 250) }
        _ = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: max(0, milliseconds)))
    }
}
