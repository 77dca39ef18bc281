// swift-format-ignore-file: a table of patterns, one way of speaking a line.
/// One abnormality: how it is described, what the impression says of it, and what it forbids to say.
struct Finding {
    /// Share of reports that have it.
    let frequency: Double
    let theme: Theme
    let description: [String]
    let impression: [String]
    /// Whether it replaces the normal statement of its theme, or stands beside it.
    var replaces = true

    static let side = "{right|left|bilateral}"
    static let base =
        "{right lung base|left lung base|right lower lobe|left lower lobe|lung bases|right middle lobe|lingula|left upper lobe|right upper lobe|right midlung|left midlung|retrocardiac region}"
    static let amount = "{mild|minimal|moderate|small|subtle|slight|stable|unchanged|marked|severe|borderline}"

    static let all: [Finding] = heart + lungs + pleura + devices + skeleton + vessels
}

extension Finding {
    static let heart = [
        Finding(
            frequency: 0.11, theme: .heart,
            description: [
                "{The heart is|Heart size is|The cardiac silhouette is} {\(amount)ly|mildly|moderately|} {enlarged|prominent|above normal}.",
                "{\(amount)} cardiomegaly{ is present| is noted| is again seen|}.",
                "{Cardiac silhouette|Heart} at the upper limits of normal{ in size|}{ for technique|}.",
            ],
            impression: [
                "{\(amount)} cardiomegaly{ without edema| without acute disease| without heart failure|}.",
                "Cardiomegaly.",
            ]),
        Finding(
            frequency: 0.03, theme: .mediastinum,
            description: [
                "{There is|} {a|} {\(amount)} {hiatal hernia|retrocardiac density} {which may represent a hiatal hernia|with an air-fluid level|}.",
                "{Moderate|Small} hiatal hernia{ is again seen|}.",
            ],
            impression: ["Hiatal hernia.", "{Small|Large} hiatal hernia, {otherwise negative chest|no acute disease}."]),
    ]

    static let lungs = [
        Finding(
            frequency: 0.12, theme: .lungs,
            description: [
                "{There is|} {\(amount)} {airspace opacity|patchy opacity|opacity|atelectasis|linear opacity|streaky opacity|consolidation} in the \(base){, which may represent {atelectasis|pneumonia|atelectasis or infiltrate|scarring}|, {likely|probably} {atelectasis|scar}|}.",
                "{\(amount)} {bibasilar|basilar|left basilar|right basilar} {opacities|atelectasis|airspace disease|subsegmental atelectasis}{ is noted| are present|}{, {likely|suggestive of} {atelectasis|scarring}|}.",
                "{Streaky|Patchy|Hazy|Linear} {opacities|density|markings} {are seen|noted|} in the \(base){ compatible with {atelectasis|pneumonia|scar}|}.",
            ],
            impression: [
                "{\(amount)} \(base) {atelectasis|opacity|airspace disease|infiltrate}{, {consider|possible|concerning for} pneumonia|}.",
                "{Bibasilar|Basilar|Left basilar|Right basilar} {atelectasis|airspace disease|opacities}{ or scar|, {no acute disease|correlate clinically}|}.",
            ]),
        Finding(
            frequency: 0.08, theme: .lungs,
            description: [
                "{There is|} {a|} calcified granuloma {is noted|is seen|} in the \(base).",
                "{Calcified|Scattered calcified|Old} {granulomas|granuloma|hilar lymph nodes}{ are present| are noted|, {consistent with|from} prior granulomatous disease|}.",
            ],
            impression: [
                "{Old|Prior|Sequela of prior} granulomatous disease{, no acute abnormality|}.",
                "Calcified granuloma, \(base).",
            ],
            replaces: false),
        Finding(
            frequency: 0.07, theme: .lungs,
            description: [
                "The lungs are {hyperinflated|hyperexpanded|overexpanded}{ with {flattened diaphragms|increased retrosternal air space|coarse markings}|}.",
                "{Hyperinflation|Emphysematous changes|Increased AP diameter} {is|are} {noted|present}{, {consistent with|suggesting} {COPD|emphysema}|}.",
            ],
            impression: [
                "{COPD|Emphysema|Hyperinflation|Changes of COPD}{ without acute disease| with no acute findings|}."
            ]),
        Finding(
            frequency: 0.08, theme: .lungs,
            description: [
                "{Low lung volumes|Lung volumes are low|The lungs are hypoinflated}{ with {bronchovascular crowding|basilar atelectasis|crowding of the markings}|}."
            ],
            impression: ["Low lung volumes{ without acute disease| with {bibasilar atelectasis|vascular crowding}|}."]),
        Finding(
            frequency: 0.05, theme: .lungs,
            description: [
                "{There is|} {a|an} {\(amount)|rounded|nodular|ill-defined|7 mm|8 mm|1.2 cm|5 mm|1.5 cm} {nodular density|nodule|opacity|nodular opacity} {projecting over|in|overlying} the \(base){, {not seen on the lateral view|possibly a nipple shadow|which may be calcified}|}."
            ],
            impression: [
                "{Nodular density|Pulmonary nodule|Nodule} in the \(base). {CT {is recommended|would be useful}|Recommend {chest CT|follow-up radiographs|comparison with prior studies}|Follow up {in 3 months|as clinically indicated}}."
            ]),
        Finding(
            frequency: 0.04, theme: .vessels,
            description: [
                "{There is|} {\(amount)} {interstitial|pulmonary|perihilar} {edema|prominence|vascular congestion}{ with {Kerley lines|cephalization|small effusions}|}.",
                "{Increased|Prominent|Coarse} interstitial markings{ {throughout both lungs|bilaterally|at the bases}|}{, {likely chronic|possibly edema|consistent with fibrosis}|}.",
            ],
            impression: [
                "{\(amount)} {pulmonary edema|vascular congestion|interstitial edema|congestive failure}.",
                "Chronic interstitial {changes|disease}{ without acute infiltrate|}.",
            ]),
    ]

