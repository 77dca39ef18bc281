import Radiology
import ReportChecks
import ReportTemplates
import Scores
import Sync
import Testing
import Wording

@testable import Workstation

/// Macros, brackets, suggestions, calculators: everything that writes more than was typed.
@Suite struct DictationTests {
    private func reporting(_ macros: [Macro] = []) -> WorkstationState {
        var state = Fixture.reporting()
        let contents = LibraryContents(templates: Fixture.library, macros: MacroLibrary(macros))
        _ = state.update(.library(.loaded(contents)))
        state.go(to: "Other")
        return state
    }

    private func macro(_ name: String, _ text: String) -> Macro { Macro(name: name, text: text, origin: .personal) }

    private func suggestion(_ text: String, word: Int) -> PhraseSuggestion {
        PhraseSuggestion(text: text, firstWord: word)
    }

    @Test func aMacroIsWrittenOnceItsNameIsUniqueAndItsUseCounted() {
        var state = reporting([macro("nc", "Normal chest."), macro("nodule", "Nodule [# mm].")])
        state.type(".n")
        #expect(state.macroPreview == .several(["nc", "nodule"]))
        state.type("o")
        #expect(state.macroPreview == .text(name: "nodule", "Nodule [# mm]."))
        let effects = state.take(.nextPlace)
        #expect(effects.contains(.macroUsed("nodule")))
        #expect(state.text(of: "Other") == "Nodule [# mm]." && state.editor?.draft.bracket == 7..<13)
        state.type("4")
        #expect(state.text(of: "Other") == "Nodule 4 mm.")
        state.take(.undone, .undone)
        #expect(state.text(of: "Other") == ".no")
    }

    @Test func aFullStopWithinASentenceIsNoMacro() {
        var state = reporting([macro("mm", "millimetres")])
        state.type("4.m")
        #expect(state.macroPreview == nil)
        state.type(" .m")
        #expect(state.macroPreview != nil)
    }

    @Test func bracketsArePickedKeptAndPassed() {
        var state = reporting([macro("x", "[a* | b] and [c; d] then [e]")])
        state.type(".x")
        state.take(.nextPlace)
        #expect(state.editor?.draft.inlineField?.options == ["a", "b"])
        state.take(.optionPicked(1), .nextPlace)
        state.type("d")
        state.take(.nextPlace, .bracketKept)
        #expect(state.text(of: "Other") == "b and d then e")
        #expect(state.editor?.draft.bracket == nil)
        // Nothing is left to stop at, so Tab goes on.
        let before = state.editor?.draft.placeIndex
        state.take(.movedTo(14), .nextPlace)
        #expect(state.editor?.draft.placeIndex != before)
    }

    @Test func suggestionsAreAskedForTakenAndForgotten() {
        var state = reporting()
        let effects = state.type("No")
        guard
            case .suggest(let uid, let edits, let text)? = effects.last(where: {
                if case .suggest = $0 { true } else { false }
            })
        else { return #expect(Bool(false), "nothing was asked") }
        #expect(text.hasSuffix("FINDINGS\nLungs: Clear.\nPleura: Normal.\nOther: No"))
        _ = state.update(.editor(.suggested(uid, edits: edits - 1, [suggestion(" old", word: 4)])))
        #expect(state.editor?.suggestions.isEmpty == true, "an answer to an earlier question")
        let found = [
            suggestion(" effusion seen.", word: 9), suggestion(" effusion seen.", word: 9),
            suggestion("\n\nHEAD", word: 2),
        ]
        _ = state.update(.editor(.suggested(uid, edits: edits, found)))
        #expect(
            state.editor?.suggestions.map(\.text) == [" effusion seen."], "no repetition, nothing beyond the section")
        state.take(.wordTaken)
        #expect(state.text(of: "Other") == "No effusion" && state.editor?.suggestions.isEmpty == true)
    }

