internal import Radiology

/// Walks a file's body and builds sections.
struct MRRTBody {
    private(set) var deviations: [Deviation] = []
    private var stack = [SectionBuilder(title: "", level: 0, isImplied: false)]
    private var controls: MRRTControls
    private var line = LineBuilder()
    private var conditions = MRRTConditions()

    init(codes: [String: [CodedConcept]]) {
        controls = MRRTControls(codes: codes)
    }

    /// The sections, those without anything in them left out. A file without sections is one nameless section.
    var sections: [Section] {
        var result: [Section] = []
        var own = stack[0].section
        let inside = own.elements
        own.elements = []
        for element in inside {
            if case .section(let section) = element {
                if own.saysSomething { result.append(own) }
                own.elements = []
                result.append(section)
            } else {
                own.elements.append(element)
            }
        }
        if own.saysSomething { result.append(own) }
        return result.enumerated().map { conditions.applied(to: $1.numbered("\($0 + 1)")) }
    }

    mutating func read(_ document: [HTMLNode]) {
        let bodies = document.flatMap { $0.all("body") }
        controls.collect(document)
        for node in bodies.isEmpty ? document : bodies { walkChildren(of: node) }
        closeSections(downTo: 1)
        finishLine()
        deviations += controls.deviations + conditions.resolve(controls.targets)
        deviations += controls.unusedCodes().map { Deviation(kind: .codeForNothing($0), line: nil) }
    }

    private mutating func note(_ kind: Deviation.Kind, line: Int?) {
        deviations.append(Deviation(kind: kind, line: line))
    }

    private mutating func walkChildren(of node: HTMLNode) {
        var consumed: Int?
        for (index, child) in node.children.enumerated() where index != consumed {
            if let text = textAfterChoice(child, in: node, at: index) {
                consumed = index + 1
                readControl(child, enclosingLabel: text)
            } else {
                walk(child)
            }
        }
    }

    /// Text right after a radio button or checkbox that no label names is its label, and not text of the report.
    private func textAfterChoice(_ child: HTMLNode, in node: HTMLNode, at index: Int) -> String? {
        guard child.isChoice, !child.isHidden, index + 1 < node.children.count else { return nil }
        if let id = child.value("id"), controls.hasLabel(id) { return nil }
        guard case .text(let text) = node.children[index + 1].content else { return nil }
        return text.trimmed.isEmpty ? nil : text.foldingSpace.asLabel
    }

    private mutating func walk(_ node: HTMLNode) {
        switch node.content {
        case .text(let text): line.append(text)
        case .comment: break
        case .element(let name): walk(node, named: name)
        }
    }

    private mutating func walk(_ node: HTMLNode, named name: String) {
        if node.isHidden { return }
        guard let condition = node.value("data-show-if") else { return read(node, named: name) }
        let isBlock = HTMLNode.blocks.contains(name)
        if isBlock { finishLine() }
        conditions.begin(condition, line: node.line)
        let words = node.text { $0.isHidden || $0.name == "mark" }
        if node.controls.isEmpty, !node.isControl, !words.isEmpty {
            // A statement that applies sometimes: a box that is ticked, and gone while it does not apply.
            append(controls.statement(words))
        } else {
            read(node, named: name)
        }
        conditions.end()
        if isBlock { finishLine() }
    }

    private mutating func read(_ node: HTMLNode, named name: String) {
        if node["data-readroom-line"] != nil { return readExactLine(node) }
        if let type = node.groupType {
            let pending = line.takeLabel()
            return append(controls.readGroup(node, type: type, label: pending))
        }
        switch name {
        case "head", "script", "style", "template", "noscript", "button", "datalist", "title", "meta", "link": break
        case "mark": instruct(node)
        case "embed", "object", "iframe":
            note(.nestedTemplateNotLoaded(node.value("src") ?? node.value("data") ?? ""), line: node.line)
            // The parser does not know that embed has no end, and puts what follows inside.
            walkChildren(of: node)
        case "section": readSection(node)
        case "header", "h1", "h2", "h3", "h4", "h5", "h6": readHeading(node, named: name)
        case "label": readLabel(node)
        case "input", "textarea", "select": readControl(node)
        case "td", "th":
            line.append(" ")
            walkChildren(of: node)
            line.append(" ")
        default:
            let isBlock = HTMLNode.blocks.contains(name)
            if isBlock { finishLine() }
            walkChildren(of: node)
            if isBlock { finishLine() }
        }
    }

    private mutating func instruct(_ node: HTMLNode) {
        let text = node.text()
        if !text.isEmpty { line.append(.instruction(text)) }
    }

    // MARK: Sections

    private mutating func readSection(_ node: HTMLNode) {
        finishLine()
        let depth = stack.count
        var builder = SectionBuilder(
            title: node.value("data-section-name") ?? "", level: depth, isImplied: false)
        builder.section.isRequired = node.value("data-section-required")?.lowercased() == "true"
        builder.section.codes = controls.takeCodes(for: [node.value("id"), node.value("name")])
        builder.isNamed = !builder.section.title.isEmpty
        builder.readExact(node)
        builder.hasFields = !node.controls.isEmpty
        stack.append(builder)
        walkChildren(of: node)
        finishLine()
        closeSections(downTo: depth)
    }

