import CDefaults
import Foundation
import Screens
import Terminal

/// Themes and keymaps: the embedded ones, and the reader's own beside the configuration.
enum Appearance {
    static func theme(_ name: String, _ paths: Paths) throws(FileProblem) -> Theme {
        let own = paths.theme(name)
        if FileManager.default.fileExists(atPath: own) { return try theme(TOMLDocument(path: own)) }
        guard let text = embedded("Themes/\(name).toml") else {
            let known = embeddedNames("Themes/").joined(separator: ", ")
            throw FileProblem(file: own, line: nil, what: "is not there, and readroom brings only \(known)")
        }
        return try theme(TOMLDocument(file: "Themes/\(name).toml", text: text))
    }

    private static func theme(_ document: TOMLDocument) throws(FileProblem) -> Theme {
        var tables: [String: [String: Theme.Value]] = [:]
        for (role, value) in document.root {
            guard let table = value as? [String: Any] else {
                throw document.problem("\(role) must be a table of a role", key: role)
            }
            for (key, value) in table { tables[role, default: [:]][key] = Theme.Value(toml: value) }
        }
        do throws(ThemeError) {
            return try Theme(tables: tables)
        } catch {
            // The first problem is enough: a theme is read again after it is mended.
            let problem = error.problems[0]
            throw document.problem(problem.description, key: problem.key ?? problem.role)
        }
    }

    static func keymap(_ paths: Paths) throws(FileProblem) -> Keymap {
        guard FileManager.default.fileExists(atPath: paths.keymapFile) else { return .default }
        let document = try TOMLDocument(path: paths.keymapFile)
        return try keymap(document)
    }

    static func keymap(_ document: TOMLDocument) throws(FileProblem) -> Keymap {
        var bindings: [String: [String: [String]]] = [:]
        for (context, value) in document.root {
            guard let table = value as? [String: Any] else {
                throw document.problem("\(context) must be a table of a screen", key: context)
            }
            for (command, keys) in table {
                guard let keys = keys as? [String] else {
                    throw document.problem(
                        "\(context).\(command) must be a list of keys, as [\"F12\", \"C-x s\"]", key: command)
                }
                bindings[context, default: [:]][command] = keys
            }
        }
        let (keymap, problems) = Keymap.reading(bindings)
        if let problem = problems.first {
            let key = problem.path.split(separator: ".").last.map(String.init) ?? problem.path
            throw document.problem("\(problem.path) \(problem.what)", key: key)
        }
        return keymap
    }

    /// A file of the repository that is built into the program.
    static func embedded(_ name: String) -> String? {
        for index in 0..<cd_count() where cd_name(index).map({ String(cString: $0) }) == name {
            return String(decoding: UnsafeBufferPointer(start: cd_bytes(index), count: cd_length(index)), as: UTF8.self)
        }
        return nil
    }

    static func embeddedNames(_ prefix: String) -> [String] {
        (0..<cd_count()).compactMap { cd_name($0).map { String(cString: $0) } }.filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count).prefix { $0 != "." }) }.sorted()
    }
}

extension Theme.Value {
    fileprivate init(toml value: Any) {
        switch value {
        case let number as NSNumber where number.isBoolean: self = .flag(number.boolValue)
        case let number as Int: self = .number(number)
        default: self = .text("\(value)")
        }
    }
}

extension NSNumber {
    /// JSON's true and false arrive as numbers of one byte.
    fileprivate var isBoolean: Bool { objCType.pointee == CChar(UInt8(ascii: "c")) }
}
