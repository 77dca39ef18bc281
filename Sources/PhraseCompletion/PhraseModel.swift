/// What the reader's reports are like, to say how the one being written may go on.
///
/// Learns from whole plain texts: the reader's own signed reports, others they may see, the template library. Any language,
/// any text. A value: copy it to the background, `consolidate` it there, and put it back.
///
/// Memory: 12 bytes a token (a word with the space before it, or a sign) and some 60 a distinct word: about 26 MB for
/// 40,000 reports of 260 characters.
public struct PhraseModel: Sendable {
    var index: ReportIndex
    var escapes = EscapeTable()
    var tuning = Tuning.standard

    public init() {
        index = ReportIndex()
    }

    /// Learns many reports at once; 40,000 take seconds.
    public init(learning reports: some Sequence<(text: String, source: ReportSource)>) {
        self.init()
        for report in reports { learn(report.text, source: report.source) }
        consolidate()
    }

    init(index: ReportIndex, escapes: EscapeTable) {
        self.index = index
        self.escapes = escapes
    }

    public var reportCount: Int { index.reportCount }

    /// Tokens learned since the last `consolidate`: each suggestion reads through them, so do not let it grow beyond some
    /// 5,000 (about 100 reports).
    public var unconsolidatedTokens: Int { index.tokens.count - index.sortedPlaces }

    /// Learns one report, in microseconds where no session shares the model (else Swift copies its arrays first, some
    /// milliseconds). The next session knows it; one begun before does not.
    public mutating func learn(_ report: String, source: ReportSource = .own) {
        guard !report.isEmpty, index.tokens.count + report.utf8.count < Int(Int32.max) / 2 else { return }
        index.append(report, source: source)
    }

    /// Makes the order anew in which contexts are found, and asks how far the reports can be foreseen.
    ///
    /// Takes a second for 40,000 reports. What was learned is known before and after; only how the mixture of long and
    /// short contexts is weighed may change.
    public mutating func consolidate() {
        index.consolidate()
        escapes = Calibration(index: index, tuning: tuning).escapes()
    }

    /// How the report may go on after `text`, the most useful first; at most `limit`.
    ///
    /// For a whole report written key by key a `PhraseSession` says the same and is faster.
    public func suggestions(after text: some StringProtocol, limit: Int) -> [Suggestion] {
        var session = PhraseSession(self)
        return session.suggestions(after: text, limit: limit)
    }

    /// Bytes of memory the model holds, without what Swift's arrays reserve beyond.
    public var memory: Int {
        let words = index.vocabulary
        return index.tokens.count * 12 + index.sources.count + words.bytes.count * 3 + words.count * 70
    }
}
