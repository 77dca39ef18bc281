import Radiology
import ReportTemplates
import Testing
import Wording

@testable import ReportChecks

/// Each thing to look at before signing: it is found where it is, and not where it is not.
@Suite struct ReportChecksTests {
    private let detail = StudyDetail(
        study: Study(
            uid: StudyInstanceUID(rawValue: "1.2.3")!,
            patient: Patient(
                identifier: PatientIdentifier(id: PatientID(rawValue: "00123")!), name: PersonName(dicom: "DOE^Jane"),
                birthDate: CalendarDate(dicom: "19590312"), sex: .female),
            order: Order(accessionNumber: AccessionNumber(rawValue: "4711"))),
        series: [series(1), series(2)])

    private static func series(_ number: Int, _ modality: String? = "CT", images: Int = 2) -> Series {
        Series(
            uid: SeriesInstanceUID(rawValue: "1.2.3.\(number)")!, number: number,
            modality: modality.map { Modality(rawValue: $0) }, description: "axial",
            instances: (0..<images).map {
                Instance(
                    uid: SOPInstanceUID(rawValue: "1.2.3.\(number).\($0)")!, sopClass: SOPClassUID(rawValue: "1.2")!)
            })
    }

    private func content(
        _ kind: Field.Kind = .text, action: Field.CompletionAction = .none, text: String = "Normal.",
        impression: String? = "Normal."
    ) -> ReportContent {
        let field = Field(
            id: Field.ID(rawValue: "liver"), label: "Liver", kind: kind, defaultText: text, completionAction: action)
        var sections = [
            Section(id: Section.ID(rawValue: "f"), title: "Findings", isRequired: true, elements: [.field(field)])
        ]
        if let impression {
            let field = Field(
                id: Field.ID(rawValue: "i"), label: "Impression", kind: .multiline, defaultText: impression)
            sections.append(
                Section(id: Section.ID(rawValue: "i"), title: "Impression", isRequired: true, elements: [.field(field)])
            )
        }
        return ReportContent(template: Template(identifier: "t", title: "T", sections: sections))
    }

    private func obstacles(_ content: ReportContent, now: ((inout StudyDetail) -> Void)? = nil) -> [SigningObstacle] {
        var current = detail
        now?(&current)
        return signingObstacles(content: content, begun: detail, now: current)
    }

    @Test func aGoodReportHasNone() { #expect(obstacles(content()).isEmpty) }

    @Test func anEmptyReport() {
        let found = obstacles(content(text: "", impression: ""))
        #expect(found == [SigningObstacle(.prohibit, "The report is empty.")])
    }

    @Test func anEmptyImpressionIsSaidOnceAndHasAPlace() {
        let found = obstacles(content(impression: ""))
        #expect(found.map(\.sentence) == ["The impression is empty."])
        #expect(found.map(\.severity) == [.prohibit] && found[0].place != nil)
        #expect(obstacles(content(impression: nil)).isEmpty, "not every template has one")
    }

    @Test(arguments: [
        (Field.CompletionAction.prohibit, SigningObstacle.Severity.prohibit), (.alert, .alert),
    ])
    func anUntouchedOrEmptyField(action: Field.CompletionAction, severity: SigningObstacle.Severity) {
        #expect(obstacles(content(action: action)).map(\.severity) == [severity])
        var looked = content(action: action)
        looked.confirm(Field.ID(rawValue: "liver"))
        #expect(obstacles(looked).isEmpty)
        var emptied = looked
        emptied.setFreeText("Other.", in: Section.ID(rawValue: "f"))
        emptied.setText("", in: Field.ID(rawValue: "liver"))
        #expect(obstacles(emptied).map(\.severity) == [severity])
    }

    @Test(arguments: [
        ("[side]", true), ("{size}", true), ("___ mm", true), ("Normal (2 mm).", false), ("a < b", false),
    ])
    func leftovers(text: String, isFound: Bool) {
        #expect(obstacles(content(text: text)).isEmpty != isFound)
    }

    @Test(arguments: [("Patient Age", true), ("RDE196", true), ("The patient is aged.", false)])
    func placeholders(text: String, isFound: Bool) {
        let found = obstacles(content(text: text))
        #expect(found.contains { $0.severity == .prohibit } == isFound)
    }

    @Test(arguments: [("12", 0), ("12,5", 0), ("about 12", 1), ("400", 1)])
    func numbers(text: String, count: Int) {
        let quantity = Field.Quantity(unit: "mm", minimum: 0, maximum: 100)
        #expect(obstacles(content(.number(quantity), text: text)).count == count)
    }

    @Test func identityChanges() {
        let changes: [(String, (inout StudyDetail) -> Void)] = [
            ("name", { $0.study.patient.name = PersonName(dicom: "DOE^Janet") }),
            ("birth date", { $0.study.patient.birthDate = nil }), ("sex", { $0.study.patient.sex = .male }),
            ("identifier", { $0.study.patient.identifier?.issuer = IssuerOfPatientID(rawValue: "NGH") }),
            ("accession", { $0.study.order.accessionNumber = nil }),
        ]
        for (word, change) in changes {
            let found = obstacles(content(), now: change)
            #expect(found.map(\.severity) == [.reidentify], "\(word)")
            #expect(found.first?.sentence.contains(word) == true)
        }
        #expect(obstacles(content()) { $0.study.order.indication = "New words." }.isEmpty)
    }

    @Test func severalChangesAreOneSentence() {
        let found = obstacles(content()) {
            $0.study.patient.sex = nil
            $0.study.patient.name = nil
            $0.study.patient.birthDate = nil
        }
        #expect(
            found.map(\.sentence) == ["The patient's name, birth date and sex changed since you began this report."])
    }

    @Test func seriesChanges() {
        #expect(obstacles(content()) { $0.series.append(Self.series(3)) }.map(\.severity) == [.alert])
        #expect(obstacles(content()) { $0.series.removeLast() }.map(\.severity) == [.alert])
        #expect(obstacles(content()) { $0.series[0] = Self.series(1, images: 3) }.map(\.severity) == [.alert])
        #expect(obstacles(content()) { $0.series.append(Self.series(3, nil)) }.count == 1, "unknown may be images")
        #expect(obstacles(content()) { $0.series.append(Self.series(3, "SR")) }.isEmpty)
        #expect(obstacles(content()) { $0.series.reverse() }.isEmpty)
    }

    @Test func theMostSeriousComesFirst() {
        let found = obstacles(content(action: .prohibit)) {
            $0.series.removeLast()
            $0.study.patient.sex = nil
        }
        #expect(found.map(\.severity) == [.reidentify, .prohibit, .alert])
    }
}
