// swift-format-ignore-file: a table of patterns, one way of speaking a line.
extension Theme {
    /// What is said where nothing is wrong, the usual ways first.
    var normal: [String] {
        switch self {
        case .technique:
            [
                "{PA and lateral|frontal and lateral|two} views of the chest {were obtained|are submitted for review|show no change in technique}."
            ]
        case .heart: Self.normalHeart
        case .mediastinum:
            [
                "The {mediastinum is|mediastinal contours are|mediastinal and hilar contours are} {unremarkable|normal|within normal limits}.",
                "Mediastinal {contour|silhouette} {is|appears} {normal|unremarkable|within normal limits}.",
                "{Normal|Unremarkable} {mediastinum|hilar and mediastinal contours}.",
                "No {mediastinal widening|hilar or mediastinal enlargement} {is seen|}.",
            ]
        case .vessels:
            [
                "Pulmonary {vascularity|vasculature} {is|appears} {normal|within normal limits|unremarkable}.",
                "{There is no|No} {pulmonary edema|vascular congestion|evidence of pulmonary edema}.",
                "The {pulmonary vessels|vascular markings} are {normal in caliber|normal|not engorged}.",
            ]
        case .lungs: Self.normalLungs
        case .negatives: Self.normalNegatives
        case .bones:
            [
                "{The|Visualized|The visualized} {osseous structures|bony structures|bones|skeletal structures} are {intact|unremarkable|without acute abnormality|normal for age|grossly intact}.",
                "{There are no|No} acute {bony|osseous} {abnormalities|findings|lesions}{ are seen| identified|}.",
                "{No|There is no} {acute|displaced|visible} {fracture|rib fracture|bony abnormality}{ is seen| identified|}.",
                "The {thoracic spine|bony thorax|visualized skeleton} is {intact|unremarkable|within normal limits}.",
            ]
        case .abdomen:
            [
                "{The upper abdomen|Visualized upper abdomen} is {unremarkable|normal}.",
                "{There is no|No} free {air|intraperitoneal air} {below the diaphragm|under the hemidiaphragms}.",
            ]
        }
    }

    private static let normalHeart = [
        "{The heart|Heart size|The heart size|Cardiac silhouette} is {normal|within normal limits|normal in size|not enlarged}.",
        "The {cardiomediastinal silhouette|cardiac silhouette|cardiomediastinal contour} is {normal|within normal limits|unremarkable|normal in size and contour|normal in size}.",
        "{Heart size and mediastinal contours|The heart and mediastinum|Cardiac and mediastinal contours|The cardiac silhouette and mediastinum} are {within normal limits|normal|unremarkable}.",
        "{Normal heart size|Heart normal in size|Normal cardiac silhouette}{ and mediastinal contour|}.",
        "The {heart size and pulmonary vascularity|cardiac silhouette and pulmonary vessels} {appear|are} {within normal limits|normal}.",
    ]

    private static let normalLungs = [
        "{The lungs|Lungs|Both lungs} are {clear|clear bilaterally|well expanded and clear|clear and expanded|normally inflated and clear}.",
        "{The lungs|Lungs} {are|appear} {free|clear} of {focal airspace disease|infiltrate|focal consolidation|acute disease}.",
        "{There is no|No} {focal|focal airspace|lobar} {consolidation|airspace disease|infiltrate|opacity}{ is seen| identified|}.",
        "{The lungs|Lungs} are {clear without|without} {infiltrate|focal consolidation|focal infiltrate or edema|suspicious nodule or mass}.",
        "No {suspicious|} {pulmonary nodules|lung mass|pulmonary mass} {or masses|or consolidation|} {are seen|is identified|}.",
        "{Lung volumes are normal|Normal lung volumes}{ and the lungs are clear|}.",
    ]

    private static let normalNegatives = [
        "{There is no|No} {pleural effusion or pneumothorax|pneumothorax or pleural effusion|effusion or pneumothorax}{ is seen| identified|}.",
        "{There is no|No} {focal|} {consolidation|airspace disease|infiltrate}, {pleural effusion, or pneumothorax|effusion or pneumothorax|pneumothorax, or pleural effusion}{ is seen|}.",
        "No {pneumothorax|visible pneumothorax}. No {large|} {pleural effusion|effusion|pleural effusions}.",
        "{There is no evidence of|Negative for} {pneumothorax|effusion or pneumothorax}{ or pleural effusion|}.",
        "{The pleural spaces|Costophrenic angles} are {clear|sharp|free}.",
        "No pleural {fluid|effusion}{ or thickening|}{, no pneumothorax|}.",
    ]
}

enum Impressions {
    static let normal = [
        "No acute {cardiopulmonary|pulmonary|cardiopulmonary or osseous} {abnormality|disease|process|findings|abnormalities}{ identified| seen|}.",
        "{No|No evidence of} {active|acute} {disease|pulmonary disease|cardiopulmonary disease|chest disease}.",
        "{Normal|Negative|Unremarkable} {chest|chest examination|chest radiograph|two-view chest|study}.",
        "{No acute|No significant} {findings|abnormality|preoperative findings|radiographic abnormality}.",
        "{Clear lungs|Lungs are clear}. {No|Without} {acute|} {disease|change}.",
        "No {radiographic evidence of|sign of} {tuberculosis|pneumonia|acute disease|acute cardiopulmonary process}.",
    ]
}
