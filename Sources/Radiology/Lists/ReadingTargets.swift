/// Within how many minutes of receipt a report is expected: by priority, and where a site agreed otherwise, by site.
public struct ReadingTargets: Hashable, Sendable {
    public static let usual: [Priority: Int] = [.stat: 20, .urgent: 60, .routine: 480]

    /// By site, as the server names it, without regard to case.
    private let bySite: [String: [Priority: Int]]

    public init(bySite: [String: [Priority: Int]] = [:]) {
        self.bySite = Dictionary(bySite.map { ($0.key.lowercased(), $0.value) }) { $1 }
    }

    public func minutes(_ priority: Priority, at site: SiteName?) -> Int {
        let usual = ReadingTargets.usual[priority] ?? 480
        guard let site, !bySite.isEmpty else { return usual }
        return bySite[site.rawValue.lowercased()]?[priority] ?? usual
    }

    public func due(_ item: WorklistItem) -> Instant {
        item.receivedAt.adding(seconds: Double(minutes(item.priority, at: item.study.site)) * 60)
    }
}

/// What a list is read against: the time, and what was agreed.
public struct ListMoment: Hashable, Sendable {
    public var now: Instant
    public var today: CalendarDate
    public var targets: ReadingTargets

    public init(now: Instant, timeZone: TimeZoneOffset, targets: ReadingTargets = ReadingTargets()) {
        self.now = now
        today = now.local(timeZone).date
        self.targets = targets
    }
}
