import ArgumentParser
import Foundation
import Measures
import Programs

/// How fast the program answers at the terminal, beside a list in bare ncurses in the same run.
@main
struct ReadroomBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readroom-bench", abstract: "Time from a key to the last byte it paints, at long worklists.",
        discussion: """
            Starts the program readroom that was built beside this one in a terminal of 160 × 48 cells, on a sealed \
            store of invented studies, and presses keys one at a time. A key's time ends with the last byte before 30 ms \
            of quiet; the bytes are those the terminal receives. Beside it stand the same keys in bare ncurses. p10 is the \
            fastest tenth: what is left of a figure where others use the processors too.
            """)

    @Option(help: "How many studies the stores have, one table for each.") var studies: [Int] = [1000, 10_000, 100_000]
    @Option(help: "The program; the one beside this one without it.") var program: String?
    @Option(help: "A folder on the disk to measure with.") var folder = "/var/tmp"
    @Flag(help: "Only a few keys: whether it works, not how fast.") var short = false

    func validate() throws {
        if studies.contains(where: { $0 < 300 }) { throw ValidationError("--studies is at least 300") }
    }

    func run() throws {
        let program = try program ?? Program.built("readroom")
        let scratch = try TemporaryFolder(in: folder)
        let effort = short ? Effort.short : Effort()
        for count in studies {
            let place = try Place(studies: count, in: scratch)
            let bare = try BareList(rows: count, effort: effort)
            let figures = try ScreenMeasure(place: place, program: program, effort: effort, bare: bare).run()
            print(Figure.table("\(count) studies", figures))
            print()
        }
    }
}
