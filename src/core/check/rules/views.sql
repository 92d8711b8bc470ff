-- What a rule can read. Documented in data/rules/README.md, which a test compares with this.
-- An open beginning is 0000-01-01, an open end 9999-12-31, so that spans can be compared.
-- The tables hold what is of one plan, and are filled when a rule reads them: see
-- remit-rule-views.c. What the joins need has an index.

CREATE TEMP TABLE rule_context (plan INTEGER NOT NULL);

CREATE TEMP TABLE rule_letter (
  framework TEXT NOT NULL,
  letter TEXT NOT NULL,
  part TEXT NOT NULL,
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (framework, letter)
) WITHOUT ROWID;

-- The plans whose assignments count towards the load of their people.
CREATE TEMP TABLE rule_counted (plan INTEGER PRIMARY KEY);

-- Log entries that another entry has taken back.
CREATE TEMP TABLE rule_corrected (event INTEGER PRIMARY KEY);

CREATE TEMP VIEW rule_plan AS
SELECT id, name, kind, status, status_by,
  date (status_at / 1000, 'unixepoch', 'localtime') AS status_day
FROM main.plan
WHERE id = (SELECT plan FROM temp.rule_context);

-- The decisions about the plan itself: who decides them may approve it.
CREATE TEMP VIEW rule_approval AS
SELECT id AS decision FROM main.decision
WHERE plan = (SELECT plan FROM temp.rule_context)
  AND (key = 'approve-plan'
       OR lower (trim (title)) IN ('approve the plan', 'approve this plan', 'plan approval',
                                   'plan genehmigen', 'den plan genehmigen', 'plangenehmigung'));

CREATE TEMP TABLE rule_team (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  parent INTEGER,
  topology TEXT NOT NULL,
  ai_risk TEXT NOT NULL,
  ml INTEGER NOT NULL,
  on_call TEXT NOT NULL,
  sites INTEGER NOT NULL,
  platform_team INTEGER,
  data_team INTEGER,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL
);

-- Those of other plans too, whose assignments count.
CREATE TEMP VIEW rule_every_team AS
SELECT t.id, t.plan, CASE WHEN t.plan = (SELECT plan FROM temp.rule_context) THEN t.name
  ELSE t.name || ' (' || p.name || ')' END AS name
FROM main.team AS t JOIN main.plan AS p ON p.id = t.plan;

CREATE TEMP TABLE rule_slot (
  id INTEGER PRIMARY KEY,
  team INTEGER NOT NULL,
  role INTEGER NOT NULL,
  role_key TEXT NOT NULL,
  "group" TEXT NOT NULL,
  name TEXT NOT NULL,
  fte INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  required INTEGER NOT NULL,
  rota INTEGER NOT NULL
);
CREATE INDEX temp.rule_slot_team ON rule_slot (team);
CREATE INDEX temp.rule_slot_role ON rule_slot (role);

CREATE TEMP TABLE rule_need (
  slot INTEGER NOT NULL,
  team INTEGER NOT NULL,
  skill INTEGER NOT NULL,
  level INTEGER NOT NULL,
  critical INTEGER NOT NULL,
  PRIMARY KEY (slot, skill)
) WITHOUT ROWID;

CREATE TEMP VIEW rule_person AS
SELECT id, name, capacity, coalesce ("from", '0000-01-01') AS "from",
  coalesce ("until", '9999-12-31') AS "until", manager
FROM main.person;

CREATE TEMP VIEW rule_absence AS
SELECT person, "from", "until" FROM main.absence;

CREATE TEMP VIEW rule_has AS
SELECT person, skill, level, assessment,
  verified_by <> '' OR verified_on IS NOT NULL AS verified,
  coalesce (expires, '9999-12-31') AS expires
FROM main.person_skill WHERE level > 0;

CREATE TEMP VIEW rule_skill AS SELECT id, name, category FROM main.skill;

-- The groups of roles whose group is not set: see remit-role-group.h.
CREATE TEMP TABLE rule_guess (role INTEGER PRIMARY KEY, "group" TEXT NOT NULL);

CREATE TEMP VIEW rule_role AS
SELECT r.id, r.key, r.name, coalesce (g."group", r."group") AS "group"
FROM main.role AS r LEFT JOIN temp.rule_guess AS g ON g.role = r.id;

-- The assignments of all plans that count, of the people who are in this one.
CREATE TEMP TABLE rule_allocation (
  id INTEGER NOT NULL,
  own INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  team INTEGER NOT NULL,
  person INTEGER NOT NULL,
  allocation INTEGER NOT NULL,
  state TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  own_from TEXT NOT NULL,
  own_until TEXT NOT NULL,
  PRIMARY KEY (slot, id)
) WITHOUT ROWID;

CREATE TEMP VIEW rule_assignment AS
SELECT id, slot, team, person, allocation, state, "from", "until", own_from, own_until
FROM temp.rule_allocation WHERE own;

-- Who gives how much time on the day that a team is looked at; required slots without anybody, too.
CREATE TEMP TABLE rule_time (
  team INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  "group" TEXT NOT NULL,
  person INTEGER,
  time INTEGER NOT NULL,
  state TEXT NOT NULL
);

