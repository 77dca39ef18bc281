internal import Radiology

/// Puts nested templates (`<embed src>`, MRRT) where they are asked for.
struct NestedTemplates {
    private let load: (String) -> [UInt8]?
    private(set) var deviations: [Deviation] = []
    private(set) var codes: [String: [CodedConcept]] = [:]

    private var loaded = 0

    /// Levels of templates in templates, and how many in all.
    static let depthLimit = 4
    static let countLimit = 64

    init(load: @escaping (String) -> [UInt8]?) { self.load = load }

    mutating func expand(_ nodes: [HTMLNode], outer: [String] = []) -> [HTMLNode] {
        nodes.map { expand($0, outer: outer) }
    }

    private mutating func expand(_ node: HTMLNode, outer: [String]) -> HTMLNode {
        let children = expand(node.children, outer: outer)
        guard node.name == "embed", let source = node.value("src"), let nested = document(source, node, outer)
        else { return node.with(children: children) }
        // The parser does not know that embed has no end, and puts what follows inside.
        return HTMLNode(
            content: .element(name: "div"), attributes: node.attributes, children: nested + children, line: node.line)
    }

    private mutating func document(_ source: String, _ node: HTMLNode, _ outer: [String]) -> [HTMLNode]? {
        guard let bytes = load(source) else { return nil }
        func refuse(_ why: String) -> [HTMLNode]? {
            deviations.append(Deviation(kind: .nestedTemplateUnreadable(source, why), line: node.line))
            return []
        }
        if outer.contains(source) { return refuse("it holds itself") }
        if outer.count >= NestedTemplates.depthLimit { return refuse("templates are nested too deep") }
        loaded += 1
        if loaded > NestedTemplates.countLimit { return refuse("too many templates are nested") }
        let parsed: [HTMLNode]
        do {
            parsed = try HTMLNode.parse(bytes)
        } catch {
            return refuse(error.description)
        }
        var ignored: [Deviation] = []
        codes.merge(MRRTHead(parsed, deviations: &ignored).codes) { first, _ in first }
        let bodies = parsed.flatMap { $0.all("body") }.flatMap(\.children)
        return expand(bodies, outer: outer + [source]).map { $0.at(line: node.line) }
    }
}

extension HTMLNode {
    fileprivate func with(children: [HTMLNode]) -> HTMLNode {
        HTMLNode(content: content, attributes: attributes, children: children, line: line)
    }

    /// As if all of it stood on this line of the outer file.
    fileprivate func at(line: Int) -> HTMLNode {
        HTMLNode(content: content, attributes: attributes, children: children.map { $0.at(line: line) }, line: line)
    }
}
