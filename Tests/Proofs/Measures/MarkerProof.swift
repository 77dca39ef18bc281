import Foundation
import Glibc
import Programs
import Proving

/// Nothing of a patient lies readable on the disk (invariant 21): not while the store is open, not after a kill, not
/// after a crash with patients on the screen, not in a core file.
struct MarkerProof {
    var isPlain: Bool
    var kills: Int

    private struct Look {
        var moment: String
        var search: Markers.Search
    }

    func run() throws -> Verdict {
        var verdict = Verdict(proof: "markers")
        let scratch = try TemporaryFolder()
        // What any of the processes puts aside is looked through, too.
        let aside = scratch.path + "/tmp"
        try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        for variable in ["TMPDIR", "SQLITE_TMPDIR"] { setenv(variable, aside, 1) }
        let folder = MeasureFolder(root: scratch.path + "/store", isSealed: !isPlain)
        try folder.make()
        verdict.planned = kills + CrashedWorkstation.signals.count + 1
        var looks = try killed(folder, &verdict)
        try finish(folder, passes: 2)
        looks.append(Look(moment: "after the end", search: try Markers.search(scratch.path)))
        verdict.fired += 1
        let crashed = try CrashedWorkstation(folder: scratch.path + "/workstation", isSealed: !isPlain)
        for signal in CrashedWorkstation.signals {
            let fell = try crashed.crash(by: signal)
            if fell {
                verdict.fired += 1
            } else {
                verdict.examples.append("the workstation did not fall by signal \(signal)")
            }
            looks.append(Look(moment: "after signal \(signal)", search: try Markers.search(scratch.path)))
        }
        try requireSharpEyes(&verdict)
        judge(looks, &verdict)
        verdict.figures.append(("core files where allowed", crashed.makesCores ? "1" : "0"))
        return verdict
    }

    /// Kills at the middle of the work, a little later each time, and looks while the process is dead and the log is
    /// still there.
    private func killed(_ folder: MeasureFolder, _ verdict: inout Verdict) throws -> [Look] {
        var looks: [Look] = []
        for number in 0..<kills {
            let output = folder.root + "/../output"
            let worker = try Program(["/proc/self/exe"] + arguments(folder, passes: 1000), output: output)
            let isWorking = Program.waits {
                (try? String(contentsOfFile: output, encoding: .utf8))?.contains(MarkerWork.middle) ?? false
            }
            usleep(UInt32(number) * 7_000)
            looks.append(Look(moment: "at work \(number)", search: try Markers.search(folder.root)))
            worker.kill()
            if isWorking, worker.wait() == .killed(signal: SIGKILL) {
                verdict.fired += 1
            } else {
                verdict.examples.append("kill \(number): at work \(isWorking), \(worker.wait())")
            }
            looks.append(Look(moment: "after kill \(number)", search: try Markers.search(folder.root)))
        }
        return looks
    }

    private func finish(_ folder: MeasureFolder, passes: Int) throws {
        let answer = try Program.run(["/proc/self/exe"] + arguments(folder, passes: passes))
        guard answer.status == 0 else { throw MeasureFailure("the work did not end: \(answer.output)") }
    }

    private func arguments(_ folder: MeasureFolder, passes: Int) -> [String] {
        ["marker-work", folder.root, "--passes", String(passes)] + (folder.isSealed ? [] : ["--plain"])
    }

    /// The same work where nothing is sealed: a search that does not find all of it there has proven nothing.
    private func requireSharpEyes(_ verdict: inout Verdict) throws {
        let scratch = try TemporaryFolder()
        let folder = MeasureFolder(root: scratch.path, isSealed: false)
        try folder.make()
        try finish(folder, passes: 1)
        let seen = try Markers.search(scratch.path).numbers
        verdict.figures.append(("markers seen where nothing is sealed", "\(seen.count)"))
        let missing = Set(0..<Markers.count).subtracting(seen)
        if !missing.isEmpty {
            verdict.broken.append("the search does not see \(missing.count) markers in a plain store")
        }
    }

    private func judge(_ looks: [Look], _ verdict: inout Verdict) {
        for look in looks {
            for hit in look.search.hits {
                verdict.broken.append("\(hit), \(look.moment) (21)")
            }
        }
        verdict.broken.sort()
        verdict.figures.append(("looks", "\(looks.count)"))
        verdict.figures.append(("files", "\(looks.map(\.search.files).reduce(0, +))"))
        verdict.figures.append(("MiB", "\(looks.map(\.search.bytes).reduce(0, +) >> 20)"))
    }
}
