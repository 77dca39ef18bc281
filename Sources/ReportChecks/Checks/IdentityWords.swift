internal import Radiology
internal import Wording

/// A name, an age or a sex in the text that is not the patient's.
enum IdentityWordsCheck {
    static func obstacles(_ reading: Reading, _ study: Study) -> [SigningObstacle] {
        var found: [SigningObstacle] = []
        for line in reading.lines where !SexCheck.isOfRelatives(line.sentence) {
            let tokens = withLabel(line.sentence)
            let place = line.sentence.place
            if Ages.stated(in: tokens).contains(where: { !Ages.fits($0, study) }) {
                found.append(SigningObstacle(.alert, "The age in the text is not the patient's.", at: place))
            }
            if !isOfColleagues(line.sentence) {
                if namesAnother(tokens, study.patient.name) {
                    found.append(SigningObstacle(.alert, "The name in the text is not the patient's.", at: place))
                }
                if let sex = study.patient.sex, saysOtherSex(tokens, sex) {
                    found.append(SigningObstacle(.alert, "The text speaks of a patient of the other sex.", at: place))
                }
            }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.sentence).inserted }
    }

    /// "Patient: Doe", "Age: 62": what stands before the colon belongs to it.
    private static func withLabel(_ sentence: Sentence) -> [Token] {
        let labels: Set<String> = ["patient", "patientin", "patienten", "name", "age", "alter", "geschlecht", "sex"]
        guard let last = sentence.context.last(where: \.isWord), labels.contains(last.text) else {
            return sentence.tokens
        }
        return sentence.context + [Token(kind: .mark, text: ":")] + sentence.tokens
    }

    private static let colleagues: Set<String> = [
        "dr", "doctor", "prof", "professor", "physician", "nurse", "rn", "registrar", "resident", "consultant",
        "surgeon",
        "arzt", "arztin", "schwester", "pfleger", "oberarzt", "assistenzarzt", "kollege", "kollegin", "telephone",
        "phone", "telefonisch", "communicated", "discussed", "informed", "notified", "told", "called", "spoke",
        "mitgeteilt",
        "referrer", "colleague", "np", "pa", "team", "midwife", "besprochen", "informiert", "read", "reported",
    ]

    private static func isOfColleagues(_ sentence: Sentence) -> Bool {
        sentence.says(colleagues) || sentence.context.contains { colleagues.contains($0.text) }
    }

    // MARK: Names

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "herr", "herrn", "frau", "mister"]

    private static func namesAnother(_ tokens: [Token], _ name: PersonName?) -> Bool {
        guard let name else { return false }
        let own = words(of: name)
        guard !own.isEmpty else { return false }
        for index in tokens.indices where tokens[index].isWord {
            let said = nameAfter(index, tokens)
            if !said.isEmpty, said.allSatisfy({ !own.contains($0) }) || said.last.map({ !own.contains($0) }) == true {
                return true
            }
        }
        return false
    }

    /// Words that a title, or "patient", says to be a name.
    private static func nameAfter(_ index: Int, _ tokens: [Token]) -> [String] {
        let word = tokens[index]
        var next = index + 1
        func skip(_ marks: String) {
            while next < tokens.count, tokens[next].kind == .mark, marks.contains(tokens[next].text) { next += 1 }
        }
        if titles.contains(word.text), word.isCapitalized, !word.isAcronym {
            skip(".")
            return capitalized(tokens, next, most: 2)
        }
        guard ["patient", "patientin", "patienten"].contains(word.text) else { return [] }
        let isNamed = next < tokens.count && tokens[next].text == "name"
        if isNamed { next += 1 }
        let isColon = next < tokens.count && tokens[next].isMark(":")
        skip(":,")
        let words = capitalized(tokens, next, most: 3)
        // German writes every noun large, and headings are written so too: two names at least, or a colon before them.
        if isNamed || isColon { return words }
        let isEnglish =
            word.text == "patient" && words.count == 2
            && !tokens[index...].prefix(4).contains { Anatomy.table.match([$0], at: 0) != nil }
        let end = next + words.count
        let continues = end < tokens.count ? !tokens[end].isCapitalized : true
        return isEnglish && continues && words.allSatisfy({ !common.contains($0) }) ? words : []
    }

    private static let common: Set<String> = [
        "the", "motion", "positioning", "history", "information", "data", "status", "age", "sex", "care", "safety",
        "no",
        "ct", "mri", "mr", "us", "xr", "pet", "in", "on", "is", "was", "has", "with", "for", "chart", "record",
        "consent",
    ]

    private static func capitalized(_ tokens: [Token], _ start: Int, most: Int) -> [String] {
        var words: [String] = []
        var index = start
        while index < tokens.count, words.count < most, tokens[index].isWord, tokens[index].isCapitalized,
            tokens[index].text.utf8.count > 1, !colleagues.contains(tokens[index].text)
        {
            words.append(tokens[index].text)
            index += 1
        }
        return words
    }

    private static func words(of name: PersonName) -> Set<String> {
        let groups = [name.alphabetic, name.ideographic, name.phonetic].compactMap(\.self)
        let parts = groups.flatMap { [$0.family, $0.given, $0.middle, $0.prefix, $0.suffix] }
        return Set(parts.flatMap { ReportReader.tokens(of: $0).filter(\.isWord).map(\.text) })
    }

    // MARK: Sex

    private static let persons: [String: Sex] = [
        "male": .male, "man": .male, "boy": .male, "gentleman": .male, "female": .female, "woman": .female,
        "girl": .female,
        "lady": .female, "patientin": .female, "mannlich": .male, "mannliche": .male, "mannlicher": .male,
        "weiblich": .female, "weibliche": .female, "weiblicher": .female,
    ]
    private static let pronouns: [String: Sex] = [
        "he": .male, "his": .male, "him": .male, "she": .female, "her": .female, "hers": .female,
    ]

    private static func saysOtherSex(_ tokens: [Token], _ sex: Sex) -> Bool {
        guard sex != .other else { return false }
        let isOfFetus = tokens.contains { ["fetus", "fetal", "newborn", "baby", "donor", "twin"].contains($0.text) }
        if isOfFetus { return false }
        for (index, token) in tokens.enumerated() where token.isWord {
            if let said = pronouns[token.text], said != sex { return true }
            if titleSex[token.text].map({ $0 != sex }) == true, token.isCapitalized, !token.isAcronym,
                hasName(tokens, index)
            {
                return true
            }
            guard let said = persons[token.text], said != sex else { continue }
            let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
            // "Male pattern", "female urethra" are no persons.
            let before = tokens[max(0, index - 6)..<index]
            let isPerson =
                before.contains {
                    ["old", "year", "yo", "aged", "the", "this", "a", "an", "jahre", "elderly", "young", "adult"]
                        .contains($0.text)
                } || next == "patient" || index == 0
            if isPerson, !["pattern", "urethra", "type", "breast", "genital", "partner", "anatomy"].contains(next) {
                return true
            }
        }
        return false
    }

    private static let titleSex: [String: Sex] = [
        "mr": .male, "herr": .male, "herrn": .male, "mrs": .female, "ms": .female, "miss": .female, "frau": .female,
    ]

    private static func hasName(_ tokens: [Token], _ index: Int) -> Bool {
        tokens[(index + 1)...].prefix(2).contains { $0.isWord && $0.isCapitalized }
    }
}

