/// Why the store or the server could not do something. The outbox keeps such sentences in English.
extension Catalogue {
    static let failures: KeyValuePairs<String, String> = [
        "Cannot reach the server (%1). Check the URL and the network.":
            "Der Server ist nicht erreichbar (%1). URL und Netz prüfen.",
        "No answer from the server for %1 s. It is tried again later.":
            "Seit %1 s keine Antwort vom Server. Es wird später erneut versucht.",
        "The connection broke (%1). It is tried again later.":
            "Die Verbindung brach ab (%1). Es wird später erneut versucht.",
        "The server's certificate is not trusted (%1). Check ca_file in the configuration, or tell the site.":
            "Dem Zertifikat des Servers wird nicht vertraut (%1). ca_file prüfen oder das Haus fragen.",
        "The server refused the user name, password or token. Check the credentials.":
            "Der Server lehnt Benutzer, Passwort oder Token ab. Zugangsdaten prüfen.",
        "The server knows this user but does not allow this. Ask the site for access.":
            "Der Server kennt den Benutzer, erlaubt dies aber nicht. Das Haus um Zugang bitten.",
        "The server does not have %1. Check the URL's path.": "Der Server hat %1 nicht. Den Pfad der URL prüfen.",
        "The server answered %1: %2.": "Der Server antwortete %1: %2.",
        "The server answered %1.": "Der Server antwortete %1.",
        "The server's answer cannot be used: %1.": "Die Antwort des Servers ist unbrauchbar: %1.",
        "The server's answer is too large: %1.": "Die Antwort des Servers ist zu groß: %1.",
        "the network library does not start": "die Netzbibliothek startet nicht",
        "more than %1 MiB": "mehr als %1 MiB",
        "the host name is unknown": "der Rechnername ist unbekannt",
        "nobody listens there": "dort hört niemand",
        "the URL is not http or https": "die URL ist weder http noch https",
        "ca_file cannot be read": "ca_file ist nicht lesbar",
        "no secure connection could be agreed on": "keine sichere Verbindung ließ sich vereinbaren",
        "it has expired": "es ist abgelaufen",
        "it is not valid yet": "es gilt noch nicht",
        "it is self-signed": "es ist selbst signiert",
        "its issuer is unknown": "sein Aussteller ist unbekannt",
        "its issuer is no certificate authority": "sein Aussteller ist keine Zertifizierungsstelle",
        "it is not for servers": "es ist nicht für Server",
        "its key or signature is too weak": "sein Schlüssel oder seine Signatur ist zu schwach",
        "it is for another host": "es gilt für einen anderen Rechner",
        "verification result %1": "Prüfergebnis %1",
        "what was asked for": "das Gefragte",
        "Cancelled.": "Abgebrochen.",
        "the server holds a different document under this identifier":
            "der Server hat unter dieser Kennung ein anderes Dokument",
        "the server said it took the report, but does not have it":
            "der Server nahm den Befund angeblich an, hat ihn aber nicht",
        "429: too many requests": "429: zu viele Anfragen",
        "503: busy": "503: ausgelastet",
        "%1: the server sends us to another address; check its URL":
            "%1: der Server verweist auf eine andere Adresse; seine URL prüfen",
        "%1 with an answer that cannot be read": "%1 mit unlesbarer Antwort",
        "%1, but the answer does not name the report": "%1, aber die Antwort nennt den Befund nicht",
        "%1: not stored, %2": "%1: nicht gespeichert, %2",
        "no reason given": "ohne Grund",
        "you are offline; both reports are kept": "offline; beide Befunde bleiben",
        "this study was not fetched before you went offline":
            "diese Untersuchung wurde vor dem Offlinegehen nicht geholt",
        "you are offline; the server still counts it as yours": "offline; für den Server ist sie weiter übernommen",
        "this study any more": "diese Untersuchung",
        "it does not have this study any more; tell the site before you sign":
            "er hat diese Untersuchung nicht mehr; vor dem Signieren das Haus fragen",
        "the study is not there": "die Untersuchung ist nicht da",
        "the signed report cannot be read": "der signierte Befund ist nicht lesbar",
        "a newer version of this report was signed; leave the server's as it is (s), and the newer one is filed":
            "eine neuere Version dieses Befunds ist signiert; den des Servers stehen lassen (s), dann wird die neuere abgelegt",
        "the patient of this study was changed since it was signed; open the study and sign an addendum":
            "der Patient dieser Untersuchung wurde seit dem Signieren geändert; Untersuchung öffnen und Nachtrag signieren",
        "%1 cannot be written": "%1 kann nicht geschrieben werden",
        "no identifier could be made": "keine Kennung konnte erzeugt werden",
        "this draft was written by another version of readroom and is left as it is; update readroom":
            "dieser Entwurf stammt von einer anderen readroom-Version und bleibt, wie er ist; readroom aktualisieren",
        "a draft of this study is kept here; sign or discard it first, then decide again":
            "zu dieser Untersuchung liegt hier ein Entwurf; erst signieren oder verwerfen, dann erneut entscheiden",
        "this outbox entry is not there": "dieser Eintrag ist nicht im Ausgang",
        "Something unexpected went wrong (%1).": "Etwas Unerwartetes ging schief (%1).",
        "The document would not carry the identity on the screen (%1).":
            "Das Dokument trüge nicht die Identität vom Bildschirm (%1).",
        "Cannot open the local store %1: %2. Nothing was changed; run 'readroom doctor'.":
            "Der Speicher %1 lässt sich nicht öffnen: %2. Nichts wurde geändert; 'readroom doctor' ausführen.",
        "The local store %1 is damaged: %2. Nothing was changed; run 'readroom recover'.":
            "Der Speicher %1 ist beschädigt: %2. Nichts wurde geändert; 'readroom recover' ausführen.",
        "Neither the local store %1 nor its second copy opens under its keys: they are another store's, or all is ":
            "Weder der Speicher %1 noch seine Zweitkopie öffnen sich mit den Schlüsseln: Sie gehören anderswohin, oder alles ist ",
        "damaged. Nothing was changed; put back the right .keys file.":
            "beschädigt. Nichts wurde geändert; die richtige .keys-Datei zurücklegen.",
        "The local store %1 is gone. Put it back, or run 'readroom recover' for what was signed.":
            "Der Speicher %1 ist weg. Zurücklegen oder 'readroom recover' für Signiertes ausführen.",
        "The local store %1 was written by a newer readroom. Nothing was changed; update readroom.":
            "Der Speicher %1 stammt von einem neueren readroom. Nichts wurde geändert; readroom aktualisieren.",
        "The local store cannot promise to keep what is written: %1.":
            "Der Speicher kann nicht zusichern, Geschriebenes zu behalten: %1.",
        "The disk is full. Free some space; the text is still on the screen.":
            "Die Platte ist voll. Platz schaffen; der Text steht noch auf dem Bildschirm.",
        "The local store cannot be written: the file or its folder is read-only.":
            "Der Speicher ist nicht beschreibbar: Datei oder Ordner ist schreibgeschützt.",
        "The local store answered: %1.": "Der Speicher antwortete: %1.",
        "The passphrase does not open the store. Nothing was changed.":
            "Die Passphrase öffnet den Speicher nicht. Nichts wurde geändert.",
        "The recovery key does not open the store. Nothing was changed.":
            "Der Wiederherstellungsschlüssel öffnet den Speicher nicht. Nichts wurde geändert.",
        "The key file does not open the store. Nothing was changed.":
            "Die Schlüsseldatei öffnet den Speicher nicht. Nichts wurde geändert.",
        "There are no keys at %1.": "Bei %1 gibt es keine Schlüssel.",
        "There are keys at %1 already. Nothing was changed.": "Bei %1 gibt es schon Schlüssel. Nichts wurde geändert.",
        "The keys at %1 are damaged in both copies. Put back a backup of that file.":
            "Die Schlüssel bei %1 sind in beiden Kopien beschädigt. Eine Sicherung zurücklegen.",
        "The keys at %1 were altered by a stranger. Put back a backup of that file.":
            "Die Schlüssel bei %1 wurden fremd verändert. Eine Sicherung zurücklegen.",
        "%1 was written by a newer readroom. Nothing was changed; update readroom.":
            "%1 stammt von einem neueren readroom. Nichts wurde geändert; readroom aktualisieren.",
        "This is the last key that opens the store; it cannot be removed.":
            "Dies ist der letzte Schlüssel zum Speicher; er bleibt.",
        "The store %1 is missing or empty, but its keys say there was one. Put back the file or a backup.":
            "Der Speicher %1 fehlt oder ist leer, obwohl es Schlüssel gibt. Datei oder Sicherung zurücklegen.",
        "The store %1 does not open under its keys (%2).":
            "Der Speicher %1 öffnet sich nicht mit seinen Schlüsseln (%2).",
        "%1 is not an unencrypted SQLite database.": "%1 ist keine unverschlüsselte SQLite-Datenbank.",
        "Encrypting %1 failed: %2. The file is as it was.":
            "%1 ließ sich nicht verschlüsseln: %2. Die Datei ist, wie sie war.",
        "The sealed data is damaged, or belongs elsewhere.":
            "Die versiegelten Daten sind beschädigt oder gehören anderswohin.",
        "%1 bytes are too many for one record.": "%1 Bytes sind zu viel für einen Eintrag.",
        "Another program uses %1.": "Ein anderes Programm benutzt %1.",
        "The passphrase check needs %1 MiB of memory, which are not free.":
            "Die Prüfung der Passphrase braucht %1 MiB Speicher, die nicht frei sind.",
        "%1 failed on %2 (error %3).": "%1 scheiterte an %2 (Fehler %3).",
        "SQLite answered %1.": "SQLite antwortete %1.",
        "the file cannot be opened": "die Datei lässt sich nicht öffnen",
        "the file is not a readroom store": "die Datei ist kein readroom-Speicher",
        "the file is damaged": "die Datei ist beschädigt",
        "another program keeps the store busy": "ein anderes Programm belegt den Speicher",
        "the disk reported an error (%1)": "die Platte meldet einen Fehler (%1)",
        "an outbox entry is damaged": "ein Eintrag im Ausgang ist beschädigt",
        "the worklist could not be kept": "die Arbeitsliste konnte nicht behalten werden",
        "An identifier of this study begins with -, which the viewer would take for an option.":
            "Eine Kennung dieser Untersuchung beginnt mit -, was der Viewer als Option läse.",
        "An identifier of this study holds control characters.":
            "Eine Kennung dieser Untersuchung enthält Steuerzeichen.",
        "The viewer is opened by %1, which this study does not have.":
            "Der Viewer wird mit %1 geöffnet; das hat diese Untersuchung nicht.",
        "%1 cannot be written (%2).": "%1 kann nicht geschrieben werden (%2).",
        "it is not sealed, though it has keys": "er ist nicht versiegelt, obwohl er Schlüssel hat",
        "some of its contents cannot be read": "ein Teil des Inhalts ist nicht lesbar",
        "its contents cannot be read": "der Inhalt ist nicht lesbar",
        "it does not open under its keys": "er öffnet sich nicht mit seinen Schlüsseln",
        "another reader": "jemand anders",
        "%1: takes %2": "%1: erwartet %2",
        "CT or CT,MR": "CT oder CT,MR",
        "stat, urgent or routine": "stat, urgent oder routine",
        "<2h for how long it waits, >65y for the patient": "<2h für die Wartezeit, >65y für das Alter",
        "<10m until it is due": "<10m bis zur Fälligkeit",
        "a name or a number": "einen Namen oder eine Nummer",
        "a word of the examination": "ein Wort der Untersuchung",
        "an accession number": "eine Zugangsnummer",
        "F, M or O": "F, M oder O",
        "today, yesterday or >2026-11-01": "today, yesterday oder >2026-11-01",
        "the name of who reads it": "den Namen dessen, der befundet",
    ]
}
