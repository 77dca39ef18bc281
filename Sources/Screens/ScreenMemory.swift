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
