public import Radiology

/// Words a reader has ready: `.name` and Tab writes them.
///
/// The text is in bracket notation, kept as brackets until the reader fills them: Tab goes to the next one. `[<indication>]`
/// and the other merge fields are filled from the study, `[.name]` is another macro.
public struct Macro: Hashable, Codable, Sendable, Identifiable {
    public enum Origin: String, Hashable, Codable, Sendable, Comparable {
        /// The reader's own come before the site's, and the site's before those readroom brings.
        case personal, site, shipped

        public static func < (left: Origin, right: Origin) -> Bool {
            let order: [Origin] = [.personal, .site, .shipped]
            return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
        }
    }

    /// What is typed after the full stop: letters, digits, `-` and `_`.
    public var name: String
    public var title: String
    public var text: String
    /// Only for these modalities; empty means any.
    public var modalities: [Modality]
    public var origin: Origin

    public var id: String { "\(origin.rawValue) \(name)" }

    public init(name: String, title: String? = nil, text: String, modalities: [Modality] = [], origin: Origin) {
        self.name = name
        self.title = title ?? name
        self.text = text
        self.modalities = modalities
        self.origin = origin
    }

    /// Reads a macro's file: the head of a bracket file, and the text.
    ///
    /// - Throws: ``BracketError`` with every problem and its line.
    public static func read(_ source: String, name: String, origin: Origin) throws(BracketError) -> Macro {
        let file = BracketFile(source)
        var problems = file.problems
        let text = file.body.trimmed
        if !name.isMacroName { problems.append(BracketProblem(reason: .badName(name), line: 1)) }
        if text.isEmpty { problems.append(BracketProblem(reason: .nothing, line: 1)) }
        // Nested macros are no field types; for the check they are plain text.
        var reader = BracketReader()
        if !text.isEmpty { reader.read(file.body.replacing("[.", with: "[")) }
        problems += reader.problems
        guard problems.isEmpty else { throw BracketError(problems: problems) }
        return Macro(name: name, title: file.title, text: text, modalities: file.scope.modalities, origin: origin)
    }
}

extension String {
    /// Without `{…}`, which is for the eye of whoever edits the text.
    fileprivate var withoutComments: String {
        var result = ""
        var depth = 0
        for character in self {
            if character == "{" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == "}", depth > 0 { depth -= 1 }
        }
        return result
    }

    var isMacroName: Bool {
        !isEmpty && count <= 40 && allSatisfy { ($0.isLetter || $0.isNumber || "-_".contains($0)) && !$0.isUppercase }
    }
}

/// The macros at hand.
public struct MacroLibrary: Hashable, Sendable {
    public let macros: [Macro]

    public init(_ macros: [Macro] = []) { self.macros = macros }

    /// The macros of an examination whose names begin so, by name; a reader's own hides others of its name, and one made
    /// for the modality those made for any.
    public func matching(_ prefix: String, modalities: [Modality]) -> [Macro] {
        let wanted = prefix.lowercased()
        let fitting = macros.filter { macro in
            macro.name.hasPrefix(wanted)
                && (macro.modalities.isEmpty || macro.modalities.contains { modalities.contains($0) })
        }
        let best = Dictionary(grouping: fitting, by: \.name).values.compactMap { same in
            same.min { left, right in
                if left.origin != right.origin { return left.origin < right.origin }
                return !left.modalities.isEmpty && right.modalities.isEmpty
            }
        }
        return best.sorted { $0.name < $1.name }
    }

    /// The macro a prefix means: the one of exactly this name, or the only one that begins so.
    public func macro(for prefix: String, modalities: [Modality]) -> Macro? {
        let found = matching(prefix, modalities: modalities)
        return found.first { $0.name == prefix.lowercased() } ?? (found.count == 1 ? found[0] : nil)
    }

    /// The macro's text: macros in it expanded, merge fields filled where their value is known, other brackets as they are.
    ///
    /// A macro that comes back to itself stays a bracket there, and is seen.
    public func expand(_ macro: Macro, context: MergeContext, modalities: [Modality]) -> String {
        expand(macro, context, modalities, within: [macro.name])
    }

    private func expand(
        _ macro: Macro, _ context: MergeContext, _ modalities: [Modality], within outer: Set<String>
    ) -> String {
        InlineField.replacing(in: macro.text.withoutComments) { inside in
            if inside.first == "." {
                let name = String(inside.dropFirst()).trimmed.lowercased()
                guard outer.count < MacroLibrary.depthLimit, !outer.contains(name),
                    let nested = self.macro(for: name, modalities: modalities)
                else { return nil }
                return expand(nested, context, modalities, within: outer.union([name]))
            }
            guard inside.first == "<", let end = inside.firstIndex(of: ">"),
                let field = MergeField(name: String(inside[inside.index(after: inside.startIndex)..<end]))
            else { return nil }
            return context.values[field]
        }
    }

    static let depthLimit = 8
}
