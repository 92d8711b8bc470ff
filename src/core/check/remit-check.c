/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running rules over a plan, in a thread of their own and within limits. */
#define G_LOG_DOMAIN "remit-check"

#include "config.h"

#include "remit-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-message.h"
#include "remit-rule-query.h"

/* So many steps of SQLite's machine between two looks at the clock. */
#define STEPS 1000

typedef struct {
  RemitStore *store;
  const RemitCheckOptions *options;
  gint64 today;
  RemitRecord *settings;
  RemitRuleGate gate;
  guint filled; /* the views that have been filled */
  gint64 deadline;
  gboolean late;
  GPtrArray *findings;
  GHashTable *same; /* of the rule that runs: its findings, each itself */
} Check;

/* ── Limits ───────────────────────────────────────────────────────────────────────────────── */

static int
on_progress (void *data)
{
  Check *self = data;

  self->late = self->deadline != 0 && g_get_monotonic_time () > self->deadline;
  return self->late || g_cancellable_is_cancelled (self->options->cancellable);
}

static void
set_deadline (Check *self)
{
  guint limit = self->options->time_limit != 0 ? self->options->time_limit
                                               : REMIT_CHECK_TIME_LIMIT;

  self->late = FALSE;
  self->deadline = g_get_monotonic_time () + (gint64) limit * 1000;
}

/* What is wrong with a rule is a finding of its own. */
static void
add_problem (Check *self,
             RemitSeverity severity,
             const char *path,
             const char *reason)
{
  /* Translators: the file of a rule, and what is wrong with it */
  g_autofree char *message = g_strdup_printf (_ ("%1$s: %2$s"), path, reason);

  g_ptr_array_add (self->findings, remit_finding_new (NULL, severity, NULL, message, NULL));
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static const char *
get_name_sql (RemitKind kind)
{
  switch ((int) kind)
    {
    case REMIT_KIND_TEAM:
      return "SELECT name FROM main.team WHERE id = ?1";
    case REMIT_KIND_SLOT:
      return "SELECT coalesce (nullif (s.name, ''), r.name) FROM main.slot AS s"
             " JOIN main.role AS r ON r.id = s.role WHERE s.id = ?1";
    case REMIT_KIND_PERSON:
      return "SELECT name FROM main.person WHERE id = ?1";
    case REMIT_KIND_DECISION:
      return "SELECT title FROM main.decision WHERE id = ?1";
    case REMIT_KIND_ASSIGNMENT:
      return "SELECT p.name FROM main.assignment AS a JOIN main.person AS p ON p.id = a.person"
             " WHERE a.id = ?1";
    case REMIT_KIND_ROLE:
      return "SELECT name FROM main.role WHERE id = ?1";
    case REMIT_KIND_SKILL:
      return "SELECT name FROM main.skill WHERE id = ?1";
    default:
      return NULL;
    }
}

static char *
dup_name (Check *self,
          RemitKind kind,
          gint64 id)
{
  g_autoptr (RemitStatement) row = NULL;
  char *name = NULL;

  self->gate.open = TRUE;
  row = remit_store_prepare (self->store, get_name_sql (kind), NULL);
  if (row != NULL)
    {
      sqlite3_bind_int64 (row, 1, id);
      if (remit_store_step (self->store, row, NULL))
        name = g_strdup ((const char *) sqlite3_column_text (row, 0));
    }
  self->gate.open = FALSE;
  return name != NULL ? name : g_strdup ("");
}

/* A row whose message is being written. */
typedef struct {
  Check *check;
  RemitRuleQuery *query;
} Row;

static char *
lookup (const char *name,
        gboolean named,
        gpointer data)
{
  Row *row = data;
  sqlite3_stmt *statement = row->query->statement;
  int n = sqlite3_column_count (statement);
  int column = 0;

  while (column < n && strcmp (sqlite3_column_name (statement, column), name) != 0)
    column++;
  if (column == n)
    return NULL;
  for (guint i = 0; named && i < REMIT_N_SUBJECTS; i++)
    if (row->query->subjects[i] == column)
      return dup_name (row->check, remit_subject_get_kind (i),
                       sqlite3_column_int64 (statement, column));
  return g_utf8_make_valid (sqlite3_column_type (statement, column) != SQLITE_NULL
                              ? (const char *) sqlite3_column_text (statement, column)
                              : "", -1);
}

static RemitSeverity
get_severity (RemitRuleQuery *query)
{
  int severity = query->severity >= 0
                   ? remit_severity_find ((const char *) sqlite3_column_text (query->statement,
                                                                              query->severity))
                   : -1;

  return severity >= 0 ? (RemitSeverity) severity : query->rule->severity;
}

static void
add_row (Check *self,
         RemitRuleQuery *query)
{
  Row row = { self, query };
  gint64 subjects[REMIT_N_SUBJECTS] = { 0 };
  const char *when = query->when >= 0
                       ? (const char *) sqlite3_column_text (query->statement, query->when)
                       : NULL;
  const char *text = remit_rule_get_message (query->rule, when);
  g_autofree char *message = remit_message_format (text != NULL ? text : query->rule->title,
                                                   lookup, &row);
  g_autoptr (RemitFinding) finding = NULL;
  RemitFinding *same;

  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    if (query->subjects[i] >= 0)
      subjects[i] = sqlite3_column_int64 (query->statement, query->subjects[i]);
  finding = remit_finding_new (query->rule, get_severity (query), subjects, message, when);

  same = g_hash_table_lookup (self->same, finding);
  if (same != NULL)
    remit_finding_add_line (same, get_severity (query), message);
  else
    {
      g_hash_table_add (self->same, finding);
      g_ptr_array_add (self->findings, g_steal_pointer (&finding));
    }
}

/* ── Rules ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
fill_views (Check *self,
            guint needs,
            GError **error)
{
  for (RemitRuleView view = 0; view < REMIT_N_RULE_VIEWS; view++)
    {
      gboolean done;

      if (!(needs & ~self->filled & (1u << view)))
        continue;
      self->deadline = 0;
      self->gate.open = TRUE;
      done = remit_rule_views_fill (self->store, view, self->options->plan, self->today,
                                    self->options->cancellable, error);
      self->gate.open = FALSE;
      if (!done)
        return FALSE;
      self->filled |= 1u << view;
    }
  return TRUE;
}

static void
report_limit (Check *self,
              RemitRule *rule,
              guint n_rows)
{
  g_autofree char *reason = NULL;

  /* Translators: a number of rows that is too large */
  reason = g_strdup_printf (_ ("it finds more than %u things; the rest is left out"), n_rows);
  add_problem (self, REMIT_SEVERITY_WARNING, rule->path, reason);
}

