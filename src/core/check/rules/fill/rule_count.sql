INSERT INTO temp.rule_count
SELECT d.id, d.framework, d.open, d.live,
  total (r.part = 'decides'), total (r.part = 'does'), total (r.part = 'drives'),
  total (r.part = 'supports'), total (r.part = 'agrees'), total (r.part = 'advises'),
  total (r.part = 'informed')
FROM temp.rule_decision AS d LEFT JOIN temp.rule_right_row AS r ON r.decision = d.id
GROUP BY d.id;
