/// Findings the checks know by name.
enum Concept: String, Hashable, Sendable, CaseIterable {
    case pneumothorax, tensionPneumothorax, hemothorax, pleuralEffusion, effusion, pericardialEffusion, jointEffusion
    case tamponade, consolidation, atelectasis, nodule, pulmonaryEdema, emphysema, pulmonaryEmbolism, rightHeartStrain
    case cardiomegaly, dissection, aneurysm, rupturedAneurysm, aorticInjury, mediastinalHematoma
    case freeAir, freeFluid, perforation, bowelObstruction, bowelIschemia, pneumatosis, volvulus, appendicitis
    case diverticulitis, cholecystitis, gallstones, pancreatitis, hydronephrosis, calculus, biliaryDilatation, abscess
    case hemorrhage, intracranialHemorrhage, subduralHematoma, epiduralHematoma, subarachnoidHemorrhage
    case intraparenchymalHemorrhage, intraventricularHemorrhage, activeBleeding, hematoma, contusion, laceration
    case infarct, vesselOcclusion, hyperdenseVessel, midlineShift, brainHerniation, hydrocephalus, cordCompression
    case caudaCompression
    case fracture, dislocation, facetDislocation, flailChest, tear, thrombus, veinThrombosis, lymphadenopathy
    case mass, metastasis, suspiciousLesion, ectopicPregnancy, torsion, misplacedTube, fasciitis, stenosis,
        herniatedDisc
    case ascites, splenomegaly, cirrhosis, steatosis, cyst, hernia, fibroid, calcification, degeneration, stent
    case enhancement, boneBruise, osteomyelitis, foreignBody, pneumonia, demyelination, discitis, restrictedDiffusion

    /// For a sentence to the reader.
    var name: String { Self.names[self] ?? Self.spaced(rawValue) }

    private static func spaced(_ text: String) -> String {
        text.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }

    private static let names: [Concept: String] = [
        .effusion: "effusion", .misplacedTube: "misplaced tube or line",
        .vesselOcclusion: "occlusion of a large vessel",
        .freeAir: "free air", .hemorrhage: "haemorrhage", .intracranialHemorrhage: "intracranial haemorrhage",
        .subarachnoidHemorrhage: "subarachnoid haemorrhage",
        .intraparenchymalHemorrhage: "intraparenchymal haemorrhage",
        .intraventricularHemorrhage: "intraventricular haemorrhage", .subduralHematoma: "subdural haematoma",
        .epiduralHematoma: "epidural haematoma", .hemothorax: "haemothorax", .bowelIschemia: "bowel ischaemia",
        .infarct: "acute infarct", .caudaCompression: "compression of the cauda equina",
        .fasciitis: "necrotising fasciitis",
        .facetDislocation: "dislocation of a facet joint", .veinThrombosis: "deep vein thrombosis",
        .cordCompression: "compression of the spinal cord", .pulmonaryEdema: "pulmonary oedema",
        .mediastinalHematoma: "mediastinal haematoma",
        .pneumatosis: "gas in the bowel wall or portal vein", .hematoma: "haematoma", .calculus: "stone",
    ]

    /// What a broader word takes in: who denies haemorrhage denies a subdural haematoma.
    var broader: [Concept] {
        switch self {
        case .tensionPneumothorax: [.pneumothorax]
        case .pleuralEffusion, .pericardialEffusion, .jointEffusion: [.effusion]
        case .subduralHematoma, .epiduralHematoma, .subarachnoidHemorrhage, .intraparenchymalHemorrhage,
            .intraventricularHemorrhage:
            [.intracranialHemorrhage, .hemorrhage]
        case .intracranialHemorrhage, .activeBleeding: [.hemorrhage]
        case .veinThrombosis: [.thrombus]
        case .rupturedAneurysm: [.aneurysm]
        case .facetDislocation: [.dislocation]
        case .pneumonia: [.consolidation]
        default: []
        }
    }

    func isSame(orNarrowerThan other: Concept) -> Bool { self == other || broader.contains(other) }

    enum Weight: Int, Comparable, Sendable {
        case minor, significant, acute
        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether "no acute abnormality" and "normal" are wrong beside it.
    var weight: Weight {
        switch self {
        case .atelectasis, .emphysema, .steatosis, .cyst, .hernia, .calcification, .degeneration, .stent, .cardiomegaly,
            .effusion, .jointEffusion, .enhancement, .lymphadenopathy, .boneBruise, .herniatedDisc:
            .minor
        case .nodule, .aneurysm, .gallstones, .calculus, .biliaryDilatation, .mass, .metastasis, .suspiciousLesion,
            .stenosis, .ascites, .splenomegaly, .cirrhosis, .fibroid, .freeFluid, .pleuralEffusion, .tear,
            .demyelination, .rightHeartStrain, .contusion, .hematoma, .foreignBody, .pericardialEffusion,
            .hyperdenseVessel,
            .thrombus:
            .significant
        default: .acute
        }
    }
}
