import Foundation
import Testing

@testable import Wording

/// The catalogue is complete: what the screens say is in it, in both languages, and nothing else is.
@Suite struct CatalogueTests {
    /// What the sources of the screens hold beside words for the reader.
    private static let untranslated: [String: Set<String>] = [
        // Names of keys, and of commands in keymap files.
        "Screens/KeyTable.swift": [
            "Backspace", "Delete", "Down", "End", "Enter", "Esc", "Home", "Left", "PageDown", "PageUp", "Right",
            "Space", "Tab", "Up", "C-Right", "M-Down", "M-Up", "S-Tab",
        ],
        "Screens/Lines.swift": ["Enter", "Esc"],
        "Screens/Keymap.swift": ["Space"],
        // The words that are typed in the plain mode.
        "Screens/Plain/PlainCommands.swift": [
            "acknowledge", "add", "field", "find", "identity", "palette", "set", "again", "back", "clear-filter",
            "close",
            "filter", "help", "known", "preview", "quit", "search", "yes",
        ],
        // Where the reader is: compared, never shown.
        "Screens/Plain/PlainMode.swift": [
            "actionable", "claim %1", "columns", "comparisons", "lists %1", "locked %1", "naming", "question",
            "score %1",
            "signing %1", "templates", "palette", "help", "preview",
        ],
        // How a template's reason begins, as drafts keep it.
        "Screens/Speech.swift": ["matched: "],
        // What goes into a report, whose language is its template's.
        "Workstation/Draft+Report.swift": ["Critical", "Non-urgent", "Urgent", "actionable"],
        "Workstation/ActionableArea.swift": [
            "by secure message", "by telephone", "by video call", "in person", "1yj",
        ],
        // Keys that pick an option, filters, and what a new file holds.
        "Workstation/ScoreArea.swift": ["123456789abcdefghijklmnopqrstuvwxyz"],
        "Workstation/Lists/SavedLists.swift": ["site:\"%1\"", "spec:%1"],
        "Workstation/LibraryArea.swift": [
            "# modality: CT\\n\\n", "# title: \\n# modality: CT\\n# body: chest\\n\\nFINDINGS:\\n",
        ],
    ]

    private static func isTranslated(_ literal: Literal) -> Bool {
        if Catalogue.german[literal.key] != nil { return true }
        // The raw values of commands.
        if literal.file == "Screens/Command.swift" { return literal.key.contains(/^[a-z0-9-]+$/) }
        return untranslated[literal.file]?.contains(literal.key) == true
    }

    @Test(arguments: ["Screens", "Workstation"])
    func everyTextOfTheScreensIsInTheCatalogue(folder: String) throws {
        let literals = try Sources.literals(in: folder).filter(\.hasWords)
        #expect(literals.count > 50)
        for literal in literals where !CatalogueTests.isTranslated(literal) {
            Issue.record("\(literal.file):\(literal.line): “\(literal.key)” is not in the catalogue")
        }
    }

    @Test(arguments: ["LocalStore/LocalStore.swift", "Vault/VaultError.swift", "Sync/Outcomes.swift"])
    func everySentenceOfAFailureIsInTheCatalogue(file: String) throws {
        // Sentences begin with a capital or a place, and end in a stop.
        let sentences = try Sources.literals(in: file).filter { $0.hasWords && $0.key.contains(/^[A-Z%].*\.$/) }
        #expect(sentences.count >= 8)
        for sentence in sentences where Catalogue.german[sentence.key] == nil {
            Issue.record("\(sentence.file):\(sentence.line): “\(sentence.key)” is not in the catalogue")
        }
    }

    /// What is asked and told before the screen opens, what the files of the reader are objected to for, and what commands
    /// print for a person. The parser's help is English.
    @Test(arguments: [
        "readroom/Commands", "readroom/Configuration", "readroom/Running", "CursesTerminal/CursesError.swift",
        "Terminal/Theme+File.swift", "ReportTemplates/Bracket.swift", "CentralServer/CapabilityProfile.swift",
        "CentralServer/HTTP/HTTPTransport.swift",
    ])
    func everyWordOutsideTheScreensIsInTheCatalogue(place: String) throws {
        // What goes over several lines is written into a file.
        let literals = try Sources.literals(in: place).filter {
            $0.key.contains(/[A-Za-z]{2}.*\ /) && !$0.isHelp && !$0.key.contains("\n")
        }
        #expect(literals.count >= 5)
        for literal in literals where Catalogue.german[literal.key] == nil {
            guard Self.data[literal.file]?.contains(literal.key) != true, !Self.tools.contains(literal.file) else {
                continue
            }
            Issue.record("\(literal.file):\(literal.line): “\(literal.key)” is not in the catalogue")
        }
    }

