/// Who reads what, as reading groups divide it.
public enum Subspecialty: String, Hashable, Sendable, CaseIterable {
    case neuro, chest, cardiac, body, msk, breast, nuclear, dental, paediatric

    /// The subspecialties of an examination; the body part and the title say it, for some modalities the modality does.
    ///
    /// - Parameters:
    ///   - modality: as ``Study/modalityText``: `CT`, `PT/CT`.
    ///   - words: body part and title, in any case.
    ///   - age: in years, where it is known.
    public static func of(modality: String, words: String, age: Int?) -> Set<Subspecialty> {
        var found: Set<Subspecialty> = []
        let modalities = Set(modality.uppercased().split(separator: "/").map(String.init))
        if !modalities.isDisjoint(with: ["MG", "BMD"]) { found.insert(.breast) }
        if !modalities.isDisjoint(with: ["NM", "PT"]) { found.insert(.nuclear) }
        if !modalities.isDisjoint(with: ["IO", "PX"]) { found.insert(.dental) }
        if let age, age < 16 { found.insert(.paediatric) }
        let text = words.lowercased()
        for (subspecialty, stems) in stems where stems.contains(where: text.contains) { found.insert(subspecialty) }
        return found
    }

    private static let stems: [(Subspecialty, [String])] = [
        (.neuro, ["head", "brain", "skull", "cranial", "neck", "spine", "orbit", "pituitar", "cerebr", "stroke"]),
        (.chest, ["chest", "thora", "lung", "pulmonary", "rib"]),
        (.cardiac, ["heart", "cardiac", "coronar", "aort"]),
        (
            .body,
            [
                "abdomen", "abdom", "pelvi", "liver", "hepat", "kidney", "renal", "urinar", "pancrea", "prostat",
                "bowel",
                "thyroid",
            ]
        ),
        (
            .msk,
            [
                "knee", "hip", "shoulder", "ankle", "wrist", "hand", "foot", "elbow", "extremity", "femur", "tibia",
                "finger", "joint", "bone",
            ]
        ),
        (.breast, ["breast", "mammo"]),
        (.dental, ["jaw", "dental", "teeth", "panoramic", "mandib", "maxill"]),
        (.paediatric, ["paediatric", "pediatric", "newborn", "infant"]),
    ]
}
