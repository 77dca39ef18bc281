extension StructuredReportReading {
    mutating func content(_ dataSet: DataSet) {
        report.title = dataSet.items(.conceptNameCodeSequence).first.flatMap(Code.init(item:))
        if report.title == nil { log.note(.missingAttribute, at: TagPath(.conceptNameCodeSequence), "no title") }
        let items = dataSet.items(.contentSequence)
        if items.isEmpty { log.note(.missingAttribute, at: TagPath(.contentSequence), "no content") }
        var outer = ReadStructuredReport.Section(code: nil, heading: "", depth: 0, text: "")
        container(items, into: &outer, depth: 0)
    }

    /// The items of a container become its text, in order; containers in it become sections behind it.
    ///
    /// Text that follows an inner container goes on in a section of its own, so that the order of reading is kept.
    private mutating func container(_ items: [DataSet], into section: inout ReadStructuredReport.Section, depth: Int) {
        guard path.depth < ReadOptions.depth else {
            log.note(.notDecoded, at: path, "nested too deep; left out")
            return
        }
        var lines: [String] = []
        var isOpen = depth > 0
        for (index, item) in items.enumerated() {
            path.enter(.contentSequence, item: index + 1)
            defer { path.leave() }
            if item.string(.valueType) == "CONTAINER" {
                flush(&lines, &isOpen, section)
                inner(item, depth: depth)
            } else if !isContext(item) {
                append(item, to: &lines, indent: 0, heading: section.code)
            }
        }
        flush(&lines, &isOpen, section)
    }

    /// Adds the section with the lines so far. Later lines of the same container come under no heading.
    private mutating func flush(_ lines: inout [String], _ isOpen: inout Bool, _ section: ReadStructuredReport.Section)
    {
        guard isOpen || !lines.isEmpty else { return }
        var part = section
        part.text = lines.joined(separator: "\n")
        if !isOpen { (part.code, part.heading) = (nil, "") }
        report.sections.append(part)
        lines = []
        isOpen = false
    }

    private mutating func inner(_ item: DataSet, depth: Int) {
        let code = item.items(.conceptNameCodeSequence).first.flatMap(Code.init(item:))
        var section = ReadStructuredReport.Section(
            code: code, heading: code.map(StructuredReportReading.shown) ?? "", depth: depth, text: "")
        let items = item.items(.contentSequence)
        if items.isEmpty { log.note(.missingAttribute, at: path.appending(.contentSequence), "an empty container") }
        container(items, into: &section, depth: depth + 1)
    }

    /// Language and observers belong to the header, not to the text (TID 1204, TID 1002).
    private mutating func isContext(_ item: DataSet) -> Bool {
        let name = item.items(.conceptNameCodeSequence).first?.string(.codeValue)
        switch (item.string(.relationshipType), name) {
        case ("HAS CONCEPT MOD", "121049"):
            let language = item.items(.conceptCodeSequence).first.flatMap(Code.init(item:))
            if report.language == nil { report.language = language }
            return true
        case ("HAS OBS CONTEXT", "121008"):
            if let name = item.string(.personName), !report.authors.contains(where: { $0.name == name }) {
                report.authors.append(.init(name: name))
            }
            return true
        case ("HAS OBS CONTEXT", "121009"):
            let organization = item.string(.textValue)
            if let last = report.authors.indices.last, report.authors[last].organization == nil {
                report.authors[last].organization = organization
            }
            return true
        case ("HAS OBS CONTEXT", "121005"): return true
        default: return false
        }
    }

    /// An item and what hangs on it, a line each, indented by its place.
    private mutating func append(_ item: DataSet, to lines: inout [String], indent: Int, heading: Code?) {
        if let text = line(item, heading: heading) {
            let margin = String(repeating: "  ", count: indent)
            lines += ContentItem.lines(text).map { $0.isEmpty ? "" : margin + $0 }
        }
        guard path.depth < ReadOptions.depth else {
            log.note(.notDecoded, at: path, "nested too deep; left out")
            return
        }
        for (index, child) in item.items(.contentSequence).enumerated() {
            path.enter(.contentSequence, item: index + 1)
            append(child, to: &lines, indent: indent + 1, heading: nil)
            path.leave()
        }
    }

    private mutating func line(_ item: DataSet, heading: Code?) -> String? {
        if !item.tags(.referencedContentItemIdentifier).isEmpty || !item.ints(.referencedContentItemIdentifier).isEmpty
        {
            return nil
        }
        let name = item.items(.conceptNameCodeSequence).first.flatMap(Code.init(item:))
        guard let value = StructuredReportReading.value(item) else {
            log.note(.notDecoded, at: path, "a content item without a value that can be shown")
            return name.map(StructuredReportReading.shown)
        }
        guard let name, !StructuredReportReading.goesWithoutSaying(name, heading) else { return value }
        return "\(StructuredReportReading.shown(name)): \(value)"
    }

    /// The name of a paragraph says no more than the heading above it (CID 7002).
    private static func goesWithoutSaying(_ name: Code, _ heading: Code?) -> Bool {
        if heading != nil, paragraphs.contains("\(name.scheme) \(name.value)") { return true }
        return name == heading || heading?.meaning.lowercased() == name.meaning.lowercased()
    }

    private static let paragraphs: Set = [
        "DCM 121060", "DCM 121062", "DCM 121065", "DCM 121069", "DCM 121071", "DCM 121073", "DCM 121075", "DCM 121077",
        "DCM 121110", "DCM 121111", "SCT 116224001", "SRT DD-60002", "LN 11329-0", "LN 55115-0",
        "LN 55108-5", "LN 55112-7",
    ]

    static func shown(_ code: Code) -> String { code.meaning.isEmpty ? code.value : code.meaning }
}
