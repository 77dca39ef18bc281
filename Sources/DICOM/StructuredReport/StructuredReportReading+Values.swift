extension StructuredReportReading {
    /// The value of a content item as text (PS3.3 §C.17.3.2.1); nil if it has none that can be shown.
    static func value(_ item: DataSet) -> String? {
        switch item.string(.valueType) {
        case "TEXT": item.string(.textValue).map { ContentItem.lines($0).joined(separator: "\n") }
        case "CODE": item.items(.conceptCodeSequence).first.flatMap(Code.init(item:)).map(shown)
        case "NUM": number(item)
        case "PNAME": item.string(.personName).map(name)
        case "DATE": item.string(.date).map(date)
        case "TIME": item.string(.time).map(time)
        case "DATETIME": item.string(.dateTime).map(dateTime)
        case "UIDREF": item.string(.uid)
        case "IMAGE": reference(item, "image")
        case "COMPOSITE": reference(item, "object")
        case "WAVEFORM": reference(item, "waveform")
        case "SCOORD", "SCOORD3D": item.string(.graphicType).map { "region (\($0.lowercased()))" }
        case "TCOORD": item.string(.temporalRangeType).map { "time range (\($0.lowercased()))" }
        case "CONTAINER": ""
        default: nil
        }
    }

    /// `12.5 mm`, or why there is no number (PS3.3 §C.18.1).
    private static func number(_ item: DataSet) -> String? {
        guard let measured = item.items(.measuredValueSequence).first, let digits = measured.string(.numericValue)
        else {
            return item.items(.numericValueQualifierCodeSequence).first.flatMap(Code.init(item:)).map(shown)
        }
        // UCUM's "no units" is a 1, which nobody says.
        let unit = measured.items(.measurementUnitsCodeSequence).first.flatMap(Code.init(item:))
        guard let unit, unit.value != "1" else { return digits }
        return "\(digits) \(unit.value.isEmpty || unit.value.hasPrefix("{") ? unit.meaning : unit.value)"
    }

    private static func reference(_ item: DataSet, _ kind: String) -> String? {
        guard let reference = item.items(.referencedSOPSequence).first,
            let uid = reference.string(.referencedSOPInstanceUID)
        else { return nil }
        let frames = reference.ints(.referencedFrameNumber)
        let suffix = frames.isEmpty ? "" : ", frame " + frames.map(String.init).joined(separator: ", ")
        return "\(kind) \(uid)\(suffix)"
    }

    /// `Prefix Given Middle Family, Suffix`, of the first component group that is there (PS3.5 §6.2.1).
    private static func name(_ raw: String) -> String {
        guard let group = raw.split(separator: "=").first else { return raw }
        let parts = group.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        let name = [part(3), part(1), part(2), part(0)].filter { !$0.isEmpty }.joined(separator: " ")
        return part(4).isEmpty ? name : "\(name), \(part(4))"
    }

    private static func date(_ raw: String) -> String {
        let digits = Array(raw.utf8)
        guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return raw }
        return "\(raw.prefix(4))-\(raw.dropFirst(4).prefix(2))-\(raw.dropFirst(6))"
    }

    private static func time(_ raw: String) -> String {
        let digits = raw.prefix { $0.isASCII && $0.isNumber }
        guard digits.count >= 4 else { return raw }
        let seconds = digits.count >= 6 ? ":\(digits.dropFirst(4).prefix(2))" : ""
        return "\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2))\(seconds)"
    }

    private static func dateTime(_ raw: String) -> String {
        guard raw.count >= 12 else { return date(raw) }
        return date(String(raw.prefix(8))) + " " + time(String(raw.dropFirst(8)))
    }
}
