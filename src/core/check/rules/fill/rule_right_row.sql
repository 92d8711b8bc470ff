INSERT INTO temp.rule_right_row
SELECT r.id, r.decision, d.team, r.slot, r.role, r.person, r.letter, l.part, l.place,
  r.acknowledgement, d.kind, d.open, d.live
FROM main.right AS r CROSS JOIN temp.rule_decision AS d ON d.id = r.decision
  CROSS JOIN temp.rule_letter AS l ON l.framework = d.framework AND l.letter = r.letter
WHERE r.plan = (SELECT plan FROM temp.rule_context) ORDER BY r.id;

CREATE INDEX temp.rule_right_decision ON rule_right_row (decision, slot, role, person);
CREATE INDEX temp.rule_right_slot ON rule_right_row (slot, decision) WHERE slot IS NOT NULL;
CREATE INDEX temp.rule_right_role ON rule_right_row (role) WHERE role IS NOT NULL;
CREATE INDEX temp.rule_right_person ON rule_right_row (person) WHERE person IS NOT NULL;
