INSERT INTO temp.rule_decision
SELECT id, team, title, kind, framework, quorum, decide_by, status, supersedes, raised,
  status = 'proposed', status IN ('proposed', 'accepted')
FROM main.decision WHERE plan = (SELECT plan FROM temp.rule_context) ORDER BY id;
