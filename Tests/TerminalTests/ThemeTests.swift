import Terminal
import Testing

@Suite struct ThemeTests {
    @Test func aThemeIsReadFromTables() throws {
        let theme = try Theme(tables: [
            "stat": ["fg": .text("bright-red"), "bg": .number(235), "bold": .flag(true), "dim": .flag(false)],
            "selection-marker": ["fg": .text("#87afd7")],
        ])
        #expect(theme.face(for: .stat) == .init(foreground: .ansi(9), background: .indexed(235), emphasis: .bold))
        #expect(theme.face(for: .selectionMarker).foreground == .rgb(red: 0x87, green: 0xAF, blue: 0xD7))
        #expect(theme.face(for: .error) == Theme.plain.face(for: .error))
    }

    @Test func theBackgroundOfTextIsThatOfAllThatNameNone() throws {
        let theme = try Theme(tables: [
            "text": ["bg": .number(233)], "stat": ["fg": .number(210)], "banner": ["bg": .number(236)],
            "popup": ["bg": .text("default")],
        ])
        #expect(theme.face(for: .stat).background == .indexed(233))
        #expect(theme.face(for: .secondary).background == .indexed(233))
        #expect(theme.face(for: .banner).background == .indexed(236))
        #expect(theme.face(for: .popup).background == .default)
    }

    @Test func everyProblemNamesItsRoleAndKey() throws {
        let tables: [String: [String: Theme.Value]] = [
            "nonsense": [:],
            "stat": ["fg": .text("rouge"), "bg": .number(256), "blink": .flag(true), "bold": .text("yes")],
            "text": ["fg": .flag(true), "bg": .text("#12345")],
        ]
        let error = #expect(throws: ThemeError.self) { try Theme(tables: tables) }
        let problems = try #require(error).problems
        #expect(
            problems.map { "\($0.role).\($0.key ?? "-")" } == [
                "nonsense.-", "stat.bg", "stat.blink", "stat.bold", "stat.fg", "text.bg", "text.fg",
            ])
        #expect(problems[4].description.hasPrefix("[stat] fg: \"rouge\" is no colour"))
    }

    @Test(arguments: [
        (Color.default, 256, -1), (.ansi(9), 256, 9), (.ansi(9), 8, 1), (.indexed(110), 256, 110), (.ansi(1), 0, -1),
        (.rgb(red: 0x87, green: 0xAF, blue: 0xD7), 256, 110), (.rgb(red: 255, green: 0, blue: 0), 16, 9),
        (.rgb(red: 200, green: 10, blue: 0), 8, 1), (.indexed(255), 8, 7),
        (.rgb(red: 0x87, green: 0xAF, blue: 0xD7), 1 << 24, 0x87AFD7), (.indexed(110), 1 << 24, 0x87AFD7),
        (.ansi(1), 1 << 24, 1), (.default, 1 << 24, -1), (.rgb(red: 0, green: 0, blue: 3), 1 << 24, 0),
    ])
    func coloursFallBackToTheNearest(color: Color, count: Int, number: Int) {
        #expect(color.number(among: count) == number)
    }
}
