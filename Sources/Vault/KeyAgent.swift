import Foundation

/// Holds the data key of one store in the memory of a process of its own, so that `readroom sync` can run from cron
/// while the reader is logged in. It gives the key to processes of the same user only, and never to the disk.
public enum KeyAgent {
    private enum Request: UInt8 {
        case key = 0x6B
        case end = 0x71
    }

    public static func socketPath(for databasePath: String) -> String { databasePath + ".agent" }

    // MARK: - Asking

    /// The keys, if an agent holds them; `nil` if there is none, or its key is not that of this store any more.
    public static func keys(for databasePath: String) -> KeyRing? {
        guard let socket = try? ask(.key, databasePath) else { return nil }
        defer { socket.close() }
        let key = try? SecretBytes(count: 32) { (memory) throws(VaultError) in
            guard socket.receive(into: memory, count: 32) else { throw .wrongKeyFile }
        }
        return key.flatMap { try? KeyRing.unlock(databasePath, dataKey: $0) }
    }

    public static func isRunning(for databasePath: String) -> Bool { keys(for: databasePath) != nil }

    /// - Returns: whether there was one.
    public static func end(for databasePath: String) throws(VaultError) -> Bool {
        guard let socket = try ask(.end, databasePath) else { return false }
        defer { socket.close() }
        // It closes its end when it has forgotten the key.
        var byte: UInt8 = 0
        _ = socket.receive(into: &byte, count: 1)
        return true
    }

    private static func ask(_ request: Request, _ databasePath: String) throws(VaultError) -> LocalSocket? {
        guard let socket = try LocalSocket.connect(to: socketPath(for: databasePath)) else { return nil }
        let byte = [request.rawValue]
        guard byte.withUnsafeBytes(socket.send) else {
            socket.close()
            return nil
        }
        return socket
    }

    // MARK: - Holding

    /// Answers until it is told to end, or the time is over. Blocks.
    ///
    /// - Parameter isOver: asked at least every few seconds.
    public static func serve(_ ring: KeyRing, until isOver: () -> Bool) throws(VaultError) {
        let path = socketPath(for: ring.databasePath)
        // One agent for a store: a second one would take the socket of the first, which nobody could end any more.
        let lock = try Descriptor.open(path + ".lock", O_RDWR | O_CREAT)
        defer { Glibc.close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(path: path) }
        let socket = try LocalSocket.listen(at: path)
        defer {
            unlink(path)
            socket.close()
        }
        while !isOver() {
            guard let peer = socket.accept(milliseconds: 2000) else { continue }
            defer { peer.close() }
            var byte: UInt8 = 0
            guard peer.receive(into: &byte, count: 1), let request = Request(rawValue: byte) else { continue }
            switch request {
            case .key: ring.dataKey.withBytes { _ = peer.send(UnsafeRawBufferPointer(start: $0, count: 32)) }
            case .end: return
            }
        }
    }

    /// Hands the key to a process that reads it with ``receive(for:from:)``.
    public static func hand(_ ring: KeyRing, to descriptor: Int32) -> Bool {
        ring.dataKey.withBytes { Glibc.write(descriptor, $0, 32) } == 32
    }

    /// The keys whose data key the starting process hands over.
    public static func receive(for databasePath: String, from descriptor: Int32) throws(VaultError) -> KeyRing {
        let key = try SecretBytes(count: 32) { (memory) throws(VaultError) in
            guard Glibc.read(descriptor, memory, 32) == 32 else { throw .wrongKeyFile }
        }
        return try KeyRing.unlock(databasePath, dataKey: key)
    }
}
