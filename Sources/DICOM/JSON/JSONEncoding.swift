import Foundation

extension DataSet {
    /// The DICOM JSON model of this data set, as one object in UTF-8 (PS3.18 annex F).
    /// - Throws: `cannotEncode` for a value that does not belong to its VR.
    public func toJSON() throws(DICOMError) -> [UInt8] {
        var encoding = JSONEncoding()
        try encoding.object(self)
        return encoding.bytes
    }

    /// An array of data sets, as DICOMweb services exchange them.
    public static func toJSON(_ dataSets: [DataSet]) throws(DICOMError) -> [UInt8] {
        var encoding = JSONEncoding()
        encoding.bytes.append(0x5B)
        for (index, dataSet) in dataSets.enumerated() {
            if index > 0 { encoding.bytes.append(0x2C) }
            try encoding.object(dataSet)
        }
        encoding.bytes.append(0x5D)
        return encoding.bytes
    }
}

/// Writes DICOM JSON: members in the order of tags, no white space, UTF-8 unescaped.
struct JSONEncoding {
    var bytes: [UInt8] = []
    private var path = TagPath()

    mutating func object(_ dataSet: DataSet) throws(DICOMError) {
        bytes.append(0x7B)
        var isFirst = true
        // Group lengths and file meta information have no place in the model (PS3.18 §F.2.1.1).
        for element in dataSet.elements where !element.tag.isGroupLength && element.tag.group != 0x0002 {
            if !isFirst { bytes.append(0x2C) }
            isFirst = false
            try attribute(element)
        }
        bytes.append(0x7D)
    }

    private mutating func attribute(_ element: DataElement) throws(DICOMError) {
        string(element.tag.hex)
        raw(":{\"vr\":\"\(element.vr.rawValue)\"")
        switch element.value {
        case .bulkDataURI(let uri):
            raw(",\"BulkDataURI\":")
            string(uri)
        case .bytes(let binary) where element.vr.kind.isBytes:
            if !binary.isEmpty {
                raw(",\"InlineBinary\":\"")
                raw(Data(binary).base64EncodedString())
                bytes.append(0x22)
            }
        case let value:
            if !value.isEmpty { try values(value, of: element) }
        }
        bytes.append(0x7D)
    }

    private mutating func values(_ value: Value, of element: DataElement) throws(DICOMError) {
        raw(",\"Value\":[")
        switch (element.vr.kind, value) {
        case (.text, .strings(let texts)): list(texts) { $0.text($1, element.vr) }
        case (.integer(let width, let signed), .integers(let numbers))
        where numbers.allSatisfy { JSONDecoding.fits($0, width: width, signed: signed) }:
            list(numbers) { $0.raw(String($1)) }
        case (.float, .doubles(let numbers)): list(numbers) { $0.double($1) }
        case (.tag, .tags(let tags)): list(tags) { $0.string($1.hex) }
        case (.items, .items(let items)): try self.items(items, of: element.tag)
        default: throw .cannotEncode(at: path.appending(element.tag), why: "the value does not belong to its VR")
        }
        bytes.append(0x5D)
    }

    private mutating func list<One>(_ values: [One], _ write: (inout JSONEncoding, One) -> Void) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(&self, value)
        }
    }

    private mutating func items(_ items: [DataSet], of tag: Tag) throws(DICOMError) {
        guard path.depth < JSONLimits.depth else { throw .tooDeep(limit: JSONLimits.depth, at: path) }
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            path.enter(tag, item: index + 1)
            try object(item)
            path.leave()
        }
    }

    private mutating func text(_ text: String, _ vr: VR) {
        if text.isEmpty {
            raw("null")
        } else if vr == .pn {
            personName(text)
        } else if vr == .is || vr == .ds, JSONEncoding.isNumber(text) {
            raw(text)
        } else {
            string(text)
        }
    }

    private mutating func personName(_ name: String) {
        let groups = name.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
        bytes.append(0x7B)
        var isFirst = true
        for (label, group) in zip(["Alphabetic", "Ideographic", "Phonetic"], groups) where !group.isEmpty {
            if !isFirst { bytes.append(0x2C) }
            isFirst = false
            string(label)
            bytes.append(0x3A)
            string(String(group))
        }
        bytes.append(0x7D)
    }

    private mutating func double(_ number: Double) {
        if number.isNaN {
            string("NaN")
        } else if number.isInfinite {
            string(number < 0 ? "-inf" : "inf")
        } else {
            raw(number.description)
        }
    }

    /// Whether digits can stand in JSON as they are: no plus sign, no leading zeros, no bare point.
    static func isNumber(_ text: String) -> Bool {
        var cursor = JSONCursor(bytes: Array(text.utf8))
        guard let first = cursor.peek(), cursor.at == 0, first == 0x2D || (0x30...0x39).contains(first) else {
            return false
        }
        return (try? cursor.number()) != nil && cursor.at == cursor.bytes.count
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func string(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(byte)
            case 0x00..<0x20: raw("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}

extension VR.Kind {
    var isBytes: Bool {
        if case .bytes = self { return true }
        return false
    }
}
