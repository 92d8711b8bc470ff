-- Format 5: a line of the history that can travel. Immutable once released.

-- ── The history ──────────────────────────────────────────────────────────────────────────────────

-- Who writes into this file: one installation and user. Its key tells them apart; see remit-desk.c.
-- It is not in the history, so that no undo takes it back.
CREATE TABLE desk (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length (key) = 64)
) STRICT;

-- How far a desk has verified the history: see remit-history-verified.c.
CREATE TABLE verified (
  desk INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length (hash) = 64),
  at INTEGER NOT NULL,
  seal TEXT NOT NULL CHECK (length (seal) = 64)
) STRICT;

-- Lines of form 1 stay as they were written. One of form 2 has a message for a label (see
-- remit-message.h), and all that it changed in history_part; how its hash is made is said in
-- remit-history-hash.h.
ALTER TABLE history ADD COLUMN form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
ALTER TABLE history ADD COLUMN desk INTEGER NOT NULL DEFAULT 0
  CHECK ((form = 1) = (desk = 0));
ALTER TABLE history ADD COLUMN count INTEGER NOT NULL DEFAULT 0
  CHECK ((form = 1) = (count = 0));
CREATE UNIQUE INDEX history_count ON history (desk, count) WHERE desk <> 0;

-- What lines of form 1 changed before what stands in themselves.
DROP TRIGGER history_part_insert;
DROP TRIGGER history_part_update;
DROP TRIGGER history_part_delete;
ALTER TABLE history_part RENAME TO history_part_1;
CREATE TRIGGER history_part_1_insert BEFORE INSERT ON history_part_1
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_1_update BEFORE UPDATE ON history_part_1
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_1_delete BEFORE DELETE ON history_part_1
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;

-- What a line of form 2 changed, in the order in which it was done. A part whose changeset is
-- withheld has no salt and an empty changeset; its digest stays. The parts come before their line.
CREATE TABLE history_part (
  seq INTEGER NOT NULL,
  part INTEGER NOT NULL,
  compartment TEXT NOT NULL CHECK (compartment <> ''),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  salt BLOB CHECK (length (salt) = 16),
  changeset BLOB NOT NULL CHECK (salt IS NOT NULL OR length (changeset) = 0),
  PRIMARY KEY (seq, part)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER history_part_insert BEFORE INSERT ON history_part
WHEN NEW.seq IS NOT 1 + coalesce ((SELECT max (seq) FROM history), 0)
  OR NEW.part IS NOT (SELECT count (*) FROM history_part WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_update BEFORE UPDATE ON history_part
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_delete BEFORE DELETE ON history_part
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;

-- All that was changed, whatever the form of the line.
CREATE VIEW history_changeset (seq, part, changeset) AS
SELECT seq, part, changeset FROM history_part
UNION ALL SELECT seq, part, changeset FROM history_part_1
UNION ALL SELECT seq, 9223372036854775807, changeset FROM history WHERE form = 1;

-- ── Copies ───────────────────────────────────────────────────────────────────────────────────────

-- What was copied from what: see REMIT_FIELD_COPIED() in remit-field.h. These are no foreign keys,
-- since an origin may be deleted and is remembered all the same.
ALTER TABLE team ADD COLUMN origin INTEGER;
ALTER TABLE slot ADD COLUMN origin INTEGER;
ALTER TABLE slot_need ADD COLUMN origin INTEGER;
ALTER TABLE assignment ADD COLUMN origin INTEGER;
ALTER TABLE decision ADD COLUMN origin INTEGER;
ALTER TABLE right ADD COLUMN origin INTEGER;
ALTER TABLE decision_event ADD COLUMN origin INTEGER;
ALTER TABLE ladder ADD COLUMN origin INTEGER;
ALTER TABLE rung ADD COLUMN origin INTEGER;
ALTER TABLE waiver ADD COLUMN origin INTEGER;
ALTER TABLE comment ADD COLUMN origin INTEGER;

-- Merged people: an entry of a log may name who is kept instead of who goes, while the edit runs
-- that merges them, and in nothing else does it change: see remit-follow.h.
CREATE TABLE merging (
  gone INTEGER PRIMARY KEY,
  kept INTEGER NOT NULL CHECK (kept <> gone)
) STRICT;
CREATE TRIGGER merging_end AFTER DELETE ON person
BEGIN DELETE FROM merging WHERE gone = OLD.id; END;
-- No edit ends before who goes is gone.
CREATE TRIGGER history_merging BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM merging)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;

DROP TRIGGER decision_event_update;
CREATE TRIGGER decision_event_update BEFORE UPDATE ON decision_event
WHEN (NEW.person IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM merging WHERE gone = OLD.person AND kept = NEW.person))
  OR OLD.id IS NOT NEW.id OR OLD.plan IS NOT NEW.plan OR OLD.decision IS NOT NEW.decision
  OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor OR OLD.kind IS NOT NEW.kind
  OR OLD.result IS NOT NEW.result OR OLD.text IS NOT NEW.text
  OR OLD.consequences IS NOT NEW.consequences OR OLD.evidence IS NOT NEW.evidence
  OR OLD.override IS NOT NEW.override OR OLD.corrects IS NOT NEW.corrects
  OR OLD.origin IS NOT NEW.origin
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
DROP TRIGGER conflict_event_update;
CREATE TRIGGER conflict_event_update BEFORE UPDATE ON conflict_event
WHEN (NEW.person IS NOT NULL AND OLD.person IS NOT NEW.person
      AND NOT EXISTS (SELECT 1 FROM merging WHERE gone = OLD.person AND kept = NEW.person))
  OR (NEW.decision IS NOT NULL AND OLD.decision IS NOT NEW.decision)
  OR OLD.id IS NOT NEW.id OR OLD.plan IS NOT NEW.plan OR OLD.conflict IS NOT NEW.conflict
  OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor OR OLD.kind IS NOT NEW.kind
  OR OLD.rung IS NOT NEW.rung OR OLD.text IS NOT NEW.text OR OLD.corrects IS NOT NEW.corrects
  OR (OLD.person IS NEW.person AND OLD.decision IS NEW.decision)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
