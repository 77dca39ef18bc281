import Foundation
import ReportTemplates
import Testing

@testable import Workstation

/// What was done, as it is saved and read again.
@Suite struct SavedHistoryTests {
    private static let place = ReportPlace.Target.freeText(Section.ID(rawValue: "findings"))

    /// A history of texts that one place held one after the other.
    private func history(of texts: [String]) -> EditHistory {
        var history = EditHistory()
        for (before, after) in zip(texts, texts.dropFirst()) {
            history.record(
                EditHistory.Edit(
                    target: Self.place, before: .freeText(before), after: .freeText(after), cursorBefore: 0,
                    cursorAfter: after.count, isOpen: false))
        }
        return history
    }

    private func copy(_ history: EditHistory) throws -> EditHistory {
        try JSONDecoder().decode(EditHistory.self, from: JSONEncoder().encode(history))
    }

    private func bytes(_ history: EditHistory) -> [[UInt8]] {
        (history.done + history.undone).flatMap { [Array($0.before.text.utf8), Array($0.after.text.utf8)] }
    }

    /// Code points that share bytes, the same letter written in two ways, and texts that shrink from both ends.
    @Test(arguments: [
        ["", "a", "ab", "b", ""], ["ä", "ö", "äö", "öä", "ö"], ["é", "e\u{301}", "é", "e", "é"],
        ["👩‍⚕️", "👨‍⚕️", "👩", "👩‍⚕️👩‍⚕️", "👩‍⚕️"], ["aaa", "aa", "aaaa", "a", "aaaaaa"], ["日本", "日木", "本", "日日本", "日"],
    ]) func everyByteComesBack(texts: [String]) throws {
        var history = history(of: texts)
        for _ in 0...texts.count {
            #expect(try copy(history) == history)
            #expect(bytes(try copy(history)) == bytes(history))
            _ = history.undo()
        }
        #expect(history.done.isEmpty && history.undone.count == texts.count - 1)
    }

    @Test func aLongReportIsSavedOnce() throws {
        let long = String(repeating: "No focal lesion, no effusion, no fracture is seen.\n", count: 200)
        let texts = (0...100).map { long + String(repeating: "word ", count: $0) }
        let saved = try JSONEncoder().encode(history(of: texts))
        #expect(saved.count < 3 * long.utf8.count)
        #expect(bytes(try JSONDecoder().decode(EditHistory.self, from: saved)) == bytes(history(of: texts)))
    }

    /// Both values whole, for every edit.
    private struct EarlierEdit: Encodable {
        var target = SavedHistoryTests.place
        var before: PlaceValue
        var after: PlaceValue
        var cursorBefore = 0
        var cursorAfter = 1
        var isOpen = false
    }

    @Test func aHistoryOfAnEarlierVersionCanBeRead() throws {
        let earlier = [
            "done": [EarlierEdit(before: .freeText("a"), after: .freeText("b"))],
            "undone": [
                EarlierEdit(before: .freeText("c"), after: .freeText("d")),
                EarlierEdit(before: .freeText("b"), after: .freeText("c")),
            ],
        ]
        var history = try JSONDecoder().decode(EditHistory.self, from: JSONEncoder().encode(earlier))
        #expect(history.redo()?.after == .freeText("c"))
        #expect(history.redo()?.after == .freeText("d"))
        #expect(history.redo() == nil)
        #expect(history.done.map(\.before) == [.freeText("a"), .freeText("b"), .freeText("c")])
    }

    /// The report is saved beside it, and stays; only undo is gone.
    @Test(arguments: [#""front":\#(Int.max)"#, #""front":-1"#, #""front":2"#]) func aBrokenHistoryIsNone(front: String)
        throws
    {
        let saved = String(decoding: try JSONEncoder().encode(history(of: ["a", "ab", "abc"])), as: UTF8.self)
        let broken = saved.replacing(#""front":1"#, with: front)
        #expect(broken != saved)
        #expect(try JSONDecoder().decode(EditHistory.self, from: Data(broken.utf8)) == EditHistory())
    }
}
