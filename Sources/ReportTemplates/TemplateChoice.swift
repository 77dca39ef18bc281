public import Radiology

/// What is known of an examination when a template is chosen.
public struct MatchContext: Hashable, Sendable {
    public var procedures: [CodedConcept]
    public var modalities: [Modality]
    public var bodyPart: String?
    public var description: String?
    public var contrast: Contrast?
    public var laterality: Laterality?

    public init(
        procedures: [CodedConcept] = [], modalities: [Modality] = [], bodyPart: String? = nil,
        description: String? = nil, contrast: Contrast? = nil, laterality: Laterality? = nil
    ) {
        self.procedures = procedures
        self.modalities = modalities
        self.bodyPart = bodyPart
        self.description = description
        self.contrast = contrast ?? description.flatMap { Contrast(words: $0) }
        self.laterality = laterality ?? description.flatMap { Laterality(words: $0) }
    }

    public init(study: Study) {
        let ordered = study.order.requestedProcedures
        let words = [study.description] + ordered.map(\.description)
        self.init(
            procedures: ordered.compactMap(\.code), modalities: study.imageModalities, bodyPart: study.bodyPart,
            description: words.compactMap(\.self).joined(separator: " "))
    }

    /// The body part where it says something, and otherwise the description.
    var regions: Set<String> {
        let declared = bodyPart.map { BodyRegions.regions(in: $0) } ?? []
        let described = description.map { BodyRegions.regions(in: $0) } ?? []
        // "Prostate" narrows PELVIS down.
        let all = declared.union(described)
        if all.contains("whole body") { return ["whole body"] }
        return all.subtracting(all.flatMap { BodyRegions.parents[$0] ?? [] })
    }
}

/// A site's decision which template an examination gets. What is not said fits any.
public struct ChoiceRule: Hashable, Sendable {
    public var modality: Modality?
    public var bodyPart: String?
    /// Words that all stand in the study's or the procedure's description.
    public var words: [String]
    public var procedure: CodedConcept?
    /// A title or an identifier.
    public var template: String

    public init(
        modality: Modality? = nil, bodyPart: String? = nil, words: [String] = [], procedure: CodedConcept? = nil,
        template: String
    ) {
        self.modality = modality
        self.bodyPart = bodyPart
        self.words = words
        self.procedure = procedure
        self.template = template
    }

    func applies(to context: MatchContext) -> Bool {
        if let modality, !context.modalities.contains(modality) { return false }
        if let procedure, !context.procedures.contains(where: { $0.means(procedure) }) { return false }
        if let bodyPart, BodyRegions.regions(in: bodyPart).isDisjoint(with: context.regions) { return false }
        let description = (context.description ?? "").lowercased()
        return words.allSatisfy { description.contains($0.lowercased()) }
    }

    func names(_ template: Template) -> Bool {
        template.identifier == self.template || template.title.lowercased() == self.template.lowercased()
    }
}

/// A template and how well it fits.
public struct RankedMatch: Hashable, Sendable {
    public var template: Template
    public var score: Int
    /// What fitted, in the words of the screen: `modality`, `body part`.
    public var matched: [String]

    /// `matched: modality, body part`, or that nothing did.
    public var reason: String {
        matched.isEmpty ? "fits any examination" : "matched: " + matched.joined(separator: ", ")
    }
}

extension TemplateLibrary {
    /// Templates for an examination, the best first. The plain report is always among them.
    ///
    /// A template with normal defaults for the wrong part of the body is worse than none: where only the modality fits,
    /// the plain report comes first, and a template for another modality does not come at all.
    public func choose(for context: MatchContext) -> [RankedMatch] {
        var ranked = templates.compactMap { TemplateLibrary.match($0, context) }
        if let rule = rules.first(where: { $0.applies(to: context) }),
            let template = templates.first(where: rule.names)
        {
            ranked.removeAll { $0.template.identifier == template.identifier }
            ranked.append(RankedMatch(template: template, score: Score.rule, matched: ["site rule"]))
        }
        if !ranked.contains(where: { $0.template.identifier == plainReport.identifier }) {
            ranked.append(RankedMatch(template: plainReport, score: Score.anything, matched: []))
        }
        return ranked.sorted {
            if $0.score != $1.score { return $0.score > $1.score }
            return ($0.template.title, $0.template.identifier) < ($1.template.title, $1.template.identifier)
        }
    }

