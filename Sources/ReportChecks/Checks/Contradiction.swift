internal import ReportTemplates
internal import Wording

/// A finding that one part of the report states and another denies.
enum ContradictionCheck {
    static func obstacles(_ reading: Reading) -> [SigningObstacle] {
        let body = reading.lines(.findings)
        let impression = reading.lines(.impression)
        var found = conflicts(stated: impression, denied: body) {
            SigningObstacle(.alert, "The impression states \(Wording(key: $0.name)), the findings deny it.", at: $1)
        }
        found += conflicts(stated: body, denied: impression) {
            SigningObstacle(.alert, "The impression denies \(Wording(key: $0.name)), the findings state it.", at: $1)
        }
        if found.isEmpty { found = normalImpression(body, impression) }
        return found
    }

    /// - Parameter stated: where a finding is affirmed and never denied; `denied`: the other way round.
    private static func conflicts(
        stated: [Reading.Line], denied: [Reading.Line],
        _ obstacle: (Concept, ReportPlace.Target?) -> SigningObstacle
    ) -> [SigningObstacle] {
        var seen: Set<Concept> = []
        var judged: Set<Mention> = []
        var found: [SigningObstacle] = []
        let denials = distinct(denied) { $0.stated == .negated }
        guard !denials.isEmpty else { return [] }
        let affirmedThere = distinct(denied) { $0.stated == .affirmed || $0.stated == .likely }.map(\.0)
        let deniedHere = Set(distinct(stated) { $0.stated == .negated }.map(\.0.concept))
        for line in stated {
            for mention in line.mentions where mention.stated == .affirmed && !seen.contains(mention.concept) {
                guard judged.insert(mention.anywhere).inserted else { continue }
                let isQualified =
                    deniedHere.contains(mention.concept) || affirmedThere.contains { isAbout($0, mention) }
                guard !isQualified, let (_, other) = denials.first(where: { contradicts($0.0, mention) }) else {
                    continue
                }
                seen.insert(mention.concept)
                let isImpression = line.sentence.part == .impression
                found.append(obstacle(mention.concept, isImpression ? line.sentence.place : other.sentence.place))
            }
        }
        return found
    }

    /// The findings of a long report are judged once each, wherever and however often they stand.
    private static func distinct(
        _ lines: [Reading.Line], where isWanted: (Mention) -> Bool
    ) -> [(Mention, Reading.Line)] {
        var seen: Set<Mention> = []
        return lines.flatMap { line in
            line.mentions.filter { isWanted($0) && seen.insert($0.anywhere).inserted }.map { ($0, line) }
        }
    }

    /// Whether an affirmation elsewhere is, or may be, of the same thing.
    private static func isAbout(_ other: Mention, _ mention: Mention) -> Bool {
        other.concept.isSame(orNarrowerThan: mention.concept) || mention.concept.isSame(orNarrowerThan: other.concept)
    }

    static func contradicts(_ denial: Mention, _ mention: Mention) -> Bool {
        guard mention.concept.isSame(orNarrowerThan: denial.concept), !ignored.contains(mention.concept) else {
            return false
        }
        var narrowing = denial.deniedOnly
        // What comes suddenly is acute unless it is called otherwise.
        if mention.concept.weight == .acute, mention.isNew { narrowing.remove("acute") }
        if mention.concept == .infarct || mention.concept == .fracture, mention.isNew {
            narrowing.remove("territorial")
        }
        // A nodule of the impression that the findings do not describe is at odds with "no suspicious nodule".
        if mention.isNew, mention.qualifiers.isDisjoint(with: ["small", "calcified"]) {
            narrowing.subtract(["suspicious", "enlarged", "significant"])
        }
        guard narrowing.isSubset(of: mention.qualifiers) else { return false }
        if !mention.isNew, denial.deniedOnly.contains("acute") { return false }
        if let side = denial.side, let other = mention.side, side != .both, other != .both, side != other {
            return false
        }
        return sitesMeet(denial, mention)
    }