CREATE TEMP TABLE rule_decision (
  id INTEGER PRIMARY KEY,
  team INTEGER,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  framework TEXT NOT NULL,
  quorum INTEGER NOT NULL,
  decide_by TEXT,
  status TEXT NOT NULL,
  supersedes INTEGER,
  raised INTEGER,
  open INTEGER NOT NULL,
  live INTEGER NOT NULL,
  key TEXT NOT NULL,
  stage TEXT NOT NULL,
  act TEXT NOT NULL
);
CREATE INDEX temp.rule_decision_supersedes ON rule_decision (supersedes)
  WHERE supersedes IS NOT NULL;

CREATE TEMP TABLE rule_right_row (
  id INTEGER PRIMARY KEY,
  decision INTEGER NOT NULL,
  team INTEGER,
  slot INTEGER,
  role INTEGER,
  person INTEGER,
  letter TEXT NOT NULL,
  part TEXT NOT NULL,
  place INTEGER NOT NULL,
  acknowledgement TEXT NOT NULL,
  kind TEXT NOT NULL,
  open INTEGER NOT NULL,
  live INTEGER NOT NULL
);

CREATE TEMP VIEW rule_right AS
SELECT id, decision, team, slot, role, person, letter, part, place, acknowledgement, kind, open,
  live,
  CASE WHEN slot IS NOT NULL THEN (SELECT s.name FROM temp.rule_slot AS s WHERE s.id = r.slot)
       WHEN role IS NOT NULL THEN (SELECT o.name FROM main.role AS o WHERE o.id = r.role)
       ELSE (SELECT p.name FROM main.person AS p WHERE p.id = r.person) END AS holder
FROM temp.rule_right_row AS r;

-- The groups of those who hold rights in a team's decisions, from wherever they are.
CREATE TEMP VIEW rule_contact AS
SELECT r.team, s."group", r.part, r.live, s.team AS home
FROM temp.rule_right_row AS r JOIN temp.rule_slot AS s ON s.id = r.slot
UNION ALL
SELECT r.team, o."group", r.part, r.live, NULL
FROM temp.rule_right_row AS r JOIN temp.rule_role AS o ON o.id = r.role
UNION ALL
SELECT r.team, s."group", r.part, r.live, s.team
FROM temp.rule_right_row AS r JOIN temp.rule_allocation AS a ON a.person = r.person AND a.own
  JOIN temp.rule_slot AS s ON s.id = a.slot;

-- The people behind the rights: see remit-holder.h.
CREATE TEMP VIEW rule_holder AS
SELECT r.id AS right, r.decision, r.part, r.kind, r.open, r.live, a.person,
  max (a."from", coalesce (p."from", '0000-01-01')) AS "from",
  min (a."until", coalesce (p."until", '9999-12-31')) AS "until"
FROM temp.rule_right_row AS r JOIN temp.rule_allocation AS a ON a.slot = r.slot AND a.own
  JOIN main.person AS p ON p.id = a.person
UNION ALL
SELECT r.id, r.decision, r.part, r.kind, r.open, r.live, a.person,
  max (a."from", coalesce (p."from", '0000-01-01')),
  min (a."until", coalesce (p."until", '9999-12-31'))
FROM temp.rule_right_row AS r JOIN temp.rule_slot AS s ON s.role = r.role
    AND s.team = coalesce (r.team, s.team)
  JOIN temp.rule_allocation AS a ON a.slot = s.id AND a.own JOIN main.person AS p ON p.id = a.person
UNION ALL
SELECT r.id, r.decision, r.part, r.kind, r.open, r.live, p.id, coalesce (p."from", '0000-01-01'),
  coalesce (p."until", '9999-12-31')
FROM temp.rule_right_row AS r JOIN main.person AS p ON p.id = r.person;

-- Those behind the rights to decide, which many rules ask for.
CREATE TEMP TABLE rule_decider (
  right INTEGER NOT NULL,
  decision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  open INTEGER NOT NULL,
  live INTEGER NOT NULL,
  person INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL
);

CREATE TEMP VIEW rule_event AS
SELECT id, decision, at, date (at / 1000, 'unixepoch', 'localtime') AS day, actor, person, kind,
  result, text, override
FROM main.decision_event
WHERE plan = (SELECT plan FROM temp.rule_context) AND kind <> 'correction'
  AND id NOT IN (SELECT event FROM temp.rule_corrected);

-- How many hold each part, for each decision.
CREATE TEMP TABLE rule_count (
  decision INTEGER PRIMARY KEY,
  framework TEXT NOT NULL,
  open INTEGER NOT NULL,
  live INTEGER NOT NULL,
  decides INTEGER NOT NULL,
  does INTEGER NOT NULL,
  drives INTEGER NOT NULL,
  supports INTEGER NOT NULL,
  agrees INTEGER NOT NULL,
  advises INTEGER NOT NULL,
  informed INTEGER NOT NULL
);

-- What people have to do, and can do, from today on: spans of days that are alike.
CREATE TEMP TABLE rule_load (
  person INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  load INTEGER NOT NULL,
  capacity INTEGER NOT NULL,
  away INTEGER NOT NULL
);

