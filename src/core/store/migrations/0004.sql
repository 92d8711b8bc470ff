-- Format 4: comments. Immutable once released.

CREATE TABLE comment (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  team INTEGER REFERENCES team (id) ON DELETE CASCADE,
  slot INTEGER REFERENCES slot (id) ON DELETE CASCADE,
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  decision INTEGER REFERENCES decision (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  author TEXT NOT NULL CHECK (author <> ''),
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  resolved INTEGER NOT NULL DEFAULT 0 CHECK (resolved IN (0, 1)),
  CHECK ((team IS NOT NULL) + (slot IS NOT NULL) + (person IS NOT NULL)
         + (decision IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX comment_plan ON comment (plan);
CREATE INDEX comment_team ON comment (team) WHERE team IS NOT NULL;
CREATE INDEX comment_slot ON comment (slot) WHERE slot IS NOT NULL;
CREATE INDEX comment_person ON comment (person) WHERE person IS NOT NULL;
CREATE INDEX comment_decision ON comment (decision) WHERE decision IS NOT NULL;

-- What belongs to a plan stays within it.
CREATE TRIGGER comment_team_plan_insert BEFORE INSERT ON comment
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER comment_team_plan_update BEFORE UPDATE OF plan, team ON comment
WHEN EXISTS (SELECT 1 FROM team WHERE id = NEW.team AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER comment_slot_plan_insert BEFORE INSERT ON comment
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER comment_slot_plan_update BEFORE UPDATE OF plan, slot ON comment
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.slot AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER comment_decision_plan_insert BEFORE INSERT ON comment
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER comment_decision_plan_update BEFORE UPDATE OF plan, decision ON comment
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
