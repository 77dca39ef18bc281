internal import Radiology
internal import ReportTemplates
internal import Wording

/// Comparisons with studies that are not known, and known studies nothing was compared with.
enum ComparisonCheck {
    static func obstacles(_ reading: Reading, _ context: CheckContext) -> [SigningObstacle] {
        // Without priors nothing is known of them.
        guard !context.priors.isEmpty else { return [] }
        return phantom(reading, context) + missing(reading, context)
    }

    // MARK: A comparison that does not exist

    private static func phantom(_ reading: Reading, _ context: CheckContext) -> [SigningObstacle] {
        let known =
            context.priors.compactMap(\.study.date) + [context.detail.study.date].compactMap(\.self)
            + context.priors.flatMap { $0.reports.compactMap(\.date) }
        guard context.priors.allSatisfy({ $0.study.date != nil }) else { return [] }
        for line in reading.lines where citesStudy(line.sentence) {
            let unknown = Dates.find(in: line.sentence.tokens).contains { cited in !known.contains { cited.isOf($0) } }
            if unknown {
                return [
                    SigningObstacle(
                        .alert, "The comparison of this date is not among the known studies.", at: line.sentence.place)
                ]
            }
        }
        return []
    }

    private static let comparing: Set<String> = [
        "compared", "comparison", "compare", "prior", "previous", "previously", "since", "interval", "vergleich",
        "voruntersuchung",
        "voruntersuchungen", "vergleichend", "verglichen", "seit", "gegenuber", "voraufnahme", "vorbefund", "vct",
        "unchanged", "stable", "earlier", "unverandert", "examination", "study",
    ]
    private static let elsewhere: Set<String> = [
        "surgery", "operation", "biopsy", "resection", "accident", "trauma", "communicated", "discussed", "called",
        "informed",
        "menstrual", "period", "delivery", "treatment", "chemotherapy", "radiotherapy", "born", "unfall", "mastectomy",
        "told", "report", "transplant", "implantation", "stent", "fall",
    ]

    private static func citesStudy(_ sentence: Sentence) -> Bool {
        switch sentence.part {
        case .comparison: true
        case .findings, .impression: sentence.says(comparing) && !sentence.says(elsewhere)
        case .history, .technique, .recommendation: false
        }
    }

    // MARK: A comparison that is not made

    private static func missing(_ reading: Reading, _ context: CheckContext) -> [SigningObstacle] {
        let section = reading.lines(.comparison)
        // A template without the section asks for no comparison.
        guard !section.isEmpty, section.allSatisfy({ saysNone($0.sentence) }) else { return [] }
        guard context.priors.contains(where: { Comparable.isComparable($0.study, context.detail.study) })
        else { return [] }
        return [
            SigningObstacle(
                .alert, "There is an earlier study to compare with, and none is cited.",
                at: section.first?.sentence.place)
        ]
    }

    private static func saysNone(_ sentence: Sentence) -> Bool {
        let words = sentence.words
        if !Dates.find(in: sentence.tokens).isEmpty { return false }
        guard let first = words.first else { return true }
        let none: Set<String> = [
            "none", "no", "nil", "keine", "kein", "nicht", "not", "without", "unavailable", "ohne",
        ]
        return none.contains(first)
            || words.count <= 8
                && words.contains { ["unavailable", "none", "keine", "not", "nicht", "no"].contains($0) }
    }

    private enum Comparable {
        /// The same modality, and the same part of the body as far as words tell.
        static func isComparable(_ prior: Study, _ study: Study) -> Bool {
            guard prior.uid != study.uid, let date = study.date, let earlier = prior.date, earlier <= date,
                !Set(kinds(prior)).isDisjoint(with: kinds(study))
            else { return false }
            let (own, other) = (regions(study), regions(prior))
            return !own.isDisjoint(with: other)
        }

        private static func kinds(_ study: Study) -> [String] {
            study.imageModalities.map { ["CR": "XR", "DX": "XR"][$0.rawValue] ?? $0.rawValue }
        }

        private static let generic: Set<String> = [
            "ct", "mr", "mri", "us", "xr", "pet", "with", "without", "contrast", "and", "iv", "w", "wo", "left",
            "right", "views",
            "view", "of", "the", "follow", "up", "low", "dose", "routine", "ap", "lateral", "pa", "limited", "complete",
            "mit",
            "ohne", "study", "screening", "cta", "mra", "angiography", "no", "description", "kontrastmittel", "im",
            "der", "des",
        ]

        /// Parts of the body by their words, or by the words of the title where none is known.
        private static func regions(_ study: Study) -> Set<String> {
            let texts = [study.bodyPart, study.description] + study.order.requestedProcedures.map(\.description)
            let tokens = ReportReader.tokens(of: texts.compactMap(\.self).joined(separator: " "))
            let words = tokens.filter { $0.isWord && $0.text.utf8.count > 2 && !generic.contains($0.text) }.map {
                synonyms[$0.text] ?? $0.text
            }
            return Set(words)
        }

        private static let synonyms: [String: String] = [
            "thorax": "chest", "lung": "chest", "brain": "head", "skull": "head", "cranium": "head", "kopf": "head",
            "schadel": "head", "abd": "abdomen", "knie": "knee", "breast": "breast", "mamma": "breast",
            "mammography": "breast",
            "lspine": "lumbar", "cspine": "cervical", "chestabdpelvis": "chest", "coronary": "heart",
            "cardiac": "heart",
        ]
    }
}
