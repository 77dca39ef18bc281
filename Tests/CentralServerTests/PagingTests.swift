import Testing

@testable import CentralServer

/// When the last page has come; nobody says so, and a study that is missed is a patient who waits.
@Suite struct PagingTests {
    @Test func anUnknownServerIsAskedInSmallPages() {
        var paging = Paging()
        #expect(paging.size == 100 && !paging.isLarge)
        let end1 = paging.isOver(after: 100, isNew: true)
        #expect(!end1)
        #expect(paging.offset == 100)
        let end2 = paging.isOver(after: 99, isNew: true)
        #expect(end2)
    }

    @Test func whatIsKnownIsAskedForAtOnce() {
        var paging = Paging(known: 3_333)
        #expect(paging.size == 3_433 && paging.isLarge)
        let end3 = paging.isOver(after: 3_334, isNew: true)
        #expect(end3)
    }

    /// A server that gives 1,000 at most, whatever it is asked for, and does not say so.
    @Test func aSilentLimitIsNoEnd() {
        var fewer = Paging(known: 1_234)
        let end4 = fewer.isOver(after: 1_000, isNew: true)
        #expect(!end4)
        #expect(fewer.offset == 1_000)
        let end5 = fewer.isOver(after: 234, isNew: true)
        #expect(end5)
        var grown = Paging(known: 990)
        let end6 = grown.isOver(after: 1_000, isNew: true)
        #expect(!end6)
        var power = Paging(known: 1_020)
        let end7 = power.isOver(after: 1_024, isNew: true)
        #expect(!end7)
    }

    @Test func aServerThatRepeatsItselfIsNotAskedForEver() {
        var paging = Paging()
        let end8 = paging.isOver(after: 100, isNew: true)
        #expect(!end8)
        let end9 = paging.isOver(after: 100, isNew: false)
        #expect(end9)
        var endless = Paging()
        var pages = 1
        while !endless.isOver(after: 100, isNew: true) { pages += 1 }
        #expect(pages == Paging.mostPages)
    }
}
