/// The tour of the demo, and how far a pull is.
extension Catalogue {
    static let tour: KeyValuePairs<String, String> = [
        "stop what is being fetched": "das Laden anhalten",
        "the tour: begin it, or go on": "die Führung: beginnen oder weiter",
        "end the tour": "die Führung beenden",
        "Nothing is being fetched.": "Es wird nichts geladen.",
        "Stopped. What came stays; a sync goes on with the rest.":
            "Angehalten. Was da ist, bleibt; ein Abgleich macht mit dem Rest weiter.",
        "Tour %1 of %2": "Führung %1 von %2",
        "%1 puts this away": "%1 schließt sie",
        "%1 goes on without   %2 ends the tour": "%1 überspringt   %2 beendet die Führung",
        "This is the worklist, the most urgent study first.":
            "Das ist die Arbeitsliste, die dringendste Untersuchung zuerst.",
        "Type %1, then mod:CT and %2: the list follows every key. %3 clears it again.":
            "%1 tippen, dann mod:CT und %2: die Liste folgt jeder Taste. %3 hebt den Filter auf.",
        "%1 opens the selected study: the order, its series, earlier studies and their reports.":
            "%1 öffnet die gewählte Untersuchung: Auftrag, Serien, Voruntersuchungen und ihre Befunde.",
        "%1 opens the report. The template that fits is in place, with what is normal.":
            "%1 öffnet den Befund. Die passende Vorlage steht bereit, mit dem Normalen.",
        "%1 goes through the fields. Type over one, or choose from its list by number.":
            "%1 geht durch die Felder. Überschreiben, oder aus der Liste nach Nummer wählen.",
        "Pull the network plug: %1. Nothing stops; everything is here.":
            "Den Netzstecker ziehen: %1. Nichts bleibt stehen; alles ist hier.",
        "%1 asks to sign. %2 acknowledges what was noticed, %3 signs.":
            "%1 fragt nach der Signatur. %2 bestätigt, was aufgefallen ist, %3 signiert.",
        "The report is signed, here only. %1 opens the outbox, where it waits.":
            "Der Befund ist signiert, nur hier. %1 öffnet den Ausgang, dort wartet er.",
        "Put the network back with %1, and watch it being filed and verified.":
            "Mit %1 das Netz wieder anschließen und zusehen, wie er abgelegt und geprüft wird.",
        "That was a whole reading. %1 shows the keys of a screen,":
            "Das war eine ganze Befundung. %1 zeigt die Tasten,",
        "%1 finds any command by name, %2 quits.": "%1 findet jeden Befehl beim Namen, %2 beendet.",
        " Reading the worklist: %1 studies · %2 stops ": " Arbeitsliste wird gelesen: %1 Untersuchungen · %2 hält an ",
        " Fetching studies [%1] %2 of %3 · %4 stops ": " Untersuchungen werden geladen [%1] %2 von %3 · %4 hält an ",
    ]
}
