/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SELECT of a rule, on a connection that lets it read and nothing else. */
#include "remit-rule-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-message.h"

/* ── Parameters ───────────────────────────────────────────────────────────────────────────── */

/* Returns: the setting whose column a parameter names, or -1 */
static int
find_setting (const char *parameter)
{
  for (guint i = 0; i < remit_settings_info.n_fields; i++)
    if (strcmp (remit_field_get_column (&remit_settings_info.fields[i]), parameter + 1) == 0
        && !remit_field_is_text (&remit_settings_info.fields[i]))
      return (int) i;
  return -1;
}

/* Returns: whether the name is one of a parameter that a rule can have, with its colon */
static gboolean
is_known (const char *parameter)
{
  return parameter != NULL && *parameter == ':'
         && (strcmp (parameter, ":today") == 0 || strcmp (parameter, ":plan") == 0
             || strcmp (parameter, ":now") == 0
             || find_setting (parameter) >= 0);
}

void
remit_rule_query_bind (RemitRuleQuery *self,
                       const RemitRecord *settings,
                       gint64 plan,
                       gint64 today)
{
  int n = remit_statement_get_n_parameters (self->statement);
  char day[11];

  remit_day_format (today, day);
  for (int i = 1; i <= n; i++)
    {
      const char *name = remit_statement_get_parameter_name (self->statement, i);

      if (strcmp (name, ":today") == 0)
        remit_statement_bind_text (self->statement, i, day);
      else if (strcmp (name, ":plan") == 0)
        remit_statement_bind_integer (self->statement, i, plan);
      else if (strcmp (name, ":now") == 0)
        remit_statement_bind_integer (self->statement, i,
                                      today == remit_day_of_time (remit_time_now ())
                                        ? remit_time_now ()
                                        : remit_time_of_day_end (today));
      else
        remit_statement_bind_integer (self->statement, i,
                                      remit_record_get_integer (settings,
                                                                (guint) find_setting (name)));
    }
}

static gboolean
check_parameters (RemitStatement *statement,
                  GError **error)
{
  int n = remit_statement_get_n_parameters (statement);

  for (int i = 1; i <= n; i++)
    {
      const char *name = remit_statement_get_parameter_name (statement, i);

      if (!is_known (name))
        {
          g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                       /* Translators: what a rule calls a parameter */
                       _ ("The SELECT has an unknown parameter: %s"),
                       name != NULL ? name : "?");
          return FALSE;
        }
    }
  return TRUE;
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static int
find_column (RemitStatement *statement,
             const char *name)
{
  int n = remit_statement_get_n_columns (statement);

  for (int i = 0; i < n; i++)
    if (strcmp (remit_statement_get_column_name (statement, i), name) == 0)
      return i;
  return -1;
}

static char *
lookup_column (const char *column,
               gboolean named G_GNUC_UNUSED,
               gpointer statement)
{
  return find_column (statement, column) >= 0 ? g_strdup ("") : NULL;
}

static gboolean
check_messages (RemitRuleQuery *self,
                GError **error)
{
  if (self->when < 0 && remit_rule_get_message (self->rule, NULL) == NULL)
    {
      g_set_error_literal (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                           _ ("All messages have a case, but the SELECT has no column “case”"));
      return FALSE;
    }
  for (guint i = 0; i < self->rule->messages->len; i++)
    {
      const RemitRuleMessage *message = g_ptr_array_index (self->rule->messages, i);

      if (!remit_message_check (message->text, lookup_column, self->statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
find_columns (RemitRuleQuery *self)
{
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    self->subjects[i] = find_column (self->statement,
                                     remit_entity_info (remit_subject_get_kind (i))->name);
  self->severity = find_column (self->statement, "severity");
  self->when = find_column (self->statement, "case");
}

/* ── Preparing ────────────────────────────────────────────────────────────────────────────── */

static void
set_sql_error (const GError *problem,
               GError **error)
{
  if (g_error_matches (problem, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_SELECT))
    g_set_error_literal (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                         _ ("A rule must be a single SELECT"));
  else if (g_error_matches (problem, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_ALLOWED))
    g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                 /* Translators: SQLite's words, in English */
                 _ ("A rule must be a single SELECT over the views that begin with “rule_” (%s)"),
                 problem->message);
  else
    g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                 /* Translators: SQLite's words, in English */
                 _ ("The SELECT cannot be used: %s"), problem->message);
}

RemitRuleQuery *
remit_rule_query_new (RemitRule *rule,
                      RemitRuleGate *gate,
                      GError **error)
{
  g_autoptr (RemitRuleQuery) self = g_new0 (RemitRuleQuery, 1);
  g_autoptr (GError) problem = NULL;

  self->rule = remit_rule_ref (rule);
  gate->needs = 0;
  self->statement = remit_sandbox_compile (gate->sandbox, rule->select, &problem);
  self->needs = gate->needs;
  if (self->statement == NULL)
    {
      set_sql_error (problem, error);
      return NULL;
    }
  find_columns (self);
  return check_parameters (self->statement, error) && check_messages (self, error)
           ? g_steal_pointer (&self)
           : NULL;
}

void
remit_rule_query_free (RemitRuleQuery *self)
{
  g_clear_pointer (&self->statement, remit_statement_free);
  g_clear_pointer (&self->rule, remit_rule_unref);
  g_free (self);
}
