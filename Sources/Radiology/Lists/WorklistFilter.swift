/// What a reader typed to narrow the worklist: `mod:CT prio:stat age:<2h site:north -draft head`.
///
/// Terms are separated by spaces, and all must hold. A term without a key is looked for in all words of a study; `"two
/// words"` are one term; alternatives stand behind commas; `-` before a term turns it round.
public struct WorklistFilter: Hashable, Sendable {
    public enum Key: String, Hashable, Sendable, CaseIterable {
        case modality = "mod"
        case priority = "prio"
        case age, left, body, site, patient
        case study = "exam"
        case accession = "acc"
        case sex, status, date
        case subspecialty = "spec"
        case reader = "by"
    }

    /// What a number, a time or a day must be, against the bound.
    public enum Comparison: String, Hashable, Sendable {
        case less = "<"
        case more = ">"
        case equal = "="
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case unread, mine, taken, draft, unsent, prelim, signed, trouble, tell
    }

    public enum Test: Hashable, Sendable {
        /// Anywhere in the study's words.
        case word(String)
        /// Anywhere in the words of one column; each of them an alternative.
        case words(Key, [String])
        case modality([String])
        case priority([Priority])
        /// Seconds since it was received.
        case waiting(Comparison, seconds: Double)
        /// Seconds until its report is due; negative when it is late.
        case left(Comparison, seconds: Double)
        case patientAge(Comparison, years: Int)
        case sex([Sex])
        case status([Status])
        case date(Comparison, CalendarDate)
        case subspecialty([Subspecialty])
    }

    public struct Term: Hashable, Sendable {
        public var test: Test
        public var isNegated: Bool
    }

    public private(set) var terms: [Term] = []
    /// What could not be understood, in words for the reader. Such a term is not applied.
    public private(set) var problems: [String] = []

    public var isEmpty: Bool { terms.isEmpty }

    /// Whether what it finds changes as time passes.
    public var dependsOnTime: Bool {
        terms.contains {
            switch $0.test {
            case .waiting, .left: true
            default: false
            }
        }
    }

    /// - Parameter today: what `date:today` means.
    public init(_ text: String, today: CalendarDate) {
        for typed in FilterPiece.typed(in: text) { add(FilterPiece(typed), today) }
    }

    private mutating func add(_ piece: FilterPiece, _ today: CalendarDate) {
        let body = piece.body
        guard let (name, value) = body.keyAndValue, let key = Key(rawValue: name.lowercased()) else {
            let word = body.text
            if !word.isEmpty, word != "-" { terms.append(Term(test: .word(word), isNegated: piece.isNegated)) }
            return
        }
        let values = value.alternatives.filter { !$0.isEmpty }
        // Still being typed.
        guard !values.isEmpty, Comparison(rawValue: value.text) == nil else { return }
        if let test = WorklistFilter.test(key, value.text, values, today) {
            terms.append(Term(test: test, isNegated: piece.isNegated))
        } else {
            problems.append("\(key.rawValue): takes \(key.example)")
        }
    }

    private static func test(_ key: Key, _ value: String, _ values: [String], _ today: CalendarDate) -> Test? {
        switch key {
        case .modality: return .modality(values.map { $0.uppercased() })
        case .priority:
            return all(values) { text in Priority.allCases.first { $0.name.hasPrefix(text) } }
                .map(Test.priority)
        case .status:
            return all(values) { text in Status.allCases.first { $0.rawValue.hasPrefix(text) } }
                .map(Test.status)
        case .sex: return all(values) { Sex(rawValue: $0.uppercased()) }.map(Test.sex)
        case .subspecialty:
            return all(values) { text in Subspecialty.allCases.first { $0.rawValue.hasPrefix(text) } }
                .map(Test.subspecialty)
        case .age: return age(value)
        case .left:
            let (comparison, rest) = comparison(value, otherwise: .less)
            return seconds(rest).map { .left(comparison, seconds: $0) }
        case .date: return date(value, today)
        case .body, .site, .patient, .study, .accession, .reader: return .words(key, values)
        }
    }

    private static func all<Value>(_ texts: [String], _ read: (String) -> Value?) -> [Value]? {
        let values = texts.compactMap { read($0.lowercased()) }
        return values.count == texts.count && !values.isEmpty ? values : nil
    }

    /// `<2h` is the time it has waited, `>65y` the patient's age.
    private static func age(_ value: String) -> Test? {
        let (comparison, rest) = comparison(value, otherwise: .equal)
        if rest.last == "y" { return Int(rest.dropLast()).map { .patientAge(comparison, years: $0) } }
        return seconds(rest).map { .waiting(comparison == .equal ? .less : comparison, seconds: $0) }
    }

    private static func date(_ value: String, _ today: CalendarDate) -> Test? {
        let (comparison, rest) = comparison(value, otherwise: .equal)
        switch rest.lowercased() {
        case "today": return .date(comparison, today)
        case "yesterday": return .date(comparison, today.adding(days: -1))
        default: return CalendarDate(dicom: rest).map { .date(comparison, $0) }
        }
    }

    private static func comparison(_ value: String, otherwise: Comparison) -> (Comparison, String) {
        guard let first = value.first, let comparison = Comparison(rawValue: String(first)) else {
            return (otherwise, value)
        }
        return (comparison, String(value.dropFirst()))
    }

    /// `90m`, `2h`, `3d`, `-10m`; a bare number is minutes.
    private static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["m": 60, "h": 3600, "d": 86400]
        guard let last = text.last else { return nil }
        let number = units[last] == nil ? text : String(text.dropLast())
        guard let value = Double(number), value.isFinite else { return nil }
        return value * (units[last] ?? 60)
    }
}

extension WorklistFilter.Comparison {
    public func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
        switch self {
        case .less: value < bound
        case .more: value > bound
        case .equal: value == bound
        }
    }
}

extension WorklistFilter.Key {
    /// What may stand behind the colon.
    public var example: String {
        switch self {
        case .modality: "CT or CT,MR"
        case .priority: "stat, urgent or routine"
        case .age: "<2h for how long it waits, >65y for the patient"
        case .left: "<10m until it is due"
        case .body: "chest"
        case .site: "north"
        case .patient: "a name or a number"
        case .study: "a word of the examination"
        case .accession: "an accession number"
        case .sex: "F, M or O"
        case .status: WorklistFilter.Status.allCases.map(\.rawValue).joined(separator: ", ")
        case .date: "today, yesterday or >2026-11-01"
        case .subspecialty: Subspecialty.allCases.map(\.rawValue).joined(separator: ", ")
        case .reader: "the name of who reads it"
        }
    }

    /// Values that can be offered while it is typed, beside those the list holds.
    public var values: [String] {
        switch self {
        case .priority: Priority.allCases.map(\.name)
        case .status: WorklistFilter.Status.allCases.map(\.rawValue)
        case .subspecialty: Subspecialty.allCases.map(\.rawValue)
        case .sex: ["F", "M", "O"]
        case .age: ["<30m", "<2h", ">1d", ">65y", "<16y"]
        case .left: ["<0", "<10m", "<1h"]
        case .date: ["today", "yesterday"]
        case .modality, .body, .site, .patient, .study, .accession, .reader: []
        }
    }
}

extension Priority {
    public var name: String {
        switch self {
        case .stat: "stat"
        case .urgent: "urgent"
        case .routine: "routine"
        }
    }
}
