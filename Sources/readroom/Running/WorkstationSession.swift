import CursesTerminal
import Foundation
import LocalStore
import Logging
import Radiology
import ReportTemplates
import Screens
import Terminal
import Wording
import Workstation

/// Opens everything a reading session needs, runs it, and closes it again.
struct WorkstationSession {
    var configuration: Configuration
    var paths: Paths
    var isDemo = false
    /// Whether the reader is shown around.
    var showsTour = false
    /// Lines of text in place of a screen.
    var isPlain = false

    /// - Returns: the exit status.
    func run() throws -> Int32 {
        let theme = try Appearance.theme(configuration.theme, paths)
        let keymap = try Appearance.keymap(configuration.keymap, paths)
        let kept = KeptLists(paths)
        try Paths.makePrivateFolder(paths.data)
        let lock = try FileLock(
            path: paths.workstationLock,
            whenHeld: "Another readroom is open on this store (\(paths.data)). Use that one, or end it first.")
        // Nobody should type a passphrase only to hear that there is no screen.
        if !isPlain { try CursesTerminal.check(environment: ProcessInfo.processInfo.environment) }
        let store = try StoreAccess(paths: paths, security: configuration.security).openOrRebuild()
        defer { store.close() }
        guard let mailbox = Mailbox() else { throw Refusal("The system has no pipe left for readroom.") }
        let engine = SyncEngine(configuration: configuration, store: store, paths: paths) { event in
            if let message = Message(event) { mailbox.post(message) }
        }
        defer { engine.stop() }
        let runner = Runner(store: store, engine: engine, configuration: configuration, mailbox: mailbox, paths: paths)
        try store.append(runner.event(.started, nil, Readroom.version))
        return try withExtendedLifetime(lock) { try loop(runner, theme, keymap, kept) }
    }

    private func loop(
        _ runner: Runner, _ theme: Theme, _ keymap: Keymap, _ kept: KeptLists
    ) throws -> Int32 {
        // Before the screen opens, so that its failure is still readable and nothing later writes over it.
        let signals = try SignalPipe()
        let environment = ProcessInfo.processInfo.environment
        if isPlain { return plainLoop(runner, keymap, signals, kept) }
        let terminal = try CursesTerminal(theme: theme, environment: environment, extras: configuration.terminal)
        defer { terminal.close() }
        Log.open(paths, redirectingStandardError: true)
        Log.main.info("started, version \(Readroom.version), terminal \(terminal.terminfoName)")
        let loop = WorkstationLoop(
            // The templates come while the list is looked at.
            state: state(runner, kept, TemplateLibrary([])), terminal: terminal, signals: signals, runner: runner,
            keymap: keymap
        ) {
            runner.phrases.learn(from: runner.store) { failure in
                runner.mailbox.post(.system(.failed("Phrases were not learned. \(failure.wording)")))
            }
            runner.compareCopies()
            runner.engine.start()
        }
        if let term = environment["TERM"], term != terminal.terminfoName {
            let words: Wording =
                "The terminal “\(term)” is not known here; \(terminal.terminfoName) is used in its place."
            runner.mailbox.post(.system(.noticed(words)))
        }
        return loop.run()
    }

    private func plainLoop(
        _ runner: Runner, _ keymap: Keymap, _ signals: SignalPipe, _ kept: KeptLists
    ) -> Int32 {
        let lines = LineTerminal()
        defer { lines.close() }
        Log.open(paths, redirectingStandardError: true)
        Log.main.info("started, version \(Readroom.version), plain lines")
        let loop = PlainLoop(
            state: state(runner, kept, .shipped), lines: lines, signals: signals, runner: runner, keymap: keymap)
        runner.compareCopies()
        runner.engine.start()
        return loop.run()
    }

    private func state(_ runner: Runner, _ kept: KeptLists, _ templates: TemplateLibrary) -> WorkstationState {
        var system = SystemState(
            now: Clock.now, timeZone: .current, reader: configuration.reader, isDemo: isDemo,
            lockPolicy: runner.store.isSealed ? LockPolicy(idleMinutes: configuration.security.lockAfter) : nil,
            // A key file opens the store for whoever starts the program.
            isProven: configuration.security.keyFile == nil)
        system.signingPolicy = runner.store.isSealed ? configuration.security.signing : nil
        system.language = configuration.screenLanguage
        system.targets = configuration.worklist.targets
        if showsTour { system.tour = TourStep.allCases.first }
        var state = WorkstationState(system: system, templates: templates)
        state.worklist.use(kept.columns.map(ChosenColumns.init) ?? configuration.worklist.columns)
        state.worklist.query.order = configuration.worklist.order
        state.worklist.saved = configuration.worklist.lists + kept.lists
        state.worklist.savedProblem = kept.problems.first?.wording
        if let problem = state.worklist.savedProblem { state.system.say("Left out: \(problem)", .warning) }
        return state
    }
}

/// A sentence for the reader, before the screen is open.
struct Refusal: Error, CustomStringConvertible {
    let wording: Wording
    init(_ wording: Wording) { self.wording = wording }

    var description: String { wording.english }
}
