import Foundation
import Testing

@testable import Vault

@Suite struct RecoveryKeyTests {
    @Test func itIsFourteenGroupsOfFour() throws {
        let key = try RecoveryKey.random()
        let groups = key.text.split(separator: "-")
        #expect(groups.count == 14 && groups.allSatisfy { $0.count == 4 })
        #expect(try RecoveryKey(text: key.text).bytes.equals(key.bytes))
        #expect(try !RecoveryKey.random().bytes.equals(key.bytes))
    }

    @Test func spacingCaseAndLookalikesDoNotMatter() throws {
        for _ in 0..<20 {
            let key = try RecoveryKey.random()
            let typed = key.text.lowercased().replacing("-", with: " ").replacing("0", with: "o")
                .replacing("1", with: "l")
            #expect(try RecoveryKey(text: " \(typed)\n").bytes.equals(key.bytes))
        }
    }

    @Test func everyTypoIsCaught() throws {
        let text = Array(try RecoveryKey.random().text)
        for index in text.indices where text[index] != "-" {
            var typed = text
            typed[index] = text[index] == "7" ? "8" : "7"
            #expect(throws: RecoveryKey.Mistake.checksum) { try RecoveryKey(text: String(typed)) }
        }
        for index in text.indices.dropLast() where text[index] != text[index + 1] {
            var typed = text
            typed.swapAt(index, index + 1)
            guard text[index] != "-", text[index + 1] != "-" else { continue }
            #expect(throws: RecoveryKey.Mistake.checksum) { try RecoveryKey(text: String(typed)) }
        }
    }

    @Test func mistakesAreNamed() throws {
        let text = try RecoveryKey.random().text
        #expect(throws: RecoveryKey.Mistake.length(found: 55, expected: 56)) {
            try RecoveryKey(text: String(text.dropLast()))
        }
        #expect(throws: RecoveryKey.Mistake.character("U", group: 2)) {
            try RecoveryKey(text: text.prefix(6) + "U" + text.dropFirst(7))
        }
        #expect(throws: RecoveryKey.Mistake.length(found: 0, expected: 56)) { try RecoveryKey(text: "") }
        #expect(throws: RecoveryKey.Mistake.character("é", group: 1)) { try RecoveryKey(text: "é") }
    }
}
