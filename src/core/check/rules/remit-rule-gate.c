/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a rule and the database: it reads the views, and nothing else. */
#define G_LOG_DOMAIN "remit-check"

#include "config.h"

#include "remit-rule-gate.h"

#define VIEW_PREFIX "rule_"

/* A text of a rule may be long, but not so long that it takes the memory away. */
#define MAX_LENGTH (1024 * 1024)

/* What SQLite calls the view is for a rule's own WITH whatever the rule calls it; so the name alone
 * tells nothing, and what may be read by a view is what our own view reads. */
static gboolean
may_read (RemitRuleGate *self,
          const char *table,
          const char *column,
          const char *database,
          const char *view)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (database, "temp") == 0)
    return g_str_has_prefix (table, VIEW_PREFIX);
  /* For a table of which no column is read, SQLite asks without the view, and with an empty column:
   * at most, that tells how many rows there are. */
  if (g_strcmp0 (column, "") == 0)
    return TRUE;
  name = g_strdup_printf ("%s.%s.%s", view != NULL ? view : "", table, column);
  if (self->learning)
    g_hash_table_add (self->readable, g_steal_pointer (&name));
  return self->learning || g_hash_table_contains (self->readable, name);
}

/* SQLite asks before it lets a statement do anything. */
static int
authorize (void *data,
           int action,
           const char *first,
           const char *second,
           const char *database,
           const char *view)
{
  RemitRuleGate *self = data;
  int filled;

  if (self->open)
    return SQLITE_OK;
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return g_strcmp0 (second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_READ:
      filled = remit_rule_view_find (first);
      if (filled >= 0)
        self->needs |= 1u << filled;
      return may_read (self, first, second, database, view) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

/* ── What the views read ──────────────────────────────────────────────────────────────────── */

static gboolean
learn_view (RemitStore *store,
            const char *name,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM temp.\"%s\"", name);
  RemitStatement *statement = NULL;
  int code = sqlite3_prepare_v2 (remit_store_get_handle (store), sql, -1, &statement, NULL);

  sqlite3_finalize (statement);
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

static GPtrArray *
list_views (RemitStore *store,
            GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  rows = remit_store_prepare (store, "SELECT name FROM temp.sqlite_master WHERE type = 'view'",
                              &local_error);
  while (rows != NULL && remit_store_step (store, rows, &local_error))
    g_ptr_array_add (names, g_strdup (remit_statement_get_text (rows, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
learn (RemitRuleGate *self,
       RemitStore *store,
       GError **error)
{
  g_autoptr (GPtrArray) views = list_views (store, error);
  gboolean done = views != NULL;

  sqlite3_set_authorizer (remit_store_get_handle (store), authorize, self);
  self->learning = TRUE;
  self->open = FALSE;
  for (guint i = 0; done && i < views->len; i++)
    done = learn_view (store, views->pdata[i], error);
  self->learning = FALSE;
  return done;
}

/* ── The gate ─────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_rule_gate_init (RemitRuleGate *self,
                      RemitStore *store,
                      GError **error)
{
  self->readable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_limit (remit_store_get_handle (store), SQLITE_LIMIT_ATTACHED, 0);
  if (!learn (self, store, error))
    return FALSE;
  remit_rule_gate_close (self, store);
  return TRUE;
}

void
remit_rule_gate_clear (RemitRuleGate *self,
                       RemitStore *store)
{
  sqlite3_set_authorizer (remit_store_get_handle (store), NULL, NULL);
  g_clear_pointer (&self->readable, g_hash_table_unref);
}

void
remit_rule_gate_open (RemitRuleGate *self,
                      RemitStore *store)
{
  self->open = TRUE;
  sqlite3_limit (remit_store_get_handle (store), SQLITE_LIMIT_LENGTH, G_MAXINT);
}

void
remit_rule_gate_close (RemitRuleGate *self,
                       RemitStore *store)
{
  self->open = FALSE;
  sqlite3_limit (remit_store_get_handle (store), SQLITE_LIMIT_LENGTH, MAX_LENGTH);
}
