import Foundation
import Radiology
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: [
        ("1.2.840.10008.1", true), ("1", true), ("", false), ("1..2", false), (".1", false), ("1.", false),
        ("1.2/../../etc", false), ("1.2 ", false), (String(repeating: "1", count: 65), false), ("1.02", true),
    ])
    func uniqueIdentifiers(text: String, isValid: Bool) {
        #expect((StudyInstanceUID(rawValue: text) != nil) == isValid)
    }

    @Test func aStoredHostileIdentifierIsRefused() throws {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([StudyInstanceUID].self, from: Data(#"["../x"]"#.utf8))
        }
        let read = try JSONDecoder().decode([StudyInstanceUID].self, from: Data(#"["1.2"]"#.utf8))
        #expect(read == [StudyInstanceUID(unchecked: "1.2")])
    }

    @Test func aBlankIdentifierIsNone() {
        #expect(PatientID(rawValue: "  ") == nil)
        #expect(AccessionNumber(rawValue: "4711")?.rawValue == "4711")
    }
}

@Suite struct PersonNameTests {
    @Test func threeGroups() throws {
        let name = try #require(PersonName(dicom: "Yamada^Tarou=山田^太郎=やまだ^たろう"))
        #expect(name.listed == "Yamada, Tarou 山田 太郎")
        #expect(name.dicom == "Yamada^Tarou=山田^太郎=やまだ^たろう")
        #expect(name.spoken == "Tarou Yamada")
    }

    @Test(arguments: ["", "^^", "==", "^=^=^", " "])
    func aNameWithoutLettersIsNone(text: String) {
        #expect(PersonName(dicom: text) == nil)
    }

    @Test(arguments: ["Doe^Jane", "Doe", "Doe^Jane^Q^Dr^PhD", "=山田^太郎", "^Jane", "Doe^^Q"])
    func roundTrips(text: String) {
        #expect(PersonName(dicom: text)?.dicom == text)
    }
}

@Suite struct TimeTests {
    @Test(arguments: [
        ("19590312", true), ("1959.03.12", true), ("19590230", false), ("20240229", true), ("", false),
        ("garbage", false), ("00000000", false),
    ])
    func dates(text: String, isValid: Bool) {
        #expect((CalendarDate(dicom: text) != nil) == isValid)
    }

    @Test func daysCountBothWays() {
        for days in stride(from: -800_000 / 2, through: 800_000 / 2, by: 37) {
            #expect(CalendarDate(daysSince1970: days).daysSince1970 == days)
        }
        #expect(CalendarDate(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CalendarDate(year: 2000, month: 3, day: 1)?.daysSince1970 == 11017)
    }

    @Test(arguments: [("09", 32400), ("0902", 32520), ("090207", 32527), ("090207.123", 32527), ("235960", 86399)])
    func timesOfDay(text: String, seconds: Int) {
        #expect(TimeOfDay(dicom: text)?.secondsSinceMidnight == seconds)
    }

    @Test(arguments: ["", "9", "2460", "0960", "ab", "-1"]) func badTimes(text: String) {
        #expect(TimeOfDay(dicom: text) == nil)
    }

    @Test func instantsAndWallClocks() throws {
        let date = try #require(CalendarDate(year: 2026, month: 11, day: 21))
        let time = try #require(TimeOfDay(hour: 0, minute: 30))
        let offset = try #require(TimeZoneOffset(dicom: "+0100"))
        let instant = Instant(date: date, time: time, offset: offset)
        #expect(instant.local(.utc).date.description == "2026-11-20")
        #expect(instant.local(offset).date == date && instant.local(offset).time == time)
        #expect(TimeZoneOffset(seconds: -12600).dicom == "-0330")
        #expect(TimeZoneOffset(dicom: "0100") == nil)
    }

    @Test(arguments: [
        ("19590312", "20261121", "67"), ("20261121", "20261121", "0d"), ("20261001", "20261121", "1m"),
        ("20250101", "20261121", "22m"), ("19591122", "20261121", "66"),
    ])
    func ages(birth: String, day: String, age: String) throws {
        let birth = try #require(CalendarDate(dicom: birth))
        let day = try #require(CalendarDate(dicom: day))
        #expect(Age(from: birth, to: day)?.description == age)
        #expect(day == birth || Age(from: day, to: birth) == nil)
    }
}

@Suite struct ReportTests {
    @Test func verifiedNeedsComplete() {
        #expect(ReportFlags(completion: .partial, verification: .verified, preliminary: .final) == nil)
    }

    @Test(arguments: [
        (CompletionFlag.complete, VerificationFlag.verified, PreliminaryFlag?.some(.final), ReportStatus.final),
        (.complete, .verified, nil, .final),
        (.complete, .unverified, .preliminary, .preliminary),
        (.complete, .unverified, nil, .unverified),
        (.partial, .unverified, .final, .partial),
        (.partial, .unverified, .preliminary, .preliminary),
    ])
    func statusFollowsFromTheFlags(
        completion: CompletionFlag, verification: VerificationFlag, preliminary: PreliminaryFlag?, status: ReportStatus
    ) {
        let flags = ReportFlags(completion: completion, verification: verification, preliminary: preliminary)
        #expect(flags?.status == status)
    }

    @Test func aComparisonNamesModalityTitleAndDate() {
        var study = Study(uid: StudyInstanceUID(unchecked: "1"), patient: Patient(identifier: nil, name: nil))
        study.modalities = [.computedTomography, .structuredReport]
        study.description = "Head"
        study.date = CalendarDate(year: 2025, month: 2, day: 11)
        #expect(Prior(study: study).comparisonText == "CT Head 2025-02-11")
        study.description = "CT Head"
        #expect(Prior(study: study).comparisonText == "CT Head 2025-02-11")
    }

    @Test(arguments: [
        ("CT", "head without contrast", "CT head without contrast"), ("CT", "CT head", "CT head"),
        ("CT", "Ct Head", "Ct Head"), ("CT", "CTPA", "CTPA"), ("MR", "MRI brain", "MRI brain"),
        ("MR", "Mri Brain", "Mri Brain"), ("CR", "Cranium lateral", "CR Cranium lateral"),
        ("CT", "CT-angiography", "CT-angiography"), ("PT/CT", "whole body", "PT/CT whole body"),
        ("PT/CT", "PT/CT whole body", "PT/CT whole body"), ("", "Chest", "Chest"), ("CT", "C", "CT C"),
    ])
    func theFullTitleSaysTheModalityOnce(modality: String, title: String, full: String) {
        var study = Study(uid: StudyInstanceUID(unchecked: "1"), patient: Patient(identifier: nil, name: nil))
        study.modalities = modality.split(separator: "/").map { Modality(rawValue: String($0)) }
        study.description = title
        #expect(study.fullTitle == full)
    }
}
