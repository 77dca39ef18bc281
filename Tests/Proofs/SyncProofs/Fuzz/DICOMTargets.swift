import DICOM

extension FuzzTarget {
    static let part10 = FuzzTarget(
        name: "part10", share: 25, seeds: { Corpus.part10Files }, tokens: ["DICM", "SQ", "UN", "OB", "PN", "UI"]
    ) { bytes in
        do throws(DICOMError) {
            let file = try Part10File.decode(bytes).value
            return try stability(of: file)
        } catch {
            return error.description.isEmpty ? "an error without a sentence" : nil
        }
    }

    /// What can be written again reads the same, and then always.
    private static func stability(of file: Part10File) throws(DICOMError) -> String? {
        let once = try file.encode()
        let again: Part10File
        do throws(DICOMError) {
            again = try Part10File.decode(once).value
        } catch {
            return "what was written cannot be read: \(error)"
        }
        return try again.encode() == once ? nil : "written twice, it is not the same"
    }

    static let json = FuzzTarget(
        name: "json", share: 25, seeds: { Corpus.jsonTexts },
        tokens: ["\"vr\":\"SQ\"", "\"Value\":[", "[{", "}]", "\\u001b", "\\ud800", "1e999", "-0.0", "null", "{"]
    ) { bytes in
        do throws(DICOMError) {
            let sets = try DataSet.fromJSON(bytes).value
            let once = try DataSet.toJSON(sets)
            do throws(DICOMError) {
                let again = try DataSet.toJSON(try DataSet.fromJSON(once).value)
                return again == once ? nil : "written twice, it is not the same"
            } catch {
                return "what was written cannot be read: \(error)"
            }
        } catch {
            return error.description.isEmpty ? "an error without a sentence" : nil
        }
    }

    /// Names in every defined character set, with the escapes that switch between them.
    static let characterSets = FuzzTarget(
        name: "character-sets", share: 60, seeds: { Corpus.namedFiles },
        tokens: [
            "\u{1B}$B", "\u{1B}(B", "\u{1B}(J", "\u{1B}$)C", "\u{1B}-F", "\u{1B}$)A", "ISO 2022 IR 87", "\\", "^", "=",
        ]
    ) { bytes in
        guard let data = try? Part10File.decode(bytes).value.dataSet else { return nil }
        for tag in [Tag.patientName, .studyDescription, .patientID, .accessionNumber] {
            // The standard allows four controls in text (PS3.5 §6.1.3); every other one is a way out.
            let found = data.strings(tag).joined().unicodeScalars.first {
                $0.properties.generalCategory == .control && ![9, 10, 12, 13].contains($0.value)
            }
            if let found { return "a control came through: U+\(String(found.value, radix: 16))" }
        }
        return nil
    }
}
