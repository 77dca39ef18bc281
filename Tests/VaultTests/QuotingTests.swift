import Testing

@testable import Vault

/// Names and paths in SQL end where they end, whatever is in them.
@Suite struct QuotingTests {
    @Test(arguments: ["plain", "it's", "a \"name\"", "'\u{301} marked", "\"\u{301} marked"])
    func everyQuotationMarkIsDoubled(text: String) {
        for (written, quote) in [(SQLConnection.literal(text), "'"), (SQLConnection.quoted(text), "\"")] {
            let inside = written.unicodeScalars.dropFirst().dropLast()
            let expected = text.unicodeScalars.count + text.unicodeScalars.count { String($0) == quote }
            #expect(inside.count == expected, "\(written)")
        }
    }
}
