import Testing

@testable import DICOM

@Suite("Structured reports, read")
struct ReadReportTests {
    @Test(arguments: [Reports.full, Reports.loinc])
    func readsBackWhatWasWritten(written: BasicTextStructuredReport) throws {
        let decoded = try Part10File.decode(try written.part10())
        #expect(decoded.deviations == [])
        let read = ReadStructuredReport.read(decoded.value.dataSet)
        #expect(read.deviations == [])
        let report = read.value
        #expect(report.title == .diagnosticImagingReport)
        #expect(report.template == "2000")
        #expect(report.language == written.language)
        #expect(report.completion == .complete && report.verification == .verified && report.preliminary == .final)
        #expect(report.authors == written.authors)
        #expect(report.verifyingObservers == written.verifyingObservers)
        #expect(report.predecessors == written.predecessors)
        #expect(report.predecessorInstanceUIDs.count == 2)
        #expect(report.accessionNumbers == ["ACC1", "ACC2"])
        #expect(report.sections.map(\.code) == written.sections.map(\.heading.section))
        for (section, original) in zip(report.sections, written.sections) {
            #expect(section.text == original.paragraphs.joined(separator: "\n"))
        }
    }

    @Test func readsBackThroughJSON() throws {
        let dataSet = try Reports.full.dataSet()
        let again = try DataSet.fromJSON(try dataSet.toJSON())
        #expect(again.deviations == [])
        #expect(again.value == [dataSet])
        #expect(ReadStructuredReport.read(again.value[0]).value == ReadStructuredReport.read(dataSet).value)
    }

    private func item(_ type: String, _ name: String, _ fill: (inout DataSet) -> Void = { _ in }) -> DataSet {
        var item = ContentItem.item("CONTAINS", type, Code("1", "99T", name))
        fill(&item)
        return item
    }

    @Test func everyKindOfItemBecomesReadable() {
        var measured = DataSet()
        measured.set(.numericValue, "12.5")
        measured.set(.measurementUnitsCodeSequence, items: [Code("mm", "UCUM", "millimeter").item()])
        var image = DataSet()
        image.set(.referencedSOPInstanceUID, "1.2.3")
        image.set(.referencedFrameNumber, 4)
        let items = [
            item("TEXT", "Finding") { $0.set(.textValue, "Nodule.\r\nSmooth.") },
            item("NUM", "Diameter") {
                $0.set(.measuredValueSequence, items: [measured])
                $0.set(
                    .contentSequence,
                    items: [
                        item("CODE", "Method") {
                            $0.set(.conceptCodeSequence, items: [Code("2", "99T", "Manual").item()])
                        }
                    ])
            },
            item("NUM", "Volume") {
                $0.set(.numericValueQualifierCodeSequence, items: [Code("114000", "DCM", "Not a number").item()])
            },
            item("PNAME", "Informed") { $0.set(.personName, "Doe^Jane^^Dr.") },
            item("DATE", "Date") { $0.set(.date, "20260102") },
            item("TIME", "Time") { $0.set(.time, "101500") },
            item("DATETIME", "At") { $0.set(.dateTime, "20260102101500+0100") },
            item("UIDREF", "Study") { $0.set(.uid, "1.2") },
            item("IMAGE", "Source") { $0.set(.referencedSOPSequence, items: [image]) },
            item("SCOORD", "Outline") { $0.set(.graphicType, "POLYLINE") },
            item("NONSENSE", "Unknown"),
        ]
        var document = DataSet()
        document.set(.contentSequence, items: [item("CONTAINER", "Finding") { $0.set(.contentSequence, items: items) }])
        let read = ReadStructuredReport.read(document)
        let expected = """
            Nodule.
            Smooth.
            Diameter: 12.5 mm
              Method: Manual
            Volume: Not a number
            Informed: Dr. Jane Doe
            Date: 2026-01-02
            Time: 10:15:00
            At: 2026-01-02 10:15:00
            Study: 1.2
            Source: image 1.2.3, frame 4
            Outline: region (polyline)
            Unknown
            """
        #expect(read.value.sections.map(\.text) == [expected])
        #expect(read.deviations.contains { $0.what == .notDecoded })
    }

    @Test func orderOfReadingIsKeptAroundInnerContainers() {
        let inner = item("CONTAINER", "Inner") {
            $0.set(.contentSequence, items: [item("TEXT", "T") { $0.set(.textValue, "two") }])
        }
        let outer = item("CONTAINER", "Outer") {
            $0.set(
                .contentSequence,
                items: [
                    item("TEXT", "T") { $0.set(.textValue, "one") }, inner,
                    item("TEXT", "T") { $0.set(.textValue, "three") },
                ])
        }
        var document = DataSet()
        document.set(.contentSequence, items: [outer, item("TEXT", "T") { $0.set(.textValue, "four") }])
        let sections = ReadStructuredReport.read(document).value.sections
        #expect(sections.map(\.heading) == ["Outer", "Inner", "", ""])
        #expect(sections.map(\.text) == ["T: one", "T: two", "T: three", "T: four"])
        #expect(sections.map(\.depth) == [0, 1, 0, 0])
    }

    @Test func nothingAtAllIsReported() {
        let read = ReadStructuredReport.read(DataSet())
        #expect(read.value.sections.isEmpty && read.value.completion == nil)
        #expect(read.deviations.count >= 7)
    }

    @Test func contradictionsAreReported() throws {
        var dataSet = try Reports.full.dataSet()
        dataSet.set(.completionFlag, "PARTIAL")
        dataSet.set(.preliminaryFlag, "MAYBE")
        let read = ReadStructuredReport.read(dataSet)
        #expect(read.value.preliminary == nil)
        #expect(read.deviations.map(\.path) == [TagPath(.preliminaryFlag), TagPath(.verificationFlag)])
    }

    @Test func endlessNestingStops() {
        var nested = item("TEXT", "T") { $0.set(.textValue, "x") }
        for _ in 0..<300 {
            let child = nested
            nested = item("CONTAINER", "C") { $0.set(.contentSequence, items: [child]) }
        }
        var document = DataSet()
        document.set(.contentSequence, items: [nested])
        #expect(ReadStructuredReport.read(document).deviations.contains { $0.what == .notDecoded })
    }
}
