/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules can read of a plan: views and tables, made ready on a connection. */
#define G_LOG_DOMAIN "remit-check"

#include "config.h"

#include "remit-rule-views.h"

#include <string.h>

#include "model/remit-day.h"
#include "plan/remit-timeline.h"
#include "remit-check-resources.h"
#include "store/remit-history.h"

static const char *const names[REMIT_N_RULE_VIEWS] = {
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

static gboolean
run (RemitStore *store,
     const char *sql,
     GError **error)
{
  int code = sqlite3_exec (remit_store_get_handle (store), sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

static gboolean
finish_row (RemitStore *store,
            sqlite3_stmt *statement,
            GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

/* ── Always ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert_letters (RemitStore *store,
                GError **error)
{
  sqlite3_stmt *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_letter VALUES (?1, ?2, ?3, ?4)", error);

  for (RemitFramework i = 0; insert != NULL && i < REMIT_N_FRAMEWORKS; i++)
    {
      const RemitFrameworkInfo *info = remit_framework_get_info (i);

      for (guint j = 0; j < info->n_letters; j++)
        {
          const RemitLetterInfo *letter = &info->letters[j];

          sqlite3_bind_text (insert, 1, info->nick, -1, SQLITE_STATIC);
          sqlite3_bind_text (insert, 2, remit_letter_get_nick (letter->letter), -1, SQLITE_STATIC);
          sqlite3_bind_text (insert, 3, remit_part_get_nick (letter->part), -1, SQLITE_STATIC);
          sqlite3_bind_text (insert, 4, letter->name, -1, SQLITE_STATIC);
          if (!finish_row (store, insert, error))
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
  sqlite3_stmt *statement = remit_store_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, plan);
  return finish_row (store, statement, error);
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
  sqlite3_stmt *insert;

  rows = remit_store_prepare (store, "SELECT id, corrects FROM main.decision_event WHERE plan = ?1"
                                     " AND corrects IS NOT NULL ORDER BY id DESC", error);
  insert = remit_store_prepare (store, "INSERT OR IGNORE INTO temp.rule_corrected VALUES (?1)",
                                error);
  if (rows == NULL || insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, plan);
  while (remit_store_step (store, rows, NULL))
    {
      gint64 id = sqlite3_column_int64 (rows, 0);
      gint64 target = sqlite3_column_int64 (rows, 1);

      if (g_hash_table_contains (corrected, &id))
        continue;
      g_hash_table_add (corrected, g_memdup2 (&target, sizeof target));
      sqlite3_bind_int64 (insert, 1, target);
      if (!finish_row (store, insert, error))
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
  return run (store, g_bytes_get_data (script, NULL), error) && insert_letters (store, error)
         && run_for_plan (store, "INSERT INTO temp.rule_context VALUES (?1)", plan, error)
         && run_for_plan (store, counted_sql, plan, error)
         && insert_corrected (store, plan, error);
}

/* ── Counts ───────────────────────────────────────────────────────────────────────────────── */

static const char count_sql[] =
  "INSERT INTO temp.rule_count"
  " SELECT d.id, d.framework, d.status = 'proposed', d.status IN ('proposed', 'accepted'),"
  "   total (l.part = 'decides'), total (l.part = 'does'), total (l.part = 'drives'),"
  "   total (l.part = 'supports'), total (l.part = 'agrees'), total (l.part = 'advises'),"
  "   total (l.part = 'informed')"
  " FROM main.decision AS d LEFT JOIN main.right AS r ON r.decision = d.id"
  "   LEFT JOIN temp.rule_letter AS l ON l.framework = d.framework AND l.letter = r.letter"
  " WHERE d.plan = ?1 GROUP BY d.id";

/* ── Spans ────────────────────────────────────────────────────────────────────────────────── */

/* Rows that begin with an id, read beside those of another statement with the same ids. */
typedef struct {
  sqlite3_stmt *rows;
  gboolean more;
} Follower;

static void
follower_next (Follower *self,
               RemitStore *store)
{
  self->more = remit_store_step (store, self->rows, NULL);
}

static gint64
get_day (sqlite3_stmt *row,
         int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return g_strcmp0 (text, "9999-12-31") == 0 ? 0 : remit_day_parse (text);
}

static void
bind_day (sqlite3_stmt *statement,
          int parameter,
          gint64 day,
          const char *open)
{
  char text[11];

  remit_day_format (day, text);
  sqlite3_bind_text (statement, parameter, day != 0 ? text : open, -1, SQLITE_TRANSIENT);
}

static gboolean
insert_load (RemitStore *store,
             sqlite3_stmt *insert,
             gint64 person,
             const RemitLoadSpan *span,
             GError **error)
{
  sqlite3_bind_int64 (insert, 1, person);
  bind_day (insert, 2, span->from, "0000-01-01");
  bind_day (insert, 3, span->until, "9999-12-31");
  sqlite3_bind_int (insert, 4, span->load);
  sqlite3_bind_int (insert, 5, span->capacity);
  sqlite3_bind_int (insert, 6, span->away);
  return finish_row (store, insert, error);
}

static gboolean
insert_loads (RemitStore *store,
              sqlite3_stmt *insert,
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

/* Only who is in the plan; by id, so that the three can be read side by side. */
#define IN_PLAN "(SELECT person FROM main.assignment WHERE plan = ?1)"
static const char people_sql[] =
  "SELECT id, capacity, \"from\", \"until\" FROM main.person WHERE id IN " IN_PLAN " ORDER BY id";
static const char allocations_sql[] =
  "SELECT person, \"from\", \"until\", allocation FROM temp.rule_allocation"
  " WHERE person IN " IN_PLAN " ORDER BY person";
static const char absences_sql[] =
  "SELECT person, \"from\", \"until\" FROM main.absence WHERE person IN " IN_PLAN
  " ORDER BY person";

static gboolean
is_cancelled (GCancellable *cancellable,
              GError **error)
{
  return g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
fill_person (RemitStore *store,
             sqlite3_stmt *people,
             Follower *allocations,
             Follower *absences,
             sqlite3_stmt *insert,
             gint64 today,
             GError **error)
{
  g_auto (RemitTimeline) timeline = { 0 };
  gint64 person = sqlite3_column_int64 (people, 0);

  remit_timeline_init (&timeline, sqlite3_column_int (people, 1));
  remit_timeline_set_first (&timeline, get_day (people, 2));
  remit_timeline_set_last (&timeline, get_day (people, 3));
  for (; allocations->more && sqlite3_column_int64 (allocations->rows, 0) == person;
       follower_next (allocations, store))
    remit_timeline_add_load (&timeline, get_day (allocations->rows, 1),
                             get_day (allocations->rows, 2),
                             sqlite3_column_int (allocations->rows, 3));
  for (; absences->more && sqlite3_column_int64 (absences->rows, 0) == person;
       follower_next (absences, store))
    remit_timeline_add_away (&timeline, get_day (absences->rows, 1), get_day (absences->rows, 2));
  return insert_loads (store, insert, person, &timeline, today, error);
}

static gboolean
fill_load (RemitStore *store,
           gint64 plan,
           gint64 today,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (RemitStatement) people = remit_store_prepare (store, people_sql, error);
  Follower allocations = { remit_store_prepare (store, allocations_sql, error), FALSE };
  Follower absences = { remit_store_prepare (store, absences_sql, error), FALSE };
  sqlite3_stmt *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_load VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  gboolean done = TRUE;

  if (people == NULL || allocations.rows == NULL || absences.rows == NULL || insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (people, 1, plan);
  sqlite3_bind_int64 (allocations.rows, 1, plan);
  sqlite3_bind_int64 (absences.rows, 1, plan);
  follower_next (&allocations, store);
  follower_next (&absences, store);
  while (done && remit_store_step (store, people, error))
    done = !is_cancelled (cancellable, error)
           && fill_person (store, people, &allocations, &absences, insert, today, error);
  remit_store_finish (allocations.rows);
  remit_store_finish (absences.rows);
  return done && run (store, "CREATE INDEX temp.rule_load_person ON rule_load (person)", error);
}

static const char slots_sql[] =
  "SELECT a.slot, a.\"from\", a.\"until\", a.allocation, s.\"from\", s.\"until\""
  " FROM temp.rule_assignment AS a JOIN main.slot AS s ON s.id = a.slot ORDER BY a.slot";

static gboolean
insert_fill (RemitStore *store,
             sqlite3_stmt *insert,
             gint64 slot,
             const RemitLoadSpan *span,
             gint64 from,
             gint64 until,
             GError **error)
{
  gint64 last = span->until == 0 ? until : until == 0 ? span->until : MIN (span->until, until);

  sqlite3_bind_int64 (insert, 1, slot);
  bind_day (insert, 2, MAX (span->from, from), "0000-01-01");
  bind_day (insert, 3, last, "9999-12-31");
  sqlite3_bind_int (insert, 4, span->load);
  return finish_row (store, insert, error);
}

/* The days of a slot from today on, with what is allocated to it. */
static gboolean
end_slot (RemitStore *store,
          sqlite3_stmt *insert,
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
           sqlite3_stmt *insert,
           gint64 today,
           GError **error)
{
  g_auto (RemitTimeline) timeline = { 0 };
  gint64 slot = sqlite3_column_int64 (rows->rows, 0);
  gint64 from = MAX (get_day (rows->rows, 4), today);
  gint64 until = get_day (rows->rows, 5);

  remit_timeline_init (&timeline, 0);
  for (; rows->more && sqlite3_column_int64 (rows->rows, 0) == slot; follower_next (rows, store))
    remit_timeline_add_load (&timeline, get_day (rows->rows, 1), get_day (rows->rows, 2),
                             sqlite3_column_int (rows->rows, 3));
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
  sqlite3_stmt *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_fill VALUES (?1, ?2, ?3, ?4)", error);
  gboolean done = TRUE;

  if (rows.rows == NULL || insert == NULL)
    return FALSE;
  follower_next (&rows, store);
  while (done && rows.more)
    done = !is_cancelled (cancellable, error)
           && fill_slot (store, &rows, insert, today, error);
  remit_store_finish (rows.rows);
  return done;
}

static gboolean
fill_history (RemitStore *store,
              GCancellable *cancellable,
              GError **error)
{
  gint64 broken = 0;

  return remit_history_verify (store, cancellable, NULL, NULL, &broken, error)
         && (broken == 0
             || run_for_plan (store, "INSERT INTO temp.rule_history VALUES (?1)", broken, error));
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
    case REMIT_RULE_VIEW_COUNT:
      return run_for_plan (store, count_sql, plan, error);
    case REMIT_RULE_VIEW_LOAD:
      return fill_load (store, plan, today, cancellable, error);
    case REMIT_RULE_VIEW_FILL:
      return fill_fill (store, today, cancellable, error);
    case REMIT_RULE_VIEW_HISTORY:
      return fill_history (store, cancellable, error);
    case REMIT_N_RULE_VIEWS:
    default:
      g_return_val_if_reached (FALSE);
    }
}
