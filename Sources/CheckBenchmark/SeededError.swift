internal import Radiology
internal import ReportTemplates

/// The errors that are put into clean reports, and how a check says that it found one.
enum SeededError: String, CaseIterable, Sendable {
    case sideInImpression = "side swapped in the impression"
    case sideOfOrder = "order for the other side"
    case sex = "anatomy of the other sex"
    case denied = "impression states, findings deny"
    case overlooked = "findings state, impression is normal"
    case missingUnit = "unit left out"
    case centimetres = "mm and cm confused"
    case phantomComparison = "comparison that does not exist"
    case missingComparison = "earlier study not cited"
    case age = "wrong age"
    case name = "wrong name"
    case doubledWord = "word twice"
    case leftover = "bracket or placeholder left"
    case contrast = "contrast against headers or order"
    case enhancement = "enhancement without contrast"
    case category = "category without recommendation"
    case uncommunicated = "critical finding, nobody told"
    case emptyImpression = "impression empty"
    case emptyField = "required field emptied"

    /// Words of the obstacles that name this error, and no other.
    var signs: [String] {
        switch self {
        case .sideInImpression: ["The impression says ", "The order is for"]
        case .sideOfOrder: ["The order is for"]
        case .sex: ["anatomy, the patient is"]
        case .denied: ["the findings deny it"]
        case .overlooked: ["the findings state it", "the findings do not."]
        case .missingUnit: ["has no unit"]
        case .centimetres: ["ten times", "implausible"]
        case .phantomComparison: ["not among the known studies"]
        case .missingComparison: ["none is cited"]
        case .age: ["The age in the text"]
        case .name: ["The name in the text", "other sex"]
        case .doubledWord: ["twice"]
        case .leftover: ["left-over", "placeholder"]
        case .contrast: ["The technique says"]
        case .enhancement: ["Enhancement is stated"]
        case .category: ["asks for a recommendation"]
        case .uncommunicated: ["nobody told"]
        case .emptyImpression:
            ["impression is empty", "Impression is empty", "Impression says nothing", "report is empty"]
        case .emptyField: ["is empty", "says nothing"]
        }
    }
}

extension Case {
    /// The case with one error in it; `nil` where this report cannot have it.
    func seeded(_ error: SeededError, _ random: inout BenchmarkRandom, _ writer: CaseWriter) -> Case? {
        var result = self
        let isStory = !story.findings.isEmpty
        switch error {
        case .sideInImpression: guard story.isSided, result.swapSides() else { return nil }
        case .sideOfOrder: guard story.isOneSided, result.swapOrder() else { return nil }
        case .sex: result.add(random.pick(Self.organs(ofMan: !facts.isMale, story.language)), .findings)
        case .denied: guard result.deny(&random, writer) else { return nil }
        case .overlooked: guard result.overlook(&random, writer) else { return nil }
        case .missingUnit: guard isStory, result.dropUnit() else { return nil }
        case .centimetres: guard isStory, result.confuseUnits() else { return nil }
        case .phantomComparison:
            guard isStory, !priors.isEmpty else { return nil }
            result.put(random.pick(Self.phantoms), .comparison)
        case .missingComparison:
            guard isStory, !priors.isEmpty else { return nil }
            result.put(
                story.language == .german
                    ? "Keine." : random.pick(["None available.", "None.", "No prior studies for comparison."]),
                .comparison)
        case .age:
            result.add(
                random.pick(Self.ages(facts.age + random.pick([-30, -12, 10, 9, 11]), story.language)), .indication)
        case .name: result.add(random.pick(Self.names(facts, story.language)), .indication)
        case .doubledWord: guard result.doubleWord(&random) else { return nil }
        case .leftover: result.add(random.pick(Self.leftovers), .findings)
        case .contrast:
            guard isStory else { return nil }
            result.contradictContrast(&random)
        case .enhancement:
            guard isStory, story.agent == nil, !["US", "MG", "PT", "NM"].contains(story.modality) else { return nil }
            result.enhance(&random)
        case .category:
            guard story.hasCategory else { return nil }
            result.put("", .recommendation)
        case .uncommunicated:
            guard !facts.told.isEmpty else { return nil }
            result.silence(&random)
        case .emptyImpression:
            guard hasImpression else { return nil }
            result.put(" ", .impression)
        case .emptyField: guard result.emptyField() else { return nil }
        }
        return result
    }

