-- As the view rule_holder, of one part.
INSERT INTO temp.rule_decider
SELECT r.id, r.decision, r.kind, r.open, r.live, a.person,
  max (a."from", coalesce (p."from", '0000-01-01')),
  min (a."until", coalesce (p."until", '9999-12-31'))
FROM temp.rule_right_row AS r CROSS JOIN temp.rule_allocation AS a ON a.slot = r.slot AND a.own
  CROSS JOIN main.person AS p ON p.id = a.person
WHERE r.part = 'decides'
UNION ALL
SELECT r.id, r.decision, r.kind, r.open, r.live, a.person,
  max (a."from", coalesce (p."from", '0000-01-01')),
  min (a."until", coalesce (p."until", '9999-12-31'))
FROM temp.rule_right_row AS r CROSS JOIN temp.rule_slot AS s ON s.role = r.role
    AND s.team = coalesce (r.team, s.team)
  CROSS JOIN temp.rule_allocation AS a ON a.slot = s.id AND a.own
  CROSS JOIN main.person AS p ON p.id = a.person
WHERE r.part = 'decides' AND r.role IS NOT NULL
UNION ALL
SELECT r.id, r.decision, r.kind, r.open, r.live, p.id, coalesce (p."from", '0000-01-01'),
  coalesce (p."until", '9999-12-31')
FROM temp.rule_right_row AS r CROSS JOIN main.person AS p ON p.id = r.person
WHERE r.part = 'decides' AND r.person IS NOT NULL;

CREATE INDEX temp.rule_decider_decision ON rule_decider (decision);
