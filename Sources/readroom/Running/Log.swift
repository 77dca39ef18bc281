import Foundation
import Glibc
import Logging

/// The log file. What goes in never holds patient data: sentences of failures, counts and identifiers of entries.
enum Log {
    static let main = Logger(label: "readroom")

    /// Sends the log to a file of our own, and standard error with it while the screen is up: a stray line of a
    /// library must not land on the screen.
    static func open(_ paths: Paths, redirectingStandardError: Bool) {
        try? Paths.makePrivateFolder(paths.state)
        let descriptor = Glibc.open(paths.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() } }
        if redirectingStandardError { dup2(descriptor, STDERR_FILENO) }
        LoggingSystem.bootstrap { _ in FileLogHandler(descriptor: descriptor) }
    }
}

private struct FileLogHandler: LogHandler {
    let descriptor: Int32
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = "\(Date().ISO8601Format()) \(event.level) \(event.message)\n"
        // One write for a line: processes that share the log do not mix theirs.
        line.withCString { text in _ = write(descriptor, text, strlen(text)) }
    }
}
