// swift-format-ignore-file: a table of phrases, one finding a line.

/// Ways to name a finding, in English and German.
enum Findings {
    static let table = Phrases<Concept>([
        (
            "pneumothorax|pneumothoraces|hydropneumothorax|pneu|seropneumothorax|mantelpneu|mantelpneumothorax",
            .pneumothorax
        ),
        ("tension pneumothorax|spannungspneumothorax|spannungspneu", .tensionPneumothorax),
        ("hemothorax|hematothorax|haematothorax|hemopneumothorax", .hemothorax),
        (
            "pleural effusion*|pleural fluid|pleura erguss*|pleura ergusse*|pleuraergusse*|pleural erguss*|pleur erguss*|pleur ergusse*|randwinkel erguss*|pleural collection*",
            .pleuralEffusion
        ),
        ("effusion*|erguss|ergusse|ergussen", .effusion),
        (
            "pericardial effusion*|perikard erguss*|pericardial fluid|hemopericardium|herzbeutel erguss*",
            .pericardialEffusion
        ),
        (
            "joint effusion*|gelenk erguss*|kniegelenk erguss*|knee effusion*|knee joint effusion*|hip effusion*",
            .jointEffusion
        ),
        ("tamponade|pericardial tamponade|herzbeuteltamponade", .tamponade),
        (
            "consolidation*|konsolidierung*|konsolidation*|airspace opacit*|airspace disease|infiltrat*|air space opacit*|lobar opacit*",
            .consolidation
        ),
        ("pneumonia|pneumonie|pneumonien|pneumonic", .pneumonia),
        ("atelectas*|atelektas*|dystelektas*|belufutngsstorung*", .atelectasis),
        (
            "nodule|nodules|rund herd*|rundherd*|knoten|pulmonary nodule*|lung nodule*|lungen herd*|lungenrund herd*",
            .nodule
        ),
        ("pulmonary edema|pulmonary oedema|lungen edem*|interstitial edema|alveolar edema", .pulmonaryEdema),
        ("emphysem*|lungenemphysem", .emphysema),
        (
            "pulmonary embol*|pulmonary artery embol*|pulmonary arterial embol*|lungen embolie*|lungenarterien embolie*|lae|embolus|emboli|embolism|pulmonary thromboembol*|thromboembolus|saddle embol*|saddle embolus|filling defect in the pulmonary|pulmonal embolie*|pulmonalarterien embolie*|embolie|embolien|pe",
            .pulmonaryEmbolism
        ),
        ("right heart strain|right ventricular strain|rechtsherz belastung*|rechtsherzbelastung*", .rightHeartStrain),
        ("cardiomegaly|kardiomegalie|enlarged heart|enlarged cardiac silhouette|cardiac enlargement", .cardiomegaly),
        (
            "dissection|dissections|dissektion*|aortic dissection|aorten dissektion*|dissection flap|intimal flap|dissecting aneurysm",
            .dissection
        ),
        ("aneurysm|aneurysms|aneurysmal|aneurysma|aneurysmen|aneurysmatisch*", .aneurysm),
        (
            "ruptured aneurysm|ruptured aortic aneurysm|ruptured abdominal aortic aneurysm|rupture of the aneurysm|aneurysm rupture|rupture of the aorta|aortic rupture|ruptured aorta|aorten ruptur|rupturiertes aneurysma|rupturiertes bauchaorten aneurysma|contained rupture|rupture of an abdominal aortic aneurysm|leaking aneurysm|aneurysma ruptur|ruptured infrarenal aortic aneurysm|rupture of the abdominal aorta|rupturiertes aorten aneurysma|ruptured aaa",
            .rupturedAneurysm
        ),
        (
            "aortic injury|aortic transection|aortic laceration|traumatic aortic*|aortenverletzung|aortic pseudoaneurysm",
            .aorticInjury
        ),
        ("mediastinal hematoma|mediastinal hematom", .mediastinalHematoma),
        (
            "free air|free intraperitoneal air|free gas|free intraperitoneal gas|pneumoperitoneum|freie luft|freie intraabdominelle luft|intraperitoneal free air|extraluminal air|extraluminal gas|freie abdominelle luft|free intraabdominal air|free subdiaphragmatic air|air under the diaphragm|air under the right hemidiaphragm",
            .freeAir
        ),
        ("free fluid|freie flussigkeit|free intraperitoneal fluid|free pelvic fluid", .freeFluid),
        ("perforat*|hollow viscus perforation|bowel perforation|hohlorgan perforation|darm perforation", .perforation),
        (
            "bowel obstruction|small bowel obstruction|large bowel obstruction|obstruction of the small bowel|intestinal obstruction|sbo|ileus|dunndarm ileus|dickdarm ileus|mechanischer ileus|dunndarmileus|dickdarmileus|mechanical obstruction",
            .bowelObstruction
        ),
        (
            "bowel ischemia|mesenteric ischemia|ischemic bowel|ischemic colitis|bowel infarction|darm ischemie|mesenterial ischemie|mesenteriale ischemie|mesenteric infarction|mesenteric arterial occlusion|occlusion of the superior mesenteric artery|superior mesenteric artery occlusion|non enhancing bowel",
            .bowelIschemia
        ),
        ("pneumatosis|portal venous gas|pneumatosis intestinalis|pfortadergas", .pneumatosis),
        ("volvulus|closed loop obstruction|closed loop", .volvulus),
        ("appendicitis|appendizitis|perforated appendicitis", .appendicitis),
        ("diverticulitis|divertikulitis|sigmadivertikulitis", .diverticulitis),
        ("cholecystitis|cholezystitis", .cholecystitis),
        ("gallstone*|cholelithiasis|cholecystolithiasis|gallen stein*|cholezystolithiasis", .gallstones),
        ("pancreatitis|pankreatitis", .pancreatitis),
        (
            "hydronephrosis|hydroureteronephrosis|hydroureter|harnstau|harnstauung|hydronephrose|obstructive uropathy",
            .hydronephrosis
        ),
        (
            "calculus|calculi|stone|stones|nephrolithiasis|urolithiasis|ureterolithiasis|konkrement|konkremente|stein|steine|nierenstein*|renal calculus|ureteral calculus|ureteric calculus",
            .calculus
        ),
        (
            "biliary dilatation|ductal dilatation|biliary dilation|dilated bile duct*|cholestase|intrahepatic biliary dilatation|dilated common bile duct",
            .biliaryDilatation
        ),
        ("abscess|abscesses|abszess*", .abscess),
        ("hemorrhage|hemorrhages|bleeding|blutung|blutungen|bleed", .hemorrhage),
        (
            "intracranial hemorrhage|intracranial bleed*|intracranial hematoma|intrakranielle blutung*|intrakranielle hemorrhag*|acute hemorrhage|hirn blutung*|intracranial blood|hemorrhagic transformation",
            .intracranialHemorrhage
        ),
        (
            "subdural hematoma*|subdural hemorrhage|subdural hematom*|sdh|subdurales hematom*|subdural collection|subdural bleed",
            .subduralHematoma
        ),
        (
            "epidural hematoma*|extradural hematoma*|epidural hemorrhage|epidural hematom*|epidurales hematom*|edh",
            .epiduralHematoma
        ),
        (
            "subarachnoid hemorrhage|subarachnoid blood|sah|subarachnoidal blutung*|subarachnoid bleed",
            .subarachnoidHemorrhage
        ),
        (
            "intraparenchymal hemorrhage|intracerebral hemorrhage|intraparenchymal hematoma|intracerebral hematoma|parenchymal hemorrhage|parenchymal hematoma|intrazerebrale blutung*|intracerebral blutung*|intraparenchymal bleed|ich|parenchym blutung|stammganglien blutung*|thalamic hemorrhage|cerebellar hemorrhage|basal ganglia hemorrhage|pontine hemorrhage",
            .intraparenchymalHemorrhage
        ),
        (
            "intraventricular hemorrhage|intraventricular blood|intraventrikulare blutung*|ventrikeleinbruchs blutung|intraventricular extension",
            .intraventricularHemorrhage
        ),
        (
            "active bleeding|active hemorrhage|active extravasation|active contrast extravasation|contrast extravasation|aktive blutung*|kontrastmittelextravasat*|kontrastmittelaustritt|active arterial extravasation|extravasation of contrast|aktive extravasation|active arterial bleeding",
            .activeBleeding
        ),
        ("hematoma|hematomas|hematom|hematome", .hematoma),
        ("contusion*|kontusion*|lung contusion*|pulmonary contusion*", .contusion),
        ("laceration*|lazeration*", .laceration),
        (
            "infarct|infarcts|infarction|infarctions|infarkt|infarkte|infarzierung|acute stroke|ischemic stroke|hirn infarkt*|media infarkt*|mediainfarkt*|ischemic infarct*",
            .infarct
        ),
        (
            "large vessel occlusion|occlusion of the internal carotid artery|occlusion of the middle cerebral artery|occlusion of the basilar artery|occlusion of the anterior cerebral artery|occlusion of the posterior cerebral artery|basilar artery occlusion|middle cerebral artery occlusion|m1 occlusion|m2 occlusion|mca occlusion|basilar occlusion|ica occlusion|mediahaupt verschluss|mediaverschluss|media verschluss|basilaris verschluss|verschluss der arteria cerebri media|occlusion of the right middle cerebral artery|occlusion of the left middle cerebral artery|occlusion of the right m1|occlusion of the left m1|carotis verschluss|carotid occlusion|internal carotid artery occlusion|m1 verschluss|m1 segment occlusion|occlusion of the m1|occlusion of the right internal carotid artery|occlusion of the left internal carotid artery|gefass verschluss|grossgefass verschluss|lvo",
            .vesselOcclusion
        ),
        (
            "hyperdense middle cerebral artery|hyperdense vessel|hyperdense basilar artery|hyperdense internal carotid artery|hyperdense mca|dense vessel sign",
            .hyperdenseVessel
        ),
        (
            "midline shift|mittellinien verlagerung|shift of the midline|mittellinienshift|midline is shifted",
            .midlineShift
        ),
        (
            "uncal herniation|tonsillar herniation|transtentorial herniation|subfalcine herniation|brain herniation|cerebral herniation|herniation of the cerebellar tonsils|einklemmung|untere einklemmung|obere einklemmung|effaced basal cisterns|effacement of the basal cisterns|downward herniation",
            .brainHerniation
        ),
        ("hydrocephalus|hydrozephalus|liquoraufstau|liquorzirkulationsstorung", .hydrocephalus),
        (
            "cord compression|spinal cord compression|compression of the spinal cord|compression of the cord|compression of the cervical cord|compression of the thoracic cord|myelon kompression|kompression des myelons|ruckenmarks kompression|compresses the cord|compressing the cord|compressing the spinal cord|compresses the spinal cord|cord is compressed|compressive myelopathy",
            .cordCompression
        ),
        (
            "cauda equina compression|compression of the cauda equina|cauda equina syndrome|cauda kompression|kaudakompression|kauda kompression",
            .caudaCompression
        ),
        ("fracture|fractures|fractured|fraktur|frakturen|bruch|compression deformity", .fracture),
        ("dislocation|dislocated|luxation|subluxation|dislocations", .dislocation),
        ("facet dislocation|jumped facet*|locked facet*|perched facet*|facet joint dislocation", .facetDislocation),
        ("flail chest", .flailChest),
        (
            "tear|tears|torn|rupture|ruptured|ruptur|riss|teilruptur|meniscal tear|meniskus riss|rotatorenmanschetten ruptur",
            .tear
        ),
        ("thrombus|thrombi|thrombosis|thrombosed|thrombose|thrombosen|thromben", .thrombus),
        (
            "deep vein thrombosis|deep venous thrombosis|dvt|tiefe bein thrombose|beinvenen thrombose|tiefe beinvenen thrombose|tvt|acute thrombus|phlebo thrombose",
            .veinThrombosis
        ),
        (
            "lymphadenopathy|enlarged lymph node*|lymphadenopathie|vergrosserte lymphknoten|adenopathy|pathologic lymph node*|pathological lymph node*",
            .lymphadenopathy
        ),
        (
            "mass|masses|tumor|tumors|raumforderung|raumforderungen|neoplasm|tumoren|carcinoma|karzinom|malignancy|malignitat|malignom",
            .mass
        ),
        (
            "metastasis|metastases|metastatic disease|metastase|metastasen|metastatic lesion*|metastatic deposit*",
            .metastasis
        ),
        (
            "suspicious lesion*|aggressive lesion|suspicious osseous lesion|suspicious nodule*|suspekte lesion*|suspicious lymph node*|suspicious mass|suspicious mass*|focal lesion",
            .suspiciousLesion
        ),
        (
            "ectopic pregnancy|extrauterine pregnancy|extrauteringraviditat|eug|tubal pregnancy|eileiterschwangerschaft|ectopic gestation",
            .ectopicPregnancy
        ),
        ("ovarian torsion|testicular torsion|adnexal torsion|torsion|hoden torsion|ovarial torsion|torsed", .torsion),
        (
            "tip in the right main bronchus|tip in the right mainstem bronchus|right mainstem intubation|right main bronchus intubation|right bronchial intubation|esophageal intubation|in the right mainstem bronchus|in the right main stem bronchus|tip is in the right main bronchus|endobronchial intubation|malpositioned|malposition|fehllage|mispositioned|misplaced|fehlintubation|tip projects over the right main bronchus|tip lies in the right main bronchus|coiled in the esophagus|intubation of the right main bronchus|intubation of the right mainstem bronchus|im rechten hauptbronchus|in the right main bronchus|in the right lower lobe bronchus|in the left main bronchus|in the left mainstem bronchus|im linken hauptbronchus",
            .misplacedTube
        ),
        ("necrotizing fasciitis|necrotising fasciitis|nekrotisierende fasziitis|fournier", .fasciitis),
        ("stenosis|stenoses|stenose|stenosen|stenotic", .stenosis),
        (
            "disc herniation|disk herniation|herniated disc|disc extrusion|disc protrusion|bandscheibenvorfall|prolaps|diskusprolaps|herniation|extrusion|protrusion|disc herniations|herniations",
            .herniatedDisc
        ),
        ("ascites|aszites", .ascites),
        ("splenomegaly|splenomegalie|enlarged spleen", .splenomegaly),
        ("cirrhosis|cirrhotic|zirrhose|leberzirrhose", .cirrhosis),
        ("steatosis|steatose|fatty liver|steatosis hepatis", .steatosis),
        ("cyst|cysts|zyste|zysten|cystic lesion*", .cyst),
        ("hernia|hernias|hernie|hernien", .hernia),
        ("fibroid|fibroids|myom|myome|leiomyoma|leiomyomas", .fibroid),
        ("calcification|calcifications|verkalkung|verkalkungen|calcified", .calcification),
        (
            "degenerative change*|degenerative|degeneration|spondylosis|osteoarthritis|arthrosis|arthrose|osteoarthrosis|degenerative veranderung*",
            .degeneration
        ),
        (
            "enhancement|enhancing|hyperenhancement|anreicherung|anreicherungen|kontrastmittelaufnahme|kontrastmittelanreicherung|kontrastmittelaufnehmend*|anreichernde|anreichernder|anreicherndes|enhances|km aufnahme",
            .enhancement
        ),
        ("bone bruise|bone marrow edema|knochenmark edem*|bone contusion", .boneBruise),
        ("osteomyelitis", .osteomyelitis),
        ("foreign body|fremdkorper", .foreignBody),
        ("demyelination|demyelinating*|demyelinisierung*", .demyelination),
        ("discitis|spondylodiscitis|spondylodiszitis", .discitis),
        ("restricted diffusion|diffusion restriction|diffusionsstorung|diffusionsrestriktion", .restrictedDiffusion),
    ])

    /// Phrases that contain a finding's word and mean something else.
    static let lookalikes = Phrases<Bool>([
        (
            "hemorrhagic cyst|hemorrhagic cysts|disc height|tear film|free air bubble|stone free|stone age|mass effect|body mass|muscle mass|lean mass|mass index|lv mass|tumor markers|tumor board|tumor conference|embolization|fracture risk|fracture clinic|pe protocol|effusion protocol|acoustic enhancement|posterior enhancement|through transmission|hernia repair|hernia mesh|renal cell carcinoma protocol|fluid attenuated|ileus conduit|stent|mass lesion protocol|dissection plane|lymph node dissection|neck dissection|axillary dissection|axillary node dissection|node dissection|stress fracture protocol|pulmonary embolism protocol|stroke protocol|stroke unit|in place|false lumen|lateral recess|thrombosis prophylaxis|air bronchogram|air bronchograms|air trapping|perforating vein|perforating veins|perforator|perforators|perforating artery|perforating arteries|mass like|fracture line is no longer|contrast enhancement technique|fracture fixation|open reduction|tumor marker|thromboembolic prophylaxis|ich habe|pe kit|kein hinweis|dural tear repair|mass spectrometry",
            true
        )
    ])
}
