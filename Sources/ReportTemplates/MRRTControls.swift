internal import Radiology

/// Turns controls into fields, and keeps their ids apart.
struct MRRTControls {
    enum Read {
        case field(Field)
        /// A radio button: the field it belongs to, and the option it is.
        case radio(Field, PickList.Option)
    }

    private(set) var deviations: [Deviation] = []
    private let codes: [String: [CodedConcept]]
    private var takenCodes: Set<String> = []
    private var labels: [String: String] = [:]
    private var lists: [String: HTMLNode] = [:]
    private var ids: Set<String> = []
    private var usedIDs: Set<String> = []
    private var anonymous = 0
    /// Fields by every id and name a condition may call them.
    private(set) var targets: [String: MRRTConditions.Target] = [:]

    init(codes: [String: [CodedConcept]]) {
        self.codes = codes
    }

    /// Looks for labels and data lists, which may stand before or after their controls.
    mutating func collect(_ document: [HTMLNode]) {
        for node in document {
            for control in node.controls {
                if let id = control.value("id") { ids.insert(id) }
                if let name = control.value("name"), control.value("id") == nil { ids.insert(name) }
            }
            for group in node.all(where: { $0.groupType != nil }) { if let id = group.value("id") { ids.insert(id) } }
            for list in node.all("datalist") { lists[list.value("id") ?? ""] = list }
        }
        for label in document.flatMap({ $0.all("label") }) {
            guard let target = label.value("for") else { continue }
            let text = label.text { $0.isControl || $0.isHidden }.asLabel
            if ids.contains(target) {
                labels[target] = labels[target] ?? text
            } else {
                deviations.append(Deviation(kind: .labelForNothing(target), line: label.line))
            }
        }
    }

    /// Whether some label is for this control, so that the label's own place means nothing.
    func isLabelled(_ id: String) -> Bool {
        ids.contains(id)
    }

    func hasLabel(_ id: String) -> Bool {
        labels[id] != nil
    }

    mutating func takeCodes(for keys: [String?]) -> [CodedConcept] {
        let known = keys.compactMap(\.self).filter { codes[$0] != nil }
        takenCodes.formUnion(known)
        return known.first.flatMap { codes[$0] } ?? []
    }

    func unusedCodes() -> [String] {
        codes.keys.filter { !takenCodes.contains($0) && !$0.isEmpty }.sorted()
    }

    mutating func read(_ node: HTMLNode, label: String?, enclosingLabel: String?) -> Read? {
        let type = kindName(of: node)
        if type == "radio" { return readRadio(node, label: label, enclosingLabel: enclosingLabel) }
        let own = node.value("id").flatMap { labels[$0] }
        // A checkbox's label is its text; what stands before it is its name.
        let isBox = type == "checkbox"
        let printed = isBox ? label : own ?? label ?? enclosingLabel
        let boxText = own ?? enclosingLabel
        var field = Field(
            id: uniqueID(of: node), label: "", printsLabel: printed?.isEmpty == false,
            kind: kind(type, of: node, boxText: boxText))
        field.label = printed.nonEmpty ?? boxText.nonEmpty ?? fallbackLabel(of: node) ?? field.id.rawValue
        readCommon(node, into: &field)
        readDefault(node, type: type, into: &field)
        field.readExact(node)
        let target = MRRTConditions.Target(
            field: field.id, texts: MRRTChoice.texts(node, lists: lists, box: isBox ? field.options.first?.text : nil))
        for name in [node.value("id"), node.value("name")].compactMap(\.self) {
            targets[name] = targets[name] ?? target
        }
        return .field(field)
    }

