import DICOM
public import Radiology
public import Sync

extension DICOMwebServer {
    /// What a study holds, from its headers: the demographics here are right where a search answer's may be garbled.
    ///
    /// Throws where what says whose study it is did not come through: nobody may report on it like that.
    /// - Returns: `nil` if the server no longer has the study.
    public func detail(of study: Study) throws(ServerFailure) -> StudyDetail? {
        let headers = try instanceHeaders(of: study.uid)
        try Identification.check(headers)
        guard
            let first = headers.first(where: { $0.text(.modality).map { Modality(rawValue: $0).isImage } ?? false })
                ?? headers.first
        else { return nil }
        let patients = Set(headers.map { Patient($0, defaultIssuer: settings.defaultIssuer).identifier })
        guard patients.count == 1 else {
            throw .unintelligible("two patients share this study's identifier; tell the site before reading")
        }
        return StudyDetail(
            study: merged(study, with: first, headers), series: Series.list(headers),
            attributes: MetadataAttribute.list(first),
            contrastAgent: headers.lazy.compactMap {
                $0.text(.contrastBolusAgent)
            }.first, dose: Dose.words(headers))
    }

    /// Headers win, but only where they say something; the order comes from the worklist.
    private func merged(_ study: Study, with header: DataSet, _ headers: [DataSet]) -> Study {
        guard var merged = Study(header, defaultIssuer: settings.defaultIssuer) else { return study }
        merged.modalities = headers.compactMap { $0.text(.modality) }.reduce(into: [Modality]()) { list, text in
            if !list.contains(Modality(rawValue: text)) { list.append(Modality(rawValue: text)) }
        }
        merged.seriesCount = Set(headers.compactMap { $0.text(.seriesInstanceUID) }).count
        merged.instanceCount = headers.count
        merged.bodyPart = merged.bodyPart ?? study.bodyPart
        merged.description = merged.description ?? study.description
        merged.site = merged.site ?? study.site
        merged.date = merged.date ?? study.date
        merged.time = merged.time ?? study.time
        merged.order.accessionNumber = merged.order.accessionNumber ?? study.order.accessionNumber
        merged.order.indication = study.order.indication ?? merged.order.indication
        merged.order.referringPhysician = study.order.referringPhysician ?? merged.order.referringPhysician
        if !study.order.requestedProcedures.isEmpty {
            merged.order.requestedProcedures = study.order.requestedProcedures
        }
        return merged
    }

    private func instanceHeaders(of uid: StudyInstanceUID) throws(ServerFailure) -> [DataSet] {
        let response = try transport.perform(HTTPRequest(path: "/studies/\(uid)/metadata"))
        if response.status == 200 { return try dataSets(response) }
        if [401, 403].contains(response.status) { try refusal(of: response) }
        return try headersFromInstances(of: uid)
    }

    /// For servers without metadata: the list of instances, and the header of one instance of each series.
    private func headersFromInstances(of uid: StudyInstanceUID) throws(ServerFailure) -> [DataSet] {
        let rows = try instanceRows(in: uid)
        var headers: [DataSet] = []
        var headerOfSeries: [String: DataSet] = [:]
        for row in rows {
            guard let series = row.text(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
                let instance = row.text(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:))
            else { continue }
            if headerOfSeries[series.rawValue] == nil, headerOfSeries.count < 20 {
                let reference = DocumentReference(study: uid, series: series, instance: instance)
                headerOfSeries[series.rawValue] = try header(reference)
            }
            var header = headerOfSeries[series.rawValue] ?? row
            header.set(.sopInstanceUID, instance.rawValue)
            if let sopClass = row.text(.sopClassUID) { header.set(.sopClassUID, sopClass) }
            headers.append(header)
        }
        return headers
    }

    /// The attributes of one instance, read from its file.
    func header(_ reference: DocumentReference) throws(ServerFailure) -> DataSet? {
        guard let bytes = try instance(reference) else { return nil }
        do {
            return try Part10File.decode(bytes, options: ReadOptions(stopsBeforePixelData: true)).value.dataSet
        } catch {
            throw .unintelligible(Self.words(error))
        }
    }
}

