import Foundation
import Radiology
import ReportTemplates
import Sync
import Terminal
import Wording
import Workstation

@testable import Screens

/// A workstation with a world of values behind it: every effect is answered at once, in memory.
struct Desk {
    var state: WorkstationState
    var size: Size
    var rows: [WorklistRow] = Case.all.map(\.row).sorted(by: Desk.moreUrgent)
    var items: [OutboxItem] = []
    var versions: [StudyInstanceUID: [ReportVersion]] = [:]
    var drafts: [StudyInstanceUID: Draft] = [:]
    var discarded: [StudyInstanceUID: Draft] = [:]
    /// The reader who has the study the workstation claims next, where another one does.
    var rival: String?
    /// Why studies cannot be opened.
    var openFailure: Wording?
    var saveFailure: Wording?
    var signFailure: Wording?
    var preparationFailure: Wording?
    var theirsFailure: Wording?
    /// Why the server could not be asked again at signing.
    var staleBecause: Wording?
    /// Other patients of the same name.
    var homonyms: [Patient] = []
    /// Signed reports that are in no state.
    var uncounted = 0
    /// Effects that take longer than a scenario.
    var holds: @Sendable (Effect) -> Bool = { _ in false }
    /// A text to put wherever a study's details have one.
    var poison: String?
    /// What the server says about a study at signing, where that is not what it said before.
    var atSigning: (@Sendable (inout StudyDetail) -> Void)?
    /// What is suggested after a text that ends so.
    var suggestions: [(after: String, phrases: [PhraseSuggestion])] = []
    /// The reader's own templates and macros.
    var own: [LibraryFile] = []
    /// Effects nobody answers in a world of values: quit, suspend, sync.
    private(set) var outward: [Effect] = []
    private(set) var signed: [SigningRequest] = []
    private(set) var keysPressed = 0

    init(size: Size = Size(columns: 80, rows: 24)) {
        self.size = size
        state = WorkstationState(
            system: SystemState(now: Fixture.now, timeZone: .utc, reader: Fixture.reader), templates: .shipped)
        state.system.lastSync = Fixture.now.adding(seconds: -30)
    }

    mutating func start() { perform(state.startingEffects + state.furtherEffects) }

    mutating func send(_ message: Message) { perform(state.update(message)) }

