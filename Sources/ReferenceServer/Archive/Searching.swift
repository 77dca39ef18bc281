import DICOM

extension Services {
    /// QIDO-RS (PS3.18 §10.6).
    static func search(_ request: Request, _ holdings: Holdings, _ behaviour: Behaviour) -> Answer? {
        let query = Query(request.query, ignoring: behaviour.ignoredKeys)
        let (found, level): ([DataSet], [Tag])
        switch (request.path.count, request.path.first, request.path.last) {
        case (1, "studies", _):
            found = Levels.studies(holdings.instances)
            level =
                Levels.patientAndStudy + [
                    .modalitiesInStudy, .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances,
                    .instanceAvailability,
                ]
        case (1, "series", _), (3, "studies", "series"):
            found = Levels.series(instances(request, holdings))
            level = Levels.patientAndStudy + Levels.series + [.numberOfSeriesRelatedInstances]
        case (1, "instances", _), (3, "studies", "instances"), (5, "studies", "instances"):
            found = instances(request, holdings).map(\.dataSet)
            level = Levels.patientAndStudy + Levels.series + Levels.instance
        default: return nil
        }
        let page = query.page(found.filter(query.matches))
        return list(page.map { located(query.shown($0, level: level), $0, request) }, behaviour)
    }

    private static func instances(_ request: Request, _ holdings: Holdings) -> [ArchivedInstance] {
        let path = request.path
        return holdings.instances(
            study: path.count > 1 ? path[1] : nil, series: path.count > 4 ? path[3] : nil)
    }

    /// Where it can be fetched, built from the host the client used.
    private static func located(_ shown: DataSet, _ whole: DataSet, _ request: Request) -> DataSet {
        var shown = shown
        shown.set(.retrieveURL, "\(request.base)/studies/\(whole.string(.studyInstanceUID) ?? "")")
        return shown
    }

    static func list(_ dataSets: [DataSet], _ behaviour: Behaviour) -> Answer {
        if dataSets.isEmpty && behaviour.emptySearchStatus != 200 { return .plain(behaviour.emptySearchStatus) }
        guard let json = try? DataSet.toJSON(dataSets) else { return .plain(500, "cannot be written as JSON") }
        return .json(json)
    }
}
