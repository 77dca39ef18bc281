import LocalStore
import Radiology
import Wording
import Workstation

extension Runner {
    private var moment: ListMoment {
        ListMoment(now: Clock.now, timeZone: .current, targets: configuration.worklist.targets)
    }

    func load(_ query: WorklistQuery, _ offset: Int, _ limit: Int, _ around: StudyInstanceUID?) {
        let moment = moment
        read { store in
            .worklist(
                .pageLoaded(
                    query, try store.worklistPage(query, offset: offset, limit: limit, around: around, at: moment)))
        }
    }

    /// What the listed studies hold of everything a filter can ask for.
    static func listValues(_ store: LocalStore) throws -> [WorklistFilter.Key: [String]] {
        var values: [WorklistFilter.Key: [String]] = [:]
        for key in WorklistFilter.Key.allCases { values[key] = try store.listedValues(of: key) }
        return values
    }

    func count(_ lists: [SavedList]) {
        let moment = moment
        read { store in
            var counts: [SavedList: Int] = [:]
            for list in lists { counts[list] = try store.worklistCount(list.query, at: moment) }
            return .worklist(.listsCounted(counts))
        }
    }

    func keep(_ list: SavedList) {
        keep("Kept as the list \(list.name)") { kept in
            kept.lists.removeAll { $0.name == list.name }
            kept.lists.append(list)
        }
    }

    func keep(_ columns: [WorklistColumn]) {
        keep("The columns are kept") { $0.columns = columns }
    }

    private func keep(_ words: Wording, _ change: (inout KeptLists) -> Void) {
        do {
            var kept = KeptLists(paths)
            change(&kept)
            try kept.write(paths)
            mailbox.post(.system(.noticed("\(words), in \(paths.listsFile).")))
        } catch let problem as FileProblem {
            mailbox.post(.system(.failed("Not kept: \(problem.wording)")))
        } catch {
            mailbox.post(.system(.failed("Not kept: \(paths.listsFile) cannot be written.")))
        }
    }

    func findSTAT() {
        let moment = moment
        read { store in .worklist(.statFound(try store.mostUrgentSTAT(at: moment))) }
    }
}