    /// Whoever types what is suggested sees the rest of it go on, and nothing flicker.
    @Test func aSuggestionStaysWhileItsWordsAreTyped() {
        var state = reporting()
        state.type("No")
        let edits = state.editor?.draft.edits ?? 0
        let found = [
            PhraseSuggestion(text: " effusion, no stenosis.", firstWord: 9, plain: [11..<13]),
            suggestion(" fracture.", word: 9),
        ]
        _ = state.update(.editor(.suggested(Fixture.uid(1), edits: edits, found)))
        var other = state
        other.type(" f")
        #expect(other.editor?.suggestions.isEmpty == true, "nothing comes unseen to where Tab takes it")
        state.type(" ef")
        #expect(
            state.editor?.suggestions == [
                PhraseSuggestion(text: "fusion, no stenosis.", firstWord: 6, plain: [8..<10])
            ])
        state.take(.wordTaken)
        #expect(state.text(of: "Other") == "No effusion" && state.editor?.suggestions.isEmpty == true)
        _ = state.update(
            .editor(.suggested(Fixture.uid(1), edits: state.editor?.draft.edits ?? 0, [suggestion(" seen.", word: 5)])))
        state.type("x")
        #expect(state.editor?.suggestions.isEmpty == true, "something else was typed")
    }

    @Test func whatElseMayFollowIsToldWhenTheKeysRest() {
        var state = reporting()
        state.type("No")
        let found = [suggestion(" effusion.", word: 9), suggestion(" fracture.", word: 9)]
        _ = state.update(.editor(.suggested(Fixture.uid(1), edits: state.editor?.draft.edits ?? 0, found)))
        let rested = state.editor?.restedAt ?? state.system.now
        var hasty = state
        hasty.take(.suggestionTaken(1))
        #expect(hasty.text(of: "Other") == "No" && hasty.editor?.suggestions.count == 2, "it was not told yet")
        hasty.take(.suggestionTaken(1))
        #expect(hasty.text(of: "Other") == "No fracture.")
        #expect(rested > state.system.now && state.nextWake == rested)
        _ = state.update(.system(.ticked(rested)))
        #expect(state.nextWake > rested)
    }

    @Test func tabTakesTheSuggestionAndOtherwiseGoesOn() {
        var state = reporting()
        state.type("No")
        let edits = state.editor?.draft.edits ?? 0
        _ = state.update(.editor(.suggested(Fixture.uid(1), edits: edits, [suggestion(" effusion.", word: 9)])))
        let place = state.editor?.draft.placeIndex
        state.take(.nextPlace)
        #expect(state.text(of: "Other") == "No effusion." && state.editor?.draft.placeIndex == place)
        // After a full stop Tab goes on, whatever may follow.
        let after = state.editor?.draft.edits ?? 0
        _ = state.update(.editor(.suggested(Fixture.uid(1), edits: after, [suggestion(" More.", word: 6)])))
        #expect(state.editor?.suggestions.count == 1 && state.editor?.suggestsInPlace == false)
        state.take(.nextPlace)
        #expect(state.editor?.draft.placeIndex != place && state.text(of: "Other") == "No effusion.")
        state.take(.previousPlace)
        _ = state.update(
            .editor(.suggested(Fixture.uid(1), edits: state.editor?.draft.edits ?? 0, [suggestion("x", word: 1)])))
        #expect(state.editor?.suggestions.isEmpty == true, "a selected field is not gone on with")
    }

    @Test func aCalculatorAnswersOnlyWhenItCan() {
        var state = reporting()
        state.take(.scoreOpened)
        for key in ["4"] { _ = state.update(.dialog(.typed(key))) }
        guard case .score(let score) = state.overlay else { return #expect(Bool(false)) }
        #expect(score.current != nil && score.result?.score == nil)
        _ = state.update(.dialog(.confirmed))
        #expect(state.overlay != nil && state.text(of: "Other").isEmpty && state.system.notice?.tone == .warning)
    }

    @Test func aCalculatorsMacroOpensItAndItsSentenceIsInserted() throws {
        var state = reporting()
        state.type("Before.")
        state.type(" .aspects")
        #expect(state.macroPreview == .calculator("aspects"))
        state.take(.nextPlace)
        guard case .score(var asked) = state.overlay else { return #expect(Bool(false)) }
        answer(&asked)
        state.overlay = .score(asked)
        guard case .score(let score) = state.overlay else { return #expect(Bool(false)) }
        let text = try #require(score.result?.score?.text)
        _ = state.update(.dialog(.confirmed))
        #expect(state.overlay == nil && state.text(of: "Other") == "Before. " + text)
    }

    /// With the keys a reader has: the first option of each input, or the number ten.
    private func answer(_ score: inout ScoreState) {
        for _ in 0..<40 {
            guard let missing = score.current?.missingInputs(in: score.answers).first,
                let index = score.inputs.firstIndex(where: { $0.id == missing.id })
            else { return }
            score.move(by: index - score.selected)
            score.type("1")
            if case .number = missing.kind { score.type("0") }
        }
    }

    @Test func everyCalculatorCanBeAnsweredWithDigitsAlone() {
        for calculator in Calculators.all {
            var score = ScoreState(calculator: calculator.id)
            answer(&score)
            // Whatever ten of everything means, it is an answer or a reason, never a missing input that cannot be reached.
            if case .incomplete? = score.result { Issue.record("\(calculator.id) stays incomplete") }
        }
    }

    @Test func linesAreDeletedAndMoved() {
        var state = reporting()
        state.take(.pasted("one\ntwo\nthree"), .lineMoved(-1))
        #expect(state.text(of: "Other") == "one\nthree\ntwo")
        state.take(.lineDeleted)
        #expect(state.text(of: "Other") == "one\ntwo")
        state.take(.lineMoved(5), .undone)
        #expect(state.text(of: "Other") == "one\nthree\ntwo")
    }

    @Test func aSectionIsNormalWithOneKey() {
        var state = Fixture.reporting()
        state.take(.sectionConfirmed)
        let content = state.editor?.draft.content
        #expect(content?.value(of: .init(rawValue: "Pleura")).origin == .touched)
        #expect(content?.value(of: .init(rawValue: "Other")).origin == .default, "nothing to confirm")
        #expect(
            state.editor?.draft.place?.sectionTitle != "Findings"
                && state.editor?.isUnsaved == true)
    }

    @Test func whatWasCopiedIsMarkedUntilTouched() {
        var state = Fixture.reporting()
        let prior = ReportSection(title: "Findings", text: "Old scar.")
        #expect(state.editor?.draft.copy(from: [prior], named: "2025-02-11") == true)
        let target = ReportPlace.Target.freeText(.init(rawValue: "findings"))
        #expect(state.editor?.draft.copiedSource(at: target) == "2025-02-11")
        let obstacles = state.editor.map { state.obstacles(of: $0.draft) } ?? []
        #expect(obstacles.contains { $0.place == target && $0.severity == .alert })
        state.take(.movedTo(9))
        state.type(" Unchanged.")
        #expect(state.editor?.draft.copiedSource(at: target) == nil)
        #expect(state.editor?.draft.content.text(at: target) == "Old scar. Unchanged.")
        // Undone, it is the copied text again, and marked.
        state.take(.undone, .undone)
        #expect(state.editor?.draft.copiedSource(at: target) == "2025-02-11")
        state.take(.undone)
        #expect(state.editor?.draft.copiedSource(at: target) == nil)
    }

    @Test func wordsAreFoundFromTheCursorOnAndAround() {
        var state = Fixture.reporting()
        state.take(.findOpened, .findTyped("NORMAL"))
        #expect(state.editor?.draft.place?.label == "Pleura" && state.editor?.draft.cursor == 0)
        state.take(.findNext)
        #expect(state.editor?.draft.place?.label == "Impression")
        state.take(.findNext)
        #expect(state.editor?.draft.place?.label == "Pleura")
        state.take(.findTyped("nowhere"))
        #expect(state.system.notice?.text == "Not found.")
    }

    @Test func aDraftComesBackWithBracketAndFindings() throws {
        var state = reporting([macro("x", "[a | b]")])
        state.type(".x")
        state.take(.nextPlace, .actionableOpened)
        _ = state.update(.dialog(.moved(1)))
        _ = state.update(.dialog(.typed("Free air")))
        let effects = state.update(.dialog(.confirmed))
        let draft = try #require((effects + state.wait(5)).savedDrafts.last)
        #expect(draft.bracket == 0..<7 && draft.actionable?.map(\.text) == ["Free air"])
    }
}

@Suite struct ActionableTests {
    @Test func aFindingIsPartOfTheReportAndStandsInTheWayUntilToldOrAcknowledged() {
        var state = Fixture.reporting()
        state.take(.actionableOpened)
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.draft.actionable == nil, "an empty finding is none")
        _ = state.update(.dialog(.typed("Pneumothorax")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.draft.reportText().contains("Critical finding: Pneumothorax, found") == true)
        #expect(state.editor?.draft.reportSections().last?.text.contains("Not communicated yet.") == true)
        let open = state.editor.map { state.obstacles(of: $0.draft) } ?? []
        #expect(open.contains { $0.sentence.contains("Nobody was told") })
        state.take(.actionableOpened)
        _ = state.update(.dialog(.typed("Dr Okafor")))
        _ = state.update(.dialog(.confirmed))
        #expect(state.editor?.draft.actionable?.count == 1)
        #expect(state.editor?.draft.reportSections().last?.text.contains("Communicated to Dr Okafor by") == true)
    }

    @Test func anotherTemplateKeepsFindingsAndMarksOfCopying() {
        var state = Fixture.reporting()
        state.take(.actionableOpened)
        _ = state.update(.dialog(.moved(1)))
        _ = state.update(.dialog(.typed("Free air")))
        _ = state.update(.dialog(.confirmed))
        _ = state.editor?.draft.copy(from: [ReportSection(title: "Findings", text: "Old scar.")], named: "2025")
        state.take(.templatesOpened)
        _ = state.update(.dialog(.confirmed))
        let draft = state.editor?.draft
        #expect(draft?.content.template.title == "Plain" && draft?.actionable?.count == 1)
        let sources = draft.map { draft in draft.places.compactMap { draft.copiedSource(at: $0.target) } }
        #expect(sources == ["2025"])
        #expect(draft?.reportText().contains("Old scar.") == true)
    }

    @Test func aPreliminaryReportsFindingIsTakenUpAndItsSentenceNotTwice() {
        let finding = ActionableFinding(category: .urgent, text: "Nodule", foundAt: Fixture.now)
        var version = Fixture.version(Fixture.study(), .preliminary)
        version.actionable = [finding]
        version.sections.append(
            ReportSection(title: "Communication", text: "Urgent finding: Nodule. Not communicated yet."))
        var state = Fixture.state()
        _ = state.open(Fixture.row(1, mine: true), reporting: true)
        _ = state.update(.study(.opened(Fixture.bundle(versions: [version]), reporting: true)))
        #expect(state.editor?.draft.actionable == [finding])
        let text = state.editor?.draft.reportSections().map(\.text).joined() ?? ""
        #expect(text.ranges(of: "Nodule").count == 1)
    }

    /// Each edit holds its place's text twice: a huge paste must not make the draft a hundred times its size.
    @Test func undoForgetsTheOldestOfHugeTexts() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.pasted(String(repeating: "A line of words.\n", count: 15_000)))
        for _ in 0..<40 { state.take(.pasted("x")) }
        let kept = state.editor?.draft.history.done.count ?? 0
        #expect(kept >= 1 && kept < 20)
        state.take(.undone)
        #expect(state.text(of: "Other").hasSuffix("x") && state.text(of: "Other").count == 17 * 15_000 + 39)
    }

    @Test func ofASignedReportOnlyWhoWasToldIsAdded() {
        var state = Fixture.state()
        let finding = ActionableFinding(category: .urgent, text: "Nodule", foundAt: Fixture.now)
        var row = Fixture.row(1, .filed(.final))
        row.actionable = finding
        _ = state.update(.worklist(.pageLoaded(WorklistQuery(), WorklistPage(rows: [row], offset: 0, total: 1))))
        _ = state.update(.worklist(.communicationChosen))
        #expect(state.update(.dialog(.confirmed)).isEmpty, "who was told?")
        _ = state.update(.worklist(.communicationChosen))
        _ = state.update(.dialog(.typed("Dr Roy")))
        let effects = state.update(.dialog(.confirmed))
        guard case .recordCommunication(let uid, let told)? = effects.first else { return #expect(Bool(false)) }
        #expect(uid == row.uid && told.communication?.toldTo == "Dr Roy" && told.foundAt == finding.foundAt)
    }
}

