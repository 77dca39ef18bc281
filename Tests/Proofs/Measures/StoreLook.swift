import ArgumentParser
import Foundation
import LocalStore
import Programs
import Radiology
import Vault

/// One look at a store that was built before, in a process that has seen nothing of it.
final class StoreLook {
    enum Figure: String, CaseIterable {
        case passphrase, opening, unlocking, storeOpening, firstPage, counts, filter, filterFirst, sort, tab, farPage,
            study,
            merge, memoryOpened, memory

        var words: String {
            switch self {
            case .passphrase: "passphrase (Argon2 alone)"
            case .opening: "unlock to first page and counts"
            case .unlocking: "  of it: key file"
            case .storeOpening: "  of it: opening the store"
            case .firstPage: "  of it: first page"
            case .counts: "  of it: counts"
            case .filter: "filter as typed, each key"
            case .filterFirst: "  the first key after opening"
            case .sort: "sorting by another column"
            case .tab: "another list"
            case .farPage: "a page far down"
            case .study: "opening a study"
            case .merge: "100 studies pulled again, unchanged"
            case .memoryOpened: "memory with the first page"
            case .memory: "memory after all of it, at most"
            }
        }

        var goal: Double? {
            switch self {
            case .opening: 100
            case .filter: 16
            case .sort: 30
            default: nil
            }
        }

        var isMemory: Bool { self == .memory || self == .memoryOpened }
    }

    /// What radiologists type: names, identifiers, an examination, two words, something that is not there.
    private static let filters = ["garcia", "muller", "ct head", "P1000123", "A10000777", "smith chest", "mr", "zzyzx"]

    /// As the workstation asks for them.
    private static let pageSize = 200

    private static let moment = ListMoment(now: SyntheticWork.now, timeZone: TimeZoneOffset(seconds: 0))

    let folder: MeasureFolder
    let studies: Int
    private(set) var figures: [Figure: Times] = [:]

    init(folder: MeasureFolder, studies: Int) {
        self.folder = folder
        self.studies = studies
    }

    func run() throws {
        let store = try open()
        defer { store.close() }
        note(.memoryOpened, Figures.memory("VmRSS"))
        try filter(store)
        for column in WorklistColumn.allCases where column != .priors {
            for isReversed in [false, true] {
                let query = WorklistQuery(order: WorklistOrder(column, isReversed: isReversed))
                try measure(.sort) {
                    try store.worklistPage(query, offset: 0, limit: Self.pageSize, at: Self.moment)
                }
            }
        }
        for worklist in Worklist.allCases {
            try measure(.tab) {
                try store.worklistPage(
                    WorklistQuery(worklist: worklist), offset: 0, limit: Self.pageSize, at: Self.moment)
            }
        }
        for share in [0.3, 0.6, 0.9] {
            let offset = Int(share * Double(studies))
            try measure(.farPage) {
                try store.worklistPage(WorklistQuery(), offset: offset, limit: Self.pageSize, at: Self.moment)
            }
        }
        for number in stride(from: 1, to: studies, by: max(100, studies / 2000 * 100)) {
            try measure(.study) { try openStudy(number, store) }
        }
        let same = (0..<min(100, studies)).map(SyntheticWork.item)
        try measure(.merge) { try store.mergeWorklist(same, isComplete: false) }
        note(.memory, Figures.memory("VmHWM"))
        if folder.isSealed {
            let typed = try MeasureFolder.typed()
            try measure(.passphrase) { _ = try KeyRing.unlock(folder.path, with: .passphrase(typed)) }
        }
    }

    private func open() throws -> LocalStore {
        let start = ContinuousClock.now
        let keys = try measure(.unlocking) { try folder.keys() }
        let store = try measure(.storeOpening) { try LocalStore(path: folder.path, keys: keys) }
        try measure(.firstPage) {
            try store.worklistPage(WorklistQuery(), offset: 0, limit: Self.pageSize, at: Self.moment)
        }
        try measure(.counts) { try store.worklistCounts() }
        note(.opening, (ContinuousClock.now - start).inMilliseconds)
        return store
    }

    /// Letter by letter, as the screen asks for each.
    private func filter(_ store: LocalStore) throws {
        var isFirst = true
        for words in Self.filters {
            for end in 1...words.count {
                let query = WorklistQuery(filter: String(words.prefix(end)))
                try measure(isFirst ? .filterFirst : .filter) {
                    try store.worklistPage(query, offset: 0, limit: Self.pageSize, at: Self.moment)
                }
                isFirst = false
            }
        }
    }

    /// All that the workstation reads, and the audit event it writes, before it shows a study.
    private func openStudy(_ number: Int, _ store: LocalStore) throws {
        let uid = SyntheticWork.study(number).uid
        guard let row = try store.worklistRow(uid) else { throw StoreFailure.failed("the study is not there") }
        _ = try store.detail(uid)
        _ = try store.isDetailStale(uid)
        try store.append(SyntheticWork.event(.opened, number))
        _ = try store.versions(of: uid)
        _ = try store.reports(in: uid)
        _ = try store.priors(of: row.item.study)
        _ = try store.draft(uid)
        _ = try store.signedFindings(of: uid)
    }

    @discardableResult
    private func measure<Value>(_ figure: Figure, _ body: () throws -> Value) rethrows -> Value {
        try figures[figure, default: Times()].measure(body)
    }

    private func note(_ figure: Figure, _ value: Double) { figures[figure, default: Times()].add(value) }

    // MARK: - In a process of its own

    static func inFreshProcess(_ folder: MeasureFolder, studies: Int) throws -> [Figure: Times] {
        var arguments = ["store-look", folder.root, "--studies", String(studies)]
        if !folder.isSealed { arguments.append("--plain") }
        let answer = try Program.run(["/proc/self/exe"] + arguments)
        guard answer.status == 0 else { throw MeasureFailure(answer.output) }
        var figures: [Figure: Times] = [:]
        for line in answer.output.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, let figure = Figure(rawValue: String(words[0])), let value = Double(words[1])
            else { continue }
            figures[figure, default: Times()].add(value)
        }
        return figures
    }
}

/// The process that looks; not for people.
struct StoreLookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "store-look", shouldDisplay: false)

    @Argument var root: String
    @Option var studies: Int
    @Flag var plain = false

    func run() throws {
        let look = StoreLook(folder: MeasureFolder(root: root, isSealed: !plain), studies: studies)
        try look.run()
        for (figure, times) in look.figures {
            for value in times.milliseconds { print("\(figure.rawValue) \(value)") }
        }
    }
}
