internal import Radiology
internal import ReportTemplates

/// Writes clean reports: stories under the plain headings, tricky sentences, and each shipped template filled in.
struct CaseWriter {
    var random: BenchmarkRandom
    let stories: [Story]
    let tricky: [(findings: String, impression: String)]
    private let library = TemplateLibrary.shipped

    init(random: BenchmarkRandom, stories: [Story], tricky: [(findings: String, impression: String)]) {
        self.random = random
        self.stories = stories
        self.tricky = tricky
    }

    /// Stories, templates and tricky sentences in turn.
    mutating func write(_ number: Int, withTemplates: Bool) -> Case {
        switch number % 5 {
        case 0 where withTemplates, 1 where withTemplates:
            template(library.templates[(number / 2) % library.templates.count])
        case 2 where !tricky.isEmpty: trickyCase(tricky[(number / 5) % tricky.count])
        default: story(stories[random.below(stories.count)])
        }
    }

    // MARK: Patients and studies

    private static let families = [
        "Alder", "Brandt", "Castell", "Dunmore", "Eklund", "Farrow", "Grieve", "Hollis", "Ivarsen", "Jessop",
    ]
    private static let given = [["Mara", "Edith", "Noor"], ["Tobias", "Hugo", "Omar"]]
    static let colleagues = ["Dr Hale", "Dr. Sorensen", "Dr Patel", "Dr. Lindqvist"]

    private mutating func detail(_ story: Story, _ facts: inout Case.Facts) -> StudyDetail {
        facts.isMale = story.sex.map { $0 == "M" } ?? random.happens(oneIn: 2)
        facts.family = random.pick(Self.families)
        facts.age = random.number(in: 24...88)
        facts.colleague = random.pick(Self.colleagues)
        facts.time = "\(random.number(in: 8...19)):\(random.number(in: 10...59))"
        let date = CalendarDate(daysSince1970: 20_400 + random.below(200))
        facts.priorDate = date.adding(days: -random.number(in: 60...900))
        let birth = CalendarDate(
            daysSince1970: date.daysSince1970 - facts.age * 36525 / 100 - random.number(in: 10...300))
        let name = PersonNameGroup(family: facts.family, given: random.pick(Self.given[facts.isMale ? 1 : 0]))
        let patient = Patient(
            identifier: PatientID(rawValue: "P\(random.number(in: 1000...9999))").map { PatientIdentifier(id: $0) },
            name: PersonName(alphabetic: name), birthDate: birth, sex: facts.isMale ? .male : .female)
        let title = fill(story.title, facts, story)
        var study = Study(
            uid: uid("1.2.\(random.number(in: 1...99999))"), patient: patient,
            order: Order(requestedProcedures: [RequestedProcedure(description: title)]), date: date, description: title,
            modalities: [Modality(rawValue: story.modality)], bodyPart: story.bodyPart)
        study.order.indication = "Pain."
        return StudyDetail(study: study, series: [], contrastAgent: story.agent)
    }

    private func uid(_ text: String) -> StudyInstanceUID {
        // Digits and dots in sound order: always a valid UID.
        StudyInstanceUID(rawValue: text) ?? StudyInstanceUID(rawValue: "1.2")!
    }

    private mutating func sides(_ facts: inout Case.Facts) {
        let isLeft = random.happens(oneIn: 2)
        facts.side = isLeft ? "left" : "right"
        facts.opposite = isLeft ? "right" : "left"
    }

    private func prior(_ detail: StudyDetail, _ date: CalendarDate) -> Prior {
        var study = detail.study
        study.uid = uid("1.3.\(date.daysSince1970)")
        study.date = date
        return Prior(study: study)
    }

    // MARK: Reports

    private mutating func story(_ story: Story) -> Case {
        var facts = Case.Facts()
        sides(&facts)
        facts.size = random.number(in: story.sizes)
        let detail = detail(story, &facts)
        var content = ReportContent(template: library.plainReport)
        let said = { (pattern: String, random: inout BenchmarkRandom) in random.wording(pattern) }
        var technique = fill(said(story.technique, &random), facts, story)
        if technique.isEmpty { technique = story.language == .german ? "Standardprotokoll." : "Standard protocol." }
        facts.told = fill(said(story.told, &random), facts, story)
        Case.put(fill(said(story.history, &random), facts, story), .indication, into: &content)
        Case.put(technique, .technique, into: &content)
        Case.put(fill(said(story.findings, &random), facts, story), .findings, into: &content)
        let impression = [fill(said(story.impression, &random), facts, story), facts.told].filter { !$0.isEmpty }
            .joined(separator: " ")
        Case.put(impression, .impression, into: &content)
        Case.put(fill(said(story.recommendation, &random), facts, story), .recommendation, into: &content)
        return compared(Case(story: story, detail: detail, priors: [], content: content, facts: facts))
    }

    /// With an earlier study half of the time; then it is cited.
    private mutating func compared(_ base: Case) -> Case {
        var result = base
        let isGerman = base.story.language == .german
        if random.happens(oneIn: 2) {
            result.priors = [prior(base.detail, base.facts.priorDate)]
            let wordings =
                isGerman
                ? ["Voruntersuchung vom @DATE.", "Im Vergleich zur Voruntersuchung vom @DATE."]
                : [
                    "@DATE.", "\(base.detail.study.fullTitle) @DATE.", "Compared with the examination of @DATE.",
                    "Prior study dated @DATE.",
                ]
            result.put(fill(random.pick(wordings), base.facts, base.story), .comparison)
        } else {
            result.put(
                isGerman ? "Keine." : random.pick(["None available.", "None.", "No prior studies."]), .comparison)
        }
        return result
    }

