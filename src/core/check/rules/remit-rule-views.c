/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules can read of a plan: views and tables, made ready on a connection. */
#define G_LOG_DOMAIN "remit-check"

#include "config.h"

#include "remit-rule-views.h"

#include <string.h>

#include "model/remit-day.h"
#include "plan/load/remit-timeline.h"
#include "remit-check-resources.h"
#include "store/history/remit-history-verify.h"

static const char *const names[REMIT_N_RULE_VIEWS] = {
  [REMIT_RULE_VIEW_TEAM] = "rule_team",
  [REMIT_RULE_VIEW_SLOT] = "rule_slot",
  [REMIT_RULE_VIEW_NEED] = "rule_need",
  [REMIT_RULE_VIEW_ALLOCATION] = "rule_allocation",
  [REMIT_RULE_VIEW_DECISION] = "rule_decision",
  [REMIT_RULE_VIEW_RIGHT] = "rule_right_row",
  [REMIT_RULE_VIEW_DECIDER] = "rule_decider",
  [REMIT_RULE_VIEW_COUNT] = "rule_count",
  [REMIT_RULE_VIEW_LOAD] = "rule_load",
  [REMIT_RULE_VIEW_FILL] = "rule_fill",
  [REMIT_RULE_VIEW_HISTORY] = "rule_history",
};

