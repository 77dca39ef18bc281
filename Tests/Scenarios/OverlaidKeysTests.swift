import Radiology
import Terminal
import Testing
import Workstation

@testable import Screens

/// Keys while something lies over the screen: they do what is seen, or say why not.
@Suite struct OverlaidKeysTests {
    private static let size = Size(columns: 80, rows: 24)

    private static func desk(_ names: String, pin: Bool = false) -> Desk {
        var desk = Desk(size: size)
        if pin { _ = desk.change(world: "pin") }
        desk.start()
        desk.press(names)
        return desk
    }

    /// In a report, under the notice that somebody else claimed it first.
    private static var underNotice: Desk {
        var desk = desk("j j r")
        desk.type("Subtle")
        _ = desk.change(world: "lee takes it")
        return desk
    }

    private static let notice = "Lee is reading this study"

    @Test func findUnderTheNoticeTypesIntoItsOwnLine() {
        var desk = Self.underNotice
        #expect(desk.text.contains(Self.notice))
        desk.press("C-s")
        desk.type("vessels")
        #expect(desk.state.editor?.find == "vessels" && desk.text.contains("find: vessels"))
        #expect(desk.state.editor?.draft.edits == Self.underNotice.state.editor?.draft.edits)
        desk.press("Esc")
        #expect(desk.state.screen == .report && desk.state.editor?.find == nil)
    }

    @Test func theNoticeStaysWhileTheReaderWrites() {
        var desk = Self.underNotice
        desk.type(" rim")
        desk.wait(seconds: 60)
        #expect(desk.text.contains(Self.notice) && desk.text.contains("Subtle rim"))
        #expect(desk.text.contains("F12 sign"))
        desk.press("Esc")
        #expect(desk.state.screen == .worklist && desk.state.editor == nil)
    }

    @Test func theNoticeGivesWayToWhatIsOpened() {
        for (keys, opened) in [("F1", "Keys · Report"), ("M-x", "Commands"), ("F5", "Preview"), ("F12", "Sign as")] {
            var desk = Self.underNotice
            desk.press(keys)
            #expect(desk.text.contains(opened), "\(keys)")
            desk.press("Esc")
            #expect(desk.state.screen == .report && !desk.text.contains(Self.notice), "\(keys)")
        }
    }

    @Test func aStatComesBetweenUnderTheNotice() {
        var desk = Self.desk("j j j j r")
        let interrupted = desk.state.editor?.draft.study
        _ = desk.change(world: "lee takes it")
        desk.press("C-x b")
        #expect(desk.state.system.notice?.text == "Nothing was put aside for a STAT.")
        desk.press("C-x 1")
        #expect(desk.state.screen == .report && desk.state.editor?.draft.study != interrupted)
        desk.press("C-x b")
        #expect(desk.state.editor?.draft.study == interrupted)
    }

    @Test func aClaimLostBehindADialogIsSaidAndStandsAfterIt() {
        var desk = Self.desk("j j r C-x w")
        _ = desk.change(world: "lee takes it")
        desk.type("mine")
        #expect(desk.state.overlay == .naming("mine") && desk.state.system.notice?.text == Self.notice + ".")
        desk.press("Esc")
        #expect(desk.text.contains("They claimed it first."))
    }

    @Test(arguments: ["r F12", "|", "L", "r F7", "r C-x w", "r F11", "r F5", "r C-x k", "r C-x a", "r M-x"])
    func helpOpensOverDialogsAndReturns(keys: String) {
        var desk = Self.desk(keys)
        let before = (overlay: desk.state.overlay, text: desk.text)
        desk.press("F1")
        #expect(desk.text.contains("┌ Keys · "), "\(keys)")
        desk.press("PageDown Esc")
        #expect(desk.state.overlay == before.overlay && desk.text == before.text, "\(keys)")
    }

    @Test func helpOpensOverTheQuestionForThePIN() {
        var desk = Self.desk("r F12", pin: true)
        while let open = desk.state.signing?.open, !open.isEmpty { desk.press("k 1") }
        desk.press("Enter")
        desk.type("47")
        desk.press("F1")
        #expect(desk.text.contains("Keys · Sign"))
        desk.press("Esc")
        desk.type("11")
        #expect(desk.state.signing?.credential?.typed == "4711")
        let isPreliminary = desk.state.signing?.isPreliminary
        desk.press("F12 Tab")
        #expect(desk.state.signing?.isPreliminary == isPreliminary && desk.state.signing?.phase == .reviewing)
    }

    /// Lines that are typed on are taken and left as dialogs are.
    @Test func linesFollowTheKeysOfDialogs() {
        let keymap = Keymap.reading(["dialog": ["confirm": ["F6"], "close": ["C-x q", "C-o"]]]).keymap
        func press(_ names: String, _ desk: inout Desk) {
            for name in names.split(separator: " ") {
                guard let key = Key(name: String(name)) else { continue }
                for message in messages(for: key, in: desk.state, size: desk.size, keymap: keymap) {
                    desk.send(message)
                }
            }
        }
        var find = Self.desk("r")
        press("C-s n o F6", &find)
        #expect(find.state.editor?.find == "no")
        press("C-x q", &find)
        #expect(find.state.screen == .report && find.state.editor?.find == nil)
        var search = Self.desk("Enter m")
        press("/ n F6", &search)
        #expect(search.state.study?.isSearching == false && search.state.study?.search == "n")
        press("/ C-o", &search)
        #expect(search.state.study?.isSearching == false && search.state.study?.search == "")
        var sign = Self.desk("r F12", pin: true)
        while let open = sign.state.signing?.open, !open.isEmpty { press("k x F6", &sign) }
        press("Enter 4 C-o", &sign)
        #expect(sign.state.overlay == .signing && sign.state.signing?.credential == nil)
        press("Enter 4 7 1 1 F6", &sign)
        #expect(sign.state.overlay == nil && sign.signed.count == 1)
    }

    @Test(arguments: ["M-x", "C-x 1", "C-x b"]) func whatWaitsForADialogSaysSo(keys: String) {
        for dialog in ["|", "L", "r F12"] {
            var desk = Self.desk(dialog)
            let before = desk.state.overlay
            desk.press(keys)
            #expect(desk.state.overlay == before && desk.state.system.notice?.text == "Close what is open first.")
        }
    }
}

extension Desk {
    fileprivate mutating func press(_ names: String) {
        for name in names.split(separator: " ") { if let key = Key(name: String(name)) { press(key) } }
    }

    fileprivate var text: String { frame.plainText.joined(separator: "\n") }
}
