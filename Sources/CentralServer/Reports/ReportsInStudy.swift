import DICOM
public import Radiology
public import Sync

extension DICOMwebServer {
    public func reports(
        in study: StudyInstanceUID, known: Set<SOPInstanceUID> = []
    ) throws(ServerFailure) -> [PriorReport] { [] }
}
