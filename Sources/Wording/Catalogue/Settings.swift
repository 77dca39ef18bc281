/// What is wrong in files that readers write: configuration, themes, keymaps, templates and macros.
extension Catalogue {
    static let settings: KeyValuePairs<String, String> = [
        "is not there, and readroom brings only %1": "ist nicht da, und readroom bringt nur %1 mit",
        "%1 must be a table of a role": "%1 muss die Tabelle einer Rolle sein",
        "%1 must be a table of a screen": "%1 muss die Tabelle eines Bildschirms sein",
        "%1 is not built in; there are %2": "%1 ist nicht eingebaut; es gibt %2",
        "%1.%2 must be a list of keys, as [\"F12\", \"C-x s\"]":
            "%1.%2 muss eine Liste von Tasten sein, wie [\"F12\", \"C-x s\"]",
        " (line %1)": " (Zeile %1)",
        "\"%1\" is not a key": "\"%1\" ist keine Taste",
        "\"%1\" would keep %2 from being typed; take a key with C- or M-":
            "\"%1\" ließe %2 nicht mehr tippen; eine Taste mit C- oder M- nehmen",
        "\"%1\" would keep %2 from being typed in reports; take a key with C- or M-, or bind it in single screens, as [worklist]":
            "\"%1\" ließe %2 in Befunden nicht mehr tippen; eine Taste mit C- oder M- nehmen, oder in einzelnen Bildschirmen belegen, wie [worklist]",
        "\"%1\" cannot act there: it erases in what is typed":
            "\"%1\" kann dort nichts tun: es löscht im Getippten",
        "and %1: %2 both does something and begins a sequence": "und %1: %2 tut etwas und beginnt zugleich eine Folge",
        "has the same key as %1": "hat dieselbe Taste wie %1",
        "is not a command": "ist kein Befehl",
        "cannot act there, only in %1": "kann dort nichts tun, nur in %1",
        "is not a screen": "ist kein Bildschirm",
        "is not there. Run 'readroom config init' to make one, or 'readroom demo' to try without.":
            "ist nicht da. 'readroom config init' legt eine an; 'readroom demo' geht ohne.",
        "[%1] is not a part; it knows %2": "[%1] ist kein Teil; bekannt sind %2",
        "has no [[server]]: there is nowhere to file a report":
            "hat kein [[server]]: Befunde können nirgends abgelegt werden",
        "two servers are called %1": "zwei Server heißen %1",
        "no server takes reports; give one the role \"reports\"":
            "kein Server nimmt Befunde; einem die Rolle \"reports\" geben",
        "has no [reader]: who signs?": "hat kein [reader]: Wer signiert?",
        "reader.name must be like \"Roe^Rita\"": "reader.name muss wie \"Roe^Rita\" aussehen",
        "server.name is empty": "server.name ist leer",
        "server.url must begin with http:// or https://": "server.url muss mit http:// oder https:// beginnen",
        "server.url must hold no password; use user and password_file":
            "server.url darf kein Passwort enthalten; user und password_file nehmen",
        "server.ca_file %1 cannot be read": "server.ca_file %1 ist nicht lesbar",
        "server.roles knows \"worklist\" and \"reports\", not \"%1\"":
            "server.roles kennt \"worklist\" und \"reports\", nicht \"%1\"",
        "screen.language knows %1, not \"%2\"": "screen.language kennt %1, nicht \"%2\"",
        "server.%1 %2 cannot be read": "server.%1 %2 ist nicht lesbar",
        "server.%1 %2 can be read by others; run: chmod 600 %3":
            "server.%1 %2 können andere lesen; ausführen: chmod 600 %3",
        "security.sign_with \"%1\" is not known; use pin, passphrase or nothing":
            "security.sign_with \"%1\" ist unbekannt; pin, passphrase oder nothing nehmen",
        "security.sign_with needs a sealed store: seal = true":
            "security.sign_with braucht einen versiegelten Speicher: seal = true",
        "is larger than 1 MiB": "ist größer als 1 MiB",
        "a table's name cannot begin so": "so kann kein Tabellenname beginnen",
        "cannot be read as TOML": "ist nicht als TOML lesbar",
        "cannot be read": "ist nicht lesbar",
        "text in quotes": "Text in Anführungszeichen sein",
        "a whole number": "eine ganze Zahl sein",
        "%1.%2 must be from %3 to %4": "%1.%2 muss von %3 bis %4 sein",
        "a list of texts": "eine Liste von Texten sein",
        "true or false": "true oder false sein",
        "%1.%2 is missing": "%1.%2 fehlt",
        "%1.%2 must be %3": "%1.%2 muss %3",
        "%1.%2 is not a setting; it knows %3": "%1.%2 ist keine Einstellung; bekannt sind %3",
        "cannot be written; check the folder and the disk": "kann nicht geschrieben werden; Ordner und Platte prüfen",
        "cannot be renamed; check the folder": "lässt sich nicht umbenennen; den Ordner prüfen",
        "No template is called \"%1\"; see: readroom template list":
            "Keine Vorlage heißt \"%1\"; siehe: readroom template list",
        "template_rule.procedure must be a code and its scheme, as \"36643-5 LN\"":
            "template_rule.procedure muss ein Code mit Schema sein, wie \"36643-5 LN\"",
        "template_rule says for no examination; give modality, body, words or procedure":
            "template_rule nennt keine Untersuchung; modality, body, words oder procedure angeben",
        "viewer takes one of command, link and copy": "viewer nimmt eines von command, link und copy",
        "viewer.command must name a program": "viewer.command muss ein Programm nennen",
        "viewer.command: the program itself cannot be a placeholder":
            "viewer.command: Das Programm selbst kann kein Platzhalter sein",
        "viewer.link must be a URL, as https://viewer.example.org/?study={study_uid}":
            "viewer.link muss eine URL sein, wie https://viewer.example.org/?study={study_uid}",
        "viewer.%1: %2": "viewer.%1: %2",
        "it knows %1, and braces for nothing else": "bekannt sind %1, und Klammern für nichts sonst",
        "columns holds \"%1\"; each of these once: %2": "columns enthält \"%1\"; jede hiervon einmal: %2",
        "list.tab is one of %1": "list.tab ist eines von %1",
        "%1.%2 \"%3\" is not a column; use its name, -name for the other way, or urgency":
            "%1.%2 \"%3\" ist keine Spalte; ihren Namen, -name für umgekehrt oder urgency nehmen",
        "list.filter: %1": "list.filter: %1",
    ]

