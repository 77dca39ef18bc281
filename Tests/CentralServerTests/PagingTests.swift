import Testing

@testable import CentralServer

/// When the last page has come; nobody says so, and a study that is missed is a patient who waits.
@Suite struct PagingTests {
    @Test func anUnknownServerIsAskedInSmallPages() {
        var paging = Paging()
        #expect(paging.size == 100 && !paging.isLarge)
        #expect(!paging.isOver(after: 100, isNew: true))
        #expect(paging.offset == 100)
        #expect(paging.isOver(after: 99, isNew: true))
    }

    @Test func whatIsKnownIsAskedForAtOnce() {
        var paging = Paging(known: 3_333)
        #expect(paging.size == 3_433 && paging.isLarge)
        #expect(paging.isOver(after: 3_334, isNew: true))
    }

    /// A server that gives 1,000 at most, whatever it is asked for, and does not say so.
    @Test func aSilentLimitIsNoEnd() {
        var fewer = Paging(known: 1_234)
        #expect(!fewer.isOver(after: 1_000, isNew: true))
        #expect(fewer.offset == 1_000)
        #expect(fewer.isOver(after: 234, isNew: true))
        var grown = Paging(known: 990)
        #expect(!grown.isOver(after: 1_000, isNew: true))
        var power = Paging(known: 1_020)
        #expect(!power.isOver(after: 1_024, isNew: true))
    }

    @Test func aServerThatRepeatsItselfIsNotAskedForEver() {
        var paging = Paging()
        #expect(!paging.isOver(after: 100, isNew: true))
        #expect(paging.isOver(after: 100, isNew: false))
        var endless = Paging()
        var pages = 1
        while !endless.isOver(after: 100, isNew: true) { pages += 1 }
        #expect(pages == Paging.mostPages)
    }
}
