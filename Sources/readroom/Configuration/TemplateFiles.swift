import Foundation
import ReportTemplates
import Wording
import Workstation

/// Templates and macros in files: the reader's own, and the site's.
///
/// `templates/NAME.txt` in bracket notation or `NAME.html` in MRRT, `macros/NAME.txt` in bracket notation.
struct TemplateFiles {
    private(set) var templates: [Template] = []
    private(set) var macros: [Macro] = []
    /// The reader's own files in bracket notation, sound or not, to be edited.
    private(set) var own: [LibraryFile] = []
    /// What was not read and why; everything else is there all the same.
    private(set) var problems: [FileProblem] = []

    /// Site's folders first: a reader's own file of the same name is found after them, and wins.
    init(_ paths: Paths, site: [String]) {
        for folder in site { read(folder, origin: .site) }
        read(paths.configuration, origin: .personal)
    }

    /// Larger files are not templates.
    private static let largest = 1 << 20

    private mutating func read(_ folder: String, origin: Macro.Origin) {
        for file in TemplateFiles.files(in: folder + "/templates", ["txt", "html", "htm"]) {
            if origin == .personal, file.hasSuffix(".txt") { note(file, .template) }
            do throws(FileProblem) {
                templates.insert(try TemplateFiles.template(file), at: 0)
            } catch {
                problems.append(error)
            }
        }
        for file in TemplateFiles.files(in: folder + "/macros", ["txt"]) {
            if origin == .personal { note(file, .macro) }
            do throws(FileProblem) {
                macros.append(try TemplateFiles.macro(file, origin: origin))
            } catch {
                problems.append(error)
            }
        }
    }

    private mutating func note(_ file: String, _ kind: LibraryFile.Kind) {
        guard let bytes = try? TemplateFiles.text(file) else { return }
        own.append(
            LibraryFile(
                kind: kind, name: TemplateFiles.name(of: file), text: String(decoding: bytes, as: UTF8.self)))
    }

    static func path(of file: LibraryFile, _ paths: Paths) -> String {
        "\(paths.configuration)/\(file.kind.rawValue)s/\(file.name).txt"
    }

    /// Writes a file of the reader's own, whole or not at all.
    static func write(_ file: LibraryFile, _ paths: Paths) throws(FileProblem) {
        let path = path(of: file, paths)
        do {
            try Paths.makePrivateFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            try Data(file.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw FileProblem(file: path, line: nil, what: "cannot be written; check the folder and the disk")
        }
    }

    /// Keeps what is being edited, or nothing any more.
    static func keep(_ unsaved: UnsavedLibraryFile?, _ paths: Paths) throws(FileProblem) {
        let path = paths.unsavedFile
        do {
            guard let unsaved else {
                if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
                return
            }
            try Paths.makePrivateFolder(paths.configuration)
            try JSONEncoder().encode(unsaved).write(to: URL(fileURLWithPath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw FileProblem(file: path, line: nil, what: "cannot be written; check the folder and the disk")
        }
    }

    /// What was being edited when the program ended.
    static func unsaved(_ paths: Paths) -> UnsavedLibraryFile? {
        FileManager.default.contents(atPath: paths.unsavedFile).flatMap {
            try? JSONDecoder().decode(UnsavedLibraryFile.self, from: $0)
        }
    }

    /// Renames a file so that it is not used any more; its text is kept.
    static func putAway(_ file: LibraryFile, _ paths: Paths) throws(FileProblem) -> String {
        let path = path(of: file, paths)
        var name = path + ".away"
        var count = 1
        while FileManager.default.fileExists(atPath: name) {
            count += 1
            name = "\(path).away\(count)"
        }
        do {
            try FileManager.default.moveItem(atPath: path, toPath: name)
        } catch {
            throw FileProblem(file: path, line: nil, what: "cannot be renamed; check the folder")
        }
        return name
    }

    private static func files(in folder: String, _ kinds: Set<String>) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter {
            !$0.hasPrefix(".") && kinds.contains(URL(fileURLWithPath: $0).pathExtension.lowercased())
        }
        .sorted().map { "\(folder)/\($0)" }
    }

    private static func text(_ file: String) throws(FileProblem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw FileProblem(file: file, line: nil, what: "cannot be read")
        }
        guard data.count <= largest else { throw FileProblem(file: file, line: nil, what: "is larger than 1 MiB") }
        return Array(data)
    }

    static func name(of file: String) -> String {
        URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    }

    static func template(_ file: String) throws(FileProblem) -> Template {
        let bytes = try text(file)
        if file.lowercased().hasSuffix(".txt") {
            do throws(BracketError) {
                return try Template.read(bracketFile: String(decoding: bytes, as: UTF8.self), name: name(of: file))
            } catch {
                throw FileProblem(file, error)
            }
        }
        do throws(TemplateFileError) {
            return try Template.read(mrrt: bytes, embedding: beside(file)).template
        } catch {
            throw FileProblem(file: file, line: nil, what: Wording(recognised: error.description))
        }
    }

    static func macro(_ file: String, origin: Macro.Origin) throws(FileProblem) -> Macro {
        let source = String(decoding: try text(file), as: UTF8.self)
        do throws(BracketError) {
            return try Macro.read(source, name: name(of: file), origin: origin)
        } catch {
            throw FileProblem(file, error)
        }
    }

    /// Nested templates are looked for in the folder of the file that names them, and nowhere else.
    static func beside(_ file: String) -> (String) -> [UInt8]? {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        return { source in
            guard !source.contains("/"), !source.hasPrefix(".") else { return nil }
            return try? text(folder.appendingPathComponent(source).path)
        }
    }

    /// A template by what a person calls it.
    static func named(_ name: String, _ paths: Paths) throws -> Template {
        if FileManager.default.fileExists(atPath: Paths.expanded(name)) { return try template(Paths.expanded(name)) }
        let library = TemplateLibrary.shipped.adding(TemplateFiles(paths, site: []).templates)
        let wanted = name.lowercased()
        let found =
            library.templates.first { $0.identifier == name || $0.title.lowercased() == wanted }
            ?? library.templates.first { $0.title.lowercased().hasPrefix(wanted) }
        guard let found else { throw Refusal("No template is called \"\(name)\"; see: readroom template list") }
        return found
    }
}

extension FileProblem {
    /// The first of a text's problems with its line, and how many more there are.
    init(_ file: String, _ error: BracketError) {
        let first = error.problems.first
        let more: Wording = error.problems.count > 1 ? " (and \(error.problems.count - 1) more)" : ""
        self.init(
            file: file, line: first?.line,
            what: (first.map { Wording(recognised: $0.sentence) } ?? "cannot be read") + more)
    }
}
