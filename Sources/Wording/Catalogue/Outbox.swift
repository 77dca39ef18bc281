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
        "It was filed there, and was not found when it was looked for again. ":
            "Er war dort abgelegt und ist nicht mehr zu finden. ",
        "%1 files the same bytes again.": "%1 legt dieselben Bytes erneut ab.",
        "Somebody": "Jemand",
        "%1 signed a final report of this study too. %2 shows both.":
            "%1 hat auch einen finalen Befund dazu signiert. %2 zeigt beide.",
        "It is sent by itself; %1 sends it now.": "Er geht von selbst hinaus; %1 sendet ihn jetzt.",
        "The server is asked by itself whether it has it; %1 asks now.":
            "Der Server wird von selbst gefragt, ob er ihn hat; %1 fragt jetzt.",
        "Mend what the server names, then %1 sends it again; ":
            "Beheben, was der Server nennt, dann sendet %1 erneut; ",
        "%1 writes it to a file; %2 decides.": "%1 exportiert; %2 entscheidet.",
        "Both reports are kept. %1 shows them side by side and decides; ":
            "Beide Befunde bleiben. %1 zeigt sie nebeneinander und entscheidet; ",
        "%1 asks the server again.": "%1 fragt erneut.",
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
        "Filed, but not there any more. %1 files the same bytes again; %2 exports mine.":
            "Abgelegt, aber nicht mehr da. %1 legt dieselben Bytes erneut ab; %2 exportiert meinen.",
        "The server has something else under this identifier; both are kept. ":
            "Der Server hat unter dieser Kennung etwas anderes; beide bleiben. ",
        "%1 files mine anew beside it, %2 leaves the server's as it is, %3 asks again.":
            "%1 legt meinen daneben neu ab, %2 lässt den des Servers stehen, %3 fragt erneut.",
        "The server will not take it.": "Der Server nimmt ihn nicht an.",
        "%1 sends it again; %2 exports it; ": "%1 sendet erneut; %2 exportiert; ",
        "%1 sets it aside once it was delivered another way.":
            "%1 schließt ab, wenn er anders zugestellt wurde.",
        "Two final reports of one study. ": "Zwei finale Befunde einer Untersuchung. ",
        "%1 writes an addendum to mine; %2 says that both stand.":
            "%1 schreibt einen Nachtrag zu meinem; %2: beide gelten.",
        "What the server has is not known yet: %1. ": "Was der Server hat, ist noch unklar: %1. ",
        "%1 asks again; %2 files mine anew; %3 exports it.":
            "%1 fragt erneut; %2 legt meinen neu ab; %3 exportiert ihn.",
        "it said no": "er lehnte ab",
        "There is nothing to decide here.": "Hier ist nichts zu entscheiden.",
        "The server's report stands. Yours stays in this store,":
            "Der Befund des Servers gilt. Der eigene bleibt hier gespeichert",
        "and is not sent any more.": "und wird nicht mehr gesendet.",
        "You sign the same text once more, under identifiers": "Derselbe Text wird noch einmal signiert, unter eigenen",
        "of its own; it is filed beside the other.": "Kennungen; er wird neben dem anderen abgelegt.",
        "Deliver it another way: %1 writes it to a file.": "Anders zustellen: %1 schreibt ihn in eine Datei.",
        "It is not sent any more, and stays in this store.": "Er wird nicht mehr gesendet und bleibt hier gespeichert.",
        "Both final reports stay as they are, and you are not": "Beide finalen Befunde bleiben, wie sie sind, und es",
        "asked about them again.": "wird nicht mehr danach gefragt.",
        "the server's report stands; this one is kept here": "der Befund des Servers gilt; dieser bleibt hier",
        "filed anew under identifiers of its own": "neu abgelegt unter eigenen Kennungen",
        "set aside: delivered another way": "abgeschlossen: anders zugestellt",
        "both reports stand": "beide Befunde gelten",
    ]
}