static gboolean
end_rows (Check *self,
          RemitRule *rule,
          int code,
          GError **error)
{
  g_autofree char *reason = NULL;

  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
    return FALSE;
  if (self->late)
    reason = g_strdup (_ ("it takes too long, and was stopped"));
  else
    reason = g_strdup (sqlite3_errmsg (remit_store_get_handle (self->store)));
  add_problem (self, REMIT_SEVERITY_ERROR, rule->path, reason);
  return TRUE;
}

static gboolean
run_query (Check *self,
           RemitRuleQuery *query,
           GError **error)
{
  guint limit = self->options->row_limit != 0 ? self->options->row_limit : REMIT_CHECK_ROW_LIMIT;
  guint n = 0;
  int code;

  remit_rule_query_bind (query, self->settings, self->options->plan, self->today);
  g_hash_table_remove_all (self->same);
  set_deadline (self);
  while ((code = sqlite3_step (query->statement)) == SQLITE_ROW && n++ < limit)
    add_row (self, query);
  if (code == SQLITE_ROW)
    report_limit (self, query->rule, limit);
  return end_rows (self, query->rule, code, error);
}

/* Returns: FALSE only when the whole check cannot go on */
static gboolean
run_rule (Check *self,
          RemitRule *rule,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (RemitRuleQuery) query = remit_rule_query_new (self->store, rule, &self->gate,
                                                           &problem);

  if (query == NULL)
    {
      add_problem (self, REMIT_SEVERITY_ERROR, rule->path, problem->message);
      return TRUE;
    }
  if (query->needs & ~self->filled)
    {
      /* What it reads is filled past it, and it is prepared again for what is there then. */
      guint needs = query->needs;

      g_clear_pointer (&query, remit_rule_query_free);
      if (!fill_views (self, needs, error))
        return FALSE;
      query = remit_rule_query_new (self->store, rule, &self->gate, &problem);
    }
  return query == NULL || run_query (self, query, error);
}

/* ── Waivers ──────────────────────────────────────────────────────────────────────────────── */

static const char waivers_sql[] =
  "SELECT id, rule, team, slot, person, decision, assignment, role, skill, actor, reason, \"until\""
  " FROM main.waiver WHERE plan = ?1";
G_STATIC_ASSERT (REMIT_WAIVER_N_SUBJECTS == 7);

static gboolean
does_match (RemitFinding *finding,
            sqlite3_stmt *row)
{
  if (g_strcmp0 (remit_finding_get_rule_id (finding), (const char *) sqlite3_column_text (row, 1))
      != 0)
    return FALSE;
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    if (remit_finding_get_subject (finding, remit_subject_get_kind (i))
        != sqlite3_column_int64 (row, 2 + (int) i))
      return FALSE;
  return TRUE;
}

static void
waive (Check *self,
       sqlite3_stmt *row)
{
  RemitWaiverWords words = {
    .waiver = sqlite3_column_int64 (row, 0),
    .actor = (const char *) sqlite3_column_text (row, 2 + REMIT_N_SUBJECTS),
    .reason = (const char *) sqlite3_column_text (row, 3 + REMIT_N_SUBJECTS),
    .until = remit_day_parse ((const char *) sqlite3_column_text (row, 4 + REMIT_N_SUBJECTS)),
  };

  if (words.until != 0 && words.until < self->today)
    return;
  for (guint i = 0; i < self->findings->len; i++)
    if (does_match (self->findings->pdata[i], row))
      remit_finding_set_waiver (self->findings->pdata[i], &words);
}

