/// The outbox, and two reports side by side.
extension Catalogue {
    static let outbox: KeyValuePairs<String, String> = [
        "Last answer": "Letzte Antwort",
        "Next": "Wann",
        "State": "Stand",
        "To": "An",
        "Tries": "Vers.",
        "Nothing was signed here yet.": "Hier wurde noch nichts signiert.",
        "filed, 2 FINALS": "abgelegt, 2 FINALE",
        "you": "selbst",
        "online": "online",
        "now": "jetzt",
        "in %1 s": "in %1 s",
        " Outbox ": " Ausgang ",
        "Not sent yet.": "Noch nicht gesendet.",
        "The server gave back the same bytes.": "Der Server gab dieselben Bytes zurück.",
        "signed %1 = ": "signiert %1 = ",
        "Decided: %1.": "Entschieden: %1.",
        "It was filed there, and was not found when it was looked for again. t files the same bytes again.":
            "Er war dort abgelegt und ist nicht mehr zu finden. t legt dieselben Bytes erneut ab.",
        "Somebody": "Jemand",
        "%1 signed a final report of this study too. c shows both.":
            "%1 hat auch einen finalen Befund dazu signiert. c zeigt beide.",
        "It is sent by itself; t sends it now.": "Er geht von selbst hinaus; t sendet ihn jetzt.",
        "The server is asked by itself whether it has it; t asks now.":
            "Der Server wird von selbst gefragt, ob er ihn hat; t fragt jetzt.",
        "Mend what the server names, then t sends it again; e writes it to a file; c decides.":
            "Beheben, was der Server nennt, dann sendet t erneut; e exportiert; c entscheidet.",
        "Both reports are kept. c shows them side by side and decides; t asks the server again.":
            "Beide Befunde bleiben. c zeigt sie nebeneinander und entscheidet; t fragt erneut.",
        "MINE  %1 v%2  %3": "MEINER  %1 v%2  %3",
        "AT %1  asking …": "BEI %1  wird gefragt …",
        "AT %1  not read": "BEI %1  nicht gelesen",
        "author not named": "Autor nicht genannt",
        "AT %1  %2": "BEI %1  %2",
        "not there any more": "nicht mehr da",
        "the same bytes": "dieselben Bytes",
        "not sent yet": "noch nicht gesendet",
        "not known yet": "noch unklar",
        "not taken": "nicht angenommen",
        "nothing that can be read": "nichts Lesbares",
        "Filed, but not there any more. t files the same bytes again; e exports mine.":
            "Abgelegt, aber nicht mehr da. t legt dieselben Bytes erneut ab; e exportiert meinen.",
        "The server has something else under this identifier; both are kept. n files mine anew beside ":
            "Der Server hat unter dieser Kennung etwas anderes; beide bleiben. n legt meinen daneben neu ",
        "it, s leaves the server's as it is, t asks again.": "ab, s lässt den des Servers stehen, t fragt erneut.",
        "The server will not take it.": "Der Server nimmt ihn nicht an.",
        "t sends it again; e exports it; s sets it aside once it was delivered another way.":
            "t sendet erneut; e exportiert; s schließt ab, wenn er anders zugestellt wurde.",
        "Two final reports of one study. r writes an addendum to mine; s says that both stand.":
            "Zwei finale Befunde einer Untersuchung. r schreibt einen Nachtrag zu meinem; s: beide gelten.",
        "What the server has is not known yet: %1. t asks again; n ":
            "Was der Server hat, ist noch unklar: %1. t fragt erneut; n ",
        "it said no": "er lehnte ab",
        "files mine anew; e exports it.": "legt meinen neu ab; e exportiert ihn.",
        "There is nothing to decide here.": "Hier ist nichts zu entscheiden.",
        "The server's report stands. Yours stays in this store,":
            "Der Befund des Servers gilt. Der eigene bleibt hier gespeichert",
        "and is not sent any more.": "und wird nicht mehr gesendet.",
        "You sign the same text once more, under identifiers": "Derselbe Text wird noch einmal signiert, unter eigenen",
        "of its own; it is filed beside the other.": "Kennungen; er wird neben dem anderen abgelegt.",
        "Deliver it another way: e writes it to a file.": "Anders zustellen: e schreibt ihn in eine Datei.",
        "It is not sent any more, and stays in this store.": "Er wird nicht mehr gesendet und bleibt hier gespeichert.",
        "Both final reports stay as they are, and you are not": "Beide finalen Befunde bleiben, wie sie sind, und es",
        "asked about them again.": "wird nicht mehr danach gefragt.",
        "the server's report stands; this one is kept here": "der Befund des Servers gilt; dieser bleibt hier",
        "filed anew under identifiers of its own": "neu abgelegt unter eigenen Kennungen",
        "set aside: delivered another way": "abgeschlossen: anders zugestellt",
        "both reports stand": "beide Befunde gelten",
    ]
}
