-- Format 6: a history whose beginning is sealed in an archive. Immutable once released.

-- Where the history begins that is in this file: after line seq, which is the newest line of the
-- archive. Its hash is what the first line here goes on from. There is no row while all lines are
-- here. What stands in these three tables is in the hash of the line that tells of the archive: see
-- remit-anchor.h.
CREATE TABLE history_anchor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq > 0),
  at INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length (hash) = 64),
  undo_top INTEGER NOT NULL,
  redo_top INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (before IS date(before, '+0 days')),
  archive TEXT NOT NULL CHECK (archive <> '')
) STRICT;

-- What lines here have to know of lines that are not: what they take back, and how far the desks
-- had counted.
CREATE TABLE history_stub (
  seq INTEGER PRIMARY KEY,
  desk INTEGER NOT NULL,
  count INTEGER NOT NULL,
  below INTEGER NOT NULL
) STRICT;

-- All data as they were after line seq, as changesets that insert them. The columns are those of
-- history_part.
CREATE TABLE history_base (
  part INTEGER PRIMARY KEY,
  compartment TEXT NOT NULL CHECK (compartment <> ''),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  salt BLOB CHECK (length (salt) = 16),
  changeset BLOB NOT NULL CHECK (salt IS NOT NULL OR length (changeset) = 0)
) STRICT;

-- An archive has one row: its history goes no further, so nothing in it can be edited.
CREATE TABLE history_end (
  id INTEGER PRIMARY KEY CHECK (id = 1)
) STRICT;
CREATE TRIGGER history_end BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history_end)
BEGIN SELECT RAISE (ABORT, 'remit:archive'); END;

CREATE TRIGGER history_anchor_insert BEFORE INSERT ON history_anchor
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_anchor_update BEFORE UPDATE ON history_anchor
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_anchor_delete BEFORE DELETE ON history_anchor
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_stub_insert BEFORE INSERT ON history_stub
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_stub_update BEFORE UPDATE ON history_stub
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_stub_delete BEFORE DELETE ON history_stub
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_base_insert BEFORE INSERT ON history_base
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_base_update BEFORE UPDATE ON history_base
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_base_delete BEFORE DELETE ON history_base
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
