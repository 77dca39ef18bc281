public import Radiology
import Wording

/// One line of the metadata tree.
public struct MetadataLine: Hashable, Sendable {
    public var attribute: MetadataAttribute
    /// Its place among all attributes of the study.
    public var place: Int
    public var hasChildren: Bool
    public var isClosed: Bool
    /// Whether it has the words that are searched for; what only leads to one has not.
    public var isFound: Bool
}

extension StudyState {
    /// Attributes whose tag, keyword or value has the search text in it.
    public var attributes: [MetadataAttribute] { tree.filter(\.isFound).map(\.attribute) }

    /// What is in sight of the metadata: nothing below a closed sequence, and while something is searched for only
    /// what has it, with the sequences around it.
    public var tree: [MetadataLine] {
        let all = bundle?.detail.attributes ?? []
        let found = matches(among: all)
        let shown = search.isEmpty ? found : StudyState.withParents(found, all)
        var lines: [MetadataLine] = []
        var closedDepth: Int?
        for (place, attribute) in all.enumerated() {
            if let depth = closedDepth, attribute.depth > depth { continue }
            closedDepth = nil
            let hasChildren = all.indices.contains(place + 1) && all[place + 1].depth > attribute.depth
            // What is searched for is not hidden.
            let isClosed = hasChildren && search.isEmpty && closedSequences.contains(place)
            if isClosed { closedDepth = attribute.depth }
            guard shown[place] else { continue }
            lines.append(
                MetadataLine(
                    attribute: attribute, place: place, hasChildren: hasChildren, isClosed: isClosed,
                    isFound: found[place]))
        }
        return lines
    }

    private func matches(among all: [MetadataAttribute]) -> [Bool] {
        let wanted = search.lowercased()
        guard !wanted.isEmpty else { return all.map { _ in true } }
        return all.map {
            $0.keyword.lowercased().contains(wanted) || $0.value.lowercased().contains(wanted)
                || $0.tag.lowercased().contains(wanted)
        }
    }

    private static func withParents(_ found: [Bool], _ all: [MetadataAttribute]) -> [Bool] {
        var shown = found
        // From the end: the depth from which on a line leads to something found.
        var needed = 0
        for place in all.indices.reversed() {
            let depth = all[place].depth
            if shown[place] {
                needed = depth
            } else if depth < needed {
                shown[place] = true
                needed = depth
            }
        }
        return shown
    }

    mutating func toggleSequence() {
        let lines = tree
        guard lines.indices.contains(selectedAttribute) else { return }
        var line = lines[selectedAttribute]
        if !line.hasChildren {
            // Inside a sequence: the sequence itself.
            guard let parent = lines[..<selectedAttribute].last(where: { $0.attribute.depth < line.attribute.depth })
            else { return }
            line = parent
        }
        closedSequences.formSymmetricDifference([line.place])
        selectedAttribute = tree.firstIndex { $0.place == line.place } ?? selectedAttribute
    }
}

extension WorkstationState {
    /// Keeps the selected value, to be put into a report, and gives it to the terminal's clipboard where that is
    /// allowed.
    mutating func copyValue() -> [Effect] {
        guard let study, study.showsMetadata else {
            system.say("Values are copied in the metadata of a study.")
            return []
        }
        let lines = study.tree
        guard lines.indices.contains(study.selectedAttribute) else { return [] }
        let attribute = lines[study.selectedAttribute].attribute
        guard !attribute.value.isEmpty else {
            system.say("This attribute has no value.")
            return []
        }
        copied = CopiedValue(study: study.uid, text: attribute.value)
        return [.copy(attribute.value, what: attribute.keyword.isEmpty ? attribute.tag : attribute.keyword)]
    }

    /// A value of one study is never put into the report of another.
    mutating func pasteValue() -> [Effect] {
        guard let copied, let draft = editor?.draft else {
            system.say("Nothing was copied yet: values are copied in the metadata.")
            return []
        }
        guard copied.study == draft.study else {
            system.say("What was copied belongs to another study.", .warning)
            return []
        }
        return handle(EditorMessage.pasted(copied.text))
    }

    mutating func openViewer() -> [Effect] {
        let subject = self.subject ?? worklist.selectedRow?.item.study
        guard let subject else {
            system.say("Nothing is selected.")
            return []
        }
        if self.subject == nil, tellsDisplacement() { return [] }
        return [.openViewer(subject)]
    }
}

/// A value out of a study's metadata.
public struct CopiedValue: Hashable, Sendable {
    public var study: StudyInstanceUID
    public var text: String
}
