/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way to change a workspace: an edit is a transaction, a line of history, a step of undo. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"
#include "remit-history-chain.h"
#include "remit-history-parts.h"
#include "remit-store-private.h"

struct _RemitEdit
{
  RemitStore *store;
  char *label;
  gint64 plan;
  sqlite3_session *session;
  RemitHistoryParts parts;
  gboolean open;
};

/* Interned, since workers read it too. */
static const char *actor;

void
remit_edit_set_actor (const char *name)
{
  g_atomic_pointer_set (&actor, name != NULL && *name != '\0' ? g_intern_string (name) : NULL);
}

const char *
remit_edit_get_actor (void)
{
  const char *name = g_atomic_pointer_get (&actor);

  if (name != NULL)
    return name;
  name = g_get_real_name ();
  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

/* The history records the others, not itself. */
static int
filter_table (void *data G_GNUC_UNUSED,
              const char *table)
{
  return strcmp (table, "history") != 0 && strcmp (table, "history_part") != 0;
}

/* Records what is changed from now on. */
static gboolean
record (RemitEdit *self,
        GError **error)
{
  int code = sqlite3session_create (remit_store_get_handle (self->store), "main", &self->session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, filter_table, NULL);
      code = sqlite3session_attach (self->session, NULL);
    }
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (self->store, code, NULL, error);
  return FALSE;
}

/* What is recorded is kept in memory, up to this many bytes. */
#define MAX_RECORDED (4 * 1024 * 1024)

/* Writes what was recorded so far into the history, as a part of the line that this edit will be. */
static gboolean
write_part (RemitEdit *self,
            GError **error)
{
  void *changeset = NULL;
  int length = 0;
  int code = sqlite3session_changeset (self->session, &length, &changeset);
  gboolean done = FALSE;
  RemitHistoryHead head;

  if (code != SQLITE_OK)
    remit_store_set_error (self->store, code, NULL, error);
  else if (self->parts.store != NULL || remit_history_read_head (self->store, &head, error))
    {
      if (self->parts.store == NULL)
        remit_history_parts_init (&self->parts, self->store, head.seq + 1);
      done = remit_history_parts_add (&self->parts, changeset, (gsize) length, error);
    }
  sqlite3_free (changeset);
  if (!done)
    return FALSE;
  g_clear_pointer (&self->session, sqlite3session_delete);
  return record (self, error);
}

static gboolean
write_part_if_large (RemitEdit *self,
                     GError **error)
{
  return sqlite3session_memory_used (self->session) < MAX_RECORDED || write_part (self, error);
}

RemitEdit *
remit_edit_begin (RemitStore *store,
                  const char *label,
                  GError **error)
{
  RemitEdit *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (!remit_store_begin (store, error))
    return NULL;

  self = g_new0 (RemitEdit, 1);
  self->store = g_object_ref (store);
  self->label = g_strdup (label);
  self->open = TRUE;

  if (record (self, error))
    return self;
  remit_edit_free (self);
  return NULL;
}

static void
end (RemitEdit *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  self->open = FALSE;
}

void
remit_edit_free (RemitEdit *self)
{
  if (self == NULL)
    return;
  if (self->open)
    {
      end (self);
      remit_store_rollback (self->store);
    }
  remit_history_parts_clear (&self->parts);
  g_clear_object (&self->store);
  g_free (self->label);
  g_free (self);
}

RemitStore *
remit_edit_get_store (RemitEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

void
remit_edit_set_plan (RemitEdit *self,
                     gint64 plan)
{
  g_return_if_fail (self != NULL);

  self->plan = plan;
}

void
remit_edit_set_label (RemitEdit *self,
                      const char *label)
{
  g_return_if_fail (self != NULL && label != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
}

static gboolean
write_record (RemitEdit *self,
              const RemitRecord *record,
              const char *sql,
              GError **error)
{
  guint n_fields = remit_record_get_info (record)->n_fields;
  sqlite3_stmt *statement = remit_store_prepare (self->store, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remit_record_get_id (record));
  for (guint i = 0; i < n_fields; i++)
    remit_rows_bind (statement, (int) i + 2, record, i);
  return remit_store_run (self->store, statement, error);
}

gboolean
remit_edit_insert (RemitEdit *self,
                   RemitRecord *record,
                   GError **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!remit_record_check (record, error))
    return FALSE;
  if (remit_record_get_id (record) == 0)
    remit_record_set_id (record, remit_id_new ());
  return write_record (self, record, remit_rows_get_insert (remit_record_get_kind (record)), error)
         && write_part_if_large (self, error);
}

static gboolean
check_found (RemitEdit *self,
             GError **error)
{
  if (sqlite3_changes (remit_store_get_handle (self->store)) > 0)
    return TRUE;
  g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                       _ ("It is no longer there; somebody has deleted it"));
  return FALSE;
}