/// Ages that a text gives the patient.
enum Ages {
    enum Unit: Hashable { case years, months, weeks, days }
    struct StatedAge: Hashable {
        var count: Int
        var unit: Unit
    }

    private static let units: [String: Unit] = [
        "year": .years, "years": .years, "yo": .years, "jahr": .years, "jahre": .years, "jahrig": .years,
        "jahriger": .years,
        "jahrige": .years, "jahrigen": .years, "jahriges": .years, "month": .months, "months": .months,
        "monate": .months,
        "week": .weeks, "weeks": .weeks, "wochen": .weeks, "day": .days, "days": .days, "tage": .days, "yr": .years,
        "y": .years,
        "yrs": .years, "jehrig": .years, "jehriger": .years, "jehrige": .years, "jehrigen": .years, "jehriges": .years,
    ]

    static func stated(in tokens: [Token]) -> [StatedAge] {
        tokens.indices.compactMap { index in
            guard tokens[index].kind == .number, tokens[index].value <= 130,
                tokens[index].value.rounded() == tokens[index].value
            else { return nil }
            return adjective(tokens, index) ?? afterWord(tokens, index)
        }
    }

    /// `62-year-old`, `62 years old`, `62 y/o`, `62-jähriger`, `62 Jahre alt`
    private static func adjective(_ tokens: [Token], _ index: Int) -> StatedAge? {
        var rest = tokens[(index + 1)...].prefix(8).filter { !$0.isMark("-") && !$0.isMark("/") }
        guard let first = rest.first, let unit = units[first.text] else { return nil }
        rest = Array(rest.dropFirst())
        let isGerman = first.text.hasPrefix("jehrig") || first.text.hasPrefix("jahrig")
        if !isGerman {
            let isWhole = first.text == "yo"
            guard isWhole || rest.first.map({ ["old", "o", "alt", "alter", "alte", "of"].contains($0.text) }) == true
            else { return nil }
            if rest.first?.text == "of", rest.dropFirst().first?.text != "age" { return nil }
            if !isWhole { rest = Array(rest.dropFirst()) }
        }
        if rest.prefix(3).contains(where: { things.contains($0.text) }) { return nil }
        return StatedAge(count: Int(tokens[index].value), unit: unit)
    }

