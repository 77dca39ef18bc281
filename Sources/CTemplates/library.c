#include "CTemplates.h"

// Each file becomes an array; clang rebuilds this file when one of them changes.
#define FILE_NAMED(name) static const unsigned char name[] = {

FILE_NAMED(chest_x_ray)
#embed "library/chest-x-ray.html"
};
FILE_NAMED(ct_head)
#embed "library/ct-head.html"
};
FILE_NAMED(ct_chest)
#embed "library/ct-chest.html"
};
FILE_NAMED(ct_abdomen_pelvis)
#embed "library/ct-abdomen-pelvis.html"
};
FILE_NAMED(us_abdomen)
#embed "library/us-abdomen.html"
};
FILE_NAMED(mr_brain)
#embed "library/mr-brain.html"
};
FILE_NAMED(plain_report)
#embed "library/plain-report.html"
};
FILE_NAMED(addendum)
#embed "library/addendum.html"
};
FILE_NAMED(critical_result)
#embed "library/critical-result.html"
};
FILE_NAMED(ct_cardiac)
#embed "library/ct-cardiac.html"
};
FILE_NAMED(ct_head_stroke)
#embed "library/ct-head-stroke.html"
};
FILE_NAMED(ct_lung_screening)
#embed "library/ct-lung-screening.html"
};
FILE_NAMED(ct_pulmonary_angiography)
#embed "library/ct-pulmonary-angiography.html"
};
FILE_NAMED(ct_trauma)
#embed "library/ct-trauma.html"
};
FILE_NAMED(dental_panoramic)
#embed "library/dental-panoramic.html"
};
FILE_NAMED(mammography)
#embed "library/mammography.html"
};
FILE_NAMED(mr_cardiac)
#embed "library/mr-cardiac.html"
};
FILE_NAMED(mr_knee)
#embed "library/mr-knee.html"
};
FILE_NAMED(mr_liver)
#embed "library/mr-liver.html"
};
FILE_NAMED(mr_prostate)
#embed "library/mr-prostate.html"
};
FILE_NAMED(mr_spine_cervical)
#embed "library/mr-spine-cervical.html"
};
FILE_NAMED(mr_spine_lumbar)
#embed "library/mr-spine-lumbar.html"
};
FILE_NAMED(nm_bone_scan)
#embed "library/nm-bone-scan.html"
};
FILE_NAMED(oncology_follow_up)
#embed "library/oncology-follow-up.html"
};
FILE_NAMED(pet_ct_oncology)
#embed "library/pet-ct-oncology.html"
};
FILE_NAMED(us_carotid)
#embed "library/us-carotid.html"
};
FILE_NAMED(us_leg_veins)
#embed "library/us-leg-veins.html"
};
FILE_NAMED(us_obstetric_anatomy)
#embed "library/us-obstetric-anatomy.html"
};
FILE_NAMED(us_obstetric_first_trimester)
#embed "library/us-obstetric-first-trimester.html"
};
FILE_NAMED(us_pelvis)
#embed "library/us-pelvis.html"
};
FILE_NAMED(us_thyroid)
#embed "library/us-thyroid.html"
};
FILE_NAMED(xr_extremity)
#embed "library/xr-extremity.html"
};
FILE_NAMED(xr_spine)
#embed "library/xr-spine.html"
};

static const struct { const char *name; const unsigned char *bytes; size_t length; } files[] = {
    { "chest-x-ray.html", chest_x_ray, sizeof chest_x_ray },
    { "ct-head.html", ct_head, sizeof ct_head },
    { "ct-chest.html", ct_chest, sizeof ct_chest },
    { "ct-abdomen-pelvis.html", ct_abdomen_pelvis, sizeof ct_abdomen_pelvis },
    { "us-abdomen.html", us_abdomen, sizeof us_abdomen },
    { "mr-brain.html", mr_brain, sizeof mr_brain },
    { "plain-report.html", plain_report, sizeof plain_report },
    { "addendum.html", addendum, sizeof addendum },
    { "critical-result.html", critical_result, sizeof critical_result },
    { "ct-cardiac.html", ct_cardiac, sizeof ct_cardiac },
    { "ct-head-stroke.html", ct_head_stroke, sizeof ct_head_stroke },
    { "ct-lung-screening.html", ct_lung_screening, sizeof ct_lung_screening },
    { "ct-pulmonary-angiography.html", ct_pulmonary_angiography, sizeof ct_pulmonary_angiography },
    { "ct-trauma.html", ct_trauma, sizeof ct_trauma },
    { "dental-panoramic.html", dental_panoramic, sizeof dental_panoramic },
    { "mammography.html", mammography, sizeof mammography },
    { "mr-cardiac.html", mr_cardiac, sizeof mr_cardiac },
    { "mr-knee.html", mr_knee, sizeof mr_knee },
    { "mr-liver.html", mr_liver, sizeof mr_liver },
    { "mr-prostate.html", mr_prostate, sizeof mr_prostate },
    { "mr-spine-cervical.html", mr_spine_cervical, sizeof mr_spine_cervical },
    { "mr-spine-lumbar.html", mr_spine_lumbar, sizeof mr_spine_lumbar },
    { "nm-bone-scan.html", nm_bone_scan, sizeof nm_bone_scan },
    { "oncology-follow-up.html", oncology_follow_up, sizeof oncology_follow_up },
    { "pet-ct-oncology.html", pet_ct_oncology, sizeof pet_ct_oncology },
    { "us-carotid.html", us_carotid, sizeof us_carotid },
    { "us-leg-veins.html", us_leg_veins, sizeof us_leg_veins },
    { "us-obstetric-anatomy.html", us_obstetric_anatomy, sizeof us_obstetric_anatomy },
    { "us-obstetric-first-trimester.html", us_obstetric_first_trimester, sizeof us_obstetric_first_trimester },
    { "us-pelvis.html", us_pelvis, sizeof us_pelvis },
    { "us-thyroid.html", us_thyroid, sizeof us_thyroid },
    { "xr-extremity.html", xr_extremity, sizeof xr_extremity },
    { "xr-spine.html", xr_spine, sizeof xr_spine },
};

size_t ct_count(void) { return sizeof files / sizeof files[0]; }
const char *ct_name(size_t index) { return index < ct_count() ? files[index].name : NULL; }
const unsigned char *ct_bytes(size_t index) { return index < ct_count() ? files[index].bytes : NULL; }
size_t ct_length(size_t index) { return index < ct_count() ? files[index].length : 0; }
