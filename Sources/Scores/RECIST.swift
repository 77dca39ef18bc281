extension Calculator {
    /// Response of solid tumours at one time point.
    static let recist = Calculator(
        id: "recist", title: "RECIST 1.1", shortTitle: "RECIST", version: "1.1",
        citation: "Eisenhauer EA et al. Eur J Cancer 2009;45:228–247",
        aliases: ["oncology follow-up", "tumour response"],
        inputs: [.number("targets", "Number of target lesions", unit: "", 0...5, decimals: 0)]
            + (1...5).flatMap(RECIST.lesionInputs)
            + [
                .number(
                    "nadir", "Smallest sum so far, the baseline included", unit: "mm", 0...5000,
                    when: RECIST.hasTargets),
                .choice("non-target", "Non-target lesions", RECIST.NonTarget.self),
                .choice("new", "New lesions", RECIST.NewLesions.self),
            ],
        rule: RECIST.rule)
}

enum RECIST {
    enum Site: String, ScoreChoice {
        case organ, node

        var label: String { self == .organ ? "Not a lymph node (longest diameter)" : "Lymph node (short axis)" }
        /// What is measurable at baseline on CT, in tenths of a millimetre.
        var leastAtBaseline: Int { self == .organ ? 100 : 150 }
    }

    enum Evaluation: String, ScoreChoice {
        case measured
        case tooSmall = "too-small"
        case gone
        case notEvaluated = "not-evaluated"

        var label: String {
            switch self {
            case .measured: "Measured"
            case .tooSmall: "Present, too small to measure (counts 5 mm)"
            case .gone: "Disappeared"
            case .notEvaluated: "Not evaluated"
            }
        }
    }

    enum NonTarget: String, ScoreChoice {
        case none
        case complete = "cr"
        case present = "non-cr-non-pd"
        case progressive = "pd"
        case notEvaluated = "not-evaluated"

        var label: String {
            switch self {
            case .none: "There are none"
            case .complete: "All gone, nodes below 10 mm, markers normal (CR)"
            case .present: "Some persist, no progression (non-CR/non-PD)"
            case .progressive: "Unequivocal progression (PD)"
            case .notEvaluated: "Not all evaluated"
            }
        }

        var word: String {
            switch self {
            case .none: "no non-target lesions"
            case .complete: "non-target CR"
            case .present: "non-target non-CR/non-PD"
            case .progressive: "non-target PD"
            case .notEvaluated: "non-target lesions not all evaluated"
            }
        }
    }

    enum NewLesions: String, ScoreChoice {
        case no, equivocal, yes

        var label: String {
            switch self {
            case .no: "No"
            case .equivocal: "Equivocal"
            case .yes: "Yes, unequivocal"
            }
        }

        var word: String {
            switch self {
            case .no: "no new lesions"
            case .equivocal: "equivocal new lesion"
            case .yes: "new lesions"
            }
        }
    }

    enum Response: String {
        case complete = "CR"
        case partial = "PR"
        case stable = "SD"
        case progressive = "PD"
        case neither = "non-CR/non-PD"
        case notEvaluable = "NE"

        var meaning: String {
            switch self {
            case .complete: "complete response"
            case .partial: "partial response"
            case .stable: "stable disease"
            case .progressive: "progressive disease"
            case .neither: "neither complete response nor progression"
            case .notEvaluable: "not evaluable"
            }
        }
    }

    struct Lesion {
        let site: Site
        let evaluation: Evaluation
        /// In tenths of a millimetre, so that sums and percentages are exact.
        let baseline: Int
        /// `nil`: not evaluated.
        let current: Int?

        /// A node below 10 mm is normal.
        var isDisease: Bool? { current.map { $0 >= (site == .node ? 100 : 1) } }
    }

    static let hasTargets: @Sendable (ScoreAnswers) -> Bool = { ($0.number("targets") ?? 0) >= 1 }

    static func lesionInputs(_ number: Int) -> [ScoreInput] {
        let isThere: @Sendable (ScoreAnswers) -> Bool = { ($0.number("targets") ?? 0) >= Double(number) }
        return [
            .choice("site-\(number)", "Target \(number)", Site.self, when: isThere),
            .number("baseline-\(number)", "Target \(number) at baseline", unit: "mm", 1...1000, when: isThere),
            .choice("evaluation-\(number)", "Target \(number) now", Evaluation.self, when: isThere),
            .number(
                "current-\(number)", "Target \(number) measures now", unit: "mm", 0.1...1000,
                when: { isThere($0) && $0.pick("evaluation-\(number)", Evaluation.self) == .measured }),
        ]
    }

