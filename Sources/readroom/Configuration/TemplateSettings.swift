import Radiology
import ReportTemplates
import Wording

/// What the configuration says of templates: the site's folders, its rules of choice, and the editor.
struct TemplateSettings {
    /// Each may hold `templates` and `macros`.
    var folders: [String] = []
    var rules: [ChoiceRule] = []
    /// Whether `$EDITOR` may be started: on a shared host it can open any file.
    var allowsOutsideEditor = false

    init() {}

    init(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(
            document, table: document.root["templates"] as? [String: Any] ?? [:], name: "templates")
        folders = (try reader.texts("folders") ?? []).map(Paths.expanded)
        allowsOutsideEditor = try reader.flag("outside_editor") ?? false
        try reader.finish()
        let tables = document.root["template_rule"] as? [[String: Any]] ?? []
        for (index, table) in tables.enumerated() {
            rules.append(
                try TemplateSettings.rule(
                    TOMLReader(
                        document, table: table, name: "template_rule", occurrence: index)))
        }
    }

    private static func rule(_ start: TOMLReader) throws(FileProblem) -> ChoiceRule {
        var reader = start
        let template = try reader.required("template")
        let modality = try reader.text("modality").map { Modality(rawValue: $0.uppercased()) }
        let bodyPart = try reader.text("body")
        let words = try reader.texts("words") ?? []
        var procedure: CodedConcept?
        if let code = try reader.text("procedure") {
            let parts = code.split(separator: " ").map(String.init)
            guard parts.count == 2 else {
                throw reader.problem(
                    "template_rule.procedure must be a code and its scheme, as \"36643-5 LN\"", "procedure")
            }
            procedure = CodedConcept(parts[0], parts[1], "")
        }
        try reader.finish()
        guard modality != nil || bodyPart != nil || !words.isEmpty || procedure != nil else {
            throw reader.problem(
                "template_rule says for no examination; give modality, body, words or procedure", "template")
        }
        return ChoiceRule(
            modality: modality, bodyPart: bodyPart, words: words, procedure: procedure, template: template)
    }
}
