import Testing
import Vault

@Suite struct FileSystemTests {
    /// The numbers as linux/magic.h, and `stat -f` on such mounts, give them; some come with the sign extended.
    @Test(arguments: [
        (0x6969, "NFS"), (0xFF53_4D42, "SMB"), (0xFE53_4D42, "SMB"), (-11_317_950, "SMB"), (0x0102_1997, "9p"),
    ])
    func whatOtherMachinesKeepIsKnown(magic: Int, name: String) {
        #expect(FileSystem(magic: Int64(magic)) == .network(name))
    }

    /// ext4, tmpfs, btrfs, overlayfs, xfs.
    @Test(arguments: [0xEF53, 0x0102_1994, 0x9123_683E, 0x794C_7630, 0x5846_5342])
    func whatThisMachineKeepsIsFine(magic: Int) {
        #expect(FileSystem(magic: Int64(magic)) == .local)
    }

    @Test func aPlaceThatIsNotThereIsUnknown() {
        #expect(FileSystem.of("not/there/at/all") == .unknown)
        #expect(FileSystem.of(".") == .local)
    }
}
