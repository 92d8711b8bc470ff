-- Format 10: the only part of a line, when it is short, is in the line itself: `parts` has its
-- compartment, `changeset` its salt (16 bytes) and its changeset. Immutable once released.

DROP VIEW history_changeset;
CREATE VIEW history_changeset (seq, part, changeset) AS
SELECT seq, part, changeset FROM history_part
UNION ALL SELECT seq, part, changeset FROM history_part_1
UNION ALL SELECT seq, 9223372036854775807,
  CASE form WHEN 1 THEN changeset ELSE substr (changeset, 17) END
FROM history WHERE form = 1 OR parts <> '';
