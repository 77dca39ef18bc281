import GRDB

/// The tables, as migrations. A migration is never edited and never names a type of today's program:
/// it must do the same in ten years.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 reading, signing, filing, audit") { database in
            try database.execute(sql: studies + drafts + reports + outbox + audit)
        }
        migrator.registerMigration("2 actionable findings, use of macros") { database in
            try database.execute(sql: listedWithFindings + findings + macroUse)
        }
        migrator.registerMigration("3 PIN") { database in
            try database.execute(sql: pin)
        }
        migrator.registerMigration("4 decisions, looking again") { database in
            try database.execute(sql: decisions + rivals)
        }
        migrator.registerMigration("5 names") { database in
            try database.execute(sql: names)
        }
        migrator.registerMigration("6 finding in long lists") { database in
            try database.execute(sql: finding)
        }
        migrator.registerMigration("7 filtering and sorting long lists") { database in
            try database.execute(sql: columns)
        }
        return migrator
    }

    /// `told` is the server's last word on the study, to notice a new one: `fetched_at` 0 means the details are stale.
    /// A study row is what the server told (its own columns), and marks kept by triggers of what is here beside it.
    private static let studies = """
        CREATE TABLE study (
            study_instance_uid TEXT NOT NULL PRIMARY KEY CHECK (length(study_instance_uid) BETWEEN 1 AND 64),
            patient_id TEXT CHECK (patient_id <> ''),
            issuer_of_patient_id TEXT CHECK (issuer_of_patient_id <> ''),
            patient_name TEXT,
            birth_date TEXT,
            sex TEXT CHECK (sex IN ('F', 'M', 'O')),
            accession_number TEXT CHECK (accession_number <> ''),
            referring_physician TEXT,
            indication TEXT,
            requested_procedures TEXT NOT NULL DEFAULT '[]',
            study_id TEXT,
            study_date TEXT,
            study_time TEXT,
            description TEXT,
            modalities TEXT NOT NULL DEFAULT '',
            body_part TEXT,
            site TEXT,
            series_count INTEGER,
            instance_count INTEGER,
            priority INTEGER NOT NULL DEFAULT 2 CHECK (priority BETWEEN 0 AND 2),
            received_at INTEGER NOT NULL,
            scheduled_at INTEGER,
            workitem_uid TEXT,
            claim_reader TEXT,
            claim_transaction TEXT,
            claimed_locally INTEGER NOT NULL DEFAULT 0,
            workitem_completed INTEGER NOT NULL DEFAULT 0,
            folded_text TEXT NOT NULL DEFAULT '',
            told TEXT NOT NULL DEFAULT '',
            on_worklist INTEGER NOT NULL DEFAULT 0,
            has_draft INTEGER NOT NULL DEFAULT 0,
            signed_at INTEGER,
            final_at INTEGER,
            unsent INTEGER NOT NULL DEFAULT 0,
            listed INTEGER GENERATED ALWAYS AS (
                (on_worklist = 1 OR claim_transaction IS NOT NULL) AND final_at IS NULL OR has_draft = 1 OR unsent > 0
            ) VIRTUAL
        ) STRICT;
        CREATE INDEX study_by_urgency ON study (listed, priority, received_at, study_instance_uid);
        CREATE INDEX study_by_patient ON study (patient_id, issuer_of_patient_id, study_date);
        CREATE INDEX study_by_signing ON study (signed_at) WHERE signed_at IS NOT NULL;
        CREATE TABLE study_detail (
            study_instance_uid TEXT NOT NULL PRIMARY KEY REFERENCES study,
            fetched_at INTEGER NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE TABLE prior_report (
            sop_instance_uid TEXT NOT NULL PRIMARY KEY,
            study_instance_uid TEXT NOT NULL REFERENCES study,
            report TEXT NOT NULL
        ) STRICT;
        CREATE INDEX prior_report_by_study ON prior_report (study_instance_uid);
        """

    private static let drafts = """
        CREATE TABLE draft (
            study_instance_uid TEXT NOT NULL PRIMARY KEY REFERENCES study,
            saved_at INTEGER NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER draft_begun AFTER INSERT ON draft BEGIN
            UPDATE study SET has_draft = 1 WHERE study_instance_uid = NEW.study_instance_uid;
        END;
        CREATE TRIGGER draft_ended AFTER DELETE ON draft BEGIN
            UPDATE study SET has_draft = 0 WHERE study_instance_uid = OLD.study_instance_uid;
        END;
        CREATE TABLE discarded_draft (
            id INTEGER PRIMARY KEY,
            study_instance_uid TEXT NOT NULL REFERENCES study,
            discarded_at INTEGER NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        """

    /// Signed versions are append-only, by trigger; each carries the digest of the one signed before it.
    private static let reports = """
        CREATE TABLE report_version (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            report_id TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            study_instance_uid TEXT NOT NULL REFERENCES study,
            series_instance_uid TEXT NOT NULL,
            sop_instance_uid TEXT NOT NULL UNIQUE,
            signed_at INTEGER NOT NULL,
            is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
            version TEXT NOT NULL,
            document BLOB NOT NULL CHECK (length(document) > 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            chain TEXT NOT NULL CHECK (length(chain) = 64),
            UNIQUE (report_id, number)
        ) STRICT;
        CREATE INDEX report_version_by_study ON report_version (study_instance_uid);
        CREATE TRIGGER report_version_never_changes BEFORE UPDATE ON report_version BEGIN
            SELECT RAISE(ABORT, 'a signed report version cannot be changed');
        END;
        CREATE TRIGGER report_version_never_goes BEFORE DELETE ON report_version BEGIN
            SELECT RAISE(ABORT, 'a signed report version cannot be deleted');
        END;
        CREATE TRIGGER report_version_in_order BEFORE INSERT ON report_version
            WHEN NEW.number <> 1 + (SELECT count(*) FROM report_version WHERE report_id = NEW.report_id) BEGIN
            SELECT RAISE(ABORT, 'a report version must follow the latest one');
        END;
        CREATE TRIGGER report_version_signed AFTER INSERT ON report_version BEGIN
            UPDATE study SET signed_at = NEW.signed_at, final_at = CASE WHEN NEW.is_final THEN NEW.signed_at ELSE final_at END
                WHERE study_instance_uid = NEW.study_instance_uid;
        END;
        """

    private static let outbox = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            version_id TEXT NOT NULL REFERENCES report_version (id),
            destination TEXT NOT NULL CHECK (destination <> ''),
            state TEXT NOT NULL CHECK (state IN ('queued', 'unknown', 'filed', 'rejected', 'conflict')),
            attempts INTEGER NOT NULL DEFAULT 0,
            next_attempt INTEGER,
            last_answer TEXT,
            filed_at INTEGER CHECK ((filed_at IS NOT NULL) = (state = 'filed')),
            UNIQUE (version_id, destination)
        ) STRICT;
        CREATE INDEX outbox_unsent ON outbox (id) WHERE state <> 'filed';
        CREATE TRIGGER outbox_entry_added AFTER INSERT ON outbox BEGIN
            UPDATE study SET unsent = unsent + (NEW.state <> 'filed') WHERE study_instance_uid =
                (SELECT study_instance_uid FROM report_version WHERE id = NEW.version_id);
        END;
        CREATE TRIGGER outbox_entry_moved AFTER UPDATE OF state ON outbox BEGIN
            UPDATE study SET unsent = unsent + (NEW.state <> 'filed') - (OLD.state <> 'filed')
                WHERE study_instance_uid = (SELECT study_instance_uid FROM report_version WHERE id = NEW.version_id);
        END;
        CREATE TRIGGER outbox_entry_stays_filed BEFORE UPDATE OF state ON outbox
            WHEN OLD.state = 'filed' AND NEW.state <> 'filed' BEGIN
            SELECT RAISE(ABORT, 'a filed report stays filed');
        END;
        CREATE TRIGGER outbox_entry_never_goes BEFORE DELETE ON outbox BEGIN
            SELECT RAISE(ABORT, 'an outbox entry cannot be deleted');
        END;
        """

    private static let audit = """
        CREATE TABLE audit (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            event TEXT NOT NULL,
            reader TEXT NOT NULL,
            study_instance_uid TEXT,
            detail TEXT NOT NULL DEFAULT '',
            chain TEXT NOT NULL CHECK (length(chain) = 64)
        ) STRICT;
        CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit cannot be changed');
        END;
        CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit cannot be deleted');
        END;
        """

    /// A study whose finding nobody was told of stays on the list, signed or not.
    private static let listedWithFindings = """
        DROP INDEX study_by_urgency;
        ALTER TABLE study DROP COLUMN listed;
        ALTER TABLE study ADD COLUMN actionable_since INTEGER;
        ALTER TABLE study ADD COLUMN listed INTEGER GENERATED ALWAYS AS (
            (on_worklist = 1 OR claim_transaction IS NOT NULL) AND final_at IS NULL OR has_draft = 1 OR unsent > 0
            OR actionable_since IS NOT NULL
        ) VIRTUAL;
        CREATE INDEX study_by_urgency ON study (listed, priority, received_at, study_instance_uid);
        """

    /// Findings of drafts come and go with them; those of signed reports stay.
    private static let findings = """
        CREATE TABLE actionable_finding (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            study_instance_uid TEXT NOT NULL REFERENCES study,
            is_signed INTEGER NOT NULL DEFAULT 0 CHECK (is_signed IN (0, 1)),
            found_at INTEGER NOT NULL,
            communicated_at INTEGER,
            finding TEXT NOT NULL
        ) STRICT;
        CREATE INDEX actionable_finding_by_study ON actionable_finding (study_instance_uid);
        CREATE TRIGGER actionable_finding_added AFTER INSERT ON actionable_finding BEGIN
            UPDATE study SET actionable_since = (SELECT min(found_at) FROM actionable_finding
                WHERE study_instance_uid = NEW.study_instance_uid AND communicated_at IS NULL)
                WHERE study_instance_uid = NEW.study_instance_uid;
        END;
        CREATE TRIGGER actionable_finding_changed AFTER UPDATE ON actionable_finding BEGIN
            UPDATE study SET actionable_since = (SELECT min(found_at) FROM actionable_finding
                WHERE study_instance_uid = NEW.study_instance_uid AND communicated_at IS NULL)
                WHERE study_instance_uid = NEW.study_instance_uid;
        END;
        CREATE TRIGGER actionable_finding_gone AFTER DELETE ON actionable_finding BEGIN
            UPDATE study SET actionable_since = (SELECT min(found_at) FROM actionable_finding
                WHERE study_instance_uid = OLD.study_instance_uid AND communicated_at IS NULL)
                WHERE study_instance_uid = OLD.study_instance_uid;
        END;
        CREATE TRIGGER actionable_finding_stays BEFORE DELETE ON actionable_finding WHEN OLD.is_signed = 1 BEGIN
            SELECT RAISE(ABORT, 'a finding of a signed report cannot be deleted');
        END;
        """

    private static let macroUse = """
        CREATE TABLE macro_use (name TEXT NOT NULL PRIMARY KEY, uses INTEGER NOT NULL CHECK (uses > 0)) STRICT;
        """

    /// One reader, one PIN: what Argon2 made of it.
    private static let pin = """
        CREATE TABLE pin (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            hash TEXT NOT NULL CHECK (hash <> '')
        ) STRICT;
        """

    /// A filed report stays filed unless it was looked for and is not there any more; what was decided stays decided.
    private static let decisions = """
        ALTER TABLE outbox ADD COLUMN recheck_at INTEGER;
        ALTER TABLE outbox ADD COLUMN lost_at INTEGER;
        ALTER TABLE outbox ADD COLUMN resolution TEXT CHECK (resolution <> '');
        UPDATE outbox SET recheck_at = filed_at + 3600000 WHERE state = 'filed';
        CREATE INDEX outbox_recheck ON outbox (recheck_at) WHERE recheck_at IS NOT NULL;
        DROP TRIGGER outbox_entry_stays_filed;
        CREATE TRIGGER outbox_entry_stays_filed BEFORE UPDATE OF state ON outbox
            WHEN OLD.state = 'filed' AND NEW.state <> 'filed' AND OLD.lost_at IS NULL BEGIN
            SELECT RAISE(ABORT, 'a filed report stays filed');
        END;
        CREATE TRIGGER outbox_decision_stays BEFORE UPDATE ON outbox WHEN OLD.resolution IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'what was decided about an outbox entry stays');
        END;
        CREATE TRIGGER outbox_decision_fits BEFORE UPDATE OF resolution ON outbox
            WHEN NEW.resolution IS NOT NULL AND NEW.state NOT IN ('rejected', 'conflict') BEGIN
            SELECT RAISE(ABORT, 'only what cannot be filed is decided about');
        END;
        CREATE TRIGGER outbox_entry_decided AFTER UPDATE OF resolution ON outbox
            WHEN OLD.resolution IS NULL AND NEW.resolution IS NOT NULL BEGIN
            UPDATE study SET unsent = unsent - 1
                WHERE study_instance_uid = (SELECT study_instance_uid FROM report_version WHERE id = NEW.version_id);
        END;
        """

    /// Final reports of others on a study that has a final one of ours.
    private static let rivals = """
        CREATE TABLE rival_report (
            sop_instance_uid TEXT NOT NULL PRIMARY KEY REFERENCES prior_report,
            study_instance_uid TEXT NOT NULL REFERENCES study,
            found_at INTEGER NOT NULL,
            resolution TEXT CHECK (resolution <> '')
        ) STRICT;
        CREATE INDEX rival_report_open ON rival_report (study_instance_uid) WHERE resolution IS NULL;
        """

    /// To find patients of the same name.
    private static let names = "CREATE INDEX study_by_name ON study (patient_name COLLATE NOCASE);"
    /// What keeps a list of 100,000 studies quick: the few that somebody works on, and the words of all, in the order of
    /// the list, without their rows; and a number that tells whether any list changed since it was last read.
    private static let finding = """
        CREATE INDEX study_taken ON study
            (listed, priority, received_at, study_instance_uid, claim_transaction, claim_reader, has_draft, unsent)
            WHERE claim_reader IS NOT NULL OR claim_transaction IS NOT NULL OR has_draft = 1 OR unsent > 0;
        CREATE INDEX study_by_words ON study (listed, priority, received_at, study_instance_uid, folded_text);
        CREATE INDEX study_on_worklist ON study (study_instance_uid) WHERE on_worklist = 1;
        CREATE TABLE worklist_revision (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            number INTEGER NOT NULL
        ) STRICT;
        INSERT INTO worklist_revision (id, number) VALUES (1, 0);
        CREATE TRIGGER study_came AFTER INSERT ON study BEGIN
            UPDATE worklist_revision SET number = number + 1;
        END;
        CREATE TRIGGER study_went AFTER DELETE ON study BEGIN
            UPDATE worklist_revision SET number = number + 1;
        END;
        CREATE TRIGGER study_moved AFTER UPDATE ON study
            WHEN NEW.listed IS NOT OLD.listed OR NEW.priority <> OLD.priority OR NEW.received_at <> OLD.received_at
                OR NEW.folded_text <> OLD.folded_text OR NEW.claim_reader IS NOT OLD.claim_reader
                OR NEW.claim_transaction IS NOT OLD.claim_transaction OR NEW.has_draft <> OLD.has_draft
                OR NEW.unsent <> OLD.unsent OR NEW.signed_at IS NOT OLD.signed_at BEGIN
            UPDATE worklist_revision SET number = number + 1;
        END;
        """

    /// What lists are filtered and sorted by stands in one index, so that it is read without the rows.
    private static let columns = """
        DROP INDEX study_by_words;
        CREATE INDEX study_by_words ON study (listed, priority, received_at, study_instance_uid, folded_text,
            patient_name, patient_id, birth_date, sex, accession_number, modalities, body_part, site, study_date,
            description, instance_count, referring_physician, claim_reader, claim_transaction, has_draft, unsent,
            signed_at, final_at, actionable_since);
        CREATE INDEX study_to_tell ON study (listed, priority, received_at, study_instance_uid)
            WHERE actionable_since IS NOT NULL;
        CREATE INDEX study_unsigned ON study (listed, priority, received_at, study_instance_uid)
            WHERE (has_draft = 1 OR signed_at IS NOT NULL AND final_at IS NULL);
        DROP TRIGGER study_moved;
        CREATE TRIGGER study_moved AFTER UPDATE ON study
            WHEN NEW.listed IS NOT OLD.listed OR NEW.priority <> OLD.priority OR NEW.received_at <> OLD.received_at
                OR NEW.folded_text <> OLD.folded_text OR NEW.claim_reader IS NOT OLD.claim_reader
                OR NEW.claim_transaction IS NOT OLD.claim_transaction OR NEW.has_draft <> OLD.has_draft
                OR NEW.unsent <> OLD.unsent OR NEW.signed_at IS NOT OLD.signed_at OR NEW.final_at IS NOT OLD.final_at
                OR NEW.actionable_since IS NOT OLD.actionable_since OR NEW.birth_date IS NOT OLD.birth_date
                OR NEW.sex IS NOT OLD.sex OR NEW.instance_count IS NOT OLD.instance_count
                OR NEW.referring_physician IS NOT OLD.referring_physician BEGIN
            UPDATE worklist_revision SET number = number + 1;
        END;
        """
}
