-- Format 2: decisions, rights, their log, and waivers. Immutable once released.

ALTER TABLE settings ADD COLUMN responsible_limit INTEGER NOT NULL DEFAULT 3
  CHECK (responsible_limit BETWEEN 1 AND 100);
ALTER TABLE settings ADD COLUMN consulted_limit INTEGER NOT NULL DEFAULT 5
  CHECK (consulted_limit BETWEEN 1 AND 100);
ALTER TABLE settings ADD COLUMN accountable_from INTEGER NOT NULL DEFAULT 4
  CHECK (accountable_from BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN accountable_share INTEGER NOT NULL DEFAULT 30
  CHECK (accountable_share BETWEEN 0 AND 100);
ALTER TABLE settings ADD COLUMN everywhere_from INTEGER NOT NULL DEFAULT 5
  CHECK (everywhere_from BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN least_share INTEGER NOT NULL DEFAULT 10
  CHECK (least_share BETWEEN 0 AND 100);
ALTER TABLE settings ADD COLUMN agree_limit INTEGER NOT NULL DEFAULT 2
  CHECK (agree_limit BETWEEN 1 AND 100);
ALTER TABLE settings ADD COLUMN key_person_from INTEGER NOT NULL DEFAULT 3
  CHECK (key_person_from BETWEEN 1 AND 100);

-- SQLite's session extension takes columns that a row does not have on disk for NULL, whatever
-- their default is; a row that is written anew has them.
UPDATE settings SET name = name;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  team INTEGER REFERENCES team (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  description TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN
    ('design', 'data', 'deploy', 'accept-risk', 'deactivate', 'budget', 'scope', 'other')),
  framework TEXT NOT NULL DEFAULT 'RACI' CHECK (framework IN
    ('RACI', 'RASCI', 'DACI', 'RAPID', 'JOINT')),
  quorum INTEGER NOT NULL DEFAULT 1 CHECK (quorum BETWEEN 1 AND 1000),
  decide_by TEXT CHECK (decide_by IS NULL OR decide_by IS date(decide_by, '+0 days')),
  status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN
    ('proposed', 'accepted', 'rejected', 'withdrawn', 'superseded')),
  supersedes INTEGER REFERENCES decision (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  raised INTEGER,
  key TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 2147483647)
) STRICT;
CREATE INDEX decision_plan ON decision (plan);
CREATE INDEX decision_team ON decision (team) WHERE team IS NOT NULL;
CREATE INDEX decision_supersedes ON decision (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE right (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  slot INTEGER REFERENCES slot (id) ON DELETE CASCADE,
  role INTEGER REFERENCES role (id) ON DELETE CASCADE,
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  letter TEXT NOT NULL DEFAULT 'R' CHECK (letter IN ('R', 'A', 'S', 'C', 'I', 'D', 'P')),
  acknowledgement TEXT NOT NULL DEFAULT 'pending' CHECK (acknowledgement IN
    ('pending', 'accepted', 'declined')),
  CHECK ((slot IS NOT NULL) + (role IS NOT NULL) + (person IS NOT NULL) = 1)
) STRICT;
CREATE INDEX right_plan ON right (plan);
CREATE INDEX right_decision ON right (decision);
CREATE UNIQUE INDEX right_slot_once ON right (decision, slot, letter) WHERE slot IS NOT NULL;
CREATE UNIQUE INDEX right_role_once ON right (decision, role, letter) WHERE role IS NOT NULL;
CREATE UNIQUE INDEX right_person_once ON right (decision, person, letter)
  WHERE person IS NOT NULL;
CREATE INDEX right_slot ON right (slot) WHERE slot IS NOT NULL;
CREATE INDEX right_role ON right (role) WHERE role IS NOT NULL;
CREATE INDEX right_person ON right (person) WHERE person IS NOT NULL;

CREATE TABLE decision_event (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  person INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'input' CHECK (kind IN
    ('input', 'objection', 'outcome', 'review', 'correction')),
  result TEXT NOT NULL DEFAULT 'none' CHECK (result IN
    ('none', 'accepted', 'rejected', 'withdrawn')),
  text TEXT NOT NULL DEFAULT '',
  consequences TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  override TEXT NOT NULL DEFAULT '',
  corrects INTEGER REFERENCES decision_event (id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX decision_event_plan ON decision_event (plan);
CREATE INDEX decision_event_decision ON decision_event (decision);
CREATE INDEX decision_event_person ON decision_event (person) WHERE person IS NOT NULL;
CREATE INDEX decision_event_corrects ON decision_event (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (rule <> ''),
  team INTEGER REFERENCES team (id) ON DELETE CASCADE,
  slot INTEGER REFERENCES slot (id) ON DELETE CASCADE,
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  decision INTEGER REFERENCES decision (id) ON DELETE CASCADE,
  assignment INTEGER REFERENCES assignment (id) ON DELETE CASCADE,
  role INTEGER REFERENCES role (id) ON DELETE CASCADE,
  skill INTEGER REFERENCES skill (id) ON DELETE CASCADE,
  actor TEXT NOT NULL CHECK (actor <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  "until" TEXT CHECK ("until" IS NULL OR "until" IS date("until", '+0 days'))
) STRICT;
CREATE INDEX waiver_plan ON waiver (plan);
CREATE INDEX waiver_team ON waiver (team) WHERE team IS NOT NULL;
CREATE INDEX waiver_slot ON waiver (slot) WHERE slot IS NOT NULL;
CREATE INDEX waiver_person ON waiver (person) WHERE person IS NOT NULL;
CREATE INDEX waiver_decision ON waiver (decision) WHERE decision IS NOT NULL;
CREATE INDEX waiver_assignment ON waiver (assignment) WHERE assignment IS NOT NULL;
CREATE INDEX waiver_role ON waiver (role) WHERE role IS NOT NULL;
CREATE INDEX waiver_skill ON waiver (skill) WHERE skill IS NOT NULL;

-- What belongs to a plan stays within it.
CREATE TRIGGER decision_team_plan_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER decision_team_plan_update BEFORE UPDATE OF plan, team ON decision
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER decision_supersedes_plan_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.supersedes AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER decision_supersedes_plan_update BEFORE UPDATE OF plan, supersedes ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.supersedes AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER right_decision_plan_insert BEFORE INSERT ON right
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER right_decision_plan_update BEFORE UPDATE OF plan, decision ON right
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER right_slot_plan_insert BEFORE INSERT ON right
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER right_slot_plan_update BEFORE UPDATE OF plan, slot ON right
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_team_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_team_plan_update BEFORE UPDATE OF plan, team ON waiver
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_slot_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_slot_plan_update BEFORE UPDATE OF plan, slot ON waiver
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_decision_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_decision_plan_update BEFORE UPDATE OF plan, decision ON waiver
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_assignment_plan_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM assignment WHERE id = NEW.assignment AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER waiver_assignment_plan_update BEFORE UPDATE OF plan, assignment ON waiver
WHEN EXISTS (SELECT 1 FROM assignment WHERE id = NEW.assignment AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER decision_event_decision_plan_insert BEFORE INSERT ON decision_event
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;

-- A letter is one of its decision's framework: see remit-framework.c.
CREATE TRIGGER right_letter_insert BEFORE INSERT ON right
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND NOT
    instr (CASE framework WHEN 'JOINT' THEN 'RACI' ELSE framework END, NEW.letter))
BEGIN SELECT RAISE (ABORT, 'remit:letter'); END;
CREATE TRIGGER right_letter_update BEFORE UPDATE OF decision, letter ON right
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND NOT
    instr (CASE framework WHEN 'JOINT' THEN 'RACI' ELSE framework END, NEW.letter))
BEGIN SELECT RAISE (ABORT, 'remit:letter'); END;
CREATE TRIGGER decision_framework AFTER UPDATE OF framework ON decision
WHEN EXISTS (SELECT 1 FROM right WHERE decision = NEW.id AND NOT
    instr (CASE NEW.framework WHEN 'JOINT' THEN 'RACI' ELSE NEW.framework END, letter))
BEGIN SELECT RAISE (ABORT, 'remit:letter'); END;

-- A log is appended to. Its rows go only with what they are the log of; who is named in one may be
-- deleted, and leaves the name behind.
CREATE TRIGGER decision_event_update BEFORE UPDATE ON decision_event
WHEN NEW.person IS NOT NULL OR OLD.id IS NOT NEW.id OR OLD.plan IS NOT NEW.plan
  OR OLD.decision IS NOT NEW.decision OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor
  OR OLD.kind IS NOT NEW.kind OR OLD.result IS NOT NEW.result OR OLD.text IS NOT NEW.text
  OR OLD.consequences IS NOT NEW.consequences OR OLD.evidence IS NOT NEW.evidence
  OR OLD.override IS NOT NEW.override OR OLD.corrects IS NOT NEW.corrects
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
CREATE TRIGGER decision_event_delete BEFORE DELETE ON decision_event
WHEN EXISTS (SELECT 1 FROM decision AS d JOIN plan AS p ON p.id = d.plan
             WHERE d.id = OLD.decision)
BEGIN SELECT RAISE (ABORT, 'remit:log'); END;
CREATE TRIGGER decision_event_outcome BEFORE INSERT ON decision_event
WHEN NEW.kind = 'outcome'
  AND EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND raised > NEW.at)
BEGIN SELECT RAISE (ABORT, 'remit:outcome-before'); END;
