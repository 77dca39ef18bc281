/// The dialog that signs.
extension Catalogue {
    static let signing: KeyValuePairs<String, String> = [
        "FINAL": "FINAL",
        "PRELIMINARY": "VORLÄUFIG",
        " addendum": " Nachtrag",
        "Sign as %1%2": "Signieren als %1%2",
        "begun as: ": "begonnen als: ",
        "Reading the study's identity once more …": "Die Identität der Untersuchung wird erneut gelesen …",
        "Identity and series could not be read; so this cannot be signed now.":
            "Identität und Serien nicht lesbar; so kann jetzt nicht signiert werden.",
        "Nothing stands in the way.": "Nichts steht im Weg.",
        "✓ known   ": "✓ bekannt ",
        "■ mend    ": "■ ändern  ",
        "▲ alert   ": "▲ Hinweis ",
        "■ WHO?    ": "■ WER?    ",
        "Who is it? First and family initial and year of birth, or the whole patient ID: ":
            "Wer ist es? Initialen (Vor-, Nachname) und Geburtsjahr oder die ganze Patienten-ID: ",
        "text %1 · %2 characters · goes to: %3": "Text %1 · %2 Zeichen · geht an: %3",
        "Identity as last seen here: %1": "Identität nach hiesigem Stand: %1",
        "%1 back": "%1 zurück",
        "Signing …": "Wird signiert …",
        "PIN": "PIN",
        "Passphrase": "Passphrase",
        "%1: %2   %3 signs   %4 back": "%1: %2   %3 signiert   %4 zurück",
        "Why may it stay? %1   or type": "Warum darf es bleiben? %1   oder tippen",
        "reason: %1▏   %2 takes it   %3 back": "Grund: %1▏   %2 übernimmt   %3 zurück",
        "%1 sign": "%1 signieren",
        "%1 known": "%1 bekannt",
        "%1 jump": "%1 hingehen",
        "%1 final/preliminary": "%1 final/vorläufig",
        "as intended": "so gewollt",
        "checked on the images": "am Bild geprüft",
        "does not apply here": "trifft nicht zu",
    ]
}
