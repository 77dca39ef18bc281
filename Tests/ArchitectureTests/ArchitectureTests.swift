import Foundation
import Testing

/// The rules of the house that a compiler does not keep.
@Suite struct ArchitectureTests {
    @Test func sourcesAreFound() {
        #expect(Repository.sources.count > 100)
        #expect(Set(Repository.sources.map(\.target)).isSuperset(of: ["Radiology", "Screens", "Workstation"]))
    }

    @Test func importsFollowTheArrows() {
        let found = Repository.sources.flatMap(Arrows.violations)
        #expect(found.isEmpty, "\(list(found))")
    }

    @Test func pureTargetsTouchNothing() {
        let found = Repository.sources.flatMap(Purity.violations)
        #expect(found.isEmpty, "\(list(found))")
    }

    @Test func sqlStaysInTheStore() {
        let found = Repository.sources.flatMap(Statements.violations)
        #expect(found.isEmpty, "\(list(found))")
    }

    @Test func noTypeIsNamedLikeAModule() {
        let found = Repository.sources.flatMap(TypeNames.violations)
        #expect(found.isEmpty, "\(list(found))")
    }

    @Test func filesStaySmall() {
        let found = Repository.sources.filter { $0.lineCount > 450 }
            .map { Violation(path: $0.path, line: $0.lineCount, what: "more than 450 lines") }
        #expect(found.isEmpty, "\(list(found))")
    }

    /// Fixtures are synthetic and stand in the repository, not on one engineer's machine.
    @Test func testsNameNoMachine() {
        let paths = ["work", "root", "home"].map { "/" + $0 + "/" }
        let found = Repository.files(under: "Tests", withExtension: nil).flatMap { file in
            file.lines.enumerated().filter { line in paths.contains { line.element.contains($0) } }
                .map { Violation(path: file.path, line: $0.offset + 1, what: "a path of one machine") }
        }
        #expect(found.isEmpty, "\(list(found))")
    }

    /// Every target of the manifest is in the table, so that a new one cannot slip past it.
    @Test func tableHoldsEveryTargetOfTheManifest() {
        let manifest = Repository.text("Package.swift")
        let named = manifest.matches(of: /^\s*(?:target|shim)\("(\w+)"/.anchorsMatchLineEndings()).map { String($0.1) }
        #expect(Set(named).isSubset(of: Arrows.ours))
    }

    private func list(_ violations: [Violation]) -> String {
        violations.map(\.description).joined(separator: "\n")
    }
}

/// A rule that cannot fail proves nothing: each of them must find what is planted.
@Suite struct PlantedViolationTests {
    private func planted(_ text: String, in path: String = "Sources/Workstation/Planted.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test(arguments: [
        "import LocalStore", "  import Screens", "public import CentralServer", "internal import CNCurses",
        "@preconcurrency import GRDB", "@testable import Terminal", "import struct DICOM.Tag",
        "@_spi(Inner) public import Vault", "import FlyingFox", "import TOMLKit",
    ])
    func forbiddenImportIsFound(line: String) {
        let found = Arrows.violations(in: planted("import Radiology\n" + line))
        #expect(found.map(\.line) == [2])
    }

    @Test func allowedImportsPass() {
        #expect(Arrows.violations(in: planted("public import Radiology\nimport Sync\n// import LocalStore")).isEmpty)
    }

    @Test func unknownTargetIsFound() {
        #expect(!Arrows.violations(in: planted("", in: "Sources/Attic/Old.swift")).isEmpty)
    }

    @Test(arguments: [
        "let now = Date()", "Date.now", "let id = UUID()", "Int.random(in: 0...1)", "FileManager.default",
        "ProcessInfo.processInfo", "print(text)", "import Foundation",
    ])
    func impurityIsFound(line: String) {
        #expect(!Purity.violations(in: planted(line)).isEmpty)
    }

    @Test(arguments: ["fingerprint(text)", "CalendarDate()", "// never Date()", "let a = 1 // no print("])
    func harmlessLinesPass(line: String) {
        #expect(Purity.violations(in: planted(line)).isEmpty)
    }

    @Test(arguments: ["\"SELECT text FROM report\"", "\"INSERT OR IGNORE INTO claim\"", "\"PRAGMA user_version\""])
    func sqlIsFound(line: String) {
        #expect(!Statements.violations(in: planted(line)).isEmpty)
        #expect(Statements.violations(in: planted(line, in: "Sources/LocalStore/Planted.swift")).isEmpty)
    }

    @Test(arguments: ["enum Sync {}", "public struct Radiology: Sendable {", "final class Terminal"])
    func moduleNamesAreFound(line: String) {
        #expect(!TypeNames.violations(in: planted(line)).isEmpty)
    }
}
