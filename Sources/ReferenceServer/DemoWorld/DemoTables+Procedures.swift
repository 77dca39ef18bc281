/// The examinations of the demonstration: a head line, then a line for each series.
enum DemoTables {
    static let computedTomography = """
        CTHEAD|CT|HEAD|CT head without contrast
          Scout|1|KVP=120;CTDIvol=0.2
          Brain axial 5 mm|5|KVP=120;SliceThickness=5;ConvolutionKernel=Hr40f;CTDIvol=48.2;XRayTubeCurrent=310
          Bone axial 1 mm|4|KVP=120;SliceThickness=1;ConvolutionKernel=Hr68f;CTDIvol=48.2;XRayTubeCurrent=310
        CTAHEAD|CT|HEAD|CT angiography head and neck
          Scout|1|KVP=120;CTDIvol=0.2
          CTA axial 0.6 mm|6|KVP=100;SliceThickness=0.6;ConvolutionKernel=Bv40d;CTDIvol=12.4;ContrastBolusAgent=Iomeprol 400
          CTA MIP coronal|3|KVP=100;SliceThickness=8;ConvolutionKernel=Bv40d;CTDIvol=12.4;ContrastBolusAgent=Iomeprol 400
        CTPA|CT|CHEST|CT pulmonary angiography
          Scout|1|KVP=100;CTDIvol=0.1
          Pulmonary arteries 1 mm|6|KVP=100;SliceThickness=1;ConvolutionKernel=Bv36d;CTDIvol=6.3;ContrastBolusAgent=Iopromide 370
          Lung 1.5 mm|4|KVP=100;SliceThickness=1.5;ConvolutionKernel=Br59f;CTDIvol=6.3;ContrastBolusAgent=Iopromide 370
        CTCHEST|CT|CHEST|CT chest with contrast
          Scout|1|KVP=120;CTDIvol=0.1
          Chest 3 mm|5|KVP=110;SliceThickness=3;ConvolutionKernel=Br38f;CTDIvol=7.1;ContrastBolusAgent=Iopromide 370
          Lung 1 mm|5|KVP=110;SliceThickness=1;ConvolutionKernel=Br59f;CTDIvol=7.1;ContrastBolusAgent=Iopromide 370
        CTLUNG|CT|CHEST|CT chest low dose
          Lung 1 mm low dose|5|KVP=100;SliceThickness=1;ConvolutionKernel=Br59f;CTDIvol=1.4
        CTABDO|CT|ABDOMEN|CT abdomen and pelvis with contrast
          Scout|1|KVP=120;CTDIvol=0.1
          Portal venous 3 mm|6|KVP=110;SliceThickness=3;ConvolutionKernel=Br40f;CTDIvol=9.8;ContrastBolusAgent=Iomeprol 350
          Coronal 3 mm|4|KVP=110;SliceThickness=3;ConvolutionKernel=Br40f;CTDIvol=9.8;ContrastBolusAgent=Iomeprol 350
        CTKUB|CT|ABDOMEN|CT kidneys, ureters, bladder without contrast
          Low dose 2 mm|5|KVP=100;SliceThickness=2;ConvolutionKernel=Br40f;CTDIvol=3.2
        CTTRAUMA|CT|WHOLEBODY|CT trauma whole body
          Head 1 mm|4|KVP=120;SliceThickness=1;ConvolutionKernel=Hr40f;CTDIvol=46;BodyPartExamined=HEAD
          Cervical spine 1 mm|3|KVP=120;SliceThickness=1;ConvolutionKernel=Br60f;CTDIvol=14.5;BodyPartExamined=CSPINE
          Thorax abdomen pelvis 1.5 mm|6|KVP=110;SliceThickness=1.5;ConvolutionKernel=Br40f;CTDIvol=11.2;ContrastBolusAgent=Iomeprol 350
        CTCSPINE|CT|CSPINE|CT cervical spine without contrast
          Cervical spine 1 mm|4|KVP=120;SliceThickness=1;ConvolutionKernel=Br60f;CTDIvol=15.3

        """

