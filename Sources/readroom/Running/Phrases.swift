import Dispatch
import LocalStore
import PhraseCompletion
import Radiology
import ReportTemplates
import Synchronization
import Workstation

/// What the reader's reports are like, kept in memory beside the store.
///
/// Learned anew from the store at every start: nothing of it is on the disk but the reports themselves.
final class Phrases: Sendable {
    private struct Known {
        var model = PhraseModel()
        var session: PhraseSession?

        mutating func suggestions(after text: String) -> [PhraseSuggestion] {
            var session = self.session ?? PhraseSession(model)
            // A word of three letters is typed as fast as its key is found.
            let found = session.suggestions(after: text, limit: EditorState.mostSuggestions + 3)
                .filter { $0.text.count > 3 }
            self.session = session
            return found.map(PhraseSuggestion.init)
        }
    }

    private let known = Mutex(Known())
    /// Learning takes long.
    private let queue = DispatchQueue(label: "readroom.phrases", qos: .utility)

    /// More than this learned since the last order was made slows suggestions down.
    private static let mostUnordered = 20_000

    /// - Parameter failed: told why the reader's own reports could not be read; the library is learned all the same.
    func learn(from store: LocalStore, failed: @escaping @Sendable (StoreFailure) -> Void) {
        queue.async {
            let library = TemplateLibrary.shipped.templates.map {
                (text: ReportContent(template: $0).plainText(), source: ReportSource.library)
            }
            var reports: [(text: String, source: ReportSource)] = []
            do throws(StoreFailure) {
                reports = try store.reportTexts().map { ($0.text, $0.isOwn ? .own : .others) }
            } catch {
                failed(error)
            }
            let model = PhraseModel(learning: library + reports)
            self.known.withLock { $0 = Known(model: model) }
        }
    }

    func learn(_ report: String) {
        queue.async {
            self.known.withLock { known in
                known.session = nil
                known.model.learn(report, source: .own)
                if known.model.unconsolidatedTokens > Self.mostUnordered { known.model.consolidate() }
            }
        }
    }

    /// How the text may go on. It takes less time than waking a thread that would answer, so that what was typed and what
    /// may follow are painted together. While a report is being learned there is none.
    func suggestions(after text: String) -> [PhraseSuggestion] {
        known.withLockIfAvailable { $0.suggestions(after: text) } ?? []
    }
}

extension PhraseSuggestion {
    fileprivate init(_ suggestion: Suggestion) {
        let text = suggestion.text
        self.init(
            text: text, firstWord: suggestion.firstWord.count,
            plain: suggestion.plain.map { part in
                text.distance(
                    from: text.startIndex, to: part.range.lowerBound)..<text.distance(
                        from: text.startIndex, to: part.range.upperBound)
            })
    }
}
