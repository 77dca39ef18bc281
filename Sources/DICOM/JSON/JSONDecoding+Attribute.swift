import Foundation

extension JSONDecoding {
    /// An attribute's object: `vr` and one of `Value`, `InlineBinary`, `BulkDataURI` (PS3.18 §F.2.2).
    mutating func attribute(_ tag: Tag) throws(DICOMError) -> DataElement? {
        guard cursor.peek() == 0x7B else {
            log.note(.anotherType, at: path.appending(tag), "not an object with a VR and a value; left out")
            hasLost = true
            try cursor.skipValue()
            return nil
        }
        var parts = AttributeParts()
        try cursor.expect(0x7B, "'{'")
        if !cursor.take(0x7D) {
            repeat { try part(of: tag, into: &parts) } while try cursor.another(before: 0x7D)
        }
        return try element(tag, parts)
    }

    struct AttributeParts {
        var vr: VR?
        var value: Value?
        /// Where `Value` starts, when it came before `vr`, as in alphabetical order it does.
        var unreadValue: Int?
        var binary: [UInt8]?
        var bulkDataURI: String?
    }

    private mutating func part(of tag: Tag, into parts: inout AttributeParts) throws(DICOMError) {
        if try member("vr") {
            parts.vr = try vr(of: tag)
        } else if try member("Value") {
            try value(of: tag, into: &parts)
        } else if try member("InlineBinary") {
            parts.binary = try inlineBinary(tag)
        } else if try member("BulkDataURI") {
            if cursor.peek() == 0x22 { parts.bulkDataURI = try text(tag) } else { try cursor.skipValue() }
        } else {
            _ = try memberName()
            try cursor.expect(0x3A, "':'")
            log.note(.unknownMember, at: path.appending(tag), "an attribute has no such member; left out")
            try cursor.skipValue()
        }
    }

    private mutating func member(_ name: StaticString) throws(DICOMError) -> Bool {
        guard cursor.takeString(name) else { return false }
        try cursor.expect(0x3A, "':'")
        return true
    }

    private mutating func vr(of tag: Tag) throws(DICOMError) -> VR? {
        if let vr = cursor.takeVR() { return vr }
        try cursor.skipValue()
        log.note(.unknownVR, at: path.appending(tag), "the VR of the dictionary is used")
        return nil
    }

    /// Reads the value at once if its VR is known, else remembers where it is. The second walk over a value is bounded:
    /// at most once for each of the `JSONLimits.depth` levels around it.
    private mutating func value(of tag: Tag, into parts: inout AttributeParts) throws(DICOMError) {
        if let vr = parts.vr {
            parts.value = try value(tag, vr)
        } else {
            _ = cursor.peek()
            parts.unreadValue = cursor.at
            try cursor.skipValue()
        }
    }

    private mutating func element(_ tag: Tag, _ parts: AttributeParts) throws(DICOMError) -> DataElement? {
        guard let vr = parts.vr ?? standardVR(tag) else { return nil }
        if let binary = parts.binary { return binaryElement(tag, vr, binary) }
        if let uri = parts.bulkDataURI, parts.value == nil, parts.unreadValue == nil {
            return DataElement(tag, vr, .bulkDataURI(uri))
        }
        if let value = parts.value { return DataElement(tag, vr, value) }
        guard let start = parts.unreadValue else { return DataElement(tag, vr, .empty(vr)) }
        let end = cursor.at
        cursor.advance(to: start)
        let value = try value(tag, vr)
        cursor.advance(to: end)
        return DataElement(tag, vr, value)
    }

    private mutating func standardVR(_ tag: Tag) -> VR? {
        let vr = tag.standardVR
        let remedy = vr == nil ? "the dictionary has none either; left out" : "the VR of the dictionary is used"
        log.note(.missingVR, at: path.appending(tag), remedy)
        return vr
    }

    private mutating func inlineBinary(_ tag: Tag) throws(DICOMError) -> [UInt8]? {
        guard cursor.peek() == 0x22 else {
            try cursor.skipValue()
            return nil
        }
        guard let base64 = try cursor.string(limit: .max)?.text,
            let data = Data(base64Encoded: base64, options: .ignoreUnknownCharacters)
        else {
            log.note(.unexpectedValue, at: path.appending(tag), "inline binary is not base64; left empty")
            return []
        }
        return [UInt8](data)
    }

    /// Inline binary is for byte VRs, but senders use it for whatever they did not look into.
    private mutating func binaryElement(_ tag: Tag, _ vr: VR, _ bytes: [UInt8]) -> DataElement {
        if case .bytes = vr.kind { return DataElement(tag, vr, .bytes(bytes)) }
        log.note(.anotherType, at: path.appending(tag), "inline binary for a VR that has values; kept as UN")
        hasLost = true
        return DataElement(tag, .un, .bytes(bytes))
    }

    /// A text; `nil` for one that is too long to be a value, which is passed over.
    mutating func text(_ tag: Tag) throws(DICOMError) -> String? {
        guard let read = try cursor.string(limit: limits.string) else {
            log.note(.tooLong, at: path.appending(tag), "a text of more than \(limits.string) bytes was left out")
            hasLost = true
            return nil
        }
        if read.isRepaired {
            log.note(.undecodableText, at: path.appending(tag), "invalid UTF-8 or half a surrogate pair was replaced")
        }
        guard TextCleaning.needsCleaning(read.text) else { return read.text }
        log.note(.controlCharacter, at: path.appending(tag), "replaced")
        return TextCleaning.cleaned(read.text)
    }
}
