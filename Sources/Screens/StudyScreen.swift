import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    func paintStudy(_ frame: inout Frame) {
        guard let study = state.study else { return }
        let leftOut = paintBanner(&frame, study.study, priority: study.row.item.priority)
        if study.showsMetadata { return paintMetadata(&frame, study) }
        var next = 1
        let status = [Words.status(study.row.status)].filter { !$0.isEmpty }
        if !(leftOut + status).isEmpty {
            next = paintFact(&frame, tr("Study"), (leftOut + status).joined(separator: " · "), row: next, lines: 1)
        }
        next = paintOrder(&frame, study, row: next)
        if let line = Timeline(study, width: frame.columns - 14)?.text {
            next = paintFact(&frame, tr("Timeline"), line, row: next, lines: 1)
        }
        let pane = Region(row: next, column: 0, columns: frame.columns, rows: frame.rows - next - 1)
        paintPriors(&frame, study, in: pane)
    }

    /// Order, technique, series.
    ///
    /// - Returns: the row after them.
    private func paintOrder(_ frame: inout Frame, _ study: StudyState, row: Int) -> Int {
        let order = study.study.order
        let asked = [
            order.indication ?? tr("No indication was given."),
            order.referringPhysician.map { tr("Referred by \($0.listed)") },
            order.requestedProcedures.first?.description.map { tr("Ordered: \($0)") },
        ].compactMap(\.self).joined(separator: "  ·  ")
        var next = paintFact(&frame, tr("Order"), asked, row: row, lines: 2)
        if let failure = study.failure {
            return paintFact(
                &frame, tr("Server"), tr("\(failure) \(key(.openReport, in: .study)) tries again."), row: next,
                lines: 2, style: Style(.warning))
        }
        guard let detail = study.bundle?.detail else {
            return paintFact(&frame, tr("Series"), tr("Reading the study …"), row: next, lines: 1, style: .secondary)
        }
        let technique = detail.technique.joined(separator: " · ")
        let words = technique.isEmpty ? tr("The headers say nothing.") : figures(technique)
        next = paintFact(&frame, tr("Technique"), words, row: next, lines: 2)
        if !detail.dose.isEmpty {
            next = paintFact(&frame, tr("Dose"), figures(detail.dose.joined(separator: " · ")), row: next, lines: 1)
        }
        next = paintSeries(&frame, detail.series, row: next)
        if let own = study.bundle?.versions.last {
            let report = key(.openReport, in: .study)
            let words =
                tr("\(Words.word(own.flags.status)) version \(own.number), signed by \(own.signedBy.name.listed). ")
                + (own.flags.status == .final ? tr("\(report) adds an addendum.") : tr("\(report) goes on with it."))
            next = paintFact(&frame, tr("Report"), words, row: next, lines: 1, style: Style(.success))
        }
        return next
    }

    func paintFact(
        _ frame: inout Frame, _ label: String, _ text: String, row: Int, lines: Int, style: Style = .text
    ) -> Int {
        frame.put(label, row: row, column: 1, style: Style(.fieldLabel), width: 11)
        let wrapped = text.wrapped(width: max(1, frame.columns - 14))
        for (index, line) in wrapped.prefix(lines).enumerated() {
            let isCut = index == lines - 1 && wrapped.count > lines
            frame.put(
                isCut ? line + " …" : line, row: row + index, column: 13, style: style, width: frame.columns - 14)
        }
        return row + max(1, min(lines, wrapped.count))
    }

    /// Priors on the left, the selected one's report on the right.
    private func paintPriors(_ frame: inout Frame, _ study: StudyState, in region: Region) {
        frame.horizontalRule(row: region.row)
        let left = max(36, frame.columns * 2 / 5)
        let height = max(1, region.rows - 1)
        let count = study.bundle?.priors.count ?? 0
        let title = count == 0 ? tr(" Priors ") : tr(" Priors \(count) ")
        frame.put(title, row: region.row, column: 2, style: Style(.title))
        frame.put("┬", row: region.row, column: left, style: Style(.border))
        frame.verticalRule(row: region.row + 1, column: left, height: height)
        if study.priors.isEmpty {
            let words = study.bundle == nil ? "" : tr("No prior is known.")
            frame.put(words, row: region.row + 1, column: 3, style: .secondary, width: left - 4)
        }
        let top = scrollWindow(
            count: study.priors.count, selected: study.selectedPrior, height: height, previousTop: 0)
        for line in 0..<height where top + line < study.priors.count {
            let index = top + line
            paintPrior(
                &frame, study.priors[index], isSelected: index == study.selectedPrior, row: region.row + 1 + line,
                width: left - 4)
        }
        let pane = Region(row: region.row, column: left + 2, columns: frame.columns - left - 3, rows: region.rows)
        if study.showsChanges {
            paintChanges(&frame, study, in: pane)
        } else if let prior = study.prior {
            paintReports(&frame, (prior.study, prior.reports), top: study.priorTop, in: pane)
        } else if study.bundle != nil {
            paintReports(&frame, (study.study, []), top: 0, in: pane)
        }
    }

    private func paintPrior(_ frame: inout Frame, _ prior: Prior, isSelected: Bool, row: Int, width: Int) {
        if isSelected { frame.put("▌", row: row, column: 1, style: Style(.selectionMarker)) }
        if state.study?.compared?.contains(prior.study.uid) == true {
            frame.put("=", row: row, column: 2, style: Style(.accent))
        }
        let report = prior.reports.first
        // Where it is narrow the author stands in the report beside.
        let isNarrow = width < 48
        let author = isNarrow ? nil : report?.author?.alphabetic?.family
        let status = report.map { report in
            [report.flags.map { Words.word($0.status) } ?? tr("report"), author].compactMap(\.self).joined(
                separator: " ")
        }
        let isOwn = prior.study.uid == state.study?.uid
        let text = [
            isOwn ? tr("this study") : prior.study.date.map(dayText) ?? tr("no date   "),
            prior.study.fullTitle,
        ].joined(separator: isNarrow ? " " : "  ")
        let right = status ?? (isNarrow ? tr("none") : tr("no report"))
        let end = frame.put(
            text, row: row, column: 3, style: isSelected ? Style(.selected) : .text,
            width: max(1, width - cellWidth(of: right) - 1))
        frame.put(right, row: row, column: max(end + 1, 3 + width - cellWidth(of: right)), style: .secondary)
    }

    /// Reports of one study, one below the other.
    func paintReports(
        _ frame: inout Frame, _ subject: (study: Study, reports: [PriorReport]), top: Int, in region: Region
    ) {
        let study = subject.study
        let heading = [
            tr("Report"), study.date.map(dayText), study.fullTitle,
        ].compactMap(\.self).joined(separator: " · ")
        frame.put(
            " \(heading) ", row: region.row, column: region.column - 1, style: Style(.title), width: region.columns)
        let lines = ReportLine.lines(of: subject.reports, width: region.columns)
        let first = max(0, min(top, lines.count - 1))
        for (index, line) in lines.dropFirst(first).prefix(max(0, region.rows - 1)).enumerated() {
            frame.put(
                line.text, row: region.row + 1 + index, column: region.column, style: line.style,
                width: region.columns)
        }
    }
}

