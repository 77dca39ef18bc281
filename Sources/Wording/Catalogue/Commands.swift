/// What commands print, and what is asked before the screen opens.
extension Catalogue {
    static let commands: KeyValuePairs<String, String> = [
        "ok   ": "ok    ",
        "WRONG": "FALSCH",
        "All is well.": "Alles in Ordnung.",
        "%1 to look at.": "%1 anzusehen.",
        "configuration %1": "Konfiguration %1",
        "configuration: %1": "Konfiguration: %1",
        "server %1 at %2, %3": "Server %1 unter %2, %3",
        "server %1 at %2: %3": "Server %1 unter %2: %3",
        "no login": "ohne Anmeldung",
        "user name and password": "Benutzername und Passwort",
        "bearer token": "Token",
        "%1 templates and macros of your own": "%1 eigene Vorlagen und Makros",
        "store: none yet; the first start makes %1": "Speicher: noch keiner; der erste Start legt %1 an",
        "store %1, journal wal, synchronous FULL, %2": "Speicher %1, Journal wal, synchronous FULL, %2",
        "sealed": "versiegelt",
        "NOT sealed": "NICHT versiegelt",
        "second copy: %1 of %2 signed versions": "Zweitkopie: %1 von %2 signierten Fassungen",
        "invariant: %1": "Invariante: %1",
        "outbox: signed %1 = %2": "Ausgang: signiert %1 = %2",
        "        open the outbox (o) and look at the entries whose next step is you":
            "        den Ausgang öffnen (o) und ansehen, was auf jemanden wartet",
        "invariants hold: signed versions, outbox sum, audit chain":
            "Invarianten gelten: signierte Fassungen, Summe des Ausgangs, Kette des Protokolls",
        "terminal %1": "Terminal %1",
        "terminal %1 is unknown here; %2 is used in its place": "Terminal %1 ist hier unbekannt; %2 wird dafür benutzt",
        "terminal: %1": "Terminal: %1",
        "locale %1": "Locale %1",
        "locale \"%1\" is not UTF-8; names in other scripts need: export LC_ALL=C.UTF-8":
            "Locale \"%1\" ist nicht UTF-8; Namen in anderen Schriften brauchen: export LC_ALL=C.UTF-8",
        "--hours must be from 1 to 168.": "--hours muss von 1 bis 168 sein.",
        "An agent holds the key already.": "Ein Agent hält den Schlüssel schon.",
        "The agent holds the key for %1 hours; readroom agent stop ends it.":
            "Der Agent hält den Schlüssel %1 Stunden; readroom agent stop beendet ihn.",
        "The system has no pipe left.": "Das System hat keine Pipe mehr frei.",
        "The agent cannot be started.": "Der Agent lässt sich nicht starten.",
        "The agent does not answer. Use a key file: readroom vault add-key-file":
            "Der Agent antwortet nicht. Eine Schlüsseldatei nehmen: readroom vault add-key-file",
        "The agent has ended.": "Der Agent ist beendet.",
        "There is no agent.": "Es gibt keinen Agenten.",
        "An agent holds the key.": "Ein Agent hält den Schlüssel.",
        "No agent holds the key.": "Kein Agent hält den Schlüssel.",
        "BROKEN %1": "VERLETZT %1",
        "%1 events, one unbroken chain.": "%1 Ereignisse, eine ungebrochene Kette.",
        "%1 events.": "%1 Ereignisse.",
        "%1 is there already; name another.": "%1 gibt es schon; eine andere nennen.",
        "%1 cannot be written. Check the folder.": "%1 kann nicht geschrieben werden. Den Ordner prüfen.",
        "%1 events are in %2.": "%1 Ereignisse stehen in %2.",
        "There is no store at %1 yet.": "Unter %1 gibt es noch keinen Speicher.",
        "%1 is there already; edit it, or move it away first.": "%1 gibt es schon; bearbeiten oder erst wegräumen.",
        "%1 cannot be written.": "%1 kann nicht geschrieben werden.",
        "%1 is written. Edit it, then run: readroom config check":
            "%1 ist geschrieben. Bearbeiten, dann: readroom config check",
        "reader   %1, %2": "liest    %1, %2",
        "server   %1: %2, %3, ": "Server   %1: %2, %3, ",
        "worklist": "Arbeitsliste",
        "reports": "Befunde",
        "  (not encrypted on the way)": "  (unterwegs nicht verschlüsselt)",
        "The configuration is fine. 'readroom doctor' asks the servers.":
            "Die Konfiguration ist in Ordnung. 'readroom doctor' fragt die Server.",
        "The demonstration's server did not start.": "Der Server der Vorführung startete nicht.",
        "A readroom is open on this store; end it first.": "Ein readroom ist mit diesem Speicher offen; erst beenden.",
        "The store is sound; there is nothing to recover. For its contents run: readroom doctor":
            "Der Speicher ist heil; nichts ist wiederherzustellen. Für den Inhalt: readroom doctor",
        "%1 But some signed reports have no second copy yet and would be left behind; ":
            "%1 Aber einige signierte Befunde haben noch keine Zweitkopie und blieben zurück; ",
        "keep a copy of the whole folder and ask for help.": "eine Kopie des ganzen Ordners aufheben und Hilfe holen.",
        "A readroom is syncing this store; wait until it has ended.":
            "Ein readroom gleicht diesen Speicher ab; warten, bis es fertig ist.",
        "Ctrl-C stops it; it can be begun again.": "Strg-C hält es an; es lässt sich von neuem beginnen.",
        "signed reports: %1 of %2": "signierte Befunde: %1 von %2",
        "moved aside: %1": "beiseite gelegt: %1",
        "%1 signed reports came back; the server is asked which of them it has.":
            "%1 signierte Befunde sind zurück; der Server wird gefragt, welche er hat.",
        "%1 drafts could be read; the worklist comes with the next sync.":
            "%1 Entwürfe waren lesbar; die Arbeitsliste kommt mit dem nächsten Abgleich.",
        "%1 records of the second copy could not be used; keep the files moved aside.":
            "%1 Einträge der Zweitkopie waren unbrauchbar; die beiseite gelegten Dateien aufheben.",
        "Another readroom is syncing this store right now; it will file what is signed.":
            "Ein anderes readroom gleicht diesen Speicher gerade ab; es legt Signiertes ab.",
        "studies: %1 of %2": "Untersuchungen: %1 von %2",
        "worklist: %1 studies": "Arbeitsliste: %1 Untersuchungen",
        "worklist: %1": "Arbeitsliste: %1",
        "filed %1 = there %2 + gone %3 + not asked %4": "abgelegt %1 = da %2 + weg %3 + nicht gefragt %4",
        "The outbox cannot be read; run readroom doctor.": "Der Ausgang ist nicht lesbar; readroom doctor ausführen.",
        "signed %1 = %2": "signiert %1 = %2",
        "filed, and not there any more: %1; look at the outbox": "abgelegt und nicht mehr da: %1; den Ausgang ansehen",
        "studies with two final reports: %1; look at the outbox":
            "Untersuchungen mit zwei Endbefunden: %1; den Ausgang ansehen",
        "report %1 to %2: %3": "Befund %1 an %2: %3",
        "report %1: %2": "Befund %1: %2",
        "a study was not fetched: %1": "eine Untersuchung wurde nicht geholt: %1",
        "a study you began offline was claimed by %1; your draft is kept":
            "eine offline begonnene Untersuchung hat %1 übernommen; der Entwurf bleibt",
        "%1 does not have a filed report any more; look at the outbox":
            "%1 hat einen abgelegten Befund nicht mehr; den Ausgang ansehen",
        "%1 signed a final report of a study of yours too":
            "%1 hat zu einer Ihrer Untersuchungen auch einen Endbefund signiert",
        "a finished study was taken off the server's worklist":
            "eine fertige Untersuchung ist von der Arbeitsliste des Servers genommen",
        "The store is sealed.": "Der Speicher ist versiegelt.",
        "The new passphrase opens the store, and the old one does not any more.":
            "Die neue Passphrase öffnet den Speicher, die alte nicht mehr.",
        "%1 opens the store now.": "%1 öffnet jetzt den Speicher.",
        "There was no key file.": "Es gab keine Schlüsseldatei.",
        "%1 key files open nothing any more.": "%1 Schlüsseldateien öffnen nichts mehr.",
        "The PIN is set.": "Die PIN ist gesetzt.",
        "There are no keys yet. Run: readroom vault init":
            "Es gibt noch keine Schlüssel. Ausführen: readroom vault init",
        "Run this on a terminal: the passphrase is asked for.":
            "An einem Terminal ausführen: Die Passphrase wird erfragt.",
        "It can be moved aside and rebuilt from the second copy of what was signed.":
            "Er kann beiseite gelegt und aus der Zweitkopie des Signierten neu gebaut werden.",
        "Do that now? Type yes: ": "Jetzt tun? Für ja yes tippen: ",
        "Enter goes on.": "Weiter mit Enter.",
        "There are no keys yet. Start readroom once, or run: readroom vault init":
            "Es gibt noch keine Schlüssel. readroom einmal starten, oder: readroom vault init",
        "The store is sealed and nobody can be asked for the passphrase here. ":
            "Der Speicher ist versiegelt, und niemand kann hier nach der Passphrase gefragt werden. ",
        "Run readroom agent start after logging in, or set key_file below [security].":
            "Nach der Anmeldung readroom agent start ausführen, oder key_file unter [security] setzen.",
        "Not opened.": "Nicht geöffnet.",
        "The store needs a passphrase, and nobody can be asked here. Run: readroom vault init":
            "Der Speicher braucht eine Passphrase, und niemand kann hier gefragt werden. Ausführen: readroom vault init",
        "readroom seals everything it keeps with a passphrase of yours. It is asked for at every start.":
            "readroom versiegelt alles, was es behält, mit einer eigenen Passphrase. Jeder Start fragt nach ihr.",
        "Write this recovery key down and keep it away from this computer. It opens the store when the":
            "Diesen Wiederherstellungsschlüssel aufschreiben und getrennt vom Rechner verwahren. Er öffnet den",
        "passphrase is forgotten, and it is shown only now:":
            "Speicher, wenn die Passphrase vergessen ist, und er wird nur jetzt gezeigt:",
        "Passphrase (or recovery key): ": "Passphrase (oder Wiederherstellungsschlüssel): ",
        "Nothing was typed; not opened.": "Nichts getippt; nicht geöffnet.",
        "New passphrase, at least 12 characters: ": "Neue Passphrase, mindestens 12 Zeichen: ",
        "That is shorter than 12 characters.": "Das ist kürzer als 12 Zeichen.",
        "Once more: ": "Noch einmal: ",
        "The two are not the same.": "Die beiden sind nicht gleich.",
        "No passphrase was set; nothing was made.": "Keine Passphrase gesetzt; nichts angelegt.",
        "New PIN, 4 to 8 digits: ": "Neue PIN, 4 bis 8 Ziffern: ",
        "That is not 4 to 8 digits.": "Das sind nicht 4 bis 8 Ziffern.",
        "No PIN was set.": "Keine PIN gesetzt.",
        "The terminal cannot be asked.": "Am Terminal kann nicht gefragt werden.",
        "Another readroom is open on this store (%1). Use that one, or end it first.":
            "Ein anderes readroom ist mit diesem Speicher offen (%1). Jenes benutzen oder erst beenden.",
        "The system has no pipe left for readroom.": "Das System hat keine Pipe mehr für readroom frei.",
    ]
}
