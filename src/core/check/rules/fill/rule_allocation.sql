-- As remit_load_get_days(): an end that is open is the slot's, unless nothing would be left.
-- Those of the plan come first, by slot, which is the order of the table.
INSERT INTO temp.rule_allocation
SELECT a.id, a.plan = (SELECT plan FROM temp.rule_context), a.slot, s.team, a.person,
  a.allocation, a.state,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
    THEN coalesce (a."from", '0000-01-01')
    ELSE coalesce (a."from", s."from", '0000-01-01') END,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
    THEN coalesce (a."until", '9999-12-31')
    ELSE coalesce (a."until", s."until", '9999-12-31') END,
  coalesce (a."from", '0000-01-01'), coalesce (a."until", '9999-12-31')
FROM temp.rule_slot AS s CROSS JOIN main.assignment AS a ON a.slot = s.id
ORDER BY s.id, a.id;

INSERT INTO temp.rule_allocation
SELECT a.id, 0, a.slot, s.team, a.person,
  a.allocation, a.state,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
    THEN coalesce (a."from", '0000-01-01')
    ELSE coalesce (a."from", s."from", '0000-01-01') END,
  CASE WHEN coalesce (a."from", s."from") > coalesce (a."until", s."until")
    THEN coalesce (a."until", '9999-12-31')
    ELSE coalesce (a."until", s."until", '9999-12-31') END,
  coalesce (a."from", '0000-01-01'), coalesce (a."until", '9999-12-31')
FROM main.assignment AS a JOIN main.slot AS s ON s.id = a.slot
WHERE a.plan <> (SELECT plan FROM temp.rule_context)
  AND a.plan IN (SELECT plan FROM temp.rule_counted)
  AND a.person IN (SELECT person FROM temp.rule_allocation);

CREATE INDEX temp.rule_allocation_person ON rule_allocation (person);
