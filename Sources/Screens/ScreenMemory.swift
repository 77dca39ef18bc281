import Radiology
import ReportTemplates
import Terminal
import Wording
import Workstation

/// What of the last screens is the same in the next, so that a key costs what it changes.
///
/// It makes nothing else of a state than there would be without it; who has none begins with an empty one.
public final class ScreenMemory {
    var rows = PaintedRows()
    var window = PaintedWindow()
    /// Of the report being written.
    var texts: [ReportPlace.Target: TextLayout] = [:]

    public init() {}
}

/// The rows of the worklist as they were painted last: a step of the cursor changes none of them.
struct PaintedRows {
    /// What all rows depend on.
    struct Scene: Equatable {
        var columns: [WorklistColumn]
        var width: Int
        var minute: Instant
        var targets: ReadingTargets
        var language: Language
    }

    private struct Painted {
        var row: WorklistRow
        var isProjectedLate: Bool
        var cells: [Cell]
    }

    private var scene: Scene?
    private var painted: [StudyInstanceUID: Painted] = [:]
    /// More than anybody looks through in a minute; then it begins anew.
    private static let most = 2000

    mutating func begin(_ scene: Scene) {
        guard scene != self.scene else { return }
        self.scene = scene
        painted = [:]
    }

    mutating func cells(of row: WorklistRow, isProjectedLate: Bool) -> [Cell]? {
        guard let known = painted[row.uid], known.isProjectedLate == isProjectedLate else { return nil }
        if known.row.isCopy(of: row) { return known.cells }
        guard known.row == row else { return nil }
        // Read anew and unchanged: the next time nothing has to be compared.
        painted[row.uid]?.row = row
        return known.cells
    }

    mutating func keep(_ cells: [Cell], of row: WorklistRow, isProjectedLate: Bool) {
        if painted.count >= PaintedRows.most { painted = [:] }
        painted[row.uid] = Painted(row: row, isProjectedLate: isProjectedLate, cells: cells)
    }
}

/// The worklist's rows in sight as they were painted last, without the mark of the selected one: while the cursor stays
/// in the window and nothing is read, they are copied in one go.
struct PaintedWindow {
    /// What decides how the window looks, beside the rows themselves.
    struct Place: Equatable {
        var scene: PaintedRows.Scene
        var query: WorklistQuery
        var pace: Double
        var offset: Int
        var total: Int
        var top: Int
        var rows: Int
    }

    private var place: Place?
    /// Kept, so that no other array can come to lie where these do.
    private var rows: [WorklistRow] = []
    private var cells: [Cell] = []

    func cells(at place: Place, of rows: [WorklistRow]) -> [Cell]? {
        place == self.place && rows.isCopy(of: self.rows) ? cells : nil
    }

    mutating func keep(_ cells: [Cell], at place: Place, of rows: [WorklistRow]) {
        self.place = place
        self.rows = rows
        self.cells = cells
    }
}

extension [WorklistRow] {
    /// Whether both are one array; others may still hold the same rows.
    fileprivate func isCopy(of other: [WorklistRow]) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
    }
}
