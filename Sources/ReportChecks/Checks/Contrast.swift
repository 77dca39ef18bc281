internal import Radiology
internal import ReportTemplates
internal import Wording

/// Contrast as the technique says, as headers and order say, and as the findings take for granted.
enum ContrastCheck {
    static func obstacles(_ reading: Reading, _ detail: StudyDetail) -> [SigningObstacle] {
        let technique = reading.lines(.technique)
        let said = technique.compactMap { line in ContrastWords.said(line.sentence).map { ($0, line.sentence.place) } }
        let stated = ContrastWords.joined(said.map(\.0))
        let given = agent(detail)
        let ordered = order(detail)
        var found: [SigningObstacle] = []
        func add(_ wording: Wording) { found.append(SigningObstacle(.alert, wording, at: said.first?.1)) }
        switch (stated, given, ordered) {
        case (.without, true, _): add("The technique says without contrast, the headers name a contrast agent.")
        case (.with, false, _), (.both, false, _):
            add("The technique says with contrast, the headers say that none was given.")
        case (.without, nil, .with): add("The technique says without contrast, the order is with contrast.")
        case (.with, nil, .without): add("The technique says with contrast, the order is without contrast.")
        case (.both, nil, .without): add("The technique says with contrast, the order is without contrast.")
        default: break
        }
        let isNative = stated == .without || stated == nil && (given == false || given == nil && ordered == .without)
        if isNative, given != true, let line = reading.lines.first(where: statesEnhancement) {
            found.append(
                SigningObstacle(.alert, "Enhancement is stated in a study without contrast.", at: line.sentence.place))
        }
        return found
    }

    /// Whether headers name an intravenous agent; `nil` where they say nothing of it.
    private static func agent(_ detail: StudyDetail) -> Bool? {
        guard let text = detail.contrastAgent else { return nil }
        let words = Set(ReportReader.tokens(of: text).map(\.text))
        if words.isEmpty { return nil }
        if !words.isDisjoint(with: ["oral", "rectal", "water", "barium"]) { return words.contains("iv") ? true : nil }
        return words.isDisjoint(with: ["none", "no", "without", "ohne", "keine", "kein", "nein"])
    }

    private static func order(_ detail: StudyDetail) -> ContrastWords.Statement? {
        let study = detail.study
        let texts =
            study.order.requestedProcedures.flatMap { [$0.description, $0.code?.meaning] } + [study.description]
        return ContrastWords.joined(
            texts.compactMap(\.self).compactMap { ContrastWords.inTitle(ReportReader.tokens(of: $0)) })
    }

    private static func statesEnhancement(_ line: Reading.Line) -> Bool {
        guard line.sentence.part.isStatement else { return false }
        let tokens = line.sentence.tokens
        let isElsewhere = line.sentence.says([
            "previous", "previously", "prior", "recommend", "recommended", "consider", "assessed", "without", "advised",
            "would", "should", "contrast", "limited", "cannot", "evaluate", "evaluation", "further", "acoustic",
            "posterior",
            "performed", "empfohlen", "beurteilbar", "ohne", "noncontrast", "nativ", "unenhanced", "assess", "suggest",
        ])
        if isElsewhere { return false }
        if line.mentions.contains(where: { $0.concept == .enhancement && [.affirmed, .likely].contains($0.stated) }) {
            // "Enhancement: Not assessed" names it only in the label.
            return !tokens.isEmpty
        }
        // "No abnormal enhancement" takes contrast for granted as well.
        return line.mentions.contains { $0.concept == .enhancement && $0.stated == .negated }
            && line.sentence.says(["abnormal", "pathological", "pathologische", "pathologic", "suspicious", "late"])
    }
}

/// What words say of intravenous contrast.
enum ContrastWords {
    enum Statement: Hashable { case with, without, both }

    static func joined(_ all: [Statement]) -> Statement? {
        let set = Set(all)
        if set.contains(.both) || set.count > 1 { return .both }
        return set.first
    }

