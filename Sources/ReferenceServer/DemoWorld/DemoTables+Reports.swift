extension DemoTables {
    /// `key|findings|impression`, the reports of priors; ` / ` parts paragraphs.
    static let reports = """
        CTHEAD.a|No intracranial haemorrhage. No midline shift. Ventricles and sulci wide, in keeping with age. Patchy low attenuation in the periventricular white matter. / Paranasal sinuses and mastoid cells clear. No skull fracture.|No acute intracranial finding. Age-related volume loss and chronic small vessel disease.
        CTHEAD.b|Grey and white matter well differentiated. No haemorrhage, mass or extra-axial collection. Basal cisterns free.|Unremarkable CT of the head.
        CXR.a|Lungs clear. Heart size normal, cardiothoracic ratio 0.46. No pleural effusion, no pneumothorax. Bony thorax intact.|No acute cardiopulmonary finding.
        CXR.b|Supine film. Lungs expanded. Mild linear atelectasis at the left base. No rib fracture seen. Heart at the upper limit of normal.|Left basal atelectasis. No traumatic lesion on this film.
        CXR.c|Heart enlarged. Upper lobe diversion and thickened interstitial lines. Small effusion on both sides, right more than left.|Cardiomegaly with interstitial congestion and small bilateral effusions.
        CXR.d|Round opacity of 9 mm projected over the right upper field, not seen before. Otherwise clear lungs.|New 9 mm nodule right upper field. CT of the chest recommended.
        NMBONE.a|Uniform tracer uptake in the axial skeleton. Degenerative uptake in both knees and the lower lumbar spine. Kidneys and bladder seen.|No scintigraphic sign of bone metastases.
        CTABDO.a|Infrarenal aorta 31 mm with calcified wall. Diverticula of the sigmoid colon without inflammation. No free fluid or gas. Liver, spleen and kidneys normal.|Sigmoid diverticulosis without diverticulitis. Infrarenal aortic ectasia of 31 mm.
        CTABDO.b|Status after sigmoid resection, anastomosis without thickening. No enlarged lymph nodes. Liver without focal lesion. Simple renal cyst on the right, 18 mm.|No recurrence, no metastasis.
        CTABDO.c|Unilocular cyst of 12 mm in the pancreatic tail, no mural nodule, main duct 2 mm. No enlarged lymph nodes.|Unchanged 12 mm cyst of the pancreatic tail without worrisome features.
        CTCHEST.a|Primary tumour in the left upper lobe 31 x 24 mm, before 38 x 30 mm. Lymph node in station 4L 11 mm, before 15 mm. No new lesion. No effusion.|Partial response of the tumour in the left upper lobe and of the mediastinal lymph node.
        CTCHEST.b|Calcified pleural plaques on both sides along the diaphragm and the lateral wall. No interstitial change. No nodule above 4 mm.|Bilateral calcified pleural plaques, no sign of asbestosis or mesothelioma.
        CTCHEST.c|Spiculated mass of 38 x 30 mm in the left upper lobe with contact to the pleura. Lymph node in station 4L 15 mm. Adrenal glands slender.|Mass in the left upper lobe highly suspicious of bronchial carcinoma, with an enlarged node in 4L. Biopsy recommended.
        CTLUNG.a|Solid nodule of 4 mm in the right lower lobe. Mild paraseptal emphysema. Coronary calcification.|Lung-RADS 2. Annual low dose CT.
        CTKUB.a|Stone of 4 mm in the distal left ureter, renal pelvis dilated to 14 mm. No further stone.|Distal left ureteric stone of 4 mm with mild obstruction.
        XRHIP.a|Joint space of both hips narrowed, subchondral sclerosis on the right. No fracture.|Moderate osteoarthritis of the right hip, mild on the left.
        XRHIP.b|Cemented total hip prosthesis on the right. Regular position, no lucent line, no fracture.|Regular position of the right hip prosthesis.
        USABDO.a|Gallbladder with several stones to 11 mm, wall thin. Bile ducts not dilated. Liver of normal texture.|Gallstones without cholecystitis.
        USABDO.b|Liver of raised echogenicity, contour smooth. No focal lesion. Spleen 11 cm. Kidneys without obstruction.|Fatty liver, otherwise normal.
        USABDO.c|Polyp of 5 mm at the gallbladder wall, no stones. Bile ducts normal.|Gallbladder polyp of 5 mm. Control in a year.
        USABDO.d|Echogenic, sharply bordered lesion of 23 mm in segment VI. Remaining liver normal.|Focal lesion in segment VI, most likely haemangioma. MR recommended for proof.
        USTHY.a|Both lobes small with patchy low echogenicity. Left lobe with a spongiform nodule of 8 mm.|Pattern of chronic thyroiditis. Spongiform nodule left, TI-RADS 1.
        MGSCREEN.a|Breast density B. No suspicious mass, no suspicious calcification, no architectural distortion.|BI-RADS 1 on both sides.
        MGSCREEN.b|Scar in the left upper outer quadrant after lumpectomy, unchanged. No new calcification. Density B.|BI-RADS 2 left, BI-RADS 1 right.
        MRBRAIN.a|Dural lesion over the left convexity, 17 x 12 mm, uniform enhancement, no oedema around it.|Unchanged meningioma of the left convexity, 17 mm.
        MRBRAIN.b|Eleven periventricular and juxtacortical lesions with high signal on FLAIR. None enhances. Spinal cord to C3 normal.|Stable lesion load of multiple sclerosis, no sign of activity.
        MRLSPINE.a|Disc bulge L3/4. Broad protrusion L4/5 with facet hypertrophy, dural sac 9 mm. No nerve root compression.|Moderate spinal stenosis L4/5.
        MRLIVER.a|Cirrhotic liver with nodular contour. No arterial hyperenhancement, no washout. Spleen 14 cm. No ascites.|Liver cirrhosis with portal hypertension. No lesion suspicious of HCC.
        PETCT.a|Intense uptake in mediastinal and left supraclavicular nodes, SUVmax 9.4. No uptake below the diaphragm.|Metabolically active lymphoma above the diaphragm, stage II.
        PETCT.b|Intense uptake of the left upper lobe mass, SUVmax 12.1, and of a node in 4L, SUVmax 5.2. No distant uptake.|Active primary tumour and nodal metastasis in 4L. No distant metastasis.
        XRWRIST.a|Distal radius fracture with dorsal tilt, reduced in a cast. Volar angle 4 degrees. No shortening.|Distal radius fracture left, good position after reduction.
        """
}
