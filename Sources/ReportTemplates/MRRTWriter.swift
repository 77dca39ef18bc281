internal import Radiology

extension Template {
    /// The template as an MRRT file, HTML5 in UTF-8. Reading it again gives the same template.
    ///
    /// What the profile has no place for stands in `data-readroom-…` attributes beside it, which others pass over: which
    /// words belong to a line, a default that looks like a placeholder, an option whose name in the list is shorter.
    public func mrrt() -> String { MRRTWriter(template: self).file }
}

private struct MRRTWriter {
    let template: Template

    var file: String {
        """
        <!DOCTYPE html>
        <html lang=\(quoted(template.language))>
        <head>
        <meta charset="UTF-8">
        <title>\(escaped(template.title))</title>
        \(metadata.joined(separator: "\n"))
        <script type="text/xml">
        \(attributes.joined(separator: "\n"))
        </script>
        </head>
        <body>
        \(template.sections.map { section($0) }.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    // MARK: Head

    private var metadata: [String] {
        let origin = template.provenance
        let single: [(String, String?)] = [
            ("title", template.title), ("identifier", template.identifier), ("type", "IMAGE_REPORT_TEMPLATE"),
            ("language", template.language), ("publisher", origin.publisher), ("rights", origin.rights),
            ("license", origin.license), ("date", origin.date), ("description", origin.summary),
        ]
        let several = origin.creators.map { ("creator", $0) } + (origin.contributors ?? []).map { ("contributor", $0) }
        return (single.compactMap { name, value in value.map { (name, $0) } } + several).map { name, value in
            "<meta name=\"dcterms.\(name)\" content=\(quoted(value))>"
        }
    }

    private var attributes: [String] {
        let scope = template.scope
        let terms =
            scope.modalities.map { term("modality", CodedConcept($0.rawValue, "DCM", $0.rawValue)) }
            + scope.anatomy.map { term("anatomy", $0) } + scope.procedures.map { term("procedure", $0) }
            + [scope.contrast.map { term("contrast", CodedConcept("contrast", "99READROOM", $0.words)) }]
            .compactMap(\.self)
            + [scope.laterality.map { term("laterality", CodedConcept("laterality", "99READROOM", $0.words)) }]
            .compactMap(\.self)
            + (template.purpose == .addendum ? [term("document", SectionRole.addendum.concept)] : [])
        return ["<template_attributes>", "<top-level-flag>true</top-level-flag>"]
            + ["<status>\(template.status.rawValue.uppercased())</status>", "<coding_schemes>"]
            + schemes.map { "<coding_scheme name=\(quoted($0.name)) designator=\(quoted($0.designator)) />" }
            + ["</coding_schemes>"] + terms + ["<coded_content>"] + entries + ["</coded_content>"]
            + ["</template_attributes>"]
    }

    private func term(_ type: String, _ concept: CodedConcept) -> String {
        "<term type=\(quoted(type))>\(code(concept))</term>"
    }

    private func code(_ concept: CodedConcept) -> String {
        let scheme = quoted(MRRTSchemes.name(of: concept.scheme))
        return "<code meaning=\(quoted(concept.meaning)) value=\(quoted(concept.value)) scheme=\(scheme) />"
    }

    private var entries: [String] {
        codedParts.flatMap { id, concepts in
            concepts.isEmpty
                ? []
                : ["<entry ORIGTXT=\(quoted(id))>"] + concepts.map { "<term>\(code($0))</term>" } + ["</entry>"]
        }
    }

    /// Everything in the body that carries codes, by the id it has there.
    private var codedParts: [(id: String, codes: [CodedConcept])] {
        func parts(of section: Section) -> [(String, [CodedConcept])] {
            [(MRRTWriter.id(of: section), section.codes)]
                + section.elements.flatMap { element -> [(String, [CodedConcept])] in
                    switch element {
                    case .section(let nested): return parts(of: nested)
                    case .field(let field):
                        let options = field.options.enumerated().compactMap { index, option in
                            option.code.map { (MRRTWriter.id(ofOption: index, in: field), [$0]) }
                        }
                        return [(field.id.rawValue, field.codes)] + options
                    case .text, .caption, .lineBreak, .instruction: return []
                    }
                }
        }
        return template.sections.flatMap { parts(of: $0) }
    }

    private var schemes: [(name: String, designator: String)] {
        let used =
            codedParts.flatMap(\.codes).map(\.scheme) + template.scope.anatomy.map(\.scheme)
            + template.scope.procedures.map(\.scheme) + (template.scope.modalities.isEmpty ? [] : ["DCM"])
            + (template.purpose == .addendum ? ["LN"] : [])
            + (template.scope.contrast == nil && template.scope.laterality == nil ? [] : ["99READROOM"])
        return Set(used).sorted().map { (MRRTSchemes.name(of: $0), MRRTSchemes.identifier(of: $0)) }
    }

    static func id(of section: Section) -> String { "section-\(section.id.rawValue)" }
    static func id(ofOption index: Int, in field: Field) -> String { "\(field.id.rawValue)-option-\(index + 1)" }

    // MARK: Body

    private func section(_ section: Section) -> String {
        let required = section.isRequired ? " data-section-required=\"true\"" : ""
        let role = section.role?.rawValue ?? "none"
        var lines = [
            "<section id=\(quoted(MRRTWriter.id(of: section))) data-section-name=\(quoted(section.title))\(required)"
                + " data-readroom-level=\"\(section.level)\" data-readroom-role=\"\(role)\">"
        ]
        if !section.title.isEmpty {
            lines.append("<header class=\"level\(section.level)\">\(escaped(section.title))</header>")
        }
        return (lines + body(of: section) + ["</section>"]).joined(separator: "\n")
    }

    /// Lines between breaks; nested sections between the lines. A line may be empty, but no break is lost.
    private func body(of section: Section) -> [String] {
        var result: [String] = []
        // `nil` where no line has begun: at the start, and after a nested section.
        var line: String?
        func finish() {
            if let line { result.append("<p data-readroom-line>\(line)</p>") }
            line = nil
        }
        for element in section.elements {
            switch element {
            case .text(let text): line = (line ?? "") + "<span>\(escaped(text))</span>"
            case .caption(let text): line = (line ?? "") + "<strong>\(escaped(text))</strong>"
            case .instruction(let text): line = (line ?? "") + "<mark>\(escaped(text))</mark>"
            case .field(let field): line = (line ?? "") + MRRTControlWriter(field: field).html
            case .lineBreak:
                line = line ?? ""
                finish()
                line = ""
            case .section(let nested):
                finish()
                result.append(self.section(nested))
            }
        }
        finish()
        return result
    }
}

/// One field as a control with its label.
private struct MRRTControlWriter {
    let field: Field

    var html: String {
        let id = quoted(field.id.rawValue)
        let label = field.printsLabel ? "<label for=\(id)>\(escaped(field.label))</label> " : ""
        return label + control
    }

    private var control: String {
        switch field.kind {
        case .text: input("text", "TEXT")
        case .multiline:
            "<textarea \(common("TEXTAREA"))>\(escaped(field.defaultText))</textarea>"
        case .date: input("date", "DATE")
        case .time: input("time", "TIME")
        case .number(let quantity): input("number", "NUMBER", limits(quantity))
        case .checkbox(let text): checkbox(text)
        case .pickOne(let list): pick(list, isMultiple: false)
        case .pickMany(let list): pick(list, isMultiple: true)
        }
    }

    private func input(_ type: String, _ fieldType: String, _ more: String = "") -> String {
        let value = field.defaultText.isEmpty ? "" : " value=\(quoted(field.defaultText))"
        return "<input type=\"\(type)\" \(common(fieldType))\(more)\(value)>"
    }

    private func limits(_ quantity: Field.Quantity) -> String {
        let parts = [("min", quantity.minimum), ("max", quantity.maximum)]
        return parts.compactMap { name, value in value.map { " \(name)=\"\(number($0))\"" } }.joined() + " step=\"any\""
    }

    private func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }

    private func checkbox(_ text: String) -> String {
        let isOn = !field.defaultText.isEmpty
        return "<input type=\"checkbox\" \(common("CHECKBOX")) value=\(quoted(text)) data-readroom-text=\(quoted(text))"
            + (isOn ? " checked>" : ">")
    }

    private func pick(_ list: PickList, isMultiple: Bool) -> String {
        let isFree = !isMultiple && !field.defaultText.isEmpty && !list.options.contains(where: \.isDefault)
        let options = list.options.enumerated().map { option($1, index: $0) }.joined()
        if isFree {
            let listID = quoted(field.id.rawValue + "-list")
            return "<input list=\(listID) \(common("TEXT")) value=\(quoted(field.defaultText))>"
                + "<datalist id=\(listID)>\(options)</datalist>"
        }
        return "<select \(common("SELECTION_LIST"))\(isMultiple ? " multiple" : "")>\(options)</select>"
    }

    private func option(_ option: PickList.Option, index: Int) -> String {
        let id = option.code == nil ? "" : " id=\(quoted(MRRTWriter.id(ofOption: index, in: field)))"
        return "<option\(id) value=\(quoted(option.text)) label=\(quoted(option.label))"
            + " data-readroom-text=\(quoted(option.text))"
            + (option.takesText == true ? " data-readroom-takes-text" : "") + "\(option.isDefault ? " selected" : "")>"
            + "\(escaped(option.label))</option>"
    }

    /// What every control may have.
    private func common(_ type: String) -> String {
        var parts = ["id=\(quoted(field.id.rawValue))", "name=\(quoted(field.id.rawValue))"]
        parts.append("data-field-type=\"\(type)\"")
        func add(_ name: String, _ value: String?) {
            if let value { parts.append("\(name)=\(quoted(value))") }
        }
        if field.completionAction != .none {
            add("data-field-completion-action", field.completionAction.rawValue.uppercased())
        }
        add("data-field-units", field.unit)
        add("placeholder", field.hint)
        add("data-field-verbal-trigger", field.verbalTrigger)
        if let merge = field.mergeField {
            add("data-field-merge-flag", "true")
            add("data-merge-field", merge.rawValue)
        }
        add("data-readroom-score", field.score)
        add("data-readroom-label", field.label)
        if !field.printsLabel { parts.append("data-readroom-label-hidden") }
        add("data-readroom-default", field.defaultText)
        if let condition = field.condition {
            let sign = condition.isNegated ? "!=" : "="
            let values = condition.values.joined(separator: "|")
            add("data-show-if", condition.field.rawValue + (values.isEmpty ? "" : sign + values))
            add("data-readroom-show-field", condition.field.rawValue)
            add("data-readroom-show-values", condition.values.joined(separator: "\n"))
            if condition.isNegated { parts.append("data-readroom-show-negated") }
        }
        return parts.joined(separator: " ")
    }
}

extension Field {
    /// Takes over what ``Template/mrrt()`` wrote for readroom itself.
    mutating func readExact(_ node: HTMLNode) {
        guard let name = node["data-readroom-label"] else { return }
        label = name
        printsLabel = node["data-readroom-label-hidden"] == nil
        if case .checkbox = kind, let text = node["data-readroom-text"] { kind = .checkbox(text) }
        if let text = node["data-readroom-default"] {
            defaultText = text
            hint = node["placeholder"]
        }
        if let controlling = node["data-readroom-show-field"] {
            let values = (node["data-readroom-show-values"] ?? "").split(separator: "\n").map(String.init)
            condition = Condition(
                field: Field.ID(rawValue: controlling), values: values,
                isNegated: node["data-readroom-show-negated"] != nil)
        }
    }
}

/// How files name coding schemes, and how DICOM does (PS3.16 §8).
enum MRRTSchemes {
    private static let known: [(designator: String, name: String, identifier: String)] = [
        ("RADLEX", "RADLEX", "2.16.840.1.113883.6.256"), ("LN", "LOINC", "2.16.840.1.113883.6.1"),
        ("SCT", "SNOMEDCT", "2.16.840.1.113883.6.96"), ("DCM", "DCM", "1.2.840.10008.2.16.4"),
    ]

    static func name(of designator: String) -> String {
        known.first { $0.designator == designator }?.name ?? designator
    }

    static func identifier(of designator: String) -> String {
        known.first { $0.designator == designator }?.identifier ?? designator
    }
}

extension Contrast {
    /// Words ``Contrast/init(words:)`` understands.
    fileprivate var words: String {
        switch self {
        case .without: "without contrast"
        case .with: "with contrast"
        case .withoutAndWith: "without and with contrast"
        }
    }
}

extension Laterality {
    fileprivate var words: String { rawValue }
}

private func escaped(_ text: String) -> String {
    text.replacingCodePoints("&", with: "&amp;").replacingCodePoints("<", with: "&lt;")
        .replacingCodePoints(">", with: "&gt;")
}

private func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacingCodePoints("\"", with: "&quot;").replacingCodePoints("\n", with: "&#10;") + "\""
}
