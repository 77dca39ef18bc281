import CVault

/// A plain SQLite connection, as much as converting a database needs.
final class SQLConnection {
    private let connection: OpaquePointer
    private(set) var isClosed = false

    init(_ path: String) throws(VaultError) {
        var opened: OpaquePointer?
        let result = cvault_open(path, &opened)
        guard result == 0, let opened else { throw .sqlite(code: result) }
        connection = opened
    }

    deinit { close() }

    func close() {
        if !isClosed { cvault_close(connection) }
        isClosed = true
    }

    /// Lets VACUUM INTO leave room for the seal in what it writes.
    func leaveRoomForSeal() throws(VaultError) { try SQLConnection.check(cvault_reserve(connection)) }

    func execute(_ sql: String) throws(VaultError) { try SQLConnection.check(cvault_execute(connection, sql)) }

    /// The first column of all rows.
    func query(_ sql: String) throws(VaultError) -> [String] {
        var rows: [String] = []
        let result = withUnsafeMutablePointer(to: &rows) { rows in
            cvault_query(connection, sql, rows) { context, text in
                context?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: text))
            }
        }
        try SQLConnection.check(result)
        return rows
    }

    private static func check(_ result: Int32) throws(VaultError) {
        guard result == 0 else { throw .sqlite(code: result) }
    }

    static func quoted(_ name: String) -> String { "\"" + doubled("\"", in: name) + "\"" }
    static func literal(_ text: String) -> String { "'" + doubled("'", in: text) + "'" }

    /// Code point by code point: a mark that combines with a quotation mark makes one character of both.
    private static func doubled(_ quote: Unicode.Scalar, in text: String) -> String {
        text.unicodeScalars.map { $0 == quote ? "\($0)\($0)" : String($0) }.joined()
    }
}