    /// Commands whose output is for programs, for those who write templates or for those who build readroom.
    private static let tools: Set<String> = [
        "readroom/Commands/KeysCommand.swift", "readroom/Commands/MeasureChecks.swift",
        "readroom/Commands/MeasureKeystrokes.swift", "readroom/Commands/TemplateCommand.swift",
    ]

    /// What is written into files, logs and requests.
    private static let data: [String: Set<String>] = [
        "CentralServer/HTTP/HTTPTransport.swift": ["Accept: %1", "Content-Type: %1", "Authorization: Bearer %1"],
        "readroom/Commands/AuditCommand.swift": [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\\n<AuditMessages>\\n", "audit, %1 events",
        ],
        "readroom/Commands/DemoCommand.swift": ["Demo PACS", "Demo Reading Room"],
        "readroom/Commands/ReadCommand.swift": ["readroom: "],
        "readroom/Configuration/Appearance.swift": ["[screen] keymap", "the built-in keymap"],
        "readroom/Configuration/KeptLists.swift": [
            "columns = [%1]\\n\\n", "# Kept from the screen (L and |). Edit or delete it here.\\n\\n",
        ],
        "readroom/Running/Log.swift": ["%1 %2 %3\\n"],
        "readroom/Running/Runner+Decisions.swift": ["%1 at %2: %3", "%1 at %2"],
        "readroom/Running/Runner+Lock.swift": ["a wrong passphrase could not be written to the audit"],
        "readroom/Running/Runner+Signing.swift": ["second copy: %1 restored, %2 not"],
        "readroom/Running/WorkstationSession.swift": [
            "started, version %1, terminal %2", "started, version %1, plain lines",
        ],
    ]

    @Test func everySentenceOfTheChecksIsInTheCatalogue() throws {
        let all =
            try Sources.literals(in: "ReportChecks/Checks") + Sources.literals(in: "ReportChecks/ReportChecks.swift")
        let sentences = all.filter { $0.key.contains(/^[A-Z%].* .*[.?]$/) }
        #expect(sentences.count > 25)
        for sentence in sentences where Catalogue.german[sentence.key] == nil {
            Issue.record("\(sentence.file):\(sentence.line): “\(sentence.key)” is not in the catalogue")
        }
    }

    @Test func bothLanguagesHaveTheSamePlacesAndTheSameEnds() {
        func places(_ text: String) -> [Int] {
            Format.parts(of: text).compactMap { if case .place(let number) = $0 { number } else { nil } }.sorted()
        }
        for (english, german) in Catalogue.german {
            #expect(places(english) == places(german), "\(english)")
            #expect(!german.isEmpty, "\(english)")
            // A space at an end joins it to what follows.
            #expect(english.hasPrefix(" ") == german.hasPrefix(" "), "\(english)")
            #expect(english.hasSuffix(" ") == german.hasSuffix(" "), "\(english)")
        }
    }

    @Test func nothingIsThereTwice() {
        let keys = Catalogue.parts.flatMap { part in part.map(\.key) }
        let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty)
    }

    @Test func nothingIsUnused() throws {
        var used: Set<String> = []
        let folders = try FileManager.default.contentsOfDirectory(atPath: Sources.root.path).filter { $0 != "Wording" }
        for folder in folders where !folder.hasPrefix("C") || ["CentralServer", "CursesTerminal"].contains(folder) {
            used.formUnion(try Sources.literals(in: folder).map(\.key))
        }
        // Findings and states of the outbox are named after their cases: `pleuralEffusion` is the pleural effusion.
        let concepts = try ["ReportChecks/Lexicon/Concept.swift", "Sync/Outbox.swift"].map { file in
            try String(contentsOf: Sources.root.appendingPathComponent(file), encoding: .utf8)
        }.joined()
        for word in concepts.matches(of: /[a-z][A-Za-z]+/).map({ String($0.0) }) {
            used.insert(word.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) })
        }
        for key in Catalogue.german.keys.sorted() where !used.contains(key) {
            Issue.record("“\(key)” is said nowhere")
        }
    }
}
