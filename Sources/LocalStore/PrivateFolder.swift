import Foundation

/// The folder of a store, and the store's empty file in it, readable by their owner only.
enum PrivateFolder {
    static func prepare(for path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if !FileManager.default.fileExists(atPath: path) {
            // Made before SQLite does, so that it is never readable by others, not even for a moment.
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw StoreFailure.failed("the file cannot be created in its folder") }
        }
        // Even if they are not new: whoever made them may have been killed before this.
        try sync(folder)
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
