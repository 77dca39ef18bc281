import Radiology
import Sync
import Wording

/// The language that is spoken while a screen is made. It is set from the state by whatever makes one, and by nothing
/// else, so that a screen stays a function of the state.
enum Speech {
    @TaskLocal static var language = Language.english
}

/// A wording in the language of the screen.
func tr(_ wording: Wording) -> String { wording.text(in: Speech.language) }

/// A day as the reader's language writes it: `1959-03-12`, `12.03.1959`. For the eye only: filters, reports and
/// identifiers keep the first form.
func dayText(_ date: CalendarDate) -> String {
    tr(Wording(day: date.description))
}

/// What the headers say of technique and dose, with its numbers as the reader's language writes them.
func figures(_ text: String) -> String { tr(Wording(figures: text)) }

/// What a table holds as an English text, in the language of the screen.
func tr(key: String) -> String { tr(Wording(key: key)) }

/// English text that was kept as text.
func tr(recognised text: String) -> String { tr(Wording(recognised: text)) }

/// Why a template was chosen: `matched: modality, body part`. Drafts keep it in English.
func tr(reason: String) -> String {
    let lead = "matched: "
    guard reason.hasPrefix(lead) else { return tr(key: reason) }
    let matched = reason.dropFirst(lead.count).split(separator: ", ").map { tr(key: String($0)) }
    return tr("matched: \(matched.joined(separator: ", "))")
}

extension OutboxEntry {
    /// What the server answered last; the outbox keeps it in English.
    var answer: String? { progress.lastAnswer.map { tr(recognised: $0) } }
}
