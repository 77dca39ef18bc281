import CursesTerminal
import Foundation
import Glibc
import LocalStore
import Terminal
import Vault
import Wording

/// What commands print. Everything passes the same sieve as the screen: no data reaches the terminal as a control.
enum Output {
    static func line(_ text: String = "") {
        write(text, to: .standardOutput)
    }

    static func error(_ text: String) {
        write(text, to: .standardError)
    }

    /// How far something is, on a line that the next one takes the place of; only where a person watches.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let line = displayable(text).padded(toWidth: 60).prefix(60)
        try? FileHandle.standardError.write(contentsOf: Data("\r\(line)\r".utf8))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { displayable(String($0)) }
        // A closed pipe is the reader's wish to see no more.
        try? handle.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}

extension Exit {
    static func sentence(_ error: any Error) -> String {
        switch error {
        case let problem as FileProblem: problem.description
        case let refusal as Refusal: refusal.description
        case let error as VaultError: error.sentence
        case let failure as CursesError: failure.description
        default: Runner.sentence(error).english
        }
    }
}
