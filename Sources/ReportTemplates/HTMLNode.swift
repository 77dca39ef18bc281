internal import CHTML

/// A piece of an HTML document, as a value.
struct HTMLNode {
    enum Content {
        case element(name: String)
        case text(String)
        case comment(String)
    }

    let content: Content
    let attributes: [(name: String, value: String)]
    let children: [HTMLNode]
    let line: Int

    /// The element's name in lower case, `nil` for text.
    var name: String? {
        if case .element(let name) = content { return name }
        return nil
    }

    /// An attribute's value; names are compared in lower case.
    subscript(_ attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// An attribute's value without white space at its ends, `nil` when nothing remains.
    func value(_ attribute: String) -> String? {
        guard let text = self[attribute]?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// All elements of a name, in the order of the document, this one included.
    func all(_ wanted: String) -> [HTMLNode] {
        (name == wanted ? [self] : []) + children.flatMap { $0.all(wanted) }
    }

    /// The text inside, white space folded; elements the filter refuses are left out.
    func text(without isLeftOut: (HTMLNode) -> Bool = { _ in false }) -> String {
        rawText(without: isLeftOut).foldingSpace
    }

    /// The text that stands right after a choice, up to the next element; a parser may put it beside or inside.
    func text(after choice: HTMLNode) -> String {
        guard
            let siblings = children.firstIndex(where: {
                $0.line == choice.line && $0.value("id") == choice.value("id") && $0.name == choice.name
            })
        else { return children.lazy.map { $0.text(after: choice) }.first { !$0.isEmpty } ?? "" }
        let inside = children[siblings].text()
        if !inside.isEmpty { return inside }
        guard siblings + 1 < children.count, case .text(let text) = children[siblings + 1].content else { return "" }
        return text.foldingSpace
    }

    func rawText(without isLeftOut: (HTMLNode) -> Bool = { _ in false }) -> String {
        if case .text(let text) = content { return text }
        return children.filter { !isLeftOut($0) }.map { $0.rawText(without: isLeftOut) }.joined()
    }
}

extension HTMLNode {
    static let depthLimit = 64
    static let sizeLimit = 1 << 20

    /// Parses bytes as HTML, however broken. Nothing is loaded and nothing is run.
    static func parse(_ bytes: [UInt8]) throws(TemplateFileError) -> [HTMLNode] {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        // Valid UTF-8 is UTF-8, whatever the file declares; only otherwise the declaration counts.
        let encoding: String? = String(validating: bytes, as: UTF8.self) == nil ? nil : "UTF-8"
        let document = bytes.withUnsafeBytes { buffer in
            ch_parse(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, encoding)
        }
        guard let document else { throw .unreadable }
        defer { ch_free(document) }
        return try siblings(from: ch_root(document), depth: 0)
    }

    private static func siblings(from first: OpaquePointer?, depth: Int) throws(TemplateFileError) -> [HTMLNode] {
        var result: [HTMLNode] = []
        var next = first
        while let node = next {
            guard depth < depthLimit else { throw .tooDeep(line: ch_line(node), limit: depthLimit) }
            if let read = try HTMLNode(node, depth: depth) { result.append(read) }
            next = ch_next_sibling(node)
        }
        return result
    }

    private init?(_ node: OpaquePointer, depth: Int) throws(TemplateFileError) {
        let text = ch_text(node).map { String(cString: $0).withoutControls } ?? ""
        switch Int(ch_kind(node)) {
        case CH_ELEMENT: content = .element(name: ch_name(node).map { String(cString: $0).lowercased() } ?? "")
        case CH_TEXT: content = .text(text)
        case CH_COMMENT: content = .comment(text)
        default: return nil
        }
        line = ch_line(node)
        attributes = HTMLNode.attributes(of: node)
        children = try HTMLNode.siblings(from: ch_first_child(node), depth: depth + 1)
    }

    private static func attributes(of node: OpaquePointer) -> [(name: String, value: String)] {
        final class Collector {
            var found: [(name: String, value: String)] = []
        }
        let collector = Collector()
        ch_each_attribute(node, Unmanaged.passUnretained(collector).toOpaque()) { context, name, value in
            guard let context, let name, let value else { return }
            let pair = (String(cString: name).lowercased(), String(cString: value).withoutControls)
            Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().found.append(pair)
        }
        return collector.found
    }
}

extension String {
    /// Without control characters, but with line ends and tabs: no template may steer a terminal.
    var withoutControls: String {
        let isControl = { (scalar: Unicode.Scalar) in
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isControl) else { return self }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: unicodeScalars.filter { !isControl($0) })
        return String(kept)
    }

    /// Runs of white space as one space, none at the ends.
    var foldingSpace: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