@Suite struct LibraryAreaTests {
    private func opened(_ files: [LibraryFile] = []) -> WorkstationState {
        var state = Fixture.state()
        _ = state.update(.library(.opened))
        _ = state.update(.library(.loaded(LibraryContents(templates: Fixture.library, own: files))))
        return state
    }

    @Test func aMistakeIsNamedAndNothingSaved() {
        var state = opened([LibraryFile(kind: .macro, name: "x", text: "one\n[two")])
        _ = state.update(.library(.editChosen))
        #expect(state.update(.library(.saveAsked)).isEmpty)
        #expect(state.library?.editing?.problems == ["line 2: \"[\" is never closed"])
        _ = state.update(.library(.movedTo(8)))
        _ = state.update(.library(.typed("]")))
        let saved = LibraryFile(kind: .macro, name: "x", text: "one\n[two]")
        #expect(state.update(.library(.saveAsked)) == [.saveLibraryFile(saved)])
        #expect(
            state.update(.library(.saved(saved))) == [.keepLibraryFile(nil), .loadLibrary]
                && state.library?.editing == nil)
    }

    @Test func changesAreNotLostByOneKey() {
        var state = opened([LibraryFile(kind: .macro, name: "x", text: "one")])
        _ = state.update(.library(.editChosen))
        _ = state.update(.library(.typed("z")))
        _ = state.update(.library(.closed))
        #expect(state.library?.editing != nil)
        _ = state.update(.library(.closed))
        #expect(state.library?.editing == nil && state.library != nil)
    }

    @Test func aReportBecomesATemplateWithoutItsPatient() throws {
        var state = Fixture.reporting()
        state.go(to: "Pleura")
        state.type("Small effusion.")
        state.take(.savingAsTemplateOpened)
        for letter in ["My", " ", "ct!"] { _ = state.update(.dialog(.typed(letter))) }
        let effects = state.update(.dialog(.confirmed))
        guard case .saveLibraryFile(let file)? = effects.first else { return #expect(Bool(false)) }
        #expect(file.name == "my-ct" && file.problems.isEmpty)
        let template = try Template.read(bracketFile: file.text, name: file.name)
        #expect(ReportContent(template: template).plainText().contains("Pleura: Small effusion."))
        #expect(!file.text.contains("Jane") && !file.text.contains("00121"))
    }
}