    private static func sitesMeet(_ denial: Mention, _ mention: Mention) -> Bool {
        if needsSite.contains(mention.concept) {
            // A denial for one part of the body says nothing of another; one without a part is for all of them.
            if denial.sites.isEmpty { return true }
            return mention.sites.contains { site in denial.sites.contains { site.isPart(of: $0) } }
        }
        return denial.sites.isEmpty || mention.sites.isEmpty || !denial.sites.isDisjoint(with: mention.sites)
            || !Set(denial.sites.map(\.group)).isDisjoint(with: mention.sites.map(\.group))
    }

    /// Said of many things at once; too vague to contradict each other.
    private static let ignored: Set<Concept> = [
        .mass, .suspiciousLesion, .calcification, .degeneration, .stent, .cyst, .effusion, .hernia, .enhancement,
    ]
    private static let needsSite: Set<Concept> = [
        .fracture, .tear, .stenosis, .dislocation, .thrombus, .dissection, .aneurysm, .hematoma, .laceration, .infarct,
        .contusion, .metastasis, .abscess, .lymphadenopathy, .perforation, .nodule, .hemorrhage, .herniatedDisc,
        .calculus, .torsion, .osteomyelitis, .misplacedTube, .vesselOcclusion,
    ]
}

extension ContradictionCheck {
    /// "No acute abnormality" beneath findings that are.
    private static func normalImpression(_ body: [Reading.Line], _ impression: [Reading.Line]) -> [SigningObstacle] {
        guard !impression.isEmpty else { return [] }
        let states = impression.contains {
            $0.mentions.contains { [.affirmed, .likely, .possible].contains($0.stated) }
        }
        guard !states, let normal = impression.lazy.compactMap(Normality.init).max() else { return [] }
        let isUntouched = impression.allSatisfy(\.sentence.isUntouched)
        let least: Concept.Weight = normal == .everything ? .significant : .acute
        let mentions = body.flatMap { line in line.mentions.filter { $0.stated == .affirmed && isPathology($0) } }
        let isWrong = mentions.contains { mention in
            let weight = mention.concept.weight
            return weight >= least && (mention.isNew || normal == .everything)
        }
        guard isWrong else { return [] }
        let what: Wording =
            isUntouched
            ? "The impression still holds the template's normal text" : "The impression says that nothing is wrong"
        return [SigningObstacle(.alert, what + ", the findings do not.", at: impression.first?.sentence.place)]
    }

    private static func isPathology(_ mention: Mention) -> Bool {
        mention.concept != .misplacedTube || mention.isNew
    }

    /// How much an impression says to be normal.
    private enum Normality: Int, Comparable {
        case nothingAcute, everything

        static func < (left: Normality, right: Normality) -> Bool { left.rawValue < right.rawValue }

        init?(_ line: Reading.Line) {
            let said = line.sentence.words
            guard !line.mentions.contains(where: { $0.stated == .affirmed }) else { return nil }
            if Self.acute.occurs(in: line.sentence.tokens) {
                self = .nothingAcute
            } else if let first = said.first,
                Self.openings.contains(first) || Self.whole.occurs(in: line.sentence.tokens)
            {
                guard !said.contains("otherwise"), !said.contains("except"), !said.contains("variant") else {
                    return nil
                }
                self = .everything
            } else {
                return nil
            }
        }

        private static let openings: Set<String> = [
            "normal", "normale", "normaler", "normales", "unremarkable", "unauffallige", "unauffalliger",
            "unauffalliges", "regelrechter", "regelrechte",
        ]
        private static let whole = Phrases<Bool>([
            (
                "no abnormality|no abnormalities|no significant abnormality|no pathological finding*|no abnormal finding*|study is normal|examination is normal|within normal limits|kein pathologischer befund|keine pathologie|unauffalliger befund|regelrechter befund|normalbefund|ohne pathologischen befund|no significant finding*|negative examination|negative study",
                true
            )
        ])
        private static let acute = Phrases<Bool>([
            (
                "no acute|no evidence of acute|no evidence of an acute|without acute|kein akuter|keine akute|keine akuten|kein akutes|no traumatic injury|keine verletzung|keine traumafolgen|no acute disease|no active disease|kein hinweis auf akute|keinen akuten|no emergent",
                true
            )
        ])
    }
}
