import Radiology
import Sync
import Terminal
import Wording
import Workstation

/// The text of every screen, from the same state as its picture.
struct PlainText {
    let state: WorkstationState
    let keymap: Keymap

    var lines: [String] {
        if state.overlay != nil { return dialogLines }
        return switch state.screen {
        case .worklist: worklistLines
        case .study: studyLines
        case .report: reportLines + claimLostLines
        case .outbox: outboxLines
        case .comparison: comparisonLines
        case .library: libraryLines
        }
    }

    var brief: [String] {
        if state.overlay != nil { return state.overlay == .signing ? signingBrief : dialogBrief }
        switch state.screen {
        case .worklist: return worklistBrief
        case .study: return priorBrief
        case .report: return fieldLines
        case .outbox: return outboxBrief
        case .comparison: return []
        case .library: return libraryBrief
        }
    }

    // MARK: Who and what

    static func identity(_ study: Study) -> [String] {
        let patient = study.patient
        let identifier =
            patient.identifier.map { tr("ID \($0.id)") + ($0.issuer.map { " (\($0))" } ?? "") } ?? tr("NO ID")
        let who = [
            patient.name?.listed ?? tr("NO NAME"),
            patient.birthDate.map { tr("born \(dayText($0))") } ?? tr("birth date unknown"),
            [study.patientAge()?.description, patient.sex?.rawValue].compactMap(\.self).joined(separator: " "),
            identifier,
        ].filter { !$0.isEmpty }
        let what = [
            study.fullTitle,
            [study.date.map(dayText), study.time?.description].compactMap(\.self).joined(separator: " "),
            study.order.accessionNumber.map { tr("accession number \($0)") } ?? tr("no accession number"),
        ].filter { !$0.isEmpty }
        return [
            tr("Patient: ") + who.joined(separator: ", ") + ".", tr("Study: ") + what.joined(separator: ", ") + ".",
        ]
    }

    // MARK: Worklist

    private static let page = 20

    /// The rows that are told: the selected one and those after it.
    static func rowsTold(_ worklist: WorklistState) -> Range<Int> {
        let first = max(0, min(worklist.selected, worklist.total - 1))
        return first..<min(worklist.total, first + page)
    }

    private var worklistLines: [String] {
        let worklist = state.worklist
        let counts = Worklist.allCases.enumerated().map { number, list in
            "\(number + 1) \(Words.list(list)) \(worklist.counts[list] ?? 0)"
        }
        let filter = worklist.query.filter.isEmpty ? "" : tr(", filter “\(worklist.query.filter)”")
        let order = worklist.query.order
        let sorted =
            order == .urgency
            ? ""
            : tr(", sorted by \(order.column?.title ?? tr("urgency"))") + (order.isReversed ? tr(", turned round") : "")
        let rows = PlainText.rowsTold(worklist)
        let range = rows.isEmpty ? tr("none") : tr("\(rows.lowerBound + 1) to \(rows.upperBound) of \(worklist.total)")
        let head = tr("Worklist \(Words.list(worklist.query.worklist))\(filter)\(sorted): \(range).")
        let ignored = ScreenPainter(state: state, keymap: keymap).filterProblem.map { tr(" Ignored: \($0).") } ?? ""
        return [head + ignored] + rows.map { rowLine($0) } + [tr("Lists: ") + counts.joined(separator: ", ") + "."]
    }

    private func word(_ priority: Priority) -> String {
        switch priority {
        case .stat: tr("STAT")
        case .urgent: tr("urgent")
        case .routine: tr("routine")
        }
    }

    /// - Parameter timed: whether with how long it waits, which is another every minute.
    private func rowLine(_ index: Int, timed: Bool = true) -> String {
        guard let row = state.worklist.row(at: index) else { return tr("\(index + 1). Still being read.") }
        let study = row.item.study
        let person = [
            study.patient.name?.listed ?? tr("no name"), study.patientAge()?.description, study.patient.sex?.rawValue,
        ].compactMap(\.self).joined(separator: " ")
        let parts = [
            word(row.item.priority), person, study.fullTitle,
            study.order.accessionNumber.map { tr("accession \($0)") } ?? "",
            timed ? tr("waits \(Words.span(row.item.receivedAt, state.system.now))") : "", Words.status(row.status),
            row.actionable.map { timed ? tr("TELL \(Words.span($0.foundAt, state.system.now))") : tr("TELL") } ?? "",
        ].filter { !$0.isEmpty }
        return "\(index + 1). " + parts.joined(separator: ", ")
    }

    private var worklistBrief: [String] {
        guard state.worklist.selectedRow != nil else { return [tr("No study is selected.")] }
        return [tr("Selected: ") + rowLine(state.worklist.selected, timed: false)]
    }

    // MARK: Study

    private var studyLines: [String] {
        guard let study = state.study else { return [] }
        var lines = PlainText.identity(study.study)
        if study.showsMetadata { return lines + metadataLines(study) }
        let order = study.study.order
        let status = Words.status(study.row.status)
        lines.append(tr("Priority: \(word(study.row.item.priority))") + (status.isEmpty ? "." : ", \(status)."))
        lines.append(tr("Indication: \(order.indication ?? tr("none was given."))"))
        if let physician = order.referringPhysician { lines.append(tr("Referred by: \(physician.listed)")) }
        if let failure = study.failure { return lines + [tr("The study was not read: \(failure)")] }
        guard let bundle = study.bundle else { return lines + [tr("Reading the study.")] }
        let technique = figures((bundle.detail.technique + bundle.detail.dose).joined(separator: ", "))
        lines.append(tr("Technique: \(technique.isEmpty ? tr("the headers say nothing.") : technique)"))
        for series in bundle.detail.series {
            let parts = [
                series.number.map(String.init), series.modality?.rawValue, series.description,
                tr("\(series.instances.count) images"),
            ]
            lines.append(tr("Series ") + parts.compactMap(\.self).joined(separator: " "))
        }
        if let stale = bundle.staleBecause { lines.append(tr("As last seen here: \(stale)")) }
        lines.append(study.priors.isEmpty ? tr("No prior is known.") : tr("Priors: \(study.priors.count)."))
        lines += study.priors.enumerated().map { "\($0 + 1). \(title($1))" }
        return lines + priorReport(study.prior)
    }

