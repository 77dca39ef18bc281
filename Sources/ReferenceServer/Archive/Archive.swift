public import DICOM

/// What a server holds when it starts.
public struct Archive: Sendable, Equatable {
    public var instances: [ArchivedInstance]
    /// Unified Procedure Steps with all their attributes. One that is IN PROGRESS has its Transaction UID.
    public var workitems: [DataSet]

    public init(instances: [ArchivedInstance] = [], workitems: [DataSet] = []) {
        self.instances = instances
        self.workitems = workitems
    }
}

/// An instance, and its file where the bytes matter.
public struct ArchivedInstance: Sendable, Equatable {
    public var dataSet: DataSet
    /// `nil` for a header whose file is made when it is asked for.
    public var file: [UInt8]?

    public init(dataSet: DataSet, file: [UInt8]? = nil) {
        self.dataSet = dataSet
        self.file = file
    }

    var study: String { dataSet.string(.studyInstanceUID) ?? "" }
    var series: String { dataSet.string(.seriesInstanceUID) ?? "" }
    var uid: String { dataSet.string(.sopInstanceUID) ?? "" }

    /// The Part 10 bytes.
    public func bytes() throws(DICOMError) -> [UInt8] {
        if let file { return file }
        return try Part10File(dataSet: dataSet).encode()
    }
}
