import Foundation

/// Where things are, after the XDG base directory specification.
struct Paths {
    /// Configuration, themes, keymaps.
    var configuration: String
    /// The store and its locks.
    var data: String
    /// Logs.
    var state: String

    static var standard: Paths {
        let environment = ProcessInfo.processInfo.environment
        func folder(_ variable: String, _ fallback: String) -> String {
            let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? expanded("~/" + fallback)
            return base + "/readroom"
        }
        return Paths(
            configuration: folder("XDG_CONFIG_HOME", ".config"), data: folder("XDG_DATA_HOME", ".local/share"),
            state: folder("XDG_STATE_HOME", ".local/state"))
    }

    /// All in one folder, for a demo and for tests.
    init(folder: String) {
        configuration = folder + "/config"
        data = folder + "/data"
        state = folder + "/state"
    }

    private init(configuration: String, data: String, state: String) {
        self.configuration = configuration
        self.data = data
        self.state = state
    }

    var configurationFile: String { configuration + "/config.toml" }
    var exports: String { data + "/exported" }
    var keymapFile: String { configuration + "/keymap.toml" }
    var listsFile: String { configuration + "/lists.toml" }
    /// What was edited in the library and is not saved.
    var unsavedFile: String { configuration + "/unsaved.json" }
    var store: String { data + "/readroom.sqlite" }
    var workstationLock: String { data + "/workstation.lock" }
    var syncLock: String { data + "/sync.lock" }
    var log: String { state + "/readroom.log" }

    func theme(_ name: String) -> String { "\(configuration)/themes/\(name).toml" }

    static func expanded(_ path: String) -> String { NSString(string: path).expandingTildeInPath }

    static func makePrivateFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
