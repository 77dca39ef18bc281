import GRDB
public import Vault

extension LocalStore {
    /// Sets the PIN that signing may ask for, or takes it away.
    public func setPIN(_ pin: PIN?) throws(StoreFailure) {
        try writing { database in
            try database.execute(sql: "DELETE FROM pin")
            guard let pin else { return }
            try database.execute(sql: "INSERT INTO pin (id, hash) VALUES (1, ?)", arguments: [pin.hash()])
        }
    }

    public func hasPIN() throws(StoreFailure) -> Bool { try pinHash() != nil }

    /// Slow on purpose: a tenth of a second.
    public func accepts(_ pin: PIN) throws(StoreFailure) -> Bool { try pinHash().map(pin.matches) ?? false }

    private func pinHash() throws(StoreFailure) -> String? {
        try reading { try String.fetchOne($0, sql: "SELECT hash FROM pin") }
    }
}
