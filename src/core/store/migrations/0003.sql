-- Format 3: conflicts, escalation ladders, working hours. Immutable once released.

ALTER TABLE settings ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN work_from INTEGER NOT NULL DEFAULT 540
  CHECK (work_from BETWEEN 0 AND 1439);
ALTER TABLE settings ADD COLUMN work_until INTEGER NOT NULL DEFAULT 1020
  CHECK (work_until BETWEEN 1 AND 1440);
ALTER TABLE settings ADD COLUMN work_days INTEGER NOT NULL DEFAULT 31
  CHECK (work_days BETWEEN 1 AND 127);
ALTER TABLE person ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE waiver ADD COLUMN conflict INTEGER REFERENCES conflict (id) ON DELETE CASCADE;
ALTER TABLE waiver ADD COLUMN ladder INTEGER REFERENCES ladder (id) ON DELETE CASCADE;
-- See 0002.sql. What a table refers to may come after it.
UPDATE waiver SET rule = rule;
UPDATE settings SET name = name;
UPDATE person SET name = name;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
  name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE ladder (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  team INTEGER REFERENCES team (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  "repeat" INTEGER NOT NULL DEFAULT 0 CHECK ("repeat" BETWEEN 0 AND 9),
  position INTEGER NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 2147483647)
) STRICT;
CREATE INDEX ladder_plan ON ladder (plan);
CREATE INDEX ladder_team ON ladder (team) WHERE team IS NOT NULL;

