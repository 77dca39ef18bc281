/// What it takes to make a report of a template.
///
/// Every statement of a personal template is a field, and the first is selected when the template is there. Then:
/// - leaving all that follows as it is: no key;
/// - Tab, to the next field: 1;
/// - deleting a field's statement: 1;
/// - typing over it: only what is typed, completion included;
/// - going to a statement's end to add others: 1 (End), and what is typed.
///
/// Choosing the template costs `keysToChoose`: F7 and a digit.
struct TemplateUse {
    static let keysToChoose = 2

    private let template: [Statement]
    private let report: [Statement]

    init(_ template: [Statement], _ report: [Statement]) {
        self.template = template
        self.report = report
    }

    /// The fewest keys, by dynamic programming from the end.
    ///
    /// - Parameter typing: keys to type some statements of the report; `true` where they go on to the report's end.
    func fewestKeys(typing: (ArraySlice<Statement>, Bool) -> Int) -> Int {
        let (fields, all) = (template.count, report.count)
        // One row more than fields: there the cursor has left the last field, and only nothing may be missing.
        var fewest = [[Int]](repeating: [Int](repeating: Self.impossible, count: all + 1), count: fields + 1)
        fewest[fields][all] = 0
        let typed = typedKeys(typing)
        for field in stride(from: fields - 1, through: 0, by: -1) {
            for done in stride(from: all, through: 0, by: -1) {
                fewest[field][done] = keys(field, done, fewest[field + 1], typed)
            }
        }
        return fewest[0][0]
    }

    private static let impossible = 1_000_000

    private func typedKeys(_ typing: (ArraySlice<Statement>, Bool) -> Int) -> [[Int]] {
        report.indices.map { start in
            (start...report.count).map { $0 == start ? 0 : typing(report[start..<$0], $0 == report.count) }
        }
    }

    private func keys(_ field: Int, _ done: Int, _ next: [Int], _ typed: [[Int]]) -> Int {
        // Tab leads on only if there is more to change.
        let after = { (done: Int) in next[done] == 0 ? 0 : next[done] + 1 }
        var best = after(done) + 1
        guard done < report.count else { return best }
        if agree(template[field], report[done]) {
            best = min(best, after(done + 1))
            for end in done + 1..<report.count { best = min(best, 1 + typed[done + 1][end - done] + after(end + 1)) }
        }
        for end in done + 1...report.count { best = min(best, typed[done][end - done] + after(end)) }
        return best
    }

    /// Alike in what follows them too, unless one is the last.
    private func agree(_ field: Statement, _ statement: Statement) -> Bool {
        guard field.text == statement.text else { return false }
        return field.separator == statement.separator || field.separator.isEmpty || statement.separator.isEmpty
    }
}
