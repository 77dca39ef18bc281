import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// Who reads here and since when it is locked; nothing of a patient.
    func paintLock(_ frame: inout Frame, _ lock: LockState) {
        let since = lock.since.local(state.system.timeZone).time
        let width = min(frame.columns - 2, 72)
        let region = Region(row: 0, column: 0, columns: frame.columns, rows: frame.rows)
            .centered(columns: width, rows: 6)
        let inner = frame.box(region, title: tr("readroom is locked since \(since)"))
        // A dot for each character would tell how long it is.
        let input = tr("Passphrase or recovery key: \(lock.isTrying ? "…" : lock.typed.isEmpty ? "" : "•••")")
        let said = lock.failure.map(tr) ?? tr("What you typed is saved and comes back as it was.")
        frame.put(
            state.system.reader.name.listed, row: inner.row, column: inner.column + 1, style: Style(.title),
            width: inner.columns - 2)
        let end = frame.put(
            input, row: inner.row + 1, column: inner.column + 1, style: Style(.input), width: inner.columns - 2)
        frame.put(
            said, row: inner.row + 3, column: inner.column + 1,
            style: Style(lock.failure == nil ? .secondary : .warning),
            width: inner.columns - 2)
        frame.cursor = Position(row: inner.row + 1, column: end)
    }
}