    static let rule: @Sendable (ScoreAnswers) throws(ScoreStop) -> Score = { answers throws(ScoreStop) in
        let lesions = try lesions(answers)
        let sums = lesions.isEmpty ? nil : try Sums(lesions, nadir: try answers.required("nadir"))
        let target = sums.map { response(lesions, $0) }
        let nonTarget = try answers.required("non-target", NonTarget.self)
        let new = try answers.required("new", NewLesions.self)
        if target == nil, nonTarget == .none, new != .yes {
            throw .undefined("Without target and non-target lesions there is no response to assess.")
        }
        let overall = overall(target?.response, nonTarget, new)
        let because = [target.map { "target \($0.response.rawValue)" }, nonTarget.word, new.word].compactMap(\.self)
        let measured = [sums?.words].compactMap(\.self)
        return Score(
            overall.rawValue,
            row: because.joined(separator: ", ") + (target.map { " (\($0.row))" } ?? ""),
            finding: "Overall response \(overall.rawValue), \(overall.meaning): "
                + (because + measured).joined(separator: ", "),
            notes: notes(overall, new))
    }

    private static func lesions(_ answers: ScoreAnswers) throws(ScoreStop) -> [Lesion] {
        var lesions: [Lesion] = []
        let count = Int(try answers.required("targets"))
        for number in 0..<count { lesions.append(try lesion(number + 1, answers)) }
        return lesions
    }

    private static func lesion(_ number: Int, _ answers: ScoreAnswers) throws(ScoreStop) -> Lesion {
        let site = try answers.required("site-\(number)", Site.self)
        let baseline = Wording.tenths(try answers.required("baseline-\(number)"))
        guard baseline >= site.leastAtBaseline else {
            let least = Wording.number(tenths: site.leastAtBaseline)
            throw .invalid("baseline-\(number)", "At baseline such a target lesion measures \(least) mm or more.")
        }
        let evaluation = try answers.required("evaluation-\(number)", Evaluation.self)
        let current: Int? =
            switch evaluation {
            case .measured: Wording.tenths(try answers.required("current-\(number)"))
            case .tooSmall: 50
            case .gone: 0
            case .notEvaluated: nil
            }
        return Lesion(site: site, evaluation: evaluation, baseline: baseline, current: current)
    }

    /// Sums of diameters in tenths of a millimetre.
    struct Sums {
        let baseline: Int
        let nadir: Int
        let current: Int
        let isWhole: Bool

        init(_ lesions: [Lesion], nadir: Double) throws(ScoreStop) {
            baseline = lesions.reduce(0) { $0 + $1.baseline }
            current = lesions.reduce(0) { $0 + ($1.current ?? 0) }
            isWhole = lesions.allSatisfy { $0.current != nil }
            self.nadir = Wording.tenths(nadir)
            guard self.nadir <= baseline else {
                let sum = Wording.number(tenths: baseline)
                throw .invalid("nadir", "The smallest sum so far cannot exceed the baseline sum of \(sum) mm.")
            }
        }

        /// At least 30 % below baseline.
        var isPartial: Bool { current * 10 <= baseline * 7 }
        /// At least 20 % and at least 5 mm above the nadir.
        var isProgressive: Bool { current * 5 >= nadir * 6 && current - nadir >= 50 }

        var words: String {
            let now = isWhole ? "now \(Wording.number(tenths: current)) mm" : "now not fully evaluated"
            let smallest = "smallest \(Wording.number(tenths: nadir)) mm"
            return "sum of diameters \(Wording.number(tenths: baseline)) mm at baseline, \(smallest), \(now)"
        }
    }

    /// Nodes that have become normal count in the sum, and yet make a complete response.
    private static func response(_ lesions: [Lesion], _ sums: Sums) -> (response: Response, row: String) {
        if lesions.allSatisfy({ $0.isDisease == false }) { return (.complete, "targets gone, nodes below 10 mm") }
        if sums.nadir == 0, lesions.contains(where: { $0.isDisease == true }) {
            return (.progressive, "a target lesion has reappeared")
        }
        if sums.isProgressive { return (.progressive, "sum ≥ 20 % and ≥ 5 mm above the smallest") }
        if !sums.isWhole { return (.notEvaluable, "targets not all evaluated") }
        if sums.isPartial { return (.partial, "sum ≥ 30 % below baseline") }
        return (.stable, "neither PR nor PD")
    }

    /// Tables 1 and 2 of the paper.
    private static func overall(_ target: Response?, _ nonTarget: NonTarget, _ new: NewLesions) -> Response {
        if new == .yes || nonTarget == .progressive || target == .progressive { return .progressive }
        guard let target else {
            switch nonTarget {
            case .complete: return .complete
            case .present: return .neither
            case .none, .notEvaluated, .progressive: return .notEvaluable
            }
        }
        guard target == .complete else { return target }
        return nonTarget == .complete || nonTarget == .none ? .complete : .partial
    }

    private static func notes(_ overall: Response, _ new: NewLesions) -> [String] {
        guard new == .equivocal, overall != .progressive else { return [] }
        return ["If the new lesion is confirmed later, progression dates from this examination."]
    }
}
