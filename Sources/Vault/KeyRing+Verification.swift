/// Comparing a sealed copy with the plain database it was made from.
extension KeyRing {
    func verify(_ copy: String, against plain: SQLConnection) throws(VaultError) {
        try plain.execute("ATTACH \(SQLConnection.literal(copy)) AS sealed")
        try require(try plain.query("PRAGMA sealed.integrity_check") == ["ok"], "the copy is not sound")
        for pragma in ["user_version", "application_id", "encoding"] {
            let values = (try plain.query("PRAGMA main.\(pragma)"), try plain.query("PRAGMA sealed.\(pragma)"))
            try require(values.0 == values.1, "\(pragma) differs")
        }
        try require(try schema(of: "main", plain) == schema(of: "sealed", plain), "the schema differs")
        // A virtual table keeps its content in tables of its own, which are in the list too.
        let tables = try plain.query(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        for table in tables { try compare(table, plain) }
        try plain.execute("DETACH sealed")
    }

    private func schema(of database: String, _ connection: SQLConnection) throws(VaultError) -> [String] {
        try connection.query(
            "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM \(database).sqlite_schema "
                + "ORDER BY 1")
    }

    private func compare(_ table: String, _ connection: SQLConnection) throws(VaultError) {
        let name = SQLConnection.quoted(table)
        let counts = try connection.query(
            "SELECT count(*) FROM main.\(name) UNION ALL SELECT count(*) FROM sealed.\(name)")
        try require(counts.count == 2 && counts[0] == counts[1], "the number of rows of \(table) differs")
        // Row ids too: a search index refers to them, and VACUUM keeps them only as a rule.
        let columns = (try? connection.query("SELECT rowid FROM main.\(name) LIMIT 1")) == nil ? "*" : "rowid, *"
        let missing = try connection.query(
            "SELECT count(*) FROM (SELECT \(columns) FROM main.\(name) EXCEPT SELECT \(columns) FROM sealed.\(name))")
        try require(missing == ["0"], "rows of \(table) differ")
    }

    private func require(_ holds: Bool, _ why: String) throws(VaultError) {
        guard holds else { throw .conversionFailed(path: databasePath, why: why) }
    }
}
