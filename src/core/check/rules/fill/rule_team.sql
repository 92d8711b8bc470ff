INSERT INTO temp.rule_team
SELECT t.id, t.name, t.parent, t.topology, t.ai_risk, t.ml, t.on_call, t.sites,
  t.platform_team, t.data_team,
  coalesce (min (s."from"), '0000-01-01'), coalesce (max (s."until"), '9999-12-31')
FROM main.team AS t LEFT JOIN temp.rule_slot AS s ON s.team = t.id
WHERE t.plan = (SELECT plan FROM temp.rule_context) GROUP BY t.id;
