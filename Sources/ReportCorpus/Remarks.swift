// swift-format-ignore-file: a table of patterns, one way of speaking a line.
/// The long tail: remarks no two reports share word for word. They keep a model honest, as real reports do.
enum Remarks {
    static let patterns = [
        "{There is|There appears to be|We see|Note is made of|Again noted is|One sees} {a|an|some} \(quality) \(thing) \(place){, \(comment)|}.",
        "\(quality) \(thing) {is|are} {seen|noted|identified|present|demonstrated|visualized} \(place){ \(comment)|}.",
        "{The|Previously described|Known|Questionable} \(thing) {has|have} {decreased|increased|resolved|not changed|become more conspicuous|improved} {since|compared to|from} {the prior|the earlier|an outside|the most recent} {study|film|examination|CT|radiograph}.",
        "{Further|Additional|Dedicated|Short-interval} {evaluation|imaging|views|follow-up} {with|by} {CT|ultrasound|MRI|oblique views|apical lordotic view|fluoroscopy} {may be|could be|would be} {helpful|considered|obtained|of value} {if|when} {clinically indicated|symptoms persist|there is clinical concern|the patient is able}.",
        "{Limited|Suboptimal|Rotated|Lordotic|Underpenetrated} {examination|study|projection|film} {due to|because of|secondary to} {body habitus|patient motion|overlying hardware|arm position|portable technique}.",
        "{Clinical correlation|Correlation with history|Comparison with outside films} {for|regarding} {infection|trauma|malignancy|aspiration|prior surgery|tuberculosis exposure} {is advised|is suggested|would be helpful}.",
    ]

    private static let quality =
        "{faint|subtle|rounded|coarse|dense|tubular|curvilinear|punctate|ill-defined|well-circumscribed|reticular|lobulated|bandlike|wedge-shaped|asymmetric|new|persistent|questionable|eccentric|mottled|spiculated|smooth}"
    private static let thing =
        "{density|lucency|calcification|thickening|deformity|stranding|mass effect|soft tissue prominence|artifact|clip|metallic foreign body|sclerosis|osteophyte|eventration|azygos lobe|pericardial fat pad|skin fold|nipple shadow|bullous change|volume loss|fissural thickening|vascular stent|screw fixation|hyperostosis|lipoma|lymph node|cavity|pleural plaque}"
    private static let place =
        "{in|over|near|adjacent to|along|projecting over|inferior to|superior to} the {right|left|} {hilum|apex|minor fissure|scapula|humeral head|clavicle|paratracheal stripe|aortic knob|aortopulmonary window|cardiophrenic angle|hemidiaphragm|axilla|sternum|manubrium|first rib|chest wall|breast|azygoesophageal recess|trachea|cervicothoracic junction|major fissure|lower neck|stomach bubble|splenic flexure}"
    private static let comment =
        "{likely|probably|possibly|presumably|most consistent with|of} {of no significance|postoperative|an overlap of shadows|old trauma|a normal variant|vascular|uncertain significance|congenital|a summation artifact|technical|developmental|chronic|inflammatory}"
}
