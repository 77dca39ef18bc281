extension BasicTextStructuredReport {
    /// The content tree by TID 2000: title, language, observation context, then one container a section (PS3.3 §C.17.3).
    func addContent(to dataSet: inout DataSet) {
        var template = DataSet()
        template.set(.mappingResource, "DCMR")
        template.set(.templateIdentifier, "2000")
        dataSet.set(.valueType, "CONTAINER")
        dataSet.set(.conceptNameCodeSequence, items: [title.item()])
        dataSet.set(.continuityOfContent, "SEPARATE")
        dataSet.set(.contentTemplateSequence, items: [template])
        dataSet.set(.contentSequence, items: [languageItem()] + observationContext() + sections.compactMap(container))
    }

    /// TID 1204.
    private func languageItem() -> DataSet {
        ContentItem.code(
            "HAS CONCEPT MOD", .dcm("121049", "Language of Content Item and Descendants"), language)
    }

    /// TID 1001 with TID 1002 and 1003. Patient and procedure are those of the document's header.
    private func observationContext() -> [DataSet] {
        authors.flatMap { author in
            var items = [
                ContentItem.code("HAS OBS CONTEXT", .dcm("121005", "Observer Type"), .dcm("121006", "Person")),
                ContentItem.personName("HAS OBS CONTEXT", .dcm("121008", "Person Observer Name"), author.name),
            ]
            if let organization = author.organization, !organization.isEmpty {
                let name = Code.dcm("121009", "Person Observer's Organization Name")
                items.append(ContentItem.text("HAS OBS CONTEXT", name, organization))
            }
            return items
        }
    }

    private func container(_ section: Section) -> DataSet? {
        let paragraphs = section.paragraphs.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else { return nil }
        var item = ContentItem.item("CONTAINS", "CONTAINER", section.heading.section)
        item.set(.continuityOfContent, "SEPARATE")
        item.set(.contentSequence, items: paragraphs.map { ContentItem.text("CONTAINS", section.heading.element, $0) })
        return item
    }
}

/// Content items (PS3.3 §C.17.3.2).
enum ContentItem {
    static func item(_ relationship: String, _ valueType: String, _ name: Code) -> DataSet {
        var item = DataSet()
        item.set(.relationshipType, relationship)
        item.set(.valueType, valueType)
        item.set(.conceptNameCodeSequence, items: [name.item()])
        return item
    }

    static func code(_ relationship: String, _ name: Code, _ value: Code) -> DataSet {
        var item = item(relationship, "CODE", name)
        item.set(.conceptCodeSequence, items: [value.item()])
        return item
    }

    static func personName(_ relationship: String, _ name: Code, _ value: String) -> DataSet {
        var item = item(relationship, "PNAME", name)
        item.set(.personName, value)
        return item
    }

    /// Lines of DICOM text end in CR LF (PS3.5 §6.1.3).
    static func text(_ relationship: String, _ name: Code, _ value: String) -> DataSet {
        var item = item(relationship, "TEXT", name)
        item.set(.textValue, lines(value).joined(separator: "\r\n"))
        return item
    }

    /// The lines of a text, whichever of CR LF, LF and CR ends them. By bytes: reports are long, graphemes slow.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            } else if byte != 0x0A {
                line.append(byte)
            }
            previous = byte
        }
        lines.append(String(decoding: line, as: UTF8.self))
        return lines
    }
}
