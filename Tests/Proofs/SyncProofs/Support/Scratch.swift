import Foundation

enum Scratch {
    /// A private directory, gone when `body` returns.
    static func inNewDirectory<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-proof-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url)
    }
}

/// Why a proof could not even begin.
struct ProofTrouble: Error, CustomStringConvertible {
    let description: String
}