    private enum Score {
        static let rule = 100_000
        static let procedure = 1000
        /// A reader's own template before another that fits as well.
        static let personal = 5
        static let modality = 20
        static let region = 40
        /// A part of the body the template leaves out costs more than it can win elsewhere.
        static let leftOutRegion = 45
        static let extraRegion = 10
        /// Of a template for a wider region, so that one for the very region comes first.
        static let widerRegion = 2
        static let contrast = 4
        static let laterality = 3
        static let word = 1
        /// Of a template that fits anything: above the modality alone, below modality and body part.
        static let anything = 30
    }

    private static func match(_ template: Template, _ context: MatchContext) -> RankedMatch? {
        guard template.purpose == .report, template.status != .retired else { return nil }
        let scope = template.scope
        var result = RankedMatch(template: template, score: 0, matched: [])
        func add(_ points: Int, _ what: String) {
            result.score += points
            result.matched.append(what)
        }
        let isGeneral = scope.modalities.isEmpty && scope.anatomy.isEmpty && scope.procedures.isEmpty
        if isGeneral { result.score += Score.anything }
        if scope.procedures.contains(where: { code in context.procedures.contains { $0.means(code) } }) {
            add(Score.procedure, "procedure")
        }
        if !scope.modalities.isEmpty, !context.modalities.isEmpty {
            guard scope.modalities.contains(where: { context.modalities.contains($0) }) else { return nil }
            add(Score.modality, "modality")
        }
        scoreRegions(scope, context, into: &result)
        scoreDetails(template, context, into: &result)
        return result
    }

    private static func scoreRegions(_ scope: Scope, _ context: MatchContext, into result: inout RankedMatch) {
        var own = scope.anatomy.reduce(into: Set<String>()) { $0.formUnion(BodyRegions.regions(in: $1.meaning)) }
        let wanted = context.regions
        // A template for the whole body answers a request for it, and otherwise for the parts it names.
        if own.contains("whole body") { own = wanted == ["whole body"] ? wanted : own.subtracting(["whole body"]) }
        guard !own.isEmpty, !wanted.isEmpty else { return }
        let covered = wanted.filter { BodyRegions.covers(own, $0) }
        guard !covered.isEmpty else {
            result.score -= Score.region
            return
        }
        let leftOut = wanted.subtracting(covered).count
        let extra = own.filter { region in !wanted.contains { BodyRegions.covers([region], $0) } }.count
        let wider = covered.subtracting(own).count
        result.score += Score.region - Score.leftOutRegion * leftOut
        result.score -= Score.extraRegion * extra + Score.widerRegion * wider
        result.matched.append("body part")
    }

    private static func scoreDetails(_ template: Template, _ context: MatchContext, into result: inout RankedMatch) {
        if let own = template.scope.contrast, let wanted = context.contrast {
            result.score += own == wanted ? Score.contrast : -Score.contrast
            if own == wanted { result.matched.append("contrast") }
        }
        if let own = template.scope.laterality, let wanted = context.laterality {
            result.score += own == wanted ? Score.laterality : -Score.laterality
            if own == wanted { result.matched.append("laterality") }
        }
        if template.identifier.hasPrefix(Template.personalPrefix) { result.score += Score.personal }
        let own = Set(template.title.lowercased().split { !$0.isLetter })
        let wanted = Set((context.description ?? "").lowercased().split { !$0.isLetter })
        result.score += own.intersection(wanted).count * Score.word
    }
}
