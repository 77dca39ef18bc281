import DICOM

/// Studies and series as a search shows them, made of their instances (PS3.18 §10.6.3.3).
enum Levels {
    static let patientAndStudy: [Tag] = [
        .specificCharacterSet, .studyDate, .studyTime, .accessionNumber, .referringPhysicianName,
        .timezoneOffsetFromUTC, .patientName, .patientID, .issuerOfPatientID, .patientBirthDate, .patientSex,
        .studyInstanceUID, .studyID,
    ]
    static let series: [Tag] = [
        .modality, .seriesDescription, .seriesInstanceUID, .seriesNumber, .laterality,
    ]
    static let instance: [Tag] = [.sopClassUID, .sopInstanceUID, .instanceNumber, .rows, .columns, .numberOfFrames]

    /// One data set for each study. The same identifier with two patients is two studies, as real archives show it.
    static func studies(_ instances: [ArchivedInstance]) -> [DataSet] {
        group(instances) {
            [$0.study, $0.dataSet.string(.patientID) ?? "", $0.dataSet.string(.issuerOfPatientID) ?? ""]
        }.map { members in
            let isImage: (ArchivedInstance) -> Bool = { $0.dataSet.string(.modality) != "SR" }
            var study = (members.first(where: isImage) ?? members[0]).dataSet
            var modalities: [String] = []
            for modality in members.compactMap({ $0.dataSet.string(.modality) }) where !modalities.contains(modality) {
                modalities.append(modality)
            }
            study.set(.modalitiesInStudy, .strings(modalities))
            study.set(.numberOfStudyRelatedSeries, Set(members.map(\.series)).count)
            study.set(.numberOfStudyRelatedInstances, members.count)
            study.set(.instanceAvailability, "ONLINE")
            return study
        }
    }

    static func series(_ instances: [ArchivedInstance]) -> [DataSet] {
        group(instances) { [$0.study, $0.series] }.map { members in
            var series = members[0].dataSet
            series.set(.numberOfSeriesRelatedInstances, members.count)
            return series
        }
    }

    /// Members that share a key, in the order of their first.
    private static func group(
        _ instances: [ArchivedInstance], by key: (ArchivedInstance) -> [String]
    ) -> [[ArchivedInstance]] {
        var places: [[String]: Int] = [:]
        var groups: [[ArchivedInstance]] = []
        for instance in instances {
            let key = key(instance)
            if let place = places[key] {
                groups[place].append(instance)
            } else {
                places[key] = groups.count
                groups.append([instance])
            }
        }
        return groups
    }
}
