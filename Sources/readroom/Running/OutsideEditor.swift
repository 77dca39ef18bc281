import Foundation
import Glibc
import Wording

/// The reader's own editor, for one file, where the site's configuration allows it.
enum OutsideEditor {
    /// Runs `$VISUAL`, else `$EDITOR`, else vi on a file, and waits until it ends. No shell is involved.
    ///
    /// - Returns: a sentence if it could not be started.
    static func run(_ path: String) -> Wording? {
        let environment = ProcessInfo.processInfo.environment
        let command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let words = command.split(separator: " ").map(String.init) + [path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else {
            return "The editor \(words[0]) cannot be started. Set VISUAL or EDITOR to one that is installed."
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return nil
    }
}
