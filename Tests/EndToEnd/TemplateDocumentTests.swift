import CentralServer
import DICOM
import Foundation
import Programs
import Radiology
import ReportTemplates
import Testing

/// Every template of the library becomes a document that the judges accept: filled as it comes, of patients with names in
/// any script, with long text, and of studies that tell next to nothing.
@Suite struct TemplateDocumentTests {
    static let templates = TemplateLibrary.shipped.templates

    private func version(_ template: Template, _ study: Study, note: String, isAbnormal: Bool) -> ReportVersion {
        let detail = StudyDetail(study: study, series: [])
        var content = ReportContent(
            template: template, context: MergeContext(detail: detail, language: template.language))
        if isAbnormal { makeAbnormal(&content) }
        if let section = template.sections.first(where: { $0.role == .findings || $0.role == .addendum }) {
            content.setFreeText(note, in: section.id)
        }
        return ReportVersion(
            id: ReportVersionID(unchecked: "v"), reportID: ReportID(unchecked: "r"), number: 1, study: study,
            evidence: [],
            document: DocumentReference(
                study: study.uid, series: SeriesInstanceUID(unchecked: "2.25.71"),
                instance: SOPInstanceUID(unchecked: "2.25.72")),
            flags: .final, isAddendum: template.purpose == .addendum, templateIdentifier: template.identifier,
            title: template.title, language: "en-US", sections: content.sections().map(\.reportSection),
            text: content.plainText(),
            signedBy: Reader(name: PersonName(dicom: "Müller^Jörg")!, organization: "Städtisches Klinikum"),
            signedAt: Radiology.Instant(millisecondsSince1970: 1_790_000_000_000),
            timeZone: TimeZoneOffset(seconds: 3600), predecessor: nil)
    }

    private static let full = Study(
        uid: StudyInstanceUID(unchecked: "2.25.7"),
        patient: Patient(
            identifier: PatientIdentifier(
                id: PatientID(unchecked: "00777"), issuer: IssuerOfPatientID(unchecked: "NGH")),
            name: PersonName(dicom: "Yamada^Tarou=山田^太郎=やまだ^たろう"),
            birthDate: CalendarDate(year: 1955, month: 4, day: 1), sex: .male),
        order: Order(
            accessionNumber: AccessionNumber(unchecked: "A1002"),
            requestedProcedures: [RequestedProcedure(id: RequestedProcedureID(unchecked: "RP1"), description: "CT")],
            referringPhysician: PersonName(dicom: "Okafor^Ada"), indication: "Müdigkeit, λόγος, 頭痛"),
        studyID: "1", date: CalendarDate(year: 2026, month: 11, day: 21), time: TimeOfDay(hour: 9, minute: 2),
        description: "CT head", modalities: [.computedTomography], bodyPart: "HEAD")

    private static let bare = Study(
        uid: StudyInstanceUID(unchecked: "2.25.8"), patient: Patient(identifier: nil, name: nil))

    /// Nothing as it comes: each list its last option, each number one within its range, each text another.
    private func makeAbnormal(_ content: inout ReportContent) {
        for field in content.template.fields {
            switch field.kind {
            case .pickOne, .pickMany, .checkbox:
                if let last = field.options.indices.last { content.choose(last, in: field.id) }
            case .number(let quantity):
                content.setText("\(Int(((quantity.minimum ?? 5) + (quantity.maximum ?? 15)) / 2))", in: field.id)
            case .date: content.setText("2026-11-21", in: field.id)
            case .time: content.setText("09:02", in: field.id)
            case .text, .multiline: content.setText("Abnormal, λόγος 異常, 12 mm.", in: field.id)
            }
        }
    }

    private func documents(_ template: Template) throws -> [(name: String, bytes: [UInt8])] {
        let long = Array(repeating: "Ein langer Satz mit Umlauten, äöü, und 日本語.", count: 400).joined(separator: " ")
        let cases = [("full", Self.full, long), ("bare", Self.bare, "Short."), ("abnormal", Self.full, "日本語")]
        return try cases.map { name, study, note in
            let version = version(template, study, note: note, isAbnormal: name == "abnormal")
            let bytes = try ReportDocument.encode(version, softwareVersion: "test")
            #expect(ReportDocument.identityDifferences(bytes, version) == [])
            return (name, bytes)
        }
    }

