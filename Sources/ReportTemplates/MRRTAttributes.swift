internal import Radiology

/// The `template_attributes` of a file, read like HTML, since many are not well-formed XML.
struct MRRTAttributes {
    private(set) var status: Template.Status?
    private(set) var terms: [(type: String, concept: CodedConcept)] = []
    private(set) var codes: [String: [CodedConcept]] = [:]

    struct Block {
        let source: String
        let isComment: Bool
        let line: Int
    }

    /// The places of a document that hold attributes: scripts, and comments inside or outside of them.
    static func blocks(in node: HTMLNode) -> [Block] {
        switch node.content {
        case .comment(let text):
            return block(text, isComment: true, line: node.line)
        case .element("script"):
            let text = node.rawText()
            return block(text, isComment: text.trimmed.hasPrefix("<!--"), line: node.line)
                + node.children.filter { if case .comment = $0.content { true } else { false } }
                .flatMap { blocks(in: $0) }
        case .element:
            // A parser that does not know the script's type may have put the elements themselves into the tree.
            return node.children.flatMap { blocks(in: $0) }
        case .text:
            return []
        }
    }

    private static func block(_ text: String, isComment: Bool, line: Int) -> [Block] {
        text.lowercased().holds("<template_attributes")
            ? [Block(source: text, isComment: isComment, line: line)] : []
    }

    init(_ source: String) {
        var bare = source.replacingCodePoints("<?xml", with: "<")
        for wrapping in ["<!--", "-->", "<![CDATA[", "]]>"] { bare = bare.replacingCodePoints(wrapping, with: "") }
        guard let nodes = try? HTMLNode.parse(Array(bare.utf8)) else { return }
        status = nodes.lazy.flatMap { $0.all("status") }.first.flatMap {
            Template.Status(rawValue: $0.text().split(separator: " ").first?.lowercased() ?? "")
        }
        for node in nodes { walk(node, entry: nil) }
    }

    private mutating func walk(_ node: HTMLNode, entry: String?) {
        var current = entry
        switch node.name {
        case "entry": current = node.value("origtxt") ?? ""
        case "term": read(node, entry: current)
        default: break
        }
        for child in node.children { walk(child, entry: current) }
    }

    private mutating func read(_ term: HTMLNode, entry: String?) {
        let concepts = MRRTAttributes.ownCodes(of: term).compactMap { CodedConcept(code: $0) }
        if let entry {
            codes[entry, default: []] += concepts
        } else {
            let type = term.value("type")?.lowercased() ?? ""
            terms += concepts.map { (type, $0) }
        }
    }

    /// Codes of this term and not of one that an unclosed tag put inside it.
    private static func ownCodes(of term: HTMLNode) -> [HTMLNode] {
        term.children.flatMap { child -> [HTMLNode] in
            if child.name == "term" || child.name == "entry" || child.name == "coded_content" { return [] }
            return (child.name == "code" ? [child] : []) + ownCodes(of: child)
        }
    }
}

extension CodedConcept {
    /// A `<code meaning value scheme>`, whose values and schemes are written in many ways.
    fileprivate init?(code: HTMLNode) {
        guard let value = code.value("value") else { return nil }
        let last = value.split(separator: "/").last.map(String.init) ?? value
        let scheme = code.value("scheme") ?? ""
        self.init(last, CodedConcept.designator(of: scheme), code.value("meaning") ?? "")
    }

    /// The scheme's designator as DICOM has it (PS3.16 §8).
    private static func designator(of scheme: String) -> String {
        switch scheme.uppercased() {
        case "RADLEX", "2.16.840.1.113883.6.256": "RADLEX"
        case "LOINC", "LN", "2.16.840.1.113883.6.1": "LN"
        case "SNOMEDCT", "SNOMED", "SNOMED CT", "SNOMED-CT", "SCT", "2.16.840.1.113883.6.96": "SCT"
        default: scheme
        }
    }
}