    /// Choices that an element around them makes one field: any of the boxes, or one of the buttons.
    ///
    /// A text input beside a choice continues its text: `id_2` and `id_2_FreeText`.
    mutating func readGroup(_ node: HTMLNode, type: String, label: String?) -> Field {
        let choices = node.controls.filter(\.isChoice)
        let free = Set(node.controls.filter { !$0.isChoice }.compactMap { $0.value("id") })
        let options = choices.compactMap { choice -> PickList.Option? in
            let id = choice.value("id") ?? ""
            let shown = labels[id] ?? node.text(after: choice)
            let text = MRRTChoice.text(value: choice.value("value"), label: shown.isEmpty ? nil : shown)
            guard let text else { return nil }
            return PickList.Option(
                text, isDefault: choice["checked"] != nil, code: takeCodes(for: [id]).first,
                takesText: free.contains { $0.lowercased() == "\(id)_freetext".lowercased() } ? true : nil)
        }
        let printed = node.value("id").flatMap { labels[$0] } ?? label
        var field = Field(
            id: uniqueID(of: node), label: "", printsLabel: printed?.isEmpty == false,
            kind: type == "radio" ? .pickOne(PickList(options)) : .pickMany(PickList(options)))
        field.label = printed.nonEmpty ?? fallbackLabel(of: node) ?? field.id.rawValue
        readCommon(node, into: &field)
        keepOneDefault(node, of: &field)
        let target = MRRTConditions.Target(
            field: field.id,
            texts: Dictionary(options.map { ($0.text.lowercased(), $0.text) }, uniquingKeysWith: { $1 }))
        for name in [node.value("id"), choices.first?.value("name")].compactMap(\.self) {
            targets[name] = targets[name] ?? target
        }
        for (choice, option) in zip(choices, options) where choices.count == options.count {
            if let id = choice.value("id") { targets[id] = MRRTConditions.Target(field: field.id, option: option.text) }
        }
        return field
    }

    /// Text of a report that is there or not, as a box.
    mutating func statement(_ text: String) -> Field {
        anonymous += 1
        let id = Field.ID(rawValue: "statement-\(anonymous)")
        usedIDs.insert(id.rawValue)
        return Field(id: id, label: text, printsLabel: false, kind: .checkbox(text), defaultText: text)
    }

    private mutating func readRadio(_ node: HTMLNode, label: String?, enclosingLabel: String?) -> Read? {
        let group = node.value("name") ?? node.value("id") ?? "radio"
        let own = node.value("id").flatMap { labels[$0] }
        let text = MRRTChoice.text(value: node.value("value"), label: own ?? enclosingLabel)
        guard let text else { return nil }
        usedIDs.insert(group)
        var field = Field(
            id: Field.ID(rawValue: group), label: label.nonEmpty ?? group, printsLabel: label.nonEmpty != nil,
            kind: .pickOne(PickList([])))
        readCommon(node, into: &field)
        let code = takeCodes(for: [node.value("id")]).first
        let isDefault = node["checked"] != nil
        field.readExact(node)
        if let id = node.value("id") {
            targets[id] = MRRTConditions.Target(field: field.id, option: text)
        }
        targets[group, default: MRRTConditions.Target(field: field.id)].texts[
            (node.value("value") ?? text).lowercased()] =
            text
        return .radio(
            field, PickList.Option(text, label: own ?? enclosingLabel, isDefault: isDefault, code: code))
    }

    // MARK: Identity

    private mutating func uniqueID(of node: HTMLNode) -> Field.ID {
        var wanted = node.value("id") ?? node.value("name") ?? ""
        if wanted.isEmpty {
            anonymous += 1
            wanted = "field-\(anonymous)"
            deviations.append(Deviation(kind: .controlWithoutID, line: node.line))
        }
        var id = wanted
        var count = 1
        while !usedIDs.insert(id).inserted {
            count += 1
            id = "\(wanted)-\(count)"
        }
        if count > 1 { deviations.append(Deviation(kind: .duplicateID(wanted), line: node.line)) }
        return Field.ID(rawValue: id)
    }

    private func fallbackLabel(of node: HTMLNode) -> String? {
        node.value("title") ?? node.value("aria-label") ?? node.value("name")?.replacing("_", with: " ")
    }

    // MARK: Kind

    private mutating func kindName(of node: HTMLNode) -> String {
        if node.name == "select" { return "select" }
        let byElement = node.name == "textarea" ? "textarea" : node.value("type")?.lowercased() ?? "text"
        guard let declared = node.value("data-field-type")?.lowercased() else { return byElement }
        // The element knows best what a reader can do with it; the attribute refines a plain text input.
        let known = ["text", "textarea", "number", "date", "time", "checkbox", "radio", "selection_list", "select"]
        if !known.contains(declared) {
            deviations.append(Deviation(kind: .unknownFieldType(declared), line: node.line))
        }
        let refines = ["number", "date", "time", "textarea"].contains(declared)
        return byElement == "text" && refines ? declared : byElement
    }