-- How far slots are filled, from today on, on the days of the slot.
CREATE TEMP TABLE rule_fill (
  slot INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  filled INTEGER NOT NULL
);

-- The first entry of the history that is not what it was; empty when all are.
CREATE TEMP TABLE rule_history (entry INTEGER PRIMARY KEY);

CREATE TEMP VIEW rule_ladder AS
SELECT id, name, team FROM main.ladder WHERE plan = (SELECT plan FROM temp.rule_context);

-- See remit_settle_find_ladder().
CREATE TEMP VIEW rule_team_ladder AS
WITH RECURSIVE above (team, id, distance) AS (
  SELECT id, id, 0 FROM temp.rule_team
  UNION
  SELECT a.team, t.parent, a.distance + 1 FROM above AS a JOIN temp.rule_team AS t ON t.id = a.id
  WHERE t.parent IS NOT NULL AND a.distance < 100)
SELECT t.id AS team, coalesce (
  (SELECT l.id FROM above AS a JOIN main.ladder AS l ON l.team = a.id WHERE a.team = t.id
   ORDER BY a.distance, l.position, l.id LIMIT 1),
  (SELECT l.id FROM main.ladder AS l WHERE l.team IS NULL
     AND l.plan = (SELECT plan FROM temp.rule_context) ORDER BY l.position, l.id LIMIT 1)) AS ladder
FROM temp.rule_team AS t;

-- The rungs of ladders, and those of conflicts that go on.
CREATE TEMP VIEW rule_rung AS
SELECT r.id, r.ladder, NULL AS conflict, l.team,
  row_number () OVER (PARTITION BY r.ladder ORDER BY r.position, r.id) AS place,
  count (*) OVER (PARTITION BY r.ladder) AS places, r.slot, r.role, r.person, r.action, r.skip,
  coalesce ((SELECT s.name FROM temp.rule_slot AS s WHERE s.id = r.slot),
            (SELECT o.name FROM main.role AS o WHERE o.id = r.role),
            (SELECT p.name FROM main.person AS p WHERE p.id = r.person), '–') AS holder
FROM main.rung AS r JOIN main.ladder AS l ON l.id = r.ladder
WHERE r.plan = (SELECT plan FROM temp.rule_context)
UNION ALL
SELECT r.id, NULL, r.conflict, c.team, r.position,
  (SELECT max (o.position) FROM main.own_rung AS o WHERE o.conflict = c.id), r.slot, r.role,
  r.person, r.action, r.skip,
  coalesce ((SELECT s.name FROM temp.rule_slot AS s WHERE s.id = r.slot),
            (SELECT o.name FROM main.role AS o WHERE o.id = r.role),
            (SELECT p.name FROM main.person AS p WHERE p.id = r.person), '–')
FROM main.conflict AS c CROSS JOIN main.own_rung AS r ON r.conflict = c.id
WHERE c.plan = (SELECT plan FROM temp.rule_context)
  AND c.status IN ('open', 'mediating', 'escalated');

-- The people behind the rungs: see remit_holder_get_people_of_rung().
CREATE TEMP VIEW rule_rung_holder AS
SELECT r.id AS rung, a.person, max (a."from", coalesce (p."from", '0000-01-01')) AS "from",
  min (a."until", coalesce (p."until", '9999-12-31')) AS "until"
FROM temp.rule_rung AS r JOIN temp.rule_allocation AS a ON a.slot = r.slot AND a.own
  JOIN main.person AS p ON p.id = a.person
UNION ALL
SELECT r.id, a.person, max (a."from", coalesce (p."from", '0000-01-01')),
  min (a."until", coalesce (p."until", '9999-12-31'))
FROM temp.rule_rung AS r JOIN temp.rule_slot AS s ON s.role = r.role
    AND (s.team = r.team OR NOT EXISTS (SELECT 1 FROM temp.rule_slot AS o
                                        WHERE o.role = r.role AND o.team = r.team))
  JOIN temp.rule_allocation AS a ON a.slot = s.id AND a.own JOIN main.person AS p ON p.id = a.person
UNION ALL
SELECT r.id, p.id, coalesce (p."from", '0000-01-01'), coalesce (p."until", '9999-12-31')
FROM temp.rule_rung AS r JOIN main.person AS p ON p.id = r.person;

CREATE TEMP VIEW rule_conflict AS
SELECT id, team, title, type, severity, status,
  status IN ('open', 'mediating', 'escalated') AS running, raised, owner, target, rung, entered,
  due, decision, mode, resolution, ended
FROM main.conflict WHERE plan = (SELECT plan FROM temp.rule_context);

-- Those that go on, which may be few of many.
CREATE TEMP VIEW rule_running_conflict AS
SELECT id, team, title, type, severity, status, raised, owner, target, rung, entered, due
FROM main.conflict WHERE plan = (SELECT plan FROM temp.rule_context)
  AND status IN ('open', 'mediating', 'escalated');

CREATE TEMP VIEW rule_party AS
SELECT conflict, person, name FROM main.party
WHERE plan = (SELECT plan FROM temp.rule_context) AND person IS NOT NULL;
