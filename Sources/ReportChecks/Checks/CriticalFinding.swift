internal import Radiology
internal import ReportTemplates
internal import Wording

/// A finding somebody must hear of at once, stated as new, and nothing says that anybody was told.
enum CriticalFindingCheck {
    static func obstacles(_ reading: Reading, _ context: CheckContext) -> [SigningObstacle] {
        let marked = context.actionable.map {
            Reading.line(Sentence(tokens: ReportReader.tokens(of: $0.text), part: .findings))
        }
        let isHead = Self.isHead(context.detail.study, reading)
        var found: [Concept: ReportPlace.Target?] = [:]
        var order: [Concept] = []
        for line in reading.lines where line.sentence.part.isStatement {
            for mention in line.mentions {
                guard let concept = critical(mention, in: line, isHead), found[concept] == nil else { continue }
                guard !isMarked(concept, by: marked) else { continue }
                found[concept] = line.sentence.place
                order.append(concept)
            }
        }
        guard !order.isEmpty, !reading.lines.contains(where: Communication.isDocumented) else { return [] }
        let withoutBroader = order.filter { concept in !order.contains { $0 != concept && $0.broader.contains(concept) }
        }
        return withoutBroader.map {
            SigningObstacle(
                .alert, "Critical finding not marked, and nobody told: \(Wording(key: $0.name)).", at: found[$0] ?? nil)
        }
    }

    /// A mark without words we know covers everything.
    private static func isMarked(_ concept: Concept, by marks: [Reading.Line]) -> Bool {
        marks.contains { mark in
            mark.mentions.isEmpty
                || mark.mentions.contains {
                    $0.concept.isSame(orNarrowerThan: concept) || concept.isSame(orNarrowerThan: $0.concept)
                }
        }
    }

    private static func isHead(_ study: Study, _ reading: Reading) -> Bool {
        let texts = [study.description, study.bodyPart] + study.order.requestedProcedures.map(\.description)
        let words = ReportReader.tokens(of: texts.compactMap(\.self).joined(separator: " "))
        return words.contains {
            [
                "head", "brain", "skull", "cranium", "kopf", "schadel", "neurocranium", "cct", "hirn", "neuro",
                "stroke", "cerebral",
            ].contains($0.text)
        }
    }

    private static let always: Set<Concept> = [
        .pneumothorax, .tensionPneumothorax, .tamponade, .pulmonaryEmbolism, .rupturedAneurysm, .aorticInjury, .freeAir,
        .bowelIschemia, .pneumatosis, .volvulus, .intracranialHemorrhage, .subduralHematoma, .epiduralHematoma,
        .subarachnoidHemorrhage, .intraparenchymalHemorrhage, .intraventricularHemorrhage, .activeBleeding,
        .vesselOcclusion, .midlineShift, .brainHerniation, .cordCompression, .caudaCompression, .facetDislocation,
        .ectopicPregnancy, .torsion, .fasciitis, .misplacedTube,
    ]

    /// The finding to be told of, if this mention is one that is stated, new, and in a place where it is critical.
    private static func critical(_ mention: Mention, in line: Reading.Line, _ isHead: Bool) -> Concept? {
        guard [.affirmed, .likely].contains(mention.stated), isNew(mention, line) else { return nil }
        if always.contains(mention.concept) { return mention.concept }
        let tokens = line.sentence.tokens
        let groups = Set(mention.sites.map(\.group))
        switch mention.concept {
        case .hemorrhage:
            let isBrain = mention.sites.isEmpty ? isHead : groups.contains(.head)
            return isBrain ? .intracranialHemorrhage : nil
        case .infarct:
            let isBrain = mention.sites.isEmpty || groups == [.head]
            return isBrain && mention.qualifiers.contains("acute") ? .infarct : nil
        case .dissection:
            return mention.sites.isEmpty
                || mention.sites.contains { ["aorta", "carotid", "vertebral artery"].contains($0.name) }
                ? .dissection : nil
        case .perforation: return mention.sites.isEmpty || groups.contains(.abdomen) ? .perforation : nil
        case .fracture:
            let isCervical = mention.sites.contains { $0.name == "cervical spine" }
            let isUnstable =
                mention.qualifiers.contains("unstable")
                || line.sentence.says(["burst", "hangman", "jefferson", "odontoid", "dens"])
            return isCervical && (isUnstable || isLabelled(line)) ? .fracture : nil
        case .thrombus where tokens.contains { $0.text == "basilar" }: return .vesselOcclusion
        default: return nil
        }
    }

    /// A pick list knows no "unstable": its fracture of the cervical spine stands for one until it is described.
    private static func isLabelled(_ line: Reading.Line) -> Bool { !line.sentence.context.filter(\.isWord).isEmpty }

