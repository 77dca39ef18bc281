import Foundation
import Programs
import Testing

@testable import ReportTemplates

/// Fields, defaults, options and sections of the real files, compared with what another parser, Python's, counts in them.
@Suite(.enabled(if: Program.find("python3") != nil && !SampleFilesTests.files.isEmpty, "needs python3 and the samples"))
struct SampleCountsTests {
    struct Counts: Codable, Equatable {
        var controls: Int
        var options: Int
        var boxes: Int
        var units: [String]
        var sections: [String]
        var uncoded: [String]
    }

    /// Counts controls a reader can see: hidden and pushing ones are none, radio buttons of one name are one.
    private static let script = """
        import html.parser, json, re, sys
        VOID = {"input", "meta", "link", "br", "hr", "img", "embed", "source", "wbr", "col", "area", "base"}
        NOT_FIELDS = {"hidden", "button", "submit", "reset", "image", "file", "password"}
        class Counter(html.parser.HTMLParser):
            def __init__(self):
                super().__init__()
                self.controls, self.radios, self.options, self.units, self.sections = 0, set(), 0, [], []
                self.boxes, self.hidden, self.option, self.ids = 0, 0, None, set()
            def handle_starttag(self, tag, attributes):
                a = {k: (v if v is not None else "") for k, v in attributes}
                if self.hidden or "hidden" in a:
                    if tag not in VOID: self.hidden += 1
                    return
                if tag in ("section", "option", "input", "select", "textarea"):
                    self.ids |= {a.get("id"), a.get("name")}
                self.flush()
                if tag == "option": self.option = a.get("label") or ""
                if tag == "section" and a.get("data-section-name"): self.sections.append(a["data-section-name"])
                kind = a.get("type", "text").lower()
                if tag == "input" and kind in NOT_FIELDS: return
                if tag == "input" and kind == "radio":
                    self.radios.add(a.get("name") or a.get("id"))
                    # A button without a value stands for no answer.
                    if a.get("value") != "": self.options += 1
                elif tag in ("input", "select", "textarea"):
                    self.controls += 1
                    if kind in ("checkbox",) and "checked" in a: self.boxes += 1
                    if a.get("data-field-units", "").strip(): self.units.append(a["data-field-units"].strip())
            def flush(self):
                text = " ".join((self.option or "").split()).lower()
                dashed = text[:1] in "-–—" and text[-1:] in "-–—"
                text = text.lstrip("-– ")
                if not dashed and self.option is not None and text.strip("-–—. …") and not text.startswith(
                    ("please ", "select", "choose", "bitte ", "auswahl", "wählen")): self.options += 1
                self.option = None
            def handle_data(self, data):
                if self.option is not None: self.option += data
            def handle_startendtag(self, tag, attributes): self.handle_starttag(tag, attributes)
            def handle_endtag(self, tag):
                self.flush()
                if self.hidden and tag not in VOID: self.hidden -= 1
        result = {}
        for name in sys.argv[1:]:
            raw = open(name, "rb").read()
            try: text = raw.decode("utf-8")
            except UnicodeDecodeError: text = raw.decode("latin-1")
            start = text.find("<body")
            counter = Counter()
            counter.feed(text[max(0, start):])
            coded = set(re.findall('<entry ORIGTXT="([^"]+)', text, re.I)) - counter.ids
            result[name] = dict(controls=counter.controls + len(counter.radios), options=counter.options,
                                boxes=counter.boxes, units=counter.units, sections=counter.sections,
                                uncoded=sorted(coded))
        print(json.dumps(result))
        """

    @Test func fieldsUnitsAndSectionsAreAsAnotherParserCountsThem() throws {
        let files = SampleFilesTests.files
        let output = try Program.run(["python3", "-c", Self.script] + files.map(\.path)).bytes
        let counts = try JSONDecoder().decode([String: Counts].self, from: Data(output))
        for file in files {
            guard let read = try? Template.read(mrrt: Array(try Data(contentsOf: file))) else { continue }
            let expected = try #require(counts[file.path])
            let fields = read.template.fields
            #expect(fields.count == expected.controls, "\(file.lastPathComponent)")
            #expect(fields.compactMap(\.unit).sorted() == expected.units.sorted(), "\(file.lastPathComponent)")
            let boxes = fields.filter { if case .checkbox = $0.kind { !$0.defaultText.isEmpty } else { false } }
            #expect(boxes.count == expected.boxes, "\(file.lastPathComponent)")
            let lists = fields.filter { if case .checkbox = $0.kind { false } else { true } }
            #expect(lists.map(\.options.count).reduce(0, +) == expected.options, "\(file.lastPathComponent)")
            let uncoded = read.deviations.compactMap { if case .codeForNothing(let id) = $0.kind { id } else { nil } }
            #expect(uncoded.sorted() == expected.uncoded, "\(file.lastPathComponent)")
            #expect(Self.sectionCount(read.template.sections) >= expected.sections.count, "\(file.lastPathComponent)")
        }
    }

    private static func nested(_ section: Section, _ count: ([Section]) -> Int) -> Int {
        count(section.elements.compactMap { if case .section(let inner) = $0 { inner } else { nil } })
    }

    private static func sectionCount(_ sections: [Section]) -> Int {
        sections.reduce(0) { $0 + 1 + nested($1, sectionCount) }
    }
}