    private mutating func trickyCase(_ sentences: (findings: String, impression: String)) -> Case {
        let story = Story(modality: "CT", title: "CT Thorax", bodyPart: "CHEST", findings: "", impression: "")
        var facts = Case.Facts()
        let detail = detail(story, &facts)
        var content = ReportContent(template: library.plainReport)
        Case.put("Follow-up.", .indication, into: &content)
        Case.put(sentences.findings, .findings, into: &content)
        Case.put(sentences.impression, .impression, into: &content)
        return compared(Case(story: story, detail: detail, priors: [], content: content, facts: facts))
    }

    /// A template as it comes, or with one option that is not its default, said again in the impression.
    private mutating func template(_ template: Template) -> Case {
        let isOfWomen = ["obstetric", "us-pelvis", "mammography"].contains { template.identifier.contains($0) }
        let sex = template.identifier.hasSuffix("prostate") ? "M" : isOfWomen ? "F" : nil
        let modality = template.scope.modalities.first?.rawValue ?? "CT"
        let story = Story(modality: modality, title: "\(modality) examination", sex: sex, findings: "", impression: "")
        var facts = Case.Facts()
        let detail = detail(story, &facts)
        var content = ReportContent(template: template)
        Case.put("Pain for three days.", .indication, into: &content)
        if random.happens(oneIn: 2) { makeAbnormal(&content, facts) }
        complete(&content)
        var result = Case(story: story, detail: detail, priors: [], content: content, facts: facts)
        if template.sections.contains(where: { $0.role == .comparison }) { result = compared(result) }
        return result
    }

    private mutating func makeAbnormal(_ content: inout ReportContent, _ facts: Case.Facts) {
        let picks = content.template.sections.filter { $0.role == .findings }.flatMap(\.fields)
            .filter { field in field.condition == nil && field.options.contains { $0.isDefault && !$0.text.isEmpty } }
        guard !picks.isEmpty else { return }
        let field = random.pick(picks)
        let other = field.options.indices.filter { !field.options[$0].isDefault && !field.options[$0].text.isEmpty }
        guard !other.isEmpty else { return }
        let option = random.pick(other)
        content.choose(option, in: field.id)
        let said = "\(field.label): \(field.options[option].text) Discussed with \(facts.colleague) at \(facts.time)."
        Case.put(said, .impression, into: &content)
    }

    /// What a reader must do before signing: required fields are filled, the rest is looked at.
    private mutating func complete(_ content: inout ReportContent) {
        for _ in 0..<3 {
            let hidden = content.hiddenFields
            for field in content.fields where !hidden.contains(field.id) && field.completionAction != .none {
                guard content.value(of: field.id).isEmpty else {
                    content.confirm(field.id)
                    continue
                }
                if let option = field.options.indices.first(where: { !field.options[$0].text.isEmpty }) {
                    content.choose(option, in: field.id)
                } else {
                    content.setText(Self.value(of: field), in: field.id)
                }
            }
        }
    }

    private static func value(of field: Field) -> String {
        switch field.score {
        case "bi-rads": return "BI-RADS 2, benign. Routine screening."
        case "ti-rads": return "TI-RADS 2, not suspicious."
        case "lung-rads": return "Lung-RADS 2. Annual screening."
        case "li-rads": return "LI-RADS 3, intermediate."
        case "pi-rads": return "PI-RADS 2, low."
        case "cad-rads": return "CAD-RADS 0."
        case "aspects": return "10"
        default: break
        }
        switch field.kind {
        case .number(let quantity): return "\(Int(quantity.minimum ?? 1) + 1)"
        case .time: return "14:20"
        case .date: return "2026-01-20"
        default: return field.label.lowercased().contains("communicated") ? "Dr Hale" : "As described."
        }
    }

    // MARK: Words

    func fill(_ text: String, _ facts: Case.Facts, _ story: Story) -> String {
        let isGerman = story.language == .german
        let date = facts.priorDate
        let words: [(String, String)] = [
            ("@DATE", isGerman ? "\(date.day).\(date.month).\(date.year)" : date.description), ("@DAYS", "3"),
            ("@DR", facts.colleague), ("@TIME", facts.time), ("@AGE", "\(facts.age)"),
            ("@MAN", facts.isMale ? "man" : "woman"),
            ("@NAME", (facts.isMale ? "Mr " : "Mrs ") + facts.family), ("@N", "\(facts.size)"),
            ("@C", "\(facts.size / 10).\(facts.size % 10)"), ("@P", "\(max(facts.size - 3, 2))"), ("@S", facts.side),
            ("@O", facts.opposite), ("@L", facts.side == "left" ? "links" : "rechts"),
        ]
        var result = words.reduce(text) { $0.replacing($1.0, with: $1.1) }
        // A patient is named and aged in the same words.
        if isGerman, !facts.isMale { result = result.replacing("-jähriger Patient", with: "-jährige Patientin") }
        return Self.capitalized(result)
    }

    /// A sentence begins large.
    private static func capitalized(_ text: String) -> String {
        var isStart = true
        return String(
            text.map { character in
                defer { isStart = character == "." || isStart && character == " " }
                return isStart && character.isLetter ? Character(character.uppercased()) : character
            })
    }
}
