-- What a rule can read. Documented in data/rules/README.md, which a test compares with this.
-- An open beginning is 0000-01-01, an open end 9999-12-31, so that spans can be compared.

CREATE TEMP TABLE rule_letter (
  framework TEXT NOT NULL,
  letter TEXT NOT NULL,
  part TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (framework, letter)
) WITHOUT ROWID;

-- The plans whose assignments count towards the load of their people.
CREATE TEMP TABLE rule_counted (plan INTEGER PRIMARY KEY);

-- Log entries that another entry has taken back.
CREATE TEMP TABLE rule_corrected (event INTEGER PRIMARY KEY);

CREATE TEMP TABLE rule_context (plan INTEGER NOT NULL);

CREATE TEMP VIEW rule_plan AS
SELECT id, name, kind, status FROM main.plan
WHERE id = (SELECT plan FROM temp.rule_context);

CREATE TEMP VIEW rule_team AS
SELECT id, name, parent, topology, ai_risk, ml FROM main.team
WHERE plan = (SELECT plan FROM temp.rule_context);

-- Those of other plans too, whose assignments count.
CREATE TEMP VIEW rule_every_team AS
SELECT t.id, t.plan, CASE WHEN t.plan = (SELECT plan FROM temp.rule_context) THEN t.name
  ELSE t.name || ' (' || p.name || ')' END AS name
FROM main.team AS t JOIN main.plan AS p ON p.id = t.plan;

CREATE TEMP VIEW rule_slot AS
SELECT s.id, s.team, s.role, r.key AS role_key, coalesce (nullif (s.name, ''), r.name) AS name,
  s.fte, coalesce (s."from", '0000-01-01') AS "from", coalesce (s."until", '9999-12-31') AS "until",
  s.required
FROM main.slot AS s JOIN main.role AS r ON r.id = s.role
WHERE s.plan = (SELECT plan FROM temp.rule_context);

CREATE TEMP VIEW rule_need AS
SELECT n.slot, s.team, n.skill, n.level, n.critical
FROM main.slot_need AS n JOIN main.slot AS s ON s.id = n.slot
WHERE n.plan = (SELECT plan FROM temp.rule_context);

CREATE TEMP VIEW rule_person AS
SELECT id, name, capacity, coalesce ("from", '0000-01-01') AS "from",
  coalesce ("until", '9999-12-31') AS "until"
FROM main.person;

CREATE TEMP VIEW rule_absence AS
SELECT person, "from", "until" FROM main.absence;

CREATE TEMP VIEW rule_has AS
SELECT person, skill, level FROM main.person_skill WHERE level > 0;

CREATE TEMP VIEW rule_skill AS SELECT id, name, category FROM main.skill;

CREATE TEMP VIEW rule_role AS SELECT id, key, name FROM main.role;

-- As remit_load_get_days(): an end that is open is the slot's, unless nothing would be left.
CREATE TEMP VIEW rule_allocation AS
SELECT a.id, a.plan, a.plan = (SELECT plan FROM temp.rule_context) AS own, a.slot, s.team, a.person,
  a.allocation, a.state,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
       THEN coalesce (a."from", '0000-01-01')
       ELSE coalesce (a."from", s."from", '0000-01-01') END AS "from",
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
       THEN coalesce (a."until", '9999-12-31')
       ELSE coalesce (a."until", s."until", '9999-12-31') END AS "until",
  coalesce (a."from", '0000-01-01') AS own_from, coalesce (a."until", '9999-12-31') AS own_until
FROM main.assignment AS a JOIN main.slot AS s ON s.id = a.slot
WHERE a.plan IN (SELECT plan FROM temp.rule_counted);

CREATE TEMP VIEW rule_assignment AS
SELECT a.id, a.slot, s.team, a.person, a.allocation, a.state,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
       THEN coalesce (a."from", '0000-01-01')
       ELSE coalesce (a."from", s."from", '0000-01-01') END AS "from",
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
       THEN coalesce (a."until", '9999-12-31')
       ELSE coalesce (a."until", s."until", '9999-12-31') END AS "until",
  coalesce (a."from", '0000-01-01') AS own_from, coalesce (a."until", '9999-12-31') AS own_until
FROM main.assignment AS a JOIN main.slot AS s ON s.id = a.slot
WHERE a.plan = (SELECT plan FROM temp.rule_context);

CREATE TEMP VIEW rule_decision AS
SELECT id, team, title, kind, framework, quorum, decide_by, status, supersedes, raised,
  status = 'proposed' AS open, status IN ('proposed', 'accepted') AS live
FROM main.decision
WHERE plan = (SELECT plan FROM temp.rule_context);

CREATE TEMP VIEW rule_right AS
SELECT r.id, r.decision, d.team, r.slot, r.role, r.person, r.letter, l.part, r.acknowledgement,
  d.status = 'proposed' AS open, d.status IN ('proposed', 'accepted') AS live,
  CASE WHEN r.slot IS NOT NULL
         THEN (SELECT coalesce (nullif (s.name, ''), o.name)
               FROM main.slot AS s JOIN main.role AS o ON o.id = s.role WHERE s.id = r.slot)
       WHEN r.role IS NOT NULL THEN (SELECT o.name FROM main.role AS o WHERE o.id = r.role)
       ELSE (SELECT p.name FROM main.person AS p WHERE p.id = r.person) END AS holder
FROM main.right AS r JOIN main.decision AS d ON d.id = r.decision
  JOIN temp.rule_letter AS l ON l.framework = d.framework AND l.letter = r.letter
WHERE d.plan = (SELECT plan FROM temp.rule_context);

-- The people behind the rights: see remit-holder.h.
CREATE TEMP VIEW rule_holder AS
SELECT r.id AS right, r.decision, r.part, r.open, r.live, a.person,
  max (a."from", p."from") AS "from", min (a."until", p."until") AS "until"
FROM rule_right AS r JOIN rule_assignment AS a ON a.slot = r.slot
  JOIN rule_person AS p ON p.id = a.person
WHERE r.slot IS NOT NULL
UNION ALL
SELECT r.id, r.decision, r.part, r.open, r.live, a.person,
  max (a."from", p."from"), min (a."until", p."until")
FROM rule_right AS r JOIN rule_slot AS s ON s.role = r.role
    AND s.team = coalesce (r.team, s.team)
  JOIN rule_assignment AS a ON a.slot = s.id JOIN rule_person AS p ON p.id = a.person
WHERE r.role IS NOT NULL
UNION ALL
SELECT r.id, r.decision, r.part, r.open, r.live, p.id, p."from", p."until"
FROM rule_right AS r JOIN rule_person AS p ON p.id = r.person
WHERE r.person IS NOT NULL;

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
