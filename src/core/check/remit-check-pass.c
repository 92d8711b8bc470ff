/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass of the checker: some rules over a plan, on a connection of its own. */
#include "remit-check-pass.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "check/rules/remit-message.h"
#include "check/rules/remit-rule-query.h"
#include "model/remit-day.h"
#include "model/remit-name.h"

struct _RemitCheckPass
{
  RemitStore *store;
  gboolean reading;
  const RemitCheckOptions *options;
  gint64 today;
  RemitRecord *settings;
  RemitRuleGate gate;
  guint filled; /* the views that have been filled */
  gint64 deadline;
  gboolean late;
  GPtrArray *findings;
  GHashTable *same; /* of the rule that runs: its findings, each itself */
  GHashTable *names; /* of entities, by their ids */
};

/* ── Limits ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
should_stop (gpointer data)
{
  RemitCheckPass *self = data;

  self->late = self->deadline != 0 && g_get_monotonic_time () > self->deadline;
  return self->late || g_cancellable_is_cancelled (self->options->cancellable);
}

static void
set_deadline (RemitCheckPass *self)
{
  guint limit = self->options->time_limit != 0 ? self->options->time_limit
                                               : REMIT_CHECK_TIME_LIMIT;

  self->late = FALSE;
  self->deadline = g_get_monotonic_time () + (gint64) limit * 1000;
}

/* What is wrong with a rule is a finding of its own. */
static void
add_problem (RemitCheckPass *self,
             RemitSeverity severity,
             const char *path,
             const char *reason)
{
  /* Translators: the file of a rule, and what is wrong with it */
  g_autofree char *message = g_strdup_printf (_ ("%1$s: %2$s"), path, reason);

  g_ptr_array_add (self->findings, remit_finding_new (NULL, severity, NULL, message, NULL));
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static const RemitRecord *
find_entity (RemitKind kind,
             gint64 id,
             gpointer store,
             RemitRecord **owned)
{
  return *owned = remit_store_load (store, kind, id, NULL);
}

/* Many findings are about one thing, which is named once. */
static char *
dup_name (RemitCheckPass *self,
          RemitKind kind,
          gint64 id)
{
  const char *name = g_hash_table_lookup (self->names, &id);
  RemitNamer namer = { .find = find_entity, .data = self->store };

  if (name == NULL)
    {
      remit_sandbox_open (self->gate.sandbox);
      name = remit_namer_dup_name (&namer, kind, id);
      remit_sandbox_close (self->gate.sandbox);
      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), (gpointer) name);
    }
  return g_strdup (name);
}

/* A row whose message is being written. */
typedef struct {
  RemitCheckPass *check;
  RemitRuleQuery *query;
} Row;

static char *
lookup (const char *name,
        gboolean named,
        gpointer data)
{
  Row *row = data;
  RemitStatement *statement = row->query->statement;
  int n = remit_statement_get_n_columns (statement);
  int column = 0;

  while (column < n && strcmp (remit_statement_get_column_name (statement, column), name) != 0)
    column++;
  if (column == n)
    return NULL;
  for (guint i = 0; named && i < REMIT_N_SUBJECTS; i++)
    if (row->query->subjects[i] == column)
      return dup_name (row->check, remit_subject_get_kind (i),
                       remit_statement_get_integer (statement, column));
  return g_utf8_make_valid (remit_statement_get_string (statement, column), -1);
}

static RemitSeverity
get_severity (RemitRuleQuery *query)
{
  int severity = query->severity >= 0
                   ? remit_choice_find (remit_severity_choices,
                                        remit_statement_get_text (query->statement,
                                                                  query->severity))
                   : -1;

  return severity >= 0 ? (RemitSeverity) severity : query->rule->severity;
}

