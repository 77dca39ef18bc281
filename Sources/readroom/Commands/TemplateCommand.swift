import ArgumentParser
import Foundation
import Radiology
import ReportTemplates
import Wording

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "List, show and check report templates.",
        subcommands: [List.self, Show.self, Lint.self, Export.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the templates readroom brings, and your own.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let own = TemplateFiles(place.paths, site: [])
                for template in TemplateLibrary.shipped.adding(own.templates).templates {
                    let modalities = template.scope.modalities.map(\.rawValue).joined(separator: "/")
                    Output.line(
                        "\(template.title)  [\(modalities.isEmpty ? "any" : modalities)]  \(template.identifier)")
                }
                for problem in own.problems { Output.error(problem.description) }
                return own.problems.isEmpty ? 0 : 1
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a template as a report with nothing but its defaults.")

        @Argument(help: "A title or identifier, or the beginning of a title.")
        var name: String

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let found = try TemplateFiles.named(name, place.paths)
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
            discussion: """
                Errors are what the profile forbids, warnings what is read otherwise than its author may expect. Nested \
                templates are looked for beside the file. Exit status 1 if there is an error.
                """)

        @Argument(help: "MRRT files, .html.", completion: .file())
        var files: [String]

        func run() throws {
            try Exit.report {
                // Every file is looked at, also after one with errors.
                files.map(lint).contains(false) ? 1 : 0
            }
        }

        private func lint(_ file: String) -> Bool {
            let path = Paths.expanded(file)
            guard let data = FileManager.default.contents(atPath: path) else {
                Output.line("\(file): error: cannot be read")
                return false
            }
            do {
                let read = try Template.read(mrrt: Array(data), embedding: TemplateFiles.beside(path))
                let errors = read.deviations.count { $0.severity == .error }
                tell(read.deviations, of: file)
                Output.line(
                    "\(file): \(read.template.title), \(read.template.fields.count) fields, \(errors) errors, "
                        + "\(read.deviations.count - errors) warnings")
                return errors == 0
            } catch {
                tell(Template.structure(of: Array(data)), of: file)
                Output.line("\(file): error: \(error)")
                return false
            }
        }

        private func tell(_ deviations: [Deviation], of file: String) {
            for deviation in deviations { Output.line("\(file): \(deviation)") }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a template as an MRRT file, to give to others.",
            discussion: "Of a template readroom brings, of one of your own, or of a file, .html or .txt.")

        @Argument(help: "A title, an identifier, the beginning of a title, or a file.")
        var name: String

        @Option(name: .shortAndLong, help: "Write here instead of printing.", completion: .file())
        var output: String?

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let text = try TemplateFiles.named(name, place.paths).mrrt()
                guard let output else {
                    Output.line(text)
                    return 0
                }
                do {
                    try Data(text.utf8).write(to: URL(fileURLWithPath: Paths.expanded(output)), options: .atomic)
                } catch {
                    throw Refusal("\(output) cannot be written. Check the folder.")
                }
                return 0
            }
        }
    }
}
