extension DemoTables {
    /// `patient|procedure|priority|minutes since it was made|site|setting|indication`; `*` behind the priority: another
    /// reader has it already.
    static let worklist = """
        p22|CTHEAD|HIGH|6|N|E|Fall on stairs, anticoagulated, GCS 13. Haemorrhage?
        p19|CTTRAUMA|HIGH|11|N|E|Motorcycle against car, intubated on scene. Injury pattern?
        p20|CTAHEAD|HIGH|17|N|E|Right arm weak, aphasia for 70 minutes. Vessel occlusion?
        p29|CTPA|HIGH|26|H|E|Sudden dyspnoea ten days after knee surgery. Embolism?
        p40|CXRPORT|HIGH|33|N|I|Newborn, laboured breathing. Tube position, pneumothorax?
        p35|CTABDO|HIGH*|48|H|E|Rigid abdomen, lactate raised. Perforation, ischaemia?
        p26|CXRPORT|MEDIUM|22|N|I|Central line placed on intensive care. Position, pneumothorax?
        p25|CTHEAD|MEDIUM|41|N|E|Worst headache ever since this morning. Subarachnoid bleed?
        p24|CTKUB|MEDIUM|52|N|E|Colic in the left flank, blood in urine. Ureteric stone?
        p17|XRANKLE|MEDIUM|55|N|E|Twisted right ankle, cannot bear weight. Fracture?
        p37|XRWRIST|MEDIUM|63|H|E|Fell from climbing frame onto the left hand. Fracture?
        p01|XRHIP|MEDIUM|71|N|E|Fall, right leg short and rotated. Femoral neck fracture?
        p01|CXRPORT|MEDIUM|69|N|E|Preoperative film after fall at home. Infiltrate, congestion?
        p33|USLEG|MEDIUM|84|H|E|Swollen left calf after a long flight. Deep vein thrombosis?
        p05|CTABDO|MEDIUM|97|H|E|Pain in the right lower quadrant, fever. Appendicitis?
        p13|CTPA|MEDIUM*|108|N|E|Chest pain and collapse, D-dimer raised. Pulmonary embolism?
        p28|CXR|MEDIUM|121|H|E|Fever and productive cough for five days. Pneumonia?
        p42|USABDO|MEDIUM|133|N|E|Colic under the right ribs. Gallstones, cholecystitis?
        p09|CTCSPINE|MEDIUM|149|H|E|Rear-end collision, midline neck tenderness. Fracture?
        p18|CTHEAD|MEDIUM|168|N|E|First seizure. Haemorrhage, mass?
        p38|CXRPORT|MEDIUM|181|H|I|Increasing oxygen demand. Congestion, effusion?
        p12|USREN|MEDIUM|203|H|I|Creatinine rising on the ward. Obstruction?
        p03|CTCHEST|LOW|95|N|O|Lung adenocarcinoma, restaging after four cycles. Response?
        p14|CTABDO|LOW|127|N|O|Sigmoid carcinoma, resected 2 years ago. Recurrence?
        p27|MGSCREEN|LOW|142|S|O|Screening, no symptoms.
        p21|MGSCREEN|LOW|158|S|O|Screening, sister with breast cancer at 48.
        p32|MRBRAIN|LOW|175|H|O|Known meningioma, follow-up. Growth?
        p23|MRKNEE|LOW|196|N|O|Locking of the right knee after skiing. Meniscal tear?
        p24|CXR|LOW|212|N|O|Before hernia repair, smoker. Baseline.
        p07|MRLSPINE|LOW|228|N|O|Back pain into the left leg, weak big toe. Herniation L4/5?
        p04|USTHY|LOW|247|N|O|Palpable nodule on the left. Nodule, TI-RADS?
        p30|MRBRAIN|LOW|266|H|O|Multiple sclerosis under therapy, yearly control. New lesions?
        p41|MRPROST|LOW|284|N|O|PSA 7.8, no previous biopsy. Suspicious lesion?
        p34|IOBITE|LOW|301|S|O|Check-up, approximal caries?
        p36|PXPAN|LOW|317|S|O|Wisdom teeth before orthodontic treatment.
        p16|CRCHEST|LOW|333|N|O|Interferon test positive. Old or active tuberculosis?
        p31|CTLUNG|LOW|352|H|O|Screening, 40 pack years.
        p15|XRHIP|LOW|371|H|O|Hip prosthesis right two years ago, pain on walking. Loosening?
        p06|USABDO|LOW|388|H|O|Raised liver enzymes. Fatty liver, focal lesion?
        p11|CXR|LOW|407|N|O|Heart failure, weight up 4 kg in two weeks. Congestion?
        p08|MRLIVER|LOW|429|N|O|Incidental lesion in segment VI on ultrasound. Haemangioma?
        p10|MGSCREEN|LOW|451|S|O|Screening, no symptoms.
        p20|NMBONE|LOW|1450|N|O|Prostate cancer, alkaline phosphatase rising. Bone metastases?
        p26|PETCT|LOW|1473|N|O|Hodgkin lymphoma, interim staging after two cycles.
        p35|NMLUNG|LOW|1502|H|I|Contrast allergy, dyspnoea. Perfusion defects?
        p02|CXR|LOW|1530|H|O|Occupational check, silica exposure.
        p02|USREN|LOW|1541|H|O|Hypertension at young age. Kidney size, renal artery stenosis?
        p28|CTCHEST|LOW|1562|H|O|Nodule on plain film last month. Characterise.
        p38|CTABDO|LOW|1584|H|O|Weight loss of 8 kg, anaemia. Malignancy?
        p39|USTHY|LOW|1607|H|O|Hashimoto thyroiditis, yearly control.
        p33|MRLSPINE|LOW|1633|H|O|Known spinal stenosis, walking distance 100 m. Progression?
        p14|CXR|LOW|1655|N|O|Before port removal. Position.
        p03|MRBRAIN|LOW|1678|N|O|Lung adenocarcinoma, headache. Brain metastases?
        p32|MGSCREEN|LOW|1701|S|O|Aftercare, lumpectomy left in 2019.
        p21|USABDO|LOW|1727|N|O|Gallbladder polyp of 5 mm, control.
        p16|XRWRIST|LOW|1752|N|O|Cast check after reduction of a distal radius fracture.
        p12|CRCHEST|LOW|1774|H|I|Effusion drained yesterday. Remaining fluid, pneumothorax?
        p41|CTLUNG|LOW|1799|N|O|Screening, 32 pack years.
        p15|CXRPORT|LOW|1820|H|I|Aspiration during lunch. Infiltrate?
        p36|MRKNEE|LOW|1846|H|O|Pain behind the kneecap for six months. Cartilage?
        p31|CTABDO|LOW|1871|H|O|Pancreatic cyst of 12 mm, yearly control. Growth?
        p25|PXPAN|LOW|1894|S|O|Jaw pain on chewing. Bone, joints?
        p23|CRCHEST|LOW|2890|N|O|Before starting work in the nursery. Tuberculosis?
        p07|CTCHEST|LOW|2925|N|O|Asbestos exposure, pleural plaques known. Change?
        p13|MRLIVER|LOW|2968|N|O|Hepatitis C cirrhosis, half-yearly control. HCC?
        p27|XRANKLE|LOW|3010|N|O|Ankle fusion three months ago. Healing?
        """

