internal import ReportTemplates
internal import Wording

/// Measurements without a unit, beyond what can be, or different in the impression by a factor of ten.
enum MeasurementCheck {
    static func obstacles(_ reading: Reading) -> [SigningObstacle] {
        var found: [SigningObstacle] = []
        for line in reading.lines where line.sentence.part.isStatement {
            if Measurements.lackUnit(line.sentence.tokens) {
                found.append(SigningObstacle(.alert, "A measurement has no unit.", at: line.sentence.place))
            }
            if !line.sentence.hasOwnRange, let what = Plausibility.objection(line) {
                found.append(
                    SigningObstacle(
                        .alert, "A measurement is implausible for \(Wording(key: what)).", at: line.sentence.place))
            }
        }
        return found + units(reading)
    }

    /// "12 mm" in the findings and "12 cm" in the impression.
    private static func units(_ reading: Reading) -> [SigningObstacle] {
        let body = measured(reading.lines(.findings))
        let lengths = Set(body.flatMap(\.measurement.millimetres)).sorted()
        for said in measured(reading.lines(.impression)) {
            for value in said.measurement.millimetres {
                guard value > 0, !lengths.contains(where: { isSame($0, value) }) else { continue }
                let isSlip = body.contains { other in
                    isOfSameThing(other, said)
                        && other.measurement.millimetres.contains { isSame($0 * 10, value) || isSame($0, value * 10) }
                }
                if isSlip {
                    return [
                        SigningObstacle(
                            .alert,
                            "A size in the impression is ten times another in the findings: millimetres or centimetres?",
                            at: said.line.sentence.place)
                    ]
                }
            }
        }
        return []
    }

    private typealias Measured = (measurement: Measurements.Measurement, line: Reading.Line)

    /// Nobody measures more; a text that does is no report, and must not take long all the same.
    private static let most = 200

    private static func measured(_ lines: [Reading.Line]) -> [Measured] {
        var found: [Measured] = []
        for line in lines where found.count < most {
            found += Measurements.find(in: line.sentence.tokens).filter(\.isLength).map { ($0, line) }
        }
        return found
    }

    private static func isSame(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) < 0.001 * max(first, second)
    }

    /// Two findings with different names are two things.
    private static func isOfSameThing(_ first: Measured, _ second: Measured) -> Bool {
        let (one, two) = (names(first.line), names(second.line))
        if one.isEmpty || two.isEmpty { return true }
        return !one.isDisjoint(with: two)
    }

    private static func names(_ line: Reading.Line) -> Set<String> {
        let label = Findings.table.matches(in: line.sentence.context).map(\.value.rawValue)
        let sites = Set(line.segments.flatMap(\.sites)).union(Label(line.sentence.context).sites).map(\.name)
        return Set(line.mentions.map(\.concept.rawValue) + label + sites)
    }
}

/// Numbers with their units.
enum Measurements {
    struct Measurement: Hashable, Sendable {
        var values: [Double]
        var unit: String
        var range: Range<Int>

        var isLength: Bool { Self.lengths[unit] != nil }
        var millimetres: [Double] { Self.lengths[unit].map { factor in values.map { $0 * factor } } ?? [] }

        private static let lengths: [String: Double] = [
            "mm": 1, "cm": 10, "m": 1000, "millimeter": 1, "millimeters": 1, "millimetre": 1, "millimetres": 1,
            "centimeter": 10, "centimeters": 10, "centimetre": 10, "centimetres": 10, "zentimeter": 10,
        ]
    }

    private static let times: Set<String> = ["x", "by", "mal", "times", "×"]
    private static let units: Set<String> = [
        "mm", "cm", "m", "ml", "l", "cc", "hu", "he", "ms", "s", "sec", "mg", "g", "kg", "mgy", "msv", "mmhg", "bpm",
        "degrees",
        "degree", "deg", "grad", "percent", "prozent", "millimeter", "millimeters", "millimetre", "millimetres",
        "centimeter",
        "centimeters", "centimetre", "centimetres", "zentimeter", "mikroliter", "milliliter", "millilitre",
        "millilitres", "milliliters", "years", "months", "weeks",
        "days", "hours", "minutes", "jahre", "monate", "wochen", "tage", "stunden", "fr", "french", "ch", "suv", "ng",
        "gy", "points", "punkte",
        "cm2", "mm2", "cm3", "mm3", "um", "dl", "kpa", "vertebral", "levels", "segments", "inches", "inch", "beats",
        "agatston", "year", "month", "week", "day",
    ]

