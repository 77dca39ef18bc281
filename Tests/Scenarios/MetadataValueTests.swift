import Radiology
import Terminal
import Testing

@testable import Screens
@testable import Workstation

/// A value that its column cuts is shown whole below the tree, for as long as its line is selected.
@Suite struct MetadataValueTests {
    private func desk(_ values: [String], _ size: Size) -> Desk {
        var desk = Desk(size: size)
        desk.start()
        desk.press(.enter)
        desk.press(.character("m"))
        desk.state.study?.bundle?.detail.attributes = values.map {
            MetadataAttribute(depth: 0, tag: "(0020,4000)", keyword: "ImageComments", value: $0)
        }
        return desk
    }

    private func text(_ desk: Desk) -> String {
        render(desk.state, size: desk.size, keymap: .default).plainText.joined(separator: "\n")
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 160, rows: 48)])
    func aLongValueIsReadWhole(size: Size) {
        let words = (1...40).map { "word\($0)." }
        var desk = desk([words.joined(separator: " "), "short"], size)
        let shown = text(desk)
        for word in words { #expect(shown.contains(word), "\(word)") }
        #expect(shown.contains("── ImageComments ──"))
        desk.press(.down)
        #expect(!text(desk).contains("── ImageComments ──"))
    }

    @Test func whatFitsNowhereEndsInADotAndLeavesTheTree() {
        let size = Size(columns: 80, rows: 24)
        var desk = desk((0..<30).map { "\($0) " + String(repeating: "long ", count: 2000) }, size)
        desk.press(.end)
        let rows = text(desk).split(separator: "\n")
        #expect(rows.contains { $0.hasPrefix("▌") } && rows.contains { $0.trimmingPrefix(" ") == "…" })
    }
}
