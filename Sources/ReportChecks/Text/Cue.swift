/// Words that say how far a finding is stated: NegEx (Chapman et al., J Biomed Inform 2001) for English and German.
enum Cue: Hashable, Sendable {
    /// Negates what follows, or what stands before it in its clause.
    case negatesAfter, negatesBefore
    case possibleAfter, possibleBefore
    /// Not certain, but enough to act upon.
    case likelyAfter
    case pastAfter, pastBefore
    /// Asked for, not found.
    case hypotheticalAfter
    /// Looks like a negation and is none.
    case none
    /// Ends the reach of what came before it.
    case ends

    static let table = Phrases<Cue>([
        // Not a negation of the finding, whatever it begins with.
        (
            "no change in|no change of|no significant change in|no interval change in|no relevant change in|without change|no significant change|no interval change|no change|no relevant change|no increase in|no decrease in|no progression of|no reduction in|not only|not necessarily|no doubt|without doubt|no significant interval change|no further increase|no further increase in|nicht nur|keine anderung|keine anderung der|keine zunahme|keine zunahme der|keine zunahme des|keine wesentliche anderung|keine relevante anderung|keine abnahme|ohne anderung|ohne wesentliche anderung|gram negative|no significant growth|not significantly changed|not changed|not significantly different|no time was lost",
            .none
        ),
        (
            "no|without|no evidence of|no sign of|no signs of|negative for|free of|absence of|absent|neither|nor|never|denies|fails to show|fails to demonstrate|rather than|not|clear of|lack of|devoid of|no longer any|kein|keine|keinen|keiner|keines|keinem|ohne|weder|noch nicht|nicht|ausschluss|ausschluss einer|ausschluss eines|frei von|no new|none of|in the absence of|resolution of|interval resolution of|complete resolution of|ruckbildung|statt|cannot see|aint",
            .negatesAfter
        ),
        (
            "is absent|are absent|not seen|not identified|not present|not visualized|not visualised|not demonstrated|not appreciated|not evident|not noted|not detected|not shown|not found|not apparent|not visible|is excluded|are excluded|was excluded|were excluded|has been excluded|excluded|ruled out|is ruled out|has been ruled out|none|none seen|none identified|negative|no longer seen|no longer present|no longer visible|no longer identified|no longer demonstrated|no longer evident|no longer appreciated|nicht nachweisbar|nicht erkennbar|nicht abgrenzbar|nicht vorhanden|nicht nachgewiesen|nicht dargestellt|nicht sichtbar|nicht zu sehen|nicht mehr nachweisbar|nicht mehr abgrenzbar|nicht mehr erkennbar|ausgeschlossen|fehlt|fehlen|ist nicht zu erkennen|lasst sich nicht nachweisen|lassen sich nicht nachweisen|has resolved|have resolved|resolved|resolved completely|now resolved|vollstandig ruckgebildet",
            .negatesBefore
        ),
        (
            "possible|possibly|questionable|cannot exclude|can not exclude|could represent|may represent|might represent|may reflect|may|might|could|equivocal for|indeterminate for|consider|consideration of|differential|differential includes|versus|vs|or less likely|less likely|moglich|moglicherweise|mogliche|moglicher|mogliches|fraglich|fragliche|fraglicher|fragliches|dd|differentialdiagnostisch|differenzialdiagnostisch|evtl|eventuell|unlikely|risk of|risk for|at risk for|potential|potentially|predisposing to|unwahrscheinlich",
            .possibleAfter
        ),
        (
            "cannot be excluded|can not be excluded|not excluded|cannot be ruled out|can not be ruled out|not ruled out|not entirely excluded|cannot be entirely excluded|cannot completely be excluded|difficult to exclude|is possible|are possible|is unlikely|are unlikely|unlikely|is considered unlikely|questioned|nicht auszuschliessen|nicht sicher auszuschliessen|kann nicht ausgeschlossen werden|nicht ausgeschlossen|nicht sicher ausgeschlossen|is not excluded|is in the differential|is not assessed|not assessed|cannot be assessed|can not be assessed|not assessable|not evaluated|cannot be evaluated|nicht beurteilbar|suboptimally evaluated|not adequately assessed|less likely",
            .possibleBefore
        ),
        (
            "suspected|suspicious for|suspicion of|suspicious of|concerning for|concern for|worrisome for|likely|probable|probably|presumed|presumably|suggestive of|suggests|suggesting|raises concern for|highly suspicious for|verdacht auf|va|v a|verdachtig auf|wahrscheinlich|am ehesten|vermutlich|hinweis auf|hinweise auf|hinweisend auf",
            .likelyAfter
        ),
        (
            "history of|status post|status after|post|previous|previously|prior|s p|remote|in the past|formerly|known history of|past|zustand nach|z n|zn|status nach|anamnestisch|vorbekannt operiert|fruhere|fruherer|fruheres|ehemalige|evacuation of|drainage of|treated|repair of|after|following|nach",
            .pastAfter
        ),
        (
            "in the past|years ago|months ago|on the prior|previously seen|previously noted|previously described",
            .pastBefore
        ),
        (
            "if|rule out|to exclude|exclude|evaluate for|evaluation for|assess for|assessment for|looking for|query|should|zum ausschluss|frage nach|a o|screening for|screen for|in case of|unless|to assess for|to look for|criteria for|protocol for|sensitivity for|risk|watch for|return for|symptoms of|to evaluate for|falls|sollte|bei verdacht auf",
            .hypotheticalAfter
        ),
        (
            "in keeping with|consistent with|compatible with|suggesting|indicating|indicative of|compatible|vereinbar mit|passend zu|im sinne|as in|but|however|although|though|except|except for|apart from|aside from|besides|other than|despite|whereas|while|yet|with the exception of|nevertheless|otherwise|secondary to|due to|because of|aber|jedoch|allerdings|dagegen|hingegen|ausser|bis auf|abgesehen von|obwohl|bei|im ubrigen|trotz|sondern|there is|there are|there was|es besteht|es bestehen|es zeigt sich|es zeigen sich|es findet sich|es finden sich|which|representing|wahrend|dafur|stattdessen|instead|is seen|are seen|ist nachweisbar|demonstrates|shows|zeigt|and there|now shows",
            .ends
        ),
    ])

