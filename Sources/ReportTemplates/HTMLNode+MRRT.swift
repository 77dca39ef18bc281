extension HTMLNode {
    static let blocks: Set<String> = [
        "p", "div", "tr", "li", "ul", "ol", "table", "br", "hr", "dl", "dt", "dd", "fieldset", "legend", "article",
        "main", "form", "tbody", "thead", "blockquote", "pre", "aside", "footer", "nav", "details", "summary",
    ]

    var isControl: Bool {
        name == "input" || name == "textarea" || name == "select" || name == "button" || name == "datalist"
    }

    /// Controls inside this element, hidden ones left out.
    var controls: [HTMLNode] {
        children.flatMap { child -> [HTMLNode] in
            if child.isHidden { return [] }
            let isField = child.isControl && child.name != "button" && child.name != "datalist"
            return isField ? [child] : child.controls
        }
    }

    /// Labels and the controls outside of them, in the order of the document.
    var labelsAndControls: [HTMLNode] {
        if isHidden { return [] }
        if name == "label" || isControl { return [self] }
        return children.flatMap(\.labelsAndControls)
    }

    /// A radio button or checkbox: its label names the choice and not the field.
    var isChoice: Bool {
        let type = value("type")?.lowercased()
        return name == "input" && (type == "radio" || type == "checkbox")
    }

    /// `checkbox` or `radio` of an element around choices that are one field, as RadReport's editor writes them.
    var groupType: String? {
        guard !isControl, let type = value("data-field-type")?.lowercased(), type == "checkbox" || type == "radio"
        else { return nil }
        return type
    }

    /// This element and all inside that satisfy a condition, in the order of the document.
    func all(where condition: (HTMLNode) -> Bool) -> [HTMLNode] {
        (condition(self) ? [self] : []) + children.flatMap { $0.all(where: condition) }
    }

    /// Not for the report: the `hidden` attribute, and inputs that are no fields.
    var isHidden: Bool {
        if self["hidden"] != nil { return true }
        let type = value("type")?.lowercased() ?? ""
        return name == "input" && ["hidden", "button", "submit", "reset", "image", "file", "password"].contains(type)
    }

    /// 1 for the highest, by `class="levelN"` or the element's name.
    func headingLevel(named name: String) -> Int {
        let classes = (value("class") ?? "").lowercased().split(separator: " ")
        let byClass = classes.lazy.compactMap { $0.hasPrefix("level") ? Int($0.dropFirst(5)) : nil }.first
        return byClass ?? (name.hasPrefix("h") ? Int(name.dropFirst()) : nil) ?? 1
    }
}
