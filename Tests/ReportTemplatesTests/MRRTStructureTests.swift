import Foundation
import Testing

@testable import ReportTemplates

@Suite struct MRRTStructureTests {
    private static let sound = """
        <!DOCTYPE html>
        <html><head><title>T</title><meta charset="UTF-8"><meta name="dcterms.identifier" content="1.2">
        <script type="text/xml"><template_attributes>
        <coding_schemes><coding_scheme name="RADLEX" designator="2.16.840.1.113883.6.256" /></coding_schemes>
        <term type="modality"><code meaning="computed tomography" value="RID10321" scheme="RADLEX" /></term>
        </template_attributes></script></head>
        <body><p>Text.</p></body></html>
        """

    @Test func aSoundFileHasNoDeviation() throws {
        #expect(try Template.read(mrrt: Array(Self.sound.utf8)).deviations == [])
    }

    @Test(arguments: [
        ("<html>", "", Deviation.Kind.notOne(element: "html", count: 0)),
        ("<head>", "<head></head><head>", .notOne(element: "head", count: 2)),
        ("<title>T</title>", "", .notOne(element: "title", count: 0)),
        ("</title>", "</title><title></title>", .notOne(element: "title", count: 2)),
        ("<body>", "<body></body><body>", .notOne(element: "body", count: 2)),
        ("<meta charset=\"UTF-8\">", "", .noCharacterSet),
        ("<meta name=", "<meta charset='UTF-8' name=", .severalCharacterSets),
        ("<meta name=\"dcterms.identifier\" content=\"1.2\">", "", .noDublinCore),
        ("</script>", "</script><script></script>", .notOne(element: "script", count: 2)),
        (
            "<template_attributes>", "<template_attributes></template_attributes><template_attributes>",
            .severalTemplateAttributes
        ),
        ("<code meaning=\"computed tomography\" value=\"RID10321\" scheme=\"RADLEX\" />", "", .termWithoutCode),
        (" /></term>", " /><code meaning=\"d\" value=\"32\" scheme=\"RADLEX\"></term>", .termWithSeveralCodes(2)),
        ("scheme=\"RADLEX\"", "scheme=\"99X\"", .unknownScheme("99x")),
    ])
    func eachDefectIsNamed(part: String, with replacement: String, kind: Deviation.Kind) throws {
        let source = Self.sound.replacing(part, with: replacement)
        #expect(source != Self.sound)
        let found = Template.structure(of: Array(source.utf8))
        #expect(found.map(\.kind) == [kind])
        #expect(found.allSatisfy { $0.severity == .error } || kind == .unknownScheme("99x"))
    }

    /// The samples that were made to be refused: each is named for what is wrong with it.
    private static let negatives: [(file: String, kinds: [Deviation.Kind])] = [
        (
            "missingCharsetTitleTemplateAttributesBodyElements",
            [
                .notOne(element: "title", count: 0), .notOne(element: "body", count: 0), .noCharacterSet,
                .noTemplateAttributes,
            ]
        ),
        ("missingHtmlElement", [.notOne(element: "html", count: 0)]),
        ("multipleBodyElement", [.notOne(element: "body", count: 2)]),
        ("multipleCodeElementsInTermElement", [.termWithSeveralCodes(2)]),
        ("multipleHeadElements", [.notOne(element: "head", count: 2)]),
        ("multipleMetaElementsWithCharsetAttribute", [.severalCharacterSets]),
        ("multipleScriptElements", [.notOne(element: "script", count: 2)]),
        ("multipleTemplateAttributesElement", [.severalTemplateAttributes]),
        ("multipleTitleElements", [.notOne(element: "title", count: 2)]),
        ("noHeadElementFound", [.notOne(element: "head", count: 0)]),
        ("noMetaElementDenotingDublinCoreAttributes", [.noDublinCore]),
        ("noMetaElementWithCharsetAttribute", [.noCharacterSet]),
        ("noScriptElement", [.notOne(element: "script", count: 0), .noTemplateAttributes]),
        ("noTitleElement", [.notOne(element: "title", count: 0)]),
        ("termElementShouldHaveOneCodeElement", [.termWithoutCode]),
    ]

    @Test func everyNegativeSampleIsNamedForItsDefect() throws {
        let files = SampleFilesTests.files.filter { $0.path.contains("invalid") }
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            let found = Template.structure(of: bytes)
            let wanted = try #require(Self.negatives.first { file.lastPathComponent.contains("-\($0.file).") })
            for kind in wanted.kinds {
                #expect(found.contains { $0.kind == kind }, "\(file.lastPathComponent): \(found)")
            }
            #expect(found.contains { $0.severity == .error })
        }
        #expect(files.isEmpty || files.count == Self.negatives.count)
        for file in SampleFilesTests.files where file.path.contains("ihe_connectathon/") {
            let read = try Template.read(mrrt: Array(try Data(contentsOf: file)))
            #expect(!read.deviations.contains { $0.severity == .error }, "\(file.lastPathComponent)")
        }
    }
}
