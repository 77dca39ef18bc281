internal import Radiology

/// Modalities by the words and codes templates name them with.
enum ModalityNames {
    static func modalities(of concept: CodedConcept) -> [Modality] {
        if concept.scheme == "DCM" { return [Modality(rawValue: concept.value.uppercased())] }
        return modalities(inWords: concept.meaning)
    }

    static func modalities(inWords text: String) -> [Modality] {
        let folded = text.lowercased()
        let words = Set(folded.split { !$0.isLetter }.map(String.init))
        let found = table.filter { entry in
            entry.phrases.contains { folded.holds($0) } || !words.isDisjoint(with: entry.words)
        }
        return found.flatMap(\.modalities)
    }

    private static let table: [(phrases: [String], words: Set<String>, modalities: [Modality])] = [
        (["computed tomography", "computertomogra"], ["ct"], [.computedTomography]),
        (["magnetic resonance", "magnetresonanz", "kernspin"], ["mr", "mri", "mrt"], [.magneticResonance]),
        (["ultrasound", "ultraschall", "sonogra"], ["us"], [.ultrasound]),
        (
            ["projection radiography", "x-ray", "röntgen", "plain radiograph"], ["radiography", "xr", "dx", "cr"],
            [.digitalRadiography, .computedRadiography]
        ),
        (["mammogra"], ["mg"], [.mammography]),
        (["positron emission"], ["pet", "pt"], [.positronEmission]),
        (["nuclear medicine", "scintigra"], ["nm"], [.nuclearMedicine]),
        (["panoramic"], ["px", "opg"], [.panoramicXRay]),
    ]
}

/// Regions of the body by the words of templates, orders and Body Part Examined (0018,0015).
enum BodyRegions {
    /// The narrowest regions a text names: a knee is not also a limb, a prostate not also the pelvis.
    static func regions(in text: String) -> Set<String> {
        let folded = text.lowercased()
        let words = Set(folded.split { !$0.isLetter }.map(String.init))
        let found = Set(
            table.filter { entry in
                entry.stems.contains { folded.holds($0) } || !words.isDisjoint(with: entry.words)
            }.map(\.region))
        // "Whole body" and "skull base to thigh" are no skull and no thigh.
        if found.contains("whole body") { return ["whole body"] }
        return found.subtracting(found.flatMap { parents[$0] ?? [] })
    }

    /// Whether a template for one region is also for another: one for limbs is for knees, but not the other way round.
    static func covers(_ own: Set<String>, _ wanted: String) -> Bool {
        own.contains(wanted) || !own.isDisjoint(with: parents[wanted] ?? [])
    }

    /// The wider regions a narrow one lies in.
    static let parents: [String: Set<String>] = [
        "cervical spine": ["spine", "neck"], "thoracic spine": ["spine", "chest"], "lumbar spine": ["spine"],
        "shoulder": ["limb"], "elbow": ["limb"], "wrist": ["limb"], "hand": ["limb"], "hip": ["limb"],
        "knee": ["limb"], "ankle": ["limb"], "foot": ["limb"], "leg veins": ["limb"], "prostate": ["pelvis"],
        "liver": ["abdomen"], "thyroid": ["neck"],
        "carotid": ["neck"], "pregnancy": ["pelvis", "abdomen"],
    ]

