import Testing

@testable import ReportTemplates

@Suite struct BracketTests {
    static let example = """
        INDICATION:
        [<indication>]

        FINDINGS:
        Liver: [Normal.]
        Ventricles: [normal* | dilated]
        Seen in [left lung; right lung*; pleura].
        Spleen measures [# cm 0..20 = 11] on [<date>]. {measure in the coronal plane}
        Kidneys: [no stones* | stones]. Bladder: [].
        [<check> Incomplete study], [<multiline>] at [<time>]

        IMPRESSION: [No acute disease.]
        """

    @Test func allKindsAreRead() throws {
        let template = try Fixture.template(Self.example)
        #expect(template.sections.map(\.title) == ["INDICATION", "FINDINGS", "IMPRESSION"])
        #expect(template.sections.map(\.role) == [.indication, .findings, .impression])
        let fields = template.fields
        #expect(fields.map(\.label).prefix(4) == ["indication", "Liver", "Ventricles", "Seen in"])
        #expect(fields[0].mergeField == .indication)
        #expect(fields[1].defaultText == "Normal.")
        #expect(fields[2].kind == .pickOne(PickList([.init("normal", isDefault: true), .init("dilated")])))
        #expect(fields[3].allowsSeveral)
        #expect(fields[4].kind == .number(.init(unit: "cm", minimum: 0, maximum: 20)))
        #expect(fields[4].defaultText == "11")
        #expect(fields[5].kind == .date)
        #expect(fields.map(\.label)[6...7] == ["Kidneys", "Bladder"])
        #expect(fields[8].kind == .checkbox("Incomplete study"))
    }

    @Test func whatIsWrittenReadsTheSame() throws {
        let template = try Fixture.template(Self.example)
        let again = try Fixture.template(template.bracketText())
        #expect(again == template)
        #expect(again.bracketText() == template.bracketText())
    }

    @Test(arguments: [
        "[a \\[b\\] c]", "plain \\{text\\} [x\\;y]", "[\\#5 | \\<b\\> | c\\*d\\|e]", "\\\\ [back\\\\slash]",
        "[# mm/s²]",
        "A: [x]. B: [y]; and [z | q*]", "text only", "NOTE: [a*; b*; c]", "1. [first]\n2. [second]", "ÄRZTE: [Befund]",
    ])
    func roundTrip(text: String) throws {
        let template = try Fixture.template(text)
        #expect(try Fixture.template(template.bracketText()) == template, "\(template.bracketText())")
    }

    @Test func theReportHasSentencesAndNoInstructions() throws {
        var content = ReportContent(template: try Fixture.template(Self.example))
        content.choose(0, in: Field.ID(rawValue: "field-4"))
        #expect(
            content.plainText()
                == """
                FINDINGS
                Liver: Normal.
                Ventricles: normal
                Seen in left lung, right lung.
                Spleen measures 11 cm on .
                Kidneys: no stones.

                IMPRESSION
                No acute disease.

                """)
    }

    @Test func aGapInASentenceIsAnObstacle() throws {
        var content = ReportContent(template: try Fixture.template("Spleen measures [# cm] on [<date>]. Node: []."))
        #expect(content.completionObstacles() == [])
        content.setText("11", in: Field.ID(rawValue: "field-1"))
        #expect(content.completionObstacles().map(\.place) == [.field(Field.ID(rawValue: "field-2"))])
        #expect(content.completionObstacles().map(\.reason) == [.gapInSentence])
        content.setText("2026-11-21", in: Field.ID(rawValue: "field-2"))
        #expect(content.completionObstacles() == [])
        #expect(content.plainText() == "Spleen measures 11 cm on 2026-11-21.\n")
    }

    @Test func aSentenceWhoseFieldsAreEmptyIsLeftOut() throws {
        let content = ReportContent(template: try Fixture.template("Spleen measures [# cm]. No ascites. Node: []."))
        #expect(content.plainText() == "No ascites.\n")
    }

    @Test(arguments: [
        ("FINDINGS:\nLiver [normal", 2, BracketProblem.Reason.notClosed("[")), ("a\n\nb {c", 3, .notClosed("{")),
        ("x] y", 1, .notOpened("]")), ("[a* | b*]", 1, .severalDefaults), ("a\n[a || b]", 2, .emptyOption),
        ("[<dats>]", 1, .unknownType("dats")), ("[<date]", 1, .notClosed("<")), ("[# cm 9..1]", 1, .badRange("9..1")),
        ("", 1, .nothing), ("\n \n", 1, .nothing),
    ])
    func whatIsWrongIsNamedWithItsLine(text: String, line: Int, reason: BracketProblem.Reason) throws {
        let error = #expect(throws: BracketError.self) { try Fixture.template(text) }
        #expect(error?.problems.first == BracketProblem(reason: reason, line: line))
    }

    @Test func nothingCrashesTheReader() {
        let pieces = ["[", "]", "{", "}", "|", ";", "*", "#", "<", ">", ":", "\\", "\n", "A", " ", ".."]
        var state: UInt64 = 1
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            guard let template = try? Fixture.template(text) else { continue }
            _ = ReportContent(template: template).plainText(width: 5)
            #expect(throws: Never.self, "\(text)") { try Fixture.template(template.bracketText()) }
        }
    }
}