extension Series {
    /// The series of a study from its instances' headers, by series number.
    static func list(_ headers: [DataSet]) -> [Series] {
        var byUID: [SeriesInstanceUID: Series] = [:]
        for header in headers {
            guard let uid = header.text(.seriesInstanceUID).flatMap(SeriesInstanceUID.init(rawValue:)),
                let instance = header.text(.sopInstanceUID).flatMap(SOPInstanceUID.init(rawValue:)),
                let sopClass = header.text(.sopClassUID).flatMap(SOPClassUID.init(rawValue:))
            else { continue }
            byUID[uid, default: Series(uid, header)].instances.append(Instance(uid: instance, sopClass: sopClass))
        }
        return byUID.values.sorted { ($0.number ?? .max, $0.uid) < ($1.number ?? .max, $1.uid) }
    }

    private init(_ uid: SeriesInstanceUID, _ header: DataSet) {
        self.init(
            uid: uid, number: header.int(.seriesNumber),
            modality: header.text(.modality).map(Modality.init(rawValue:)),
            description: header.text(.seriesDescription) ?? header.text(.protocolName),
            bodyPart: header.text(.bodyPartExamined),
            laterality: header.text(.laterality) ?? header.text(.imageLaterality),
            technique: Technique.words(header))
    }
}

/// Acquisition parameters in words and units.
enum Technique {
    static func words(_ header: DataSet) -> [String] {
        let numbers: [(Tag, String, String)] = [
            (.kvp, "", " kV"), (.sliceThickness, "", " mm"), (.magneticFieldStrength, "", " T"),
            (.repetitionTime, "TR ", " ms"), (.echoTime, "TE ", " ms"),
        ]
        var words = numbers.compactMap { tag, before, unit in
            header.double(tag).map { before + number($0) + unit }
        }
        words += [Tag.convolutionKernel, .scanningSequence, .viewPosition].compactMap { header.text($0) }
        if let agent = header.text(.contrastBolusAgent) { words.append("contrast \(agent)") }
        return words
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String((value * 100).rounded() / 100)
    }
}

enum Dose {
    static func words(_ headers: [DataSet]) -> [String] {
        let highest = headers.compactMap { $0.double(.ctdIvol) }.max()
        let area = headers.compactMap { $0.double(.imageAndFluoroscopyAreaDoseProduct) }.max()
        return [
            highest.map { "CTDIvol \(Technique.number($0)) mGy" },
            // The attribute is in dGy·cm² (PS3.3 C.4.16).
            area.map { "DAP \(Technique.number($0 * 10)) cGy·cm²" },
        ].compactMap(\.self)
    }
}

extension MetadataAttribute {
    /// A header's attributes in order, sequences unfolded, long and binary values named by their size.
    static func list(_ data: DataSet, depth: Int = 0) -> [MetadataAttribute] {
        var list: [MetadataAttribute] = []
        for element in data.elements where element.tag != .pixelData && list.count < 2000 {
            list.append(
                MetadataAttribute(
                    depth: depth, tag: element.tag.description, keyword: element.tag.keyword ?? "",
                    value: words(element.value)))
            if case .items(let items) = element.value, depth < 8 {
                for item in items { list += MetadataAttribute.list(item, depth: depth + 1) }
            }
        }
        return list
    }

    private static func words(_ value: Value) -> String {
        switch value {
        case .strings(let texts): String(texts.joined(separator: " \\ ").prefix(400))
        case .integers(let numbers): numbers.prefix(16).map(String.init).joined(separator: " \\ ")
        case .doubles(let numbers): numbers.prefix(16).map(Technique.number).joined(separator: " \\ ")
        case .tags(let tags): tags.prefix(16).map(\.description).joined(separator: " \\ ")
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .items(let items): items.count == 1 ? "1 item" : "\(items.count) items"
        case .fragments(let fragments): "\(fragments.count) fragments"
        case .bulkDataURI: "at the server"
        }
    }
}
