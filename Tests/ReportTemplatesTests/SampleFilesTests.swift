import Foundation
import Testing

@testable import ReportTemplates

/// Real files from hospitals and societies, read where they are at hand; they are not part of the project.
@Suite struct SampleFilesTests {
    static let files: [URL] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/samples/mrrt")
        let found = FileManager.default.enumerator(at: root.standardizedFileURL, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "html" }
            .sorted { $0.path < $1.path }
    }()

    @Test(arguments: files) func aRealFileIsRead(file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        guard bytes.contains(sequence: "<body") else {
            #expect(throws: TemplateFileError.empty) { try Template.read(mrrt: bytes) }
            return
        }
        let read = try Template.read(mrrt: bytes)
        #expect(Set(read.template.fields.map(\.id)).count == read.template.fields.count)
        let content = ReportContent(template: read.template)
        let text = content.plainText()
        #expect(!text.contains("function("))
        #expect(!text.contains("Patient Age"))
        for field in read.template.fields { #expect(!field.label.isEmpty) }
        #expect(content.places.count >= read.template.fields.count)
        // Every control of the file that a reader can see is a field, radio buttons one per name.
        #expect(read.template.fields.count >= Self.leastFields(in: bytes), "\(file.lastPathComponent)")
    }

    /// Selects and text areas, counted without a parser.
    private static func leastFields(in bytes: [UInt8]) -> Int {
        let source = String(decoding: bytes, as: UTF8.self)
        let body = source.ranges(of: "<body").first.map { source[$0.lowerBound...] } ?? source[...]
        return body.ranges(of: "<select").count + body.ranges(of: "<textarea").count
    }
}

extension [UInt8] {
    fileprivate func contains(sequence text: String) -> Bool {
        String(decoding: self, as: UTF8.self).contains(text)
    }
}
