import Terminal
import Testing

@Suite struct ColumnsTests {
    /// Priority, study, patient, body part, prior count, site.
    static let worklist = [
        Column(minimum: 4, ideal: 4), Column(minimum: 16, ideal: 30, grows: true), Column(minimum: 16, ideal: 24),
        Column(minimum: 6, ideal: 12, rank: 1), Column(minimum: 3, ideal: 3, rank: 2),
        Column(minimum: 8, ideal: 14, rank: 3),
    ]

    @Test func allColumnsFitAWideScreenAndOneGrows() {
        let columns = Columns(Self.worklist, width: 120)
        #expect(columns.placements.map(\.width) == [4, 53, 24, 12, 3, 14])
        #expect(columns.placements.last.map { $0.start + $0.width } == 120)
    }

    @Test func columnsLeaveByRank() {
        let shown = { (width: Int) in Columns(Self.worklist, width: width).placements.map(\.index) }
        #expect(shown(70) == [0, 1, 2, 3, 4, 5])
        #expect(shown(60) == [0, 1, 2, 3, 4])
        #expect(shown(50) == [0, 1, 2, 3])
        #expect(shown(44) == [0, 1, 2])
    }

    @Test func theScreenIsNeverExceededAndNeverOverlapped() {
        for width in 0...140 {
            var end = 0
            for placement in Columns(Self.worklist, width: width).placements {
                #expect(placement.start >= end)
                end = placement.start + placement.width
            }
            #expect(end <= width)
        }
    }

    @Test func patientAndStudyKeepSixteenCells() {
        for width in 42...140 {
            let columns = Columns(Self.worklist, width: width)
            #expect(columns.placement(of: 1).map { $0.width >= 16 } == true)
            #expect(columns.placement(of: 2).map { $0.width >= 16 } == true)
        }
    }
}