    private static let native = Phrases<Bool>([
        (
            "without contrast|without intravenous contrast|without iv contrast|without i v contrast|non contrast|noncontrast|unenhanced|non enhanced|nonenhanced|no contrast|no intravenous contrast|no iv contrast|without the administration of contrast|without administration of contrast|without the use of contrast|without the use of intravenous contrast|without use of contrast|ohne kontrastmittel|ohne kontrastmittelgabe|ohne km|nativ|native|native ct|natives|nativuntersuchung|kein kontrastmittel|ohne intravenoses kontrastmittel|wo contrast|w o contrast|without any contrast|without gadolinium|contrast was not given|contrast was not administered|no contrast medium|no contrast agent|no contrast material|without contrast medium|without the administration of intravenous contrast|without intravenous contrast medium|precontrast|pre contrast|keine kontrastmittelgabe|contrast was withheld|no gadolinium|without i v|without iv|no intravenous contrast medium|without intravenous gadolinium",
            true
        )
    ])
    private static let enhanced = Phrases<Bool>([
        (
            "with contrast|with intravenous contrast|with iv contrast|contrast enhanced|contrastenhanced|after contrast|post contrast|postcontrast|after administration of|following administration of|following the administration of|after the administration of|after intravenous|following intravenous|intravenous contrast was|contrast was administered|contrast was given|iv contrast|mit kontrastmittel|nach kontrastmittel*|kontrastmittelgestutzt*|kontrastverstarkt*|mit km|nach km|kontrastmittelgabe|nach intravenoser|angiography|cta|mra|gadolinium|gadobutrol|gadoterate|gadoterat|iohexol|iomeprol|iopamidol|iodixanol|iopromide|iopromid|gadoxetate|gadoxetat|gadopiclenol|iobitridol|dynamic contrast|w contrast|nach intravenoser gabe|arterial phase|portal venous phase|portalvenose phase|portalvenos|late gadolinium|omnipaque|ultravist|imeron|visipaque|isovue|intravenous contrast|wo and w contrast|w wo contrast",
            true
        )
    ])
    private static let twice = Phrases<Bool>([
        (
            "with and without|without and with|wo and w|w wo|before and after|pre and post|mit und ohne|nativ und nach|vor und nach|native and contrast|with without|wo w",
            true
        )
    ])

    /// Of a technique. Oral contrast is not meant.
    static func said(_ sentence: Sentence) -> Statement? {
        let tokens = withoutOral(sentence.tokens)
        if let first = sentence.context.last(where: \.isWord), first.text == "agent" || first.text == "kontrastmittel" {
            let isNone =
                tokens.first.map {
                    ["none", "no", "keine", "keines", "kein", "not", "without", "ohne"].contains($0.text)
                } ?? false
            return isNone ? .without : .with
        }
        return statement(tokens)
    }

    private static func statement(_ tokens: [Token]) -> Statement? {
        if twice.occurs(in: tokens) { return .both }
        let isNative = native.matches(in: tokens)
        let hidden = Set(isNative.flatMap(\.range))
        let isEnhanced = enhanced.matches(in: tokens).contains { hidden.isDisjoint(with: $0.range) }
        let scopes = isEnhanced ? CueScopes(tokens) : nil
        let isDenied = enhanced.matches(in: tokens).allSatisfy { scopes?.stated($0.range) == .negated }
        switch (!isNative.isEmpty, isEnhanced && !isDenied) {
        case (true, true): return .both
        case (true, false): return .without
        case (false, true): return .with
        case (false, false): return isEnhanced ? .without : nil
        }
    }

    private static func withoutOral(_ tokens: [Token]) -> [Token] {
        let isOral = tokens.contains {
            ["oral", "orally", "rectal", "orale", "oraler", "orales", "enteric"].contains($0.text)
        }
        guard isOral else { return tokens }
        let isIntravenous = tokens.contains { ["intravenous", "iv", "intravenoser"].contains($0.text) }
        return isIntravenous ? tokens : []
    }

    /// Of an order's or a study's title, where "angiography" is no promise and `W` and `WO` are words.
    static func inTitle(_ tokens: [Token]) -> Statement? {
        if twice.occurs(in: tokens) { return .both }
        let words = tokens.filter(\.isWord).map(\.text)
        let isNative = native.occurs(in: tokens) || words.contains("wo")
        let isEnhanced = titled.occurs(in: tokens)
        if isNative { return isEnhanced && !native.occurs(in: tokens) ? .both : .without }
        return isEnhanced ? .with : nil
    }

    private static let titled = Phrases<Bool>([
        (
            "with contrast|with iv contrast|with intravenous contrast|contrast enhanced|w contrast|mit kontrastmittel|mit km|post contrast",
            true
        )
    ])
}
