public import Radiology

/// The lines before a text in brackets that say what it is for:
///
///     # title: Chest, mine
///     # modality: DX, CR
///     # body: chest
///     # procedure: 36643-5 LN
///     # contrast: without
///     # laterality: left
///     # language: en
///
/// Each may be missing. What follows the first line without `#` is the text itself.
struct BracketFile {
    private(set) var title: String?
    private(set) var language = "en"
    private(set) var scope = Scope()
    /// The text, with as many empty lines before it as the head had, so that lines are counted as in the file.
    private(set) var body = ""
    private(set) var problems: [BracketProblem] = []

    init(_ text: String) {
        let lines = text.replacingCodePoints("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        let head = lines.prefix { $0.first == "#" }
        for (index, line) in head.enumerated() { read(line.dropFirst(), line: index + 1) }
        body = (head.map { _ in "" } + lines.dropFirst(head.count)).joined(separator: "\n")
    }

    private mutating func read(_ line: Substring, line number: Int) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let key = String(line[..<colon]).trimmed.lowercased()
        let value = String(line[line.index(after: colon)...]).trimmed
        guard !value.isEmpty else { return }
        if !set(key, value) { problems.append(BracketProblem(reason: .badHead(key, value), line: number)) }
    }

    private mutating func set(_ key: String, _ value: String) -> Bool {
        let parts = value.split(separator: ",").map { String($0).trimmed }
        switch key {
        case "title": title = value
        case "language": language = value
        case "modality": scope.modalities = parts.map { Modality(rawValue: $0.uppercased()) }
        case "body": scope.anatomy = parts.map(CodedConcept.init(bodyPart:))
        case "procedure":
            let codes = parts.map { $0.split(separator: " ").map(String.init) }
            guard codes.allSatisfy({ $0.count == 2 }) else { return false }
            scope.procedures = codes.map { CodedConcept($0[0], $0[1], "") }
        case "contrast":
            guard let contrast = Contrast(rawValue: value) ?? Contrast(words: value + " contrast") else { return false }
            scope.contrast = contrast
        case "laterality":
            guard let side = Laterality(words: value) else { return false }
            scope.laterality = side
        default: return false
        }
        return true
    }

    /// The head that says this.
    static func head(title: String, language: String, scope: Scope) -> String {
        let anatomy = scope.anatomy.map(\.meaning).filter { !$0.isEmpty }
        let lines: [(String, String?)] = [
            ("title", title), ("language", language == "en" ? nil : language),
            ("modality", scope.modalities.map(\.rawValue).joined(separator: ", ")),
            ("body", anatomy.joined(separator: ", ")),
            ("procedure", scope.procedures.map { "\($0.value) \($0.scheme)" }.joined(separator: ", ")),
            ("contrast", scope.contrast?.rawValue), ("laterality", scope.laterality?.rawValue),
        ]
        return lines.compactMap { key, value in
            guard let value, !value.isEmpty else { return nil }
            return "# \(key): \(value)\n"
        }.joined()
    }
}

extension Template {
    /// Reads a file in bracket notation, with the lines before the text that say what it is for.
    ///
    /// - Parameter name: what the template is called where the file does not say.
    /// - Throws: ``BracketError`` with every problem and its line.
    public static func read(bracketFile text: String, name: String) throws(BracketError) -> Template {
        let file = BracketFile(text)
        var template: Template?
        var problems = file.problems
        do {
            template = try Template.read(
                bracketText: file.body, identifier: personalPrefix + name, title: file.title ?? name,
                language: file.language, scope: file.scope)
        } catch {
            problems += error.problems
        }
        guard let template, problems.isEmpty else { throw BracketError(problems: problems) }
        return template
    }

    /// Identifiers of templates a reader wrote begin with this; the file's name follows.
    public static let personalPrefix = "urn:readroom:personal:"

    /// The template as a file in bracket notation; what brackets cannot say is left out.
    public func bracketFile() -> String {
        BracketFile.head(title: title, language: language, scope: scope) + "\n" + bracketText()
    }
}

extension CodedConcept {
    /// A part of the body as somebody wrote it: the words are the code, in a scheme of our own.
    public init(bodyPart words: String) { self.init(words, "99READROOM", words) }
}