    @Test(arguments: templates.indices)
    func everyTemplateReadsBackAsItWasWritten(index: Int) throws {
        for (name, bytes) in try documents(Self.templates[index]) {
            let read = ReadStructuredReport.read(try Part10File.decode(bytes).value.dataSet)
            #expect(read.deviations.isEmpty, "\(Self.templates[index].title), \(name)")
            #expect(read.value.text.contains(name == "bare" ? "Short." : "日本語"))
        }
    }

    @Test(.enabled(if: Program.find("dciodvfy") != nil, "needs dicom3tools"), arguments: templates.indices)
    func dciodvfyFindsNoErrorInAnyTemplate(index: Int) async throws {
        for (name, bytes) in try documents(Self.templates[index]) {
            let verdict = try await judge("dciodvfy", bytes)
            let errors = verdict.split(separator: "\n").filter { $0.hasPrefix("Error") }
            #expect(errors.isEmpty, "\(Self.templates[index].title), \(name): \(errors)")
        }
    }

    @Test(.enabled(if: Program.find("dsrdump") != nil, "needs dcmtk"), arguments: templates.indices)
    func dsrdumpReadsEveryTemplate(index: Int) async throws {
        for (name, bytes) in try documents(Self.templates[index]) {
            let text = try await judge("dsrdump", bytes)
            #expect(text.contains("Basic Text SR Document"), "\(Self.templates[index].title), \(name): \(text)")
            #expect(text.contains("Verification Flag   : VERIFIED"))
        }
    }

    /// pydicom reads every value strictly; highdicom rebuilds the content tree with its own classes.
    @Test(.enabled(if: hasPythonJudges, "needs pydicom and highdicom"))
    func pydicomAndHighdicomReadEveryTemplate() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sr-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var count = 0
        for template in Self.templates {
            for (_, bytes) in try documents(template) {
                try Data(bytes).write(to: folder.appendingPathComponent("\(count).dcm"))
                count += 1
            }
        }
        let script = """
            import glob, sys, pydicom
            from highdicom.sr import ContentSequence
            pydicom.config.settings.reading_validation_mode = pydicom.config.RAISE
            for name in glob.glob(sys.argv[1] + "/*.dcm"):
                dataset = pydicom.dcmread(name)
                for element in dataset.iterall(): element.value
                content = ContentSequence.from_sequence(dataset.ContentSequence, is_root=False)
                containers = [item for item in dataset.ContentSequence if item.ValueType == "CONTAINER"]
                assert containers and len(content.get_nodes()) == len(containers), name
                print("read")
            """
        let verdict = try await Program.run(["python3", "-c", script, folder.path])
        #expect(verdict.status == 0, "\(verdict.output)")
        #expect(verdict.output.split(separator: "\n").filter { $0 == "read" }.count == count)
    }

    private static let hasPythonJudges: Bool = {
        Program.succeeds("python3", "-c", "import pydicom, highdicom")
    }()

    /// The only judge of template level, and a slow one: sixteen seconds a document, so only when asked for.
    @Test(
        .enabled(if: isLong && hasPixelMed, "needs READROOM_LONG=1 and libpixelmed-java"), arguments: templates.indices)
    func pixelMedFindsTheTemplateFollowedInEveryTemplate(index: Int) async throws {
        for (name, bytes) in try documents(Self.templates[index]) where name != "bare" {
            let verdict = try await judge("java", bytes, Self.pixelMedArguments)
            let title = "\(Self.templates[index].title), \(name)"
            #expect(verdict.contains("Root Template Validation Complete"), "\(title): \(verdict)")
            #expect(!verdict.contains("Error"), "\(title): \(verdict)")
        }
    }

    private static let isLong = ProcessInfo.processInfo.environment["READROOM_LONG"] == "1"
    private static let archives = "/usr/share/java/"
    private static let hasPixelMed =
        Program.find("java") != nil && FileManager.default.fileExists(atPath: archives + "pixelmed.jar")
    private static let pixelMedArguments: [String] = {
        let names = [
            "pixelmed", "commons-codec", "commons-net", "hsqldb", "jaxb-api", "jmdns", "javax.json", "slf4j-api",
            "vecmath",
        ]
        return ["ExprGrpLimit", "ExprOpLimit", "TotalOpLimit"].map { "-Djdk.xml.xpath\($0)=0" }
            + ["-Xmx3g", "-cp", names.map { "\(archives)\($0).jar" }.joined(separator: ":")]
            + ["com.pixelmed.validate.DicomSRValidator"]
    }()

    private func judge(_ program: String, _ bytes: [UInt8], _ arguments: [String] = []) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).dcm")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await Program.run([program] + arguments + [file.path]).output
    }
}