    /// `aged 62`, `age: 62`, `Alter 62`
    private static func afterWord(_ tokens: [Token], _ index: Int) -> StatedAge? {
        guard index > 0 else { return nil }
        let before = tokens[index - 1].isMark(":") && index > 1 ? tokens[index - 2] : tokens[index - 1]
        guard ["aged", "age", "alter"].contains(before.text) else { return nil }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if let next,
            next.isMark("-") || next.isMark("+") || next.isMark("%") || ["to", "and", "or"].contains(next.text)
        {
            return nil
        }
        let named = next.flatMap { units[$0.text] }
        if tokens[..<index].contains(where: {
            ["gestational", "bone", "menstrual", "before", "over", "under", "from", "since", "at"].contains($0.text)
        }) {
            return nil
        }
        return StatedAge(count: Int(tokens[index].value), unit: named ?? .years)
    }

    /// What else may be some years old.
    private static let things: Set<String> = [
        "fracture", "infarct", "infarction", "scar", "injury", "prosthesis", "graft", "study", "examination", "implant",
        "trauma", "hardware", "stent", "surgery", "ct", "mri", "lesion", "film", "hematoma", "stroke", "fraktur",
        "narbe",
        "untersuchung", "infarkt", "images", "radiograph", "tear", "hemorrhage", "stroke", "pregnancy", "fetus",
    ]

    static func fits(_ stated: StatedAge, _ study: Study) -> Bool {
        guard let birth = study.patient.birthDate, let date = study.date, birth <= date else { return true }
        let days = Double(date.daysSince1970 - birth.daysSince1970)
        let (length, slack) =
            switch stated.unit {
            case .years: (365.2425, 1.0)
            case .months: (30.44, 1.0)
            case .weeks: (7.0, 2.0)
            case .days: (1.0, 3.0)
            }
        let age = days / length
        return Double(stated.count) > age - 1 - slack && Double(stated.count) <= age + slack
    }
}
