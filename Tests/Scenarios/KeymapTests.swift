import Terminal
import Testing
import Wording

@testable import Screens

/// What keymap files may say, and what is told of those that may not.
@Suite struct KeymapTests {
    /// `path: what (other)`
    private static func told(_ bindings: Keymap.Bindings, over base: Keymap.Bindings = [:]) -> [String] {
        Keymap.reading(bindings, over: base).problems.map { problem in
            "\(problem.path) \(problem.what.english)" + (problem.other.map { " (\($0))" } ?? "")
        }
    }

    @Test(arguments: ["z", "Space", "r", "1", "z x", "Enter", "Tab"])
    func whatIsTypedInReportsIsNoKeyOfEverywhere(key: String) {
        let name = key.split(separator: " ")[0]
        #expect(
            Self.told(["everywhere": ["next-theme": [key]]]).first
                == "everywhere.next-theme \"\(key)\" would keep \(name) from being typed in reports; take a key with C- or M-, or bind it in single screens, as [worklist]"
        )
    }

    @Test func whatErasesOnALineIsNoKeyThere() {
        let erases = "cannot act there: it erases in what is typed"
        #expect(Self.told(["filter": ["page-up": ["C-u"]]]) == ["filter.page-up \"C-u\" \(erases)"])
        #expect(Self.told(["dialog": ["close": ["Backspace"]]]) == ["dialog.close \"Backspace\" \(erases)"])
        #expect(Self.told(["everywhere": ["lock": ["C-u"]]]) == ["everywhere.lock \"C-u\" \(erases)"])
        #expect(
            Self.told(["editing": ["save": ["Enter"]]]) == [
                "editing.save \"Enter\" would keep Enter from being typed; take a key with C- or M-"
            ])
    }

    @Test func aKeyThatHidesTheSequencesOfEverywhereIsTold() {
        #expect(
            Self.told(["study": ["close": ["C-x", "q"]]]) == [
                "study.close and everywhere.lock: C-x both does something and begins a sequence (everywhere.lock)"
            ])
    }

    @Test func aKeyOfEverywhereThatAScreenUsesIsTold() {
        #expect(
            Self.told(["everywhere": ["lock": ["C-w"]]]) == [
                "everywhere.lock has the same key as report.erase-word (report.erase-word)"
            ])
        // What the reader's file says is told of, not what the keymap below it does.
        #expect(
            Self.told(["everywhere": ["lock": ["C-n"]]], over: ["outbox": ["next-row": ["C-n"]]]).allSatisfy {
                $0.hasPrefix("everywhere.lock has the same key as ")
            })
        #expect(
            Self.told(["study": ["close": ["F4"]]]) == [
                "study.close has the same key as everywhere.sync-now (everywhere.sync-now)"
            ])
    }

    @Test func whatCannotActInAScreenIsTold() {
        #expect(Self.told(["study": ["list-all": ["A"]]]) == ["study.list-all cannot act there, only in [worklist]"])
        #expect(
            Self.told(["everywhere": ["undo": ["F9"]]]) == ["everywhere.undo cannot act there, only in [report]"])
        #expect(Self.told(["study": ["foo": ["A"]]]) == ["study.foo is not a command"])
        #expect(
            Self.told([
                "study": ["next-theme": ["T"], "read-next": ["F8"]], "report": ["lock": ["M-l"]],
            ]).isEmpty)
    }

    /// The outbox has `s` for syncing, so that it may do something else with `F4`: but only where it keeps a key.
    @Test func aScreenThatHasTheCommandItselfMayUseItsOtherKeys() {
        let taken = ["close": ["Esc", "F4"]]
        #expect(Self.told(["outbox": taken, "everywhere": ["sync-now": ["F4"]]]).isEmpty)
        #expect(!Self.told(["outbox": taken.merging(["sync-now": []]) { $1 }]).isEmpty)
    }
}
