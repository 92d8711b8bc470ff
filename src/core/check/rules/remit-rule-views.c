/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules can read of a plan: views and tables, made ready on a connection. */
#include "remit-rule-views.h"

#include "model/remit-day.h"
#include "model/remit-role-group.h"
#include "plan/load/remit-timeline.h"
#include "remit-check-resources.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-script.h"

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
          remit_statement_bind_text (insert, 2, remit_letter_choices[letter->letter].nick);
          remit_statement_bind_text (insert, 3, remit_part_nicks[letter->part]);
          remit_statement_bind_text (insert, 4, letter->name);
          remit_statement_bind_integer (insert, 5, (int) j + 1);
          if (!remit_store_run (store, insert, error))
            return FALSE;
        }
    }
  return insert != NULL;
}

/* What rules ask for is the group of a role, which older files do not say. */
static gboolean
insert_guesses (RemitStore *store,
                GError **error)
{
  RemitStatement *insert = remit_store_prepare (
    store, "INSERT INTO temp.rule_guess VALUES (?1, ?2)", error);
  g_autoptr (RemitStatement) roles = remit_store_query (
    store, "SELECT id, key FROM main.role WHERE \"group\" = 'unset'", 0, 0, error);

  if (insert == NULL)
    return FALSE;
  while (remit_store_step (store, roles))
    {
      RemitRoleGroup group = remit_role_guess_group (remit_statement_get_text (roles, 1));

      remit_statement_bind_integer (insert, 1, remit_statement_get_integer (roles, 0));
      remit_statement_bind_text (insert, 2, remit_role_groups[group].nick);
      if (!remit_store_run (store, insert, error))
        return FALSE;
    }
  return remit_store_finish (store, roles, error);
}

/* Runs one of the scripts that are built in. */
static gboolean
run_script (RemitStore *store,
            const char *name,
            GError **error)
{
  static gsize registered;
  g_autofree char *path = g_strdup_printf ("/org/remit/check/%s.sql", name);
  g_autoptr (GBytes) script = NULL;

  remit_script_register (&registered, remit_check_resources_register_resource);
  script = remit_script_load (path);
  return remit_store_exec (store, g_bytes_get_data (script, NULL), NULL, error);
}

static gboolean
insert_number (RemitStore *store,
               const char *sql,
               gint64 number,
               GError **error)
{
  return remit_store_run (store, remit_store_query (store, sql, number, 0, error), error);
}

/* An entry that is corrected does not count, unless the correction has been corrected. The younger
 * ones come first. */
static gboolean
insert_corrected (RemitStore *store,
                  gint64 plan,
                  GError **error)
{
  g_autoptr (GHashTable) corrected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            NULL);
  g_autoptr (RemitStatement) rows = remit_store_query (
    store, "SELECT id, corrects FROM main.decision_event WHERE plan = ?1"
           " AND corrects IS NOT NULL ORDER BY id DESC", plan, 0, error);

  while (remit_store_step (store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);
      gint64 target = remit_statement_get_integer (rows, 1);

      if (g_hash_table_contains (corrected, &id))
        continue;
      g_hash_table_add (corrected, g_memdup2 (&target, sizeof target));
      if (!insert_number (store, "INSERT OR IGNORE INTO temp.rule_corrected VALUES (?1)", target,
                          error))
        return FALSE;
    }
  return remit_store_finish (store, rows, error);
}

gboolean
remit_rule_views_open (RemitStore *store,
                       gint64 plan,
                       GError **error)
{
  return run_script (store, "views", error) && insert_letters (store, error)
         && insert_guesses (store, error)
         && insert_number (store, "INSERT INTO temp.rule_context VALUES (?1)", plan, error)
         && run_script (store, "rule_counted", error) && insert_corrected (store, plan, error);
}

/* ── Spans ────────────────────────────────────────────────────────────────────────────────── */

/* Rows that begin with an id, read beside those of another statement with the same ids. What went
 * wrong is told when they are finished. */
typedef struct {
  RemitStatement *rows;
  gboolean more;
} Follower;

static void
follower_next (Follower *self,
               RemitStore *store)
{
  self->more = remit_store_step (store, self->rows);
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
  remit_timeline_set_days (&timeline, get_day (people, 2), get_day (people, 3));
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
  while (done && remit_store_step (store, people))
    done = !is_cancelled (cancellable, error)
           && fill_person (store, people, &allocations, &absences, insert, today, error);
  done = done && remit_store_finish (store, people, error)
         && remit_store_finish (store, allocations.rows, error)
         && remit_store_finish (store, absences.rows, error);
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
  done = done && remit_store_finish (store, rows.rows, error);
  remit_statement_reset (rows.rows);
  return done;
}

