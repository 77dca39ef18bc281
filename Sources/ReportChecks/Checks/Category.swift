internal import ReportTemplates
internal import Wording

/// A category that asks for something to be done, and nothing in the report says what.
enum CategoryCheck {
    static func obstacles(_ reading: Reading) -> [SigningObstacle] {
        var found: (name: String, place: ReportPlace.Target?)?
        let size = largestNodule(reading)
        for line in reading.lines where line.sentence.part.isStatement {
            for category in Categories.find(in: line.sentence) where category.needsRecommendation(size) {
                let stated = line.scopes.stated(category.range)
                if [.past, .hypothetical, .negated].contains(stated) { continue }
                found = found ?? (category.name, line.sentence.place)
            }
        }
        guard let found, !reading.lines.contains(where: recommends) else { return [] }
        return [SigningObstacle(.alert, "\(found.name) asks for a recommendation, and none is given.", at: found.place)]
    }

    /// In millimetres; thyroid nodules are followed by size.
    private static func largestNodule(_ reading: Reading) -> Double? {
        let lines = reading.lines.filter { line in
            line.sentence.part.isStatement
                && (line.mentions.contains { $0.concept == .nodule }
                    || line.sentence.context.contains { ["dimensions", "nodule", "rads"].contains($0.text) })
        }
        return lines.flatMap { Measurements.find(in: $0.sentence.tokens) }.filter { $0.isLength }.compactMap {
            $0.millimetres.max()
        }.max()
    }

    private static let verbs = Phrases<Bool>([
        (
            "recommend*|advise*|advised|suggest follow*|suggest biopsy|suggest further|suggest additional|follow up|followup|short interval|biopsy|biopsies|tissue|fine needle|fna|is indicated|should be|should undergo|further evaluation|additional imaging|additional views|additional mammographic*|recall|recalled|work up|workup|refer|referral|multidisciplinary|tumor board|mdt|surgical consultation|repeat ct|repeat mri|pet ct|control in|surveillance|correlate|correlation|management|empfohlen|empfehlung|empfehlen|kontrolle|verlaufskontrolle|biopsie|abklarung|histologische sicherung|histologisch|vorstellung|stanzbiopsie|annual screening|months|monaten|urology|hepatology|cardiology|consider|preventive|ischemia testing|functional|revascularization|diagnostic mammography|spot compression|targeted ultrasound|appropriate|treatment|therapy|ct in|mri in|in 6 months|sampling|ausschluss|feinnadelpunktion|punktion|tumorkonferenz|tumorboard|medical therapy",
            true
        )
    ])

    private static func recommends(_ line: Reading.Line) -> Bool {
        let sentence = line.sentence
        if sentence.part == .history || sentence.part == .technique || sentence.part == .comparison { return false }
        if sentence.part == .recommendation {
            let first = sentence.tokens.first?.text ?? ""
            return !(sentence.tokens.count <= 2 && ["none", "no", "keine", "nil"].contains(first)) && !isBlank(sentence)
        }
        return verbs.matches(in: sentence.tokens).contains { match in
            let word = sentence.tokens[match.range.lowerBound].text
            // "Status post biopsy" and "unchanged for 12 months" recommend nothing.
            if ["biopsy", "biopsie", "biopsies"].contains(word), line.scopes.stated(match.range) == .past {
                return false
            }
            if ["months", "monaten"].contains(word) {
                return sentence.tokens[..<match.range.lowerBound].suffix(3).contains {
                    ["in", "at", "nach", "after", "every", "alle", "within"].contains($0.text)
                } && !sentence.says(["since", "seit", "growth", "unchanged", "stable"])
            }
            if ["consider", "correlation", "correlate", "appropriate", "treatment", "therapy", "functional"].contains(
                word)
            {
                return line.scopes.stated(match.range) != .past
            }
            return line.scopes.stated(match.range) != .past
        }
    }

    private static func isBlank(_ sentence: Sentence) -> Bool { sentence.words.isEmpty }
}

/// Categories of the reporting systems.
enum Categories {
    enum System: Hashable, Sendable { case bi, lung, li, ti, pi, cad, o }

    struct Category: Hashable, Sendable {
        var system: System
        /// `4A`, `M`
        var code: String
        var range: Range<Int>

        var name: String {
            switch system {
            case .bi: "BI-RADS \(code)"
            case .lung: "Lung-RADS \(code)"
            case .li: "LI-RADS \(code)"
            case .ti: "TI-RADS \(code)"
            case .pi: "PI-RADS \(code)"
            case .cad: "CAD-RADS \(code)"
            case .o: "O-RADS \(code)"
            }
        }

