import Testing
import Vault

@Suite struct PINTests {
    @Test(arguments: ["", "123", "123456789", "12a4", "１２３４", "12 34"])
    func onlyFourToEightDigitsAreOne(text: String) throws {
        #expect(try PIN(text) == nil)
    }

    @Test func onlyTheSameDigitsMatch() throws {
        let pin = try #require(try PIN("4711"))
        let hash = try pin.hash()
        #expect(pin.matches(hash))
        #expect(try PIN("4712")?.matches(hash) == false)
        #expect(try PIN("47110")?.matches(hash) == false)
        #expect(try pin.hash() != hash, "each has a salt of its own")
        #expect(!hash.contains("4711") && hash.hasPrefix("$argon2id$"))
    }

    @Test(arguments: ["", "nonsense", String(repeating: "x", count: 500)])
    func aDamagedHashMatchesNothing(hash: String) throws {
        #expect(try PIN("4711")?.matches(hash) == false)
    }
}
