// swift-format-ignore-file: a table of patterns.

/// Reports of one author's style: terse, American.
enum FirstAuthor {
    static let told =
        "{Findings were discussed with @DR at @TIME.|@DR was notified by telephone at @TIME.|Communicated to @DR by phone at @TIME; read back was obtained.|These results were called to @DR in the emergency department at @TIME.|I spoke with @DR about this at @TIME.|Dr. Okafor of the surgical team was informed at @TIME.}"
    static let clean =
        "{The heart is not enlarged.|Heart size is within normal limits.|Cardiac silhouette is unremarkable.} {No mediastinal or hilar adenopathy.|Mediastinal contours are normal.|There is no lymph node enlargement by size criteria.}"

    static let stories: [Story] = [
        Story(
            modality: "DX", title: "XR Chest 2 Views", bodyPart: "CHEST",
            technique: "{PA and lateral views of the chest.|Two views.}",
            findings:
                "{There is a {small|moderate|tiny} @S {apical |}pneumothorax{, measuring @N mm at the apex|}.|A @S pneumothorax is present{ with a pleural separation of @N mm|}.} {No mediastinal shift.|The mediastinum is midline.} \(clean) {No pleural effusion.|Pleural spaces are otherwise clear.}",
            impression: "{@S pneumothorax, without tension.|Small @S pneumothorax.|New @S-sided pneumothorax.}",
            told: told,
            denial: "{There is no pneumothorax.|No pneumothorax or effusion.|No evidence of pneumothorax.} \(clean)",
            normalImpression:
                "{No acute cardiopulmonary abnormality.|No pneumothorax.|Normal chest radiograph.|No acute findings.}",
            isSided: true),
        Story(
            modality: "DX", title: "XR Chest Single view", bodyPart: "CHEST",
            findings:
                "{Moderate @S pleural effusion with adjacent atelectasis.|There is a {small to moderate|large} @S effusion{, increased from the prior|}.|Layering @S pleural fluid.} {No pneumothorax is identified.|No pneumothorax.} {ETT tip lies 4 cm above the carina.|Right internal jugular line with tip in the SVC.|Left-sided PICC terminates at the cavoatrial junction.|}",
            impression:
                "{@S pleural effusion.|Moderate-sized @S pleural effusion with compressive atelectasis.|@S pleural effusion, likely parapneumonic. No pneumothorax.}",
            denial:
                "{No pleural effusion.|There is no pleural effusion or pneumothorax.|Costophrenic angles are sharp, without pleural effusion.}",
            normalImpression: "{No pleural effusion.|Lungs clear, no pleural effusion.|Normal chest.}", isSided: true),
        Story(
            modality: "CT", title: "CTA Pulmonary arteries", bodyPart: "CHEST", agent: "Iohexol 350",
            technique:
                "{Helical acquisition following administration of 75 mL iohexol IV.|Contrast-enhanced CT of the chest, pulmonary arterial phase.|CT angiogram after intravenous contrast.}",
            findings:
                "{There are filling defects in the @S lower lobe pulmonary arteries consistent with acute pulmonary embolism.|Acute pulmonary embolism in the @S main pulmonary artery.|Occlusive embolus in the segmental branches of the @S lower lobe, in keeping with pulmonary embolism.} {No right heart strain.|RV/LV ratio is less than 1.} {A @N mm hypodensity in the liver is too small to characterize.|}",
            impression:
                "{Acute @S pulmonary embolism. No right heart strain.|Positive for acute pulmonary embolism on the @S.|@S-sided pulmonary emboli.}",
            told: told,
            denial:
                "{No filling defect in the pulmonary arteries.|The pulmonary arteries are well opacified without evidence of pulmonary embolism.|Negative for pulmonary embolism.} No pulmonary embolism.",
            normalImpression:
                "{No pulmonary embolism.|No evidence of pulmonary embolism or other acute finding.|Negative for PE.}",
            isSided: true),
        Story(
            modality: "CT", title: "CT Head without contrast", bodyPart: "HEAD",
            technique: "{Noncontrast axial CT of the head.|Axial images without intravenous contrast.|}",
            findings:
                "{There is an acute @S subdural hematoma measuring @N mm in thickness.|Hyperdense @S convexity subdural hematoma, up to @N mm thick.} {Associated midline shift of 4 mm.|Mass effect on the adjacent sulci.|No midline shift.} {The calvarium is intact.|No skull fracture.}",
            impression: "{Acute @S subdural hematoma, @N mm.|@S subdural hematoma with local mass effect.}", told: told,
            denial:
                "{No intracranial hemorrhage.|There is no acute intracranial hemorrhage or extra-axial collection.|No acute hemorrhage, mass or midline shift.}",
            normalImpression:
                "{No acute intracranial abnormality.|No acute intracranial hemorrhage.|Unremarkable noncontrast head CT.}",
            isSided: true, sizes: 4...14),
        Story(
            modality: "CT", title: "CT Head without contrast", bodyPart: "HEAD",
            findings:
                "{Loss of gray-white differentiation in the @S MCA territory, in keeping with an acute infarct.|Acute infarct in the @S middle cerebral artery territory.} {No hemorrhagic transformation.|No hemorrhage.} {Chronic lacunar infarct in the @O basal ganglia.|Old lacune in the @O thalamus.|}",
            impression: "{Acute @S MCA infarct.|Acute infarct, @S middle cerebral artery territory. No hemorrhage.}",
            told: told,
            denial: "{No acute territorial infarct.|There is no evidence of acute infarct.|No acute infarction.}",
            normalImpression: "{No acute infarct.|No acute intracranial abnormality.}", isSided: true),
        Story(
            modality: "CT", title: "CT Abdomen pelvis with contrast", bodyPart: "ABDOMEN", agent: "Iopamidol",
            technique:
                "{CT of the abdomen and pelvis after 100 mL of intravenous iopamidol.|Portal venous phase images with IV contrast.|Contrast enhanced CT with oral contrast.}",
            findings:
                "{There is free intraperitoneal air beneath the anterior abdominal wall.|Pneumoperitoneum with extraluminal gas near the sigmoid.|Moderate volume free air.} {Sigmoid diverticulosis.|The appendix is normal.} {Simple cyst in the @S kidney measuring @N mm.|No hydronephrosis.}",
            impression:
                "{Pneumoperitoneum, concerning for perforated viscus.|Free intraperitoneal air. Surgical consultation advised.|Free air, likely from a perforated diverticulum.}",
            told: told,
            denial: "{No free air or free fluid.|No free intraperitoneal air.|There is no pneumoperitoneum.}",
            normalImpression:
                "{No acute abnormality of the abdomen or pelvis.|No free air.|No acute intra-abdominal process.}"),
        Story(
            modality: "CT", title: "CT Abdomen pelvis without contrast", bodyPart: "ABDOMEN",
            technique: "{Noncontrast helical CT, renal stone protocol.|Unenhanced CT of the abdomen and pelvis.}",
            findings:
                "{There is a @N mm calculus in the @S distal ureter with moderate @S hydronephrosis.|Obstructing @N mm stone at the @S ureterovesical junction. Mild @S hydroureteronephrosis.} {The @O kidney is unremarkable.|No @O-sided calculi.} {No appendicitis.|Normal appendix.}",
            impression:
                "{@N mm obstructing stone in the @S distal ureter with hydronephrosis.|@S distal ureteral calculus, @N mm, with @S hydronephrosis.}",
            denial:
                "{No hydronephrosis or ureteral calculus on either side.|No renal or ureteral calculi. No hydronephrosis.|Both kidneys are normal, without hydronephrosis.}",
            normalImpression:
                "{No hydronephrosis or calculus.|No urolithiasis and no hydronephrosis.|Normal CT of the abdomen and pelvis.}",
            isSided: true, sizes: 3...9),
        Story(
            modality: "CT", title: "CT Chest", bodyPart: "CHEST",
            findings:
                "{In the @S upper lobe there is a @N mm solid nodule.|Solid pulmonary nodule in the @S lower lobe measuring @N mm{, previously @P mm|}.|A spiculated @N mm nodule is seen in the @S upper lobe.} {Calcified granuloma in the liver.|Mild centrilobular emphysema.} {No pleural effusion.|Pleura is unremarkable.}",
            impression:
                "{@N mm nodule in the @S {upper|lower} lobe.|Solid @S lung nodule measuring @C cm.|@S pulmonary nodule (@N mm).}",
            recommendation: "{Follow-up CT in 3 months.|PET/CT is recommended.}",
            denial: "{No suspicious pulmonary nodule.|The lungs are clear. No pulmonary nodules.|No nodule or mass.}",
            normalImpression: "{No pulmonary nodule.|Normal CT of the chest.}", isSided: true),
        Story(
            modality: "DX", title: "XR Knee @S", bodyPart: "KNEE", isOneSided: true,
            technique: "{AP and lateral views of the @S knee.|Three views of the @S knee were obtained.}",
            findings:
                "{Minimally displaced fracture of the @S lateral tibial plateau.|There is a comminuted fracture of the @S patella.} {Lipohemarthrosis.|Moderate joint effusion.} {Soft tissue swelling.|}",
            impression: "{Fracture of the @S {tibial plateau|patella}.|@S knee fracture with joint effusion.}",
            denial: "{No fracture or dislocation.|No acute fracture. Alignment is anatomic.|There is no fracture.}",
            normalImpression: "{No fracture.|Normal radiographs of the @S knee.|No acute osseous abnormality.}",
            isSided: true),
        Story(
            modality: "DX", title: "XR Wrist @S", bodyPart: "WRIST", isOneSided: true,
            findings:
                "{Transverse fracture of the distal @S radius with 4 mm of dorsal displacement.|Impacted fracture of the @S distal radius{ and ulnar styloid|}.} {Carpal alignment is maintained.|}",
            impression: "{@S distal radius fracture.|Impacted @S distal radial fracture.}",
            denial: "{No fracture is identified.|No fracture or malalignment.}",
            normalImpression: "{No acute fracture or dislocation.|No fracture.}", isSided: true),
        Story(
            modality: "MR", title: "MR Knee @S", bodyPart: "KNEE", isOneSided: true,
            technique:
                "{Multiplanar multisequence MRI of the @S knee without contrast.|PD and T2-weighted sequences of the @S knee.}",
            findings:
                "{Bucket-handle tear of the medial meniscus.|Complex tear of the posterior horn of the medial meniscus.} {The ACL and PCL are intact.|Cruciate ligaments are intact.} {Small joint effusion.|Popliteal cyst measuring @N mm.}",
            impression:
                "{Medial meniscal tear.|Tear of the medial meniscus, @S knee.|@S knee: tear of the medial meniscus.}",
            denial: "{The medial meniscus is intact without tear.|No meniscal tear.|No tear of the menisci.}",
            normalImpression: "{No meniscal tear.|Normal MRI of the knee.}"),
        Story(
            modality: "MG", title: "MG Breast Diagnostic", bodyPart: "BREAST", sex: "F",
            findings:
                "{Heterogeneously dense breasts.|Scattered fibroglandular densities.} {Irregular spiculated mass in the @S breast at 2 o'clock, @N mm.|There is a @N mm irregular mass in the @S breast, upper outer quadrant.} {The @O breast is unremarkable.|No suspicious finding in the @O breast.}",
            impression:
                "{BI-RADS 4C. Suspicious mass in the @S breast.|@S breast mass, BI-RADS category 5.|Suspicious @S breast mass. BI-RADS: 4.}",
            recommendation:
                "{Ultrasound-guided core biopsy is recommended.|Tissue sampling advised.|Biopsy of the mass.}",
            isSided: true, hasCategory: true),
        Story(
            modality: "MG", title: "MG Breast Screening", bodyPart: "BREAST", sex: "F",
            findings:
                "{New focal asymmetry in the @S breast.|Grouped amorphous calcifications in the @S breast.} {No axillary adenopathy.|}",
            impression: "{Incomplete. BI-RADS 0.|BI-RADS category 0.|BI-RADS 3, probably benign.}",
            recommendation:
                "{Recall for additional views.|Diagnostic mammography and ultrasound are recommended.|Short-interval follow-up in 6 months.}",
            hasCategory: true),
        Story(
            modality: "CT", title: "CT Chest for screening WO contrast", bodyPart: "CHEST",
            technique: "Low-dose CT without contrast.",
            findings:
                "{Part-solid nodule in the @S upper lobe, @N mm.|@N mm solid nodule in the @S lower lobe.} {Moderate coronary calcification.|Mild emphysema.}",
            impression: "{Lung-RADS 4A.|Lung-RADS category 4B: @S lung nodule.|Lung-RADS 3.}",
            recommendation: "{3-month low-dose CT.|PET/CT or tissue sampling.|Low-dose CT in 6 months.}",
            hasCategory: true),
        Story(
            modality: "MR", title: "MR Liver WO and W contrast", bodyPart: "ABDOMEN", agent: "Gadoxetate",
            technique: "{Multiphasic MRI before and after IV gadoxetate.|MRI of the liver with and without contrast.}",
            findings:
                "{@N mm arterially enhancing observation in segment 7 with washout and capsule.|Segment 5 lesion of @N mm with nonrim arterial phase hyperenhancement and nonperipheral washout.} {Cirrhotic morphology.|Splenomegaly.}",
            impression: "{LI-RADS 5 observation in the liver.|LR-5 in segment {7|5}.|LR-4 observation.}",
            recommendation: "{Multidisciplinary discussion for treatment.|Refer to hepatology tumor board.}",
            hasCategory: true, sizes: 20...40),
        Story(
            modality: "US", title: "US Abdomen", bodyPart: "ABDOMEN",
            findings:
                "{Shadowing gallstones, the largest @N mm. No gallbladder wall thickening.|Cholelithiasis without sonographic Murphy sign.} The common bile duct measures 4 mm. {Right kidney 10.8 cm, left kidney 11.2 cm.|Kidneys are normal in size.}",
            impression: "{Cholelithiasis without cholecystitis.|Gallstones. No biliary dilatation.}",
            denial: "{No gallstones.|The gallbladder is normal without stones. No cholelithiasis.}",
            normalImpression: "{Normal abdominal ultrasound.|Unremarkable ultrasound. No gallstones.}"),
        Story(
            modality: "US", title: "US Leg veins @S", bodyPart: "LEG", isOneSided: true,
            findings:
                "{Noncompressible @S popliteal and femoral veins with intraluminal thrombus.|Acute deep vein thrombosis of the @S femoral vein.} {No Baker cyst.|}",
            impression: "{Acute DVT of the @S leg.|@S femoropopliteal deep vein thrombosis.}",
            denial: "{All veins are compressible. No deep vein thrombosis.|No evidence of DVT.}",
            normalImpression: "{No deep vein thrombosis.|Negative for DVT.}", isSided: true),
        Story(
            modality: "US", title: "US Pelvis", bodyPart: "PELVIS", sex: "F",
            findings:
                "{Enlarged @S ovary measuring 5.2 x 4.1 x 3.8 cm without Doppler flow, in keeping with ovarian torsion.|Absent flow in the edematous @S ovary. Findings of ovarian torsion.} Uterus is normal. {The @O ovary is normal.|Normal @O ovary.}",
            impression: "{@S ovarian torsion.|Findings consistent with torsion of the @S ovary.}", told: told,
            denial: "{Normal Doppler flow in both ovaries, no torsion.|No evidence of ovarian torsion.}",
            normalImpression: "{No ovarian torsion.|Normal pelvic ultrasound.}", isSided: true),
        Story(
            modality: "MR", title: "MR Prostate", bodyPart: "PROSTATE", sex: "M", agent: "Gadobutrol",
            technique: "Multiparametric MRI with T2, diffusion and dynamic contrast-enhanced sequences.",
            findings:
                "{@N mm lesion in the @S peripheral zone with marked restricted diffusion.|In the @S mid-gland peripheral zone there is a @N mm focus.} {Seminal vesicles are uninvolved.|} {No enlarged lymph nodes.|}",
            impression: "{PI-RADS 4 lesion in the @S peripheral zone.|PI-RADS 5, @S peripheral zone.}",
            recommendation: "{Targeted biopsy.|MRI-guided biopsy recommended.|Refer to urology for targeted biopsy.}",
            hasCategory: true),
        Story(
            modality: "MR", title: "MR Lumbar spine", bodyPart: "LSPINE",
            technique: "Sagittal T1, T2 and STIR and axial T2 sequences.",
            findings:
                "{L4-L5: @S paracentral disc extrusion compressing the @S L5 root.|Disc herniation at L5-S1 on the @S with contact to the S1 root.} {Conus ends at L1.|No cord signal abnormality.} {T2 hyperintense cyst in the right kidney.|}",
            impression: "{@S paracentral disc extrusion at {L4-L5|L5-S1}.|Disc herniation on the @S.}", isSided: true),
        Story(
            modality: "CT", title: "CT Cervical spine without contrast", bodyPart: "CSPINE",
            findings:
                "{Unstable burst fracture of C5 with retropulsion.|Displaced type II odontoid fracture.|Bilateral jumped facets at C5-C6.} {Prevertebral soft tissue swelling.|}",
            impression:
                "{Unstable fracture of the cervical spine.|Unstable C5 fracture.|Acute unstable cervical spine injury with fracture.}",
            told: told,
            denial: "{No fracture or subluxation of the cervical spine.|No acute cervical spine fracture.}",
            normalImpression: "{No acute fracture of the cervical spine.|No acute fracture.}"),
        Story(
            modality: "CT", title: "CTA Aorta", bodyPart: "CHEST", agent: "Iohexol",
            technique: "CT angiography of the thoracic and abdominal aorta.",
            findings:
                "{Type A aortic dissection with an intimal flap extending from the root.|Dissection flap in the descending thoracic aorta, consistent with type B dissection.} {Ascending aorta measures 4.6 cm.|} {No pericardial effusion.|}",
            impression: "{Acute aortic dissection.|Acute type {A|B} dissection of the aorta.}", told: told,
            denial: "{No aortic dissection or aneurysm.|There is no dissection.}",
            normalImpression: "{No aortic dissection.|No acute aortic syndrome. No acute abnormality.}"),
        Story(
            modality: "US", title: "US Thyroid gland", bodyPart: "NECK",
            findings:
                "{Solid hypoechoic nodule in the @S lobe, @N x 9 x 8 mm.|@N mm solid nodule, @S lobe, with punctate echogenic foci.}",
            impression: "{TI-RADS 5 nodule in the @S lobe, @N mm.|TR5 nodule of @N mm.}",
            recommendation: "{Fine-needle aspiration is recommended.|FNA.}", hasCategory: true, sizes: 11...24),
    ]

