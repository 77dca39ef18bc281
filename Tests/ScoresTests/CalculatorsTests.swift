import Scores
import Testing

@Suite struct CalculatorsTests {
    @Test func everyCalculatorIsThereOnce() {
        #expect(
            Calculators.all.map(\.id) == [
                "ti-rads", "fleischner", "lung-rads", "li-rads", "bi-rads", "pi-rads", "bosniak", "recist", "nascet",
                "aspects", "cad-rads",
            ])
    }

    @Test(arguments: Calculators.all.map(\.id)) func aCalculatorIsSound(id: String) throws {
        let calculator = try #require(Calculators.find(id))
        #expect(!calculator.title.isEmpty && !calculator.shortTitle.isEmpty && !calculator.version.isEmpty)
        #expect(calculator.citation.contains(/\d{4}/))
        #expect(Set(calculator.inputs.map(\.id)).count == calculator.inputs.count)
        for input in calculator.inputs {
            #expect(!input.label.isEmpty)
            #expect(Set(input.options.map(\.id)).count == input.options.count)
            #expect(Set(input.options.map(\.label)).count == input.options.count)
            #expect(input.options.allSatisfy { !$0.id.isEmpty && !$0.label.isEmpty })
            if case .number = input.kind { #expect(input.options.isEmpty) } else { #expect(input.options.count > 1) }
        }
        guard case .incomplete = calculator.evaluate(ScoreAnswers()) else {
            Issue.record("\(id) says something of nothing")
            return
        }
    }

    @Test(arguments: [
        ("ti-rads", "ti-rads"), (".tirads", "ti-rads"), ("TI-RADS", "ti-rads"), ("ACR TI-RADS 2017", "ti-rads"),
        ("lungrads", "lung-rads"), ("Lung Screening", "lung-rads"), ("cadrads", "cad-rads"), ("hcc", "li-rads"),
        ("recist 1.1", "recist"), ("ASPECTS", "aspects"),
    ])
    func namesAreFound(name: String, id: String) {
        #expect(Calculators.find(name)?.id == id)
    }

    @Test(arguments: ["", ".", "rads", "unknown"]) func otherNamesAreNot(name: String) {
        #expect(Calculators.find(name) == nil)
    }

    @Test func noNameIsAmbiguous() {
        let names = Calculators.all.flatMap { calculator in
            Set(([calculator.id, calculator.shortTitle, calculator.title] + calculator.aliases).map(folded))
        }
        #expect(Set(names).count == names.count)
    }

    private func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    @Test func answersOfTheWrongKindAreSaid() throws {
        let good: Replies = [
            "composition": "solid", "echogenicity": "hypoechoic", "shape": "wider", "margin": "smooth",
            "foci": ["none"], "size": 12,
        ]
        let bad: [(String, Reply)] = [
            ("composition", 3), ("composition", ["solid"]), ("composition", "jelly"), ("foci", "none"),
            ("foci", ["none", "rim"]), ("foci", ["sand"]), ("size", "big"), ("size", 0), ("size", -4), ("size", 1000),
            ("size", .number(.nan)), ("size", .number(.infinity)), ("size", .number(-.infinity)), ("size", 12.34),
            ("size", .number(.greatestFiniteMagnitude)), ("size", .number(.leastNonzeroMagnitude)), ("colour", "red"),
        ]
        for (id, reply) in bad {
            let found = try outcome("ti-rads", good.with(id, reply))
            #expect(found == "invalid: \(id)", "\(id) \(reply)")
        }
    }

    @Test func anEmptySelectionIsNoAnswer() throws {
        var given = answers(["foci": ["rim"]])
        #expect(!given.isEmpty)
        given["foci"] = .options([])
        #expect(given == ScoreAnswers())
        #expect(answers(["foci": []]).isEmpty)
    }

    @Test func anAnswerThatIsNotAskedAnyMoreDoesNotCount() throws {
        let stale: Replies = ["composition": "spongiform", "size": 12, "margin": "extrathyroidal", "foci": ["jelly"]]
        #expect(try outcome("ti-rads", stale) == "TR1")
    }
}

/// Whatever is answered, there is a result, and its words are whole.
@Suite struct AnyAnswersTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private static let oddNumbers: [Double] = [
        .nan, .infinity, -.infinity, -1, 0, -0.0, 1e300, -1e300, 0.05, .pi, .ulpOfOne, Double(Int.max),
    ]

    private func reply(to input: ScoreInput, _ dice: inout Dice) -> ScoreAnswer? {
        let oddity = dice.roll(60)
        if oddity == 0 { return nil }
        if oddity == 1 { return .option("unheard-of") }
        if oddity == 2 { return .number(Self.oddNumbers[dice.roll(Self.oddNumbers.count)]) }
        if oddity == 3 { return .options(["unheard-of", "none"]) }
        switch input.kind {
        case .choice(let options): return .option(options[dice.roll(options.count)].id)
        case .choices(let options):
            return .options(Set((0...dice.roll(3)).map { _ in options[dice.roll(options.count)].id }))
        case .number(_, let range, let decimals):
            let scale = decimals == 0 ? 1 : 10
            let low = range.lowerBound * Double(scale)
            let span = min((range.upperBound - range.lowerBound) * Double(scale), dice.roll(3) == 0 ? 1e9 : 400)
            return .number((low + Double(dice.roll(Int(span) + 1))).rounded() / Double(scale))
        }
    }

    @Test(arguments: Calculators.all.map(\.id)) func nothingCrashesAndAllIsSaid(id: String) throws {
        let calculator = try #require(Calculators.find(id))
        var dice = Dice(state: 42)
        var scored = 0
        for _ in 0..<1500 {
            var given = ScoreAnswers()
            for input in calculator.inputs { given[input.id] = reply(to: input, &dice) }
            let result = calculator.evaluate(given)
            let text = result.sentence
            let isWhole = text.hasSuffix(".") && !text.contains("  ") && !text.contains("..")
            #expect(isWhole, "\(text)")
            if let score = result.score {
                scored += 1
                let isCited = score.finding.hasSuffix("(\(calculator.title)).") && !score.row.isEmpty
                #expect(isCited, "\(score)")
                #expect(score.recommendation.map { $0.hasSuffix(".") } ?? true)
                #expect(calculator.missingInputs(in: given).isEmpty)
            }
        }
        #expect(scored > 20, "\(id) \(scored)")
    }
}
