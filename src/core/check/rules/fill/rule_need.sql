INSERT INTO temp.rule_need
SELECT n.slot, s.team, n.skill, n.level, n.critical
FROM temp.rule_slot AS s CROSS JOIN main.slot_need AS n ON n.slot = s.id;
