import Radiology

extension StudyTable {
    /// The rows of a list that pass a filter, by urgency.
    func rows(of worklist: Worklist, passing filter: WorklistFilter, _ moment: ListMoment) -> [Int] {
        var matches = flags.indices.map { isOn(worklist, $0) }
        for term in filter.terms { apply(term, to: &matches, moment) }
        let rows = matches.indices.filter { matches[$0] }
        return worklist == .signed ? rows.sorted { (signed[$1], $0) < (signed[$0], $1) } : rows
    }

    private func isOn(_ worklist: Worklist, _ row: Int) -> Bool {
        let flags = flags[row]
        if worklist == .signed { return flags.contains(.signed) }
        guard flags.contains(.listed) else { return false }
        return switch worklist {
        case .all, .signed: true
        case .stat: priorities[row] == 0
        case .mine: flags.contains(.mine)
        case .unclaimed: flags.isDisjoint(with: [.claimed, .draft, .unsent])
        case .drafts: flags.contains(.draft)
        case .unsent: flags.contains(.unsent)
        case .tell: flags.contains(.tell)
        case .unsigned: flags.contains(.draft) || flags.contains(.signed) && !flags.contains(.final)
        }
    }

    private func apply(_ term: WorklistFilter.Term, to matches: inout [Bool], _ moment: ListMoment) {
        let passes = rows(passing: term.test, moment)
        for row in matches.indices where passes[row] == term.isNegated { matches[row] = false }
    }

    private func rows(passing test: WorklistFilter.Test, _ moment: ListMoment) -> [Bool] {
        switch test {
        case .word(let word): return rows(holding: LocalStore.folded(word))
        case .words(let key, let texts): return rows(key, texts.map(LocalStore.folded))
        case .modality(let wanted): return modalities.rows { Self.isAny($0, of: wanted) }
        case .priority(let wanted):
            let numbers = Set(wanted.map { UInt8($0.rawValue) })
            return priorities.map(numbers.contains)
        case .waiting(let comparison, let seconds):
            return received.map { comparison.holds(Double(moment.now.millisecondsSince1970 - $0) / 1000, seconds) }
        case .left(let comparison, let seconds):
            return dueTimes(moment.targets).map {
                comparison.holds(Double($0 - moment.now.millisecondsSince1970) / 1000, seconds)
            }
        case .patientAge(let comparison, let years):
            return studies.indices.map { row in age(row).map { comparison.holds($0, years) } ?? false }
        case .sex(let wanted):
            let texts = Set(wanted.map(\.rawValue))
            return sexes.rows(where: texts.contains)
        case .status(let wanted): return flags.map { flags in wanted.contains { Self.has(flags, $0) } }
        case .date(let comparison, let day):
            let bound = Int32(day.year * 10000 + day.month * 100 + day.day)
            return dates.map { $0 != 0 && comparison.holds($0, bound) }
        case .subspecialty(let wanted): return rows(reading: Set(wanted))
        }
    }

    /// Rows that hold a word in anything a reader looks for: patient, accession number, what was examined, where, when.
    private func rows(holding word: String) -> [Bool] {
        var found = patients.containing(anyOf: [word])
        accessions.mark(&found, containing: word)
        for column in [titles, modalities, bodyParts, sites] {
            let answers = column.texts.map { LocalStore.folded($0).contains(word) }
            guard answers.contains(true) else { continue }
            for row in found.indices where answers[Int(column.numbers[row])] { found[row] = true }
        }
        if word.utf8.allSatisfy({ Self.standsInDates.contains($0) }) { markDates(&found, containing: word) }
        return found
    }

    private static let standsInDates = Set("0123456789-".utf8)

    private func markDates(_ found: inout [Bool], containing word: String) {
        var answers: [Int32: Bool] = [:]
        for row in found.indices where dates[row] != 0 && !found[row] {
            let date = dates[row]
            if answers[date] == nil {
                answers[date] = CalendarDate(dicom: String(date))?.description.contains(word) ?? false
            }
            found[row] = answers[date] ?? false
        }
    }

    private func rows(_ key: WorklistFilter.Key, _ texts: [String]) -> [Bool] {
        func shared(_ column: SharedTextColumn) -> [Bool] {
            column.rows { text in
                let folded = LocalStore.folded(text)
                return texts.contains { folded.contains($0) }
            }
        }
        switch key {
        case .body: return shared(bodyParts)
        case .site: return shared(sites)
        case .study: return shared(titles)
        case .reader: return shared(readers)
        case .accession: return accessions.containing(anyOf: texts)
        default: return patients.containing(anyOf: texts)
        }
    }

    /// `CT` is any of `CT/PT`; while it is typed, `C` is CT and CR.
    private static func isAny(_ modality: String, of wanted: [String]) -> Bool {
        modality.split(separator: "/").contains { one in wanted.contains { one.hasPrefix($0) } }
    }

    private static func has(_ flags: Flags, _ status: WorklistFilter.Status) -> Bool {
        switch status {
        case .unread: flags.isDisjoint(with: [.claimed, .draft, .signed])
        case .mine: flags.contains(.mine)
        case .taken: flags.contains(.claimed) && !flags.contains(.mine)
        case .draft: flags.contains(.draft)
        case .unsent: flags.contains(.unsent)
        case .prelim: flags.contains(.signed) && !flags.contains(.final)
        case .signed: flags.contains(.signed)
        case .trouble: flags.contains(.trouble)
        case .tell: flags.contains(.tell)
        }
    }

    /// Subspecialties depend on little that varies: each of its combinations is looked at once.
    private func rows(reading wanted: Set<Subspecialty>) -> [Bool] {
        struct Kind: Hashable {
            var modality, bodyPart, title: UInt32
            var isChild: Bool
        }
        var known: [Kind: Bool] = [:]
        return studies.indices.map { row in
            let age = age(row)
            let kind = Kind(
                modality: modalities.numbers[row], bodyPart: bodyParts.numbers[row], title: titles.numbers[row],
                isChild: age.map { $0 < 16 } ?? false)
            if let answer = known[kind] { return answer }
            let found = Subspecialty.of(
                modality: modalities.text(row), words: bodyParts.text(row) + " " + titles.text(row), age: age)
            known[kind] = !found.isDisjoint(with: wanted)
            return !found.isDisjoint(with: wanted)
        }
    }

    /// In whole years on the day of the study.
    func age(_ row: Int) -> Int? {
        let (birth, date) = (births[row], dates[row])
        guard birth > 0, date >= birth else { return nil }
        return Int((date - birth) / 10000)
    }

    /// When each report is due, in milliseconds since 1970.
    func dueTimes(_ targets: ReadingTargets) -> [Int64] {
        let bySite = sites.texts.map { site in
            (0...2).map { priority in
                Int64(targets.minutes(Priority(rawValue: priority) ?? .routine, at: SiteName(rawValue: site))) * 60_000
            }
        }
        return received.indices.map { received[$0] + bySite[Int(sites.numbers[$0])][min(2, Int(priorities[$0]))] }
    }

    /// The texts of a column, each once, for completion; the commonest first.
    func values(of key: WorklistFilter.Key) -> [String] {
        let column: SharedTextColumn
        switch key {
        case .modality: column = modalities
        case .body: column = bodyParts
        case .site: column = sites
        case .study: column = titles
        case .reader: column = readers
        default: return []
        }
        var counts = [Int](repeating: 0, count: column.texts.count)
        for number in column.numbers { counts[Int(number)] += 1 }
        return counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.map { column.texts[$0] }
            .filter { !$0.isEmpty }
    }
}