    static let otherModalities = """
        MRBRAIN|MR|BRAIN|MR brain with and without contrast
          T1 sagittal|4|MagneticFieldStrength=3;RepetitionTime=1900;EchoTime=2.5;ScanningSequence=GR;SliceThickness=1
          T2 FLAIR axial|5|MagneticFieldStrength=3;RepetitionTime=9000;EchoTime=92;ScanningSequence=SE\\IR;SliceThickness=4
          DWI axial|5|MagneticFieldStrength=3;RepetitionTime=5200;EchoTime=74;ScanningSequence=EP;SliceThickness=4
          T1 axial post contrast|5|MagneticFieldStrength=3;RepetitionTime=600;EchoTime=9;ScanningSequence=SE;SliceThickness=4;ContrastBolusAgent=Gadobutrol
        MRKNEE|MR|KNEE|MR knee
          PD fat saturated sagittal|5|MagneticFieldStrength=1.5;RepetitionTime=3200;EchoTime=36;ScanningSequence=SE;SliceThickness=3
          PD fat saturated coronal|5|MagneticFieldStrength=1.5;RepetitionTime=3100;EchoTime=36;ScanningSequence=SE;SliceThickness=3
          T1 coronal|4|MagneticFieldStrength=1.5;RepetitionTime=650;EchoTime=14;ScanningSequence=SE;SliceThickness=3
        MRLSPINE|MR|LSPINE|MR lumbar spine
          T2 sagittal|5|MagneticFieldStrength=1.5;RepetitionTime=3500;EchoTime=105;ScanningSequence=SE;SliceThickness=4
          T1 sagittal|5|MagneticFieldStrength=1.5;RepetitionTime=620;EchoTime=11;ScanningSequence=SE;SliceThickness=4
          T2 axial|5|MagneticFieldStrength=1.5;RepetitionTime=4200;EchoTime=110;ScanningSequence=SE;SliceThickness=4
        MRPROST|MR|PROSTATE|MR prostate multiparametric
          T2 axial|5|MagneticFieldStrength=3;RepetitionTime=5400;EchoTime=101;ScanningSequence=SE;SliceThickness=3
          DWI axial b 1500|4|MagneticFieldStrength=3;RepetitionTime=4800;EchoTime=66;ScanningSequence=EP;SliceThickness=3
        MRLIVER|MR|LIVER|MR liver with contrast
          T2 HASTE axial|4|MagneticFieldStrength=1.5;RepetitionTime=1000;EchoTime=84;ScanningSequence=SE;SliceThickness=5
          T1 VIBE dynamic|6|MagneticFieldStrength=1.5;RepetitionTime=4.1;EchoTime=1.9;ScanningSequence=GR;SliceThickness=3;ContrastBolusAgent=Gadoxetate
        USABDO|US|ABDOMEN|US abdomen
          Abdomen|6|TransducerType=CURVED LINEAR
        USTHY|US|THYROID|US thyroid
          Thyroid|5|TransducerType=LINEAR
        USLEG|US|LEG|US leg veins
          Leg veins|5|TransducerType=LINEAR
        USREN|US|KIDNEY|US kidneys and bladder
          Kidneys|5|TransducerType=CURVED LINEAR
        CXRPORT|DX|CHEST|Chest X-ray portable
          AP supine|1|KVP=90;ViewPosition=AP;ImageLaterality=U;ImageAndFluoroscopyAreaDoseProduct=0.9
        CXR|DX|CHEST|Chest X-ray PA and lateral
          PA|1|KVP=125;ViewPosition=PA;ImageLaterality=U;ImageAndFluoroscopyAreaDoseProduct=0.7
          Lateral|1|KVP=125;ViewPosition=LL;ImageLaterality=U;ImageAndFluoroscopyAreaDoseProduct=1.6
        CRCHEST|CR|CHEST|Chest radiograph PA
          PA|1|KVP=117;ViewPosition=PA
        XRWRIST|CR|WRIST|Wrist radiograph two views
          PA|1|KVP=52;ViewPosition=PA;Laterality=L
          Lateral|1|KVP=52;ViewPosition=LL;Laterality=L
        XRHIP|DX|HIP|Pelvis and hip radiograph
          Pelvis AP|1|KVP=77;ViewPosition=AP;ImageLaterality=B;ImageAndFluoroscopyAreaDoseProduct=6.2
          Hip axial|1|KVP=77;ViewPosition=LL;ImageLaterality=R;ImageAndFluoroscopyAreaDoseProduct=4.8
        XRANKLE|DX|ANKLE|Ankle radiograph two views
          AP|1|KVP=55;ViewPosition=AP;ImageLaterality=R
          Lateral|1|KVP=55;ViewPosition=LL;ImageLaterality=R
        MGSCREEN|MG|BREAST|Screening mammography
          R CC|1|KVP=28;ViewPosition=CC;ImageLaterality=R;CompressionForce=110;BodyPartThickness=52
          L CC|1|KVP=28;ViewPosition=CC;ImageLaterality=L;CompressionForce=108;BodyPartThickness=51
          R MLO|1|KVP=29;ViewPosition=MLO;ImageLaterality=R;CompressionForce=118;BodyPartThickness=58
          L MLO|1|KVP=29;ViewPosition=MLO;ImageLaterality=L;CompressionForce=115;BodyPartThickness=57
        NMBONE|NM|WHOLEBODY|Bone scintigraphy
          Whole body late phase|2|Radiopharmaceutical=Tc-99m HDP
        NMLUNG|NM|LUNG|Lung perfusion scintigraphy
          Perfusion eight views|4|Radiopharmaceutical=Tc-99m MAA
        PETCT|PT|WHOLEBODY|FDG PET-CT
          PET corrected|6|SliceThickness=3;Units=BQML;Radiopharmaceutical=F-18 FDG
          CT low dose|5|Modality=CT;KVP=120;SliceThickness=3;ConvolutionKernel=Br38f;CTDIvol=3.6
        IOBITE|IO|TOOTH|Intraoral bitewing radiographs
          Bitewing right|1|KVP=65;ImageLaterality=R
          Bitewing left|1|KVP=65;ImageLaterality=L
        PXPAN|PX|JAW|Panoramic radiograph
          Panoramic|1|KVP=68;ViewPosition=AP

        """
}
