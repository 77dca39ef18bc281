/// Something in a template file that is not as the standard has it, and what was made of it.
public struct Deviation: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        case noTitle
        case noIdentifier
        case noCharacterSet
        case noTemplateAttributes
        case severalTemplateAttributes
        case attributesInComment
        case noBody
        case severalBodies
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
        case codeForNothing(String)
    }

    public let kind: Kind
    /// The line in the file, from 1; `nil` for what concerns the whole file.
    public let line: Int?

    public var description: String {
        line.map { "line \($0): \(sentence)" } ?? sentence
    }

    private var sentence: String {
        switch kind {
        case .noTitle: "no title"
        case .noIdentifier: "no identifier; one was made from the title"
        case .noCharacterSet: "no character set declared"
        case .noTemplateAttributes: "no template_attributes: the template says nothing of when to use it"
        case .severalTemplateAttributes: "several template_attributes; all were read"
        case .attributesInComment: "template_attributes stand in a comment"
        case .noBody: "no body"
        case .severalBodies: "several bodies; all were read"
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
        case .codeForNothing(let id): "a code is for \"\(id)\", which does not exist"
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
