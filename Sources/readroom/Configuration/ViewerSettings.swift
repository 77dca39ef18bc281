import Radiology
import Wording

/// How a study is handed over to the reader's diagnostic viewer.
struct ViewerSettings {
    enum Way: Equatable {
        /// A program on this host and its arguments; no shell is involved.
        case command([String])
        /// Shown as a link (OSC 8), for a viewer in the browser in front of the reader.
        case link(String)
        /// Given to the clipboard of the terminal in front of the reader (OSC 52).
        case copy(String)
    }

    var way: Way?

    init() {}

    init(_ document: TOMLDocument) throws(FileProblem) {
        var reader = TOMLReader(document, table: document.root["viewer"] as? [String: Any] ?? [:], name: "viewer")
        let command = try reader.texts("command")
        let link = try reader.text("link")
        let copy = try reader.text("copy")
        try reader.finish()
        let ways = [command.map(Way.command), link.map(Way.link), copy.map(Way.copy)].compactMap(\.self)
        guard ways.count <= 1 else {
            throw reader.problem("viewer takes one of command, link and copy", copy == nil ? "link" : "copy")
        }
        if let command {
            guard let program = command.first, !program.isEmpty else {
                throw reader.problem("viewer.command must name a program", "command")
            }
            for argument in command { try ViewerSettings.check(argument, "command", reader) }
            // What the server sends must never say which program runs.
            guard !program.contains("{") else {
                throw reader.problem("viewer.command: the program itself cannot be a placeholder", "command")
            }
        }
        if let link {
            try ViewerSettings.check(link, "link", reader)
            guard link.contains("://"), !link.hasPrefix("{") else {
                throw reader.problem(
                    "viewer.link must be a URL, as https://viewer.example.org/?study={study_uid}", "link")
            }
        }
        if let copy { try ViewerSettings.check(copy, "copy", reader) }
        way = ways.first
    }

    private static func check(_ text: String, _ key: String, _ reader: TOMLReader) throws(FileProblem) {
        do { _ = try ViewerTarget.parts(of: text) } catch {
            throw reader.problem("viewer.\(key): \(error.what)", key)
        }
    }
}

/// What a study's identifiers make of the configured command or URL.
enum ViewerTarget {
    /// Why a study cannot be handed over, in words.
    struct Problem: Error {
        var what: Wording
    }

    enum Part: Equatable {
        case text(String)
        case placeholder(Placeholder)
    }

    enum Placeholder: String, CaseIterable {
        case study = "study_uid"
        case accession
        case patient = "patient_id"
    }

    /// A template's text and placeholders; `{` and `}` stand for nothing else.
    static func parts(of template: String) throws(Problem) -> [Part] {
        var parts: [Part] = []
        var rest = template[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = rest[rest.index(after: open)...].prefix { $0 != "}" }
            guard rest[open] == "{", name.endIndex < rest.endIndex,
                let placeholder = Placeholder(rawValue: String(name))
            else {
                let known = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                throw Problem(what: "it knows \(known), and braces for nothing else")
            }
            parts.append(.placeholder(placeholder))
            rest = rest[rest.index(after: name.endIndex)...]
        }
        return rest.isEmpty ? parts : parts + [.text(String(rest))]
    }

    /// Arguments, each filled for itself: spaces and quotes in an identifier end nothing.
    static func arguments(_ command: [String], _ study: Study) throws(Problem) -> [String] {
        var arguments: [String] = []
        for argument in command {
            let parts = try parts(of: argument)
            let filled = try fill(parts, study) { $0 }
            // An identifier must not be taken for an option.
            if case .placeholder? = parts.first, filled.hasPrefix("-") {
                throw Problem(
                    what: "An identifier of this study begins with -, which the viewer would take for an option.")
            }
            arguments.append(filled)
        }
        return arguments
    }

    /// Text as it is, for a clipboard.
    static func text(_ template: String, _ study: Study) throws(Problem) -> String {
        try fill(parts(of: template), study) { $0 }
    }

    /// A URL; identifiers are percent-encoded (RFC 3986, section 2.3).
    static func url(_ template: String, _ study: Study) throws(Problem) -> String {
        try fill(parts(of: template), study) { value in
            value.utf8.map { byte in
                let scalar = Unicode.Scalar(byte)
                let isUnreserved =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
                let hex = String(byte, radix: 16, uppercase: true)
                return isUnreserved ? String(scalar) : "%" + (hex.count == 1 ? "0" : "") + hex
            }.joined()
        }
    }

    private static func fill(
        _ parts: [Part], _ study: Study, _ encoded: (String) -> String
    ) throws(Problem) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let fixed): text += fixed
            case .placeholder(let placeholder): text += encoded(try value(of: placeholder, study))
            }
        }
        return text
    }

    private static func value(of placeholder: Placeholder, _ study: Study) throws(Problem) -> String {
        let value: String? =
            switch placeholder {
            case .study: study.uid.rawValue
            case .accession: study.order.accessionNumber?.rawValue
            case .patient: study.patient.identifier?.id.rawValue
            }
        guard let value, !value.isEmpty else {
            throw Problem(what: "The viewer is opened by \(placeholder.rawValue), which this study does not have.")
        }
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw Problem(what: "An identifier of this study holds control characters.")
        }
        return value
    }
}
