/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a rule and the database: it reads the views, and nothing else. */
#include "remit-rule-gate.h"

#define VIEW_PREFIX "rule_"

/* What SQLite calls the view is for a rule's own WITH whatever the rule calls it; so the name alone
 * tells nothing, and what may be read by a view is what our own view reads. */
static gboolean
may_read (const char *table,
          const char *column,
          const char *schema,
          const char *view,
          gpointer data)
{
  RemitRuleGate *self = data;
  int filled = remit_rule_view_find (table);
  g_autofree char *name = NULL;

  if (filled >= 0)
    self->needs |= 1u << filled;
  if (g_strcmp0 (schema, "temp") == 0)
    return g_str_has_prefix (table, VIEW_PREFIX);
  /* a table's number of rows */
  if (g_strcmp0 (column, "") == 0)
    return TRUE;
  name = g_strdup_printf ("%s.%s.%s", view != NULL ? view : "", table, column);
  if (self->learning)
    g_hash_table_add (self->readable, g_steal_pointer (&name));
  return self->learning || g_hash_table_contains (self->readable, name);
}

/* ── What the views read ──────────────────────────────────────────────────────────────────── */

static gboolean
learn_view (RemitRuleGate *self,
            const char *name,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM temp.\"%s\"", name);
  RemitStatement *statement = remit_sandbox_compile (self->sandbox, sql, error);

  if (statement == NULL)
    return FALSE;
  remit_statement_free (statement);
  return TRUE;
}

static GPtrArray *
list_views (RemitStore *store,
            GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitStatement) rows = remit_store_query (
    store, "SELECT name FROM temp.sqlite_master WHERE type = 'view'", 0, 0, error);

  while (remit_store_step (store, rows))
    g_ptr_array_add (names, g_strdup (remit_statement_get_text (rows, 0)));
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&names) : NULL;
}

/* ── The gate ─────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_rule_gate_init (RemitRuleGate *self,
                      RemitStore *store,
                      GError **error)
{
  g_autoptr (GPtrArray) views = list_views (store, error);
  gboolean done = views != NULL;

  self->readable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sandbox = remit_sandbox_new (store, may_read, self);
  self->learning = TRUE;
  for (guint i = 0; done && i < views->len; i++)
    done = learn_view (self, views->pdata[i], error);
  self->learning = FALSE;
  return done;
}

void
remit_rule_gate_clear (RemitRuleGate *self)
{
  g_clear_pointer (&self->sandbox, remit_sandbox_free);
  g_clear_pointer (&self->readable, g_hash_table_unref);
}
