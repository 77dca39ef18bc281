import Testing

@testable import DICOM

@Suite("Basic Text SR, written")
struct BasicTextReportTests {
    typealias Report = BasicTextStructuredReport

    @Test func equalInputGivesEqualBytes() throws {
        #expect(try Reports.full.part10() == Reports.full.part10())
        #expect(try Reports.full.part10() != Reports.minimal.part10())
    }

    @Test func type2IsEmptyAndType3Absent() throws {
        let dataSet = try Reports.minimal.dataSet()
        for tag in [
            Tag.patientName, .patientID, .patientBirthDate, .patientSex, .studyDate, .studyTime, .studyID,
            .accessionNumber, .referringPhysicianName, .manufacturer, .performedProcedureCodeSequence,
            .referencedPerformedProcedureStepSequence,
        ] {
            #expect(dataSet[tag]?.value.isEmpty == true, "\(tag)")
        }
        for tag in [
            Tag.issuerOfPatientID, .studyDescription, .timezoneOffsetFromUTC, .referencedRequestSequence,
            .verifyingObserverSequence, .predecessorDocumentsSequence, .currentRequestedProcedureEvidenceSequence,
            .participantSequence, .issuerOfAccessionNumberSequence,
        ] {
            #expect(!dataSet.contains(tag), "\(tag)")
        }
    }

    @Test func theTreeFollowsTheTemplate() throws {
        let dataSet = try Reports.full.dataSet()
        #expect(dataSet.items(.contentTemplateSequence).first?.string(.templateIdentifier) == "2000")
        #expect(dataSet.items(.conceptNameCodeSequence).first?.string(.codeValue) == "18748-4")
        let content = dataSet.items(.contentSequence)
        #expect(content.first?.items(.conceptCodeSequence).first?.string(.codeValue) == "de-DE")
        let relations = content.compactMap { $0.string(.relationshipType) }
        #expect(relations.prefix(4) == ["HAS CONCEPT MOD", "HAS OBS CONTEXT", "HAS OBS CONTEXT", "HAS OBS CONTEXT"])
        #expect(relations.dropFirst(4).allSatisfy { $0 == "CONTAINS" })
        let text = content.last?.items(.contentSequence).first?.string(.textValue)
        #expect(text?.hasSuffix("Ende.") == true)
        #expect(content[4].items(.contentSequence).first?.string(.textValue)?.contains("µm.\r\nZweite") == true)
    }

    @Test func sectionsWithoutTextAreLeftOut() throws {
        var report = Reports.minimal
        report.sections.append(.init(.impressions, ["", ""]))
        let containers = try report.dataSet().items(.contentSequence).filter { $0.string(.valueType) == "CONTAINER" }
        #expect(containers.count == 1)
        report.sections = [.init(.impressions, [""])]
        #expect(throws: StructuredReportError.noContent) { try report.dataSet() }
    }

    @Test func theThreeFlagsAreIndependentButForVerification() throws {
        for completion in [Report.CompletionFlag.partial, .complete] {
            for preliminary in [Report.PreliminaryFlag.preliminary, .final] {
                var report = Reports.minimal
                (report.completion, report.preliminary) = (completion, preliminary)
                let dataSet = try report.dataSet()
                #expect(dataSet.string(.completionFlag) == completion.rawValue)
                #expect(dataSet.string(.preliminaryFlag) == preliminary.rawValue)
                #expect(dataSet.string(.verificationFlag) == "UNVERIFIED")
            }
        }
    }

    @Test func verificationNeedsCompletionAndAnObserver() {
        func error(_ change: (inout Report) -> Void) -> StructuredReportError? {
            var report = Reports.full
            change(&report)
            do throws(StructuredReportError) {
                _ = try report.part10()
                return nil
            } catch { return error }
        }
        #expect(error { $0.completion = .partial } == .verifiedButPartial)
        #expect(error { $0.verifyingObservers = [] } == .verifiedWithoutObserver)
        #expect(error { $0.verification = .unverified } == .observerWithoutVerification)
        #expect(error { $0.verifyingObservers[0].person.organization = nil } == .missing(.verifyingOrganization))
        #expect(error { $0.authors = [] } == .missing(.personName))
        #expect(error { $0.sopInstanceUID = "" } == .missing(.sopInstanceUID))
        #expect(error { $0.study.uid = "1.02" } == .invalid(TagPath(.studyInstanceUID), why: "not a UID"))
        #expect(error { $0.contentDate = "2026-01-02" } != nil)
        #expect(error { $0.contentTime = "" } == .missing(.contentTime))
        #expect(error { $0.contentTime = "101500.5" } == nil)
        #expect(error { $0.timeZoneOffset = "0100" } != nil)
        #expect(error { $0.title.meaning = String(repeating: "x", count: 65) } != nil)
        #expect(error { $0.sections[0].paragraphs = ["\u{1B}[2J"] } != nil)
        #expect(error { $0.evidence[0].series = [] } == .missing(.referencedSeriesSequence))
        #expect(
            error { $0.patient.id = "A\\B" }
                == .encoding(
                    .cannotEncode(
                        at: TagPath(.patientID), why: "a backslash would split the value in two")))
    }

    @Test func errorsSayNothingOfThePatient() {
        var report = Reports.full
        report.patient.name = "Secret\\Name"
        #expect(throws: StructuredReportError.self) { try report.part10() }
        do { _ = try report.part10() } catch { #expect(!"\(error)".contains("Secret")) }
    }

    @Test(arguments: [
        ("1.2.3", true), ("2.25.0", true), ("1", false), ("", false), ("1..2", false), ("1.02", false),
        ("3.1", false), ("1.2.", false), ("1.a", false), ("1." + String(repeating: "2", count: 63), false),
    ])
    func uids(text: String, isValid: Bool) {
        #expect(UID.isValid(text) == isValid)
    }
}