    private func kind(_ type: String, of node: HTMLNode, boxText: String?) -> Field.Kind {
        switch type {
        case "textarea": return .multiline
        case "number", "range":
            return .number(
                Field.Quantity(
                    unit: node.value("data-field-units"), minimum: node.value("min").flatMap { Double($0) },
                    maximum: node.value("max").flatMap { Double($0) }))
        case "date": return .date
        case "time": return .time
        case "checkbox":
            return .checkbox(MRRTChoice.text(value: node.value("value"), label: boxText) ?? node.value("name") ?? "Yes")
        case "select":
            let list = MRRTChoice.list(node, codes: codes)
            return node["multiple"] != nil ? .pickMany(list) : .pickOne(list)
        default:
            guard let list = node.value("list").flatMap({ lists[$0] }) else { return .text }
            return .pickOne(MRRTChoice.list(list, codes: codes))
        }
    }

    // MARK: What all controls have

    private mutating func readCommon(_ node: HTMLNode, into field: inout Field) {
        field.codes = takeCodes(for: [node.value("id"), node.value("name")])
        takenCodes.formUnion(node.all("option").compactMap { $0.value("id") })
        field.hint = node.value("placeholder") ?? node.value("title")
        field.verbalTrigger = node.value("data-field-verbal-trigger")
        field.score = node.value("data-readroom-score")
        if case .number = field.kind {} else { field.textUnit = node.value("data-field-units") }
        if let action = node.value("data-field-completion-action")?.lowercased() {
            field.completionAction = Field.CompletionAction(rawValue: action) ?? .alert
            if Field.CompletionAction(rawValue: action) == nil {
                deviations.append(Deviation(kind: .unknownCompletionAction(action), line: node.line))
            }
        }
        guard node.value("data-field-merge-flag")?.lowercased() == "true" else { return }
        let names = [node.value("data-merge-field"), node.value("id"), node.value("name")].compactMap(\.self)
        field.mergeField = names.lazy.compactMap { MergeField(name: $0) }.first
        if field.mergeField == nil {
            deviations.append(Deviation(kind: .unknownMergeField(names.first ?? ""), line: node.line))
        }
    }

    private mutating func readDefault(_ node: HTMLNode, type: String, into field: inout Field) {
        switch type {
        case "checkbox":
            if node["checked"] != nil { field.defaultText = field.options.first?.text ?? "" }
        case "select":
            keepOneDefault(node, of: &field)
        default:
            let text = type == "textarea" ? MRRTChoice.lines(of: node) : node.value("value") ?? ""
            guard isPlaceholder(text, for: field, node) else {
                field.defaultText = text
                return
            }
            field.hint = field.hint ?? text
            deviations.append(Deviation(kind: .placeholderDefault(field.id.rawValue), line: node.line))
        }
    }

    private mutating func keepOneDefault(_ node: HTMLNode, of field: inout Field) {
        guard case .pickOne(var list) = field.kind else { return }
        let defaults = list.options.indices.filter { list.options[$0].isDefault }
        guard defaults.count > 1 else { return }
        for index in defaults.dropLast() { list.options[index].isDefault = false }
        field.kind = .pickOne(list)
        deviations.append(Deviation(kind: .severalDefaults(field.id.rawValue), line: node.line))
    }

    private func isPlaceholder(_ text: String, for field: Field, _ node: HTMLNode) -> Bool {
        guard !text.isEmpty else { return false }
        let folded = text.lowercased()
        let names = [field.label, node.value("id"), node.value("name"), node.value("placeholder")]
        if names.contains(where: { $0?.lowercased() == folded }) { return true }
        let isDrawn = text.allSatisfy { "._-–…?xX*# ".contains($0) }
        let isBracketed = "[<{(".contains(text.first ?? " ") && "]>})".contains(text.last ?? " ")
        return isDrawn || isBracketed || Leftovers.isPlaceholder(text)
    }
}

extension String? {
    fileprivate var nonEmpty: String? {
        guard let self, !self.isEmpty else { return nil }
        return self
    }
}
