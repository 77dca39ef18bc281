import Vault

/// What opens a store after its keys were being changed.
struct KeyExamination {
    let folder: StoreFolder
    let testimony: Testimony

    func examine(isChanged: Bool) throws -> [String] {
        let old = isChanged ? try opens(StoreFolder.passphrase) : false
        return try (old ? ["the old passphrase still opens the store"] : []) + recoveryKey()
    }

    private func opens(_ passphrase: String) throws -> Bool {
        do {
            _ = try folder.unlock([passphrase])
            return true
        } catch VaultError.wrongPassphrase {
            return false
        }
    }

    private func recoveryKey() throws -> [String] {
        guard KeyRing.exists(for: folder.path), let text = testimony.recoveryKey else { return [] }
        do {
            _ = try KeyRing.unlock(folder.path, with: .recoveryKey(try RecoveryKey(text: text)))
            return []
        } catch VaultError.wrongRecoveryKey {
            return ["the new recovery key was told, and opens nothing"]
        }
    }
}
