import Radiology
import Terminal
import Wording
import Workstation

extension ScreenPainter {
    /// The attributes as a tree: tag, keyword, value; `▸` is a closed sequence, `▾` an open one.
    func paintMetadata(_ frame: inout Frame, _ study: StudyState) {
        let lines = study.tree
        let height = Input.metadataHeight(frame.size)
        frame.horizontalRule(row: 1)
        let search = study.search.isEmpty ? "" : "“\(study.search)” "
        let title = tr(" Metadata \(search)\(lines.count(where: \.isFound)) ")
        frame.put(title, row: 1, column: 2, style: Style(.title), width: frame.columns - 4)
        let top = scrollWindow(
            count: lines.count, selected: study.selectedAttribute, height: height, previousTop: study.metadataTop)
        for (row, line) in lines.dropFirst(top).prefix(height).enumerated() {
            paint(&frame, line, isSelected: top + row == study.selectedAttribute, row: 2 + row)
        }
        if lines.isEmpty {
            let again = keymap.keys(of: .search, in: .metadata).first ?? tr("no key")
            let words = tr("No attribute has this in its tag, name or value. \(again) searches again.")
            frame.put(words, row: 3, column: 1, style: .secondary, width: frame.columns - 2)
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
            width: max(0, frame.columns - 52 - indent))
    }
}

extension Input {
    static func metadataHeight(_ size: Size) -> Int { max(1, size.rows - 3) }

    func message(metadata command: Command) -> Message? {
        guard let study = state.study else { return nil }
        let height = Input.metadataHeight(size)
        let count = study.tree.count
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