/* The day is today, or the first day of a team that is to begin. */
static const char time_sql[] =
  "WITH day (team, day) AS MATERIALIZED ("
  "  SELECT id, max (?1, \"from\") FROM temp.rule_team WHERE \"until\" >= ?1)"
  " INSERT INTO temp.rule_time"
  " SELECT s.team, s.id, s.\"group\", a.person, a.allocation, a.state"
  " FROM day CROSS JOIN temp.rule_slot AS s ON s.team = day.team"
  "   CROSS JOIN temp.rule_allocation AS a ON a.slot = s.id AND a.own"
  " WHERE day.day BETWEEN a.\"from\" AND a.\"until\""
  " UNION ALL SELECT s.team, s.id, s.\"group\", NULL, s.fte, 'vacant'"
  " FROM day CROSS JOIN temp.rule_slot AS s ON s.team = day.team"
  " WHERE s.required AND day.day BETWEEN s.\"from\" AND s.\"until\""
  "   AND NOT EXISTS (SELECT 1 FROM temp.rule_allocation AS a WHERE a.slot = s.id AND a.own"
  "                     AND day.day BETWEEN a.\"from\" AND a.\"until\")";

static gboolean
fill_time (RemitStore *store,
           gint64 today,
           GCancellable *cancellable G_GNUC_UNUSED,
           GError **error)
{
  RemitStatement *insert = remit_store_prepare (store, time_sql, error);

  if (insert == NULL)
    return FALSE;
  bind_day (insert, 1, today, "0000-01-01");
  return remit_store_run (store, insert, error)
         && remit_store_exec (store, "CREATE INDEX temp.rule_time_team ON rule_time (team)", NULL,
                              error)
         && remit_store_exec (store, "CREATE INDEX temp.rule_time_person ON rule_time (person)",
                              NULL, error);
}

static gboolean
fill_history (RemitStore *store,
              gint64 today G_GNUC_UNUSED,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RemitVerification) verdict =
    remit_history_verify (store, REMIT_VERIFY_NEW, cancellable, NULL, NULL, error);

  return verdict != NULL
         && (verdict->broken == 0
             || insert_number (store, "INSERT INTO temp.rule_history VALUES (?1)", verdict->broken,
                               error));
}

/* ── The views ────────────────────────────────────────────────────────────────────────────── */

#define BIT(VIEW) (1u << REMIT_RULE_VIEW_##VIEW)

/* What each needs to be there, and what fills it: a function, or the script with its name. */
static const struct
{
  const char *name;
  guint needs;
  gboolean (*fill) (RemitStore *store,
                    gint64 today,
                    GCancellable *cancellable,
                    GError **error);
} views[REMIT_N_RULE_VIEWS] = {
  [REMIT_RULE_VIEW_SLOT] = { "rule_slot" },
  [REMIT_RULE_VIEW_TEAM] = { "rule_team", BIT (SLOT) },
  [REMIT_RULE_VIEW_NEED] = { "rule_need", BIT (SLOT) },
  [REMIT_RULE_VIEW_ALLOCATION] = { "rule_allocation", BIT (SLOT) },
  [REMIT_RULE_VIEW_TIME] = { "rule_time", BIT (SLOT) | BIT (TEAM) | BIT (ALLOCATION), fill_time },
  [REMIT_RULE_VIEW_DECISION] = { "rule_decision" },
  [REMIT_RULE_VIEW_RIGHT] = { "rule_right_row", BIT (DECISION) },
  [REMIT_RULE_VIEW_DECIDER] = { "rule_decider", BIT (ALLOCATION) | BIT (RIGHT) },
  [REMIT_RULE_VIEW_COUNT] = { "rule_count", BIT (RIGHT) },
  [REMIT_RULE_VIEW_LOAD] = { "rule_load", BIT (ALLOCATION), fill_load },
  [REMIT_RULE_VIEW_FILL] = { "rule_fill", BIT (SLOT) | BIT (ALLOCATION), fill_fill },
  [REMIT_RULE_VIEW_HISTORY] = { "rule_history", 0, fill_history },
};

/* A set of views has a bit for each. */
G_STATIC_ASSERT (REMIT_N_RULE_VIEWS <= 32);

int
remit_rule_view_find (const char *name)
{
  for (int i = 0; i < REMIT_N_RULE_VIEWS; i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;
  return -1;
}

guint
remit_rule_views_complete (guint wanted)
{
  for (guint i = REMIT_N_RULE_VIEWS; i-- > 0;)
    if (wanted & (1u << i))
      wanted |= views[i].needs;
  return wanted;
}

gboolean
remit_rule_views_fill (RemitStore *store,
                       RemitRuleView view,
                       gint64 today,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (view < REMIT_N_RULE_VIEWS, FALSE);

  return views[view].fill != NULL ? views[view].fill (store, today, cancellable, error)
                                  : run_script (store, views[view].name, error);
}
