import CVault
import Foundation

/// Sealing a database that was written without a vault.
extension KeyRing {
    /// The steps of a conversion. Whenever it stops, the path holds the plain database or the sealed one, whole.
    enum ConversionStep: CaseIterable, Sendable { case lock, copy, verify, sync, rename, syncFolder, wipe, note }

    /// Replaces the plain database at `databasePath` by a sealed copy that was compared with it row by row.
    /// The keys must not be mounted, and no other program may have the database open.
    public func sealPlainDatabase() throws(VaultError) {
        try sealPlainDatabase { _ throws(VaultError) in }
    }

    func sealPlainDatabase(before: (ConversionStep) throws(VaultError) -> Void) throws(VaultError) {
        guard try DatabaseFile.state(of: databasePath) == .plain else { throw .notPlain(path: databasePath) }
        let copy = databasePath + ".sealing"
        // First of all: VACUUM INTO uses the VFS that its connection was opened with.
        try mount(copy)
        defer { cvault_unmount(copy) }
        try before(.lock)
        let plain = try lockedPlainDatabase()
        defer { plain.close() }
        try before(.copy)
        try makeSealedCopy(of: plain, at: copy)
        try before(.verify)
        try verify(copy, against: plain)
        try before(.sync)
        try KeyRing.sync(copy)
        try putInPlace(copy, of: plain, before: before)
        try before(.note)
        try databaseWasMade()
    }

    /// With nothing left in a log or journal, and nobody else reading or writing.
    private func lockedPlainDatabase() throws(VaultError) -> SQLConnection {
        let plain = try SQLConnection(databasePath)
        do throws(VaultError) {
            // Leaving write-ahead mode needs the file for ourselves, puts the log into the database and removes it.
            // Only then is the lock kept: under it SQLite would leave the journal of that very change behind.
            let mode = try plain.query("PRAGMA journal_mode = DELETE")
            _ = try plain.query("PRAGMA locking_mode = EXCLUSIVE")
            try plain.execute("BEGIN EXCLUSIVE; COMMIT")
            guard mode == ["delete"] else { throw VaultError.inUse(path: databasePath) }
        } catch {
            throw error == .sqlite(code: 5) ? .inUse(path: databasePath) : error
        }
        for suffix in ["-wal", "-journal"] where DatabaseFile.isPresent(databasePath + suffix) {
            throw .conversionFailed(path: databasePath, why: "there is still a \(suffix) file")
        }
        return plain
    }

    private func makeSealedCopy(of plain: SQLConnection, at copy: String) throws(VaultError) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(copy + suffix) }  // of a conversion that was cut short
        close(try Descriptor.open(copy, O_WRONLY | O_CREAT | O_EXCL))  // readable by its owner only
        try plain.execute("PRAGMA page_size = 4096")
        try plain.leaveRoomForSeal()
        try plain.execute("VACUUM INTO \(SQLConnection.literal(copy))")
        guard try DatabaseFile.state(of: copy) == .sealed else {
            unlink(copy)
            throw .conversionFailed(path: databasePath, why: "the copy is not sealed")
        }
    }

    static func sync(_ path: String) throws(VaultError) {
        let file = try Descriptor.open(path, O_RDWR)
        defer { close(file) }
        guard fsync(file) == 0 else { throw .system(call: "fsync", path: path, errno: errno) }
    }

    private func putInPlace(
        _ copy: String, of plain: SQLConnection, before: (ConversionStep) throws(VaultError) -> Void
    ) throws(VaultError) {
        let old = try Descriptor.open(databasePath, O_RDWR)
        defer { close(old) }
        try before(.rename)
        guard rename(copy, databasePath) == 0 else {
            throw .system(call: "rename", path: databasePath, errno: errno)
        }
        try before(.syncFolder)
        try DurableFile.syncFolder(of: databasePath)
        plain.close()
        unlink(databasePath + "-shm")
        try before(.wipe)
        KeyRing.wipe(old)
    }

    /// Best effort: a file system that writes elsewhere, or a solid-state disk, may keep the old blocks. Whoever needs
    /// more must encrypt the disk or destroy it.
    private static func wipe(_ file: Int32) {
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var rest = Int(lseek(file, 0, SEEK_END))
        lseek(file, 0, SEEK_SET)
        while rest > 0 {
            let count = Glibc.write(file, zeros, min(rest, zeros.count))
            guard count > 0 else { return }
            rest -= count
        }
        fsync(file)
    }
}