    /// `patient|procedure|days ago|report`, the last an entry of `reports`, or `-` for a prior that nobody reported.
    static let priors = """
        p22|CTHEAD|212|CTHEAD.a
        p22|CXRPORT|213|CXR.b
        p22|CTHEAD|1106|CTHEAD.b
        p20|CTHEAD|438|CTHEAD.b
        p20|NMBONE|391|NMBONE.a
        p20|CXR|802|CXR.a
        p29|CXR|640|CXR.a
        p35|CTABDO|377|CTABDO.a
        p35|USABDO|1290|USABDO.a
        p26|PETCT|92|PETCT.a
        p26|CTCHEST|118|CTCHEST.b
        p26|CXRPORT|3|CXR.c
        p24|CTKUB|1544|CTKUB.a
        p01|XRHIP|970|XRHIP.a
        p01|CXR|404|CXR.c
        p01|CXR|1499|CXR.a
        p02|CXR|365|CXR.a
        p05|USABDO|722|USABDO.b
        p13|MRLIVER|183|MRLIVER.a
        p13|MRLIVER|369|MRLIVER.a
        p13|USABDO|551|USABDO.b
        p28|CXR|31|CXR.d
        p28|CXR|823|CXR.a
        p18|CTHEAD|90|-
        p38|CXR|12|CXR.c
        p38|CTABDO|1830|CTABDO.b
        p03|CTCHEST|84|CTCHEST.a
        p03|CTCHEST|169|CTCHEST.c
        p03|PETCT|181|PETCT.b
        p14|CTABDO|182|CTABDO.b
        p14|CTABDO|365|CTABDO.b
        p27|MGSCREEN|731|MGSCREEN.a
        p27|MGSCREEN|1467|MGSCREEN.a
        p21|MGSCREEN|368|MGSCREEN.a
        p21|USABDO|366|USABDO.c
        p32|MRBRAIN|370|MRBRAIN.a
        p32|MRBRAIN|1098|MRBRAIN.a
        p32|MGSCREEN|367|MGSCREEN.b
        p07|CTCHEST|733|CTCHEST.b
        p07|MRLSPINE|1821|MRLSPINE.a
        p30|MRBRAIN|364|MRBRAIN.b
        p30|MRBRAIN|729|MRBRAIN.b
        p31|CTABDO|371|CTABDO.c
        p31|CTLUNG|366|CTLUNG.a
        p15|XRHIP|729|XRHIP.b
        p11|CXR|57|CXR.c
        p11|CXR|399|CXR.a
        p12|CRCHEST|2|CXR.c
        p33|MRLSPINE|1123|MRLSPINE.a
        p39|USTHY|363|USTHY.a
        p41|CTLUNG|370|CTLUNG.a
        p08|USABDO|24|USABDO.d
        p16|XRWRIST|9|XRWRIST.a
        p04|USTHY|1011|USTHY.a
        """
}
