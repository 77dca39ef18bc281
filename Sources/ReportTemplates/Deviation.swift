/// Something in a template file that is not as the standard has it, and what was made of it.
public struct Deviation: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The profile wants exactly one of this element, and there are so many.
        case notOne(element: String, count: Int)
        case noDublinCore
        case noIdentifier
        case otherType(String)
        case noCharacterSet
        case severalCharacterSets
        case noTemplateAttributes
        case severalTemplateAttributes
        case attributesInComment
        case termWithoutCode
        case termWithSeveralCodes(Int)
        case unknownScheme(String)
        case controlWithoutID
        case duplicateID(String)
        case labelForNothing(String)
        case severalDefaults(String)
        case placeholderDefault(String)
        case unknownFieldType(String)
        case unknownCompletionAction(String)
        case unknownMergeField(String)
        case scriptNotRun
        case nestedTemplateNotLoaded(String)
        case nestedTemplateUnreadable(String, String)
        case codeForNothing(String)
        case conditionForNothing(String)
    }

    public enum Severity: String, Hashable, Sendable {
        /// The file is not what the profile says a template is; what it means had to be guessed.
        case error
        /// The file is a template, and this of it is not used as its author may expect.
        case warning
    }

    public let kind: Kind

    public var severity: Severity {
        switch kind {
        case .notOne, .noDublinCore, .noIdentifier, .otherType, .noCharacterSet, .severalCharacterSets,
            .noTemplateAttributes, .severalTemplateAttributes, .attributesInComment, .termWithoutCode,
            .termWithSeveralCodes, .controlWithoutID, .duplicateID, .unknownFieldType, .unknownCompletionAction,
            .nestedTemplateUnreadable:
            .error
        case .unknownScheme, .labelForNothing, .severalDefaults, .placeholderDefault, .unknownMergeField,
            .scriptNotRun, .nestedTemplateNotLoaded, .codeForNothing, .conditionForNothing:
            .warning
        }
    }

    /// The line in the file, from 1; `nil` for what concerns the whole file.
    public let line: Int?

    public var description: String {
        line.map { "line \($0): \(severity.rawValue): \(sentence)" } ?? "\(severity.rawValue): \(sentence)"
    }

    private var sentence: String {
        switch kind {
        case .notOne(let element, 0): "no \(element) element; there must be one"
        case .notOne(let element, let count): "\(count) \(element) elements; there must be one"
        case .noDublinCore: "no meta element with a Dublin Core attribute (dcterms.…)"
        case .otherType(let type): "dcterms.type is \"\(type)\" and not IMAGE_REPORT_TEMPLATE"
        case .noIdentifier: "no identifier; one was made from the title"
        case .noCharacterSet: "no meta element declares the character set; there must be one"
        case .severalCharacterSets: "several meta elements declare a character set; there must be one"
        case .noTemplateAttributes: "no template_attributes: the template says nothing of when to use it"
        case .severalTemplateAttributes: "several template_attributes; all were read"
        case .attributesInComment: "template_attributes stand in a comment"
        case .termWithoutCode: "a term without a code; there must be one"
        case .termWithSeveralCodes(let count): "a term with \(count) codes; there must be one"
        case .unknownScheme(let scheme): "the coding scheme \"\(scheme)\" is not declared in coding_schemes"
        case .controlWithoutID: "a control has neither id nor name"
        case .duplicateID(let id): "the id \"\(id)\" is used again; the later control got another"
        case .labelForNothing(let id): "a label is for \"\(id)\", which does not exist"
        case .severalDefaults(let id): "\"\(id)\" has several defaults and takes one; the last was taken"
        case .placeholderDefault(let id): "the default of \"\(id)\" is a placeholder; it became a hint"
        case .unknownFieldType(let type): "the field type \"\(type)\" is unknown; the element decided"
        case .unknownCompletionAction(let action): "the completion action \"\(action)\" is unknown; alert was taken"
        case .unknownMergeField(let name): "\"\(name)\" wants to be merged and is not known; it stays empty"
        case .scriptNotRun: "a script is not run"
        case .nestedTemplateNotLoaded(let source): "the nested template \"\(source)\" is not loaded"
        case .nestedTemplateUnreadable(let source, let why): "the nested template \"\(source)\" is not read: \(why)"
        case .conditionForNothing(let text):
            "the condition \"\(text)\" names no field of this file; what it would hide is always shown"
        case .codeForNothing(let id): "a code is for \"\(id)\", which is neither a field, an option nor a section here"
        }
    }
}

/// Why a file is no template at all.
public enum TemplateFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooLarge(bytes: Int, limit: Int)
    case tooDeep(line: Int, limit: Int)
    case unreadable
    case empty

    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "The template has \(bytes) bytes; at most \(limit) are read."
        case .tooDeep(let line, let limit): "The template is nested deeper than \(limit) levels at line \(line)."
        case .unreadable: "The template cannot be read as HTML."
        case .empty: "The template holds no text and no field."
        }
    }
}
