import Radiology
import Testing

@Suite struct WorklistFilterTests {
    private static let today = CalendarDate(dicom: "20261122") ?? CalendarDate(daysSince1970: 0)

    private static func filter(_ text: String) -> WorklistFilter { WorklistFilter(text, today: today) }

    @Test(arguments: [
        ("head", WorklistFilter.Test.word("head")),
        ("mod:ct,mr", .modality(["CT", "MR"])),
        ("prio:s", .priority([.stat])),
        ("prio:stat,urg", .priority([.stat, .urgent])),
        ("age:<2h", .waiting(.less, seconds: 7200)),
        ("age:90m", .waiting(.less, seconds: 5400)),
        ("age:>65y", .patientAge(.more, years: 65)),
        ("age:40y", .patientAge(.equal, years: 40)),
        ("left:<-10m", .left(.less, seconds: -600)),
        ("body:chest", .words(.body, ["chest"])),
        ("site:\"North General\"", .words(.site, ["North General"])),
        ("sex:f", .sex([.female])),
        ("status:tell,dr", .status([.tell, .draft])),
        ("spec:neu", .subspecialty([.neuro])),
        ("date:yesterday", .date(.equal, today.adding(days: -1))),
        ("date:>2026-11-01", .date(.more, today.adding(days: -21))),
        ("\"two words\"", .word("two words")),
        ("patient:\"Zzz, Thomas\"", .words(.patient, ["Zzz, Thomas"])),
        ("by:\"Okonjo, Dr. Ngozi\",lee", .words(.reader, ["Okonjo, Dr. Ngozi", "lee"])),
        ("\"mod:CT\"", .word("mod:CT")), ("\"-x y\"", .word("-x y")), ("site:\"North", .words(.site, ["North"])),
        // No key of ours: words of a study may have a colon.
        ("ratio:1", .word("ratio:1")),
    ])
    func aTermMeans(_ text: String, _ test: WorklistFilter.Test) {
        let filter = Self.filter(text)
        #expect(filter.terms.map(\.test) == [test] && filter.terms.map(\.isNegated) == [false])
        #expect(filter.problems.isEmpty)
    }

    @Test func allTermsCountAndMinusTurnsOneRound() {
        let filter = Self.filter("mod:CT -site:north  head -")
        #expect(filter.terms.map(\.isNegated) == [false, true, false])
        #expect(filter.terms.count == 3)
    }

    @Test(arguments: ["mod:", "age:<", "prio:", "  ", "-", "\"\"", "by:\"", "mod:,"])
    func whatIsStillTypedFiltersNothing(_ text: String) {
        let filter = Self.filter(text)
        #expect(filter.isEmpty && filter.problems.isEmpty)
    }

    @Test(arguments: ["age:soon", "prio:fast", "date:2026-13-01", "sex:x", "left:<1w", "status:what", "age:<1e400h"])
    func whatIsNotUnderstoodIsSaid(_ text: String) {
        let filter = Self.filter("head " + text)
        #expect(filter.terms.count == 1 && filter.problems.count == 1)
    }

    @Test func subspecialtiesAreToldByModalityBodyPartAndAge() {
        #expect(Subspecialty.of(modality: "CT", words: "HEAD CT head", age: 50) == [.neuro])
        #expect(Subspecialty.of(modality: "MG", words: "screening", age: 50) == [.breast])
        #expect(Subspecialty.of(modality: "CT/PT", words: "whole body", age: 70).contains(.nuclear))
        #expect(Subspecialty.of(modality: "DX", words: "Knee", age: 9) == [.msk, .paediatric])
    }

    @Test func theSameColumnAgainTurnsTheOrderRound() {
        let first = WorklistOrder.urgency.choosing(.patient)
        #expect(first == WorklistOrder(.patient))
        #expect(first.choosing(.patient) == WorklistOrder(.patient, isReversed: true))
        #expect(first.choosing(.patient).choosing(.patient) == .urgency)
        #expect(WorklistOrder(text: "-patient") == first.choosing(.patient) && first.text == "patient")
        #expect(WorklistOrder(text: "colour") == nil)
    }
}
