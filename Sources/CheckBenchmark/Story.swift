/// A made-up examination, told in the ways radiologists tell it.
///
/// Texts are patterns: `{a|b}` is one of several wordings; `@S` the side and `@O` the other one, `@N` a size in
/// millimetres and `@C` the same in centimetres, `@P` an earlier size, `@DR` a colleague, `@TIME` a time of day,
/// `@DATE` the date of the earlier study, `@AGE` and `@MAN` the patient, `@NAME` with title.
struct Story: Sendable {
    enum Language: Sendable { case english, german }

    var modality: String
    /// The study's title, as the order says it.
    var title: String
    var bodyPart: String?
    var sex: String?
    var language = Language.english
    /// Whether the order is for one side.
    var isOneSided = false
    /// What the headers name, where contrast was given.
    var agent: String?
    var history = "{@AGE-year-old @MAN. |}{Pain.|Follow-up.|Known hypertension.|Fever for @DAYS days.}"
    var technique = ""
    var findings: String
    var impression: String
    var recommendation = ""
    /// The sentence that says who was told; the story is critical where there is one.
    var told = ""
    /// How the findings, and how the impression, would deny what was found.
    var denial = ""
    var normalImpression = ""
    /// Whether impression and findings name the side of one thing.
    var isSided = false
    var hasCategory = false
    /// Sizes between which `@N` lies.
    var sizes = 6...24
}
