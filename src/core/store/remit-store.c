/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection to a workspace file: its statements, and what runs them. */
#include "remit-store.h"

#include "remit-store-fields.h"

G_DEFINE_FINAL_TYPE (RemitStore, remit_store, G_TYPE_OBJECT)

enum
{
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
remit_store_finalize (GObject *object)
{
  RemitStore *self = REMIT_STORE (object);

  g_clear_pointer (&self->file, remit_store_file_free); /* it reads */
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->old_log, g_free);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_clear_error (&self->fault);
  g_clear_error (&self->untold);

  G_OBJECT_CLASS (remit_store_parent_class)->finalize (object);
}

static void
remit_store_class_init (RemitStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_store_finalize;

  /**
   * RemitStore::committed:
   * @seq: the entry of the history
   * @changeset: (nullable): what it changed, or %NULL when that was too large to be kept
   *
   * After an edit, an undo or a redo of this store was committed.
   */
  signals[COMMITTED] = g_signal_new ("committed", REMIT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BYTES);
}

GHashTable *
remit_store_create_statements (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
}

static void
remit_store_init (RemitStore *self)
{
  self->statements = remit_store_create_statements ();
  self->schema_version = -1;
}

const char *
remit_store_get_path (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  return self->path;
}

gboolean
remit_store_is_read_only (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), TRUE);

  return self->read_only;
}

gboolean
remit_store_check_path (RemitStore *self,
                        GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  return remit_store_file_check (self->file, error);
}

void
remit_store_get_bare_file (RemitStore *self,
                           RemitBareFile *file)
{
  *file = (RemitBareFile){ 0 };
  if (self->file != NULL)
    *file = *remit_store_file_get (self->file);
}

gboolean
remit_store_check_is (RemitStore *self,
                      const RemitBareFile *file,
                      GError **error)
{
  return file->inode == 0 || self->file == NULL
         || remit_store_file_check_is (self->file, file, error);
}

char *
remit_store_dup_new_path (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  return self->file != NULL ? remit_store_file_dup_new_path (self->file) : NULL;
}

const char *
remit_store_get_old_log (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  return self->old_log;
}

void
remit_store_set_patience (RemitStore *self,
                          int milliseconds)
{
  g_return_if_fail (REMIT_IS_STORE (self));
  g_return_if_fail (milliseconds >= 0);

  sqlite3_busy_timeout (self->db, milliseconds);
}

RemitKeptDesk *
remit_store_get_kept_desk (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  return &self->desk;
}

sqlite3 *
remit_store_get_handle (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  return self->db;
}

void
remit_store_set_limits (RemitStore *self)
{
  g_return_if_fail (REMIT_IS_STORE (self));

  remit_budget_set_limits (&self->budget, self->db);
}

gboolean
remit_store_is_exhausted (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), FALSE);

  return remit_budget_is_spent (&self->budget);
}

int
remit_store_get_format (RemitStore *self)
{
  g_return_val_if_fail (REMIT_IS_STORE (self), 0);

  return (int) remit_store_query_integer (self, "PRAGMA user_version", 0, 0, NULL);
}

sqlite3_stmt *
remit_store_prepare (RemitStore *self,
                     const char *sql,
                     GError **error)
{
  sqlite3_stmt *statement;
  int code;

  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      remit_store_set_error (self, code, NULL, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

RemitStatement *
remit_store_query (RemitStore *self,
                   const char *sql,
                   gint64 first,
                   gint64 second,
                   GError **error)
{
  const gint64 values[] = { first, second };
  RemitStatement *rows = remit_store_prepare (self, sql, error);

  for (int i = 0; rows != NULL && i < MIN (sqlite3_bind_parameter_count (rows), 2); i++)
    sqlite3_bind_int64 (rows, i + 1, values[i]);
  return rows;
}

gboolean
remit_store_step (RemitStore *self,
                  sqlite3_stmt *statement)
{
  int code;

  if (statement == NULL || !remit_transaction_stands (self, NULL))
    return FALSE;
  remit_budget_renew (&self->budget);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    remit_store_set_error (self, code, NULL, NULL);
  return code == SQLITE_ROW;
}

gboolean
remit_store_finish (RemitStore *self,
                    sqlite3_stmt *statement,
                    GError **error)
{
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_reset (statement);
  if (code == SQLITE_OK)
    return remit_transaction_stands (self, error);
  remit_store_set_error (self, code, NULL, error);
  return FALSE;
}

gboolean
remit_store_step_unless (RemitStore *self,
                         sqlite3_stmt *statement,
                         GCancellable *cancellable)
{
  return !g_cancellable_is_cancelled (cancellable) && remit_store_step (self, statement);
}

gboolean
remit_store_finish_unless (RemitStore *self,
                           sqlite3_stmt *statement,
                           GCancellable *cancellable,
                           GError **error)
{
  return remit_store_finish (self, statement, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gint64
remit_store_query_integer (RemitStore *self,
                           const char *sql,
                           gint64 first,
                           gint64 second,
                           GError **error)
{
  RemitStatement *row = remit_store_query (self, sql, first, second, error);
  gint64 value = remit_store_step (self, row) ? sqlite3_column_int64 (row, 0) : 0;

  return remit_store_finish (self, row, error) ? value : 0;
}

gboolean
remit_store_exec (RemitStore *self,
                  const char *sql,
                  const char *doing,
                  GError **error)
{
  int code;

  if (!remit_transaction_stands (self, error))
    return FALSE;
  remit_budget_renew (&self->budget);
  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return remit_transaction_stands (self, error);
  remit_store_set_error (self, code, doing, error);
  return FALSE;
}

gboolean
remit_store_run (RemitStore *self,
                 sqlite3_stmt *statement,
                 GError **error)
{
  remit_store_step (self, statement);
  return remit_store_finish (self, statement, error);
}

void
remit_store_set_refusal (RemitStore *self,
                         const char *text)
{
  g_return_if_fail (REMIT_IS_STORE (self));

  g_free (self->refusal);
  self->refusal = g_strdup (text);
}

void
remit_store_keep_entry (RemitStore *self,
                        gint64 seq,
                        GBytes *changeset,
                        gboolean is_unattended)
{
  self->seq = seq;
  self->is_unattended = is_unattended;
  g_clear_pointer (&self->changeset, g_bytes_unref);
  if (changeset != NULL && g_signal_has_handler_pending (self, signals[COMMITTED], 0, FALSE))
    self->changeset = g_bytes_ref (changeset);
}

/* A handler may commit an edit of its own. */
void
remit_store_emit_committed (RemitStore *self)
{
  g_autoptr (GBytes) changeset = g_steal_pointer (&self->changeset);

  g_signal_emit (self, signals[COMMITTED], 0, self->seq, changeset);
}
