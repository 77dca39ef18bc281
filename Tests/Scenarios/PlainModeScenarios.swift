import Radiology
import ReportTemplates
import Testing
import Workstation

@testable import Screens

/// The workstation in lines of text: what is told, and what typed lines come to.
@Suite struct PlainModeScenarios {
    /// A desk that is listened to.
    private struct Listener {
        var desk = Desk()
        var plain = PlainMode(keymap: .default)

        init() { desk.start() }

        mutating func hear() -> [String] { plain.lines(of: desk.state) }

        @discardableResult
        mutating func type(_ line: String) -> [String] {
            let answer = plain.answer(to: line, in: desk.state)
            for message in answer.messages { desk.send(message) }
            return answer.lines
        }
    }

    private static func isPlain(_ lines: [String]) -> Bool {
        lines.allSatisfy { line in
            line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x2500...0x259F).contains($0.value) }
        }
    }

    /// The list moved between hearing and typing: the number still means the patient that was heard.
    @Test func aNumberMeansTheStudyThatWasTold() throws {
        var listener = Listener()
        _ = listener.hear()
        let second = try #require(listener.desk.state.worklist.row(at: 1))
        listener.desk.rows.removeFirst()
        listener.desk.send(.system(.storeChanged))
        listener.type("2")
        #expect(listener.desk.state.worklist.selectedRow?.uid == second.uid)
        // It is read by somebody else, and gone: nothing else is chosen in its place.
        listener.desk.rows.removeAll { $0.uid == second.uid }
        listener.desk.send(.system(.storeChanged))
        let before = listener.desk.state.worklist.selected
        #expect(listener.type("2") == ["That study is not in the list any more."])
        #expect(listener.desk.state.worklist.selected == before)
    }

    @Test func listsAreToldWithTheNumbersThatChooseThem() throws {
        var listener = Listener()
        listener.type("choose-list")
        let told = listener.hear()
        let stat = try #require(listener.desk.state.worklist.counts[.stat])
        #expect(told.contains("2. STAT, \(stat) studies"))
        listener.type("2")
        #expect(listener.desk.state.worklist.query.worklist == .stat)
        // An empty line is Enter.
        listener.type("choose-list")
        listener.type("set mine")
        listener.type("")
        #expect(listener.desk.state.worklist.query.worklist == .mine && listener.desk.state.overlay == nil)
    }

    @Test func anEmptyLineEndsAndRecordsNothing() {
        var listener = Listener()
        listener.desk.state.overlay = .quitting(unsent: 1)
        listener.type("")
        #expect(listener.desk.state.overlay == .quitting(unsent: 1))
        listener.desk.state.overlay = nil
        listener.type("open-report")
        listener.type("actionable-finding")
        let before = listener.desk.state.overlay
        listener.type("")
        #expect(listener.desk.state.overlay == before && before != nil)
    }

    @Test func whatChangedAndWhatIsComparedIsTold() throws {
        var listener = Listener()
        listener.type("filter brain")
        listener.type("open-study")
        let study = try #require(listener.desk.state.study)
        try #require(!study.priors.isEmpty)
        #expect(listener.type("what-changed").count > 1)
        #expect(listener.desk.state.study?.showsChanges == false)
        #expect(!listener.plain.brief(of: listener.desk.state).joined().contains("compares with it"))
        #expect(listener.type("=").isEmpty)
        #expect(listener.plain.brief(of: listener.desk.state).joined().contains("compares with it"))
    }

    @Test func aNumberInTheMetadataIsTheLineThatWasToldWithIt() throws {
        var listener = Listener()
        listener.type("open-study")
        let prior = listener.desk.state.study?.selectedPrior
        listener.type("metadata")
        let line = try #require(listener.hear().first { $0.hasPrefix("3. (") })
        listener.type("3")
        #expect(listener.plain.brief(of: listener.desk.state) == ["Selected: " + line])
        #expect(listener.desk.state.study?.selectedPrior == prior)
        #expect(listener.type("9999").joined().contains("no number 9999"))
    }

    /// A report may have more than nine earlier studies.
    @Test func theTwelfthComparisonIsNotTheFirst() throws {
        var listener = Listener()
        listener.type("filter brain")
        listener.type("open-report")
        let one = try #require(listener.desk.state.editor?.priors.first)
        let priors = (1...12).map { number in
            var prior = one
            prior.study.uid = StudyInstanceUID(unchecked: "1.2.3.\(number)")
            return prior
        }
        listener.desk.state.editor?.priors = priors
        let before = listener.desk.state.editor?.comparisons.map(\.study.uid) ?? []
        listener.type("compare-with-prior")
        listener.type("12")
        #expect(listener.desk.state.editor?.compared == before + [priors[11].study.uid])
    }

    /// Whatever the table has can be typed by its name.
    @Test func everyCommandHasItsName() {
        for path in [[], ["open-study"], ["open-report"], ["open-outbox"], ["templates-and-macros"]] {
            var listener = Listener()
            for line in path { listener.type(line) }
            let context = Input(state: listener.desk.state, size: .smallest, keymap: .default).context
            for entry in KeyTable.entries where entry.context == context || entry.context == .everywhere {
                var other = listener
                let said = other.type(entry.command.rawValue)
                #expect(!said.contains { $0.contains("is no command") }, "\(context) \(entry.command.rawValue)")
                #expect(Self.isPlain(other.hear()), "\(context) \(entry.command.rawValue): \(other.hear())")
            }
        }
    }

    @Test func theSubjectIsToldWithEachStudyReportAndSignature() throws {
        var listener = Listener()
        let study = try #require(listener.desk.state.worklist.selectedRow).item.study
        let name = try #require(study.patient.name?.listed)
        for line in ["open-study", "open-report", "sign"] {
            listener.type(line)
            let heard = listener.hear().joined(separator: "\n")
            #expect(heard.contains("Patient: \(name), born "), "\(line): \(heard)")
            #expect(heard.contains("accession number \(study.order.accessionNumber?.rawValue ?? "")"), "\(line)")
        }
    }

    @Test func aFieldIsSetAddedToAndPicked() throws {
        var listener = Listener()
        for line in ["open-report", "set First."] { listener.type(line) }
        #expect(listener.desk.state.editor?.draft.text == "First.")
        listener.type(" Second.")
        #expect(listener.desk.state.editor?.draft.text == "Second.")
        listener.type("=")
        #expect(listener.desk.state.editor?.draft.text == "")
        listener.type("undo")
        #expect(listener.desk.state.editor?.draft.text == "Second.")
        listener.type("add third.")
        let text = try #require(listener.desk.state.editor?.draft.text)
        #expect(text == "Second. third." || text == "Second.\nthird.")
        let place = try #require(listener.desk.state.editor?.draft.places.firstIndex { $0.label.isEmpty })
        listener.type("field \(place + 1)")
        listener.type("set Free text.")
        listener.type("set Free words.")
        #expect(listener.desk.state.editor?.draft.text == "Free words.")
        listener.type("next-field 2")
        #expect(listener.desk.state.editor?.draft.placeIndex != place)
        #expect(listener.type("field nowhere") == ["There is no such field; again tells them all."])
    }

    @Test func dialogsAreToldAndAnsweredByNumbers() {
        var listener = Listener()
        for line in ["open-report", "choose-template"] { listener.type(line) }
        #expect(listener.hear().contains { $0.contains("Templates that fit") })
        listener.type("1")
        #expect(listener.desk.state.overlay == nil)
        listener.type("calculate")
        #expect(Self.isPlain(listener.hear()))
        listener.type("back")
        listener.type("actionable-finding")
        #expect(listener.hear().contains { $0.contains("Told to") })
        listener.type("next-row")
        listener.type("set Free air under the diaphragm")
        guard case .actionable(let form)? = listener.desk.state.overlay else {
            Issue.record("no dialog")
            return
        }
        #expect(form.text == "Free air under the diaphragm")
        listener.type("yes")
        #expect(listener.desk.state.editor?.draft.actionable?.first?.text == "Free air under the diaphragm")
    }

    /// Neither Enter nor an early line signs; only the word does.
    @Test func onlyTheWordSigns() {
        var listener = Listener()
        for line in ["open-report", "set Clear.", "sign"] { listener.type(line) }
        while let obstacle = listener.desk.state.signing?.open.first {
            guard let index = listener.desk.state.signing?.obstacles.firstIndex(of: obstacle) else { break }
            listener.type("\(index + 1)")
            listener.type("known looked at")
            if listener.desk.state.signing?.open.contains(obstacle) == true { break }
        }
        for line in ["", "Enter", "F12", "confirm", "1"] { listener.type(line) }
        #expect(listener.desk.signed.isEmpty)
        #expect(listener.desk.state.signing?.canSign == true)
        listener.type("yes")
        #expect(listener.desk.signed.count == 1)
    }
}
