import ReportTemplates
public import Scores
import Wording

/// The calculator dialog: which one, what was answered, and where the reader is.
public struct ScoreState: Hashable, Sendable {
    /// `nil` while the reader picks one.
    public var calculator: String?
    public var answers = ScoreAnswers()
    /// Index into the inputs that are shown, or into the calculators.
    public var selected = 0
    /// A number being typed.
    public var typed = ""

    public init(calculator: String?) { self.calculator = calculator }

    public var current: Calculator? { calculator.flatMap { Calculators.find($0) } }

    public var inputs: [ScoreInput] { current?.shownInputs(for: answers) ?? [] }

    public var result: ScoreResult? { current?.evaluate(answers) }

    mutating func move(by delta: Int) {
        keepNumber()
        let count = calculator == nil ? Calculators.all.count : inputs.count
        guard count > 0 else { return }
        selected = (selected + delta + count) % count
        typed = ""
    }

    mutating func type(_ text: String) {
        guard current != nil, inputs.indices.contains(selected) else { return pickCalculator(text) }
        let input = inputs[selected]
        switch input.kind {
        case .number:
            guard text.allSatisfy({ $0.isNumber || ".,-".contains($0) }) else { return }
            typed += text.replacing(",", with: ".")
            keepNumber()
        case .choice(let options):
            guard let option = ScoreState.option(text, options) else { return }
            answers[input.id] = .option(option.id)
            move(by: isLast ? 0 : 1)
        case .choices(let options):
            guard let option = ScoreState.option(text, options) else { return }
            toggle(option, of: input)
        }
    }

    private var isLast: Bool { selected >= inputs.count - 1 }

    /// By its number, counted from 1; beyond nine by letters.
    private static func option(_ text: String, _ options: [ScoreOption]) -> ScoreOption? {
        guard let key = text.lowercased().first, let index = ScoreState.keys.firstIndex(of: key),
            options.indices.contains(index)
        else { return nil }
        return options[index]
    }

    /// The keys of options in their order.
    public static let keys: [Character] = Array("123456789abcdefghijklmnopqrstuvwxyz")

    private mutating func toggle(_ option: ScoreOption, of input: ScoreInput) {
        var chosen = answers.options(input.id)
        if chosen.contains(option.id) {
            chosen.remove(option.id)
        } else if option.excludesOthers {
            chosen = [option.id]
        } else {
            chosen = chosen.filter { id in input.options.first { $0.id == id }?.excludesOthers != true }
            chosen.insert(option.id)
        }
        answers[input.id] = .options(chosen)
    }

    private mutating func pickCalculator(_ text: String) {
        guard let key = text.first, let index = ScoreState.keys.firstIndex(of: key),
            Calculators.all.indices.contains(index)
        else { return }
        choose(Calculators.all[index].id)
    }

    mutating func choose(_ id: String) {
        self = ScoreState(calculator: id)
    }

    mutating func erase() {
        guard inputs.indices.contains(selected) else { return }
        if case .number = inputs[selected].kind {
            typed = String((typed.isEmpty ? number(of: inputs[selected]) : typed).dropLast())
            if typed.isEmpty { answers[inputs[selected].id] = nil }
            keepNumber()
        } else {
            answers[inputs[selected].id] = nil
        }
    }

    /// A number as it was answered.
    public func number(of input: ScoreInput) -> String {
        guard let value = answers.number(input.id) else { return "" }
        return Int(exactly: value).map(String.init) ?? String(value)
    }

    private mutating func keepNumber() {
        guard inputs.indices.contains(selected), case .number = inputs[selected].kind, let value = Double(typed)
        else { return }
        answers[inputs[selected].id] = .number(value)
    }
}

extension WorkstationState {
    /// The calculator of the active field, or the list of all.
    mutating func openScore() {
        guard let editor else { return }
        let name = editor.draft.field?.score.flatMap { Calculators.find($0)?.id }
        overlay = .score(ScoreState(calculator: name))
    }

    mutating func handle(_ message: DialogMessage, score: ScoreState) -> [Effect] {
        var score = score
        switch message {
        case .moved(let delta): score.move(by: delta)
        case .typed(let text): score.type(text)
        case .erased: score.erase()
        case .cancelled:
            overlay = nil
            return []
        case .confirmed: return confirm(score)
        }
        overlay = .score(score)
        return []
    }

    /// Puts the score's sentences into the report; what is incomplete is said and nothing is inserted.
    private mutating func confirm(_ score: ScoreState) -> [Effect] {
        guard score.calculator != nil else {
            var next = score
            next.choose(Calculators.all[score.selected].id)
            overlay = .score(next)
            return []
        }
        guard let result = score.result else { return [] }
        guard let found = result.score else {
            system.say(Wording(verbatim: result.sentence), .warning)
            return []
        }
        overlay = nil
        editor?.draft.insertSentence(found.text)
        return []
    }
}

extension Draft {
    /// Puts whole sentences at the cursor, with a space where one is needed; a field made for a score is replaced.
    mutating func insertSentence(_ sentence: String) {
        if field?.score != nil {
            isSelected = true
            return insert(sentence, joins: false)
        }
        keepSelected()
        let before = text.prefix(cursor).last
        let needsSpace = before.map { !$0.isWhitespace } ?? false
        insert((needsSpace ? " " : "") + sentence, joins: false)
    }
}