    private var hasImpression: Bool { content.template.sections.contains { $0.role == .impression } }

    private mutating func add(_ sentence: String, _ role: SectionRole) {
        let role = content.template.sections.contains { $0.role == role } ? role : .addendum
        put([text(role), sentence].filter { !$0.isEmpty }.joined(separator: " "), role)
    }

    // MARK: Sides

    private static func swapped(_ text: String) -> String {
        let pairs = [("left", "right"), ("Left", "Right"), ("links", "rechts"), ("Links", "Rechts")]
        return pairs.reduce(text) { text, pair in
            text.replacing(pair.0, with: "\u{1}").replacing(pair.1, with: pair.0).replacing("\u{1}", with: pair.1)
        }
    }

    private mutating func swapSides() -> Bool {
        let before = text(.impression)
        put(Self.swapped(before), .impression)
        return text(.impression) != before
    }

    private mutating func swapOrder() -> Bool {
        // The report must name the side, or nothing can be at odds with the order.
        guard Self.swapped(text(.findings) + text(.impression)) != text(.findings) + text(.impression) else {
            return false
        }
        let title = Self.swapped(detail.study.description ?? "")
        detail.study.description = title
        detail.study.order.requestedProcedures = [RequestedProcedure(description: title)]
        return true
    }

    private static func organs(ofMan: Bool, _ language: Story.Language) -> [String] {
        switch (ofMan, language) {
        case (true, .english):
            [
                "The prostate is enlarged.", "Both testes are normal.", "Seminal vesicles are symmetric.",
                "Status post prostatectomy.",
            ]
        case (false, .english):
            [
                "The uterus is unremarkable.", "The ovaries are normal.", "Status post hysterectomy.",
                "No adnexal mass. Uterus is anteverted.",
            ]
        case (true, .german): ["Prostata vergrößert.", "Zustand nach Prostatektomie."]
        case (false, .german): ["Uterus unauffällig.", "Zustand nach Hysterektomie."]
        }
    }

    // MARK: Contradictions

    private mutating func deny(_ random: inout BenchmarkRandom, _ writer: CaseWriter) -> Bool {
        guard !story.denial.isEmpty else { return false }
        put(writer.fill(random.wording(story.denial), facts, story), .findings)
        return true
    }

    private mutating func overlook(_ random: inout BenchmarkRandom, _ writer: CaseWriter) -> Bool {
        guard !story.normalImpression.isEmpty else { return false }
        put(writer.fill(random.wording(story.normalImpression), facts, story) + " " + facts.told, .impression)
        return true
    }

    // MARK: Figures

    private mutating func dropUnit() -> Bool {
        let before = text(.findings)
        // Only where the report says that something measures so much, and once.
        for word in ["measuring ", "measures ", "measure ", "up to ", "Breite von ", "Durchmesser von "]
        where before.contains(word + "\(facts.size) mm") {
            put(before.replacing(word + "\(facts.size) mm", with: word + "\(facts.size)"), .findings)
            return true
        }
        if before.contains("\(facts.size) x 14 mm") {
            put(before.replacing("\(facts.size) x 14 mm", with: "\(facts.size) x 14"), .findings)
            return true
        }
        return false
    }

    private mutating func confuseUnits() -> Bool {
        let before = text(.impression)
        guard text(.findings).contains("\(facts.size) mm"), before.contains("\(facts.size) mm") else { return false }
        put(before.replacing("\(facts.size) mm", with: "\(facts.size) cm"), .impression)
        return true
    }

