import CVault

/// What a file lies on. SQLite's log needs memory shared between processes, which file systems of other machines do not
/// have (sqlite.org/wal.html).
public enum FileSystem: Hashable, Sendable {
    case local
    case network(String)
    case unknown

    /// By the numbers of linux/magic.h and of the file systems themselves.
    public init(magic: Int64) {
        switch magic & 0xFFFF_FFFF {
        case 0x6969: self = .network("NFS")
        case 0xFF53_4D42, 0xFE53_4D42, 0x517B: self = .network("SMB")
        case 0x5346_414F: self = .network("AFS")
        case 0x0102_1997: self = .network("9p")
        case 0x00C3_6400: self = .network("Ceph")
        case 0x7375_7245: self = .network("Coda")
        case 0xFFFF_FFFF: self = .unknown
        default: self = .local
        }
    }

    public static func of(_ path: String) -> FileSystem { FileSystem(magic: cvault_file_system(path)) }
}

/// The memory of this process is for nobody else to read.
public enum ProcessMemory {
    /// - Returns: whether the system agreed.
    public static func forbidDumps() -> Bool { cvault_forbid_dumps() == 0 }

    /// To be asked for before threads begin: what is freed goes back to the system soon.
    public static func keepLittle() { cvault_keep_little_memory() }
}
