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
    static func say(_ wording: Wording) { write(wording.text(in: language), to: .standardOutput) { encoded($0) } }

    /// … about what went wrong.
    static func complain(_ wording: Wording) { write(wording.text(in: language), to: .standardError) { encoded($0) } }

    /// A question; the answer is typed behind it.
    static func ask(_ wording: Wording) {
        try? FileHandle.standardError.write(contentsOf: encoded(displayable(wording.text(in: language))))
    }

    /// As the terminal's character set has it.
    private static func encoded(_ text: String) -> Data {
        _ = characterSet
        return Data(LineTerminal.encoded(text))
    }

    private static let characterSet: Void = LineTerminal.chooseCharacterSet()

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
        try? FileHandle.standardError.write(contentsOf: encoded("\r\(line)\r"))
    }

    private static func write(
        _ text: String, to handle: FileHandle, encoded: (String) -> Data = { Data($0.utf8) }
    ) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { displayable(String($0)) }
        // A closed pipe is the reader's wish to see no more.
        try? handle.write(contentsOf: encoded(lines.joined(separator: "\n") + "\n"))
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
