-- Format 8: slots that wait for people who are not known yet. Immutable once released.

ALTER TABLE slot ADD COLUMN awaits TEXT NOT NULL DEFAULT '';
ALTER TABLE slot ADD COLUMN awaits_percent INTEGER NOT NULL DEFAULT 0
  CHECK (awaits_percent BETWEEN 0 AND 1000);
-- See 0002.sql.
UPDATE slot SET name = name;
CREATE INDEX slot_awaits ON slot (plan) WHERE awaits <> '';
