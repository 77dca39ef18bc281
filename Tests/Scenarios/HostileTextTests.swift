import Radiology
import Sync
import Terminal
import Testing
import Wording
import Workstation

@testable import Screens

/// No byte of data reaches the terminal as a control, whatever field it comes in by (SAFETY, invariant 22).
@Suite struct HostileTextTests {
    private static let hostile = [
        "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31m\u{85}\u{7F}", "a\u{202E}cba\u{2066}x\u{2069}",
        "\u{0}\u{8}\r\n\t\u{B}",
        "\u{200B}\u{FEFF}\u{E0001}", String(repeating: "A", count: 1000),
        String(repeating: "e\u{301}\u{302}", count: 200),
    ]

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200B, 0xFEFF: true
        default: false
        }
    }

    private func expectClean(_ frame: Frame, _ what: String) {
        let found = frame.cells.flatMap(\.character.unicodeScalars).filter(HostileTextTests.isControl)
        #expect(found.isEmpty, "\(what): \(found.map(\.value))")
    }

    /// A world in which every text is hostile.
    private func desk(_ text: String, size: Size) -> Desk {
        var desk = Desk(size: size)
        desk.rows = [3, 1].compactMap { number in Case.all.first { $0.number == number } }.map { item in
            var row = item.row
            row.item.study = poisoned(row.item.study, text)
            row.status = .readBy(text)
            row.item.claim = nil
            return row
        }
        desk.items = Fixture.outbox.map { item in
            var item = item
            item.version.study = poisoned(item.version.study, text)
            item.version.title = text
            item.entry.progress.lastAnswer = text
            item.entry.destination = DestinationName(unchecked: text)
            return item
        }
        desk.poison = text
        desk.start()
        return desk
    }

    private func poisoned(_ study: Study, _ text: String) -> Study {
        var study = study
        let group = PersonNameGroup(family: text, given: text, middle: text, prefix: text, suffix: text)
        study.patient.name = PersonName(alphabetic: group, ideographic: group)
        study.patient.identifier = PatientIdentifier(
            id: PatientID(unchecked: text), issuer: IssuerOfPatientID(unchecked: text))
        study.order = Order(
            accessionNumber: AccessionNumber(unchecked: text),
            requestedProcedures: [RequestedProcedure(description: text)], referringPhysician: study.patient.name,
            indication: text)
        study.description = text
        study.bodyPart = text
        study.site = SiteName(unchecked: text)
        study.modalities = [Modality(rawValue: text)]
        return study
    }

    @Test(arguments: 0..<HostileTextTests.hostile.count)
    func nothingActsAsAControl(text: Int) {
        var desk = desk(HostileTextTests.hostile[text], size: Scenario.sizes[text % 2])
        expectClean(desk.frame, "worklist")
        desk.press(.enter)
        expectClean(desk.frame, "study")
        desk.press(.character("m"))
        expectClean(desk.frame, "metadata")
        desk.press(.escape)
        desk.press(.character("r"))
        expectClean(desk.frame, "report")
        desk.press(.paste(String(HostileTextTests.hostile[text].prefix(20_000))))
        expectClean(desk.frame, "pasted")
        desk.press(.function(6))
        expectClean(desk.frame, "prior")
        desk.press(.function(5))
        expectClean(desk.frame, "preview")
        desk.press(.escape)
        desk.press(.function(12))
        expectClean(desk.frame, "sign")
        desk.press(.escape)
        desk.send(.system(.failed(Wording(verbatim: HostileTextTests.hostile[text]))))
        desk.send(.study(.claimed(Fixture.uid(3), .taken(by: HostileTextTests.hostile[text]))))
        expectClean(desk.frame, "notice and question")
        desk.press(.escape)
        desk.send(.outbox(.opened))
        expectClean(desk.frame, "outbox")
        desk.send(.system(.quitAsked))
        expectClean(desk.frame, "quit")
    }

    @Test func aNameOfAMegabyteIsCut() {
        var desk = desk("short", size: Scenario.sizes[0])
        let family = String(repeating: "A", count: 1_000_000)
        desk.rows[0].item.study.patient.name = PersonName(alphabetic: PersonNameGroup(family: family))
        desk.send(.system(.storeChanged))
        expectClean(desk.frame, "worklist")
        desk.press(.character("r"))
        #expect(desk.frame.plainText[0].contains("AAAA…"))
        desk.press(.function(12))
        #expect(desk.frame.plainText.contains { $0.contains("AAAA… · born ?") || $0.contains("AAAA… · 1997") })
    }

    /// What is signed holds no control either: pasted text is cleaned on its way in.
    @Test func pastedControlsNeverGetIntoTheReport() {
        var desk = Desk()
        desk.start()
        desk.press(.character("r"))
        desk.press(.paste("one\r\ntwo\u{1B}[31m\tthree\u{0}"))
        #expect(desk.state.editor?.draft.text == "one\ntwo[31m    three")
    }
}
