/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way to change a workspace: a transaction, a line of history, a step of undo. */
#include "remit-edit.h"

#include <glib/gi18n-lib.h>

#include "model/remit-id.h"
#include "remit-store-private.h"
#include "store/changes/remit-changeset-writer.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-parts.h"

struct _RemitEdit
{
  RemitStore *store;
  RemitMessage *label;
  gint64 plan;
  sqlite3_session *session;
  RemitChangesetWriter *writer;
  /* Those of the store, at hand for many rows. */
  sqlite3_stmt *inserts[REMIT_N_KINDS];
  RemitHistoryParts *parts; /* NULL until there is one */
  RemitHistoryHead head;    /* that of the history, once there is one */
  RemitChangeWatch *watch; /* not owned; NULL when nobody looks */
  gboolean is_unattended;
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
  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    return g_get_user_name ();
  return name;
}

/* What is recorded is kept in memory, up to this many bytes. */
#define MAX_RECORDED (4 * 1024 * 1024)

/* Rows that were inserted and then changed are one change each. */
static int
join (GBytes *inserted,
      void **changeset,
      int *length)
{
  sqlite3_changegroup *group = NULL;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, (int) g_bytes_get_size (inserted),
                                   (void *) g_bytes_get_data (inserted, NULL));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, *length, *changeset);
  sqlite3_free (g_steal_pointer (changeset));
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, length, changeset);
  sqlite3changegroup_delete (group);
  return code;
}

/* Returns: (transfer full): the changeset of all that was recorded so far, or %NULL */
static GBytes *
take_changeset (RemitEdit *self,
                GError **error)
{
  g_autoptr (GBytes) inserted = NULL;
  void *changeset = NULL;
  int length = 0;
  int code = self->session != NULL ? sqlite3session_changeset (self->session, &length, &changeset)
                                   : SQLITE_ABORT;

  g_clear_pointer (&self->session, sqlite3session_delete);
  if (self->writer != NULL)
    inserted = remit_changeset_writer_end (self->writer);
  if (code == SQLITE_OK && length == 0)
    {
      sqlite3_free (changeset);
      return inserted != NULL ? g_steal_pointer (&inserted) : g_bytes_new (NULL, 0);
    }
  if (code == SQLITE_OK && inserted != NULL && g_bytes_get_size (inserted) > 0)
    code = join (inserted, &changeset, &length);

  if (code == SQLITE_OK)
    return g_bytes_new_with_free_func (changeset, (gsize) length, sqlite3_free, changeset);
  remit_store_set_error (self->store, code, NULL, error);
  sqlite3_free (changeset);
  return NULL;
}

/* Adds what was recorded to the line that this will be. */
static gboolean
add_part (RemitEdit *self,
          GBytes *changeset,
          GError **error)
{
  if (self->parts == NULL)
    {
      if (!remit_history_read_head (self->store, &self->head, error))
        return FALSE;
      self->parts = remit_history_parts_new (self->store, self->head.seq + 1);
    }
  return remit_history_parts_add (self->parts, changeset, error);
}

/* Writes what was recorded so far into the history. */
static gboolean
write_part (RemitEdit *self,
            GError **error)
{
  g_autoptr (GBytes) changeset = take_changeset (self, error);

  return changeset != NULL && add_part (self, changeset, error)
         && remit_store_record (self->store, &self->session, error);
}

static gboolean
write_part_if_large (RemitEdit *self,
                     GError **error)
{
  gint64 recorded = sqlite3session_memory_used (self->session);

  if (self->writer != NULL)
    recorded += (gint64) remit_changeset_writer_get_length (self->writer);
  return recorded < MAX_RECORDED || write_part (self, error);
}

RemitEdit *
remit_edit_begin (RemitStore *store,
                  const char *label,
                  GError **error)
{
  RemitEdit *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!remit_store_begin (store, error))
    return NULL;

  self = g_new0 (RemitEdit, 1);
  self->store = g_object_ref (store);
  self->label = label != NULL ? remit_message_new (label, NULL) : NULL;
  self->open = TRUE;

  if (remit_store_record (store, &self->session, error))
    return self;
  remit_edit_free (self);
  return NULL;
}

static void
end (RemitEdit *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->writer, remit_changeset_writer_free);
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
  remit_history_parts_free (self->parts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->label, remit_message_unref);
  g_free (self);
}