    mutating func press(_ key: Key) {
        keysPressed += 1
        for message in messages(for: key, in: state, size: size) { send(message) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func wait(seconds: Double) { send(.system(.ticked(state.system.now.adding(seconds: seconds)))) }

    var frame: Frame { render(state, size: size) }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects where !holds(effect) {
            for message in answer(effect) { send(message) }
        }
    }

    private static func moreUrgent(_ left: WorklistRow, _ right: WorklistRow) -> Bool {
        (left.item.priority, left.item.receivedAt, left.uid) < (right.item.priority, right.item.receivedAt, right.uid)
    }

    /// Not a digest one could trust, but the same for the same text.
    static func digest(_ text: String) -> ContentDigest {
        let hash = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return ContentDigest(
            hexadecimal: String(repeating: String(format: "%016lx", Int(bitPattern: UInt(hash))), count: 4))
    }
}

extension Desk {
    private mutating func answer(_ effect: Effect) -> [Message] {
        switch effect {
        case .loadWorklist(let query, let offset, let limit, _):
            let found = sorted(rows.filter { Desk.matches($0, query) }, by: query.order)
            let page = WorklistPage(
                rows: Array(found.dropFirst(offset).prefix(limit)), offset: offset, total: found.count)
            return [.worklist(.pageLoaded(query, page))]
        case .prepareLists: return []
        case .loadListValues:
            let sites = Set(rows.compactMap { $0.item.study.site?.rawValue }).sorted()
            return [.worklist(.listValuesLoaded([.site: sites, .modality: ["CT", "MR", "DX"]]))]
        case .countLists(let lists):
            return [
                .worklist(
                    .listsCounted(
                        Dictionary(
                            lists.map { list in
                                (list, rows.count { Desk.matches($0, list.query) })
                            }
                        ) { $1 }))
            ]
        case .findSTAT:
            let found = rows.first { $0.item.priority == .stat && $0.waitsForReader }
            return [.worklist(.statFound(found))]
        case .loadCounts: return [.worklist(.countsLoaded(counts))]
        case .loadOutbox: return [.outbox(.loaded(items, outboxCounts))]
        case .openStudy(let uid, let reporting): return [.study(open(uid, reporting))]
        case .claim(let uid): return claim(uid)
        case .release(let uid):
            change(uid) {
                $0.item.claim = nil; $0.status = .unread
            }
            return [.study(.released(uid))]
        case .saveDraft(let draft): return save(draft)
        case .discardDraft(let uid):
            discarded[uid] = drafts.removeValue(forKey: uid)
            change(uid) { $0.status = .claimed }
            return [.editor(.draftDiscarded(uid)), .system(.storeChanged)]
        case .findDiscarded(let uid): return [.editor(.discardedFound(uid, discarded[uid]))]
        case .prepareSigning(let draft, let text):
            if let preparationFailure { return [.signing(.preparationFailed(preparationFailure))] }
            return [.signing(.prepared(prepare(draft, text)))]
        case .sign(let request): return sign(request)
        case .suggest(let uid, let edits, let text):
            guard let found = suggestions.first(where: { text.hasSuffix($0.after) }) else { return [] }
            return [.editor(.suggested(uid, edits: edits, found.phrases))]
        case .loadLibrary: return [.library(.loaded(library))]
        case .saveLibraryFile(let file):
            own.removeAll { $0.kind == file.kind && $0.name == file.name }
            own.append(file)
            return [.library(.saved(file))]
        case .keepLibraryFile(let unsaved): return [.library(.kept(unsaved))]
        case .deleteLibraryFile(let file):
            own.removeAll { $0 == file }
            return [.library(.loaded(library))]
        case .recordCommunication(let uid, _):
            change(uid) { $0.actionable = nil }
            return [.system(.storeChanged)]
        case .authenticate(let text):
            return [.signing(text == "4711" ? .authenticated : .authenticationFailed("That is not the PIN."))]
        case .unlock(let text):
            return [.lock(text == "open sesame" ? .unlocked : .refused("The passphrase does not open the store."))]
        case .loadTheirs(let entry):
            if let theirsFailure { return [.comparison(.theirsFailed(entry.id, theirsFailure))] }
            return [.comparison(.theirsLoaded(entry.id, [Fixture.theirs]))]
        case .decide, .fileAgain, .exportReport, .syncNow, .retry, .setOffline, .suspend, .redraw, .nextTheme, .quit,
            .macroUsed, .editOutside, .saveList, .saveColumns, .copy, .openViewer, .stopFetching:
            outward.append(effect)
            return []
        }
    }

    private var library: LibraryContents {
        let templates = own.filter { $0.kind == .template }.compactMap {
            try? Template.read(bracketFile: $0.text, name: $0.name)
        }
        let macros = own.filter { $0.kind == .macro }.compactMap {
            try? Macro.read($0.text, name: $0.name, origin: .personal)
        }
        return LibraryContents(
            templates: TemplateLibrary.shipped.adding(templates), macros: MacroLibrary(macros), own: own)
    }

    private var counts: [Worklist: Int] {
        Dictionary(
            uniqueKeysWithValues: Worklist.allCases.map { list in
                (list, rows.count { Desk.matches($0, WorklistQuery(worklist: list)) })
            })
    }

    var outboxCounts: OutboxCounts {
        let states = Dictionary(grouping: items, by: \.entry.progress.state).mapValues(\.count)
        return OutboxCounts(signed: items.count + uncounted, byState: states)
    }

    private static func matches(_ row: WorklistRow, _ query: WorklistQuery) -> Bool {
        let isListed: Bool =
            switch query.worklist {
            case .all: true
            case .stat: row.item.priority == .stat
            case .mine: row.status == .claimed || row.status == .draft
            case .unclaimed: row.status == .unread
            case .drafts: row.status == .draft
            case .unsent: row.status == .needsAttention || isSignedHere(row.status)
            case .signed: row.status == .needsAttention || row.status == .filed(.final) || isSignedHere(row.status)
            case .tell: row.actionable != nil
            case .unsigned: row.status == .draft || row.status == .filed(.preliminary)
            }
        let filter = WorklistFilter(query.filter, today: CalendarDate(daysSince1970: 0))
        return isListed && filter.terms.allSatisfy { passes(row, $0.test) != $0.isNegated }
    }

