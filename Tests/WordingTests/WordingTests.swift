import Testing

@testable import Wording

@Suite struct WordingTests {
    @Test func aLiteralIsItsOwnEnglish() {
        let wording: Wording = "Nothing is selected."
        #expect(wording.text(in: .english) == "Nothing is selected.")
        #expect(wording.text(in: .german) == "Nichts ist gewählt.")
        #expect("\(wording)" == "Nothing is selected.")
    }

    @Test func argumentsAreKeptAndPutInTheirPlaces() {
        let wording: Wording = "Filed at \("PACS North"), verified \(9)."
        #expect(wording.english == "Filed at PACS North, verified 9.")
        #expect(wording.text(in: .german) == "Bei PACS North abgelegt, geprüft 9.")
        #expect(Format.filled("%2 vor %1", with: ["a", "b"]) == "b vor a")
        #expect(Format.filled("100 %, %1, %3", with: ["a"]) == "100 %, a, %3")
        // What is put in is never read as a format.
        #expect(("Not found \("%1")" as Wording).text(in: .german) == "Not found %1")
    }

    @Test func wordingsInWordingsAreTranslated() {
        let why: Wording = "The disk is full. Free some space; the text is still on the screen."
        let wording: Wording = "Draft NOT saved. \(why)"
        #expect(
            wording.english == "Draft NOT saved. The disk is full. Free some space; the text is still on the screen.")
        #expect(
            wording.text(in: .german)
                == "Entwurf NICHT gespeichert. Die Platte ist voll. Platz schaffen; der Text steht noch auf dem Bildschirm."
        )
        #expect(("Not signed. " + why).text(in: .german).hasPrefix("Nicht signiert. Die Platte ist voll."))
        #expect((["sex", "name"] as [Wording]).joined(separator: " and ").text(in: .german) == "Geschlecht und Name")
    }

    @Test func sameWordsAreEqual() {
        #expect(("\(3) of \(5)" as Wording) == "3 of 5")
        #expect(Wording(verbatim: "mine") == "mine")
        #expect(Wording(verbatim: "mine").text(in: .german) == "mine")
        #expect(Wording(key: "mine").text(in: .german) == "meine")
    }

    @Test func daysAndFiguresByLanguage() {
        #expect(Wording(day: "1959-03-12").text(in: .english) == "1959-03-12")
        #expect(Wording(day: "1959-03-12").text(in: .german) == "12.03.1959")
        let dose = Wording(figures: "CTDIvol 48.2 mGy · DLP 812 mGy·cm · v1.2.3.")
        #expect(dose.text(in: .english) == "CTDIvol 48.2 mGy · DLP 812 mGy·cm · v1.2.3.")
        #expect(dose.text(in: .german) == "CTDIvol 48,2 mGy · DLP 812 mGy·cm · v1.2.3.")
    }

    @Test func keptEnglishTextIsRecognised() {
        func german(_ text: String) -> String { Wording(recognised: text).text(in: .german) }
        #expect(german("503: busy") == "503: ausgelastet")
        #expect(german("The server answered 404.") == "Der Server antwortete 404.")
        #expect(
            german("Cannot reach the server (you are offline). Check the URL and the network.")
                == "Der Server ist nicht erreichbar (offline). URL und Netz prüfen.")
        #expect(german("PID-3: unknown issuer") == "PID-3: unknown issuer")
        #expect(Wording(recognised: "The server answered 500: odd.").english == "The server answered 500: odd.")
    }

    @Test(arguments: [
        ("de_DE.UTF-8", Language.german), ("de_AT", .german), ("de", .german), ("de@euro", .german), ("DE", .german),
        ("en_US.UTF-8", .english), ("C.UTF-8", .english), ("C", .english), ("", .english), ("den_X", .english),
        ("fr_FR", .english),
    ])
    func theLocaleNamesTheLanguage(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }
}
