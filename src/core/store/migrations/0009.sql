-- Format 9: what slots that wait allocate over time, and a page less in each commit. Immutable once
-- released.

ALTER TABLE slot ADD COLUMN awaits_periods TEXT NOT NULL DEFAULT '';
-- See 0002.sql.
UPDATE slot SET name = name;

-- How many lines a desk has written is known without it: see remit-history-count.h.
DROP INDEX history_count;
