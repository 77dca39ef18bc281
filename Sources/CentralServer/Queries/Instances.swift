import DICOM
import Radiology
import Sync

extension DICOMwebServer {
    /// A search answer's row for every instance of a study, of one modality or of all.
    func instanceRows(
        in study: StudyInstanceUID, modality: Modality? = nil
    ) throws(ServerFailure) -> [DataSet] {
        let keys = (modality.map { [(name: "Modality", value: $0.rawValue)] } ?? []) + Self.instanceFields
        let response = try transport.perform(HTTPRequest(path: "/studies/\(study)/instances", query: keys))
        switch response.status {
        case 204: return []
        // No instances, or a server that lists them only below a series.
        case 404, 405: return try instanceRowsBySeries(in: study, modality: modality)
        default: return try dataSets(response)
        }
    }

    private static let instanceFields = [
        (name: "includefield", value: Tag.sopClassUID.hex), (name: "limit", value: "5000"),
    ]

    private func instanceRowsBySeries(
        in study: StudyInstanceUID, modality: Modality?
    ) throws(ServerFailure) -> [DataSet] {
        var rows: [DataSet] = []
        for series in try search("/studies/\(study)/series", [("limit", "1000")]) {
            guard let uid = series.text(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
                modality == nil || series.text(.modality) == modality?.rawValue
            else { continue }
            for var row in try search("/studies/\(study)/series/\(uid)/instances", Self.instanceFields) {
                row.set(.seriesInstanceUID, uid.rawValue)
                rows.append(row)
            }
        }
        return rows
    }
}