static gboolean
apply_waivers (Check *self,
               GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  self->gate.open = TRUE;
  rows = remit_store_prepare (self->store, waivers_sql, error);
  if (rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, self->options->plan);
  while (remit_store_step (self->store, rows, &local_error))
    waive (self, rows);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* Errors before warnings, and both as they were found. */
static GPtrArray *
sort (GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new_full (findings->len, g_object_unref);

  for (RemitSeverity severity = 0; severity < REMIT_N_SEVERITIES; severity++)
    for (guint i = 0; i < findings->len; i++)
      if (remit_finding_get_severity (findings->pdata[i]) == severity)
        g_ptr_array_add (sorted, g_object_ref (findings->pdata[i]));
  return sorted;
}

static gboolean
prepare (Check *self,
         GError **error)
{
  self->settings = remit_store_load (self->store, REMIT_KIND_SETTINGS, 1, error);
  return self->settings != NULL
         && remit_rule_views_open (self->store, self->options->plan, error);
}

static gboolean
run_all (Check *self,
         GError **error)
{
  sqlite3 *db = remit_store_get_handle (self->store);
  gboolean done = TRUE;

  sqlite3_progress_handler (db, STEPS, on_progress, self);
  remit_rule_gate_close (&self->gate, self->store);
  for (guint i = 0; done && i < self->options->rules->problems->len; i++)
    {
      const RemitRuleProblem *problem = self->options->rules->problems->pdata[i];

      add_problem (self, REMIT_SEVERITY_ERROR, problem->path, problem->error->message);
    }
  for (guint i = 0; done && i < self->options->rules->rules->len; i++)
    done = run_rule (self, self->options->rules->rules->pdata[i], error);
  self->deadline = 0;
  done = done && apply_waivers (self, error);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  return done && !g_cancellable_set_error_if_cancelled (self->options->cancellable, error);
}

static void
check_clear (Check *self)
{
  sqlite3_set_authorizer (remit_store_get_handle (self->store), NULL, NULL);
  g_clear_pointer (&self->settings, remit_record_free);
  g_clear_pointer (&self->same, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->store);
}

static void
check_init (Check *self,
            RemitStore *store,
            const RemitCheckOptions *options)
{
  self->store = store;
  self->options = options;
  self->today = options->today != 0 ? options->today : remit_day_today ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->same = g_hash_table_new (remit_finding_hash, remit_finding_equal);
}

GPtrArray *
remit_check_run (const char *path,
                 const RemitCheckOptions *options,
                 GError **error)
{
  Check self = { 0 };
  RemitStore *store;
  GPtrArray *sorted = NULL;

  g_return_val_if_fail (path != NULL && options != NULL && options->rules != NULL, NULL);

  store = remit_store_open (path, REMIT_STORE_READ_ONLY, error);
  if (store == NULL)
    return NULL;
  check_init (&self, store, options);
  sqlite3_exec (remit_store_get_handle (store), "PRAGMA temp_store = MEMORY; BEGIN", NULL, NULL,
                NULL);
  if (prepare (&self, error) && run_all (&self, error))
    sorted = sort (self.findings);
  check_clear (&self);
  return sorted;
}

gboolean
remit_check_rule (RemitRule *rule,
                  guint time_limit,
                  GError **error)
{
  RemitCheckOptions options = { .time_limit = time_limit, .plan = 1 };
  Check self = { 0 };
  RemitStore *store = remit_store_open (":memory:", REMIT_STORE_CREATE, error);
  gboolean usable;

  if (store == NULL)
    return FALSE;
  check_init (&self, store, &options);
  usable = prepare (&self, error);
  if (usable)
    {
      g_autoptr (RemitRuleQuery) query = NULL;
      int code = SQLITE_DONE;

      remit_rule_gate_close (&self.gate, store);
      sqlite3_progress_handler (remit_store_get_handle (store), STEPS, on_progress, &self);
      query = remit_rule_query_new (store, rule, &self.gate, error);
      usable = query != NULL;
      if (usable)
        {
          remit_rule_query_bind (query, self.settings, options.plan, self.today);
          set_deadline (&self);
          do
            code = sqlite3_step (query->statement);
          while (code == SQLITE_ROW && !self.late);
        }
      if (usable && code != SQLITE_DONE)
        {
          g_set_error (error, REMIT_RULE_ERROR,
                       self.late ? REMIT_RULE_ERROR_LIMIT : REMIT_RULE_ERROR_INVALID,
                       _ ("The SELECT cannot be used: %s"),
                       self.late ? _ ("it takes too long, and was stopped")
                                 : sqlite3_errmsg (remit_store_get_handle (store)));
          usable = FALSE;
        }
    }
  check_clear (&self);
  return usable;
}
