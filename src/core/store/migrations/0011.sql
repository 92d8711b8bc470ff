-- Format 11: who assessed and verified skills, targets, taxonomies; hiring; rates; the stages of a
-- plan, and since when a scenario and its base differ. Immutable once released.

ALTER TABLE skill ADD COLUMN scheme TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN uri TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN level_0 TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN level_1 TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN level_2 TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN level_3 TEXT NOT NULL DEFAULT '';
ALTER TABLE skill ADD COLUMN level_4 TEXT NOT NULL DEFAULT '';
CREATE INDEX skill_uri ON skill (uri) WHERE uri <> '';

ALTER TABLE person_skill ADD COLUMN assessment TEXT NOT NULL DEFAULT 'unknown'
  CHECK (assessment IN ('unknown', 'self', 'other'));
ALTER TABLE person_skill ADD COLUMN assessed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person_skill ADD COLUMN verified_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person_skill ADD COLUMN verified_on TEXT
  CHECK (verified_on IS NULL OR verified_on IS date(verified_on, '+0 days'));
ALTER TABLE person_skill ADD COLUMN expires TEXT
  CHECK (expires IS NULL OR expires IS date(expires, '+0 days'));

ALTER TABLE slot_need ADD COLUMN target INTEGER NOT NULL DEFAULT 0 CHECK (target BETWEEN 0 AND 4);
ALTER TABLE slot ADD COLUMN hiring TEXT NOT NULL DEFAULT 'open'
  CHECK (hiring IN ('open', 'requested', 'offered', 'frozen'));

ALTER TABLE person ADD COLUMN day_rate TEXT NOT NULL DEFAULT ''
  CHECK (day_rate = '' OR day_rate GLOB '[0-9]* [A-Z][A-Z][A-Z]');
ALTER TABLE person ADD COLUMN target INTEGER NOT NULL DEFAULT 0 CHECK (target BETWEEN 0 AND 200);
ALTER TABLE role ADD COLUMN day_rate TEXT NOT NULL DEFAULT ''
  CHECK (day_rate = '' OR day_rate GLOB '[0-9]* [A-Z][A-Z][A-Z]');

ALTER TABLE settings ADD COLUMN full_from INTEGER NOT NULL DEFAULT 90
  CHECK (full_from BETWEEN 1 AND 200);
ALTER TABLE settings ADD COLUMN over_from INTEGER NOT NULL DEFAULT 100
  CHECK (over_from BETWEEN 1 AND 200);
ALTER TABLE settings ADD COLUMN expiry_notice INTEGER NOT NULL DEFAULT 60
  CHECK (expiry_notice BETWEEN 0 AND 366);

ALTER TABLE plan ADD COLUMN status_by TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN status_at INTEGER;
ALTER TABLE plan ADD COLUMN base_entry INTEGER NOT NULL DEFAULT 0
  CHECK (base_entry BETWEEN 0 AND 9007199254740991);

-- A constraint that lets more pass changes nothing that is on disk; the table itself stays, so that
-- old changesets still apply: https://sqlite.org/lang_altertable.html, 7, the second procedure.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace (sql, '''draft'', ''published''',
                   '''draft'', ''in-review'', ''approved'', ''rejected'', ''published''')
WHERE type = 'table' AND name = 'plan';
PRAGMA writable_schema = RESET;

-- See 0002.sql.
UPDATE skill SET name = name;
UPDATE person_skill SET level = level;
UPDATE slot_need SET level = level;
UPDATE slot SET name = name;
UPDATE person SET name = name;
UPDATE role SET name = name;
UPDATE settings SET name = name;
UPDATE plan SET name = name;
