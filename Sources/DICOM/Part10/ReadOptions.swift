/// How much of a file to read, and what to put up with.
public struct ReadOptions: Sendable {
    /// Stop in front of the pixels: the header of a CT slice is 2 KB of 500.
    public var stopsBeforePixelData: Bool
    /// Keep the elements in front of a cut, with a deviation, instead of refusing the file.
    public var keepsTruncated: Bool

    public init(stopsBeforePixelData: Bool = false, keepsTruncated: Bool = false) {
        self.stopsBeforePixelData = stopsBeforePixelData
        self.keepsTruncated = keepsTruncated
    }

    /// Levels of sequences.
    static let depth = 64
}
