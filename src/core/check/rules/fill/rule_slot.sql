INSERT INTO temp.rule_slot
SELECT s.id, s.team, s.role, r.key, r."group",
  CASE s.name WHEN '' THEN r.name ELSE s.name END, s.fte,
  coalesce (s."from", '0000-01-01'), coalesce (s."until", '9999-12-31'), s.required,
  s.rota
FROM main.slot AS s JOIN temp.rule_role AS r ON r.id = s.role
WHERE s.plan = (SELECT plan FROM temp.rule_context) ORDER BY s.id;
