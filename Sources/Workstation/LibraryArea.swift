import Radiology
public import ReportTemplates
public import Wording

/// A template or a macro in a file.
public struct LibraryFile: Hashable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        case template, macro
    }

    public var kind: Kind
    /// The file's name without its folder and ending.
    public var name: String
    /// In bracket notation.
    public var text: String

    public init(kind: Kind, name: String, text: String) {
        self.kind = kind
        self.name = name
        self.text = text
    }

    /// What is wrong in the text, line by line; empty when it can be used.
    public var problems: [Wording] {
        do throws(BracketError) {
            switch kind {
            case .template: _ = try Template.read(bracketFile: text, name: name)
            case .macro: _ = try Macro.read(text, name: name, origin: .personal)
            }
            return []
        } catch {
            return error.problems.map { Wording(recognised: $0.description) }
        }
    }
}

/// Everything the files, and the program itself, have to offer.
public struct LibraryContents: Hashable, Sendable {
    public var templates: TemplateLibrary
    public var macros: MacroLibrary
    /// The reader's own files.
    public var own: [LibraryFile]
    /// How often each macro was used.
    public var uses: [String: Int]
    /// Files that were not read, and why.
    public var problems: [Wording]
    public var allowsOutsideEditor: Bool
    /// What was being edited and is not saved.
    public var unsaved: UnsavedLibraryFile?

    public init(
        templates: TemplateLibrary, macros: MacroLibrary = MacroLibrary(), own: [LibraryFile] = [],
        uses: [String: Int] = [:], problems: [Wording] = [], allowsOutsideEditor: Bool = false,
        unsaved: UnsavedLibraryFile? = nil
    ) {
        self.unsaved = unsaved
        self.templates = templates
        self.macros = macros
        self.own = own
        self.uses = uses
        self.problems = problems
        self.allowsOutsideEditor = allowsOutsideEditor
    }
}

public enum LibraryMessage: Hashable, Sendable {
    case opened
    case closed
    case loaded(LibraryContents)
    case selected(Int)
    /// A new file of this kind; its name is asked for in the editor's first line.
    case begun(LibraryFile.Kind)
    case editChosen
    case editOutsideChosen
    case deleteChosen
    case typed(String)
    case erased(Int)
    case movedTo(Int)
    case movedLines(Int)
    case saveAsked
    case saved(LibraryFile)
    case saveFailed(Wording)
    /// What is edited is on the disk, though not saved; `nil`: nothing is any more.
    case kept(UnsavedLibraryFile?)
}

/// The screen of templates and macros.
public struct LibraryState: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var kind: LibraryFile.Kind
        public var name: String
        public var title: String
        public var detail: Wording
        /// The reader's own file; `nil` for what cannot be edited here.
        public var file: LibraryFile?
    }

    public struct Editing: Hashable, Sendable {
        public var kind: LibraryFile.Kind
        /// Being typed, while the file is new.
        public var name: String
        public var isNaming: Bool
        public var buffer: TextBuffer
        public var problems: [Wording] = []
        /// A second Esc leaves without saving.
        public var isLeaving = false
        public var original: String
        /// No file of this name is to be written over.
        public var isNew = false
        /// What is on the disk of it.
        var kept: UnsavedLibraryFile?
        var unkeptSince: Instant?

        public var file: LibraryFile { LibraryFile(kind: kind, name: name, text: buffer.text) }
        public var isChanged: Bool { buffer.text != original }
    }

    public var contents: LibraryContents
    public var selected = 0
    public var editing: Editing?

    init(_ contents: LibraryContents) { self.contents = contents }

    /// The reader's own first, then the site's and the program's.
    public var items: [Item] {
        let own = contents.own.map { file in
            Item(kind: file.kind, name: file.name, title: title(of: file), detail: detail(of: file), file: file)
        }
        let ownTemplates = Set(contents.own.filter { $0.kind == .template }.map { Template.personalPrefix + $0.name })
        let templates = contents.templates.templates.filter { !ownTemplates.contains($0.identifier) }.map {
            Item(
                kind: .template, name: $0.identifier, title: $0.title,
                detail: Wording(verbatim: $0.scope.modalities.map(\.rawValue).joined(separator: "/")), file: nil)
        }
        let macros = contents.macros.macros.filter { $0.origin != .personal }.map {
            Item(kind: .macro, name: $0.name, title: "." + $0.name, detail: Wording(verbatim: $0.title), file: nil)
        }
        return own + macros + templates
    }

    private func title(of file: LibraryFile) -> String {
        if file.kind == .macro { return "." + file.name }
        return (try? Template.read(bracketFile: file.text, name: file.name))?.title ?? file.name
    }

    private func detail(of file: LibraryFile) -> Wording {
        if let problem = file.problems.first { return problem }
        let uses = contents.uses[file.name] ?? 0
        return file.kind == .macro && uses > 0 ? "yours · used \(uses)×" : "yours"
    }

    public var selectedItem: Item? { items.indices.contains(selected) ? items[selected] : nil }
}

