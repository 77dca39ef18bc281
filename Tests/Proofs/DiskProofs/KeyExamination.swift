import Vault

/// What opens a store after its keys were being changed.
struct KeyExamination {
    let folder: StoreFolder
    let testimony: Testimony

    func examine() throws -> [String] {
        guard KeyRing.exists(for: folder.path), let text = testimony.recoveryKey else { return [] }
        do {
            _ = try KeyRing.unlock(folder.path, with: .recoveryKey(try RecoveryKey(text: text)))
            return []
        } catch VaultError.wrongRecoveryKey {
            return ["the new recovery key was told, and opens nothing"]
        }
    }
}
