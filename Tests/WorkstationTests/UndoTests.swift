import Foundation
import Radiology
import ReportTemplates
import Testing

@testable import Workstation

@Suite struct UndoTests {
    private func texts(_ draft: Draft) -> [String] { draft.places.map { draft.content.text(at: $0.target) } }

    @Test func aWordIsUndoneAtOnce() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("no nodule")
        state.take(.undone)
        #expect(state.text(of: "Other") == "no ")
        state.take(.undone, .undone)
        #expect(state.text(of: "Other") == "")
        state.take(.redone, .redone, .redone, .redone)
        #expect(state.text(of: "Other") == "no nodule")
    }

    @Test func undoGoesBackAcrossFieldsAndPicks() {
        var state = Fixture.reporting()
        state.take(.optionPicked(1))
        state.go(to: "Pleura")
        state.type("Effusion.")
        state.go(to: "Lines")
        state.take(.optionPicked(0), .optionPicked(1))
        let end = state.editor?.draft.content.plainText()
        for _ in 0..<5 { state.take(.undone) }
        #expect(
            state.text(of: "Lungs") == "Clear." && state.text(of: "Pleura") == "Normal."
                && state.text(of: "Lines") == "")
        for _ in 0..<5 { state.take(.redone) }
        #expect(state.editor?.draft.content.plainText() == end)
    }

    @Test func undoShowsThePlaceItChanged() {
        var state = Fixture.reporting()
        state.take(.optionPicked(1))
        state.go(to: "Impression")
        state.take(.undone)
        #expect(state.editor?.draft.place?.target == .field(Field.ID(rawValue: "Lungs")))
    }

    @Test func typingAfterUndoForgetsWhatWasUndone() {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("one")
        state.take(.undone)
        state.type("two")
        state.take(.redone)
        #expect(state.text(of: "Other") == "two")
    }

    @Test func historySurvivesSavingAndRestarting() throws {
        var state = Fixture.reporting()
        state.go(to: "Other")
        state.type("one two")
        state.take(.undone)
        let draft = try #require(state.editor?.draft)
        let copy = try JSONDecoder().decode(Draft.self, from: JSONEncoder().encode(draft))
        #expect(copy == draft)
        var again = Fixture.state()
        _ = again.open(Fixture.row(1, mine: true), reporting: true)
        _ = again.update(.study(.opened(Fixture.bundle(draft: copy), reporting: true)))
        again.take(.redone)
        #expect(again.text(of: "Other") == "one two")
    }

    /// 20,000 random operations: nothing crashes, the cursor is always in the text, and undo leads back to the start.
    @Test(arguments: 0..<50) func randomOperations(seed: Int) throws {
        var random = Random(seed: UInt64(seed))
        var state = Fixture.reporting()
        let start = texts(try #require(state.editor?.draft))
        for step in 0..<400 {
            _ = state.update(.editor(random.message()))
            let draft = try #require(state.editor?.draft, "seed \(seed) step \(step)")
            #expect(draft.cursor >= 0 && draft.cursor <= draft.text.count, "seed \(seed) step \(step)")
            #expect(draft.places.indices.contains(draft.placeIndex))
        }
        let end = texts(try #require(state.editor?.draft))
        // As it comes back from the store.
        let saved = try JSONEncoder().encode(try #require(state.editor?.draft))
        #expect(try JSONDecoder().decode(Draft.self, from: saved) == state.editor?.draft, "seed \(seed)")
        state.editor?.draft = try JSONDecoder().decode(Draft.self, from: saved)
        let undone = state.editor?.draft.history.undone.count ?? 0
        let count = state.editor?.draft.history.done.count ?? 0
        for _ in 0..<count { state.take(.undone) }
        #expect(texts(try #require(state.editor?.draft)) == start, "seed \(seed)")
        for _ in 0..<count { state.take(.redone) }
        #expect(texts(try #require(state.editor?.draft)) == end, "seed \(seed)")
        #expect(state.editor?.draft.history.undone.count == undone)
    }
}

/// A small linear congruential generator: the same seed is the same typing.
struct Random {
    private var value: UInt64

    init(seed: UInt64) { value = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next(below limit: Int) -> Int {
        value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((value >> 33) % UInt64(limit))
    }

    private static let texts = [
        "a", "b", " ", "p", "u", "é", "e\u{301}", "\u{301}", "山", "\u{1F469}\u{200D}\u{1F52C}", "\u{1F1E9}",
        "\u{1F1EA}", "\n",
        "\u{200D}", "\t", "\r\n", "\u{0}", "long words and more of them", "\u{FE0F}", "ا",
    ]

    mutating func message() -> EditorMessage {
        let text = Random.texts[next(below: Random.texts.count)]
        switch next(below: 18) {
        case 0...5: return .typed(text)
        case 6: return .pasted(text + text)
        case 7: return .optionPicked(next(below: 5))
        case 8: return .backspaced
        case 9: return .deleted
        case 10: return .wordErased
        case 11: return next(below: 2) == 0 ? .movedLeft : .movedRight
        case 12: return .movedTo(next(below: 60) - 10)
        case 13: return next(below: 2) == 0 ? .nextPlace : .previousPlace
        case 14: return .placeChosen(next(below: 40) - 20)
        case 15: return next(below: 2) == 0 ? .undone : .redone
        case 16: return next(below: 2) == 0 ? .newline : .nextUnfilled
        default: return .priorScrolled(next(below: 5))
        }
    }
}