extension WorkstationState {
    mutating func handle(_ message: LibraryMessage) -> [Effect] {
        switch message {
        case .opened:
            screen = .library
            library = library ?? LibraryState(LibraryContents(templates: templates, macros: macros))
            goOnEditing()
            return [.loadLibrary]
        case .closed: return leaveLibrary()
        case .loaded(let contents): load(contents)
        case .saved(let file):
            // Another file's answer, or text typed since, leaves the editor as it is.
            var keeping: [Effect] = []
            if library?.editing?.file == file {
                keeping = stopEditing()
            } else if library?.editing?.kind == file.kind, library?.editing?.name == file.name {
                library?.editing?.original = file.text
                library?.editing?.isNew = false
            }
            system.say("Saved: \(file.kind == .macro ? "." : "")\(file.name). It is in use from now on.", .success)
            return keeping + [.loadLibrary]
        case .saveFailed(let why): system.say("Not saved. \(why)", .warning)
        case .kept(let unsaved): kept(unsaved)
        default: return edit(message)
        }
        return []
    }

    private mutating func load(_ contents: LibraryContents) {
        templates = contents.templates
        macros = contents.macros
        ownFiles = contents.own
        editor?.refresh(from: templates)
        if library != nil { library?.contents = contents }
        if !hasLoadedLibrary { leftEdited = contents.unsaved }
        hasLoadedLibrary = true
        goOnEditing()
        if let problem = contents.problems.first {
            let more: Wording = contents.problems.count > 1 ? " (and \(contents.problems.count - 1) more)" : ""
            system.say(problem + more, .warning)
        }
    }

    private mutating func leaveLibrary() -> [Effect] {
        if var editing = library?.editing {
            if editing.isChanged, !editing.isLeaving {
                editing.isLeaving = true
                library?.editing = editing
                system.say("Not saved. The same once more leaves without saving.", .warning)
                return keepEdited()
            }
            return stopEditing()
        }
        library = nil
        screen = editor != nil ? .report : study != nil ? .study : .worklist
        return []
    }

    private mutating func edit(_ message: LibraryMessage) -> [Effect] {
        guard var library else { return [] }
        defer { self.library = library }
        guard library.editing != nil else { return browse(message, &library) }
        library.editing?.isLeaving = false
        if library.editing?.unkeptSince == nil { library.editing?.unkeptSince = system.now }
        switch message {
        case .typed(let text): library.editing?.type(text)
        case .erased(let delta): library.editing?.erase(delta)
        case .movedTo(let offset): library.editing?.buffer.move(to: offset)
        case .movedLines(let delta): library.editing?.buffer.move(lines: delta)
        case .saveAsked: return save(&library)
        default: break
        }
        return []
    }

    private mutating func browse(_ message: LibraryMessage, _ library: inout LibraryState) -> [Effect] {
        switch message {
        case .selected(let index): library.selected = max(0, min(index, library.items.count - 1))
        case .begun(let kind): library.editing = LibraryState.Editing(new: kind)
        case .editChosen:
            guard let item = library.selectedItem else { return [] }
            library.editing = LibraryState.Editing(item, library.contents)
        case .editOutsideChosen:
            guard let file = library.selectedItem?.file, library.contents.allowsOutsideEditor else {
                system.say("Another editor is only for your own files, where the configuration allows it.", .warning)
                return []
            }
            return [.editOutside(file)]
        case .deleteChosen:
            guard let file = library.selectedItem?.file else { return [] }
            return [.deleteLibraryFile(file)]
        default: break
        }
        return []
    }

    private mutating func save(_ library: inout LibraryState) -> [Effect] {
        guard let editing = library.editing else { return [] }
        guard !editing.isNaming, !editing.name.isEmpty else {
            library.editing?.isNaming = true
            system.say("Give it a name first, then Enter.", .warning)
            return []
        }
        guard !(editing.isNew && isTaken(editing.file)) else {
            library.editing?.isNaming = true
            system.say(
                "There is a \(Wording(key: editing.kind.rawValue)) of yours called \(editing.name) already; name it otherwise.",
                .warning)
            return []
        }
        library.editing?.problems = editing.file.problems
        if let problem = library.editing?.problems.first {
            system.say("Not saved: \(problem)", .warning)
            return []
        }
        return [.saveLibraryFile(editing.file)]
    }