    private func metadataLines(_ study: StudyState) -> [String] {
        let tree = study.tree
        let search = study.search.isEmpty ? "" : tr(" with “\(study.search)”")
        let told = tree.indices.dropFirst(study.selectedAttribute).filter { tree[$0].isFound }
        return [tr("Metadata\(search): \(tree.count(where: \.isFound)) attributes.")]
            + told.prefix(60).map { attributeLine($0, tree) }
            + (told.count > 60 ? [tr("More: page-down, or search WORD.")] : [])
    }

    private func attributeLine(_ index: Int, _ tree: [MetadataLine]) -> String {
        let attribute = tree[index].attribute
        return "\(index + 1). \(attribute.tag) \(attribute.keyword): \(attribute.value)"
    }

    /// What the report says that the one before it did not.
    var changes: [String] {
        guard let study = state.study, let changes = ReportChanges(study) else {
            return [tr("There is no earlier report to compare this one with.")]
        }
        return changes.lines(width: 4000).map(\.text)
    }

    private func title(_ prior: Prior) -> String {
        let isCompared = state.study?.compared?.contains(prior.study.uid) ?? false
        return [
            prior.study.fullTitle, prior.study.date.map(dayText),
            prior.reports.isEmpty ? tr("no report") : tr("with report"),
            isCompared ? tr("the report compares with it") : nil,
        ]
        .compactMap(\.self).joined(separator: ", ")
    }

    private var priorBrief: [String] {
        guard let study = state.study else { return [] }
        if study.showsMetadata {
            let tree = study.tree
            guard tree.indices.contains(study.selectedAttribute) else { return [] }
            return [tr("Selected: ") + attributeLine(study.selectedAttribute, tree)]
        }
        guard let prior = study.prior else { return [] }
        return [tr("Selected prior: \(study.selectedPrior + 1). \(title(prior))")]
    }

    func priorReport(_ prior: Prior?) -> [String] {
        guard let prior, !prior.reports.isEmpty else { return [] }
        let text = ReportLine.lines(of: prior.reports, width: 4000).map(\.text).filter { !$0.isEmpty }
        return [tr("Report of \(title(prior)):")] + text
    }

    // MARK: Outbox

    private var outboxLines: [String] {
        let counts = state.system.counts
        let order: [FilingState] = [.filed, .queued, .unknown, .rejected, .conflict]
        let sum = order.filter { counts[$0] > 0 || $0 == .filed }.map { "\(tr(key: $0.rawValue)) \(counts[$0])" }
        let items = state.outbox.items.indices.map(outboxLine)
        return [tr("Outbox: signed \(counts.signed) = ") + sum.joined(separator: " + ") + "."]
            + (items.isEmpty ? [tr("Nothing was signed here yet.")] : items)
    }

    private func outboxLine(_ index: Int) -> String {
        let item = state.outbox.items[index]
        let parts = [
            item.version.study.patient.name?.listed ?? tr("no name"), item.version.study.fullTitle,
            tr("\(Words.word(item.version.flags.status)) version \(item.version.number)"),
            tr("to \(item.entry.destination)"), Words.state(item.entry), item.entry.answer ?? "",
        ].filter { !$0.isEmpty }
        return "\(index + 1). " + parts.joined(separator: ", ")
    }

    private var outboxBrief: [String] {
        guard let item = state.outbox.selectedItem else { return [] }
        let step = ScreenPainter(state: state, keymap: keymap).nextStep(item)
        return [tr("Selected: ") + outboxLine(state.outbox.selected)] + (step.isEmpty ? [] : [step])
    }

    // MARK: Two reports

    private var comparisonLines: [String] {
        guard let comparison = state.comparison else { return [] }
        let lines = ComparisonLines(comparison, columns: 8000)
        let text = { (part: [ReportLine]) in part.map(\.text).filter { !$0.isEmpty } }
        return PlainText.identity(comparison.item.version.study) + [lines.mineHead] + text(lines.mine)
            + [lines.theirsHead] + text(lines.theirs) + [lines.choice(keymap)]
    }

    // MARK: Templates and macros

    private var libraryLines: [String] {
        guard let library = state.library else { return [] }
        if let editing = library.editing {
            let numbered = editing.buffer.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            return [tr("Editing \(editing.kind == .macro ? tr("macro") : tr("template")) \(editing.name).")]
                + numbered.map { "\($0 + 1): \($1)" } + editing.problems.map(tr)
                + (editing.isNaming
                    ? [tr("Type its name.")] : [tr("set TEXT writes a line; save keeps it; back leaves.")])
        }
        return [tr("Templates and macros: \(library.items.count).")]
            + library.items.enumerated().map {
                "\($0 + 1). \(tr(key: $1.kind.rawValue)): \($1.title), \(tr($1.detail))"
            }
    }

    private var libraryBrief: [String] {
        guard let library = state.library, library.editing == nil, let item = library.selectedItem else { return [] }
        return [tr("Selected: \(library.selected + 1). \(item.title)")]
    }
}
