import DICOM

/// An examination as the department knows it: what its series are and what their headers say.
struct DemoProcedure {
    struct Series {
        var description: String
        var instances: Int
        var modality: String
        var attributes: [(tag: Tag, text: String)]
    }

    var key: String
    var modality: String
    var bodyPart: String
    var title: String
    var series: [Series]

    static let all: [String: DemoProcedure] = {
        var procedures: [String: DemoProcedure] = [:]
        var current: DemoProcedure?
        for line in (DemoTables.computedTomography + DemoTables.otherModalities).split(separator: "\n") {
            if line.hasPrefix(" ") {
                if let series = series(line, of: current) { current?.series.append(series) }
            } else {
                if let current { procedures[current.key] = current }
                current = head(line)
            }
        }
        if let current { procedures[current.key] = current }
        return procedures
    }()

    /// `key|modality|body part|title`
    private static func head(_ line: Substring) -> DemoProcedure? {
        let cells = line.split(separator: "|").map(String.init)
        guard cells.count == 4 else { return nil }
        return DemoProcedure(key: cells[0], modality: cells[1], bodyPart: cells[2], title: cells[3], series: [])
    }

    /// `description|instances|Keyword=value;…`; a Modality among them is the series' own.
    private static func series(_ line: Substring, of procedure: DemoProcedure?) -> Series? {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard let procedure, cells.count == 3, let count = Int(cells[1]) else { return nil }
        var series = Series(
            description: String(cells[0].drop { $0 == " " }), instances: count, modality: procedure.modality,
            attributes: [])
        for pair in cells[2].split(separator: ";") {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let tag = Tag(keyword: sides[0]) else { continue }
            if tag == .modality { series.modality = sides[1] } else { series.attributes.append((tag, sides[1])) }
        }
        return series
    }

    /// The storage SOP class of a modality (PS3.4 Table B.5-1).
    static func sopClass(_ modality: String) -> String {
        switch modality {
        case "CT": SOPClass.ctImage
        case "MR": SOPClass.mrImage
        case "US": "1.2.840.10008.5.1.4.1.1.6.1"
        case "CR": "1.2.840.10008.5.1.4.1.1.1"
        case "DX", "PX": "1.2.840.10008.5.1.4.1.1.1.1"
        case "MG": "1.2.840.10008.5.1.4.1.1.1.2"
        case "IO": "1.2.840.10008.5.1.4.1.1.1.3"
        case "NM": "1.2.840.10008.5.1.4.1.1.20"
        case "PT": "1.2.840.10008.5.1.4.1.1.128"
        default: SOPClass.secondaryCapture
        }
    }
}

extension DataSet {
    /// Sets a value given as text in the form its VR has.
    mutating func set(_ tag: Tag, parsing text: String) {
        switch tag.standardVR {
        case .fd?, .fl?: set(tag, .doubles(text.split(separator: "\\").compactMap { Double($0) }))
        case .us?, .ss?, .ul?, .sl?: set(tag, .integers(text.split(separator: "\\").compactMap { Int($0) }))
        default: set(tag, .strings(text.split(separator: "\\").map(String.init)))
        }
    }
}
