import Foundation
import Glibc
import Programs

/// A real sshd on the loopback interface, with keys of its own, for whoever runs the tests.
final class SecureShell {
    let folder: URL
    let port: UInt16
    private let server: Program

    static var isAvailable: Bool {
        ["sshd", "ssh", "ssh-keygen"].allSatisfy { Program.find($0) != nil }
    }

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("readroom-ssh-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        port = try LoopbackPort.free()
        for name in ["host", "reader"] {
            let file = folder.appendingPathComponent(name).path
            try await Program.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file])
        }
        try FileManager.default.moveItem(
            at: folder.appendingPathComponent("reader.pub"), to: folder.appendingPathComponent("authorized"))
        let configuration = """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(folder.path)/host
            PidFile none
            AuthorizedKeysFile \(folder.path)/authorized
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin yes
            PrintMotd no
            PrintLastLog no
            """
        try Data(configuration.utf8).write(to: folder.appendingPathComponent("sshd_config"))
        // Where root starts it, it wants this folder to shut its unprivileged half in.
        if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
        let program = Program.find("sshd") ?? "sshd"
        server = try Program(
            [program, "-D", "-e", "-f", folder.appendingPathComponent("sshd_config").path],
            output: folder.appendingPathComponent("sshd.log").path)
        let isUp = await eventually(seconds: 20) { !self.server.isRunning || Self.listens(self.port) }
        guard isUp, server.isRunning else { throw NotUp() }
    }

    struct NotUp: Error {}

    deinit {
        server.end()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The client, with everything it has to know before the host.
    var client: String {
        "ssh -F /dev/null -p \(port) -i \(folder.path)/reader -o IdentitiesOnly=yes -o StrictHostKeyChecking=no "
            + "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
    }

    private static func listens(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
