public import Glibc

/// Ports of the loopback interface.
public enum LoopbackPort {
    /// One that was free a moment ago: servers that cannot be asked for their port need to be told one.
    public static func free() throws -> UInt16 {
        let socket = stream()
        defer { close(socket) }
        guard let port = bind(socket) else { throw ProgramFailure("no free port") }
        return port
    }

    public static func stream() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }

    /// Binds a socket to a free port.
    public static func bind(_ socket: Int32) -> UInt16? {
        var place = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        return isBound ? UInt16(bigEndian: place.sin_port) : nil
    }

    public static func isListening(_ port: UInt16) -> Bool {
        let socket = stream()
        defer { close(socket) }
        return connect(socket, to: port)
    }

    public static func connect(_ socket: Int32, to port: UInt16) -> Bool {
        var place = address(port)
        return withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    public static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    /// What has come on a socket; `nil` at its end.
    public static func receive(_ socket: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 18)
        let count = recv(socket, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    /// All of it, unless the other end is gone.
    public static func send(_ bytes: [UInt8], to socket: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
