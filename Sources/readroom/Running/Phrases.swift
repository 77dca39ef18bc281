import Dispatch
import LocalStore
import PhraseCompletion
import Radiology
import ReportTemplates
import Workstation

/// What the reader's reports are like, kept in memory beside the store, on a queue of its own.
///
/// Learned anew from the store at every start: nothing of it is on the disk but the reports themselves.
final class Phrases: @unchecked Sendable {
    private let queue = DispatchQueue(label: "readroom.phrases", qos: .userInteractive)
    /// Both on the queue only.
    private var model = PhraseModel()
    private var session: PhraseSession?

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
            self.model = PhraseModel(learning: library + reports)
            self.session = nil
        }
    }

    func learn(_ report: String) {
        queue.async {
            self.model.learn(report, source: .own)
            if self.model.unconsolidatedTokens > Self.mostUnordered { self.model.consolidate() }
            self.session = nil
        }
    }

    func suggest(after text: String, _ mailbox: Mailbox, _ study: StudyInstanceUID, _ edits: Int) {
        queue.async {
            var session = self.session ?? PhraseSession(self.model)
            // A word of three letters is typed as fast as its key is found.
            let found = session.suggestions(after: text, limit: EditorState.mostSuggestions + 3)
                .filter { $0.text.count > 3 }
            self.session = session
            mailbox.post(.editor(.suggested(study, edits: edits, found.map(PhraseSuggestion.init))))
        }
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