    static func find(in tokens: [Token]) -> [Measurement] {
        var found: [Measurement] = []
        var index = 0
        while index < tokens.count {
            let (values, end) = numbers(tokens, index)
            guard !values.isEmpty else {
                index += 1
                continue
            }
            if end < tokens.count, tokens[end].isWord, units.contains(tokens[end].text) {
                found.append(Measurement(values: values, unit: tokens[end].text, range: index..<(end + 1)))
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// `12`, `12 x 8 x 4`, `12 mm x 8`: the values, and where their unit would stand.
    private static func numbers(_ tokens: [Token], _ start: Int) -> ([Double], Int) {
        guard tokens[start].kind == .number else { return ([], start) }
        var values = [tokens[start].value]
        var index = start + 1
        if index < tokens.count, tokens[index].isMark("-"), index + 1 < tokens.count, tokens[index + 1].kind == .number
        {
            values.append(tokens[index + 1].value)
            index += 2
        } else if index < tokens.count, tokens[index].isMark("-"), tokens[index].isGlued {
            index += 1
        }
        while index + 1 < tokens.count, times.contains(tokens[index].text), tokens[index + 1].kind == .number {
            values.append(tokens[index + 1].value)
            index += 2
        }
        return (values, index)
    }

    private static let measuring = Phrases<Bool>([
        (
            "measures|measuring|measured|measure|diameter of|diameter is|diameter|size of|in size|thickness of|thickness is|length of|width of|calibre of|caliber of|depth of|dimensions of|dimension of|misst|messend|messende|messender|messendes|durchmesser von|durchmesser|grosse von|dicke von|lange von|breite von|gemessen|shift of|height of|volume of|volumen von|caliber is|size is|now measures|slip of",
            true
        )
    ])
    private static let between: Set<String> = [
        "up", "to", "about", "approximately", "of", "now", "currently", "at", "maximally", "approx", "ca", "bis", "zu",
        "etwa",
        "circa", "is", "today", "maximum", "maximal", "only", "roughly", "nearly", "almost", "around", "just", "over",
        "under", "less", "than", "more", "mindestens", "von", "aktuell", "jetzt", "in", "average",
    ]
    private static let closing: Set<String> = [
        "thick", "wide", "long", "deep", "tall", "thickness", "width", "dick", "breit", "lang", "tief", "each", "on",
        "ap", "sagittal", "coronal", "solid", "large", "by", "during", "when", "as", "increased", "decreased",
        "unchanged", "stable", "lateral", "medial", "right", "left", "rechts", "links", "seen", "noted", "short",
        "mean", "total", "is", "or", "dorsal",
        "in", "at", "and", "with", "on", "previously", "from", "which", "compared", "maximum", "axial", "greatest",
        "und", "mit",
        "im", "in", "vormals", "zuvor", "gegenuber", "today", "versus", "vs", "without", "ohne", "there", "but",
        "diameter", "transverse", "largest", "im", "craniocaudally", "nodule", "lesion", "calculus", "cyst", "mass",
    ]

    /// A number that says how large something is, and no unit with it anywhere in its sentence.
    static func lackUnit(_ tokens: [Token]) -> Bool {
        for index in tokens.indices where tokens[index].kind == .number {
            if index > 0, tokens[index - 1].isMark("/") || tokens[index - 1].isMark(".") { continue }
            if index > 0, tokens[index - 1].kind == .number || times.contains(tokens[index - 1].text) { continue }
            let (values, end) = numbers(tokens, index)
            let isSized = end < tokens.count && extents.contains(tokens[end].text)
            let isOne = values.count == 1
            guard isSized || (isOne ? isMeasured(tokens, before: index) : isDimension(tokens, index, end)) else {
                continue
            }
            if hasUnit(tokens, from: index, to: end) { continue }
            let next = end < tokens.count ? tokens[end] : nil
            if let next, next.kind == .mark, ["%", "°", "µ", "/", "'", "’", "\""].contains(next.text) { continue }
            if let next, next.isWord, !closing.contains(next.text), !next.isMark("(") { continue }
            return true
        }
        return false
    }

    /// `12 x 8`; of `3 - 5` only where it is said to measure.
    private static func isDimension(_ tokens: [Token], _ start: Int, _ end: Int) -> Bool {
        let isProduct = tokens[start..<end].contains { times.contains($0.text) }
        let before = tokens[max(0, start - 3)..<start]
        if before.contains(where: {
            ["matrix", "series", "image", "images", "views", "grid", "serie", "bild"].contains($0.text)
        }) {
            return false
        }
        return isProduct || isMeasured(tokens, before: start)
    }

    private static func isMeasured(_ tokens: [Token], before index: Int) -> Bool {
        var at = index - 1
        while at >= 0, tokens[at].isMark(":") || tokens[at].isWord && between.contains(tokens[at].text), index - at < 5
        {
            if ends(tokens, at) { return true }
            at -= 1
        }
        return at >= 0 && ends(tokens, at)
    }

    private static func ends(_ tokens: [Token], _ index: Int) -> Bool {
        [0, 1].contains { back in
            index - back >= 0 && measuring.match(tokens, at: index - back)?.range.upperBound == index + 1
        }
    }

    /// What a number says of a thing: `12 thick`.
    private static let extents: Set<String> = ["thick", "wide", "deep", "tall", "dick", "breit", "tief"]

    private static func hasUnit(_ tokens: [Token], from start: Int, to end: Int) -> Bool {
        // "12, previously 10 mm" leaves the first without; "12, 8 and 5 mm" does not.
        if end + 1 < tokens.count, tokens[end].isMark(","), tokens[end + 1].kind != .number { return false }
        if tokens[end...].contains(where: { $0.isWord && units.contains($0.text) || $0.isMark("%") || $0.isMark("°") })
        {
            return true
        }
        return tokens[start..<end].contains { units.contains($0.text) }
    }
}