/// What a reviewer would try: twins, units, hidden fields, late answers, names that are taken.
@Suite struct PlacementTests {
    private func sized(_ side: String, _ number: Int, unit: String = "mm") -> Section {
        Section(
            id: .init(rawValue: "\(number)"), title: side,
            elements: [
                .field(Field(id: .init(rawValue: "\(side)-size"), label: "Size", kind: .number(.init(unit: unit))))
            ])
    }

    private func switched(from: [Section], to: [Section], _ change: (inout Draft) -> Void) -> ReportContent {
        let first = Template(identifier: "a", title: "A", sections: from)
        var draft = Draft(detail: Fixture.detail(), content: ReportContent(template: first), matchReason: "")
        change(&draft)
        draft.switchTemplate(
            to: Template(identifier: "b", title: "B", sections: to), reason: "", context: MergeContext())
        return draft.content
    }

    @Test func aFigureNeverMovesToTheOtherSide() {
        let both = [sized("RIGHT", 1), sized("LEFT", 2)]
        let content = switched(from: both, to: both) { $0.content.setText("12", in: .init(rawValue: "LEFT-size")) }
        #expect(content.value(of: .init(rawValue: "LEFT-size")).text == "12")
        #expect(content.value(of: .init(rawValue: "RIGHT-size")).text.isEmpty)
        let one = switched(from: both, to: [sized("RIGHT", 1)]) {
            $0.content.setText("12", in: .init(rawValue: "LEFT-size"))
        }
        #expect(one.value(of: .init(rawValue: "RIGHT-size")).text.isEmpty && one.plainText().contains("Size: 12 mm"))
    }

