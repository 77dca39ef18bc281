/// Right or left, as a report says it.
enum Side: Hashable, Sendable {
    case right, left, both

    var opposite: Side? {
        switch self {
        case .right: .left
        case .left: .right
        case .both: nil
        }
    }

    var name: String {
        switch self {
        case .right: "right"
        case .left: "left"
        case .both: "both sides"
        }
    }
}

enum Sides {
    private static let words: [String: Side] = {
        let lines: [(Side, String)] = [
            (
                .right,
                "right rechts rechte rechter rechtes rechten rechtem rechtsseitig rechtsseitige rechtsseitiger rechtsseitiges rechtsseitigen rt"
            ),
            (
                .left,
                "left links linke linker linkes linken linkem linksseitig linksseitige linksseitiger linksseitiges linksseitigen lt"
            ),
            (
                .both,
                "both bilateral bilaterally beidseits beidseitig beidseitige beidseitiger beidseitigen beide beiden beider bds bibasilar bibasal biapical"
            ),
        ]
        var table: [String: Side] = [:]
        for (side, line) in lines { for word in line.split(separator: " ") { table[String(word)] = side } }
        return table
    }()

    /// Where right and left are part of a name, or a direction, and no side of the patient's.
    private static let names = Phrases<Bool>([
        (
            "right ventricle|right ventricular|left ventricle|left ventricular|left atrial|left atrium|right atrium|right atrial|left main coronary|left main|left anterior descending|left circumflex|right coronary|left coronary|right heart|left heart|rechtsherz*|left lateral decubitus|left lateral view|left lateral projection|left lateral radiograph|right lateral decubitus|right lateral view|right lateral projection|left anterior oblique|right anterior oblique|to the left|to the right|left to right|right to left|nach links|nach rechts|left in place|left in situ|left unchanged|left untreated|left sided heart|right sided heart|right hemicolectomy|left hemicolectomy|left shift|right handed|left handed|right angle|right away|right before|right after|is left|was left|left over|linker ventrikel|rechter ventrikel|linken ventrikels|rechten ventrikels|linker vorhof|right border of the heart|right upper quadrant ultrasound|right subclavian|left subclavian|right jugular|left jugular|right internal jugular|left internal jugular|right picc|left picc|right port|left port|right chest port|left chest port|left chest wall pacemaker|left pectoral|right pectoral|both lungs are clear|right cardiophrenic|right paratracheal",
            true
        )
    ])

    /// What follows names the other side to compare with, and states nothing of it.
    private static let comparing = Phrases<Bool>([
        (
            "compared with|compared to|in comparison with|in comparison to|than|relative to|contralateral|opposite|im vergleich zu|im vergleich zur|im vergleich zum|verglichen mit|als|as opposed to|in contrast to|im gegensatz zu|unlike|as on the|like the|asymmetric to|with respect to|similar to",
            true
        )
    ])

    /// Side at each token where a side is said of the patient.
    static func find(in tokens: [Token]) -> [(index: Int, side: Side)] {
        guard tokens.contains(where: { words[$0.text] != nil }) else { return [] }
        var found: [(index: Int, side: Side)] = []
        var masked: Set<Int> = []
        for name in names.matches(in: tokens) where !isShift(tokens, name.range) { masked.formUnion(name.range) }
        var isComparing = false
        var index = 0
        while index < tokens.count {
            if comparing.match(tokens, at: index) != nil { isComparing = true }
            if tokens[index].isMark(",") || tokens[index].isMark(")") { isComparing = false }
            if tokens[index].isWord, let side = words[tokens[index].text], !isComparing, !masked.contains(index) {
                found.append((index, side))
            }
            index += 1
        }
        return joined(found, tokens)
    }

    /// The midline's shift to one side is a side.
    private static func isShift(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        ["to", "nach"].contains(tokens[range.lowerBound].text)
            && tokens.contains {
                ["shift", "shifted", "verlagerung", "mittellinien", "mittellinienverlagerung"].contains($0.text)
            }
    }

    /// "Right and left", "right greater than left" mean both.
    private static func joined(_ sides: [(index: Int, side: Side)], _ tokens: [Token]) -> [(index: Int, side: Side)] {
        var result = sides
        for (first, second) in zip(sides.indices, sides.indices.dropFirst()) {
            let between = tokens[(sides[first].index + 1)..<sides[second].index]
            let links: Set<String> = [
                "and", "or", "und", "oder", "than", "greater", "more", "worse", "as", "well", "mehr", "wie", "the",
                "sided", "versus",
            ]
            guard sides[first].side != sides[second].side,
                between.allSatisfy({
                    $0.isWord ? links.contains($0.text) : $0.isMark("/") || $0.isMark(">") || $0.isMark("<")
                })
            else { continue }
            result[first].side = .both
            result[second].side = .both
        }
        // "Right > left": the comparison hid the second.
        for index in result.indices where result[index].side != .both {
            let after = tokens.dropFirst(result[index].index + 1).prefix(5)
            let said = after.map(\.text)
            if let than = said.firstIndex(where: { ["than", "als"].contains($0) }), than <= 3,
                said.dropFirst(than + 1).prefix(2).contains(where: { words[$0] != nil })
            {
                result[index].side = .both
            }
        }
        return result
    }

    /// The one side a short text names: a label, an order.
    static func only(in tokens: [Token]) -> Side? {
        let all = Set(find(in: tokens).map(\.side))
        return all.count == 1 ? all.first : all.isEmpty ? nil : .both
    }

    /// `L`, `R`, `B` of Laterality (0020,0060).
    static func coded(_ text: String?) -> Side? {
        switch text {
        case "L": .left
        case "R": .right
        case "B": .both
        default: nil
        }
    }
}
