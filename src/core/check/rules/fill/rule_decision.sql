-- What it is about is said by its kind, by its key in the library, or else by its title.
INSERT INTO temp.rule_decision
SELECT id, team, title, kind, framework, quorum, decide_by, status, supersedes, raised,
  status = 'proposed', status IN ('proposed', 'accepted'), key, stage,
  CASE
    WHEN kind IN ('stop', 'suspend', 'rollback', 'monitor', 'retire') THEN kind
    WHEN key IN ('emergency-stop', 'stop', 'deactivation') THEN 'stop'
    WHEN key IN ('suspend', 'suspension') THEN 'suspend'
    WHEN key = 'rollback' THEN 'rollback'
    WHEN key = 'monitoring' THEN 'monitor'
    WHEN key = 'retirement' THEN 'retire'
    WHEN key = 'validation' THEN 'validate'
    WHEN key = 'data-access' THEN 'access'
    WHEN key IN ('release', 'roll-out') THEN 'release'
    WHEN key <> '' AND kind <> 'deactivate' THEN ''
    WHEN words LIKE '%roll%back%' OR words LIKE '%zurückroll%' THEN 'rollback'
    WHEN words LIKE '%retire%' OR words LIKE '%decommission%' OR words LIKE '%sunset%'
      OR words LIKE '%stillleg%' OR words LIKE '%end of life%' THEN 'retire'
    WHEN words LIKE '%suspend%' OR words LIKE '%aussetz%' THEN 'suspend'
    WHEN kind = 'deactivate' OR words LIKE '%emergency%' OR words LIKE '%switch%off%'
      OR words LIKE '%kill switch%' OR words LIKE '%shut%down%' OR words LIKE '%abschalt%'
      OR words LIKE 'stop the %' OR words LIKE '%not-halt%' THEN 'stop'
    WHEN words LIKE '%monitor%' OR words LIKE '%is watched%' OR words LIKE '%berwach%'
      THEN 'monitor'
    WHEN words LIKE '%validat%' OR words LIKE '%validier%' THEN 'validate'
    WHEN kind = 'data' AND (words LIKE '%access%' OR words LIKE '%zugang%'
                            OR words LIKE '%zugriff%') THEN 'access'
    WHEN kind = 'deploy' THEN 'release'
    ELSE ''
  END
FROM (SELECT *, lower (title) AS words FROM main.decision
      WHERE plan = (SELECT plan FROM temp.rule_context))
ORDER BY id;
