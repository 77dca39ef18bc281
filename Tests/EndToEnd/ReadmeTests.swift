import Foundation
import Radiology
import Screens
import Testing

@testable import readroom

/// The README says what the program does now.
@Suite struct ReadmeTests {
    private static let readme: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
    }()

    /// `readroom keys --markdown` prints what is to stand there.
    @Test func itsKeysAreThoseOfTheTable() {
        let shown = KeysCommand.table(.default).joined(separator: "\n")
        #expect(Self.readme.contains("<!-- readroom keys --markdown -->\n\(shown)\n<!-- end -->"))
    }

    @Test func itsFilterKeysAreThoseThereAre() {
        for key in WorklistFilter.Key.allCases { #expect(Self.readme.contains("`\(key.rawValue):`"), "\(key)") }
    }

    @Test func itsPicturesAreThere() throws {
        let names = Self.readme.matches(of: /\.ci\/pictures\/([a-z]+)\.svg/).map { String($0.output.1) }
        #expect(names.count >= 3)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for name in names {
            let picture = root.appendingPathComponent(".ci/pictures/\(name).svg")
            #expect(FileManager.default.fileExists(atPath: picture.path), "\(name)")
        }
    }
}
