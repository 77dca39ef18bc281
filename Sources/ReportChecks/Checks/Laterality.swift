internal import Radiology
internal import ReportTemplates
internal import Wording

/// Definite opposite sides of one thing: in findings and impression, or in order and report.
enum LateralityCheck {
    static func obstacles(_ reading: Reading, _ study: StudyDetail) -> [SigningObstacle] {
        findingsAndImpression(reading) + orderAndReport(reading, study)
    }

    // MARK: Findings and impression

    private struct Key: Hashable {
        var concept: Concept?
        var site: String
    }

    private struct Sided {
        var sides: Set<Side> = []
        var isVague = false
        var place: ReportPlace.Target?
    }

    private static func findingsAndImpression(_ reading: Reading) -> [SigningObstacle] {
        let body = sided(reading.lines(.findings))
        let impression = sided(reading.lines(.impression))
        var found: [SigningObstacle] = []
        for (key, said) in impression.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            guard let there = body[key], !there.isVague, said.sides.count == 1, let side = said.sides.first,
                let opposite = side.opposite, there.sides == [opposite]
            else { continue }
            let what = key.concept?.name ?? key.site
            found.append(
                SigningObstacle(
                    .alert,
                    "The impression says \(Wording(key: side.name)), the findings \(Wording(key: opposite.name)): \(Wording(key: what)).",
                    at: said.place)
            )
        }
        // One slip is said once, of the finding rather than of the part of the body.
        return found.isEmpty
            ? []
            : [
                found.first { obstacle in Concept.allCases.contains { obstacle.sentence.hasSuffix(": \($0.name).") } }
                    ?? found[0]
            ]
    }

    private static func sided(_ lines: [Reading.Line]) -> [Key: Sided] {
        var result: [Key: Sided] = [:]
        var examined: Side?
        var before: Reading.Line?
        for line in lines {
            defer { before = line }
            if let side = SideField.side(of: line.sentence) { examined = side }
            for (key, side, isSeveral) in keys(line, after: before) {
                if isSeveral, side == nil { result[key, default: Sided()].isVague = true }
                guard let side else { continue }
                var known = result[key] ?? Sided()
                known.sides.insert(side)
                known.place = known.place ?? line.sentence.place
                result[key] = known
            }
            if let examined, line.sentence.part == .findings { add(examined, line, &result) }
        }
        return result
    }

    /// What the examination's side field says goes for each unsided finding of a limb.
    private static func add(_ side: Side, _ line: Reading.Line, _ result: inout [Key: Sided]) {
        for mention in line.mentions where mention.stated == .affirmed && mention.side == nil {
            result[Key(concept: mention.concept, site: ""), default: Sided()].sides.insert(side)
        }
    }

    private static func keys(_ line: Reading.Line, after before: Reading.Line?) -> [(Key, Side?, Bool)] {
        var result: [(Key, Side?, Bool)] = []
        for mention in line.mentions
        where [.affirmed, .likely, .possible].contains(mention.stated) {
            let names = mention.sites.filter(\.isPaired).map(\.name)
            if names.isEmpty, vague.contains(mention.concept) || never.contains(mention.concept) { continue }
            let sites = general.contains(mention.concept) ? [""] : names.isEmpty ? [""] : names
            for site in sites {
                let side = mention.side ?? Self.side(ofAny: names, in: before)
                result.append(
                    (
                        Key(concept: mention.concept == .suspiciousLesion ? .mass : mention.concept, site: site), side,
                        mention.isOneOfSeveral
                    ))
            }
        }
        // A part of the body that is named with its side, whatever is found there.
        for segment in line.segments where !segment.isAmbiguous {
            for site in segment.sites where whole.contains(site.name) {
                result.append((Key(concept: nil, site: site.name), segment.side, false))
            }
        }
        return result
    }

    /// "Absent flow in the left ovary. Ovarian torsion." speaks of one ovary.
    private static func side(ofAny sites: [String], in line: Reading.Line?) -> Side? {
        let sides = (line?.segments ?? []).filter { segment in segment.sites.contains { sites.contains($0.name) } }
        let named = Set(sides.compactMap(\.side))
        return named.count == 1 ? named.first : nil
    }

    /// Named alone they are one thing, wherever they are said to be.
    private static let general: Set<Concept> = [
        .pneumothorax, .tensionPneumothorax, .hemothorax, .pleuralEffusion, .pulmonaryEmbolism, .hydronephrosis,
        .subduralHematoma, .epiduralHematoma, .intraparenchymalHemorrhage, .midlineShift, .vesselOcclusion, .torsion,
        .infarct, .consolidation, .pneumonia, .veinThrombosis, .hyperdenseVessel, .jointEffusion,
    ]
    /// Of these the part of the body must be named as well.
    private static let vague: Set<Concept> = [.degeneration, .effusion, .atelectasis, .emphysema, .cyst, .mass]
    private static let never: Set<Concept> = [.calcification, .stent, .enhancement]
    /// Examined one at a time.
    private static let whole: Set<String> = [
        "knee", "hip", "shoulder", "elbow", "wrist", "ankle", "foot", "hand", "femur", "humerus", "lower leg", "radius",
        "ulna", "clavicle", "forearm", "scapula",
    ]
}

