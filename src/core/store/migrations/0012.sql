-- Format 12: groups of roles, what others may expect of them; on-call cover; who serves a team; the
-- stages of decisions; what templates are for; limits of rules. Immutable once released.

ALTER TABLE role ADD COLUMN "group" TEXT NOT NULL DEFAULT 'unset' CHECK ("group" IN (
    'unset', 'builder', 'science', 'evaluation', 'software', 'data', 'data-owner', 'product',
    'analysis', 'design', 'domain', 'user', 'operations', 'security', 'compliance',
    'oversight', 'validation', 'risk', 'privacy', 'owner', 'lead', 'sponsor', 'support'));
ALTER TABLE role ADD COLUMN expectations TEXT NOT NULL DEFAULT '';
ALTER TABLE role ADD COLUMN source TEXT NOT NULL DEFAULT '';

ALTER TABLE team ADD COLUMN on_call TEXT NOT NULL DEFAULT 'none'
  CHECK (on_call IN ('none', 'office-hours', 'always'));
ALTER TABLE team ADD COLUMN sites INTEGER NOT NULL DEFAULT 1 CHECK (sites BETWEEN 1 AND 100);
ALTER TABLE team ADD COLUMN platform_team INTEGER
  REFERENCES team (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE team ADD COLUMN data_team INTEGER
  REFERENCES team (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX team_platform_team ON team (platform_team) WHERE platform_team IS NOT NULL;
CREATE INDEX team_data_team ON team (data_team) WHERE data_team IS NOT NULL;

ALTER TABLE slot ADD COLUMN rota INTEGER NOT NULL DEFAULT 0 CHECK (rota IN (0, 1));

ALTER TABLE decision ADD COLUMN stage TEXT NOT NULL DEFAULT 'unset' CHECK (stage IN
  ('unset', 'before-building', 'data', 'building', 'testing', 'running', 'above-team'));
ALTER TABLE decision ADD COLUMN source TEXT NOT NULL DEFAULT '';

ALTER TABLE ladder ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE ladder ADD COLUMN source TEXT NOT NULL DEFAULT '';

ALTER TABLE plan ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN suited_for TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN not_for TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN source TEXT NOT NULL DEFAULT '';

ALTER TABLE settings ADD COLUMN builder_limit INTEGER NOT NULL DEFAULT 2
  CHECK (builder_limit BETWEEN 1 AND 100);
ALTER TABLE settings ADD COLUMN adviser_limit INTEGER NOT NULL DEFAULT 5
  CHECK (adviser_limit BETWEEN 1 AND 100);
ALTER TABLE settings ADD COLUMN size_limit INTEGER NOT NULL DEFAULT 9
  CHECK (size_limit BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN builder_time INTEGER NOT NULL DEFAULT 80
  CHECK (builder_time BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN data_time INTEGER NOT NULL DEFAULT 60
  CHECK (data_time BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN product_time INTEGER NOT NULL DEFAULT 50
  CHECK (product_time BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN handover_days INTEGER NOT NULL DEFAULT 42
  CHECK (handover_days BETWEEN 0 AND 366);
ALTER TABLE settings ADD COLUMN decider_from INTEGER NOT NULL DEFAULT 6
  CHECK (decider_from BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN fair_share INTEGER NOT NULL DEFAULT 200
  CHECK (fair_share BETWEEN 100 AND 1000);

CREATE TRIGGER team_serves_plan_insert BEFORE INSERT ON team
WHEN EXISTS (SELECT 1 FROM team WHERE id IN (NEW.platform_team, NEW.data_team) AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;
CREATE TRIGGER team_serves_plan_update BEFORE UPDATE OF plan, platform_team, data_team ON team
WHEN EXISTS (SELECT 1 FROM team WHERE id IN (NEW.platform_team, NEW.data_team) AND plan <> NEW.plan)
BEGIN SELECT RAISE (ABORT, 'remit:other-plan'); END;

-- See 0011.sql.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace (sql, '''scope'', ''other''',
  '''scope'', ''stop'', ''suspend'', ''rollback'', ''monitor'', ''retire'', ''other''')
WHERE type = 'table' AND name = 'decision';
PRAGMA writable_schema = RESET;

-- See 0002.sql.
UPDATE role SET name = name;
UPDATE team SET name = name;
UPDATE slot SET name = name;
UPDATE decision SET title = title;
UPDATE ladder SET name = name;
UPDATE plan SET name = name;
UPDATE settings SET name = name;
