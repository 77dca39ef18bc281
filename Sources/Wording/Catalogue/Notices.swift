/// What is said on the last line when something was done, or could not be.
extension Catalogue {
    static let notices: KeyValuePairs<String, String> = [
        "Nobody waits to be told anything of this study.": "Zu dieser Untersuchung ist niemandem etwas mitzuteilen.",
        "Its report is a draft: open it, and record there who was told.":
            "Ihr Befund ist ein Entwurf: dort festhalten, wem mitgeteilt wurde.",
        "What was found? Type it in a few words.": "Was wurde erhoben? Mit wenigen Worten eintippen.",
        "Noted. The worklist counts the time until somebody is told.":
            "Notiert. Die Arbeitsliste zählt die Zeit bis zur Mitteilung.",
        "Noted: %1 was told.": "Notiert: %1 wurde informiert.",
        "Who was told? Type a name.": "Wem wurde es mitgeteilt? Einen Namen eintippen.",
        "Recorded: %1 was told.": "Festgehalten: %1 wurde informiert.",
        "Prove first who you are: lock the screen, unlock it, and choose again.":
            "Erst ausweisen: Bildschirm sperren, entsperren und erneut wählen.",
        "Filing it again at %1 …": "Wird bei %1 erneut abgelegt …",
        "This report is filed; there is nothing to send.": "Dieser Befund ist abgelegt; es gibt nichts zu senden.",
        "Asking %1 …": "%1 wird gefragt …",
        "No earlier study is known.": "Keine Voruntersuchung bekannt.",
        "The report's comparison was written by hand, and stays as it is.":
            "Der Vergleich im Befund ist von Hand geschrieben und bleibt, wie er ist.",
        "Draft saved.": "Entwurf gespeichert.",
        "Draft NOT discarded: not saved. %1": "Entwurf NICHT verworfen: nicht gespeichert. %1",
        "Draft NOT saved. %1": "Entwurf NICHT gespeichert. %1",
        "Draft discarded. Its text is kept: restore-draft in its report brings it back.":
            "Entwurf verworfen. Sein Text bleibt: restore-draft im Befund holt ihn zurück.",
        "Something is written here. Discard it first: it is kept as well.":
            "Hier steht schon etwas. Erst verwerfen: Auch das bleibt gespeichert.",
        "Something is written here.": "Hier steht schon etwas.",
        "No draft of this study was discarded.": "Von dieser Untersuchung wurde kein Entwurf verworfen.",
        "A report was signed since: the discarded draft does not follow it.":
            "Seitdem wurde ein Befund signiert: Der verworfene Entwurf schließt nicht daran an.",
        "A report of this patient came in since: look at it beside this one.":
            "Inzwischen kam ein Befund dieses Patienten: neben diesem ansehen.",
        "Back to the template %1, as it was.": "Zurück zur Vorlage %1, wie sie war.",
        "The discarded draft is back.": "Der verworfene Entwurf ist zurück.",
        "Draft saved and put aside.": "Entwurf gespeichert und beiseitegelegt.",
        "Normal: %1 defaults kept.": "Normal: %1 Vorgaben behalten.",
        "Nothing to confirm in this section.": "In diesem Abschnitt ist nichts zu bestätigen.",
        "Not found.": "Nicht gefunden.",
        "There is no earlier report to copy from.": "Es gibt keinen Vorbefund zum Kopieren.",
        "Copied from %1, to which there is an addendum; marked until you touch it.":
            "Kopiert aus %1, wozu es einen Nachtrag gibt; markiert, bis es bearbeitet wird.",
        "Copied from %1; marked until you touch it.": "Kopiert aus %1; markiert, bis es bearbeitet wird.",
        "The earlier report has no such section.": "Der Vorbefund hat keinen solchen Abschnitt.",
        "Only here.": "Nur hier.",
        "Template: %1. What you typed is kept as free text beside its defaults: read both.":
            "Vorlage: %1. Getipptes bleibt als Freitext neben ihren Standardtexten: beides lesen.",
        "Template: %1 (%2). What you typed is kept.": "Vorlage: %1 (%2). Getipptes bleibt.",
        "Saved: %1%2. It is in use from now on.": "Gespeichert: %1%2. Gilt ab jetzt.",
        "Not saved. %1": "Nicht gespeichert. %1",
        " (and %1 more)": " (und %1 weitere)",
        "Not saved. The same once more leaves without saving.":
            "Nicht gespeichert. Noch einmal dasselbe verlässt ohne Speichern.",
        "Another editor is only for your own files, where the configuration allows it.":
            "Ein anderer Editor ist nur für eigene Dateien, wo die Konfiguration es erlaubt.",
        "Give it a name first, then Enter.": "Erst einen Namen geben, dann Enter.",
        "There is a %1 of yours called %2 already; name it otherwise.":
            "Es gibt schon eigenes (%1) namens %2; anders benennen.",
        "Not saved: %1": "Nicht gespeichert: %1",
        "There is a template of yours called %1 already; name it otherwise.":
            "Es gibt schon eine eigene Vorlage namens %1; anders benennen.",
        "This store has no passphrase, so there is nothing to lock it with.":
            "Dieser Speicher hat keine Passphrase, also nichts zum Sperren.",
        "Values are copied in the metadata of a study.": "Werte werden in den Metadaten einer Untersuchung kopiert.",
        "This attribute has no value.": "Dieses Attribut hat keinen Wert.",
        "Nothing was copied yet: values are copied in the metadata.":
            "Noch nichts kopiert: Werte werden in den Metadaten kopiert.",
        "What was copied belongs to another study.": "Das Kopierte gehört zu einer anderen Untersuchung.",
        "Nothing is selected.": "Nichts ist gewählt.",
        "Not signed: %1 to look at first.": "Nicht signiert: erst %1 zu prüfen.",
        "Signed %1 %2: here only, until the server has it.": "Signiert, %1, %2: nur hier, bis der Server ihn hat.",
        "Not claimed. %1": "Nicht übernommen. %1",
        "Released: others can read it now.": "Freigegeben: andere können sie jetzt befunden.",
        "From this workstation's store. %1": "Aus dem Speicher dieser Arbeitsstation. %1",
        "Claimed: you are reading it.": "Übernommen: zum eigenen Befunden.",
        "Claimed here. Others see it once the server answers.":
            "Hier übernommen. Andere sehen es, sobald der Server antwortet.",
        "Another reader": "Jemand anders",
        "%1 is reading this study.": "%1 befundet diese Untersuchung.",
        "This study is no longer on the server's worklist.":
            "Diese Untersuchung ist nicht mehr auf der Arbeitsliste des Servers.",
        "You are offline by choice; go online first.": "Absichtlich offline; erst online gehen.",
        "Close what is open first.": "Erst schließen, was offen ist.",
        "Syncing …": "Wird abgeglichen …",
        "%1 signed a final report of a study of yours too: look at the outbox.":
            "%1 hat zu einer eigenen Untersuchung auch final signiert: siehe Ausgang.",
        "%1: %2": "%1: %2",
        "The server answers again.": "Der Server antwortet wieder.",
        "Filed at %1, verified %2.": "Bei %1 abgelegt, geprüft %2.",
        "Offline: everything stays on this workstation.": "Offline: alles bleibt auf dieser Arbeitsstation.",
        "Online again.": "Wieder online.",
        "Signing; a moment.": "Wird signiert; einen Moment.",
        "Not ended: a draft is not saved yet. %1": "Nicht beendet: ein Entwurf ist noch nicht gespeichert. %1",
        "Only what you skipped is left; read next begins with it.":
            "Nur Übersprungenes ist übrig; „nächste“ beginnt damit.",
        "No unread study is left; this one you had begun.":
            "Keine offene Untersuchung mehr; diese war schon begonnen.",
        "Another study came under the cursor. The same key again takes it.":
            "Andere Untersuchung unter dem Cursor. Dieselbe Taste noch einmal nimmt sie.",
        "The list moved: the cursor is on another study.":
            "Die Liste hat sich verschoben: Der Cursor steht auf einer anderen Untersuchung.",
        "The study the cursor was on has left this list.":
            "Die Untersuchung unter dem Cursor hat diese Liste verlassen.",
        "What you had not saved is here again.": "Was nicht gespeichert war, ist wieder da.",
        "What you were editing is kept; the library goes on with it.":
            "Das Bearbeitete ist aufgehoben; die Bibliothek macht damit weiter.",
        "This is the most urgent STAT study.": "Dies ist die dringendste STAT-Untersuchung.",
        "No unread study is left in this list.": "In dieser Liste ist keine offene Untersuchung mehr.",
        "This is a STAT study.": "Dies ist eine STAT-Untersuchung.",
        "No STAT study waits to be read.": "Keine STAT-Untersuchung wartet.",
        "Put aside; read next comes back to it.": "Beiseitegelegt; „nächste“ kommt darauf zurück.",
        "Nothing was put aside for a STAT.": "Für einen STAT wurde nichts beiseitegelegt.",
        "The cursor stays on its study when the list changes.":
            "Der Cursor bleibt bei seiner Untersuchung, wenn die Liste sich ändert.",
        "The cursor stays on its line when the list changes.":
            "Der Cursor bleibt auf seiner Zeile, wenn die Liste sich ändert.",
        "%1 STAT studies came.": "%1 STAT-Untersuchungen kamen.",
        "A STAT study came.": "Eine STAT-Untersuchung kam.",
        "The list is still being read.": "Die Liste wird noch gelesen.",
        "Lines of text have no colours.": "Textzeilen haben keine Farben.",
        "%1 is copied: %2": "%1 ist kopiert: %2",
        "No viewer is configured: see [viewer] in config.toml.":
            "Kein Viewer eingerichtet: siehe [viewer] in config.toml.",
        "The viewer opens.": "Der Viewer öffnet sich.",
        "%1, in %2.": "%1, in %2.",
        "Kept as the list %1": "Als Liste %1 behalten",
        "The columns are kept": "Die Spalten sind behalten",
        "Not kept: %1": "Nicht behalten: %1",
        "Not kept: %1 cannot be written.": "Nicht behalten: %1 kann nicht geschrieben werden.",
        "Written to %1: readable by you, and not sealed.":
            "Nach %1 geschrieben: für den eigenen Benutzer lesbar, nicht verschlüsselt.",
        "How often macros were used cannot be read. %1": "Wie oft Makros benutzt wurden, ist nicht lesbar. %1",
        "Put away: it is called %1 now, and not used any more.":
            "Weggelegt: heißt jetzt %1 und wird nicht mehr benutzt.",
        "Not recorded: nobody waits to be told of this any more.":
            "Nicht festgehalten: Das ist niemandem mehr mitzuteilen.",
        "No PIN is set yet: type the passphrase, and later run readroom vault set-pin.":
            "Noch keine PIN: Passphrase eingeben, später readroom vault set-pin.",
        "Too many wrong PINs: type the passphrase.": "Zu viele falsche PINs: Passphrase eingeben.",
        "PINs": "PINs",
        "passphrases": "Passphrasen",
        "That is not the PIN.": "Das ist nicht die PIN.",
        "Nothing was typed.": "Nichts wurde eingegeben.",
        "Too many wrong %1; wait %2 s.": "Zu viele falsche %1; %2 s warten.",
        "Not signed. ": "Nicht signiert. ",
        "There is no second copy of the last signed reports. %1":
            "Von den letzten signierten Befunden gibt es keine Zweitkopie. %1",
        "%1 signed reports were missing and came back from the second copy. ":
            "%1 signierte Befunde fehlten und kamen aus der Zweitkopie zurück. ",
        "%1 records of it could not be used: keep that file and ask for help. ":
            "%1 Einträge daraus waren unbrauchbar: die Datei aufheben und Hilfe holen. ",
        "The second copy was damaged and is written anew; the old one is %1.":
            "Die Zweitkopie war beschädigt und wird neu geschrieben; die alte ist %1.",
        "The viewer %1 cannot be started. Look at command below [viewer] in config.toml.":
            "Der Viewer %1 startet nicht. Siehe command unter [viewer] in config.toml.",
        "The viewer %1 ended at once, and says it failed.": "Der Viewer %1 endete sofort und meldet einen Fehler.",
        "The editor %1 cannot be started. Set VISUAL or EDITOR to one that is installed.":
            "Der Editor %1 startet nicht. VISUAL oder EDITOR auf einen vorhandenen setzen.",
        "This takes long. What was typed meanwhile was not taken.":
            "Das dauert lange. Was inzwischen getippt wurde, zählt nicht.",
        "%1 is copied, here and to the terminal's clipboard.":
            "%1 ist kopiert, hier und in die Zwischenablage des Terminals.",
        "%1 is copied here; the terminal's clipboard takes %2 bytes at most.":
            "%1 ist hier kopiert; die Zwischenablage des Terminals fasst nur %2 Bytes.",
        "%1 is copied.": "%1 ist kopiert.",
        "Copied: paste it in the viewer.": "Kopiert: im Viewer einfügen.",
        "The clipboard is not allowed: clipboard = true below [terminal] in config.toml.":
            "Zwischenablage nicht erlaubt: clipboard = true unter [terminal] in config.toml.",
        "This terminal's clipboard did not take it.": "Die Zwischenablage dieses Terminals nahm es nicht an.",
        "Open the study in the viewer (click here)": "Untersuchung im Viewer öffnen (hier klicken)",
        "Links are not allowed: links = true below [terminal] in config.toml.":
            "Links nicht erlaubt: links = true unter [terminal] in config.toml.",
        "This terminal takes no link here.": "Dieses Terminal nimmt hier keinen Link an.",
        "Theme: %1. To keep it: theme = \"%2\" below [screen].":
            "Farbschema: %1. Zum Behalten: theme = \"%2\" unter [screen].",
        "The server's worklist still lists a finished study. %1":
            "Die Arbeitsliste des Servers führt noch eine fertige Untersuchung. %1",
        "The terminal “%1” is not known here; %2 is used in its place.":
            "Das Terminal „%1“ ist hier unbekannt; stattdessen gilt %2.",
        "Phrases were not learned. %1": "Textbausteine wurden nicht gelernt. %1",
        "What became of this could not be written down. %1": "Was daraus wurde, konnte nicht festgehalten werden. %1",
        "You are offline.": "Offline.",
        "you are offline": "offline",
        "the report was not taken": "der Befund wurde nicht angenommen",
        "does not have a filed report any more; look at the outbox":
            "hat einen abgelegten Befund nicht mehr; siehe Ausgang",
    ]
}
