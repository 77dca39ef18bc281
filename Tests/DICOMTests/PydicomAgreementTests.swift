import Foundation
import Testing

@testable import DICOM

/// Every file that pydicom and pydicom-data ship is read, and the header compared with what pydicom reads.
@Suite("Agreement with pydicom", .enabled(if: Tools.hasPydicom))
struct PydicomAgreementTests {
    private struct Entry: Decodable {
        var path: String
        /// Nil where pydicom refuses the file.
        var elements: [String: [String]]?
    }

    /// All top-level texts and whole numbers of every file, the pixels left out.
    private static let dump = """
        import glob, json, os, sys, warnings
        warnings.filterwarnings("ignore")
        import logging; logging.disable(logging.CRITICAL)
        import pydicom
        roots = [os.path.dirname(pydicom.__file__)]
        try:
            import data_store; roots.append(os.path.dirname(data_store.__file__))
        except ImportError: pass
        texts = set("AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT US SS UL SL UV SV".split())
        out = []
        for root in roots:
            for path in sorted(glob.glob(root + "/**/*", recursive=True)):
                if not os.path.isfile(path) or path.endswith((".py", ".pyc", ".json", ".zip", ".txt", ".md", ".pyi")): continue
                entry = {"path": path}
                try:
                    dataset = pydicom.dcmread(path, stop_before_pixels=True)
                    elements = {}
                    for element in dataset:
                        if element.VR not in texts or element.tag.is_private or element.tag.element == 0 or element.value is None: continue
                        value = element.value
                        values = [value] if isinstance(value, (str, int, float)) or element.VM < 2 else value
                        elements["%08X" % element.tag] = [(isinstance(v, (int, float)) and getattr(v, "original_string", None)) or str(v) for v in values]
                    entry["elements"] = elements
                except Exception: pass
                out.append(entry)
        json.dump(out, sys.stdout)
        """

    private static func entries() throws -> [Entry] {
        let outcome = try #require(Tools.run("python3", ["-c", dump]))
        return try JSONDecoder().decode([Entry].self, from: Data(outcome.output))
    }

    @Test func everyShippedFile() throws {
        let entries = try PydicomAgreementTests.entries()
        #expect(entries.count > 50)
        var (files, compared, reports) = (0, 0, 0)
        for entry in entries {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: entry.path)))
            let options = ReadOptions(stopsBeforePixelData: true, keepsTruncated: true)
            let whole = try? Part10File.decode(bytes)
            guard let expected = entry.elements else { continue }
            let name = (entry.path as NSString).lastPathComponent
            guard let file = try? Part10File.decode(bytes, options: options).value else {
                Issue.record("pydicom reads \(name), we do not")
                continue
            }
            guard file.isDataSetDecoded else { continue }
            files += 1
            compared += compare(file.dataSet, expected, name)
            if let whole { try rewrite(whole.value, name) }
            try throughJSON(file.dataSet, name)
            if ReadStructuredReport.read(file.dataSet).value.sections.contains(where: { !$0.text.isEmpty }) {
                reports += 1
            }
        }
        print("compared \(compared) attributes of \(files) files, \(reports) reports; \(entries.count) found")
        #expect(compared > 20 * files)
    }

    private func compare(_ dataSet: DataSet, _ expected: [String: [String]], _ name: String) -> Int {
        var compared = 0
        for (hex, values) in expected {
            guard let tag = Tag(hex: hex), tag.group != 0x0002 else { continue }
            let ours = ours(dataSet[tag])
            let theirs = values.map(plain).filter { !$0.isEmpty }
            compared += 1
            #expect(ours == theirs, "\(name) \(tag)")
        }
        return compared
    }

    private func ours(_ element: DataElement?) -> [String] {
        switch element?.value {
        case .strings(let texts)?: texts.map(plain).filter { !$0.isEmpty }
        case .integers(let numbers)?: numbers.map(String.init)
        default: []
        }
    }

    /// What the two libraries may differ in.
    private func plain(_ text: String) -> String {
        var trimmed = text.trimmingCharacters(in: CharacterSet(charactersIn: " \0"))
        // pydicom leaves out empty component groups at the end of a name.
        while trimmed.hasSuffix("=") { trimmed.removeLast() }
        return trimmed.precomposedStringWithCanonicalMapping
    }

    /// What was read can be written and read again without a loss, where it is within the standard.
    private func rewrite(_ file: Part10File, _ name: String) throws {
        guard let bytes = try? file.encode(as: file.transferSyntax ?? .explicitVRLittleEndian) else { return }
        let again = try Part10File.decode(bytes).value.dataSet
        for element in file.dataSet.elements where element.tag != .specificCharacterSet && !containsSets(element) {
            #expect(again[element.tag] == element, "\(name) \(element.tag)")
        }
    }

    /// The JSON model loses nothing, where the file is within the standard.
    private func throughJSON(_ dataSet: DataSet, _ name: String) throws {
        guard let json = try? dataSet.toJSON() else { return }
        let again = try #require(try DataSet.fromJSON(json).value.first)
        for element in dataSet.elements where !element.tag.isGroupLength && element.vr != .pn {
            if case .doubles = element.value { continue }
            #expect(
                again[element.tag].map { $0 == element || $0.value.isEmpty && element.value.isEmpty } == true
                    || containsSets(element), "\(name) \(element.tag)")
        }
    }

    /// Items' own character sets are folded into the one of the whole; NaN equals nothing.
    private func containsSets(_ element: DataElement) -> Bool {
        switch element.value {
        case .items: true
        case .doubles(let numbers): numbers.contains { $0.isNaN }
        default: false
        }
    }
}
