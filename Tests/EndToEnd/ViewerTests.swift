import Foundation
import Radiology
import Testing
import Wording

@testable import readroom

/// A study handed over to a viewer: what its identifiers may not do.
@Suite struct ViewerTests {
    private func study(accession: String? = "A 1&b;$(touch x)", patient: String? = "P-7") -> Study {
        Study(
            uid: StudyInstanceUID(unchecked: "1.2.840.1"),
            patient: Patient(
                identifier: patient.map { PatientIdentifier(id: PatientID(unchecked: $0), issuer: nil) }, name: nil),
            order: Order(accessionNumber: accession.flatMap(AccessionNumber.init(rawValue:))))
    }

    private func settings(_ text: String) throws -> ViewerSettings {
        try ViewerSettings(TOMLDocument(file: "config.toml", text: "[viewer]\n" + text))
    }

    @Test func anIdentifierIsOneArgumentWhateverItHolds() throws {
        let arguments = try ViewerTarget.arguments(["viewer", "--study={study_uid}", "{accession}"], study())
        #expect(arguments == ["viewer", "--study=1.2.840.1", "A 1&b;$(touch x)"])
    }

    @Test func anIdentifierIsNeverAnOption() {
        #expect(throws: ViewerTarget.Problem.self) {
            try ViewerTarget.arguments(["viewer", "{accession}"], study(accession: "--delete-all"))
        }
        #expect(throws: ViewerTarget.Problem.self) {
            try ViewerTarget.arguments(["viewer", "{accession}"], study(accession: nil))
        }
    }

    @Test func aURLKeepsItsMeaning() throws {
        let url = try ViewerTarget.url("https://v.example/?s={study_uid}&a={accession}&p={patient_id}", study())
        #expect(url == "https://v.example/?s=1.2.840.1&a=A%201%26b%3B%24%28touch%20x%29&p=P-7")
    }

    /// Whoever pastes it looks for the identifier as it is.
    @Test func aCopiedIdentifierIsAsTheStudyHasIt() throws {
        let copying = try settings("copy = \"{accession}\"")
        let mailbox = try #require(Mailbox())
        guard case .copy(let text) = ViewerHandover(of: study(accession: "A 12/3"), by: copying, mailbox) else {
            return #expect(Bool(false))
        }
        #expect(text == "A 12/3")
        #expect(throws: ViewerTarget.Problem.self) {
            try ViewerTarget.text("{patient_id}", study(patient: "P\u{1B}7"))
        }
    }

    @Test(arguments: [
        "command = []", "command = [\"{accession}\"]", "command = [\"v\", \"{name}\"]", "link = \"{study_uid}\"",
        "link = \"viewer\"", "copy = \"}\"", "copy = \"{accession\"", "copy = \"a\"\nlink = \"https://a\"",
        "colour = \"x\"",
    ])
    func aWrongSettingIsSaidWithItsLine(_ text: String) {
        #expect {
            try settings(text)
        } throws: { error in
            (error as? FileProblem)?.line != nil
        }
    }

    @Test func theProgramRunsWithoutAShellAndWithoutTheScreen() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("viewer-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let script = "printf '%s\\n' \"$1\" \"$2\" > '\(file.path)'; ls /proc/self/fd | wc -l >> '\(file.path)'"
        let arguments = try ViewerTarget.arguments(["sh", "-c", script, "sh", "{accession}", "{study_uid}"], study())
        // A descriptor that must not be handed on.
        let held = open("/dev/null", O_RDONLY)
        defer { close(held) }
        #expect(ViewerProgram.start(arguments) { _ in } == nil)
        var said = ""
        for _ in 0..<200 where said.split(separator: "\n").count < 3 {
            try await Task.sleep(for: .milliseconds(50))
            said = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
        let lines = said.split(separator: "\n").map(String.init)
        #expect(lines.prefix(2) == ["A 1&b;$(touch x)", "1.2.840.1"])
        // Input, output, errors, and the folder that `ls` reads.
        #expect(lines.last == "4")
    }

    @Test func aViewerThatIsNotThereIsSaid() {
        #expect(ViewerProgram.start(["/nowhere/viewer"]) { _ in }?.english.contains("cannot be started") == true)
    }
}
