import Foundation
import Testing

@testable import DICOM

/// Our reports before the validators of others.
@Suite("Structured reports, judged")
struct JudgeTests {
    static let reports = ["minimal": Reports.minimal, "full": Reports.full, "loinc": Reports.loinc]

    @Test(.enabled(if: Tools.has("dciodvfy")), arguments: JudgeTests.reports.keys.sorted())
    func dciodvfyFindsNoError(name: String) throws {
        let report = try #require(JudgeTests.reports[name])
        let outcome = try Tools.withFile(try report.part10()) { Tools.run("dciodvfy", [$0]) }
        let lines = try #require(outcome).errors.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("BasicTextSR") })
        // It complains about what no report can know, such as the patient's sex, only by warnings.
        #expect(lines.filter { $0.hasPrefix("Error") } == [])
    }

    @Test(.enabled(if: Tools.has("dsrdump")), arguments: JudgeTests.reports.keys.sorted())
    func dsrdumpReadsTheTree(name: String) throws {
        let report = try #require(JudgeTests.reports[name])
        let outcome = try #require(try Tools.withFile(try report.part10()) { Tools.run("dsrdump", [$0]) })
        #expect(outcome.status == 0)
        // Its check of VRs knows no UTF-8, and says so.
        let remarks = outcome.errors.split(separator: "\n").filter {
            ($0.hasPrefix("E:") || $0.hasPrefix("W:")) && !$0.contains("does not support this Specific Character Set")
        }
        #expect(remarks == [])
        for section in report.sections { #expect(outcome.text.contains(section.heading.section.meaning)) }
    }

    @Test(.enabled(if: Tools.hasPydicom), arguments: JudgeTests.reports.keys.sorted())
    func pydicomReadsTheSame(name: String) throws {
        let dataSet = try #require(JudgeTests.reports[name]).dataSet()
        let script = """
            import pydicom, sys
            pydicom.config.settings.reading_validation_mode = pydicom.config.RAISE
            dataset = pydicom.dcmread(sys.argv[1])
            for element in dataset.iterall(): element.value
            print(dataset.to_json())
            """
        let bytes = try Part10File(dataSet: dataSet).encode()
        let outcome = try #require(try Tools.withFile(bytes) { Tools.run("python3", ["-c", script, $0]) })
        #expect(outcome.status == 0, "\(outcome.errors)")
        let theirs = try DataSet.fromJSON(outcome.output)
        #expect(theirs.value == [dataSet])
        #expect(theirs.deviations == [])
    }

    @Test(.enabled(if: Tools.hasPydicom))
    func pydicomReadsOurJSON() throws {
        let dataSet = try Reports.full.dataSet()
        let script = """
            import json, pydicom, sys
            dataset = pydicom.Dataset.from_json(open(sys.argv[1]).read())
            print(json.dumps(dataset.to_json_dict()))
            """
        let outcome = try #require(
            try Tools.withFile(try dataSet.toJSON(), "test.json") { Tools.run("python3", ["-c", script, $0]) })
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try DataSet.fromJSON(outcome.output).value == [dataSet])
    }

    @Test(.enabled(if: Tools.hasHighdicom))
    func highdicomReadsTheContent() throws {
        let script = """
            import sys, pydicom
            from highdicom.sr import ContentSequence
            dataset = pydicom.dcmread(sys.argv[1])
            content = ContentSequence.from_sequence(dataset.ContentSequence, is_root=False)
            print(len(content), len(content.get_nodes()))
            """
        let outcome = try #require(
            try Tools.withFile(try Reports.full.part10()) { Tools.run("python3", ["-c", script, $0]) })
        #expect(outcome.status == 0, "\(outcome.errors)")
        let sections = Reports.full.sections.count
        #expect(outcome.text == "\(sections + 4) \(sections)\n")
    }

    private func verdictOfPixelMed(_ bytes: [UInt8]) throws -> String {
        let others = [
            "commons-codec", "commons-net", "hsqldb", "jaxb-api", "jmdns", "javax.json", "slf4j-api", "vecmath",
        ]
        let classes = [Tools.pixelMed] + others.map { "/usr/share/java/\($0).jar" }
        let arguments =
            ["GrpLimit", "OpLimit"].map { "-Djdk.xml.xpathExpr\($0)=0" }
            + ["-Djdk.xml.xpathTotalOpLimit=0", "-Xmx3g", "-cp", classes.joined(separator: ":")]
            + ["com.pixelmed.validate.DicomSRValidator"]
        let outcome = try #require(try Tools.withFile(bytes) { Tools.run("java", arguments + [$0]) })
        return outcome.text + outcome.errors
    }

    @Test(.enabled(if: Tools.hasPixelMed))
    func pixelMedFindsTheTemplateFollowed() throws {
        let verdict = try verdictOfPixelMed(try Reports.full.part10())
        #expect(verdict.contains("Root Template Validation Complete"), "\(verdict)")
        #expect(!verdict.contains("Error"), "\(verdict)")
    }

    @Test(.enabled(if: Tools.hasPixelMed && Tools.isLong), arguments: ["minimal", "loinc"])
    func pixelMedOnFurtherReports(name: String) throws {
        let verdict = try verdictOfPixelMed(try #require(JudgeTests.reports[name]).part10())
        #expect(verdict.contains("Root Template Validation Complete"), "\(verdict)")
        #expect(!verdict.contains("Error"), "\(verdict)")
    }
}