    /// What the desk's stories ask for; the store's own tests ask for the rest.
    private static func passes(_ row: WorklistRow, _ test: WorklistFilter.Test) -> Bool {
        let study = row.item.study
        switch test {
        case .modality(let wanted): return study.modalities.contains { wanted.contains($0.rawValue) }
        case .priority(let wanted): return wanted.contains(row.item.priority)
        case .words(.site, let wanted):
            return wanted.contains { study.site?.rawValue.lowercased().contains($0.lowercased()) ?? false }
        case .word(let word):
            let text = [
                study.patient.name?.listed, study.title, study.modalityText, study.order.accessionNumber?.rawValue,
            ].compactMap(\.self).joined(separator: " ")
            return text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive]) != nil
        default: return false
        }
    }

    private func sorted(_ rows: [WorklistRow], by order: WorklistOrder) -> [WorklistRow] {
        func key(_ row: WorklistRow) -> String {
            order.column == .patient ? row.item.study.patient.name?.listed ?? "" : row.item.study.modalityText
        }
        guard order.column != nil else { return order.isReversed ? rows.reversed() : rows }
        return rows.sorted { order.isReversed ? key($0) > key($1) : key($0) < key($1) }
    }

    private static func isSignedHere(_ status: ReadingStatus) -> Bool {
        if case .signedHere = status { return true }
        return false
    }

    private mutating func change(_ uid: StudyInstanceUID, _ change: (inout WorklistRow) -> Void) {
        guard let index = rows.firstIndex(where: { $0.uid == uid }) else { return }
        change(&rows[index])
    }

    private func open(_ uid: StudyInstanceUID, _ reporting: Bool) -> StudyMessage {
        if let openFailure { return .openFailed(uid, openFailure) }
        guard let row = rows.first(where: { $0.uid == uid }) else { return .openFailed(uid, "No such study.") }
        let number = Int(uid.rawValue.split(separator: ".").last ?? "") ?? 0
        let study = row.item.study
        var detail = Fixture.detail(study, number: number)
        var priors = Fixture.priors(of: study, count: row.priorCount)
        if let poison { Fixture.poison(&detail, &priors, poison) }
        return .opened(
            StudyBundle(
                row: row, detail: detail, priors: priors,
                reports: (versions[uid] ?? []).reversed().map(PriorReport.init), versions: versions[uid] ?? [],
                draft: drafts[uid]),
            reporting: reporting)
    }

    private mutating func claim(_ uid: StudyInstanceUID) -> [Message] {
        if let rival {
            change(uid) { $0.status = .readBy(rival) }
            return [.study(.claimed(uid, .taken(by: rival)))]
        }
        let claim = Claim(reader: "Okonkwo", transaction: TransactionUID(rawValue: uid.rawValue + ".9"))
        change(uid) { row in
            row.item.claim = claim
            if row.status == .unread { row.status = .claimed }
        }
        return [.study(.claimed(uid, .claimed(claim)))]
    }

    private mutating func save(_ draft: Draft) -> [Message] {
        if let saveFailure { return [.editor(.draftSaveFailed(draft.study, saveFailure))] }
        drafts[draft.study] = draft
        change(draft.study) { $0.status = .draft }
        return [.editor(.draftSaved(draft.study, edits: draft.edits, at: state.system.now))]
    }

    private func prepare(_ draft: Draft, _ text: String) -> SigningPreparation {
        var current = draft.detail
        atSigning?(&current)
        return SigningPreparation(
            study: draft.study, text: text, current: current, textDigest: Desk.digest(text),
            destinations: [DestinationName(rawValue: "PACS North")!], staleBecause: staleBecause, homonyms: homonyms)
    }

    private mutating func sign(_ request: SigningRequest) -> [Message] {
        if let signFailure { return [.signing(.failed(signFailure))] }
        signed.append(request)
        let uid = request.subject.study.uid
        let number = (versions[uid]?.count ?? 0) + 1
        var version = Fixture.version(Case.all[0], number: number, request.flags)
        version.study = request.subject.study
        version.title = request.draft.content.template.title
        version.text = request.text
        version.sections = request.sections
        version.signedAt = state.system.now
        versions[uid, default: []].append(version)
        drafts[uid] = nil
        change(uid) { $0.status = .signedHere(request.flags.status) }
        let id = OutboxEntryID(rawValue: Int64(items.count + 1))
        items.append(OutboxItem(entry: Fixture.entry(id, version, FilingProgress()), version: version))
        return [.signing(.signed(version, request.textDigest)), .system(.storeChanged)]
    }
}
