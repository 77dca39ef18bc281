import Foundation
import GRDB
import Vault

/// A store as the first release left it: the later migrations taken back.
enum OlderStore {
    static func make(of folder: StoreFolder) throws {
        let ring = folder.isSealed ? try folder.unlock([StoreFolder.passphrase]) : nil
        try ring?.mount()
        defer { ring?.unmount() }
        let queue = try DatabaseQueue(path: folder.path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        for suffix in [".signed", ".signed-plain"] { unlink(folder.path + suffix) }  // there was no second copy
    }

    private static let sql = """
        DROP INDEX study_by_name;
        DROP TRIGGER study_came;
        DROP TRIGGER study_went;
        DROP TRIGGER study_moved;
        DROP TABLE worklist_revision;
        DROP INDEX study_taken;
        DROP INDEX study_by_words;
        DROP INDEX study_to_tell;
        DROP INDEX study_unsigned;
        DROP INDEX study_on_worklist;
        DROP TABLE rival_report;
        DROP TABLE pin;
        DROP TRIGGER outbox_entry_decided;
        DROP TRIGGER outbox_decision_fits;
        DROP TRIGGER outbox_decision_stays;
        DROP TRIGGER outbox_entry_stays_filed;
        DROP INDEX outbox_recheck;
        ALTER TABLE outbox DROP COLUMN recheck_at;
        ALTER TABLE outbox DROP COLUMN lost_at;
        ALTER TABLE outbox DROP COLUMN resolution;
        CREATE TRIGGER outbox_entry_stays_filed BEFORE UPDATE OF state ON outbox
            WHEN OLD.state = 'filed' AND NEW.state <> 'filed' BEGIN
            SELECT RAISE(ABORT, 'a filed report stays filed');
        END;
        DROP TABLE actionable_finding;
        DROP TABLE macro_use;
        DROP INDEX study_by_urgency;
        ALTER TABLE study DROP COLUMN listed;
        ALTER TABLE study DROP COLUMN actionable_since;
        ALTER TABLE study ADD COLUMN listed INTEGER GENERATED ALWAYS AS (
            (on_worklist = 1 OR claim_transaction IS NOT NULL) AND final_at IS NULL OR has_draft = 1 OR unsent > 0
        ) VIRTUAL;
        CREATE INDEX study_by_urgency ON study (listed, priority, received_at, study_instance_uid);
        DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1 %';
        """
}