    static let pleura = [
        Finding(
            frequency: 0.06, theme: .negatives,
            description: [
                "{There is|There are|} {\(amount)} \(side) pleural {effusion|effusions|thickening}{ with {adjacent|associated|compressive} atelectasis|}.",
                "{Blunting|\(amount) blunting} of the \(side) costophrenic {angle|sulcus}{, {likely|may represent} {effusion|scarring|pleural thickening}|}.",
            ],
            impression: ["{\(amount)} \(side) pleural {effusion|effusions|thickening}{ with atelectasis|}."]),
        Finding(
            frequency: 0.012, theme: .negatives,
            description: [
                "{There is|} {a|} {\(amount)} {right|left} {apical|} pneumothorax{ measuring {8 mm|1 cm|2 cm|15 mm}|}."
            ],
            impression: [
                "{\(amount)} {right|left} {apical|} pneumothorax. {Findings were {discussed|called} to the {emergency department|referring physician|ward}|}."
            ]),
    ]

    static let devices = [
        Finding(
            frequency: 0.06, theme: .technique,
            description: [
                "{Right|Left} {PICC|internal jugular catheter|subclavian port|chest port|central line|dialysis catheter} {tip|with tip|terminates} {in|at|overlying} the {SVC|cavoatrial junction|right atrium|mid SVC|lower SVC}.",
                "{Endotracheal tube|Enteric tube|Tracheostomy tube|Feeding tube|Right chest tube|Left chest tube} {is|remains} in {place|good position|stable position}{, {tip|ending} {3|4|5|2} cm above the carina|}.",
            ],
            impression: [
                "{Lines|Catheter|Support devices} as {above|described}{, no pneumothorax|}.",
                "{Stable|Satisfactory} {line|tube|device} position.",
            ]),
        Finding(
            frequency: 0.06, theme: .heart,
            description: [
                "{Median sternotomy wires|Sternotomy wires|Midline sternotomy} {and|with} {mediastinal clips|CABG markers|valve prosthesis|surgical clips}{ are noted| are intact|}.",
                "{Left|Right|Dual-lead|Two-lead} {pacemaker|ICD|cardiac pacer} {is in place|leads are in stable position|with leads in the right atrium and ventricle}.",
            ],
            impression: [
                "{Postsurgical changes|Prior CABG|Prior sternotomy}{, no acute disease|}.",
                "Stable {pacemaker|postoperative chest}.",
            ], replaces: false),
        Finding(
            frequency: 0.03, theme: .abdomen,
            description: [
                "{Surgical clips|Cholecystectomy clips|Multiple surgical clips} {in the|are seen in the|overlie the} {right upper quadrant|upper abdomen|left axilla|right axilla|lower neck}."
            ], impression: [""], replaces: false),
    ]

    static let skeleton = [
        Finding(
            frequency: 0.14, theme: .bones,
            description: [
                "{\(amount)|Multilevel|There are|Mild} degenerative {changes|disease} {of|in|throughout} the {thoracic spine|spine|visualized spine|shoulders|lower thoracic spine}.",
                "{Thoracic|Mild thoracic|Diffuse} {spondylosis|degenerative change|osteophytes|kyphosis|dextroscoliosis|levoscoliosis|scoliosis}{ is present| noted|}.",
            ],
            impression: [""]),
        Finding(
            frequency: 0.04, theme: .bones,
            description: [
                "{Old|Healed|Remote|Healing|Acute|Chronic} {fracture|fractures|deformity} of the {left|right} {posterior|lateral|anterior|} {fifth|6th|7th|eighth|third|multiple} {rib|ribs|clavicle}{ {is|are} {seen|noted|unchanged}|}.",
                "{Compression|Wedge|Anterior wedge} {deformity|fracture} of {a mid|a lower|an upper|the T8|the T12|the L1} {thoracic|} vertebral body{, {age indeterminate|unchanged|chronic}|}.",
            ],
            impression: [
                "{Old|Healing|Acute} {rib fractures|rib fracture|compression fracture}{, no pneumothorax|, age indeterminate|}."
            ]),
    ]

    static let vessels = [
        Finding(
            frequency: 0.09, theme: .mediastinum,
            description: [
                "{The aorta|The thoracic aorta|Aorta} is {tortuous|calcified|tortuous and calcified|ectatic|unfolded|mildly tortuous}.",
                "{Atherosclerotic|Vascular} {calcifications|calcification|changes} of the {aorta|aortic arch|thoracic aorta}{ are noted| are seen|}.",
            ],
            impression: [""], replaces: false)
    ]
}
