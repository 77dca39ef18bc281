import DICOM

/// Acquisition attributes only this connector reads (PS3.6).
extension Tag {
    static let admittingDiagnosesDescription = Tag(0x0008, 0x1080)
    static let scanningSequence = Tag(0x0018, 0x0020)
    static let repetitionTime = Tag(0x0018, 0x0080)
    static let echoTime = Tag(0x0018, 0x0081)
    static let magneticFieldStrength = Tag(0x0018, 0x0087)
    static let imageAndFluoroscopyAreaDoseProduct = Tag(0x0018, 0x115E)
    static let convolutionKernel = Tag(0x0018, 0x1210)
    static let ctdIvol = Tag(0x0018, 0x9345)
}
