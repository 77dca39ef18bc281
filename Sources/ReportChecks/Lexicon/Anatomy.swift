// swift-format-ignore-file: a table of phrases, one site a line.

/// A part of the body that has a name.
struct Site: Hashable, Sendable {
    enum Group: Hashable, Sendable { case head, neck, chest, abdomen, pelvis, spine, arm, leg, breast, other }
    var name: String
    var group: Group
    /// There is a right and a left one.
    var isPaired = false
    /// What it is a part of: who denies a tear of the menisci denies one of the medial meniscus.
    var within: String?

    func isPart(of other: Site) -> Bool {
        name == other.name || within == other.name || within.flatMap { Self.outer[$0] } == other.name
    }

    private static let outer = ["meniscus": "knee"]
}

enum Anatomy {
    private static func paired(_ name: String, _ group: Site.Group) -> Site {
        Site(name: name, group: group, isPaired: true)
    }
    private static func part(_ name: String, _ group: Site.Group, of whole: String) -> Site {
        Site(name: name, group: group, isPaired: true, within: whole)
    }
    private static func single(_ name: String, _ group: Site.Group) -> Site { Site(name: name, group: group) }

    static let table = Phrases<Site>([
        ("skull|calvari*|schadel|schadeldach|skull base|skull vault", single("skull", .head)),
        ("face|facial|orbit*|mandible|mandibular|maxilla*|nasal bone|zygoma*|jaw|jaws", single("face", .head)),
        ("cerebellar tonsil*", single("tonsils", .head)),
        ("brain|cerebral|intracranial|hirn|intrakraniell*|hemisphere", single("brain", .head)),
        (
            "middle cerebral artery|mca|arteria cerebri media|media|m1|m2",
            Site(name: "middle cerebral artery", group: .head, isPaired: true, within: "brain")
        ),
        (
            "cervical spine|hws|halswirbel*|c1|c2|c3|c4|c5|c6|c7|dens|odontoid|atlas|axis|cervical vertebra*|cervical vertebral",
            Site(name: "cervical spine", group: .spine, within: "spine")
        ),
        (
            "thoracic spine|bws|brustwirbel*|t1|t3|t4|t5|t6|t7|t8|t9|t10|t11|t12|th4|th5|th6|th7|th8|th9|th10|th11|th12|bwk",
            Site(name: "thoracic spine", group: .spine, within: "spine")
        ),
        (
            "lumbar spine|lws|lendenwirbel*|l1|l2|l3|l4|l5|lumbar vertebra*|lwk",
            Site(name: "lumbar spine", group: .spine, within: "spine")
        ),
        ("vertebra*|vertebral body|vertebral compression|wirbelkorper*|wirbel|spine", single("spine", .spine)),
        ("sacrum|sacral|os sacrum|sakrum|coccyx", single("sacrum", .spine)),
        ("rib|ribs|rippe|rippen|rippenserien", paired("rib", .chest)),
        ("sternum|sternal|brustbein", single("sternum", .chest)),
        ("clavicle|clavicular|schlusselbein|klavikula|clavicula", paired("clavicle", .arm)),
        ("scapula*|schulterblatt", paired("scapula", .arm)),
        ("shoulder|schulter|schultergelenk|rotator cuff|supraspinatus|glenohumeral", paired("shoulder", .arm)),
        ("humerus|humeral|humerus*|oberarm", paired("humerus", .arm)),
        ("elbow|ellenbogen|ellbogen", paired("elbow", .arm)),
        ("radius|radial head|radial|radiusschaft", paired("radius", .arm)),
        ("ulna|ulnar|elle", paired("ulna", .arm)),
        ("forearm|unterarm", paired("forearm", .arm)),
        ("wrist|handgelenk|scaphoid|skaphoid|lunate|carpal|kahnbein", paired("wrist", .arm)),
        ("hand|metacarp*|finger|thumb|phalanx|mittelhand*|daumen", paired("hand", .arm)),
        ("hip|hufte|huftgelenk|acetabul*|femoral neck|femoral head|schenkelhals*|huft", paired("hip", .leg)),
        ("femur|femoral shaft|oberschenkel|femoral condyle", paired("femur", .leg)),
        ("knee|knie|kniegelenk|patella*|tibial plateau|cruciate", paired("knee", .leg)),
        ("tibia|tibial|schienbein|fibula*|wadenbein|lower leg|unterschenkel", paired("lower leg", .leg)),
        ("ankle|sprunggelenk|malleol*|talus|talar|osg", paired("ankle", .leg)),
        ("foot|fuss|metatars*|calcane*|toe|hallux|mittelfuss*|kalkaneus", paired("foot", .leg)),
        ("leg|bein|legs|beine|calf|thigh", paired("leg", .leg)),
        ("arm|upper limb", paired("arm", .arm)),
        (
            "pubic|pubic rami|pelvic ring|ischial|iliac bone|iliac wing|beckenring|schambein*|sitzbein*",
            single("pelvis", .pelvis)
        ),
        (
            "lung|lungs|pulmonary|lunge|lungen|lobe|lingula|oberlappen|unterlappen|mittellappen|lung base|apex|apical|hilum|hilar|lower lobe|upper lobe",
            paired("lung", .chest)
        ),
        ("pleura|pleural|hemithorax|costophrenic|hemidiaphragm", paired("pleura", .chest)),
        ("pericardial|pericardium|perikard*|heart|herz|cardiac", single("heart", .chest)),
        ("aorta|aortic|aorten|bauchaorta|bauchaorten", single("aorta", .chest)),
        ("breast|mamma|brust", paired("breast", .breast)),
        ("axilla|axillary|axilla*", paired("axilla", .breast)),
        ("liver|hepatic|leber|segment", single("liver", .abdomen)),
        ("spleen|splenic|milz", single("spleen", .abdomen)),
        ("pancreas|pancreatic|pankreas", single("pancreas", .abdomen)),
        ("gallbladder|gallenblase", single("gallbladder", .abdomen)),
        ("kidney|kidneys|renal|niere|nieren|nephro*", paired("kidney", .abdomen)),
        ("ureter|ureteral|ureteric|harnleiter|ureterovesical", paired("ureter", .abdomen)),
        ("adrenal|adrenals|nebenniere*", paired("adrenal", .abdomen)),
        ("bladder|harnblase", single("bladder", .pelvis)),
        (
            "bowel|colon|colonic|darm|ileum|jejunum|sigmoid|caecum|cecum|duodenum|duodenal|kolon|sigma",
            single("bowel", .abdomen)
        ),
        ("appendix", single("appendix", .abdomen)),
        ("ovary|ovarian|ovar|ovarien|eierstock|adnex*", paired("ovary", .pelvis)),
        ("uterus|uterine|gebarmutter", single("uterus", .pelvis)),
        ("prostate|prostatic|prostata", single("prostate", .pelvis)),
        ("testis|testicle|testicular|hoden", paired("testis", .pelvis)),
        ("inguinal|groin|leiste*|leistenhernie", paired("groin", .pelvis)),
        ("thyroid|schilddruse|isthmus", paired("thyroid", .neck)),
        ("carotid|carotis|karotis", paired("carotid", .neck)),
        ("vertebral artery|arteria vertebralis", paired("vertebral artery", .neck)),
        (
            "femoral vein|common femoral vein|popliteal vein|calf vein*|saphenous vein*|beinvenen|iliac vein*|v femoralis|vena femoralis|vena poplitea|popliteal",
            paired("leg veins", .leg)
        ),
        ("portal vein|pfortader", single("portal vein", .abdomen)),
        ("hepatic vein*", single("hepatic veins", .abdomen)),
        ("atrial|left ventricular|ventricular thrombus|atrium|appendage|ventricle", single("heart", .chest)),
        ("menisc*|meniskus|menisken", part("meniscus", .leg, of: "knee")),
        ("medial menisc*|innenmeniskus", part("medial meniscus", .leg, of: "meniscus")),
        ("lateral menisc*|aussenmeniskus", part("lateral meniscus", .leg, of: "meniscus")),
        (
            "anterior cruciate|acl|vorderes kreuzband|vkb|vorderen kreuzbandes|vorderen kreuzbands",
            part("anterior cruciate", .leg, of: "knee")
        ),
        ("posterior cruciate|pcl|hinteres kreuzband|hkb", part("posterior cruciate", .leg, of: "knee")),
        ("medial collateral|mcl", part("medial collateral", .leg, of: "knee")),
        ("lateral collateral|lcl", part("lateral collateral", .leg, of: "knee")),
        ("quadriceps tendon", paired("quadriceps", .leg)),
        ("patellar tendon", paired("patellar tendon", .leg)),
        ("coronary|koronar*|left anterior descending|circumflex|left main", single("coronary", .chest)),
        ("spinal canal|foramen|foraminal|neural foramen|spinalkanal", single("spinal canal", .spine)),
        ("subchorionic", single("chorion", .pelvis)),
        ("scalp|kopfschwarte|galea", single("scalp", .head)),
        ("retroperitoneal|retroperitoneum", single("retroperitoneum", .abdomen)),
        ("mesenteric|mesentery", single("mesentery", .abdomen)),
    ])
}
