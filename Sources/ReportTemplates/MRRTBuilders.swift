/// A section being read.
struct SectionBuilder {
    var section: Section
    /// The name in the section's attribute, which may be English where the heading is not.
    let declaredName: String
    /// Begun by a heading and not by a section element.
    let isImplied: Bool
    var isNamed = false
    var hasFields = false
    var hasHeader = false
    var headingLevel = 0
    var needsBreak = false
    /// The role our own files name, `none` for none.
    private(set) var exactRole: String?

    init(title: String, level: Int, isImplied: Bool) {
        section = Section(id: Section.ID(rawValue: ""), title: title, level: max(1, level))
        declaredName = title
        self.isImplied = isImplied
    }

    mutating func setTitle(_ text: String) {
        if exactRole == nil { section.title = text }
    }

    /// Takes over what ``Template/mrrt()`` wrote for readroom itself.
    mutating func readExact(_ node: HTMLNode) {
        guard let role = node["data-readroom-role"] else { return }
        exactRole = role
        section.title = node["data-section-name"] ?? ""
        section.level = node.value("data-readroom-level").flatMap { Int($0) } ?? section.level
    }

    mutating func append(_ element: Element) {
        section.elements.append(element)
        if case .section = element { needsBreak = false }
    }

    mutating func join(_ option: PickList.Option, to id: Field.ID) -> Bool {
        section.elements.join(option, to: id)
    }
}

/// A line of a section being read: literal text, labels and fields.
struct LineBuilder {
    private var elements: [Element] = []
    private var text = ""
    private var pendingLabel: String?

    mutating func append(_ more: String) {
        text += more
    }

    mutating func append(_ element: Element) {
        flushText()
        elements.append(element)
    }

    /// A label that stands before its control, in no other way connected with it.
    mutating func setPendingLabel(_ label: String) {
        flushText()
        if let unused = pendingLabel, !unused.isEmpty { elements.append(.text(unused)) }
        pendingLabel = label.isEmpty ? nil : label
    }

    /// The label for the control that comes now: a label element, or short text that stands right before it.
    mutating func takeLabel() -> String? {
        defer { pendingLabel = nil }
        let before = text.foldingSpace
        if let pendingLabel, before.isEmpty { return pendingLabel }
        guard !before.isEmpty, before.count <= 60, before.hasSuffix(":") || elements.isEmpty else { return nil }
        text = ""
        if let pendingLabel { elements.append(.text(pendingLabel)) }
        return before.withoutColon
    }

    mutating func join(_ option: PickList.Option, to id: Field.ID) -> Bool {
        guard elements.join(option, to: id) else { return false }
        text = ""
        return true
    }

    mutating func finish() -> [Element] {
        flushText()
        if let unused = pendingLabel { elements.append(.text(unused)) }
        defer { self = LineBuilder() }
        return elements
    }

    private mutating func flushText() {
        let folded = text.foldingSpace
        let startsWithSpace = text.first?.isWhitespace == true
        let endsWithSpace = text.last?.isWhitespace == true
        text = ""
        guard !folded.isEmpty else { return }
        let needsSpace = startsWithSpace && !elements.isEmpty
        elements.append(.text((needsSpace ? " " : "") + folded + (endsWithSpace ? " " : "")))
    }
}

extension [Element] {
    /// Adds an option to a field among these; false when the field is not here.
    fileprivate mutating func join(_ option: PickList.Option, to id: Field.ID) -> Bool {
        for index in indices.reversed() {
            guard case .field(var field) = self[index], field.id == id, case .pickOne(var list) = field.kind else {
                continue
            }
            list.options.append(option)
            field.kind = .pickOne(list)
            self[index] = .field(field)
            return true
        }
        return false
    }
}

extension Section {
    /// Whether there is anything but line breaks.
    var saysSomething: Bool {
        elements.contains { element in
            switch element {
            case .lineBreak: false
            case .text(let text), .caption(let text): !text.trimmed.isEmpty
            case .field, .instruction, .section: true
            }
        }
    }

    /// The section with ids by position, for itself and those inside.
    func numbered(_ number: String) -> Section {
        var result = self
        result.id = ID(rawValue: number)
        var inside = 0
        result.elements = elements.map { element in
            guard case .section(let section) = element else { return element }
            inside += 1
            return .section(section.numbered("\(number).\(inside)"))
        }
        return result
    }
}

extension Element {
    var isBlankText: Bool {
        if case .text(let text) = self { return text.trimmed.isEmpty }
        return false
    }
}

extension [Element] {
    /// The text of a line that holds no field; `nil` for other lines.
    var literalLine: String? {
        var line = ""
        for element in self {
            guard case .text(let text) = element else { return nil }
            line += text
        }
        return isEmpty ? nil : line.trimmed
    }
}

extension String {
    /// A label or heading without the RadLex codes some authors show in it, and without its colon.
    var asLabel: String {
        split(separator: " ").filter { word in
            !(word.hasPrefix("RID") && word.count > 3 && word.dropFirst(3).allSatisfy(\.isNumber))
        }
        .joined(separator: " ").withoutColon
    }

    /// Without a colon at the end, which the report writes itself.
    var withoutColon: String {
        var text = trimmed
        while text.last == ":" || text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
