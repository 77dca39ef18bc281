/// The words that decide a report: sides, negations and numbers in letters, in the languages of the shipped templates and
/// their neighbours. A word too many here is shown plainly without need; a word too few would be a danger.
enum PlainWords {
    static func kind(ofToken token: [UInt8]) -> PlainPart.Kind? {
        let word = token.first == Tokens.space ? token[1...] : token[...]
        return word.isEmpty ? nil : kind(of: String(decoding: word, as: UTF8.self))
    }

    static func kind(of word: String) -> PlainPart.Kind? {
        let plain = word.lowercased()
        if plain.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return .number }
        if sides.contains(plain) || sideStems.contains(where: plain.hasPrefix) { return .side }
        if negations.contains(plain) || negationStems.contains(where: plain.hasPrefix) { return .negation }
        if plain.hasSuffix("n't") || plain.hasSuffix("n’t") { return .negation }
        return numbers.contains(plain) ? .number : nil
    }

    private static let sides: Set<String> = [
        "left", "right", "leftward", "rightward", "leftwards", "rightwards", "lt", "rt", "both", "either",
        "ipsilateral", "contralateral", "bibasilar", "bibasal", "biapical", "biventricular",
        "li", "re", "bds", "beide", "beiden", "beider", "beides",
        "gauche", "gauches", "droit", "droite", "droits", "droites", "izquierdo", "izquierda", "derecho", "derecha",
        "sinistro", "sinistra", "destro", "destra", "ambos", "ambas", "deux", "l", "r",
    ]

    private static let sideStems = [
        "bilateral", "unilateral", "left-", "right-", "links", "rechts", "beidseit", "beiderseit", "einseit", "linke",
        "rechte", "bilatér", "unilatér", "perihilar-", "bibasil",
    ]

    private static let negations: Set<String> = [
        "no", "not", "none", "non", "nor", "neither", "never", "without", "w/o", "cannot", "negative", "absent",
        "absence", "free", "lack", "lacks", "resolved", "denies", "denied", "excluded", "exclude", "unlikely", "nil",
        "nothing", "rather", "except", "minus",
        "nicht", "nichts", "ohne", "nie", "weder", "noch", "negativ", "frei", "ausgeschlossen", "ausschluss",
        "pas", "sans", "aucun", "aucune", "ni", "jamais", "absence", "négatif",
        "sin", "nunca", "ningún", "ninguna", "ninguno", "senza", "nessun", "nessuna", "nessuno", "né",
    ]

    private static let negationStems = ["kein", "negativ", "nonvisual", "unauffäll", "ausgeschloss"]

    private static let numbers: Set<String> = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "single", "double", "triple", "multiple", "half", "dual",
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]
}