    private static func isNew(_ mention: Mention, _ line: Reading.Line) -> Bool {
        mention.isNew && !line.sentence.says(old)
    }

    private static let old: Set<String> = [
        "unchanged", "stable", "chronic", "known", "resolving", "improving", "improved", "decreased", "decreasing",
        "residual",
        "smaller", "persistent", "again", "unverandert", "chronisch", "chronische", "chronischer", "chronisches",
        "bekannt",
        "bekannte", "bekannter", "bekanntes", "regredient", "regrediente", "rucklaufig", "remote", "old", "previously",
        "vorbekannt", "vorbekannte", "vorbekannter", "redemonstrated", "redemonstration", "konstant", "alte", "alter",
        "altes", "evolving", "expected", "unchange",
        "postoperative", "postoperatively", "postoperativ", "reexpansion",
    ]
}

/// Whether somebody was told, and not only shall be.
enum Communication {
    private static let verbs = Phrases<Bool>([
        (
            "communicated|discussed|notified|informed|called|telephoned|phoned|conveyed|relayed|reported to|spoke|spoken|told|verbally reported|read back|made aware|alerted|paged and|mitgeteilt|ubermittelt|informiert|besprochen|telefonisch|durchgegeben|verstandigt|benachrichtigt|reported by telephone|reported by phone|reported verbally|telephone call|phone call|results given to|handed over",
            true
        )
    ])
    /// Who, or how: "findings were discussed above" tells nobody.
    private static let recipients: Set<String> = [
        "to", "with", "dr", "prof", "physician", "doctor", "nurse", "team", "ward", "registrar", "resident", "surgeon",
        "referrer", "clinician", "consultant", "emergency", "ed", "er", "department", "by", "arzt", "arztin", "station",
        "oberarzt", "kollege", "kollegin", "kollegen", "notaufnahme", "dem", "der", "mit", "an", "at", "um",
        "telephone", "phone", "staff",
        "rn", "midwife", "stationsarzt", "dienstarzt", "diensthabenden", "zuweiser", "icu", "intensivstation",
        "acknowledged", "provider", "chirurgie",
    ]
    private static let notYet: Set<String> = [
        "not", "will", "be", "should", "pending", "unable", "attempted", "attempt", "attempts", "could", "nobody",
        "please",
        "never", "must", "unsuccessful", "unsuccessfully", "without", "needs", "need", "awaiting", "nicht", "wird",
        "soll", "sollte", "werden",
        "muss", "niemand", "konnte", "bitte", "versucht", "versuch", "failed", "yet", "noch", "ausstehend", "shall",
        "going", "recommend", "recommended", "unreachable", "voicemail",
        "if", "cannot", "kann", "no",
    ]

    static func isDocumented(_ line: Reading.Line) -> Bool {
        guard line.sentence.part != .history else { return false }
        let tokens = line.sentence.tokens
        if isLabelledAsTold(line.sentence) { return true }
        for match in verbs.matches(in: tokens) {
            let clause = tokens[(clauseStart(tokens, match.range.lowerBound))..<match.range.lowerBound]
            let after = tokens[match.range.upperBound...].prefix(14)
            let isDenied =
                clause.contains { notYet.contains($0.text) }
                || after.prefix(3).contains { ["not", "nicht", "yet"].contains($0.text) }
                || line.sentence.says(["unable", "unsuccessful", "nobody", "unreachable", "pending", "voicemail"])
            let isNotRead = clause.contains { $0.text == "not" } && match.range.count == 2
            if isDenied && !isNotRead { continue }
            if after.contains(where: { recipients.contains($0.text) })
                || clause.contains(where: { recipients.contains($0.text) })
            {
                return true
            }
        }
        return false
    }

    /// A comma does not part "Dr X, at 14:20, was informed"; a new statement does.
    private static func clauseStart(_ tokens: [Token], _ index: Int) -> Int {
        let from = max(0, index - 14)
        return tokens[from..<index].lastIndex {
            $0.isMark("(") || $0.text == "but" || $0.text == "aber" || $0.text == "and" || $0.text == "und"
        }.map { $0 + 1 } ?? from
    }

    private static func isLabelledAsTold(_ sentence: Sentence) -> Bool {
        guard let first = sentence.context.first(where: \.isWord) else { return false }
        let told =
            ["communicated", "informed", "notified", "told", "informiert"].contains(first.text)
            && sentence.context.contains { ["to", "an"].contains($0.text) }
        return told && !sentence.says(notYet) && !sentence.says(["none", "keine", "niemand", "pending"])
    }
}
