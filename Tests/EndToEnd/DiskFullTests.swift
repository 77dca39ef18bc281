import DICOM
import Foundation
import Glibc
import LocalStore
import ReferenceServer
import Sync
import Testing

/// A real full disk below the real program: what is not saved or not sent is said where the reader looks, and
/// freeing space mends it.
@Suite(.serialized, .enabled(if: SmallDisk.isAvailable && TerminalSession.isAvailable, "needs tmux and tmpfs mounts"))
struct DiskFullTests {
    @Test func theDraftAndTheOutboxSayThatTheDiskIsFullAndRecover() async throws {
        let server = ReferenceServer(
            archive: try Archive(files: SyntheticStudy.chest.files() + SyntheticStudy.head.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        let disk = try SmallDisk(at: workplace.folder.appendingPathComponent("data"))
        try workplace.makeKeys()
        let session = try await TerminalSession(workplace.command, columns: 160)
        try await session.wait(for: "GARCÍA LÓPEZ", "Yamada")
        // One report is signed while there is room, and waits for a server that has none for it.
        server.setBehaviour(Behaviour.bare(.init(.status(503), method: "POST", path: "/studies")))
        try await session.press("/")
        try await session.type("garc")
        try await session.press("Enter", "r")
        try await session.wait(for: "Chest X-ray (matched")
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "text ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "1 unsent")
        try disk.fill()
        server.setBehaviour(.bare())
        try await session.press("o")
        try await session.wait(for: "signed 1 =")
        try await session.press("t")
        try await session.wait(for: "could not be written down", "disk is full")
        #expect(server.storedReports.count <= 1)

        try disk.free()
        // It may have been sent where the log had room left; but then that was written down before.
        let counts = try workplace.withStore { try $0.outboxCounts() }
        #expect(server.storedReports.isEmpty || counts[.queued] == 0)
        try await session.press("t")
        try await session.wait(for: "signed 1 = filed 1")
        #expect(server.storedReports.count == 1)
        await server.stop()
    }

    @Test func nothingIsSignedThatCannotBeKept() async throws {
        let server = ReferenceServer(archive: try Archive(files: SyntheticStudy.chest.files()), behaviour: .bare())
        let workplace = try Workplace(servers: [Workplace.server(try await server.start())])
        let disk = try SmallDisk(at: workplace.folder.appendingPathComponent("data"))
        try workplace.makeKeys()
        let session = try await TerminalSession(workplace.command, columns: 160)
        try await session.wait(for: "GARCÍA LÓPEZ")
        try await session.press("r")
        try await session.wait(for: "Chest X-ray (matched")
        try disk.fill()
        try await session.type("Kerley lines. ")
        try await session.wait(for: "NOT SAVED")
        try await session.press("F12")
        try await session.wait(for: "Sign as FINAL", "text ")
        try await session.press("k", "Enter", "Enter")
        try await session.wait(for: "disk is full")
        try disk.free()
        try await session.press("Escape")
        try await session.wait(for: "draft saved", "Kerley lines.")
        #expect(try workplace.withStore { try $0.outboxCounts().signed } == 0)
        await server.stop()
    }
}

/// A file system of a few megabytes, mounted on a folder.
final class SmallDisk {
    private let folder: URL
    private var filler: URL { folder.appendingPathComponent("filler") }

    static let isAvailable: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tmpfs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let disk = try? SmallDisk(at: folder) else { return false }
        return (try? disk.fill()) != nil
    }()

    init(at folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let status = mount("readroom-test", folder.path, "tmpfs", 0, "size=12m,mode=0700")
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM) }
    }

    deinit { umount2(folder.path, Int32(MNT_DETACH)) }

    /// To the last byte.
    func fill() throws {
        let file = open(filler.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw POSIXError(.EACCES) }
        defer { close(file) }
        for size in [65536, 4096, 1] {
            let zeros = [UInt8](repeating: 0, count: size)
            while write(file, zeros, size) == size {}
        }
    }

    func free() throws { try FileManager.default.removeItem(at: filler) }
}
