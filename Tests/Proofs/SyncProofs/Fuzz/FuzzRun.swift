import Dispatch
import Foundation
import Programs
public import Proving
import Synchronization

/// Runs a target in processes of their own: a crash, a hang and a flood of memory end those, and tell the input.
public struct FuzzRun: Sendable {
    let target: String
    let count: Int
    let seed: UInt64

    /// Seconds without a step after which an execution is said to hang.
    let patience: Double

    public init(target: String, count: Int, seed: UInt64 = 1, patience: Double = 20) {
        self.patience = patience
        self.target = target
        self.count = count
        self.seed = seed
    }

    public static let targets = FuzzTarget.all.map(\.name)

    /// After so many findings the rest is more of the same.
    private static let mostFindings = 3

    /// What came of the executions from one number to another.
    private struct Part: Sendable {
        var executions = 0
        var broken: [String] = []
    }

    /// Each core has its part of the numbers, in processes of its own; what is found does not depend on how many.
    public func run() throws -> Verdict {
        var verdict = Verdict(proof: "fuzz \(target)")
        let begun = DispatchTime.now()
        let parts = min(ProcessInfo.processInfo.activeProcessorCount, max(1, count / 500))
        let results = Mutex([Result<Part, any Error>?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { index in
            let result = Result { try run(index * count / parts..<(index + 1) * count / parts) }
            results.withLock { $0[index] = result }
        }
        for part in try results.withLock({ try $0.compactMap { try $0?.get() } }) {
            verdict.fired += part.executions
            verdict.broken += part.broken
        }
        verdict.planned = count
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds) / 1e9
        verdict.figures = [("executions a second", String(Int(Double(verdict.fired) / max(seconds, 0.001))))]
        return verdict
    }

    private func run(_ numbers: Range<Int>) throws -> Part {
        var part = Part()
        try Scratch.inNewDirectory { directory in
            let progress = try FuzzProgress(path: directory.appendingPathComponent("progress").path)
            var next = numbers.lowerBound
            while next < numbers.upperBound, part.broken.count < FuzzRun.mostFindings {
                let ending = try runWorker(next..<numbers.upperBound, progress, in: directory)
                part.broken += ending.broken
                if ending.isDone { next = numbers.upperBound } else { next = progress.number + 1 }
            }
            part.executions = next - numbers.lowerBound
        }
        return part
    }

    private func runWorker(
        _ numbers: Range<Int>, _ progress: FuzzProgress, in directory: URL
    ) throws -> (isDone: Bool, broken: [String]) {
        progress.number = numbers.lowerBound
        let log = directory.appendingPathComponent("log").path
        // A trace of the stack takes seconds to make, and an input's number says more.
        let worker = try Program(
            [try Program.built("proofs"), "fuzz", target, "--count", "\(numbers.upperBound)", "--seed", "\(seed)"]
                + ["--from", "\(numbers.lowerBound)", "--progress", progress.path],
            environment: ["SWIFT_BACKTRACE": "enable=no"], output: log)
        defer { worker.end() }
        if let hanging = wait(for: worker, progress) {
            return (false, ["execution \(hanging) hangs (seed \(seed))"])
        }
        let said = ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        if worker.wait() == .exited(0) { return (true, said.filter { $0.hasPrefix("execution ") }) }
        return (false, ["execution \(progress.number) crashed (seed \(seed)): \(said.first ?? "no words")"])
    }

    /// - Returns: the execution that made no step for longer than anyone waits; `nil` when the worker ended.
    private func wait(for worker: Program, _ progress: FuzzProgress) -> Int? {
        var last = progress.number
        var since = DispatchTime.now()
        while worker.isRunning {
            usleep(2000)
            if progress.number != last {
                last = progress.number
                since = .now()
            }
            let waited = Double(DispatchTime.now().uptimeNanoseconds - since.uptimeNanoseconds) / 1e9
            if waited > patience { return last }
        }
        return nil
    }
}

/// A number two processes share.
final class FuzzProgress {
    let path: String
    private let memory: UnsafeMutablePointer<Int>

    init(path: String) throws {
        self.path = path
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        guard file >= 0, ftruncate(file, 8) == 0,
            let mapped = mmap(nil, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED
        else { throw ProofTrouble(description: "no shared memory") }
        close(file)
        memory = mapped.bindMemory(to: Int.self, capacity: 1)
    }

    deinit { munmap(memory, 8) }

    var number: Int {
        get { memory.pointee }
        set { memory.pointee = newValue }
    }
}