    // MARK: Words

    private static let phantoms = [
        "CT of 2019-03-04.", "Compared with the study of 4 March 2019.", "Prior examination dated 03/04/2019.",
        "CT vom 4.3.2019.",
    ]

    private static func ages(_ age: Int, _ language: Story.Language) -> [String] {
        language == .german
            ? ["\(max(age, 2))-jährig.", "Alter: \(max(age, 2)) Jahre."]
            : [
                "\(max(age, 2))-year-old patient with pain.", "Patient is \(max(age, 2)) years old.",
                "Patient aged \(max(age, 2)) with pain.", "\(max(age, 2)) y/o with cough.",
            ]
    }

    private static func names(_ facts: Facts, _ language: Story.Language) -> [String] {
        if language == .german {
            return [facts.isMale ? "Herr Quastel klagt über Schmerzen." : "Frau Quastel klagt über Schmerzen."]
        }
        let title = facts.isMale ? "Mr" : "Mrs"
        return [
            "\(title) Quastel presents with pain.", "\(title). Quastel is well known to us.", "Patient: Quastel.",
            "\(title) Ingrid Quastel, seen in clinic.",
        ]
    }

    private static let leftovers = [
        "There is a [size] lesion.", "Seen on {series}.", "Patient Age presents with this.", "Unchanged since ___.",
        "XXX as before.", "Noted in the [left | right] lobe.",
    ]

    /// A word of some length in the middle of the findings.
    private mutating func doubleWord(_ random: inout BenchmarkRandom) -> Bool {
        let words = text(.findings).split(separator: " ").map(String.init)
        let fitting = words.indices.filter { words[$0].count >= 2 && words[$0].allSatisfy(\.isLetter) }
        guard !fitting.isEmpty else { return false }
        var doubled = words
        let index = random.pick(fitting)
        doubled.insert(words[index].lowercased(), at: index + 1)
        put(doubled.joined(separator: " "), .findings)
        return true
    }

    // MARK: Contrast

    private mutating func contradictContrast(_ random: inout BenchmarkRandom) {
        let isGerman = story.language == .german
        let without =
            isGerman
            ? ["Native Untersuchung ohne Kontrastmittel."]
            : ["Performed without intravenous contrast.", "Unenhanced acquisition.", "Noncontrast technique."]
        if story.agent == nil { detail.contrastAgent = "Iohexol 300" }
        put(random.pick(without), .technique)
    }

    private mutating func enhance(_ random: inout BenchmarkRandom) {
        let isGerman = story.language == .german
        put(
            isGerman
                ? "Native Untersuchung." : random.pick(["Noncontrast technique.", "Without intravenous contrast."]),
            .technique)
        add(
            isGerman
                ? "Kräftig kontrastmittelaufnehmende Raumforderung."
                : random.pick(["Avidly enhancing mass.", "There is peripheral enhancement.", "The wall enhances."]),
            .findings)
    }

    // MARK: What is left out

    private mutating func silence(_ random: inout BenchmarkRandom) {
        let isGerman = story.language == .german
        let wordings =
            isGerman
            ? ["", "Der zuständige Arzt konnte nicht erreicht werden.", "Der Befund wird noch telefonisch mitgeteilt."]
            : [
                "", "The referring physician could not be reached.", "Findings will be communicated to the team.",
                "Results not yet communicated.", "Attempted to call \(facts.colleague) without success.",
            ]
        put(text(.impression).replacing(facts.told, with: random.pick(wordings)), .impression)
    }

    private mutating func emptyField() -> Bool {
        let hidden = content.hiddenFields
        let required = content.fields.filter { $0.completionAction == .prohibit && !hidden.contains($0.id) }
        guard let field = required.first else { return false }
        content.setText("", in: field.id)
        return true
    }
}