    @Test func aFigureNeverTakesAnotherUnit() {
        let content = switched(from: [sized("A", 1)], to: [sized("A", 1, unit: "cm")]) {
            $0.content.setText("32", in: .init(rawValue: "A-size"))
        }
        #expect(content.plainText().contains("Size: 32 mm") && !content.plainText().contains("32 cm"))
    }

    @Test func redoDoesNotReachIntoTheOtherTemplate() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("typed")
        state.take(.undone, .templatesOpened)
        _ = state.update(.dialog(.confirmed))
        let before = state.editor?.draft.content
        state.take(.redone)
        #expect(state.editor?.draft.content == before)
    }

    @Test func movingAwayFromABracketLeavesIt() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.pasted("Nodule of [# mm] in the [left | right] lung"), .movedTo(0), .nextPlace)
        #expect(state.editor?.draft.bracket != nil)
        state.take(.movedTo(3))
        #expect(state.text(of: "Other") == "Nodule of [# mm] in the [left | right] lung")
        state.take(.movedTo(0), .nextPlace, .bracketKept)
        #expect(state.text(of: "Other").contains("[# mm]"), "a bracket without a default stays to be seen")
    }

    @Test func anOptionSpeltOutInABracketIsThereOnce() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.pasted("[normal* | dilated] now"), .movedTo(0), .nextPlace)
        state.type("dilated")
        #expect(state.text(of: "Other") == "dilated now")
        state.type("!")
        #expect(state.text(of: "Other") == "dilated! now")
    }

    @Test func combiningMarksInABracketDoNoHarm() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.pasted("e[x]"), .movedTo(0), .nextPlace)
        state.type("\u{301}")
        state.take(.backspaced, .backspaced, .backspaced)
        #expect(state.text(of: "Other").isEmpty)
    }

    @Test func aLateSuggestionIsNotOfferedElsewhere() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("No")
        let edits = state.editor?.draft.edits ?? 0
        state.take(.movedTo(1), .movedTo(2))
        _ = state.update(
            .editor(.suggested(Fixture.uid(1), edits: edits, [PhraseSuggestion(text: " effusion", firstWord: 9)])))
        #expect(state.editor?.suggestions.count == 1, "the same place again")
        // Another free text, and back to where nothing was typed since: the answer is for the place it was asked at.
        state.type("w")
        let after = state.editor?.draft.edits ?? 0
        let late = Message.editor(.suggested(Fixture.uid(1), edits: after, [PhraseSuggestion(text: "x", firstWord: 1)]))
        var here = state
        _ = here.update(late)
        #expect(here.editor?.suggestions.count == 1, "at its own place it is offered")
        state.take(.nextPlace)
        _ = state.update(late)
        #expect(state.editor?.suggestions.isEmpty == true)
    }

    @Test func aLostClaimDoesNotThrowAwayWhatIsBeingAsked() {
        var state = Fixture.reporting()
        state.take(.actionableOpened)
        _ = state.update(.dialog(.moved(1)))
        _ = state.update(.dialog(.typed("Dr S")))
        _ = state.update(.study(.claimed(Fixture.uid(1), .taken(by: "Lee"))))
        _ = state.update(.dialog(.typed("mith")))
        guard case .actionable(let form) = state.overlay else { return #expect(Bool(false)) }
        #expect(form.text == "Dr Smith" && state.system.notice?.tone == .warning)
    }

    @Test func aTakenNameIsNotWrittenOver() {
        var state = Fixture.reporting()
        let file = LibraryFile(kind: .template, name: "chest", text: "FINDINGS:\n[x]")
        _ = state.update(.library(.loaded(LibraryContents(templates: Fixture.library, own: [file]))))
        state.take(.savingAsTemplateOpened)
        _ = state.update(.dialog(.typed("chest")))
        #expect(state.update(.dialog(.confirmed)).isEmpty && state.overlay == .naming("chest"))
        _ = state.update(.library(.opened))
        _ = state.update(.library(.begun(.template)))
        for letter in ["chest", "\n", "[x]"] { _ = state.update(.library(.typed(letter))) }
        #expect(state.update(.library(.saveAsked)).isEmpty)
    }

    @Test func whatWasTypedAfterSavingStays() {
        var state = Fixture.state()
        _ = state.update(.library(.opened))
        let file = LibraryFile(kind: .macro, name: "x", text: "one")
        _ = state.update(.library(.loaded(LibraryContents(templates: Fixture.library, own: [file]))))
        _ = state.update(.library(.editChosen))
        _ = state.update(.library(.typed("z")))
        _ = state.update(.library(.saveAsked))
        _ = state.update(.library(.typed("y")))
        _ = state.update(.library(.saved(LibraryFile(kind: .macro, name: "x", text: "zone"))))
        #expect(state.library?.editing?.buffer.text == "zyone" && state.library?.editing?.isChanged == true)
    }

    @Test func labelsInCapitalsAndSingleOptionsComeBackFromBrackets() throws {
        let fields: [Field] = [
            Field(id: .init(rawValue: "field-1"), label: "L4–L5", defaultText: "Normal."),
            Field(id: .init(rawValue: "field-2"), label: "Sign", kind: .pickOne(PickList([.init("Present")]))),
        ]
        let section = Section(
            id: .init(rawValue: "1"), title: "FINDINGS",
            elements: [.caption("Levels"), .lineBreak, .field(fields[0]), .lineBreak, .field(fields[1])])
        let text = Template(identifier: "x", title: "X", sections: [section]).bracketFile()
        let again = try Template.read(bracketFile: text, name: "x")
        #expect(again.sections.count == 1 && again.fields.map(\.label) == ["L4–L5", "Sign"])
        #expect(ReportContent(template: again).plainText() == "FINDINGS\nL4–L5: Normal.\n", "nobody said Present")
    }
}
