/// The made-up patients of the demonstration: none of them lives anywhere.
struct DemoPatient {
    var key: String
    var id: String
    var issuer: String
    /// As DICOM writes it: `Alphabetic=Ideographic=Phonetic`.
    var name: String
    /// Empty where nobody knows.
    var birthDate: String
    var sex: String

    static let all: [String: DemoPatient] = {
        var patients: [String: DemoPatient] = [:]
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 6 else { continue }
            patients[cells[0]] = DemoPatient(
                key: cells[0], id: cells[1], issuer: cells[2], name: cells[3], birthDate: cells[4], sex: cells[5])
        }
        return patients
    }()

    // key|PatientID|IssuerOfPatientID|name|birth date|sex. 100417 is two people: one of each issuer.
    private static let table = """
        p01|100417|NORTHFIELD|Aldermoor^Judith^Ann^Mrs|19480312|F
        p02|100417|HARBOUR|Penhaligon^Marcus|19791104|M
        p03|100231|NORTHFIELD|Yamada^Tarou=山田^太郎=やまだ^たろう|19560718|M
        p04|100388|NORTHFIELD|Suzuki^Hanako=鈴木^花子=すずき^はなこ|19830225|F
        p05|200114|HARBOUR|Hong^Gildong=洪^吉洞=홍^길동|19710530|M
        p06|200219|HARBOUR|Kim^Minseo=金^民瑞=김^민서|19950908|F
        p07|100502|NORTHFIELD|Wang^Xiaodong=王^小东|19670121|M
        p08|100519|NORTHFIELD|Chen^Meiling=陳^美玲|19900614|F
        p09|200305|HARBOUR|قباني^لنزار|19620410|M
        p10|200316|HARBOUR|Haddad^Layla=حداد^ليلى|19871219|F
        p11|100623|NORTHFIELD|כהן^רות|19450503|F
        p12|200407|HARBOUR|Διονυσιος^Αλέξανδρος|19700816|M
        p13|100634|NORTHFIELD|Люкceмбypг^Вера|19581127|F
        p14|100645|NORTHFIELD|Müller-Großkötter^Jürgen^^Dr.|19630901|M
        p15|200418|HARBOUR|Weiß^Käthe|19390214|F
        p16|100656|NORTHFIELD|Oyelaran-Featherstonehaugh^Maximiliana Konstantinopolina^Ada|19760707|F
        p17|100667|NORTHFIELD|O'Sullivan-D'Arcy^Siobhán|19920322|F
        p18|100678|NORTHFIELD|X|19810101|M
        p19|T-2231|NORTHFIELD|Unknown^Trauma Seven||
        p20|100689|NORTHFIELD|Brennick^Thomas|19520929|M
        p21|100690|NORTHFIELD|Castellow^Beatrice|19690413|F
        p22|100701|NORTHFIELD|Dunmore^Walter^Leopold|19340618|M
        p23|100712|NORTHFIELD|Eastgate^Priya|19881005|F
        p24|100723|NORTHFIELD|Fairweather^Colin|19740125|M
        p25|100734|NORTHFIELD|Garrowby^Nadia|20010827|F
        p26|100745|NORTHFIELD|Hollinsworth^Edmund|19440302|M
        p27|100756|NORTHFIELD|Ingleton^Rosalind|19600519|F
        p28|200429|HARBOUR|Jessamy^Clarence|19551231|M
        p29|200430|HARBOUR|Kestrelle^Amandine|19840711|F
        p30|200441|HARBOUR|Lindqvistsson^Åsa|19780604|F
        p31|200452|HARBOUR|Marchetti-Bellini^Lorenzo|19660228|M
        p32|200463|HARBOUR|Nightingale-Rowe^Henrietta|19510909|F
        p33|200474|HARBOUR|Ó Briain^Pádraig|19731117|M
        p34|200485|HARBOUR|Pettifer^Abigail^^Ms|19970403|F
        p35|200496|HARBOUR|Quillfeather^Desmond|19410816|M
        p36|200507|HARBOUR|Řezníčková^Markéta|19860120|F
        p37|200518|HARBOUR|Stonebridge^Isaac|20190512|M
        p38|200529|HARBOUR|Thistlewood^Margery|19490706|F
        p39|200530|HARBOUR|Nguyễn^Thị Hương|19931030|F
        p40|100767|NORTHFIELD|Underhill^Baby Girl|20260830|F
        p41|100778|NORTHFIELD|Vandermolen^Pieter|19591013|M
        p42|100789|NORTHFIELD|Şahinoğlu^Çiğdem|19820217|F
        """
}
