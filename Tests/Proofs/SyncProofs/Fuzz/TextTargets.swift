import CursesTerminal
import ReportTemplates
import Screens
import Terminal
import Wording

extension FuzzTarget {
    static let mrrt = FuzzTarget(
        name: "mrrt", seeds: { Corpus.mrrtFiles },
        tokens: [
            "<select", "<option selected>", "<section data-section-name=\"x\">", "</section>", "<input type=\"number\"",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "<textarea>", "<script>", "<embed src=\"x\">", "<![CDATA[",
            "&#27;", "\u{301}",
        ]
    ) { bytes in
        guard let read = try? Template.read(mrrt: bytes) else { return nil }
        let once = read.template.mrrt()
        guard let again = try? Template.read(mrrt: Array(once.utf8)) else { return "what was written cannot be read" }
        return again.template.mrrt() == once ? nil : "written twice, it is not the same"
    }

    static let bracket = FuzzTarget(
        name: "bracket", seeds: { Corpus.bracketFiles },
        tokens: ["[", "]", "|", "*", "# ", "[#", "[<", ">]", ":", "\n\n", "[.", "\\", "[[", "{", "# title: x\n"]
    ) { bytes in
        do throws(BracketError) {
            let template = try Template.read(bracketFile: bytes.asText, name: "fuzzed")
            let once = template.bracketFile()
            do throws(BracketError) {
                let again = try Template.read(bracketFile: once, name: "fuzzed")
                return again.bracketFile() == once ? nil : "written twice, it is not the same"
            } catch {
                return "what was written cannot be read: \(error.problems.first?.description ?? "")"
            }
        } catch {
            return error.problems.isEmpty ? "an error without a sentence" : nil
        }
    }

    static let macro = FuzzTarget(
        name: "macro", share: 2, seeds: { Corpus.bracketFiles },
        tokens: ["[", "]", "[.", "# title:", "# modality:", "\n", "<"]
    ) { bytes in
        do throws(BracketError) {
            let macro = try Macro.read(bytes.asText, name: "fuzzed", origin: .personal)
            return macro.text.isEmpty ? "an empty macro" : nil
        } catch {
            return error.problems.isEmpty ? "an error without a sentence" : nil
        }
    }

    static let keymap = FuzzTarget(
        name: "keymap", share: 2,
        seeds: { ["C-x k", "M-Left", "F12", "worklist sign Enter", "S-Up", "PageDown"].map { Array($0.utf8) } },
        tokens: ["C-", "M-", "S-", "F", "Enter", " ", "report", "worklist", "sign", "Space", "Tab"]
    ) { bytes in
        let words = bytes.asText.split(separator: " ").map(String.init)
        for word in words {
            // A key is called by its name, whatever it was asked for by.
            if let key = Key(name: word), Key(name: key.name) != key { return "\(key) is not found by its name" }
        }
        let bindings = [words.first ?? "": [words.dropFirst().first ?? "": Array(words.dropFirst(2))]]
        let read = Keymap.reading(bindings)
        return read.problems.allSatisfy { !$0.what.english.isEmpty } ? nil : "a problem without a sentence"
    }

    static let theme = FuzzTarget(
        name: "theme", share: 60,
        seeds: { ["text fg bright-red", "banner bg #1a2b3c", "dim fg 255"].map { Array($0.utf8) } },
        tokens: ["#", "fg", "bg", "bold", "bright-", "-1", "256", "99999999999999999999", "text"]
    ) { bytes in
        let words = bytes.asText.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count >= 3 else { return nil }
        var value = Theme.Value.text(words[2])
        if let number = Int(words[2]) { value = .number(number) }
        do throws(ThemeError) {
            _ = try Theme(tables: [words[0]: [words[1]: value]])
            return nil
        } catch {
            return error.problems.contains { !$0.description.isEmpty } ? nil : "an error without a sentence"
        }
    }

    /// Bytes as curses hands them over, in batches; codes for keys and pastes among them.
    static let keyDecoder = FuzzTarget(
        name: "key-decoder", share: 60,
        seeds: {
            ["\u{1B}[A plain \u{1B}OP text", "\u{1B}]0;title\u{7}", "a\u{301}\u{1B}\u{1B}x"].map { Array($0.utf8) }
        },
        tokens: ["\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{7}", "\u{1B}[200~", "\u{1B}[201~", "\u{301}"]
    ) { bytes in
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for batch in bytes.asText.unicodeScalars.map(rawKey).split(separator: .code(0)) {
            keys += decoder.decode(Array(batch))
        }
        if keys.contains(where: isControl) { return "a control became a character" }
        // Whatever came before: a lone Esc ends it, and the next letter is a letter.
        _ = decoder.decode([.scalar("\u{1B}")])
        _ = decoder.decode([.scalar("\u{1B}")])
        let last = decoder.decode([.scalar("a")])
        return last == [.character("a")] ? nil : "after two lone Esc a letter is \(last)"
    }

    /// Some letters stand for what is no code point: the codes of keys, of pastes, the end of a batch.
    private static func rawKey(_ scalar: Unicode.Scalar) -> RawKey {
        switch scalar {
        case "~": .code(0)
        case "{": .code(3000)
        case "}": .code(3001)
        case "0"..."9": .code(250 + Int(scalar.value))
        case "\u{FFFD}": .code(3100 + Int(scalar.value % 30))
        default: .scalar(scalar)
        }
    }

    private static func isControl(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        case .paste(let text):
            text.unicodeScalars.contains {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            }
        default: false
        }
    }
}
