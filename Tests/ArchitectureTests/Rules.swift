/// A line that breaks a rule: `Sources/Sync/Polling.swift:7: Sync may not import LocalStore`.
struct Violation: Hashable, CustomStringConvertible {
    var path: String
    var line: Int
    var what: String

    var description: String { "\(path):\(line): \(what)" }
}

/// The architecture as a table: what each of our targets may import of ours. Everything else is forbidden.
enum Arrows {
    private static let pureParts = ["Radiology", "ReportTemplates", "ReportChecks", "Scores", "Sync", "Wording"]

    static let allowed: [String: Set<String>] = [
        "Radiology": [], "Wording": [], "DICOM": [], "Terminal": [], "Scores": [], "PhraseCompletion": [],
        "ReportCorpus": [],
        "ReportTemplates": ["Radiology", "CHTML", "CTemplates"],
        "ReportChecks": ["Radiology", "ReportTemplates", "Wording"],
        "CheckBenchmark": ["Radiology", "ReportTemplates", "ReportChecks"],
        "Sync": ["Radiology", "Wording"],
        "Workstation": Set(pureParts),
        "Screens": Set(pureParts + ["Terminal", "Workstation"]),
        "Vault": ["CSodium", "CVault", "Wording"],
        "LocalStore": ["Radiology", "Sync", "Vault", "Wording"],
        "CentralServer": ["Radiology", "Sync", "DICOM", "CCurl"],
        "CursesTerminal": ["Terminal", "CNCurses"],
        "ReferenceServer": ["DICOM"],
        "readroom": Set(
            pureParts + [
                "DICOM", "Terminal", "Workstation", "Screens", "LocalStore", "Vault", "CentralServer",
                "CursesTerminal", "CDefaults", "ReferenceServer", "PhraseCompletion", "ReportCorpus",
                "CheckBenchmark",
            ]),
    ]

    /// Foreign packages have one importer each.
    static let foreign: [String: String] = [
        "GRDB": "LocalStore", "FlyingFox": "ReferenceServer", "FlyingSocks": "ReferenceServer",
        "TOMLKit": "readroom", "ArgumentParser": "readroom", "Logging": "readroom",
    ]

    static let shims: Set<String> = ["CNCurses", "CCurl", "CSodium", "CHTML", "CDefaults", "CTemplates", "CVault"]

    static let ours = Set(allowed.keys).union(shims)

    static func violations(in file: SourceFile) -> [Violation] {
        guard let allowed = allowed[file.target] else {
            return [Violation(path: file.path, line: 1, what: "\(file.target) is not in the table of arrows")]
        }
        return file.imports.compactMap { line, module in
            let owner = foreign[module] ?? file.target
            let isForbidden = ours.contains(module) && !allowed.contains(module) || owner != file.target
            return isForbidden
                ? Violation(path: file.path, line: line, what: "\(file.target) may not import \(module)") : nil
        }
    }
}

/// What the pure targets may not do: read a clock, roll dice, touch the world.
enum Purity {
    static let targets: Set<String> = [
        "Radiology", "Wording", "Terminal", "ReportTemplates", "ReportChecks", "Scores", "PhraseCompletion",
        "ReportCorpus",
        "CheckBenchmark",
        "Sync",
        "Workstation", "Screens",
    ]

    /// DICOM decodes character sets and numbers with the system's libraries, but reads no clock and no file either.
    static let callFree = targets.union(["DICOM"])

    static let bannedCalls = [
        "Date()", "Date.now", "UUID()", ".random(", "FileManager", "ProcessInfo", "print(", "Task {", "Thread",
    ]
    static let bannedImports: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]
    /// A table of graphemes that were drawn: what is asked of it has one answer, whoever asked before.
    static let tables = ["Sources/Terminal/Grapheme.swift"]

    static func violations(in file: SourceFile) -> [Violation] {
        var found: [Violation] = []
        if callFree.contains(file.target) {
            for (index, line) in file.code.enumerated() {
                for call in bannedCalls where holds(line, call) {
                    found.append(Violation(path: file.path, line: index + 1, what: "\(file.target) is pure: \(call)"))
                }
            }
        }
        if targets.contains(file.target), !tables.contains(file.path) {
            found += file.imports.filter { bannedImports.contains($0.module) }
                .map { Violation(path: file.path, line: $0.line, what: "\(file.target) is pure: import \($0.module)") }
        }
        return found
    }

    /// `print(` is not in `fingerprint(`, and `Date()` not in `CalendarDate()`.
    private static func holds(_ line: String, _ call: String) -> Bool {
        line.ranges(of: call).contains { range in
            guard call.first?.isLetter == true, range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || before == "_")
        }
    }
}

/// SQL never leaves the store; its vault seals a whole file, and has to ask whether the copy is complete.
enum Statements {
    static func violations(in file: SourceFile) -> [Violation] {
        guard !["LocalStore", "Vault"].contains(file.target) else { return [] }
        let pattern =
            /\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA)\b/
        return file.code.enumerated().filter { (try? pattern.firstMatch(in: $0.element)) != nil }
            .map { Violation(path: file.path, line: $0.offset + 1, what: "SQL outside LocalStore") }
    }
}

/// A type that is called like its module makes `Module.Name` unreachable.
enum TypeNames {
    /// The one type each of these modules is about. Nothing else public stands in them that a name clash could hide.
    static let known: Set<String> = ["CursesTerminal", "LocalStore", "ReferenceServer", "Wording"]

    static func violations(in file: SourceFile) -> [Violation] {
        let pattern = /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/
        return file.code.enumerated().flatMap { index, line in
            line.matches(of: pattern).filter { isModule(String($0.1)) }.map {
                Violation(path: file.path, line: index + 1, what: "\($0.1) is called like a module")
            }
        }
    }

    private static func isModule(_ name: String) -> Bool {
        Arrows.ours.contains(name) && !known.contains(name)
    }
}