    /// What may stand between a negation's comma and the next item of its list; other words begin something new.
    static let beginsStatement: Set<String> = [
        "there", "a", "an", "small", "moderate", "large", "mild", "minimal", "tiny", "trace", "stable", "unchanged",
        "known", "multiple", "several", "chronic", "old", "degenerative", "with", "consistent", "compatible", "likely",
        "status", "marked", "severe", "extensive", "persistent", "increased", "interval", "this", "these", "it", "new",
        "kleiner", "kleine", "kleines", "geringer", "geringe", "geringes", "massiger", "massige", "grosser", "grosse",
        "bekannte", "bekannter", "neue", "neuer", "neues", "deutlicher", "deutliche", "diskrete", "diskreter",
        "einzelne", "multiple", "ein", "eine", "linksseitiger", "rechtsseitiger", "right", "left", "bilateral",
        "acute", "solitary", "subtle", "stabiler", "stabile", "unveranderte", "unveranderter", "mild",
    ]

    /// Joins the items of a list that one negation governs.
    static let joinsList: Set<String> = ["or", "nor", "oder", "noch", "und", "sowie", "and"]

    /// Narrow what is negated: "no acute fracture" leaves room for an old one.
    static let qualifiers: [String: String] = {
        let lines = [
            "acute akute akuter akutes akuten acutely", "chronic chronische chronischer chronisches chronischen",
            "old alte alter altes alten remote", "subacute subakute subakuter subakuten", "tension spannungs",
            "displaced dislozierte dislozierter dislozierten", "new neue neuer neues neuen newly",
            "large grosse grosser grosses grossen massive", "small kleine kleiner kleines kleinen tiny trace minimal",
            "significant significantly relevante relevanter relevanten relevant signifikante sizeable sizable appreciable",
            "enlarged vergrosserte pathologically pathologisch",
            "suspicious suspekte suspekter suspekten suspekt aggressive",
            "healed healing verheilte konsolidierte",
            "known bekannte bekannter bekanntes bekannten vorbekannte vorbekannter",
            "unchanged stable unverandert unveranderte unveranderter konstant konstante constant",
            "residual recurrent restlicher rest", "focal umschriebene fokale",
            "central proximal segmental subsegmental lobar main zentrale zentralen",
            "malignant maligne boswillige", "complicated", "full thickness", "partial", "complete",
            "unstable instabile instabiler instabilen",
            "additional further other another second weitere weiterer weiteren anderen", "high complex",
            "territorial demarcated demarkierte",
            "obstructing obstructive obstruktive", "calcified", "larger bigger increased increasing grossere",
            "abnormal pathological pathologic pathologische pathologischer",
            "metastatic", "pulmonary",
            "decreasing decreased smaller regressive improving resolving improved regredient",
            "osteoporotic insufficiency pathologic", "postoperative", "incidental", "definite",
            "generalized generalised",
        ]
        var table: [String: String] = [:]
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            for word in words { table[word] = words[0] }
        }
        return table
    }()

    /// "No large vessel occlusion", "no full-thickness tear" and the like name a thing; "pulmonary" narrows nothing.
    static let hollowQualifiers: Set<String> = ["pulmonary", "definite", "full", "focal", "abnormal"]
    static let notNew: Set<String> = [
        "chronic", "old", "known", "unchanged", "residual", "healed", "decreasing", "subacute",
    ]
}