    /// `stems` count wherever they stand, also inside DICOM's joined words such as CHESTABDPELVIS.
    private static let table: [(region: String, stems: [String], words: Set<String>)] = [
        ("head", ["brain", "skull", "crani", "cerebr", "schädel", "kopf", "hirn"], ["head", "neurocranium"]),
        ("neck", ["larynx", "hals", "thyroid", "carotid"], ["neck", "headneck"]),
        ("thyroid", ["thyroid", "schilddr"], []),
        ("carotid", ["carotid"], []),
        ("chest", ["chest", "thorax", "thorac", "lung", "pulmon"], []),
        ("heart", ["cardiac", "coronar", "herz"], ["heart"]),
        (
            "abdomen", ["abdom", "liver", "kidney", "renal", "oberbauch", "pancrea", "hepat"],
            ["abd", "chestabdpelvis", "abdpelvis", "gallbladder", "spleen"]
        ),
        ("liver", ["liver", "hepat", "leber"], []),
        ("pelvis", ["pelvi", "becken", "prostat"], ["uterus", "bladder"]),
        ("prostate", ["prostat"], []),
        ("pregnancy", ["obstetr", "fetal", "fetus", "foetal", "foetus", "trimester", "gravid"], ["pregnancy"]),
        ("spine", ["spine", "spinal", "vertebr", "wirbels"], ["cspine", "lspine", "tspine"]),
        ("cervical spine", ["cervical spine", "c-spine", "halswirbel"], ["cspine", "hws"]),
        ("thoracic spine", ["thoracic spine", "t-spine", "brustwirbel"], ["tspine", "bws"]),
        ("lumbar spine", ["lumbar", "l-spine", "lumbosacral", "lendenwirbel"], ["lspine", "lws"]),
        ("breast", ["breast", "mamm"], []),
        (
            "limb", ["extremit", "femur", "tibia", "fibula", "humerus", "forearm", "oberarm", "unterarm", "schenkel"],
            ["arm", "leg", "radius", "ulna"]
        ),
        ("shoulder", ["shoulder", "schulter", "clavic", "scapul"], []),
        ("elbow", ["elbow", "ellbogen", "ellenbogen"], []),
        ("wrist", ["wrist", "handgelenk", "scaphoid"], []),
        ("hand", [], ["hand", "hands", "finger", "fingers", "thumb", "hände"]),
        ("hip", [], ["hip", "hips", "hüfte", "hüften"]),
        ("knee", [], ["knee", "knees", "knie"]),
        ("ankle", ["ankle", "sprunggelenk"], []),
        ("foot", ["calcane"], ["foot", "feet", "toe", "toes", "heel", "fuß", "füße"]),
        (
            "leg veins", ["leg vein", "lower extremity vein", "vein of lower limb", "veins of the leg", "beinvene"],
            ["dvt"]
        ),
        ("teeth", ["dental", "jaw", "mandib"], ["teeth", "tooth"]),
        ("skeleton", ["skelet", "bone scan", "bone scint", "knochenszinti"], []),
        ("whole body", ["whole body", "wholebody", "whole-body", "skull base to", "ganzkörper"], []),
    ]
}

extension Contrast {
    /// `without`, `with`, `with and without contrast`; `nil` where words say neither.
    init?(words text: String) {
        let folded = text.lowercased().replacingCodePoints("w/o", with: "without").replacingCodePoints(
            "w/", with: "with ")
        let words = folded.split { !$0.isLetter }.map(String.init)
        let isAbout = folded.contains("contrast") || folded.contains("kontrast") || words.contains("km")
        let isNative = folded.contains("noncontrast") || folded.contains("non-contrast") || words.contains("nativ")
        let isWithout = isNative || isAbout && (words.contains("without") || words.contains("ohne"))
        let isWith = isAbout && (words.contains("with") || words.contains("mit") || folded.contains("enhanced"))
        switch (isWithout, isWith) {
        case (true, true): self = .withoutAndWith
        case (true, false): self = .without
        case (false, true): self = .with
        case (false, false):
            // "Brain with and without" leaves the word out.
            guard words.contains("with"), words.contains("without") else { return nil }
            self = .withoutAndWith
        }
    }
}

extension Laterality {
    init?(words text: String) {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        let isLeft = !words.isDisjoint(with: ["left", "links", "l", "lt"])
        let isRight = !words.isDisjoint(with: ["right", "rechts", "r", "rt"])
        let isBoth = !words.isDisjoint(with: ["both", "bilateral", "beidseits", "b"])
        if isBoth || isLeft && isRight {
            self = .both
        } else if isLeft || isRight {
            self = isLeft ? .left : .right
        } else {
            return nil
        }
    }
}
