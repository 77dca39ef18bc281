/// The calculators there are.
public enum Calculators {
    public static let all: [Calculator] = [
        .tirads, .fleischner, .lungRADS, .lirads, .birads, .pirads, .bosniak, .recist, .nascet, .aspects, .cadRADS,
    ]

    /// By id or another name; case, hyphens, dots and spaces do not matter: `ti-rads`, `.tirads`, `TI-RADS`.
    public static func find(_ name: String) -> Calculator? {
        let wanted = folded(name)
        guard !wanted.isEmpty else { return nil }
        return all.first { calculator in names(of: calculator).contains(wanted) }
    }

    static func names(of calculator: Calculator) -> Set<String> {
        Set(([calculator.id, calculator.shortTitle, calculator.title] + calculator.aliases).map(folded))
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
