/// Lays a data set out in bytes, little endian, with defined lengths (PS3.5 §7).
struct DataSetWriting {
    private(set) var bytes: [UInt8] = []
    let isExplicit: Bool
    private var path = TagPath()

    init(isExplicit: Bool) {
        self.isExplicit = isExplicit
    }

    /// Text is written as UTF-8, so the character set is stated to be that wherever the data set had one or needs one.
    mutating func root(_ dataSet: DataSet) throws(DICOMError) {
        var dataSet = dataSet
        if dataSet.contains(.specificCharacterSet) || DataSetWriting.needsCharacterSet(dataSet) {
            dataSet.set(.specificCharacterSet, "ISO_IR 192")
        }
        try elements(dataSet)
    }

    private static func needsCharacterSet(_ dataSet: DataSet) -> Bool {
        dataSet.elements.contains { element in
            switch element.value {
            case .strings(let texts): texts.contains { !$0.utf8.allSatisfy { $0 < 0x80 } }
            case .items(let items): items.contains(where: needsCharacterSet)
            default: false
            }
        }
    }

    mutating func elements(_ dataSet: DataSet) throws(DICOMError) {
        for element in dataSet.elements where !element.tag.isGroupLength {
            // Items inherit the UTF-8 of the whole.
            if path.depth > 0, element.tag == .specificCharacterSet { continue }
            try self.element(element)
        }
    }

    mutating func element(_ element: DataElement) throws(DICOMError) {
        uint16(element.tag.group)
        uint16(element.tag.element)
        let isEncapsulated = if case .fragments = element.value { true } else { false }
        let lengthAt = header(element.vr)
        let start = bytes.count
        try value(element)
        if (bytes.count - start) % 2 == 1 { bytes.append(element.vr.padding) }
        let length = isEncapsulated ? Int(UInt32.max) : bytes.count - start
        try patch(lengthAt, width: start - lengthAt, length, element)
    }

    /// Writes the VR and room for the length; returns where the length goes.
    private mutating func header(_ vr: VR) -> Int {
        if isExplicit { bytes.append(contentsOf: vr.rawValue.utf8) }
        if isExplicit, vr.hasLongLength { uint16(0) }
        let lengthAt = bytes.count
        if isExplicit, !vr.hasLongLength { uint16(0) } else { uint32(0) }
        return lengthAt
    }

    private mutating func patch(
        _ place: Int, width: Int, _ length: Int, _ element: DataElement
    ) throws(DICOMError) {
        // FFFFFFFF means undefined, so the longest defined length is shorter.
        let longest = width == 2 ? 0xFFFE : Int(UInt32.max) - 1
        guard length <= longest || (length == Int(UInt32.max) && element.tag == .pixelData) else {
            throw cannotEncode(element, "it is longer than its length field can say")
        }
        for index in 0..<width { bytes[place + index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
    }

    private func cannotEncode(_ element: DataElement, _ why: String) -> DICOMError {
        .cannotEncode(at: path.appending(element.tag), why: why)
    }

    private mutating func value(_ element: DataElement) throws(DICOMError) {
        switch (element.vr.kind, element.value) {
        case (.text, .strings(let texts)): try text(texts, element)
        case (.integer(let width, let signed), .integers(let numbers))
        where numbers.allSatisfy { JSONDecoding.fits($0, width: width, signed: signed) }:
            for number in numbers { word(UInt64(bitPattern: Int64(number)), width: width) }
        case (.float(4), .doubles(let numbers)):
            for number in numbers { word(UInt64(Float(number).bitPattern), width: 4) }
        case (.float, .doubles(let numbers)):
            for number in numbers { word(number.bitPattern, width: 8) }
        case (.tag, .tags(let tags)):
            for tag in tags {
                uint16(tag.group)
                uint16(tag.element)
            }
        case (.bytes, .bytes(let stream)): bytes.append(contentsOf: stream)
        case (.bytes, .fragments(let fragments)): self.fragments(fragments)
        case (.items, .items(let items)): try self.items(items, of: element.tag)
        default: throw cannotEncode(element, "the value does not belong to its VR")
        }
    }

    private mutating func text(_ texts: [String], _ element: DataElement) throws(DICOMError) {
        if element.vr.isMultiValued {
            guard texts.allSatisfy({ !$0.utf8.contains(0x5C) }) else {
                throw cannotEncode(element, "a backslash would split the value in two")
            }
        } else if texts.count > 1 {
            throw cannotEncode(element, "its VR has one value")
        }
        if !element.vr.usesCharacterSet, !texts.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) {
            throw cannotEncode(element, "its VR takes ASCII only")
        }
        bytes.append(contentsOf: texts.joined(separator: "\\").utf8)
    }

    private mutating func items(_ items: [DataSet], of tag: Tag) throws(DICOMError) {
        guard path.depth < ReadOptions.depth else { throw .tooDeep(limit: ReadOptions.depth, at: path) }
        for (index, item) in items.enumerated() {
            uint16(Tag.item.group)
            uint16(Tag.item.element)
            let lengthAt = bytes.count
            uint32(0)
            path.enter(tag, item: index + 1)
            try elements(item)
            path.leave()
            try patch(lengthAt, width: 4, bytes.count - lengthAt - 4, DataElement(tag, .sq, .items([])))
        }
    }

    private mutating func fragments(_ fragments: [[UInt8]]) {
        for fragment in fragments {
            uint16(Tag.item.group)
            uint16(Tag.item.element)
            uint32(UInt32(fragment.count + fragment.count % 2))
            bytes.append(contentsOf: fragment)
            if fragment.count % 2 == 1 { bytes.append(0) }
        }
        uint16(Tag.sequenceDelimitationItem.group)
        uint16(Tag.sequenceDelimitationItem.element)
        uint32(0)
    }

    private mutating func word(_ number: UInt64, width: Int) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
    }

    private mutating func uint16(_ number: UInt16) { word(UInt64(number), width: 2) }
    private mutating func uint32(_ number: UInt32) { word(UInt64(number), width: 4) }
}
