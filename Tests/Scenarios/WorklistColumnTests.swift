import Radiology
import Terminal
import Testing
import Workstation

@testable import Screens

@Suite struct WorklistColumnTests {
    private static func width(_ column: WorklistColumn, columns: Int) -> Int? {
        let shown = ChosenColumns.usual.shown
        return WorklistColumns(shown, width: columns - 3).layout.placement(of: shown.firstIndex(of: column) ?? 99)?
            .width
    }

    private static func text(
        _ column: WorklistColumn, _ row: WorklistRow, marksWait: Bool, isLate: Bool = false
    ) -> String {
        WorklistCell(
            row: row, now: Fixture.now, targets: ReadingTargets(), marksWait: marksWait, isProjectedLate: isLate
        ).text(column)
    }

    @Test(arguments: [80, 100, 120, 160])
    func whatMattersIsAlwaysThere(columns: Int) {
        let least: [(WorklistColumn, Int)] = [
            (.priority, 4), (.wait, 5), (.modality, 3), (.study, 16), (.patient, 16), (.age, 4), (.status, 13),
        ]
        for (column, cells) in least {
            #expect((Self.width(column, columns: columns) ?? 0) >= cells, "\(column) at \(columns)")
        }
        #expect(columns == 80 || Self.width(.left, columns: columns) == 6)
    }

    /// An order must be seen where the column it goes by is not, and urgency from its other end at every width.
    @Test func anOrderThatNoHeaderShowsIsSaid() {
        let narrow = WorklistColumns(ChosenColumns.usual.shown, width: 77)
        let wide = WorklistColumns(ChosenColumns.usual.shown, width: 197)
        for column in ChosenColumns.usual.shown {
            #expect(narrow.unseenOrder(WorklistOrder(column)).isEmpty == narrow.hasRoom(for: column))
            #expect(wide.unseenOrder(WorklistOrder(column)).isEmpty)
        }
        #expect(narrow.unseenOrder(WorklistOrder(.site, isReversed: true)) == " ▼ by Site ")
        #expect(wide.unseenOrder(WorklistOrder(nil, isReversed: true)) == " ▼ the least urgent first ")
        #expect(wide.unseenOrder(.urgency).isEmpty)
    }

    @Test func noTimeIsEverCut() {
        let day = 24 * 60
        let ages =
            Array(-11 * 60...13 * 60) + [-99 * 60, 98 * 60, 99 * 60, 3 * day, -3 * day, 20_778 * day, -9999 * day]
        for priority in Priority.allCases {
            for minutes in ages {
                var row = Case.all[0].row
                row.item.priority = priority
                row.item.receivedAt = Fixture.now.adding(seconds: Double(-minutes * 60))
                for isLate in [false, true] {
                    let left = Self.text(.left, row, marksWait: false, isLate: isLate)
                    #expect(cellWidth(of: left) <= 6, "\(left)")
                    for marks in [false, true] {
                        let wait = Self.text(.wait, row, marksWait: marks, isLate: isLate)
                        #expect(cellWidth(of: wait) <= 5, "\(wait)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        (0, "0:20", "0:00"), (16, "0:04!", "0:16!"), (20 + 599, "-9:59!", "10h!"), (20 + 600, "late!", "10h!"),
        (20 + 42 * 60, "late!", "42h!"), (5 * 24 * 60, "late!", "5d!"),
    ])
    func timeLeftAndMarkedWait(minutes: Int, left: String, wait: String) {
        var row = Case.all[0].row
        row.item.priority = .stat
        row.item.receivedAt = Fixture.now.adding(seconds: Double(-minutes * 60))
        #expect(Self.text(.left, row, marksWait: false) == left)
        #expect(Self.text(.wait, row, marksWait: true) == wait)
    }
}
