/// What cannot be so large, or so small. Wide enough for what is rare: only slips fall outside.
enum Plausibility {
    private struct Limit: Sendable {
        var name: String
        /// Millimetres.
        var range: ClosedRange<Double>
        /// The least is that of the organ, and does not hold for what lies in it.
        var isOrgan = false
    }

    private static let table = Phrases<Limit>([
        (
            "common bile duct|ductus choledochus|dhc|cbd|bile duct|common duct",
            Limit(name: "a bile duct", range: 0.5...45)
        ),
        ("pancreatic duct|ductus pancreaticus|wirsung", Limit(name: "the pancreatic duct", range: 0.3...40)),
        (
            "lung nodule|pulmonary nodule|nodule|rundherd|solid nodule|ground glass nodule|part solid nodule|lungenherd",
            Limit(name: "a nodule", range: 0.5...100)
        ),
        (
            "kidney length|right kidney|left kidney|kidney|niere|rechte niere|linke niere|kidneys",
            Limit(name: "a kidney", range: 20...260, isOrgan: true)
        ),
        ("spleen|spleen length|milz|spleen measures", Limit(name: "the spleen", range: 25...400, isOrgan: true)),
        ("liver|leber", Limit(name: "the liver", range: 30...350, isOrgan: true)),
        (
            "aorta|abdominal aorta|thoracic aorta|ascending aorta|aortic aneurysm|bauchaorta|aortic diameter|aneurysm of the aorta|bauchaortenaneurysma",
            Limit(name: "the aorta", range: 5...160, isOrgan: true)
        ),
        ("appendix", Limit(name: "the appendix", range: 2...60, isOrgan: true)),
        ("endometrium|endometrial thickness|endometrial stripe", Limit(name: "the endometrium", range: 0.5...80)),
        ("gallbladder wall|gallenblasenwand", Limit(name: "the wall of the gallbladder", range: 0.5...40)),
        ("midline shift|mittellinien|midline", Limit(name: "a midline shift", range: 0.5...40)),
        ("lymph node|lymph nodes|lymphknoten", Limit(name: "a lymph node", range: 1...150)),
        ("subdural hematoma|subdurales", Limit(name: "a subdural haematoma", range: 0.5...80)),
        (
            "renal calculus|ureteral calculus|ureteric calculus|calculus|stone|konkrement|calculi",
            Limit(name: "a stone", range: 0.3...120)
        ),
        (
            "pulmonary trunk|main pulmonary artery|truncus pulmonalis",
            Limit(name: "the pulmonary trunk", range: 5...120)
        ),
        ("thyroid nodule|isthmus", Limit(name: "the thyroid", range: 0.5...120)),
        ("uterus|gebarmutter", Limit(name: "the uterus", range: 15...400, isOrgan: true)),
        ("prostate|prostata", Limit(name: "the prostate", range: 10...200, isOrgan: true)),
        ("pleural effusion|effusion|pleuraerguss|erguss", Limit(name: "an effusion", range: 0.5...300)),
        ("pneumothorax", Limit(name: "a pneumothorax", range: 0.5...250)),
        (
            "right lobe|left lobe|ovary|right ovary|left ovary|testis|testicle|hoden|ovar",
            Limit(name: "this organ", range: 3...350, isOrgan: true)
        ),
        ("crown rump length", Limit(name: "a crown-rump length", range: 0.5...130)),
        ("nuchal translucency", Limit(name: "the nuchal translucency", range: 0.3...25)),
    ])

    /// What lies in an organ and has a size of its own.
    private static let parts: Set<String> = [
        "cyst", "cysts", "lesion", "lesions", "mass", "calculus", "calculi", "stone", "stones", "nodule", "nodules",
        "angiomyolipoma",
        "tumor", "focus", "foci", "hemangioma", "defect", "wall", "thrombus", "leak", "zyste", "zysten", "herd",
        "lesion",
        "konkrement", "metastasis", "metastases", "fibroid", "fibroids", "polyp", "cortex", "cortical", "parenchymal",
        "pelvis", "laceration",
        "dissection", "flap", "follicle", "follicles", "hematoma", "abscess", "collection", "fluid", "artery", "vein",
        "duct", "hypodensity",
        "scar", "calcification", "observation", "segment", "distance", "above", "below", "from", "increase", "growth",
        "myom", "stein", "tip", "adenoma", "infarct", "plaque",
        "endometrium", "endometrial", "appendicolith", "stent", "graft", "focal", "accessory", "splenule", "thick",
        "thickness", "thickening", "shift", "node", "nodes",
        "hepatic", "renal", "splenic", "bile", "neck", "ulcer", "hilum", "hypoechoic", "hyperechoic", "septum",
        "septations", "dilatation", "ectasia", "prostatic", "urethra", "lobe", "isthmus", "rim",
    ]

    private static let measuring: Set<String> = [
        "measures", "measuring", "measured", "measure", "diameter", "misst", "length", "size", "grosse",
    ]

    static func objection(_ line: Reading.Line) -> String? {
        let measurements = Measurements.find(in: line.sentence.tokens).filter(\.isLength)
        guard !measurements.isEmpty,
            !line.sentence.says([
                "distance", "tube", "catheter", "verge", "ago", "carina", "teeth", "skin", "incisors", "limb", "length",
            ])
        else { return nil }
        let tokens = line.sentence.tokens
        let named = table.matches(in: tokens) + table.matches(in: line.sentence.context)
        for measurement in measurements {
            if measurement.millimetres.contains(where: { $0 > 600 }) { return "anything in the body" }
        }
        // With several things and sizes in one sentence it is not known whose size is whose.
        guard measurements.count == 1, let size = measurements.first?.millimetres.max() else { return nil }
        let limits = Set(named.map(\.value.name)).count == 1 ? named.first?.value : nil
        guard let limit = limits else { return nil }
        let isPart =
            tokens.contains { parts.contains($0.text) } || line.sentence.context.contains { parts.contains($0.text) }
        if limit.isOrgan, isPart { return nil }
        if size > limit.range.upperBound { return limit.name }
        // "Normal (2 mm)" beneath the liver is not the liver's size, unless the sentence says so.
        let isSized = !limit.isOrgan || table.occurs(in: tokens) && line.sentence.says(measuring)
        return isSized && size < limit.range.lowerBound ? limit.name : nil
    }
}