    static let tricky: [(findings: String, impression: String)] = [
        (
            "No pneumothorax, but a small left pleural effusion is present.",
            "Small left pleural effusion. No pneumothorax."
        ),
        (
            "Previously seen right pneumothorax has resolved. Lungs are clear.",
            "Interval resolution of right pneumothorax."
        ),
        (
            "No change in the known chronic subdural hematoma on the left, again 6 mm.",
            "Stable left chronic subdural hematoma."
        ),
        (
            "6 mm nodule in the left lower lobe. Simple cyst in the right kidney.",
            "Left lower lobe nodule. Right renal cyst."
        ),
        ("The right hip is narrowed compared with the left. No fracture.", "Right hip osteoarthritis."),
        ("Status post right hemicolectomy and left nephrectomy. No free air.", "No acute abnormality."),
        ("No acute fracture. Healed fracture of the left sixth rib.", "Old left rib fracture. No acute fracture."),
        ("No evidence of pulmonary embolism. Trace pericardial effusion.", "No pulmonary embolism."),
        (
            "The aorta measures 3.1 cm. A 4 mm nonobstructing stone is seen in the right kidney.",
            "Nonobstructing right renal stone, 4 mm."
        ),
        ("If symptoms persist, CT could be obtained to exclude occult fracture.", "No displaced fracture."),
        (
            "Subtle lucency could represent a nondisplaced fracture; clinical correlation is suggested.",
            "Possible nondisplaced fracture."
        ),
        (
            "The left ventricle is enlarged. Right atrium is normal. Left lateral decubitus view was not obtained.",
            "Cardiomegaly."
        ),
        (
            "No significant change in the size of the right upper lobe nodule, now 8 mm, previously 8 mm.",
            "Stable 8 mm right upper lobe nodule."
        ),
        ("Bilateral pleural effusions, right greater than left.", "Bilateral pleural effusions, larger on the right."),
        ("Images 12 x 12 in the series are degraded. No mass.", "No acute process."),
        ("He had had prior surgery that that surgeon described elsewhere.", "No acute process."),
        ("No tension pneumothorax. No midline shift.", "No acute cardiopulmonary process."),
        (
            "Disc heights are preserved. No cord compression. Mild degenerative change at L4-5.",
            "Mild degenerative change without cord compression."
        ),
        ("Small hiatal hernia. Diverticulosis without diverticulitis.", "Diverticulosis. No acute abnormality."),
        (
            "Prior chest tube has been removed, without residual pneumothorax.",
            "No pneumothorax after chest tube removal."
        ),
        ("Focal fat along the falciform ligament. Splenic granulomas.", "No acute abnormality."),
        ("Possible tiny left effusion versus pleural thickening.", "Possible small left effusion."),
        ("The nodule measures 8 mm in the right lobe and 5 mm in the left lobe.", "Bilateral nodules."),
        ("Right renal calculus. Left ureteral stent in place.", "Right renal calculus."),
        (
            "No suspicious osseous lesion. Chronic compression deformity of T12.",
            "No acute abnormality. Old T12 compression fracture."
        ),
        ("Lungs: clear. Pleura: no effusion. Heart: normal.", "Normal chest."),
    ]
}
