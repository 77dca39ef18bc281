import Foundation
import Vault

/// The folder of a store, and the store's empty file in it, readable by their owner only.
enum PrivateFolder {
    static func prepare(for path: String) throws {
        let folder = folder(of: path)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if case .network(let kind) = FileSystem.of(folder) {
            throw StoreFailure.cannotOpen(
                path: path, why: "\(kind) cannot keep it safe; set XDG_DATA_HOME or --home to a folder of a local disk")
        }
    }

    /// Made before SQLite does, so that it is never readable by others, not even for a moment.
    static func prepareFile(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            // A log without its file would be played back into a new one.
            var log = stat()
            guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else {
                throw StoreFailure.fileMissing(path: path)
            }
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw StoreFailure.failed("the file cannot be created in its folder") }
        }
        // Even if it is not new: whoever made it may have been killed before this.
        try sync(folder(of: path))
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// Names last once the folder that holds them is synced, and a folder is a name in the one above. A power cut may
    /// otherwise take a new folder with all that was signed in it.
    private static func sync(_ folder: String) throws {
        var place = folder
        while isOurs(place) {
            let descriptor = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            // Some file systems do not sync folders, or have nothing to sync.
            guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
                throw StoreFailure.failed("the folder \(place) cannot be synced")
            }
            if place == "/" { return }
            place = (place as NSString).deletingLastPathComponent
        }
    }

    /// What belongs to somebody else was there before readroom.
    private static func isOurs(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_uid == geteuid()
    }
}
