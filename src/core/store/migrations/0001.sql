-- Format 1. Immutable once released: later formats add files, and only add tables and columns.
-- A date is what date() makes of it; the modifier makes it look at the month's length.

CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL DEFAULT '',
  fill_tolerance INTEGER NOT NULL DEFAULT 10 CHECK (fill_tolerance BETWEEN 0 AND 100),
  team_limit INTEGER NOT NULL DEFAULT 3 CHECK (team_limit BETWEEN 1 AND 100)
) STRICT;
INSERT INTO settings (id) VALUES (1);

CREATE TABLE skill (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
  category TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL DEFAULT '',
  accountabilities TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  location TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  manager INTEGER REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  capacity INTEGER NOT NULL DEFAULT 100 CHECK (capacity BETWEEN 0 AND 200),
  "from" TEXT CHECK ("from" IS NULL OR "from" IS date("from", '+0 days')),
  "until" TEXT CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
  notes TEXT NOT NULL DEFAULT '',
  CHECK ("from" <= "until")
) STRICT;
CREATE INDEX person_manager ON person (manager) WHERE manager IS NOT NULL;

CREATE TABLE person_skill (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  skill INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
  level INTEGER NOT NULL DEFAULT 2 CHECK (level BETWEEN 0 AND 4),
  UNIQUE (person, skill)
) STRICT;
CREATE INDEX person_skill_skill ON person_skill (skill);

CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
  "until" TEXT NOT NULL CHECK ("until" IS date("until", '+0 days')),
  reason TEXT NOT NULL DEFAULT '',
  CHECK ("from" <= "until")
) STRICT;
CREATE INDEX absence_person ON absence (person);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'baseline' CHECK (kind IN ('baseline', 'scenario')),
  base INTEGER REFERENCES plan (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived'))
) STRICT;
CREATE INDEX plan_base ON plan (base) WHERE base IS NOT NULL;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  parent INTEGER REFERENCES team (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL DEFAULT '',
  topology TEXT NOT NULL DEFAULT 'unset' CHECK (topology IN
    ('unset', 'stream-aligned', 'platform', 'enabling', 'complicated-subsystem')),
  ai_risk TEXT NOT NULL DEFAULT 'unassessed' CHECK (ai_risk IN
    ('unassessed', 'minimal', 'limited', 'high')),
  ml INTEGER NOT NULL DEFAULT 0 CHECK (ml IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 2147483647)
) STRICT;
CREATE INDEX team_plan ON team (plan);
CREATE INDEX team_parent ON team (parent) WHERE parent IS NOT NULL;

CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  team INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  role INTEGER NOT NULL REFERENCES role (id) ON DELETE RESTRICT,
  name TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  fte INTEGER NOT NULL DEFAULT 100 CHECK (fte BETWEEN 0 AND 1000),
  "from" TEXT CHECK ("from" IS NULL OR "from" IS date("from", '+0 days')),
  "until" TEXT CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
  required INTEGER NOT NULL DEFAULT 1 CHECK (required IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 2147483647),
  CHECK ("from" <= "until")
) STRICT;
CREATE INDEX slot_plan ON slot (plan);
CREATE INDEX slot_team ON slot (team);
CREATE INDEX slot_role ON slot (role);

CREATE TABLE slot_need (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  slot INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  skill INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
  level INTEGER NOT NULL DEFAULT 2 CHECK (level BETWEEN 1 AND 4),
  critical INTEGER NOT NULL DEFAULT 0 CHECK (critical IN (0, 1)),
  UNIQUE (slot, skill)
) STRICT;
CREATE INDEX slot_need_plan ON slot_need (plan);
CREATE INDEX slot_need_skill ON slot_need (skill);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  slot INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  allocation INTEGER NOT NULL DEFAULT 100 CHECK (allocation BETWEEN 1 AND 1000),
  "from" TEXT CHECK ("from" IS NULL OR "from" IS date("from", '+0 days')),
  "until" TEXT CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
  state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('confirmed', 'proposed')),
  CHECK ("from" <= "until")
) STRICT;
CREATE INDEX assignment_plan ON assignment (plan);
CREATE INDEX assignment_slot ON assignment (slot, person);
CREATE INDEX assignment_person ON assignment (person);

-- What belongs to a plan stays within it. A parent that is not there is the foreign key's matter:
-- an undo may put the child back before its parent.
CREATE TRIGGER team_plan_insert BEFORE INSERT ON team
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.parent AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER team_plan_update BEFORE UPDATE OF plan, parent ON team
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.parent AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER slot_plan_insert BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER slot_plan_update BEFORE UPDATE OF plan, team ON slot
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER slot_need_plan_insert BEFORE INSERT ON slot_need
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER slot_need_plan_update BEFORE UPDATE OF plan, slot ON slot_need
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER assignment_plan_insert BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER assignment_plan_update BEFORE UPDATE OF plan, slot ON assignment
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;

-- One person is not in one slot twice on the same day.
CREATE TRIGGER assignment_overlap_insert BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE slot = NEW.slot AND person = NEW.person
               AND id <> NEW.id
               AND coalesce ("from", '0000') <= coalesce (NEW."until", '9999-99')
               AND coalesce (NEW."from", '0000') <= coalesce ("until", '9999-99'))
BEGIN SELECT RAISE (ABORT, 'remit:in-slot-twice'); END;
CREATE TRIGGER assignment_overlap_update
BEFORE UPDATE OF slot, person, "from", "until" ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE slot = NEW.slot AND person = NEW.person
               AND id <> NEW.id
               AND coalesce ("from", '0000') <= coalesce (NEW."until", '9999-99')
               AND coalesce (NEW."from", '0000') <= coalesce ("until", '9999-99'))
BEGIN SELECT RAISE (ABORT, 'remit:in-slot-twice'); END;

-- The history: see remit-history-chain.h for how the hash is made, and remit-undo.c for the stacks.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('edit', 'undo', 'redo')),
  target INTEGER NOT NULL,
  plan INTEGER NOT NULL,
  below INTEGER NOT NULL,
  undo_top INTEGER NOT NULL,
  redo_top INTEGER NOT NULL,
  parts TEXT NOT NULL,
  changeset BLOB NOT NULL,
  hash TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;
-- What a large edit changed before what its line has: see remit-history-parts.h.
CREATE TABLE history_part (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  part INTEGER NOT NULL,
  changeset BLOB NOT NULL,
  UNIQUE (seq, part)
) STRICT;
CREATE TRIGGER history_part_insert BEFORE INSERT ON history_part
WHEN NEW.seq IS NOT 1 + coalesce ((SELECT max (seq) FROM history), 0)
  OR NEW.part IS NOT (SELECT count (*) FROM history_part WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_update BEFORE UPDATE ON history_part
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_part_delete BEFORE DELETE ON history_part
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_insert BEFORE INSERT ON history
WHEN NEW.seq IS NOT 1 + coalesce ((SELECT max (seq) FROM history), 0)
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_update BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
CREATE TRIGGER history_delete BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'remit:append-only'); END;