RemitStore *
remit_edit_get_store (RemitEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

void
remit_edit_describe (RemitEdit *self,
                     gint64 plan,
                     RemitMessage *label)
{
  g_return_if_fail (self != NULL && label != NULL);

  self->plan = plan;
  g_clear_pointer (&self->label, remit_message_unref);
  self->label = label;
}

void
remit_edit_set_bulk (RemitEdit *self)
{
  g_return_if_fail (self != NULL && self->open);

  if (self->writer == NULL)
    self->writer = remit_changeset_writer_new ();
}

void
remit_edit_set_unattended (RemitEdit *self)
{
  g_return_if_fail (self != NULL && self->open);

  self->is_unattended = TRUE;
}

void
remit_edit_set_watch (RemitEdit *self,
                      RemitChangeWatch *watch)
{
  g_return_if_fail (self != NULL);

  self->watch = watch;
}

/* Returns: (transfer full) (nullable): the row as it is, if somebody looks at it */
static RemitRecord *
load_watched (RemitEdit *self,
              RemitKind kind,
              gint64 id)
{
  if (self->watch == NULL || !remit_change_watch_wants (self->watch, kind, id))
    return NULL;
  return remit_store_load (self->store, kind, id, NULL);
}

static void
tell_changed (RemitEdit *self,
              const RemitRecord *old)
{
  g_autoptr (RemitRecord) new = NULL;

  if (old == NULL)
    return;
  new =
    remit_store_load (self->store, remit_record_get_kind (old), remit_record_get_id (old), NULL);
  if (new != NULL)
    remit_change_watch_take (self->watch, old, new);
}

static sqlite3_stmt *
get_insert (RemitEdit *self,
            RemitKind kind,
            GError **error)
{
  if (self->inserts[kind] == NULL)
    self->inserts[kind] = remit_store_prepare (self->store, remit_rows_get_insert (kind), error);
  return self->inserts[kind];
}

static gboolean
insert_in_bulk (RemitEdit *self,
                const RemitRecord *record,
                sqlite3_stmt *statement,
                GError **error)
{
  gboolean done;

  sqlite3session_enable (self->session, FALSE);
  done = remit_rows_write (self->store, statement, record, error);
  sqlite3session_enable (self->session, TRUE);
  if (done)
    remit_changeset_writer_add (self->writer, record);
  return done;
}

gboolean
remit_edit_insert (RemitEdit *self,
                   RemitRecord *record,
                   GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!remit_record_check (record, error))
    return FALSE;
  if (remit_record_get_id (record) == 0)
    remit_record_set_id (record, remit_id_new ());
  statement = get_insert (self, remit_record_get_kind (record), error);
  if (!(self->writer != NULL ? insert_in_bulk (self, record, statement, error)
                             : remit_rows_write (self->store, statement, record, error)))
    return FALSE;
  if (self->watch != NULL)
    remit_change_watch_take (self->watch, NULL, record);
  return write_part_if_large (self, error);
}

static gboolean
check_found (RemitEdit *self,
             GError **error)
{
  if (sqlite3_changes (remit_store_get_handle (self->store)) > 0)
    return TRUE;
  g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                       _ ("The item was deleted by another user"));
  return FALSE;
}

gboolean
remit_edit_update (RemitEdit *self,
                   const RemitRecord *record,
                   GError **error)
{
  g_autoptr (RemitRecord) old = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!remit_record_check (record, error))
    return FALSE;
  old = load_watched (self, remit_record_get_kind (record), remit_record_get_id (record));
  statement = remit_store_prepare (self->store,
                                   remit_rows_get_update (remit_record_get_kind (record)), error);
  if (!remit_rows_write (self->store, statement, record, error) || !check_found (self, error))
    return FALSE;
  tell_changed (self, old);
  return write_part_if_large (self, error);
}

gboolean
remit_edit_update_field (RemitEdit *self,
                         const RemitRecord *record,
                         guint field,
                         GError **error)
{
  g_autoptr (RemitRecord) old = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!remit_record_check_field (record, field, error))
    return FALSE;
  old = load_watched (self, remit_record_get_kind (record), remit_record_get_id (record));
  statement = remit_store_prepare (
      self->store, remit_rows_get_update_field (remit_record_get_kind (record), field), error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remit_record_get_id (record));
  remit_rows_bind (statement, 2, record, field);
  if (!remit_store_run (self->store, statement, error) || !check_found (self, error))
    return FALSE;
  tell_changed (self, old);
  return write_part_if_large (self, error);
}

gboolean
remit_edit_set_integer (RemitEdit *self,
                        RemitKind kind,
                        gint64 id,
                        guint field,
                        gint64 value,
                        GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (kind);

  remit_record_set_id (record, id);
  remit_record_set_integer (record, field, value);
  return remit_edit_update_field (self, record, field, error);
}

gboolean
remit_edit_set_text (RemitEdit *self,
                     RemitKind kind,
                     gint64 id,
                     guint field,
                     const char *value,
                     GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (kind);

  remit_record_set_id (record, id);
  remit_record_set_text (record, field, value);
  return remit_edit_update_field (self, record, field, error);
}

gboolean
remit_edit_delete (RemitEdit *self,
                   RemitKind kind,
                   gint64 id,
                   GError **error)
{
  g_autoptr (RemitRecord) old = NULL;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  old = load_watched (self, kind, id);
  if (!remit_store_run (self->store,
                        remit_store_query (self->store, remit_rows_get_delete (kind), id, 0, error),
                        error)
      || !check_found (self, error))
    return FALSE;
  if (old != NULL)
    remit_change_watch_take (self->watch, old, NULL);
  return write_part_if_large (self, error);
}

static gboolean
append_history (RemitEdit *self,
                GError **error)
{
  RemitHistoryDraft draft = {
    .label = self->label,
    .op = REMIT_HISTORY_EDIT,
    .plan = self->plan,
    .below = self->head.undo_top,
    .is_unattended = self->is_unattended,
    .parts = self->parts,
  };

  return remit_history_append (self->store, &self->head, &draft, error);
}

/* Nothing is added where nothing was changed. */
static gboolean
write_history (RemitEdit *self,
               GBytes *changeset,
               GError **error)
{
  return (g_bytes_get_size (changeset) == 0 || add_part (self, changeset, error))
         && append_history (self, error);
}

gboolean
remit_edit_commit (RemitEdit *self,
                   GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (self != NULL && self->open, FALSE);
  g_return_val_if_fail (self->label != NULL, FALSE);

  changeset = take_changeset (self, error);
  end (self);
  if (changeset != NULL && g_bytes_get_size (changeset) == 0 && self->parts == NULL)
    {
      /* Nothing changed, and the history gets no line. */
      remit_store_rollback (self->store);
      return TRUE;
    }

  if (changeset != NULL && write_history (self, changeset, error))
    done = remit_store_commit (self->store, error);
  else
    remit_store_rollback (self->store);
  if (done)
    remit_store_emit_committed (self->store);
  return done;
}
