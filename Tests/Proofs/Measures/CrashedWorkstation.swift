import DICOM
import Foundation
import Glibc
import Programs
import ReferenceServer
import Vault

/// The real program in a real terminal, with a patient on its screen and a report half written, that crashes where
/// core files are allowed.
final class CrashedWorkstation {
    static let signals = [SIGSEGV, SIGABRT]

    private let folder: String
    private let server: ReferenceServer
    private let socket = "readroom-\(UUID().uuidString.prefix(8))"
    private let program: String
    private var isStarted = false
    private var ending: String { folder + "/ended" }
    /// Whether this system writes a core file into the folder of a program that crashes and does not forbid it.
    let makesCores: Bool

    init(folder: String, isSealed: Bool) throws {
        self.folder = folder
        program = try Program.built("readroom")
        let store = MeasureFolder(root: folder, isSealed: isSealed)
        try store.make()
        for name in ["config", "cores", "tmp", "home"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        var behaviour = Behaviour()
        behaviour.hasWorkitems = false
        let server = ReferenceServer(
            archive: Archive(instances: [ArchivedInstance(dataSet: Self.image)]), behaviour: behaviour)
        self.server = server
        let root = try awaited { try await server.start() }
        let text = """
            [reader]
            name = "Roe^Rita"
            organization = "North General"

            [security]
            \(isSealed ? "key_file = \"\(folder)/store.key\"" : "seal = false")

            [[server]]
            name = "PACS North"
            url = "\(root)"
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/config/config.toml"))
        let canary = "cd '\(folder)/cores'; ulimit -c unlimited; sleep 9 & sleep 0.1; kill -SEGV $!; wait"
        _ = try Program.run(["/bin/sh", "-c", canary])
        let cores = try FileManager.default.contentsOfDirectory(atPath: folder + "/cores")
        makesCores = !cores.isEmpty
        for core in cores { unlink("\(folder)/cores/\(core)") }
    }

    deinit {
        if isStarted { _ = try? Program.run(["tmux", "-L", socket, "kill-server"]) }
        let server = server
        try? awaited { await server.stop() }
    }

    /// - Returns: whether it fell by this signal with a marker on the screen and another one in the text.
    func crash(by signal: Int32) throws -> Bool {
        if isStarted { _ = try Program.run(["tmux", "-L", socket, "kill-server"]) }
        isStarted = true
        let command =
            "cd '\(folder)/cores'; ulimit -c unlimited; env LC_ALL=C.UTF-8 TZ=UTC HOME='\(folder)/home' "
            + "TMPDIR='\(folder)/tmp' '\(program)' --home '\(folder)'; echo $? > '\(ending)'"
        unlink(ending)
        _ = try Program.run(
            [
                "tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "120", "-y", "30",
                command,
                ";",
                "set-option", "-g", "remain-on-exit", "on",
            ])
        try see(Markers.word(0))
        try press("r")
        try see("FINDINGS", "Findings", "matched")
        try press("-l", Markers.word(100 + Int(signal)) + " is in the report. ")
        try see(Markers.word(100 + Int(signal)))
        try see("draft saved")
        guard let shell = Int32(try ask("#{pane_pid}")), let process = child(of: shell) else { return false }
        kill(process, signal)
        // The shell tells how it ended: tmux does not always notice.
        let status = String(128 + signal)
        return Program.waits { (try? String(contentsOfFile: ending, encoding: .utf8))?.hasPrefix(status) == true }
    }

    private func child(of shell: Int32) -> Int32? {
        let list = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return list?.split(separator: " ").first.flatMap { Int32($0) }
    }

    private func press(_ keys: String...) throws {
        _ = try Program.run(["tmux", "-L", socket, "send-keys", "-t", "main"] + keys)
    }

    private func ask(_ question: String) throws -> String {
        try Program.run(["tmux", "-L", socket, "display-message", "-t", "main", "-p", question]).output
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Until the screen shows one of these.
    private func see(_ texts: String...) throws {
        var screen = ""
        let isSeen = try Program.waits {
            screen = try Program.run(["tmux", "-L", socket, "capture-pane", "-t", "main", "-p"]).output
            return texts.contains { screen.contains($0) }
        }
        if !isSeen { throw MeasureFailure("not seen: \(texts)\n\(screen)") }
    }

    private static var image: DataSet {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyyMMdd"
        var data = DataSet()
        data.set(.specificCharacterSet, "ISO_IR 192")
        data.set(.sopClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
        data.set(.sopInstanceUID, "2.25.1001.1.1")
        data.set(.studyDate, formatter.string(from: Date()))
        data.set(.studyTime, "083000")
        data.set(.accessionNumber, Markers.word(2))
        data.set(.modality, "DX")
        data.set(.referringPhysicianName, "\(Markers.word(4))^Ada")
        data.set(.studyDescription, "Chest PA and lateral")
        data.set(.patientName, "\(Markers.word(0))^Ana")
        data.set(.patientID, Markers.word(1))
        data.set(.patientBirthDate, "19590312")
        data.set(.patientSex, "F")
        data.set(.bodyPartExamined, "CHEST")
        data.set(.studyInstanceUID, "2.25.1001")
        data.set(.seriesInstanceUID, "2.25.1001.1")
        data.set(.studyID, "1")
        data.set(.seriesNumber, "1")
        data.set(.instanceNumber, "1")
        return data
    }
}
