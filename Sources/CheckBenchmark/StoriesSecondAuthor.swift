// swift-format-ignore-file: a table of patterns.

/// Held out: another author's style, long-winded British and German. The checks are not mended by looking at these.
enum SecondAuthor {
    static let told =
        "{The on-call surgical registrar, @DR, was telephoned with this result at @TIME.|I have informed @DR of these findings by telephone at @TIME.|Findings relayed verbally to the referring team (@DR) at @TIME.|This has been discussed with @DR on the ward at @TIME.}"
    static let gesagt =
        "{Der Befund wurde @DR um @TIME Uhr telefonisch mitgeteilt.|@DR wurde um @TIME Uhr telefonisch informiert.|Befund um @TIME Uhr mit @DR besprochen.}"

    static let stories: [Story] = [
        Story(
            modality: "CR", title: "Chest X-ray", bodyPart: "CHEST",
            findings:
                "{A visceral pleural line is visible on the @S in keeping with a pneumothorax of moderate size.|Appearances are those of a @S-sided pneumothorax with a rim of @N mm.} {The trachea remains central.|No shift of the mediastinum.} {Lungs otherwise clear.|}",
            impression: "{Moderate @S pneumothorax.|@S-sided pneumothorax as described.}", told: told,
            denial: "{No pneumothorax is demonstrated.|Neither pneumothorax nor pleural effusion is shown.}",
            normalImpression: "{No pneumothorax or other acute abnormality.|Normal appearances.}", isSided: true),
        Story(
            modality: "CT", title: "CT pulmonary angiogram", bodyPart: "CHEST", agent: "Iomeprol 350",
            technique: "{CT pulmonary angiogram performed following intravenous contrast.|}",
            findings:
                "{Good opacification. Several pulmonary emboli are demonstrated within the @S lower lobe segmental arteries.|There is embolism of the @S interlobar pulmonary artery extending to the segmental branches.} {The right ventricle is not dilated.|No features of right heart strain.}",
            impression: "{Acute pulmonary emboli on the @S.|Pulmonary embolism (@S), no strain.}", told: told,
            denial: "No filling defects are seen. There is no evidence of pulmonary embolism.",
            normalImpression: "{No pulmonary embolus.|No evidence of pulmonary embolism.}", isSided: true),
        Story(
            modality: "CT", title: "CT Head", bodyPart: "HEAD",
            technique: "{Unenhanced axial imaging of the brain.|}",
            findings:
                "{Acute parenchymal haemorrhage centred on the @S thalamus, measuring @N x 14 mm, with surrounding oedema.|An acute intracerebral haematoma is present in the @S frontal lobe (@N mm).} {No hydrocephalus.|The ventricles are normal in calibre.}",
            impression:
                "{Acute @S {thalamic|frontal} intracerebral haemorrhage.|@S-sided acute intracerebral haemorrhage.}",
            told: told,
            denial: "There is no intracranial haemorrhage. Grey-white matter differentiation is preserved.",
            normalImpression: "{No intracranial haemorrhage.|No acute intracranial pathology.}", isSided: true),
        Story(
            modality: "CT", title: "CT abdomen and pelvis", bodyPart: "ABDOMEN", agent: "Iomeprol",
            technique: "{Portal venous phase acquisition following 90 ml Iomeprol.|}",
            findings:
                "{Locules of extraluminal gas are demonstrated around the duodenum, consistent with perforation, with free gas under the diaphragm.|Small volume of free intraperitoneal gas adjacent to the sigmoid colon.} {No drainable collection.|} {The kidneys enhance symmetrically.|}",
            impression:
                "{Perforated duodenal ulcer with free gas.|Free intraperitoneal gas consistent with hollow viscus perforation.}",
            told: told,
            denial: "There is no free gas or free fluid. No perforation.",
            normalImpression: "{No free gas.|No acute abdominal pathology identified.}"),
        Story(
            modality: "DX", title: "Hip @S", bodyPart: "HIP", isOneSided: true,
            findings:
                "{Displaced subcapital fracture of the @S neck of femur.|There is an intertrochanteric fracture of the @S femur.} {The bones are osteopenic.|}",
            impression: "{Fracture of the @S neck of femur.|@S hip fracture.}",
            denial: "{No fracture is demonstrated.|No bony injury. No fracture.}",
            normalImpression: "{No fracture.|No acute bony injury.}", isSided: true),
        Story(
            modality: "CT", title: "CT thorax", bodyPart: "CHEST", agent: "Iomeprol",
            findings:
                "{Within the @S upper lobe lies a lobulated nodule of @N mm.|A @S lower lobe nodule measures @N mm in mean diameter.} {No hilar lymphadenopathy.|} {Simple hepatic cyst noted incidentally.|}",
            impression: "{@N mm @S lung nodule.|Indeterminate nodule of @C cm in the @S lung.}",
            recommendation: "MDT discussion and PET/CT are suggested.",
            denial: "No pulmonary nodule is seen.", normalImpression: "{No nodule.|Normal CT thorax.}", isSided: true),
        Story(
            modality: "US", title: "US renal tract", bodyPart: "KIDNEY",
            findings:
                "{There is moderate hydronephrosis of the @S kidney with a @N mm calculus at the pelviureteric junction.|@S-sided hydronephrosis, with an echogenic focus of @N mm in keeping with a stone.} {The @O kidney is of normal size and shape.|}",
            impression: "{Moderate @S hydronephrosis with calculus.|@S-sided obstructive uropathy due to a stone.}",
            denial: "Neither kidney is hydronephrotic; there is no hydronephrosis and no calculus.",
            normalImpression: "{Normal ultrasound of the renal tract.|No hydronephrosis.}", isSided: true, sizes: 5...11
        ),
        Story(
            modality: "MG", title: "Bilateral mammogram", bodyPart: "BREAST", sex: "F",
            findings:
                "{Spiculate mass in the upper outer quadrant of the @S breast, @N mm.|There is distortion with a @N mm mass in the @S breast.}",
            impression:
                "{Highly suspicious lesion of the @S breast (BI-RADS 5).|@S breast carcinoma suspected. BI-RADS 4B.}",
            recommendation: "{Core biopsy under ultrasound guidance.|Referral to the breast clinic for biopsy.}",
            isSided: true, hasCategory: true),
        Story(
            modality: "MR", title: "MRI whole spine", bodyPart: "SPINE", agent: "Gadoterate",
            technique: "Sagittal T1, T2 and STIR with axial T2, and T1 following gadoterate.",
            findings:
                "{Metastatic deposit at T8 with epidural extension causing spinal cord compression.|Pathological collapse of T6 with compression of the cord and cord signal change.} {Further deposits in the lumbar spine.|}",
            impression: "{Metastatic spinal cord compression.|Cord compression at thoracic level.}", told: told,
            denial: "No cord compression. The cord returns normal signal.",
            normalImpression: "{No cord compression.|No evidence of spinal cord compression.}"),
        Story(
            modality: "CT", title: "CT Schädel nativ", bodyPart: "HEAD", language: .german,
            history: "{@AGE-jähriger Patient. |}Sturz.",
            technique: "{Natives CT des Schädels.|}",
            findings:
                "{Akutes Subduralhämatom @L frontoparietal, Breite @N mm.|@Lseitiges akutes Subduralhämatom mit einer Breite von @N mm.} {Keine Kalottenfraktur.|Keine Mittellinienverlagerung.}",
            impression: "{Akutes Subduralhämatom @L.|@Lseitiges Subduralhämatom.}", told: gesagt,
            denial: "Kein Nachweis einer intrakraniellen Blutung. Kein Subduralhämatom.",
            normalImpression: "{Keine intrakranielle Blutung.|Kein akuter intrakranieller Befund.}", isSided: true,
            sizes: 4...14),
        Story(
            modality: "CR", title: "Röntgen Thorax", bodyPart: "CHEST", language: .german,
            history: "Dyspnoe.",
            findings:
                "{Pneumothorax @L apikal mit einer Breite von @N mm.|@L zeigt sich ein Pneumothorax.} {Herz nicht vergrößert.|Kein Pleuraerguss.}",
            impression: "{Pneumothorax @L.|Neu aufgetretener Pneumothorax @L.}", told: gesagt,
            denial: "{Kein Pneumothorax.|Ein Pneumothorax ist nicht nachweisbar.}",
            normalImpression: "{Kein Pneumothorax.|Unauffälliger Thoraxbefund.}", isSided: true),
        Story(
            modality: "CT", title: "CT Thorax Lungenembolie", bodyPart: "CHEST", language: .german, agent: "Iopromid",
            history: "Akute Dyspnoe.",
            technique: "{CT-Angiographie der Pulmonalarterien nach intravenöser Kontrastmittelgabe.|}",
            findings:
                "{Kontrastmittelaussparungen in den Unterlappenarterien @L, vereinbar mit einer akuten Lungenembolie.|Akute Lungenembolie @L segmental.} {Keine Rechtsherzbelastung.|}",
            impression: "{Akute Lungenembolie @L.|Nachweis einer Lungenembolie @L.}", told: gesagt,
            denial: "Kein Nachweis einer Lungenembolie.",
            normalImpression: "{Keine Lungenembolie.|Ausschluss einer Lungenembolie.}", isSided: true),
        Story(
            modality: "DX", title: "Röntgen Handgelenk @L", bodyPart: "WRIST", language: .german, isOneSided: true,
            history: "Sturz.",
            findings: "{Dislozierte distale Radiusfraktur @L.|Fraktur des distalen Radius @L mit dorsaler Abkippung.}",
            impression: "{Distale Radiusfraktur @L.|Dislozierte Radiusfraktur @L.}",
            denial: "{Keine Fraktur.|Kein Frakturnachweis, keine Fraktur.}",
            normalImpression: "{Keine Fraktur.|Keine frische Fraktur.}", isSided: true),
        Story(
            modality: "US", title: "Sonographie Abdomen", bodyPart: "ABDOMEN", language: .german,
            history: "Schmerzen.",
            findings:
                "{Harnstauung der Niere @L mit Konkrement von @N mm.|Niere @L mit Harnstau, Konkrement mit einem Durchmesser von @N mm.} {Gallenblase steinfrei.|}",
            impression: "{Harnstau @L bei Konkrement.|Harnstauung @L.}",
            denial: "Kein Harnstau beidseits.",
            normalImpression: "{Kein Harnstau.|Unauffällige Sonographie des Abdomens.}", isSided: true, sizes: 4...12),
    ]

