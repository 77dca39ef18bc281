internal import Radiology
internal import Wording

/// Organs the patient's recorded sex does not have.
enum SexCheck {
    static func obstacles(_ reading: Reading, _ sex: Sex?) -> [SigningObstacle] {
        guard let sex, sex != .other else { return [] }
        let wrong: Sex = sex == .female ? .male : .female
        var found: [SigningObstacle] = []
        for line in reading.lines where !isOfRelatives(line.sentence) {
            let isNamed = line.sentence.context.indices.contains {
                table.match(line.sentence.context, at: $0)?.value == wrong
            }
            let matches = table.matches(in: line.sentence.tokens).filter { $0.value == wrong }
            let isSaid = matches.contains {
                [.affirmed, .likely, .possible, .past].contains(line.scopes.stated($0.range))
            }
            guard isSaid || isNamed else { continue }
            let what: Wording = wrong == .male ? "male" : "female"
            let recorded: Wording = sex == .male ? "male" : "female"
            found.append(
                SigningObstacle(
                    .alert, "The text names \(what) anatomy, the patient is \(recorded).", at: line.sentence.place))
        }
        return Array(found.prefix(1))
    }

    static let relatives: Set<String> = [
        "family", "mother", "father", "sister", "brother", "familial", "familien", "mutter", "vater", "schwester",
        "bruder", "daughter", "son", "tochter", "sohn", "husband", "wife", "parents", "aunt", "uncle", "relative",
        "familienanamnese", "grandmother", "grandfather", "partner", "carer", "caregiver", "spouse", "ehefrau",
        "ehemann",
    ]

    static func isOfRelatives(_ sentence: Sentence) -> Bool { sentence.says(relatives) }

    private static let table = Phrases<Sex>([
        (
            "uterus|uterine|gebarmutter|endometrium|endometrial|endometriosis|endometrioma|myometrium|myometrial|ovary|ovaries|ovarian|ovarien|ovar|eierstock|eierstocke|vagina|vaginal|transvaginal|transvaginally|cervix|hysterectomy|hysterektomie|oophorectomy|salpingectomy|fallopian|hydrosalpinx|adnexal mass|adnexal cyst|adnexectomy|adnexe|pregnant|pregnancy|gravid|schwanger|schwangerschaft|schwangere|fetus|fetuses|placenta|plazenta|parametrium|parametria|intrauterine|postmenopausal|premenopausal|menopausal|uterusmyom|uteri|leiomyomatous uterus|fibroid uterus|vulva|vulvar",
            .female
        ),
        (
            "prostate|prostatic|prostatectomy|prostata|prostatakarzinom|prostatahyperplasie|prostatektomie|prostataloge|prostatitis|seminal vesicle|seminal vesicles|samenblase|samenblasen|testis|testes|testicle|testicles|testicular|hoden|nebenhoden|epididymis|epididymal|epididymitis|scrotum|scrotal|skrotum|skrotal|penis|penile|vas deferens|orchiectomy|orchidectomy|orchiektomie|spermatic cord|varicocele|varikozele|hodentorsion|vasectomy|turp",
            .male
        ),
    ])
}
