import CVault
import Foundation

/// A socket in the store's private folder, between processes of one user.
struct LocalSocket {
    let descriptor: Int32

    static func listen(at path: String) throws(VaultError) -> LocalSocket {
        unlink(path)
        let socket = try LocalSocket(path)
        guard try socket.withAddress(path, { bind(socket.descriptor, $0, $1) }) == 0,
            chmod(path, 0o600) == 0, Glibc.listen(socket.descriptor, 4) == 0
        else { throw socket.failure("listen", path) }
        return socket
    }

    /// `nil` if nobody listens there.
    static func connect(to path: String) throws(VaultError) -> LocalSocket? {
        let socket = try LocalSocket(path)
        guard try socket.withAddress(path, { Glibc.connect(socket.descriptor, $0, $1) }) == 0 else {
            socket.close()
            return nil
        }
        return socket
    }

    private init(_ path: String) throws(VaultError) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(call: "socket", path: path, errno: errno) }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    func close() { Glibc.close(descriptor) }

    private func failure(_ call: String, _ path: String) -> VaultError {
        defer { close() }
        return .system(call: call, path: path, errno: errno)
    }

    private func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(VaultError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw failure("name a socket (the path is too long)", path)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// Who asks next, if it is a process of the same user; waits so many milliseconds at most.
    func accept(milliseconds: Int32) -> LocalSocket? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
        let peer = Glibc.accept(descriptor, nil, nil)
        guard peer >= 0 else { return nil }
        _ = fcntl(peer, F_SETFD, FD_CLOEXEC)
        let socket = LocalSocket(descriptor: peer)
        guard cvault_peer_user(peer) == Int64(getuid()) else {
            socket.close()
            return nil
        }
        // Whoever connects and says nothing must not keep the others waiting.
        var patience = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return socket
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Bool {
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    func receive(into memory: UnsafeMutableRawPointer, count: Int) -> Bool {
        recv(descriptor, memory, count, Int32(MSG_WAITALL)) == count
    }
}
