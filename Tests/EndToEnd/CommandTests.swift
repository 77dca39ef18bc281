import Foundation
import FoundationXML
import LocalStore
import Programs
import Radiology
import ReportTemplates
import Testing
import Workstation

@testable import readroom

/// Commands as a person types them, on the real program.
@Suite struct CommandTests {
    private let workplace: Workplace

    init() throws { workplace = try Workplace(servers: [Workplace.server("http://127.0.0.1:1/dicom-web")]) }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = workplace.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
        return path.path
    }

    @Test func whatIsExportedIsSoundAndTheSameTemplate() async throws {
        let path = workplace.folder.appendingPathComponent("out.html").path
        let written = try await workplace.run("template", "export", "CT head", "--output", path)
        #expect(written.status == 0, "\(written.output)")
        let lint = try await Program.run([Binary.path, "template", "lint", path])
        #expect(lint.status == 0 && lint.output.contains("0 errors, 0 warnings"), "\(lint.output)")
        let again = try Template.read(mrrt: Array(try Data(contentsOf: URL(filePath: path)))).template
        #expect(again == TemplateLibrary.shipped.templates.first { $0.title == "CT head" })
    }

    @Test func lintNamesErrorsWithTheirLinesAndFails() async throws {
        let broken = try file(
            "broken.html", "<html><head></head>\n<body><p>Liver: <input id=\"a\">\n<input id=\"a\"></p></body></html>")
        let result = try await Program.run([Binary.path, "template", "lint", broken, "/nowhere.html"])
        #expect(result.status == 1)
        #expect(result.output.contains("broken.html: error: no title element"))
        #expect(result.output.contains("broken.html: line 3: error: the id \"a\" is used again"))
        #expect(result.output.contains("/nowhere.html: error: cannot be read"))
    }

    @Test func aNestedTemplateIsReadFromBesideTheFileAndNowhereElse() async throws {
        _ = try file("inner.html", "<html><body><p>Spleen: <input id=\"s\" value=\"Normal.\"></p></body></html>")
        let outer = try file(
            "outer.html",
            "<html><body><p>Liver: <input id=\"l\" value=\"Normal.\"></p><embed src=\"inner.html\"><embed src=\"../x.html\"></body></html>"
        )
        let shown = try await workplace.run("template", "show", outer)
        #expect(shown.output.contains("Liver: Normal.") && shown.output.contains("Spleen: Normal."), "\(shown.output)")
        let lint = try await Program.run([Binary.path, "template", "lint", outer])
        #expect(lint.output.contains("\"../x.html\" is not loaded"))
    }

    @Test func ownTemplatesAreListedAndTheirMistakesNamed() async throws {
        _ = try file("config/templates/mine.txt", "# title: Mine\n# modality: CT\n\nFINDINGS:\nLungs: [Clear.]\n")
        _ = try file("config/templates/bad.txt", "# title: Bad\n\nLungs: [Clear.\n")
        let list = try await workplace.run("template", "list")
        #expect(list.output.contains("Mine  [CT]  urn:readroom:personal:mine"))
        #expect(list.status == 1 && list.output.contains("bad.txt:3: \"[\" is never closed"), "\(list.output)")
        let shown = try await workplace.run("template", "show", "Mine")
        #expect(shown.output.contains("Lungs: Clear."))
    }

    @Test func keysArePrinted() async throws {
        let keys = try await workplace.run("keys")
        #expect(keys.status == 0 && keys.output.contains("WORKLIST") && keys.output.contains("F12  C-x s"))
    }

    @Test func aRuleForNoExaminationIsAMistake() async throws {
        let configuration = workplace.folder.appendingPathComponent("config/config.toml")
        let text =
            try String(contentsOf: configuration, encoding: .utf8) + "\n[[template_rule]]\ntemplate = \"CT head\"\n"
        try Data(text.utf8).write(to: configuration)
        let check = try await workplace.run("config", "check")
        #expect(check.status == 1 && check.output.contains("template_rule says for no examination"), "\(check.output)")
    }

    @Test func theAuditIsVerifiedAndHandedOutAsDICOMMessages() async throws {
        let study = StudyInstanceUID(unchecked: "1.2.3")
        try workplace.withStore { store in
            for (kind, detail) in [(AuditEvent.Kind.opened, ""), (.signed, "v1 \"digest\" <x>")] {
                try store.append(
                    AuditEvent(
                        at: Radiology.Instant(millisecondsSince1970: 1_790_000_000_123), kind: kind,
                        reader: "Roe^Rita & \"\u{301}Co",
                        study: study, detail: detail))
            }
        }
        let verified = try await workplace.run("audit", "verify")
        #expect(verified.status == 0 && verified.output.contains("2 events, one unbroken chain."), "\(verified.output)")
        let file = workplace.folder.appendingPathComponent("audit.xml")
        let exported = try await workplace.run("audit", "export", file.path)
        #expect(exported.status == 0, "\(exported.output)")
        let again = try await workplace.run("audit", "export", file.path)
        #expect(again.status == 1 && again.output.contains("there already"))
        let document = try XMLDocument(contentsOf: file)
        let ids = try document.nodes(forXPath: "//AuditMessage/EventIdentification/EventID/@csd-code").compactMap(
            \.stringValue)
        #expect(ids == ["110103", "110103"])
        let objects = try document.nodes(forXPath: "//ParticipantObjectIdentification/@ParticipantObjectID")
        #expect(objects.compactMap(\.stringValue) == ["1.2.3", "1.2.3"])
        #expect(try workplace.withStore { try $0.auditEvents().last?.kind } == .exported)
    }

    @Test(arguments: ["default", "vim", "emacs", "powerscribe"])
    func everyBuiltInKeymapIsWithoutConflicts(name: String) async throws {
        let keys = try await workplace.run("keys", "--keymap", name)
        #expect(keys.status == 0 && keys.output.contains("sign"), "\(keys.output)")
        #expect(!keys.output.contains("no key"), "every command of every screen has a key")
    }

    @Test func whatAKeymapFileCannotDoIsToldWithItsLines() async throws {
        let file = workplace.folder.appendingPathComponent("config/keymap.toml")
        for (text, told) in [
            (
                "[everywhere]\nlock = [\"M-q\"]\n[study]\nclose = [\"M-q\"]",
                ":4: study.close has the same key as everywhere.lock (line 2)"
            ),
            (
                "[everywhere]\nnext-theme = [\"z\"]",
                ":2: everywhere.next-theme \"z\" would keep z from being typed in reports"
            ),
            ("[study]\nlist-all = [\"A\"]", ":2: study.list-all cannot act there, only in [worklist]"),
        ] {
            try Data((text + "\n").utf8).write(to: file)
            let check = try await workplace.run("config", "check")
            #expect(check.status != 0 && check.output.contains("keymap.toml\(told)"), "\(check.output)")
        }
    }

    @Test(arguments: ["dark", "light", "high-contrast", "colour-blind", "sixteen", "mono"])
    func everyBuiltInThemeIsSound(name: String) async throws {
        let configuration = workplace.folder.appendingPathComponent("config/config.toml")
        let text =
            try String(contentsOf: configuration, encoding: .utf8)
            + "\n[screen]\ntheme = \"\(name)\"\nkeymap = \"vim\"\n"
        try Data(text.utf8).write(to: configuration)
        let check = try await workplace.run("config", "check")
        #expect(check.status == 0, "\(check.output)")
    }

    /// Signed reports may wait to be sent: a kept list that is not understood costs that list and nothing else.
    @Test func aKeptListWithAMistakeIsLeftOutAndStaysInItsFile() async throws {
        let lists = """
            columns = ["patient", "status"]

            [[list]]
            name = "broken"
            filter = "prio:foo"

            [[list]]
            name = "sound"
            filter = "mod:CT"

            """
        let path = try file("config/lists.toml", lists)
        let told = "lists.toml:5: list.filter: prio: takes stat, urgent or routine"
        let check = try await workplace.run("config", "check")
        #expect(check.status == 1 && check.output.contains(told), "\(check.output)")
        let doctor = try await workplace.run("doctor")
        #expect(doctor.output.contains(told), "\(doctor.output)")
        let session = try PlainSession(workplace.command + " --plain", in: workplace.folder)
        try await session.wait(for: "Worklist All")
        let dialog = try await session.type("choose-list", until: "sound", "Left out: ")
        #expect(dialog.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(told))
        #expect(!dialog.contains("broken"))
        try await session.type("back", until: "Worklist All")
        try await session.type("filter mod:MR", until: "filter “mod:MR”")
        try await session.type("choose-list", until: "sound")
        try await session.type("set fresh", until: "keep “mod:MR”")
        try await session.type("yes", until: "Not kept: ", told)
        try await session.type("quit", until: "readroom has ended.")
        #expect(await session.end() == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == lists)
    }

    @Test func keptListsComeBackAsTheyWereKept() throws {
        let paths = Paths(folder: workplace.folder.appendingPathComponent("kept").path)
        var kept = KeptLists(paths)
        kept.lists = [
            SavedList(name: "my \"CT\"", query: WorklistQuery(worklist: .mine, filter: "mod:CT site:\"A, B\"")),
            SavedList(
                name: "late", query: WorklistQuery(filter: "left:<0", order: WorklistOrder(.wait, isReversed: true))),
        ]
        kept.columns = [.patient, .status]
        try kept.write(paths)
        let read = KeptLists(paths)
        #expect(read.lists == kept.lists && read.columns == kept.columns && read.problems.isEmpty)
        let mistaken = try TOMLDocument(file: "x", text: "[[list]]\nname = \"a\"\ntab = \"ours\"\n")
        let problem = #expect(throws: FileProblem.self) { try WorklistSettings.lists(mistaken) }
        #expect(problem?.line == 3)
    }

    /// The clipboard and links of the reader's terminal are off until the configuration says otherwise.
    @Test func whatTheTerminalMayBeAskedForIsConfigured() async throws {
        let made = workplace.folder.appendingPathComponent("new")
        let initial = try await Program.run([Binary.path, "config", "init", "--home", made.path])
        #expect(initial.status == 0, "\(initial.output)")
        let example = try String(contentsOf: made.appendingPathComponent("config/config.toml"), encoding: .utf8)
        #expect(example.contains("# [terminal]") && example.contains("# clipboard = false"))
        let configuration = workplace.folder.appendingPathComponent("config/config.toml")
        let text = try String(contentsOf: configuration, encoding: .utf8)
        for (lines, isFine) in [
            ("clipboard = true\nlinks = true", true), ("clipboard = \"yes\"", false), ("clip = true", false),
        ] {
            try Data((text + "\n[terminal]\n\(lines)\n").utf8).write(to: configuration)
            let check = try await workplace.run("config", "check")
            #expect((check.status == 0) == isFine, "\(check.output)")
            #expect(isFine || check.output.contains("config.toml:"), "\(check.output)")
        }
    }
}
