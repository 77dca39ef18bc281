import Foundation

/// One changer of the keys at a time, across processes. On the folder, since the file itself is replaced.
struct FolderLock {
    private let descriptor: Int32

    init(of path: String) throws(VaultError) {
        let folder = (path as NSString).deletingLastPathComponent
        descriptor = try Descriptor.open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let code = errno
                close(descriptor)
                throw .system(call: "flock", path: folder, errno: code)
            }
        }
    }

    func release() { close(descriptor) }
}
