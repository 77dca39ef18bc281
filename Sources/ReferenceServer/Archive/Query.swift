import DICOM

/// The parameters of a search (PS3.18 §8.3.4): keys to match, fields to add, and a page.
struct Query {
    private struct Key {
        /// From the outside in: `ReferencedRequestSequence.AccessionNumber`.
        var path: [Tag]
        var value: String
    }

    private var keys: [Key] = []
    private var fields: Set<Tag> = []
    private var wantsAll = false
    private var limit: Int?
    private var offset = 0

    /// A parameter that names no attribute is ignored, as real servers do.
    init(_ parameters: [(name: String, value: String)], ignoring ignored: Set<String>) {
        for (name, value) in parameters {
            switch name.lowercased() {
            case "limit": limit = Int(value)
            case "offset": offset = max(0, Int(value) ?? 0)
            case "includefield": include(value)
            default:
                let path = name.split(separator: ".").compactMap { Query.tag(String($0)) }
                guard let last = path.last, !value.isEmpty, !ignored.contains(last.keyword ?? "") else { continue }
                keys.append(Key(path: path, value: value))
            }
        }
    }

    private mutating func include(_ names: String) {
        for name in names.split(separator: ",") {
            if name == "all" { wantsAll = true }
            if let tag = Query.tag(String(name)) { fields.insert(tag) }
        }
    }

    private static func tag(_ name: String) -> Tag? { Tag(hex: name) ?? Tag(keyword: name) }

    func matches(_ dataSet: DataSet) -> Bool {
        keys.allSatisfy { key in
            let values = Query.values(at: key.path[...], in: dataSet)
            return Matching.matches(values, key.value, vr: key.path.last?.standardVR ?? .un)
        }
    }

    private static func values(at path: ArraySlice<Tag>, in dataSet: DataSet) -> [String] {
        guard let tag = path.first else { return [] }
        if path.count > 1 { return dataSet.items(tag).flatMap { values(at: path.dropFirst(), in: $0) } }
        let texts = dataSet.strings(tag)
        return texts.isEmpty ? dataSet.ints(tag).map(String.init) : texts
    }

    func page<One>(_ found: [One]) -> [One] {
        Array(found.dropFirst(offset).prefix(limit ?? found.count))
    }

    /// The fields an answer shows: the level's own, those asked for, and what was matched. An attribute that is asked
    /// for and absent comes empty.
    func shown(_ dataSet: DataSet, level: [Tag]) -> DataSet {
        if wantsAll { return dataSet }
        var shown = DataSet()
        for tag in Set(level).union(fields).union(keys.compactMap(\.path.first)) {
            if let element = dataSet[tag] { shown[tag] = element } else { shown.setEmpty(tag) }
        }
        return shown
    }
}