        func needsRecommendation(_ size: Double?) -> Bool {
            let number = code.first
            switch system {
            case .bi: return number == "0" || number == "3" || number == "4" || number == "5"
            case .lung: return number == "3" || number == "4" || number == "0"
            case .li: return number == "4" || number == "5" || number == "M" || number == "T"
            case .pi: return number == "4" || number == "5"
            case .cad: return number == "3" || number == "4" || number == "5"
            case .o: return number == "4" || number == "5"
            case .ti:
                // Follow-up thresholds (Tessler et al., JACR 2017;14:587).
                let least: [Character: Double] = ["3": 15, "4": 10, "5": 5]
                guard let number, let least = least[number], let size else { return false }
                return size >= least
            }
        }
    }

    private static let names: [String: System] = [
        "birads": .bi, "lungrads": .lung, "lirads": .li, "tirads": .ti, "pirads": .pi, "cadrads": .cad, "orads": .o,
    ]
    private static let firsts: [String: System] = [
        "bi": .bi, "lung": .lung, "li": .li, "ti": .ti, "pi": .pi, "cad": .cad, "o": .o,
    ]
    private static let between: Set<String> = [
        "category", "kategorie", "score", "assessment", "acr", "klassifikation", "grade", "overall", "final", "v", "tr",
        "lr",
    ]

    static func find(in sentence: Sentence) -> [Category] {
        let tokens = sentence.tokens
        var found: [Category] = []
        for index in tokens.indices where tokens[index].isWord {
            guard let (system, next) = system(tokens, index), let category = code(tokens, next, system, from: index)
            else { continue }
            found.append(category)
        }
        if found.isEmpty, let system = labelled(sentence), let category = code(tokens, 0, system, from: 0) {
            found.append(category)
        }
        return found
    }

    private static func system(_ tokens: [Token], _ index: Int) -> (System, Int)? {
        let text = tokens[index].text
        if let system = names[text] { return (system, index + 1) }
        if let system = firsts[text], index + 1 < tokens.count {
            let next = tokens[index + 1]
            if next.text == "rads" { return (system, index + 2) }
        }
        if text == "lr", index + 1 < tokens.count { return (.li, index + 1) }
        if text.hasPrefix("tr"), text.utf8.count == 3, text.last?.isNumber == true { return (.ti, index) }
        return nil
    }

    /// The field is called `BI-RADS` and holds `4B`.
    private static func labelled(_ sentence: Sentence) -> System? {
        let words = sentence.context.filter(\.isWord).map(\.text)
        guard let at = words.firstIndex(of: "rads"), at > 0 else { return nil }
        return firsts[words[at - 1]]
    }

    private static func code(_ tokens: [Token], _ start: Int, _ system: System, from: Int) -> Category? {
        var index = start
        // A version stands between the name and the category: "TI-RADS 2017: TR4", "BI-RADS 5th edition: 4".
        while index < tokens.count, index < start + 8 {
            let token = tokens[index]
            if token.kind == .number {
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                let isVersion =
                    token.value > 6 || token.text.contains(".") || next?.text == "th" || next?.text == "edition"
                if !isVersion { return Category(system: system, code: coded(token, next), range: from..<(index + 1)) }
            } else if token.isWord {
                if let code = lettered(token.text, system) {
                    return Category(system: system, code: code, range: from..<(index + 1))
                }
                guard
                    between.contains(token.text)
                        || ["th", "edition", "version", "rads", "is", "of", "ct", "mri"].contains(token.text)
                else { return nil }
            } else if !token.isMark(":") && !token.isMark("-") && !token.isMark("(") && !token.isMark("/") {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func coded(_ token: Token, _ next: Token?) -> String {
        guard let next, next.isGlued, next.isWord, next.text.utf8.count == 1, "abcxs".contains(next.text) else {
            return token.text
        }
        return token.text + next.text.uppercased()
    }

    /// `TR4`, `LR5`, `M`, `TIV`
    private static func lettered(_ text: String, _ system: System) -> String? {
        switch system {
        case .ti where text.hasPrefix("tr") && text.utf8.count == 3: String(text.suffix(1))
        case .li where text == "m" || text == "tiv": text.uppercased()
        case .li where text.hasPrefix("lr") && text.utf8.count == 3: String(text.suffix(1))
        default: nil
        }
    }
}
