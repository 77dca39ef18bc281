import ArgumentParser
import Foundation
import Radiology
import ReportTemplates

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "List, show and check report templates.",
        subcommands: [List.self, Show.self, Lint.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the templates readroom brings.")

        func run() throws {
            for template in TemplateLibrary.shipped.templates {
                let modalities = template.scope.modalities.map(\.rawValue).joined(separator: "/")
                Output.line("\(template.title)  [\(modalities.isEmpty ? "any" : modalities)]  \(template.identifier)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a template as a report with nothing but its defaults.")

        @Argument(help: "A title or identifier, or the beginning of a title.")
        var name: String

        func run() throws {
            try Exit.report {
                let templates = TemplateLibrary.shipped.templates
                let wanted = name.lowercased()
                let found =
                    templates.first { $0.identifier == name || $0.title.lowercased() == wanted }
                    ?? templates.first { $0.title.lowercased().hasPrefix(wanted) }
                guard let found else { throw Refusal("No template is called \"\(name)\"; see: readroom template list") }
                Output.line("\(found.title)  (\(found.identifier))")
                Output.line()
                Output.line(ReportContent(template: found).plainText())
                return 0
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read MRRT files and print what deviates from the profile, with lines.",
            discussion: "Exit status 1 if a file cannot be read as a template. Deviations alone are no failure.")

        @Argument(help: "MRRT files, .html.", completion: .file())
        var files: [String]

        func run() throws {
            try Exit.report {
                var status: Int32 = 0
                for file in files where !lint(file) { status = 1 }
                return status
            }
        }

        private func lint(_ file: String) -> Bool {
            guard let data = FileManager.default.contents(atPath: Paths.expanded(file)) else {
                Output.line("\(file): cannot be read")
                return false
            }
            do {
                let read = try Template.read(mrrt: Array(data))
                for deviation in read.deviations { Output.line("\(file):\(deviation)") }
                Output.line(
                    "\(file): \(read.template.title), \(read.template.fields.count) fields, \(read.deviations.count) deviations"
                )
                return true
            } catch {
                Output.line("\(file): \(error)")
                return false
            }
        }
    }
}
