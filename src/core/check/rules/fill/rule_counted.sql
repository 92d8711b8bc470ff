-- As remit_load_is_counted(): the plan, and every published one that does not go back to the same
-- baseline.
WITH RECURSIVE up (id) AS (
  SELECT plan FROM temp.rule_context
  UNION
  SELECT p.base FROM up JOIN main.plan AS p ON p.id = up.id WHERE p.base IS NOT NULL),
alternative (id) AS (
  SELECT id FROM up
  UNION
  SELECT p.id FROM alternative AS a JOIN main.plan AS p ON p.base = a.id)
INSERT INTO temp.rule_counted
SELECT plan FROM temp.rule_context
UNION
SELECT id FROM main.plan WHERE status = 'published' AND id NOT IN (SELECT id FROM alternative);
