import Sync
import Testing

@Suite struct ServerFailureTests {
    @Test(arguments: [
        ("", "The server answered 503."), ("busy", "The server answered 503: busy."),
        ("busy.", "The server answered 503: busy."), ("busy... \n", "The server answered 503: busy."),
        ("wait 1.5 s", "The server answered 503: wait 1.5 s."), (" . ", "The server answered 503."),
    ])
    func aRefusalEndsInOneFullStop(text: String, sentence: String) {
        #expect(ServerFailure.refused(status: 503, text: text).sentence == sentence)
    }
}