/// A line of a report that is only read.
struct ReportLine {
    var text: String
    var style: Style

    static func lines(of reports: [PriorReport], width: Int) -> [ReportLine] {
        if reports.isEmpty { return [ReportLine(text: tr("There is no report of this study."), style: .secondary)] }
        return reports.flatMap { lines(of: $0, width: width) }
    }

    private static func lines(of report: PriorReport, width: Int) -> [ReportLine] {
        let head = [
            report.title, report.flags.map { Words.word($0.status) }, report.author?.listed, report.date.map(dayText),
        ].compactMap(\.self).joined(separator: " · ")
        var lines = [ReportLine(text: head, style: .secondary)]
        for section in report.sections {
            if !section.title.isEmpty {
                lines.append(ReportLine(text: section.title.uppercased(), style: Style(.fieldLabel)))
            }
            lines += section.text.wrapped(width: max(1, width)).map { ReportLine(text: $0, style: .text) }
        }
        if !report.deviations.isEmpty {
            let words = tr("(\(report.deviations.count) deviations from the standard)")
            lines.append(ReportLine(text: words, style: .secondary))
        }
        return lines + [ReportLine(text: "", style: .text)]
    }
}

extension Input {
    func message(study command: Command) -> Message? {
        guard let study = state.study else { return nil }
        switch command {
        case .openReport: return .study(.reportChosen)
        case .metadata: return .study(.metadataToggled)
        case .search: return .study(.searchOpened)
        case .viewer: return .study(.viewerAsked)
        case .compareWith: return .study(.comparisonToggled)
        case .changes: return .study(.changesToggled)
        case .close: return study.showsChanges ? .study(.changesToggled) : .study(.closed)
        case .nextPrior: return .study(.priorSelected(study.selectedPrior + 1))
        case .previousPrior: return .study(.priorSelected(study.selectedPrior - 1))
        case .pageDown: return scrollReport(study, max(1, (size.rows - 4) / 2))
        case .pageUp: return scrollReport(study, -max(1, (size.rows - 4) / 2))
        default: return nil
        }
    }

    private func scrollReport(_ study: StudyState, _ lines: Int) -> Message {
        let width = size.columns - max(36, size.columns * 2 / 5) - 3
        let count =
            study.showsChanges
            ? ReportChanges(study)?.lines(width: width).count ?? 0
            : ReportLine.lines(of: study.prior?.reports ?? [], width: width).count
        return .study(.priorScrolled(min(count - 1, study.priorTop + lines)))
    }
}
