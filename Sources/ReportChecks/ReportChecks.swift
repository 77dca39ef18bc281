public import Radiology
public import ReportTemplates
import Wording

/// Everything to look at before signing `content`, most serious first.
///
/// - Parameters:
///   - begun: study and series as they were when the report was begun.
///   - now: the same as they are at signing.
///   - priors: earlier studies that are known; empty where none is, and then nothing is said of comparisons.
///   - actionable: findings the reader has marked for somebody to be told of.
public func signingObstacles(
    content: ReportContent, begun: StudyDetail, now: StudyDetail, priors: [Prior] = [],
    actionable: [ActionableFinding] = []
) -> [SigningObstacle] {
    let all =
        identityObstacles(begun: begun.study, now: now.study)
        + seriesObstacles(begun: begun.series, now: now.series) + textObstacles(content)
        + meaningObstacles(content, CheckContext(detail: now, priors: priors, actionable: actionable))
    // Stable: among equals the order of the checks is kept.
    return all.enumerated().sorted { ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset) }
        .map(\.element)
}

/// What the text is held against.
struct CheckContext: Sendable {
    var detail: StudyDetail
    var priors: [Prior] = []
    var actionable: [ActionableFinding] = []

    var patient: Patient { detail.study.patient }
}

/// What the words say that cannot be right, or should not go out as it is.
func meaningObstacles(_ content: ReportContent, _ context: CheckContext) -> [SigningObstacle] {
    let reading = Reading(content)
    let all =
        WordingCheck.obstacles(reading) + LateralityCheck.obstacles(reading, context.detail)
        + SexCheck.obstacles(reading, context.patient.sex) + ContrastCheck.obstacles(reading, context.detail)
        + ContradictionCheck.obstacles(reading) + CriticalFindingCheck.obstacles(reading, context)
        + CategoryCheck.obstacles(reading) + MeasurementCheck.obstacles(reading)
        + ComparisonCheck.obstacles(reading, context) + IdentityWordsCheck.obstacles(reading, context.detail.study)
    var seen: Set<SigningObstacle> = []
    return all.filter { seen.insert($0).inserted }
}

extension SigningObstacle.Severity {
    var rank: Int {
        switch self {
        case .reidentify: 0
        case .prohibit: 1
        case .alert: 2
        }
    }
}

// MARK: - What the report says

func textObstacles(_ content: ReportContent) -> [SigningObstacle] {
    let sections = content.sections()
    if sections.isEmpty { return [SigningObstacle(.prohibit, "The report is empty.")] }
    var found = content.completionObstacles().map(SigningObstacle.init)
    let hasImpression = content.template.sections.contains { $0.role == .impression }
    if hasImpression, !sections.contains(where: { $0.role == .impression }) {
        let place = content.places.first { place in
            content.template.sections.contains { $0.id == place.section && $0.role == .impression }
        }
        // The template may have said so already, of the section or of its only field.
        found.removeAll { $0.severity == .prohibit && $0.place == place?.target }
        found.append(SigningObstacle(.prohibit, "The impression is empty.", at: place?.target))
    }
    return merged(found)
}

/// Of two objections to the emptiness of one place the first is enough.
private func merged(_ obstacles: [SigningObstacle]) -> [SigningObstacle] {
    var seen: Set<ReportPlace.Target> = []
    return obstacles.filter { obstacle in
        guard obstacle.severity == .prohibit, let place = obstacle.place else { return true }
        return seen.insert(place).inserted
    }
}

extension SigningObstacle {
    init(_ obstacle: CompletionObstacle) {
        let what: Wording =
            switch obstacle.reason {
            case .empty: "is empty"
            case .untouched: "still holds its default"
            case .gapInSentence: "leaves a gap in its sentence"
            case .emptySection: "says nothing"
            case .leftover: "has a left-over bracket or blank"
            case .placeholder: "holds a placeholder"
            case .notANumber: "is not a number"
            case .outsideRange: "is outside its usual range"
            }
        self.init(
            obstacle.action == .prohibit ? .prohibit : .alert, "\(obstacle.label) \(what).", at: obstacle.place)
    }
}

// MARK: - Whose report it is (SAFETY invariants 8–10)

func identityObstacles(begun: Study, now: Study) -> [SigningObstacle] {
    var changed: [Wording] = []
    if begun.patient.identifier != now.patient.identifier { changed.append("identifier") }
    if begun.patient.name != now.patient.name { changed.append("name") }
    if begun.patient.birthDate != now.patient.birthDate { changed.append("birth date") }
    if begun.patient.sex != now.patient.sex { changed.append("sex") }
    var obstacles: [SigningObstacle] = []
    if !changed.isEmpty {
        let list =
            changed.count == 1
            ? changed[0] : changed.dropLast().joined(separator: ", ") + " and " + changed[changed.count - 1]
        obstacles.append(SigningObstacle(.reidentify, "The patient's \(list) changed since you began this report."))
    }
    if begun.order.accessionNumber != now.order.accessionNumber {
        obstacles.append(SigningObstacle(.reidentify, "The accession number changed since you began this report."))
    }
    return obstacles
}

func seriesObstacles(begun: [Series], now: [Series]) -> [SigningObstacle] {
    let before = Dictionary(begun.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(now.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    // Reports arrive as series too; only images need another look.
    func isImage(_ series: Series) -> Bool { series.modality?.isImage ?? true }
    let added = now.filter { before[$0.uid] == nil && isImage($0) }
    let removed = begun.filter { after[$0.uid] == nil && isImage($0) }
    let grown = now.filter { series in
        isImage(series) && before[series.uid].map { $0.instances.count != series.instances.count } ?? false
    }
    return added.map { SigningObstacle(.alert, "New series since you began: \($0.shortName).") }
        + removed.map { SigningObstacle(.alert, "A series is gone since you began: \($0.shortName).") }
        + grown.map { SigningObstacle(.alert, "A series has other images than when you began: \($0.shortName).") }
}

extension Series {
    fileprivate var shortName: String {
        [number.map(String.init), modality?.rawValue, description].compactMap(\.self).joined(separator: " ")
    }
}