static void
add_row (RemitCheckPass *self,
         RemitRuleQuery *query)
{
  Row row = { self, query };
  gint64 subjects[REMIT_N_SUBJECTS] = { 0 };
  const char *when = query->when >= 0
                       ? remit_statement_get_text (query->statement, query->when)
                       : NULL;
  const char *text = remit_rule_get_message (query->rule, when);
  g_autofree char *message = remit_message_format (text != NULL ? text : query->rule->title,
                                                   lookup, &row);
  g_autoptr (RemitFinding) finding = NULL;
  RemitFinding *same;

  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    if (query->subjects[i] >= 0)
      subjects[i] = remit_statement_get_integer (query->statement, query->subjects[i]);
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
fill_views (RemitCheckPass *self,
            guint needs,
            GError **error)
{
  needs = remit_rule_views_complete (needs);
  for (RemitRuleView view = 0; view < REMIT_N_RULE_VIEWS; view++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean done;

      if (!(needs & ~self->filled & (1u << view)))
        continue;
      self->deadline = 0;
      remit_sandbox_open (self->gate.sandbox);
      done = remit_rule_views_fill (self->store, view, self->today, self->options->cancellable,
                                    error);
      remit_sandbox_close (self->gate.sandbox);
      if (!done)
        return FALSE;
      g_debug ("View %d: filled in %.1f ms", view,
               (double) (g_get_monotonic_time () - start) / 1000);
      self->filled |= 1u << view;
    }
  return TRUE;
}

static void
report_limit (RemitCheckPass *self,
              RemitRule *rule,
              guint n_rows)
{
  g_autofree char *reason = NULL;

  /* Translators: a number of rows that is too large */
  reason = g_strdup_printf (_ ("the rule finds more than %u items; the rest is skipped"), n_rows);
  add_problem (self, REMIT_SEVERITY_WARNING, rule->path, reason);
}

static gboolean
end_rows (RemitCheckPass *self,
          RemitRule *rule,
          const GError *problem,
          GError **error)
{
  if (problem == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
    return FALSE;
  add_problem (self, REMIT_SEVERITY_ERROR, rule->path,
               self->late ? _ ("the rule takes too long and was stopped") : problem->message);
  return TRUE;
}

static gboolean
run_query (RemitCheckPass *self,
           RemitRuleQuery *query,
           GError **error)
{
  guint limit = self->options->row_limit != 0 ? self->options->row_limit : REMIT_CHECK_ROW_LIMIT;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) problem = NULL;
  gboolean more;
  guint n = 0;

  remit_rule_query_bind (query, self->settings, self->options->plan, self->today);
  g_hash_table_remove_all (self->same);
  set_deadline (self);
  while ((more = remit_sandbox_step (self->gate.sandbox, query->statement, &problem))
         && n++ < limit)
    add_row (self, query);
  g_debug ("%s: %u rows in %.1f ms", query->rule->id, n,
           (double) (g_get_monotonic_time () - start) / 1000);
  if (more)
    report_limit (self, query->rule, limit);
  return end_rows (self, query->rule, problem, error);
}

/* Returns: FALSE only when the whole check cannot go on */
static gboolean
run_rule (RemitCheckPass *self,
          RemitRule *rule,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (RemitRuleQuery) query = remit_rule_query_new (rule, &self->gate, &problem);

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
      query = remit_rule_query_new (rule, &self->gate, &problem);
    }
  return query == NULL || run_query (self, query, error);
}

/* ── The pass ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
prepare (RemitCheckPass *self,
         GError **error)
{
  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  self->reading = TRUE;
  self->settings = remit_store_load (self->store, REMIT_KIND_SETTINGS, 1, error);
  if (self->settings == NULL
      || !remit_rule_views_open (self->store, self->options->plan, error)
      || !remit_rule_gate_init (&self->gate, self->store, error))
    return FALSE;
  remit_sandbox_set_watch (self->gate.sandbox, should_stop, self);
  return TRUE;
}

RemitCheckPass *
remit_check_pass_new (RemitStore *store,
                      const RemitCheckOptions *options,
                      GError **error)
{
  g_autoptr (RemitCheckPass) self = g_new0 (RemitCheckPass, 1);

  self->store = g_object_ref (store);
  self->options = options;
  self->today = options->today != 0 ? options->today : remit_day_today ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->same = g_hash_table_new (remit_finding_hash, remit_finding_equal);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_check_pass_free (RemitCheckPass *self)
{
  remit_rule_gate_clear (&self->gate);
  if (self->reading)
    remit_store_end_read (self->store, FALSE, NULL);
  g_clear_pointer (&self->settings, remit_record_free);
  g_clear_pointer (&self->same, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_free (self);
}

GPtrArray *
remit_check_pass_run (RemitCheckPass *self,
                      GPtrArray *rules,
                      GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < rules->len; i++)
    done = run_rule (self, rules->pdata[i], error);
  self->deadline = 0;
  if (!done || g_cancellable_set_error_if_cancelled (self->options->cancellable, error)
      || !remit_store_check_faults (self->store, error))
    return NULL;
  return g_steal_pointer (&self->findings);
}

gboolean
remit_check_pass_try (RemitCheckPass *self,
                      RemitRule *rule,
                      GError **error)
{
  g_autoptr (RemitRuleQuery) query = remit_rule_query_new (rule, &self->gate, error);
  g_autoptr (GError) problem = NULL;
  gboolean more;

  if (query == NULL)
    return FALSE;
  remit_rule_query_bind (query, self->settings, self->options->plan, self->today);
  set_deadline (self);
  do
    more = remit_sandbox_step (self->gate.sandbox, query->statement, &problem);
  while (more && !should_stop (self));
  if (!more && problem == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
    return FALSE;

  g_set_error (error, REMIT_RULE_ERROR,
               self->late ? REMIT_RULE_ERROR_LIMIT : REMIT_RULE_ERROR_INVALID,
               _ ("The SELECT cannot be used: %s"),
               self->late ? _ ("the rule takes too long and was stopped") : problem->message);
  return FALSE;
}
