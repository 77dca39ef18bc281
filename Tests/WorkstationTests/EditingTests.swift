import Radiology
import ReportTemplates
import Testing

@testable import Workstation

@Suite struct EditingTests {
    @Test func typingReplacesASelectedField() {
        var state = Fixture.reporting()
        state.go(to: "Pleura")
        #expect(state.editor?.draft.isSelected == true)
        state.type("Small effusion.")
        #expect(state.text(of: "Pleura") == "Small effusion.")
    }

    @Test func endKeepsTheDefaultAndGoesToItsEnd() {
        var state = Fixture.reporting()
        state.go(to: "Pleura")
        state.take(.movedTo(7), .typed(" Really."))
        #expect(state.text(of: "Pleura") == "Normal. Really.")
    }

    @Test func digitsPick() {
        var state = Fixture.reporting()
        state.take(.optionPicked(2))
        #expect(state.text(of: "Lungs") == "Pulmonary nodule.")
        state.take(.optionPicked(99))
        #expect(state.text(of: "Lungs") == "Pulmonary nodule.")
    }

    @Test func firstLettersPickAsSoonAsTheyAreUnique() {
        var state = Fixture.reporting()
        state.type("p")
        #expect(state.text(of: "Lungs") == "Clear." && state.editor?.draft.pickPrefix == "p")
        state.type("u")
        #expect(state.text(of: "Lungs") == "Pulmonary nodule.")
    }

    @Test func lettersOfNoOptionBecomeText() {
        var state = Fixture.reporting()
        state.type("Pulse")
        #expect(state.text(of: "Lungs") == "Pulse")
        #expect(state.editor?.draft.isSelected == false)
    }

    @Test func lettersPickInAnEmptyListToo() {
        var state = Fixture.reporting()
        state.go(to: "Lines")
        state.type("ca")
        #expect(state.text(of: "Lines") == "Catheter.")
    }

    @Test func anOptionThatIsSpeltOutIsChosenThoughALongerOneBeginsWithIt() {
        var state = Fixture.reporting()
        state.go(to: "Contrast")
        state.type("yes")
        #expect(state.text(of: "Contrast") == "Yes")
        state.type(", a")
        #expect(state.text(of: "Contrast") == "Yes, all")
        state.take(.undone)
        #expect(state.text(of: "Contrast") == "Yes")
    }

    @Test func theLongerOptionComesInsteadWhereSeveralMayBeChosen() {
        var state = Fixture.reporting()
        state.go(to: "Drains")
        state.take(.optionPicked(2))
        state.type("left")
        #expect(state.text(of: "Drains") == "Left, Right")
        state.type(" two")
        #expect(state.text(of: "Drains") == "Left two, Right")
    }

    /// Nobody chose the default who typed letters of something else.
    @Test(arguments: [EditorMessage.nextPlace, .movedTo(0), .placeChosen(3), .left])
    func lettersThatPickedNothingBecomeTheText(leaving: EditorMessage) {
        var state = Fixture.reporting()
        state.type("p")
        let effects = state.take(leaving)
        let draft = state.editor?.draft ?? effects.savedDrafts.last
        #expect(draft?.content.plainText().contains("Clear.") == false)
        #expect(draft?.content.plainText().contains("p") == true)
    }

    @Test func lettersThatBecameTheTextAreUndone() {
        var state = Fixture.reporting()
        state.type("p")
        state.take(.nextPlace, .undone)
        #expect(state.text(of: "Lungs") == "Clear.")
    }

    @Test func aPasteComesAfterTheLetters() {
        var state = Fixture.reporting()
        state.type("p")
        state.take(.pasted("neumonia"))
        #expect(state.text(of: "Lungs") == "pneumonia")
    }

    @Test func pickManyToggles() {
        var state = Fixture.reporting()
        state.go(to: "Lines")
        state.take(.optionPicked(2), .optionPicked(0))
        #expect(state.text(of: "Lines") == "Tube., Pacemaker.")
        state.take(.optionPicked(2))
        #expect(state.text(of: "Lines") == "Tube.")
    }

    /// Going on with the letters of an option must not take it back.
    @Test func moreLettersOfAPickedOptionChangeNothing() {
        var state = Fixture.reporting()
        state.go(to: "Lines")
        state.take(.optionPicked(0))
        state.type("catheter")
        #expect(state.text(of: "Lines") == "Tube., Catheter.")
    }

    @Test func aDigitEndsTheLettersTypedBefore() {
        var state = Fixture.reporting()
        state.type("p")
        state.take(.optionPicked(1))
        #expect(state.editor?.draft.pickPrefix == "")
    }

    @Test func pastedTextIsCleaned() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.pasted("one\r\ntwo\rthree\u{2028}four\t|\u{1B}[31m\u{9B}\u{0}|"))
        #expect(state.text(of: "Other") == "one\ntwo\nthree\nfour    |[31m|")
    }

    @Test func aPasteOfControlsOnlyChangesNothing() {
        var state = Fixture.reporting()
        state.go(to: "Pleura")
        let before = state.editor?.draft
        state.take(.pasted("\u{1B}\u{0}"))
        #expect(state.editor?.draft == before)
    }

    @Test func combiningMarksJoinTheCharacterBefore() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("e\u{301}")
        state.take(.typed("\u{302}"))
        #expect(state.text(of: "Other").count == 1 && state.editor?.draft.cursor == 1)
        state.take(.backspaced)
        #expect(state.text(of: "Other") == "" && state.editor?.draft.cursor == 0)
    }

    /// A flag is two scalars that are one character only side by side.
    @Test func charactersThatJoinWithWhatFollowsKeepTheCursorInside() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.take(.typed("\u{1F1EA}"), .movedTo(0), .typed("\u{1F1E9}"))
        let count = state.text(of: "Other").count
        let cursor = state.editor?.draft.cursor ?? -1
        #expect(cursor >= 0 && cursor <= count)
    }

    @Test func wideCharactersCountAsOne() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("山田")
        #expect(state.editor?.draft.cursor == 2)
        state.take(.movedLeft, .typed("本"))
        #expect(state.text(of: "Other") == "山本田")
    }

    @Test func erasing() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("one two  three")
        state.take(.wordErased)
        #expect(state.text(of: "Other") == "one two  ")
        state.take(.wordErased)
        #expect(state.text(of: "Other") == "one ")
        state.take(.movedTo(0), .deleted)
        #expect(state.text(of: "Other") == "ne ")
        state.take(.movedTo(0), .backspaced, .wordErased, .movedTo(99), .deleted)
        #expect(state.text(of: "Other") == "ne ")
    }

    @Test func newLineInsideAText() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("a")
        state.take(.newline)
        state.type("b")
        #expect(state.text(of: "Other") == "a\nb")
    }

    @Test func openingAndLeavingWithoutAKeyMakesNoDraft() {
        var state = Fixture.reporting()
        let effects = state.update(.editor(.left))
        #expect(effects.savedDrafts.isEmpty && state.leftEditors.isEmpty)
    }
}