    /// … said by those who know nothing of languages.
    static let mistakes: KeyValuePairs<String, String> = [
        "line %1: %2": "Zeile %1: %2",
        "\"%1\" is never closed": "\"%1\" wird nie geschlossen",
        "\"%1\" closes nothing; write \"\\%2\" for the character itself":
            "\"%1\" schließt nichts; für das Zeichen selbst \"\\%2\" schreiben",
        "a pick list separated by | takes one option, and several are marked with *":
            "eine Auswahl mit | nimmt eine Option, und mehrere sind mit * markiert",
        "an option is empty": "eine Option ist leer",
        "\"<%1>\" is neither a type nor a merge field": "\"<%1>\" ist weder ein Typ noch ein Einsetzfeld",
        "\"%1\" is no range; write 0..20": "\"%1\" ist kein Bereich; 0..20 schreiben",
        "there is neither text nor a field": "es gibt weder Text noch ein Feld",
        "\"%1: %2\" is not understood; known: title, language, modality, body, procedure, contrast, laterality":
            "\"%1: %2\" ist unverständlich; bekannt: title, language, modality, body, procedure, contrast, laterality",
        "\"%1\" is no name of a macro; take small letters, digits, - and _":
            "\"%1\" ist kein Name eines Makros; Kleinbuchstaben, Ziffern, - und _ nehmen",
        "no such role; roles are %1": "keine solche Rolle; Rollen sind %1",
        "no such key; keys are fg, bg, %1": "kein solcher Schlüssel; Schlüssel sind fg, bg, %1",
        "\"%1\" is no colour; use default, a name such as bright-red, 0 to 255, or \"#rrggbb\"":
            "\"%1\" ist keine Farbe; default, einen Namen wie bright-red, 0 bis 255 oder \"#rrggbb\" nehmen",
        "%1 is no colour; the palette has 0 to 255": "%1 ist keine Farbe; die Palette hat 0 bis 255",
        "a colour is text or a number": "eine Farbe ist Text oder Zahl",
        "must be true or false": "muss true oder false sein",
        "The template has %1 bytes; at most %2 are read.": "Die Vorlage hat %1 Bytes; höchstens %2 werden gelesen.",
        "The template is nested deeper than %1 levels at line %2.":
            "Die Vorlage ist in Zeile %2 tiefer als %1 Ebenen geschachtelt.",
        "The template cannot be read as HTML.": "Die Vorlage ist nicht als HTML lesbar.",
        "The template holds no text and no field.": "Die Vorlage hat weder Text noch Feld.",
        "search for studies (QIDO-RS): yes": "Suche nach Untersuchungen (QIDO-RS): ja",
        "search by date: %1": "Suche nach Datum: %1",
        "no; all studies are searched here": "nein; alle Untersuchungen werden hier durchsucht",
        "worklist (UPS-RS): %1": "Arbeitsliste (UPS-RS): %1",
        "no; studies without a report of ours are the worklist":
            "nein; Untersuchungen ohne Befund von hier sind die Arbeitsliste",
        "metadata of a study (WADO-RS): %1": "Metadaten einer Untersuchung (WADO-RS): %1",
        "no; read from single instances": "nein; aus einzelnen Instanzen gelesen",
        "a DICOMweb service at this URL": "einen DICOMweb-Dienst unter dieser URL",
        "readroom --plain reads line by line and needs no terminal.":
            "readroom --plain liest Zeile um Zeile und braucht kein Terminal.",
        "If it is a terminal of today, say: export TERM=xterm-256color. %1":
            "Ist es ein heutiges Terminal: export TERM=xterm-256color. %1",
        "Standard input and output are not a terminal. %1": "Standardein- und -ausgabe sind kein Terminal. %1",
        "TERM is not set, so nothing is known of this terminal. %1":
            "TERM ist nicht gesetzt, daher ist über dieses Terminal nichts bekannt. %1",
        "The terminal \"%1\" cannot place its cursor, so there is no screen on it. %2":
            "Das Terminal \"%1\" kann seinen Cursor nicht setzen; ein Bildschirm ist darauf nicht möglich. %2",
        "The terminal \"%1\" is not in terminfo, and neither is any of %2. %3":
            "Das Terminal \"%1\" steht nicht in terminfo, und keines von %2. %3",
        "The terminal \"%1\" could not be opened. %2": "Das Terminal \"%1\" ließ sich nicht öffnen. %2",
        "No pipe for signals could be made (error %1).": "Keine Pipe für Signale ließ sich anlegen (Fehler %1).",
        "signed version %1 does not have its digest (1)": "signierte Fassung %1 hat nicht ihre Prüfsumme (1)",
        "signed version %1 does not follow its predecessor (3)":
            "signierte Fassung %1 folgt nicht auf ihre Vorgängerin (3)",
        "the file is damaged (%1 findings)": "die Datei ist beschädigt (%1 Befunde)",
        "%1 deliveries were signed, but the outbox has %2 (4)":
            "%1 Zustellungen wurden signiert, aber im Ausgang sind %2 (4)",
        "the audit is broken at event %1 (25)": "das Protokoll ist bei Ereignis %1 gebrochen (25)",
        "%1 rows refer to something that is not there": "%1 Zeilen verweisen auf etwas, das nicht da ist",
    ]
}
