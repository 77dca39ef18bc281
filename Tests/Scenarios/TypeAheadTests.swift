import Radiology
import Screens
import Terminal
import Testing

@Suite struct TypeAheadTests {
    private let start = Instant(millisecondsSince1970: 1_000_000)

    @Test func keysWaitAndComeInOrder() {
        var ahead = TypeAhead()
        ahead.add([.enter, .character("r")], at: start)
        let answer1 = ahead.next(isHeld: false)
        #expect(answer1 == .enter)
        let answer2 = ahead.next(isHeld: true)
        #expect(answer2 == nil)
        ahead.add([.character("x")], at: start.adding(seconds: 1))
        let answer3 = ahead.next(isHeld: false)
        #expect(answer3 == .character("r"))
        let answer4 = ahead.next(isHeld: false)
        #expect(answer4 == .character("x"))
        let answer5 = ahead.next(isHeld: false)
        #expect(answer5 == nil)
        #expect(ahead.overdueAt == nil)
    }

    @Test func escapeDropsWhatWaits() {
        var ahead = TypeAhead()
        ahead.add([.character("q")], at: start)
        let answer6 = ahead.next(isHeld: true)
        #expect(answer6 == nil)
        ahead.add([.escape], at: start)
        let answer7 = ahead.next(isHeld: true)
        #expect(answer7 == .escape)
        let answer8 = ahead.next(isHeld: false)
        #expect(answer8 == nil)
    }

    @Test func whatWaitsTooLongIsDroppedAndSaid() {
        var ahead = TypeAhead()
        ahead.add([.character("q")], at: start)
        let answer9 = ahead.dropsOverdue(at: start.adding(seconds: 2))
        #expect(!answer9)
        let answer10 = ahead.dropsOverdue(at: start.adding(seconds: 3))
        #expect(answer10)
        let answer11 = ahead.next(isHeld: false)
        #expect(answer11 == nil)
        let answer12 = ahead.dropsOverdue(at: start.adding(seconds: 9))
        #expect(!answer12)
    }
}