    private mutating func readHeading(_ node: HTMLNode, named name: String) {
        finishLine()
        let text = node.text { $0.isControl || $0.isHidden || $0.name == "mark" }.asLabel
        let level = node.headingLevel(named: name)
        if !text.isEmpty { head(text, level: level, isHeader: name == "header") }
        // Controls inside a heading are controls all the same.
        for control in node.all("input") + node.all("select") + node.all("textarea") where !control.isHidden {
            readControl(control)
        }
        finishLine()
    }

    /// A `header` names its section; other headings begin a part that lasts until the next heading like it.
    private mutating func head(_ text: String, level: Int, isHeader: Bool) {
        let last = stack.count - 1
        let isFirst =
            stack[last].section.elements.isEmpty && !stack[last].hasHeader && last > 0 && !stack[last].isImplied
        if isFirst, isHeader || !stack[last].isNamed {
            stack[last].hasHeader = true
            stack[last].setTitle(text)
            return
        }
        while let top = stack.last, top.isImplied, top.headingLevel >= level { closeTop() }
        var builder = SectionBuilder(title: text, level: stack.count, isImplied: true)
        builder.headingLevel = level
        stack.append(builder)
    }

    private mutating func closeSections(downTo depth: Int) {
        finishLine()
        while stack.count > depth { closeTop() }
    }

    private mutating func closeTop() {
        guard stack.count > 1, let builder = stack.popLast() else { return }
        var section = builder.section
        section.role =
            section.codes.lazy.compactMap { SectionRole(code: $0) }.first ?? SectionRole(title: section.title)
            ?? SectionRole(title: builder.declaredName)
        if let exact = builder.exactRole { section.role = SectionRole(rawValue: exact) }
        // A named section without fields is a place for free text; a nameless one without anything is nothing.
        if section.saysSomething || !section.title.isEmpty { stack[stack.count - 1].append(.section(section)) }
    }

    // MARK: Lines

    private mutating func finishLine() {
        var elements = line.finish()
        guard !elements.isEmpty else { return }
        if let literal = elements.literalLine { elements = [meaning(of: literal)] }
        if stack[stack.count - 1].needsBreak { stack[stack.count - 1].append(.lineBreak) }
        for element in elements { stack[stack.count - 1].append(element) }
        stack[stack.count - 1].needsBreak = true
    }

    /// What a line of mere text is. A sentence in a section of the report is report text. A few words name what
    /// follows. In files that are forms around a report, sentences outside of its sections are for the reader's eye.
    private func meaning(of literal: String) -> Element {
        let isSentence = literal.last.map { ".!?".contains($0) } ?? false
        let isShort = literal.count <= 60
        guard stack.contains(where: \.isNamed) else {
            return isSentence || !isShort ? .instruction(literal) : .caption(literal.asLabel)
        }
        return isSentence || !isShort || !currentHasFields ? .text(literal) : .caption(literal.asLabel)
    }

    private var currentHasFields: Bool { stack.last(where: \.isNamed)?.hasFields ?? false }

    // MARK: Labels and controls

    private mutating func readLabel(_ node: HTMLNode) {
        let text = node.text { $0.isControl || $0.isHidden || $0.name == "label" }.asLabel
        if let target = node.value("for"), controls.isLabelled(target) { return }
        let inside = node.controls
        let hasLabels = node.children.contains { !$0.all("label").isEmpty }
        if inside.isEmpty || hasLabels || !inside.allSatisfy(\.isChoice) { line.setPendingLabel(text) }
        if hasLabels {
            // The outer label names a group; each choice in it has its own.
            for part in node.children.flatMap(\.labelsAndControls) { walk(part) }
        } else {
            for control in inside { readControl(control, enclosingLabel: text) }
        }
    }

    private mutating func readControl(_ node: HTMLNode, enclosingLabel: String? = nil) {
        let pending = line.takeLabel()
        guard let read = controls.read(node, label: pending, enclosingLabel: enclosingLabel) else { return }
        switch read {
        case .field(let field): append(field)
        case .radio(let group, let option): addRadio(option, to: group)
        }
    }

    private mutating func append(_ field: Field) {
        conditions.note(field.id)
        line.append(.field(field))
    }

    /// Radio buttons of one name are one field; later ones join the first, wherever it stands.
    private mutating func addRadio(_ option: PickList.Option, to group: Field) {
        if line.join(option, to: group.id) { return }
        for index in stack.indices.reversed() where stack[index].join(option, to: group.id) { return }
        var field = group
        field.kind = .pickOne(PickList([option]))
        append(field)
    }

    // MARK: Lines as we write them

    /// A line of a file that ``Template/mrrt()`` wrote: every part says what it is, nothing is guessed.
    private mutating func readExactLine(_ node: HTMLNode) {
        finishLine()
        if stack[stack.count - 1].needsBreak { stack[stack.count - 1].append(.lineBreak) }
        for part in node.children {
            switch part.name {
            case "span": stack[stack.count - 1].append(.text(part.rawText()))
            case "strong": stack[stack.count - 1].append(.caption(part.rawText()))
            case "mark": stack[stack.count - 1].append(.instruction(part.rawText()))
            default: walk(part)
            }
            for element in line.finish() where !element.isBlankText { stack[stack.count - 1].append(element) }
        }
        stack[stack.count - 1].needsBreak = true
    }
}
