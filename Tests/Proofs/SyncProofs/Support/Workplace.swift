import Foundation
import Radiology
import Vault

/// A folder with a configuration and a sealed store, as one workstation has it.
struct Workplace {
    let folder: URL

    var store: String { folder.appendingPathComponent("data/readroom.sqlite").path }

    /// - Parameter reader: the reader's name, in DICOM's form.
    init(in folder: URL, server: String, reader: String = "Roe^Rita") throws {
        self.folder = folder
        for name in ["config", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let text = """
            [reader]
            name = "\(reader)"
            organization = "North General"

            [worklist]
            poll = 5

            [security]
            key_file = "\(folder.path)/store.key"

            [[server]]
            name = "PACS"
            url = "\(server)"
            timeout = 5

            """
        try Data(text.utf8).write(to: folder.appendingPathComponent("config/config.toml"))
        guard let passphrase = try Passphrase("correct horse battery staple") else { return }
        let (ring, _) = try KeyRing.create(for: store, passphrase: passphrase, cost: .least)
        try ring.addKeyFile(at: folder.appendingPathComponent("store.key").path)
    }
}