CREATE TABLE rung (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  ladder INTEGER NOT NULL REFERENCES ladder (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 2147483647),
  slot INTEGER REFERENCES slot (id) ON DELETE SET NULL,
  role INTEGER REFERENCES role (id) ON DELETE SET NULL,
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  "limit" INTEGER NOT NULL DEFAULT 2880 CHECK ("limit" BETWEEN 1 AND 527040),
  clock TEXT NOT NULL DEFAULT 'calendar' CHECK (clock IN ('calendar', 'working')),
  action TEXT NOT NULL DEFAULT 'mediate' CHECK (action IN ('mediate', 'decide')),
  automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
  skip INTEGER NOT NULL DEFAULT 1 CHECK (skip IN (0, 1)),
  CHECK ((slot IS NOT NULL) + (role IS NOT NULL) + (person IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX rung_plan ON rung (plan);
CREATE INDEX rung_ladder ON rung (ladder);
CREATE INDEX rung_slot ON rung (slot) WHERE slot IS NOT NULL;
CREATE INDEX rung_role ON rung (role) WHERE role IS NOT NULL;
CREATE INDEX rung_person ON rung (person) WHERE person IS NOT NULL;

CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  team INTEGER REFERENCES team (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  description TEXT NOT NULL DEFAULT '',
  impact TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT 'technical' CHECK (type IN
    ('technical', 'priority', 'resource', 'data', 'ethics', 'compliance', 'interpersonal')),
  severity INTEGER NOT NULL DEFAULT 2 CHECK (severity BETWEEN 1 AND 4),
  visibility TEXT NOT NULL DEFAULT 'team' CHECK (visibility IN ('team', 'parties', 'private')),
  raised INTEGER NOT NULL,
  raiser TEXT NOT NULL CHECK (raiser <> ''),
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  owner INTEGER REFERENCES person (id) ON DELETE SET NULL,
  target TEXT CHECK (target IS NULL OR target IS date(target, '+0 days')),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN
    ('open', 'mediating', 'escalated', 'resolved', 'closed', 'withdrawn')),
  ladder INTEGER REFERENCES ladder (id) ON DELETE SET NULL,
  "repeat" INTEGER NOT NULL DEFAULT 0 CHECK ("repeat" BETWEEN 0 AND 9),
  rung INTEGER NOT NULL DEFAULT 0 CHECK (rung BETWEEN 0 AND 1000),
  entered INTEGER,
  due INTEGER,
  ran_out INTEGER,
  decision INTEGER REFERENCES decision (id) ON DELETE SET NULL,
  mode TEXT NOT NULL DEFAULT 'none' CHECK (mode IN ('none', 'competing', 'collaborating',
    'compromising', 'avoiding', 'accommodating')),
  resolution TEXT NOT NULL DEFAULT '',
  ended INTEGER
) STRICT;
-- The list shows a page at a time in each of these orders, however many there are.
CREATE INDEX conflict_plan ON conflict (plan, raised);
CREATE INDEX conflict_running ON conflict (plan, raised)
  WHERE status IN ('open', 'mediating', 'escalated');
CREATE INDEX conflict_clock ON conflict (plan, coalesce (due, 9223372036854775807))
  WHERE status IN ('open', 'mediating', 'escalated');
CREATE INDEX conflict_severity ON conflict (plan, severity DESC, raised)
  WHERE status IN ('open', 'mediating', 'escalated');
CREATE INDEX conflict_due ON conflict (due)
  WHERE due IS NOT NULL AND status IN ('open', 'mediating', 'escalated');
CREATE INDEX conflict_team ON conflict (team) WHERE team IS NOT NULL;
CREATE INDEX conflict_person ON conflict (person) WHERE person IS NOT NULL;
CREATE INDEX conflict_owner ON conflict (owner) WHERE owner IS NOT NULL;
CREATE INDEX conflict_ladder ON conflict (ladder) WHERE ladder IS NOT NULL;
CREATE INDEX conflict_decision ON conflict (decision) WHERE decision IS NOT NULL;

CREATE TABLE involvement (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  conflict INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
  team INTEGER NOT NULL REFERENCES team (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX involvement_plan ON involvement (plan);
CREATE INDEX involvement_team ON involvement (team);
CREATE UNIQUE INDEX involvement_once ON involvement (conflict, team);

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  conflict INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  position TEXT NOT NULL DEFAULT '',
  interest TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX party_plan ON party (plan);
CREATE INDEX party_conflict ON party (conflict);
CREATE INDEX party_person ON party (person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX party_once ON party (conflict, person) WHERE person IS NOT NULL;

CREATE TABLE own_rung (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  conflict INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 1 CHECK (position BETWEEN 1 AND 1000),
  slot INTEGER REFERENCES slot (id) ON DELETE SET NULL,
  role INTEGER REFERENCES role (id) ON DELETE SET NULL,
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  "limit" INTEGER NOT NULL DEFAULT 2880 CHECK ("limit" BETWEEN 1 AND 527040),
  clock TEXT NOT NULL DEFAULT 'calendar' CHECK (clock IN ('calendar', 'working')),
  action TEXT NOT NULL DEFAULT 'mediate' CHECK (action IN ('mediate', 'decide')),
  automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
  skip INTEGER NOT NULL DEFAULT 1 CHECK (skip IN (0, 1)),
  CHECK ((slot IS NOT NULL) + (role IS NOT NULL) + (person IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX own_rung_plan ON own_rung (plan);
CREATE INDEX own_rung_conflict ON own_rung (conflict);
CREATE INDEX own_rung_slot ON own_rung (slot) WHERE slot IS NOT NULL;
CREATE INDEX own_rung_role ON own_rung (role) WHERE role IS NOT NULL;
CREATE INDEX own_rung_person ON own_rung (person) WHERE person IS NOT NULL;

CREATE TABLE conflict_event (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  conflict INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'statement' CHECK (kind IN ('raised', 'statement', 'mediation',
    'escalated', 'de-escalated', 'ran-out', 'resolved', 'closed', 'withdrawn', 'reopened',
    'correction')),
  rung INTEGER NOT NULL DEFAULT 0 CHECK (rung BETWEEN 0 AND 1000),
  decision INTEGER REFERENCES decision (id) ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  corrects INTEGER REFERENCES conflict_event (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX conflict_event_plan ON conflict_event (plan);
CREATE INDEX conflict_event_conflict ON conflict_event (conflict);
CREATE INDEX conflict_event_person ON conflict_event (person) WHERE person IS NOT NULL;
CREATE INDEX conflict_event_decision ON conflict_event (decision) WHERE decision IS NOT NULL;
CREATE INDEX conflict_event_corrects ON conflict_event (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX waiver_conflict ON waiver (conflict) WHERE conflict IS NOT NULL;
CREATE INDEX waiver_ladder ON waiver (ladder) WHERE ladder IS NOT NULL;

-- What belongs to a plan stays within it.
CREATE TRIGGER ladder_team_plan_insert BEFORE INSERT ON ladder
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER ladder_team_plan_update BEFORE UPDATE OF plan, team ON ladder
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER rung_ladder_plan_insert BEFORE INSERT ON rung
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER rung_ladder_plan_update BEFORE UPDATE OF plan, ladder ON rung
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER rung_slot_plan_insert BEFORE INSERT ON rung
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER rung_slot_plan_update BEFORE UPDATE OF plan, slot ON rung
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_team_plan_insert BEFORE INSERT ON conflict
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_team_plan_update BEFORE UPDATE OF plan, team ON conflict
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_ladder_plan_insert BEFORE INSERT ON conflict
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_ladder_plan_update BEFORE UPDATE OF plan, ladder ON conflict
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_decision_plan_insert BEFORE INSERT ON conflict
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_decision_plan_update BEFORE UPDATE OF plan, decision ON conflict
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER involvement_conflict_plan_insert BEFORE INSERT ON involvement
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER involvement_conflict_plan_update BEFORE UPDATE OF plan, conflict ON involvement
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER involvement_team_plan_insert BEFORE INSERT ON involvement
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER involvement_team_plan_update BEFORE UPDATE OF plan, team ON involvement
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER party_conflict_plan_insert BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER party_conflict_plan_update BEFORE UPDATE OF plan, conflict ON party
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER own_rung_conflict_plan_insert BEFORE INSERT ON own_rung
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER own_rung_conflict_plan_update BEFORE UPDATE OF plan, conflict ON own_rung
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER own_rung_slot_plan_insert BEFORE INSERT ON own_rung
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER own_rung_slot_plan_update BEFORE UPDATE OF plan, slot ON own_rung
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_conflict_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_conflict_plan_update BEFORE UPDATE OF plan, conflict ON waiver
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_ladder_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_ladder_plan_update BEFORE UPDATE OF plan, ladder ON waiver
WHEN EXISTS (SELECT 1 FROM ladder WHERE id = NEW.ladder AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER conflict_event_conflict_plan_insert BEFORE INSERT ON conflict_event
WHEN EXISTS (SELECT 1 FROM conflict WHERE id = NEW.conflict AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;

-- A log is appended to: see 0002.sql. Who and what is named in one may be deleted.
CREATE TRIGGER conflict_event_update BEFORE UPDATE ON conflict_event
WHEN (NEW.person IS NOT NULL AND OLD.person IS NOT NEW.person)
  OR (NEW.decision IS NOT NULL AND OLD.decision IS NOT NEW.decision)
  OR OLD.id IS NOT NEW.id OR OLD.plan IS NOT NEW.plan OR OLD.conflict IS NOT NEW.conflict
  OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor OR OLD.kind IS NOT NEW.kind
  OR OLD.rung IS NOT NEW.rung OR OLD.text IS NOT NEW.text OR OLD.corrects IS NOT NEW.corrects
  OR (OLD.person IS NEW.person AND OLD.decision IS NEW.decision)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
CREATE TRIGGER conflict_event_delete BEFORE DELETE ON conflict_event
WHEN EXISTS (SELECT 1 FROM conflict AS c JOIN plan AS p ON p.id = c.plan
             WHERE c.id = OLD.conflict)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
-- A conflict has a log, and goes only with its plan.
CREATE TRIGGER conflict_delete BEFORE DELETE ON conflict
WHEN EXISTS (SELECT 1 FROM plan WHERE id = OLD.plan)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;

-- What is searched: the words of a conflict (rowid: its id), and of its log (rowid: the entry's).
-- It follows from the rows, and is not in the history: see remit-search.c.
CREATE VIRTUAL TABLE conflict_text USING fts5 (conflict UNINDEXED, text,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- Which entry took another one back.
CREATE INDEX history_target ON history (target) WHERE target > 0;
