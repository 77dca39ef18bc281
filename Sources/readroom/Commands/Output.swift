import CursesTerminal
import Foundation
import Glibc
import LocalStore
import Synchronization
import Terminal
import Vault
import Wording

/// What commands print. Everything passes the same sieve as the screen: no data reaches the terminal as a control.
enum Output {
    /// What sentences are printed in: the locale's until a configuration says otherwise.
    static var language: Language {
        get { spoken.withLock { $0 } }
        set { spoken.withLock { $0 = newValue } }
    }

    private static let spoken = Mutex(Language.ofLocale())

    /// A sentence for whoever gave the command.
    static func say(_ wording: Wording) { line(wording.text(in: language)) }

    /// … about what went wrong.
    static func complain(_ wording: Wording) { error(wording.text(in: language)) }

    /// Data, and whatever else is the same in every language.
    static func line(_ text: String = "") {
        write(text, to: .standardOutput)
    }

    static func error(_ text: String) {
        write(text, to: .standardError)
    }

    /// How far something is, on a line that the next one takes the place of; only where a person watches.
    static func progress(_ wording: Wording) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let line = displayable(wording.text(in: language)).padded(toWidth: 60).prefix(60)
        try? FileHandle.standardError.write(contentsOf: Data("\r\(line)\r".utf8))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { displayable(String($0)) }
        // A closed pipe is the reader's wish to see no more.
        try? handle.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}

extension Exit {
    static func wording(_ error: any Error) -> Wording {
        switch error {
        case let problem as FileProblem: problem.wording
        case let refusal as Refusal: refusal.wording
        case let error as VaultError: Wording(recognised: error.sentence)
        case let failure as CursesError: Wording(recognised: failure.description)
        default: Runner.sentence(error)
        }
    }
}