/// A field that only says which side was examined.
enum SideField {
    private static let labels: Set<String> = ["side", "seite", "laterality", "untersuchte", "examined"]

    static func side(of sentence: Sentence) -> Side? {
        guard sentence.tokens.count <= 3, let label = sentence.context.last(where: \.isWord),
            labels.contains(label.text),
            sentence.context.filter(\.isWord).count == 1
        else { return nil }
        return Sides.only(in: sentence.tokens)
    }
}

extension LateralityCheck {
    // MARK: Order and report

    private static func orderAndReport(_ reading: Reading, _ detail: StudyDetail) -> [SigningObstacle] {
        guard let ordered = OrderedSide(detail), let opposite = ordered.side.opposite else { return [] }
        var found: [SigningObstacle] = []
        for (part, name) in [(Part.technique, "technique"), (.findings, "findings"), (.impression, "impression")] {
            let said = reading.lines(part).flatMap { line in ordered.sides(in: line).map { ($0, line.sentence.place) } }
            let sides = Set(said.map(\.0))
            guard sides == [opposite] else { continue }
            found.append(
                SigningObstacle(
                    .alert,
                    "The order is for the \(Wording(key: ordered.side.name)) side, the \(Wording(key: name)) says \(Wording(key: opposite.name)).",
                    at: said.first?.1))
        }
        return found.isEmpty ? [] : [found[0]]
    }

    /// The one side an order is for, and of what.
    private struct OrderedSide {
        var side: Side
        private var sites: Set<Site>
        private var limbs: Set<Site.Group>

        init?(_ detail: StudyDetail) {
            let study = detail.study
            let texts = [study.description, study.bodyPart] + study.order.requestedProcedures.map(\.description)
            let tokens = ReportReader.tokens(of: texts.compactMap(\.self).joined(separator: " , "))
            let said = Set(Self.sides(in: tokens))
            let coded = said.isEmpty ? Set(detail.series.compactMap { Sides.coded($0.laterality) }) : said
            guard coded.count == 1, let side = coded.first, side != .both else { return nil }
            self.side = side
            sites = Set(Anatomy.table.matches(in: tokens).map(\.value)).filter(\.isPaired)
            guard !sites.isEmpty else { return nil }
            limbs = Set(sites.map(\.group)).intersection([.arm, .leg])
        }

        /// In an order a single letter may be the side: `KNEE L`.
        private static func sides(in tokens: [Token]) -> [Side] {
            Sides.find(in: tokens).map(\.side)
                + tokens.compactMap { ["l": Side.left, "r": .right, "li": .left, "re": .right][$0.text] }
        }

        /// Sides the report says of what was ordered.
        func sides(in line: Reading.Line) -> [Side] {
            if let side = SideField.side(of: line.sentence) { return limbs.isEmpty ? [] : [side] }
            let label = Label(line.sentence.context)
            return line.segments.flatMap { segment -> [Side] in
                guard !segment.isAmbiguous else { return [] }
                let own = segment.sites.filter(matches)
                if let side = segment.side, !own.isEmpty { return [side] }
                if segment.side == nil, let side = label.side, label.sites.contains(where: matches) { return [side] }
                return []
            }
        }

        private func matches(_ site: Site) -> Bool {
            sites.contains(site) || site.isPaired && limbs.contains(site.group)
        }
    }
}
