/// Writes a report again with as few keys as possible, to measure what completion saves.
///
/// Keys: a typed character 1, a line break 1, the first suggestion (Tab) 1, its first word 1, another of the list (Alt with
/// its digit) 1; `keysCountingAlt` counts that as 2. Suggestions depend on the text before the cursor alone, which is
/// always right. The optimum is exact: dynamic programming over all positions. A reader who overlooks suggestions needs
/// more keys; reading them takes time that is not counted here, nor is the key that signs.
///
/// With templates and macros the reader may also begin with a suggested template instead of an empty report (F7 and a
/// digit, 2 keys; then see `TemplateUse`), and write `.name` and Tab for a macro wherever a statement begins.
/// No report counts less than one key.
public struct KeystrokeReplay: Sendable {
    public struct Result: Sendable, Equatable {
        public var characters: Int
        public var keys: Int
        public var keysCountingAlt: Int
        public var keysWithTemplates: Int
    }

    private let templates: [SuggestedTemplate]
    private let macros: [SuggestedMacro]

    public init(templates: [SuggestedTemplate] = [], macros: [SuggestedMacro] = []) {
        self.templates = templates
        self.macros = macros
    }

    public func result(of text: String, suggest: (Substring) -> [Suggestion]) -> Result {
        let graph = KeyGraph(text, suggest: suggest)
        let keys = max(1, graph.fewestKeys())
        return Result(
            characters: graph.characterCount, keys: keys, keysCountingAlt: max(1, graph.fewestKeys(countingAlt: true)),
            keysWithTemplates: keysWithTemplates(text, graph))
    }

    private func keysWithTemplates(_ text: String, _ graph: KeyGraph) -> Int {
        let statements = Statement.all(in: text)
        let graph = withMacros(graph, text, statements)
        let typed = TypedKeys(graph, statements)
        var best = graph.fewestKeys()
        for template in templates {
            let edited = TemplateUse(template.statements, statements).fewestKeys(typing: typed.keys)
            best = min(best, TemplateUse.keysToChoose + edited)
        }
        return max(1, best)
    }

    private func withMacros(_ graph: KeyGraph, _ text: String, _ statements: [Statement]) -> KeyGraph {
        var graph = graph
        let characters = Array(text)
        for statement in statements {
            let start = statement.range.lowerBound
            for macro in macros where characters[start...].starts(with: macro.text) {
                graph.addMacro(from: start, to: start + macro.text.count, keys: macro.keys)
            }
        }
        return graph
    }
}

/// Keys to type a stretch of statements into a field.
private struct TypedKeys {
    private var fewest: [Int: [Int]] = [:]

    init(_ graph: KeyGraph, _ statements: [Statement]) {
        for statement in statements {
            let start = statement.range.lowerBound
            fewest[start] = graph.fewestKeys(from: start, to: graph.characterCount)
        }
    }

    /// A suggestion taken with the space after the stretch has one character too many: a key to delete it.
    func keys(_ statements: ArraySlice<Statement>, isWhole: Bool) -> Int {
        guard let first = statements.first, let last = statements.last, let keys = fewest[first.range.lowerBound] else {
            return 0
        }
        let end = last.range.upperBound - first.range.lowerBound
        guard !isWhole, last.separator.count == 1, end + 1 < keys.count else { return keys[end] }
        return min(keys[end], keys[end + 1] + 1)
    }
}