    private func isTaken(_ file: LibraryFile) -> Bool {
        ownFiles.contains { $0.kind == file.kind && $0.name == file.name }
    }

    // MARK: A report as a template

    mutating func handle(_ message: DialogMessage, naming: String) -> [Effect] {
        switch message {
        case .typed(let text):
            let name = (naming + text.lowercased()).map { $0 == " " ? "-" : $0 }
            overlay = .naming(String(name.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }.prefix(40)))
        case .erased: overlay = .naming(String(naming.dropLast()))
        case .moved: break
        case .cancelled: overlay = nil
        case .confirmed:
            guard !naming.isEmpty, let draft = editor?.draft else { return [] }
            let file = LibraryFile(
                kind: .template, name: naming, text: draft.asTemplate(titled: naming).bracketFile())
            guard !isTaken(file) else {
                system.say("There is a template of yours called \(naming) already; name it otherwise.", .warning)
                return []
            }
            overlay = nil
            return [.saveLibraryFile(file)]
        }
        return []
    }
}

extension LibraryState.Editing {
    init(new kind: LibraryFile.Kind) {
        let text = kind == .macro ? "# modality: CT\n\n" : "# title: \n# modality: CT\n# body: chest\n\nFINDINGS:\n"
        self.init(kind: kind, name: "", isNaming: true, buffer: TextBuffer(text, cursor: text.count), original: text)
        isNew = true
    }

    /// A file of the reader's own, or a copy of what somebody else made.
    init(_ item: LibraryState.Item, _ contents: LibraryContents) {
        if let file = item.file {
            self.init(
                kind: file.kind, name: file.name, isNaming: false, buffer: TextBuffer(file.text), original: file.text)
        } else {
            let macro = contents.macros.macros.first { $0.name == item.name && $0.origin != .personal }?.text
            let template = contents.templates.template(identifier: item.name)?.bracketFile()
            let text = (item.kind == .macro ? macro : template) ?? ""
            self.init(kind: item.kind, name: "", isNaming: true, buffer: TextBuffer(text), original: text)
            isNew = true
        }
    }

    mutating func type(_ text: String) {
        guard isNaming else { return buffer.insert(text) }
        if text == "\n" {
            isNaming = name.isEmpty
        } else {
            name = String(
                (name + text.lowercased()).filter { $0.isLetter || $0.isNumber || "-_".contains($0) }.prefix(40))
        }
    }

    mutating func erase(_ delta: Int) {
        if isNaming { name = String(name.dropLast()) } else { buffer.erase(by: delta) }
    }
}

extension Draft {
    /// The report as a template: what its fields hold becomes their defaults.
    func asTemplate(titled title: String) -> Template {
        var template = content.template
        template.title = title
        template.identifier = Template.personalPrefix + title
        template.scope.modalities = detail.study.imageModalities
        template.scope.procedures = []
        if template.scope.anatomy.isEmpty, let part = detail.study.bodyPart {
            template.scope.anatomy = [CodedConcept(bodyPart: part.lowercased())]
        }
        template.sections = template.sections.map { filled($0) }
        return template
    }

    private func filled(_ section: Section) -> Section {
        var result = section
        result.elements = section.elements.map { element in
            switch element {
            case .field(let field): .field(filled(field))
            case .section(let nested): .section(filled(nested))
            case .text, .caption, .lineBreak, .instruction: element
            }
        }
        // What was asked, and what it was compared with, is about this patient.
        let isAboutPatient = [.indication, .history, .comparison, .addendum].contains(section.role)
        let free = isAboutPatient ? "" : content.text(at: .freeText(section.id))
        if !free.isEmpty {
            if !result.elements.isEmpty { result.elements.append(.lineBreak) }
            let lines = free.split(separator: "\n").map { Element.text(String($0)) }
            result.elements += lines.flatMap { [$0, .lineBreak] }.dropLast()
        }
        return result
    }

    /// Patient, order and study stay out of it: what merge fields hold is filled anew each time.
    private func filled(_ field: Field) -> Field {
        guard field.mergeField == nil else { return field }
        var result = field
        let value = content.value(of: field.id)
        switch field.kind {
        case .pickOne(let list), .pickMany(let list):
            let isPicked = !value.chosen.isEmpty || value.isEmpty
            let options = list.options.enumerated().map { index, option in
                var option = option
                option.isDefault = value.chosen.contains(index)
                return option
            }
            result.kind = field.allowsSeveral ? .pickMany(PickList(options)) : .pickOne(PickList(options))
            result.defaultText = isPicked ? "" : value.text
        default: result.defaultText = value.text
        }
        return result
    }
}