    static let tricky: [(findings: String, impression: String)] = [
        ("The pneumothorax seen on the previous radiograph is no longer evident.", "The pneumothorax has resolved."),
        ("Whilst a small effusion cannot be excluded, none is convincingly shown.", "No convincing effusion."),
        (
            "There is no longer any right-sided effusion; a small left effusion persists.",
            "Small left effusion persists."
        ),
        (
            "The known aneurysm of the infrarenal aorta measures 46 mm, unchanged.",
            "Stable infrarenal aortic aneurysm of 46 mm."
        ),
        (
            "Neither haemorrhage nor infarct. Old lacunar infarct in the left thalamus.",
            "No acute intracranial abnormality."
        ),
        ("The spleen measures 12 cm, the right kidney 10 cm and the left kidney 11 cm.", "Normal examination."),
        (
            "Left total hip replacement in situ. Mild degenerative change of the right hip.",
            "Right hip osteoarthritis. Left hip replacement."
        ),
        (
            "Appearances suggest that the collapse is longstanding. No cord compression.",
            "Longstanding collapse without cord compression."
        ),
        (
            "Kein Pneumothorax. Bekannter, unveränderter Pleuraerguss links.",
            "Unveränderter Pleuraerguss links. Kein Pneumothorax."
        ),
        ("Keine frische Fraktur. Alte, konsolidierte Rippenfraktur rechts.", "Keine frische Fraktur."),
        ("Zustand nach Nephrektomie links. Rechte Niere unauffällig.", "Kein Harnstau rechts."),
        (
            "Eine Lungenembolie ist nicht nachweisbar; fragliche Infiltrate links basal.",
            "Keine Lungenembolie. Fragliche Infiltrate links."
        ),
    ]
}
