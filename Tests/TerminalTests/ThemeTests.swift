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
    ])
    func coloursFallBackToTheNearest(color: Color, count: Int, number: Int) {
        #expect(color.number(among: count) == number)
    }
}