int
remit_rule_view_find (const char *name)
{
  for (int i = 0; i < REMIT_N_RULE_VIEWS; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return -1;
}

/* A set of views has a bit for each. */
G_STATIC_ASSERT (REMIT_N_RULE_VIEWS <= 32);

guint
remit_rule_views_complete (guint views)
{
  if (views & (1u << REMIT_RULE_VIEW_DECIDER))
    views |= 1u << REMIT_RULE_VIEW_ALLOCATION | 1u << REMIT_RULE_VIEW_RIGHT;
  if (views & (1u << REMIT_RULE_VIEW_COUNT))
    views |= 1u << REMIT_RULE_VIEW_RIGHT;
  if (views & (1u << REMIT_RULE_VIEW_RIGHT))
    views |= 1u << REMIT_RULE_VIEW_DECISION;
  if (views & (1u << REMIT_RULE_VIEW_LOAD | 1u << REMIT_RULE_VIEW_FILL))
    views |= 1u << REMIT_RULE_VIEW_ALLOCATION;
  if (views & (1u << REMIT_RULE_VIEW_FILL | 1u << REMIT_RULE_VIEW_NEED
               | 1u << REMIT_RULE_VIEW_TEAM | 1u << REMIT_RULE_VIEW_ALLOCATION))
    views |= 1u << REMIT_RULE_VIEW_SLOT;
  return views;
}

/* ── Always ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert_letters (RemitStore *store,
                GError **error)
{
  RemitStatement *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_letter VALUES (?1, ?2, ?3, ?4, ?5)", error);

  for (RemitFramework i = 0; insert != NULL && i < REMIT_N_FRAMEWORKS; i++)
    {
      const RemitFrameworkInfo *info = remit_framework_get_info (i);

      for (guint j = 0; j < info->n_letters; j++)
        {
          const RemitLetterInfo *letter = &info->letters[j];

          remit_statement_bind_text (insert, 1, info->nick);
          remit_statement_bind_text (insert, 2, remit_letter_get_nick (letter->letter));
          remit_statement_bind_text (insert, 3, remit_part_get_nick (letter->part));
          remit_statement_bind_text (insert, 4, letter->name);
          remit_statement_bind_integer (insert, 5, (int) j + 1);
          if (!remit_store_run (store, insert, error))
            return FALSE;
        }
    }
  return insert != NULL;
}

/* Runs a statement that has the plan as its parameter. */
static gboolean
run_for_plan (RemitStore *store,
              const char *sql,
              gint64 plan,
              GError **error)
{
  return remit_store_run (store, remit_store_query (store, sql, plan, 0, error), error);
}

/* As remit_load_is_counted(): the plan, and every published one that does not go back to the same
 * baseline. */
static const char counted_sql[] =
  "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT p.base FROM up JOIN main.plan AS p"
  "    ON p.id = up.id WHERE p.base IS NOT NULL),"
  "  alternative (id) AS (SELECT id FROM up UNION SELECT p.id FROM alternative AS a"
  "    JOIN main.plan AS p ON p.base = a.id)"
  " INSERT INTO temp.rule_counted SELECT ?1 UNION SELECT id FROM main.plan"
  "   WHERE status = 'published' AND id NOT IN (SELECT id FROM alternative)";

/* An entry that is corrected does not count, unless the correction has been corrected. The younger
 * ones come first. */
static gboolean
insert_corrected (RemitStore *store,
                  gint64 plan,
                  GError **error)
{
  g_autoptr (GHashTable) corrected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            NULL);
  g_autoptr (RemitStatement) rows = NULL;
  RemitStatement *insert;

  rows = remit_store_prepare (store, "SELECT id, corrects FROM main.decision_event WHERE plan = ?1"
                                     " AND corrects IS NOT NULL ORDER BY id DESC", error);
  insert = remit_store_prepare (store, "INSERT OR IGNORE INTO temp.rule_corrected VALUES (?1)",
                                error);
  if (rows == NULL || insert == NULL)
    return FALSE;
  remit_statement_bind_integer (rows, 1, plan);
  while (remit_store_step (store, rows, NULL))
    {
      gint64 id = remit_statement_get_integer (rows, 0);
      gint64 target = remit_statement_get_integer (rows, 1);

      if (g_hash_table_contains (corrected, &id))
        continue;
      g_hash_table_add (corrected, g_memdup2 (&target, sizeof target));
      remit_statement_bind_integer (insert, 1, target);
      if (!remit_store_run (store, insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_rule_views_open (RemitStore *store,
                       gint64 plan,
                       GError **error)
{
  g_autoptr (GBytes) script = NULL;

  script = g_resource_lookup_data (remit_check_resources_get_resource (),
                                   "/org/remit/check/views.sql", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                   NULL);
  g_assert (script != NULL);
  return remit_store_exec (store, g_bytes_get_data (script, NULL), NULL, error)
         && insert_letters (store, error)
         && run_for_plan (store, "INSERT INTO temp.rule_context VALUES (?1)", plan, error)
         && run_for_plan (store, counted_sql, plan, error)
         && insert_corrected (store, plan, error);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static const char team_sql[] =
  "INSERT INTO temp.rule_team SELECT t.id, t.name, t.parent, t.topology, t.ai_risk, t.ml,"
  "   coalesce (min (s.\"from\"), '0000-01-01'), coalesce (max (s.\"until\"), '9999-12-31')"
  " FROM main.team AS t LEFT JOIN temp.rule_slot AS s ON s.team = t.id"
  " WHERE t.plan = ?1 GROUP BY t.id";

static const char slot_sql[] =
  "INSERT INTO temp.rule_slot SELECT s.id, s.team, s.role, r.key,"
  "   CASE s.name WHEN '' THEN r.name ELSE s.name END, s.fte,"
  "   coalesce (s.\"from\", '0000-01-01'), coalesce (s.\"until\", '9999-12-31'), s.required"
  " FROM main.slot AS s JOIN main.role AS r ON r.id = s.role WHERE s.plan = ?1 ORDER BY s.id";

static const char need_sql[] =
  "INSERT INTO temp.rule_need SELECT n.slot, s.team, n.skill, n.level, n.critical"
  " FROM temp.rule_slot AS s CROSS JOIN main.slot_need AS n ON n.slot = s.id";

/* As remit_load_get_days(): an end that is open is the slot's, unless nothing would be left. */
#define ALLOCATION \
  "INSERT INTO temp.rule_allocation" \
  " SELECT a.id, a.plan = ?1, a.slot, s.team, a.person, a.allocation, a.state," \
  "   CASE WHEN coalesce (a.\"from\", s.\"from\") > coalesce (a.\"until\", s.\"until\")" \
  "     THEN coalesce (a.\"from\", '0000-01-01')" \
  "     ELSE coalesce (a.\"from\", s.\"from\", '0000-01-01') END," \
  "   CASE WHEN coalesce (a.\"from\", s.\"from\") > coalesce (a.\"until\", s.\"until\")" \
  "     THEN coalesce (a.\"until\", '9999-12-31')" \
  "     ELSE coalesce (a.\"until\", s.\"until\", '9999-12-31') END," \
  "   coalesce (a.\"from\", '0000-01-01'), coalesce (a.\"until\", '9999-12-31')"

/* By slot, which is the order of the table. */
static const char own_allocation_sql[] = ALLOCATION
  " FROM temp.rule_slot AS s CROSS JOIN main.assignment AS a ON a.slot = s.id ORDER BY s.id, a.id";

static const char other_allocation_sql[] = ALLOCATION
  " FROM main.assignment AS a JOIN main.slot AS s ON s.id = a.slot"
  " WHERE a.plan <> ?1 AND a.plan IN (SELECT plan FROM temp.rule_counted)"
  "   AND a.person IN (SELECT person FROM temp.rule_allocation)";

static const char decision_sql[] =
  "INSERT INTO temp.rule_decision SELECT id, team, title, kind, framework, quorum, decide_by,"
  "   status, supersedes, raised, status = 'proposed', status IN ('proposed', 'accepted')"
  " FROM main.decision WHERE plan = ?1 ORDER BY id";

static const char right_sql[] =
  "INSERT INTO temp.rule_right_row SELECT r.id, r.decision, d.team, r.slot, r.role, r.person,"
  "   r.letter, l.part, l.place, r.acknowledgement, d.kind, d.open, d.live"
  " FROM main.right AS r CROSS JOIN temp.rule_decision AS d ON d.id = r.decision"
  "   CROSS JOIN temp.rule_letter AS l ON l.framework = d.framework AND l.letter = r.letter"
  " WHERE r.plan = ?1 ORDER BY r.id";

#define DECIDER "SELECT r.id, r.decision, r.kind, r.open, r.live, "
#define DECIDER_DAYS \
  "max (a.\"from\", coalesce (p.\"from\", '0000-01-01'))," \
  " min (a.\"until\", coalesce (p.\"until\", '9999-12-31'))"

/* As the view rule_holder, of one part. */
static const char decider_sql[] =
  "INSERT INTO temp.rule_decider "
  DECIDER "a.person, " DECIDER_DAYS
  " FROM temp.rule_right_row AS r CROSS JOIN temp.rule_allocation AS a ON a.slot = r.slot AND a.own"
  "   CROSS JOIN main.person AS p ON p.id = a.person WHERE r.part = 'decides'"
  " UNION ALL " DECIDER "a.person, " DECIDER_DAYS
  " FROM temp.rule_right_row AS r CROSS JOIN temp.rule_slot AS s ON s.role = r.role"
  "     AND s.team = coalesce (r.team, s.team)"
  "   CROSS JOIN temp.rule_allocation AS a ON a.slot = s.id AND a.own"
  "   CROSS JOIN main.person AS p ON p.id = a.person"
  " WHERE r.part = 'decides' AND r.role IS NOT NULL"
  " UNION ALL " DECIDER "p.id, coalesce (p.\"from\", '0000-01-01'),"
  "   coalesce (p.\"until\", '9999-12-31')"
  " FROM temp.rule_right_row AS r CROSS JOIN main.person AS p ON p.id = r.person"
  " WHERE r.part = 'decides' AND r.person IS NOT NULL";

static const char count_sql[] =
  "INSERT INTO temp.rule_count"
  " SELECT d.id, d.framework, d.open, d.live,"
  "   total (r.part = 'decides'), total (r.part = 'does'), total (r.part = 'drives'),"
  "   total (r.part = 'supports'), total (r.part = 'agrees'), total (r.part = 'advises'),"
  "   total (r.part = 'informed')"
  " FROM temp.rule_decision AS d LEFT JOIN temp.rule_right_row AS r ON r.decision = d.id"
  " GROUP BY d.id";

/* Indexes are made when the rows are there, which is faster. */
static gboolean
fill_rows (RemitStore *store,
           const char *sql,
           gint64 plan,
           const char *indexes,
           GError **error)
{
  return run_for_plan (store, sql, plan, error)
         && (indexes == NULL || remit_store_exec (store, indexes, NULL, error));
}

/* ── Spans ────────────────────────────────────────────────────────────────────────────────── */

/* Rows that begin with an id, read beside those of another statement with the same ids. */
typedef struct {
  RemitStatement *rows;
  gboolean more;
} Follower;

static void
follower_next (Follower *self,
               RemitStore *store)
{
  self->more = remit_store_step (store, self->rows, NULL);
}

static gint64
get_day (RemitStatement *row,
         int column)
{
  const char *text = remit_statement_get_text (row, column);

  return g_strcmp0 (text, "9999-12-31") == 0 ? 0 : remit_day_parse (text);
}

static void
bind_day (RemitStatement *statement,
          int parameter,
          gint64 day,
          const char *open)
{
  char text[11];

  remit_day_format (day, text);
  remit_statement_bind_text (statement, parameter, day != 0 ? text : open);
}

static gboolean
insert_load (RemitStore *store,
             RemitStatement *insert,
             gint64 person,
             const RemitLoadSpan *span,
             GError **error)
{
  remit_statement_bind_integer (insert, 1, person);
  bind_day (insert, 2, span->from, "0000-01-01");
  bind_day (insert, 3, span->until, "9999-12-31");
  remit_statement_bind_integer (insert, 4, span->load);
  remit_statement_bind_integer (insert, 5, span->capacity);
  remit_statement_bind_integer (insert, 6, span->away);
  return remit_store_run (store, insert, error);
}

static gboolean
insert_loads (RemitStore *store,
              RemitStatement *insert,
              gint64 person,
              RemitTimeline *timeline,
              gint64 today,
              GError **error)
{
  g_autoptr (GArray) spans = remit_timeline_sweep (timeline);

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (remit_load_span_meets (span, today, 0)
          && !insert_load (store, insert, person, span, error))
        return FALSE;
    }
  return TRUE;
}

/* By id, so that the three can be read side by side. */
static const char people_sql[] =
  "SELECT id, capacity, \"from\", \"until\" FROM main.person"
  " WHERE id IN (SELECT person FROM temp.rule_allocation) ORDER BY id";
static const char allocations_sql[] =
  "SELECT person, \"from\", \"until\", allocation FROM temp.rule_allocation ORDER BY person";
static const char absences_sql[] =
  "SELECT person, \"from\", \"until\" FROM main.absence ORDER BY person";

static gboolean
is_cancelled (GCancellable *cancellable,
              GError **error)
{
  return g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
fill_person (RemitStore *store,
             RemitStatement *people,
             Follower *allocations,
             Follower *absences,
             RemitStatement *insert,
             gint64 today,
             GError **error)
{
  g_auto (RemitTimeline) timeline = { 0 };
  gint64 person = remit_statement_get_integer (people, 0);

  while (absences->more && remit_statement_get_integer (absences->rows, 0) < person)
    follower_next (absences, store);
  remit_timeline_init (&timeline, (int) remit_statement_get_integer (people, 1));
  remit_timeline_set_first (&timeline, get_day (people, 2));
  remit_timeline_set_last (&timeline, get_day (people, 3));
  for (; allocations->more && remit_statement_get_integer (allocations->rows, 0) == person;
       follower_next (allocations, store))
    remit_timeline_add_load (&timeline, get_day (allocations->rows, 1),
                             get_day (allocations->rows, 2),
                             (int) remit_statement_get_integer (allocations->rows, 3));
  for (; absences->more && remit_statement_get_integer (absences->rows, 0) == person;
       follower_next (absences, store))
    remit_timeline_add_away (&timeline, get_day (absences->rows, 1), get_day (absences->rows, 2));
  return insert_loads (store, insert, person, &timeline, today, error);
}

static gboolean
fill_load (RemitStore *store,
           gint64 today,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (RemitStatement) people = remit_store_prepare (store, people_sql, error);
  Follower allocations = { remit_store_prepare (store, allocations_sql, error), FALSE };
  Follower absences = { remit_store_prepare (store, absences_sql, error), FALSE };
  RemitStatement *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_load VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  gboolean done = TRUE;

  if (people == NULL || allocations.rows == NULL || absences.rows == NULL || insert == NULL)
    return FALSE;
  follower_next (&allocations, store);
  follower_next (&absences, store);
  while (done && remit_store_step (store, people, error))
    done = !is_cancelled (cancellable, error)
           && fill_person (store, people, &allocations, &absences, insert, today, error);
  remit_statement_reset (allocations.rows);
  remit_statement_reset (absences.rows);
  return done
         && remit_store_exec (store, "CREATE INDEX temp.rule_load_person ON rule_load (person)",
                              NULL, error);
}

static const char slots_sql[] =
  "SELECT a.slot, a.\"from\", a.\"until\", a.allocation, s.\"from\", s.\"until\""
  " FROM temp.rule_slot AS s CROSS JOIN temp.rule_allocation AS a ON a.slot = s.id"
  " WHERE a.own ORDER BY s.id";

static gboolean
insert_fill (RemitStore *store,
             RemitStatement *insert,
             gint64 slot,
             const RemitLoadSpan *span,
             gint64 from,
             gint64 until,
             GError **error)
{
  gint64 last = span->until == 0 ? until : until == 0 ? span->until : MIN (span->until, until);

  remit_statement_bind_integer (insert, 1, slot);
  bind_day (insert, 2, MAX (span->from, from), "0000-01-01");
  bind_day (insert, 3, last, "9999-12-31");
  remit_statement_bind_integer (insert, 4, span->load);
  return remit_store_run (store, insert, error);
}

/* The days of a slot from today on, with what is allocated to it. */
static gboolean
end_slot (RemitStore *store,
          RemitStatement *insert,
          gint64 slot,
          RemitTimeline *timeline,
          gint64 from,
          gint64 until,
          GError **error)
{
  g_autoptr (GArray) spans = remit_timeline_sweep (timeline);

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (remit_load_span_meets (span, from, until)
          && !insert_fill (store, insert, slot, span, from, until, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_slot (RemitStore *store,
           Follower *rows,
           RemitStatement *insert,
           gint64 today,
           GError **error)
{
  g_auto (RemitTimeline) timeline = { 0 };
  gint64 slot = remit_statement_get_integer (rows->rows, 0);
  gint64 from = MAX (get_day (rows->rows, 4), today);
  gint64 until = get_day (rows->rows, 5);

  remit_timeline_init (&timeline, 0);
  for (; rows->more && remit_statement_get_integer (rows->rows, 0) == slot;
       follower_next (rows, store))
    remit_timeline_add_load (&timeline, get_day (rows->rows, 1), get_day (rows->rows, 2),
                             (int) remit_statement_get_integer (rows->rows, 3));
  return (until != 0 && until < from)
         || end_slot (store, insert, slot, &timeline, from, until, error);
}

static gboolean
fill_fill (RemitStore *store,
           gint64 today,
           GCancellable *cancellable,
           GError **error)
{
  Follower rows = { remit_store_prepare (store, slots_sql, error), FALSE };
  RemitStatement *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_fill VALUES (?1, ?2, ?3, ?4)", error);
  gboolean done = TRUE;

  if (rows.rows == NULL || insert == NULL)
    return FALSE;
  follower_next (&rows, store);
  while (done && rows.more)
    done = !is_cancelled (cancellable, error)
           && fill_slot (store, &rows, insert, today, error);
  remit_statement_reset (rows.rows);
  return done;
}

static gboolean
fill_history (RemitStore *store,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RemitVerdict) verdict = remit_history_verify (store, REMIT_VERIFY_CHAIN, cancellable,
                                                           NULL, NULL, error);

  return verdict != NULL
         && (verdict->broken == 0
             || run_for_plan (store, "INSERT INTO temp.rule_history VALUES (?1)", verdict->broken,
                              error));
}

gboolean
remit_rule_views_fill (RemitStore *store,
                       RemitRuleView view,
                       gint64 plan,
                       gint64 today,
                       GCancellable *cancellable,
                       GError **error)
{
  switch (view)
    {
    case REMIT_RULE_VIEW_TEAM:
      return fill_rows (store, team_sql, plan, NULL, error);
    case REMIT_RULE_VIEW_SLOT:
      return fill_rows (store, slot_sql, plan, NULL, error);
    case REMIT_RULE_VIEW_NEED:
      return fill_rows (store, need_sql, plan, NULL, error);
    case REMIT_RULE_VIEW_ALLOCATION:
      return fill_rows (store, own_allocation_sql, plan, NULL, error)
             && fill_rows (store, other_allocation_sql, plan,
                           "CREATE INDEX temp.rule_allocation_person"
                           "  ON rule_allocation (person)", error);
    case REMIT_RULE_VIEW_DECISION:
      return fill_rows (store, decision_sql, plan, NULL, error);
    case REMIT_RULE_VIEW_RIGHT:
      return fill_rows (store, right_sql, plan,
                        "CREATE INDEX temp.rule_right_decision ON rule_right_row"
                        "  (decision, slot, role, person);"
                        "CREATE INDEX temp.rule_right_slot ON rule_right_row (slot, decision)"
                        "  WHERE slot IS NOT NULL;"
                        "CREATE INDEX temp.rule_right_role ON rule_right_row (role)"
                        "  WHERE role IS NOT NULL;"
                        "CREATE INDEX temp.rule_right_person ON rule_right_row (person)"
                        "  WHERE person IS NOT NULL", error);
    case REMIT_RULE_VIEW_DECIDER:
      return fill_rows (store, decider_sql, plan,
                        "CREATE INDEX temp.rule_decider_decision ON rule_decider (decision)",
                        error);
    case REMIT_RULE_VIEW_COUNT:
      return fill_rows (store, count_sql, plan, NULL, error);
    case REMIT_RULE_VIEW_LOAD:
      return fill_load (store, today, cancellable, error);
    case REMIT_RULE_VIEW_FILL:
      return fill_fill (store, today, cancellable, error);
    case REMIT_RULE_VIEW_HISTORY:
      return fill_history (store, cancellable, error);
    case REMIT_N_RULE_VIEWS:
    default:
      g_return_val_if_reached (FALSE);
    }
}
