import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// The attributes as a tree: tag, keyword, value; `▸` is a closed sequence, `▾` an open one.
    func paintMetadata(_ frame: inout Frame, _ study: StudyState) {
        let lines = study.tree
        let layout = MetadataLayout(study, lines, frame.size)
        let height = layout.height
        frame.horizontalRule(row: 1)
        let search = study.search.isEmpty ? "" : "“\(study.search)” "
        let title = tr(" Metadata \(search)\(lines.count(where: \.isFound)) ")
        frame.put(title, row: 1, column: 2, style: Style(.title), width: frame.columns - 4)
        let top = scrollWindow(
            count: lines.count, selected: study.selectedAttribute, height: height, previousTop: study.metadataTop)
        for (row, line) in lines.dropFirst(top).prefix(height).enumerated() {
            paint(&frame, line, isSelected: top + row == study.selectedAttribute, row: 2 + row)
        }
        paintWhole(&frame, layout)
        if lines.isEmpty {
            let again = keymap.keys(of: .search, in: .metadata).first ?? tr("no key")
            let words = tr("No attribute has this in its tag, name or value. \(again) searches again.")
            frame.put(words, row: 3, column: 1, style: .secondary, width: frame.columns - 2)
        }
    }

    /// The selected value below the tree, where its column has no room for all of it.
    private func paintWhole(_ frame: inout Frame, _ layout: MetadataLayout) {
        guard !layout.whole.isEmpty else { return }
        let row = 2 + layout.height
        frame.horizontalRule(row: row)
        frame.put(" \(layout.keyword) ", row: row, column: 2, style: Style(.title), width: frame.columns - 4)
        for (index, text) in layout.whole.enumerated() {
            frame.put(text, row: row + 1 + index, column: 1, width: frame.columns - 2)
        }
    }

    private func paint(_ frame: inout Frame, _ line: MetadataLine, isSelected: Bool, row: Int) {
        let attribute = line.attribute
        let indent = min(attribute.depth, 6) * 2
        if isSelected {
            frame.put("▌", row: row, column: 0, style: Style(.selectionMarker))
            frame.cursor = Position(row: row, column: 0)
        }
        if line.hasChildren {
            frame.put(line.isClosed ? "▸" : "▾", row: row, column: 1 + indent, style: Style(.accent))
        }
        func style(_ role: Role) -> Style { isSelected ? Style(role).bold : Style(role) }
        frame.put(attribute.tag, row: row, column: 2 + indent, style: style(.secondary), width: 11)
        // The value keeps its column, however deep it stands, as long as there is room for the name.
        frame.put(attribute.keyword, row: row, column: 14 + indent, style: style(.fieldLabel), width: 36)
        frame.put(
            attribute.value, row: row, column: 51 + indent, style: style(.text),
            width: MetadataLayout.valueWidth(attribute, frame.columns))
    }
}

/// Where the tree ends, and what stands below it.
struct MetadataLayout {
    private(set) var height: Int
    private(set) var keyword = ""
    /// The lines of the selected value; none where its column shows it whole.
    private(set) var whole: [String] = []

    init(_ study: StudyState, _ lines: [MetadataLine], _ size: Size) {
        let all = max(1, size.rows - 3)
        height = all
        guard lines.indices.contains(study.selectedAttribute) else { return }
        let attribute = lines[study.selectedAttribute].attribute
        let room = MetadataLayout.valueWidth(attribute, size.columns)
        let value = attribute.value
        guard cellWidth(of: value, upTo: room + 1) > room || value.contains(where: \.isNewline) else { return }
        let most = all / 2
        let beginning = value.wrapped(width: size.columns - 2, lines: most + 1)
        whole = beginning.count > most ? beginning.prefix(most - 1) + ["…"] : beginning
        keyword = attribute.keyword
        height = all - whole.count - 1
    }

    static func valueWidth(_ attribute: MetadataAttribute, _ columns: Int) -> Int {
        max(0, columns - 52 - min(attribute.depth, 6) * 2)
    }
}

extension Input {
    func message(metadata command: Command) -> Message? {
        guard let study = state.study else { return nil }
        let lines = study.tree
        let height = MetadataLayout(study, lines, size).height
        let count = lines.count
        func select(_ index: Int) -> Message {
            let index = max(0, min(index, count - 1))
            let top = scrollWindow(count: count, selected: index, height: height, previousTop: study.metadataTop)
            return .study(.attributeSelected(index, top: top))
        }
        switch command {
        case .down: return select(study.selectedAttribute + 1)
        case .up: return select(study.selectedAttribute - 1)
        case .pageDown: return select(study.selectedAttribute + height - 1)
        case .pageUp: return select(study.selectedAttribute - height + 1)
        case .first: return select(0)
        case .last: return select(count - 1)
        case .fold: return .study(.sequenceToggled)
        case .copyValue: return .study(.valueCopied)
        case .search: return .study(.searchOpened)
        case .openReport: return .study(.reportChosen)
        case .viewer: return .study(.viewerAsked)
        case .close: return .study(.metadataToggled)
        default: return nil
        }
    }
}
