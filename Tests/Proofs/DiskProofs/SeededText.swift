import Proving

/// Words that nobody wrote, of about so many bytes.
struct SeededText {
    private static let words = [
        "lungs", "clear", "nodule", "of", "the", "left", "upper", "lobe", "no", "effusion", "heart", "größer", "2 mm",
        "unchanged", "since", "prior", "señalado", "κ", "impression:", "follow-up",
    ]
    private var random: SeededRandom

    init(seed: UInt64, _ number: Int) { random = SeededRandom(seed: seed &* 1_000_003 &+ UInt64(number)) }

    mutating func words(bytes: Int) -> String {
        var text = ""
        text.reserveCapacity(bytes + 16)
        while text.utf8.count < bytes {
            text += SeededText.words[random.below(SeededText.words.count)]
            text += " "
            // Long texts need no more chance than this; making them would take longer than storing them.
            if text.utf8.count > 4096 {
                let part = text
                while text.utf8.count < bytes { text += part }
            }
        }
        return text
    }
}