gboolean
remit_edit_update (RemitEdit *self,
                   const RemitRecord *record,
                   GError **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  return remit_record_check (record, error)
         && write_record (self, record, remit_rows_get_update (remit_record_get_kind (record)),
                          error)
         && check_found (self, error) && write_part_if_large (self, error);
}

static gboolean
set_field (RemitEdit *self,
           const RemitRecord *record,
           guint field,
           GError **error)
{
  sqlite3_stmt *statement;

  if (!remit_record_check_field (record, field, error))
    return FALSE;
  statement = remit_store_prepare (
      self->store, remit_rows_get_update_field (remit_record_get_kind (record), field), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remit_record_get_id (record));
  remit_rows_bind (statement, 2, record, field);
  return remit_store_run (self->store, statement, error) && check_found (self, error)
         && write_part_if_large (self, error);
}

gboolean
remit_edit_set_integer (RemitEdit *self,
                        RemitKind kind,
                        gint64 id,
                        guint field,
                        gint64 value,
                        GError **error)
{
  g_autoptr (RemitRecord) record = NULL;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  record = remit_record_new (kind);
  remit_record_set_id (record, id);
  remit_record_set_integer (record, field, value);
  return set_field (self, record, field, error);
}

gboolean
remit_edit_set_text (RemitEdit *self,
                     RemitKind kind,
                     gint64 id,
                     guint field,
                     const char *value,
                     GError **error)
{
  g_autoptr (RemitRecord) record = NULL;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  record = remit_record_new (kind);
  remit_record_set_id (record, id);
  remit_record_set_text (record, field, value);
  return set_field (self, record, field, error);
}

gboolean
remit_edit_delete (RemitEdit *self,
                   RemitKind kind,
                   gint64 id,
                   GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  statement = remit_store_prepare (self->store, remit_rows_get_delete (kind), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return remit_store_run (self->store, statement, error) && check_found (self, error)
         && write_part_if_large (self, error);
}

gboolean
remit_edit_is_empty (RemitEdit *self)
{
  g_return_val_if_fail (self != NULL && self->open, TRUE);

  return self->parts.n_parts == 0 && sqlite3session_isempty (self->session) != 0;
}

static gboolean
append_history (RemitEdit *self,
                gconstpointer changeset,
                int length,
                GError **error)
{
  RemitHistoryRow row = { .label = self->label, .op = REMIT_HISTORY_EDIT, .plan = self->plan };
  RemitHistoryHead head;

  if (!remit_history_read_head (self->store, &head, error))
    return FALSE;
  row.below = head.undo_top;
  row.parts = remit_history_parts_get_digest (&self->parts);
  row.changeset = changeset;
  row.changeset_length = (gsize) length;
  return remit_history_append (self->store, &head, &row, error);
}

gboolean
remit_edit_commit (RemitEdit *self,
                   GError **error)
{
  void *changeset = NULL;
  int length = 0;
  gboolean done = FALSE;
  int code;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  code = self->session != NULL ? sqlite3session_changeset (self->session, &length, &changeset)
                               : SQLITE_ABORT;
  end (self);
  if (code != SQLITE_OK)
    remit_store_set_error (self->store, code, NULL, error);

  if (code == SQLITE_OK && length == 0 && self->parts.n_parts == 0)
    {
      /* Nothing changed: SQLite hands out an empty changeset, and the history gets no line. */
      remit_store_rollback (self->store);
      sqlite3_free (changeset);
      return TRUE;
    }

  if (code == SQLITE_OK && append_history (self, changeset, length, error))
    done = remit_store_commit (self->store, error);
  else
    remit_store_rollback (self->store);
  sqlite3_free (changeset);

  if (done)
    remit_store_emit_committed (self->store);
  return done;
}
