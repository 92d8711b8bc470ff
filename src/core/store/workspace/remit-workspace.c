/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace in memory: live objects and lists, kept true to the store by changesets. */
#include "remit-workspace-private.h"

#include "remit-index.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-changesets.h"
#include "store/remit-store-private.h"

/* How often an edit is begun anew because somebody else has written just before. */
#define MAX_ATTEMPTS 8

G_DEFINE_FINAL_TYPE (RemitWorkspace, remit_workspace, G_TYPE_OBJECT)

enum
{
  CHANGED,
  UNREAD,
  LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remit_workspace_dispose (GObject *object)
{
  RemitWorkspace *self = REMIT_WORKSPACE (object);

  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (remit_workspace_parent_class)->dispose (object);
}

static void
remit_workspace_finalize (GObject *object)
{
  RemitWorkspace *self = REMIT_WORKSPACE (object);

  for (guint i = 0; i < REMIT_N_KINDS; i++)
    {
      g_clear_pointer (&self->indexes[i], g_ptr_array_unref);
      g_clear_object (&self->lists[i]);
    }
  g_clear_pointer (&self->plans, g_hash_table_unref);
  g_clear_pointer (&self->wholes, g_hash_table_unref);
  g_clear_error (&self->read_error);
  g_clear_pointer (&self->unread, g_free);
  g_clear_error (&self->loss);
  remit_history_top_clear (&self->undo);
  remit_history_top_clear (&self->redo);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (remit_workspace_parent_class)->finalize (object);
}

static void
remit_workspace_class_init (RemitWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = remit_workspace_dispose;
  object_class->finalize = remit_workspace_finalize;

  signals[CHANGED] = g_signal_new ("changed", REMIT_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * RemitWorkspace::unread:
   * @reason: in words
   *
   * What is in the file cannot be read now, so not all that is shown is as it is there. Reading is
   * tried again by itself; the same reason is not given twice until it has gone well.
   */
  signals[UNREAD] = g_signal_new ("unread", REMIT_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[LOST] = g_signal_new ("lost", REMIT_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

/* Returns: the field with the plan that entities of a kind belong to, or -1 */
static int
find_plan_field (const RemitEntityInfo *info)
{
  for (guint i = 0; info->kind != REMIT_KIND_PLAN && i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE && info->fields[i].target == REMIT_KIND_PLAN)
      return (int) i;
  return -1;
}

static void
remit_workspace_init (RemitWorkspace *self)
{
  self->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wholes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      self->lists[kind] = remit_entity_list_new (remit_entity_get_type_of (kind));
      self->indexes[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_index_free);
      self->plan_fields[kind] = find_plan_field (info);
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].kind == REMIT_FIELD_REFERENCE)
          g_ptr_array_add (self->indexes[kind], remit_index_new (i));
    }
}

static gboolean
is_loaded (RemitWorkspace *self,
           gint64 plan)
{
  return g_hash_table_contains (self->plans, &plan);
}

static void
add_to_indexes (RemitWorkspace *self,
                RemitEntity *entity)
{
  GPtrArray *indexes = self->indexes[remit_entity_get_kind (entity)];

  for (guint i = 0; i < indexes->len; i++)
    remit_index_add (g_ptr_array_index (indexes, i), entity);
}

static void
remove_from_indexes (RemitWorkspace *self,
                     RemitEntity *entity)
{
  GPtrArray *indexes = self->indexes[remit_entity_get_kind (entity)];

  for (guint i = 0; i < indexes->len; i++)
    {
      RemitIndex *index = g_ptr_array_index (indexes, i);
      guint field = remit_index_get_field (index);

      remit_index_remove (index, entity, remit_entity_get_integer (entity, field));
    }
}

/* Makes live objects of all rows that @where selects; @id is its first parameter. */
static gboolean
load_rows (RemitWorkspace *self,
           RemitKind kind,
           const char *where,
           gint64 id,
           GError **error)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RemitStatement) statement = remit_store_query (
    self->store, remit_store_get_select (kind, where), id, 0, error);

  while (remit_store_step (self->store, statement))
    {
      RemitRecord *record = remit_record_new (kind);
      RemitEntity *entity;

      remit_store_read (statement, record);
      entity = remit_entity_new (record);
      add_to_indexes (self, entity);
      g_ptr_array_add (entities, entity);
    }
  if (!remit_store_finish (self->store, statement, error))
    return FALSE;

  remit_entity_list_add (self->lists[kind], entities);
  return TRUE;
}

static gboolean
load_plan (RemitWorkspace *self,
           gint64 plan,
           GError **error)
{
  if (plan == 0 || is_loaded (self, plan))
    return TRUE;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (self->plan_fields[kind] >= 0 && !remit_entity_info (kind)->on_demand
        && !load_rows (self, kind, "WHERE t.plan = ?1 ORDER BY t.id", plan, error))
      return FALSE;

  g_hash_table_add (self->plans, g_memdup2 (&plan, sizeof plan));
  return TRUE;
}

/* What is on demand, with its parts. */
static gboolean
load_whole (RemitWorkspace *self,
            RemitKind kind,
            gint64 id,
            GError **error)
{
  if (!load_rows (self, kind, "WHERE t.id = ?1", id, error))
    return FALSE;
  for (RemitKind part = REMIT_KIND_NONE + 1; part < REMIT_N_KINDS; part++)
    {
      const RemitEntityInfo *info = remit_entity_info (part);
      const RemitField *owner;
      g_autofree char *where = NULL;

      if (!info->on_demand)
        continue;
      owner = &info->fields[remit_entity_info_find_owner (info)];
      if (owner->target != kind)
        continue;
      where = g_strdup_printf ("WHERE t.%s = ?1 ORDER BY t.id", remit_field_get_column (owner));
      if (!load_rows (self, part, where, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_published (RemitWorkspace *self,
                GError **error)
{
  GPtrArray *plans = remit_entity_list_get_all (self->lists[REMIT_KIND_PLAN]);

  for (guint i = 0; i < plans->len; i++)
    {
      RemitEntity *plan = g_ptr_array_index (plans, i);

      if (remit_entity_get_integer (plan, REMIT_PLAN_STATUS) == REMIT_PLAN_STATUS_PUBLISHED
          && !load_plan (self, remit_entity_get_id (plan), error))
        return FALSE;
    }
  return TRUE;
}

static void
update_tops (RemitWorkspace *self)
{
  remit_history_top_clear (&self->undo);
  remit_history_top_clear (&self->redo);
  remit_history_read_tops (self->store, &self->undo, &self->redo);
}

/* Reads the whole workspace, in one transaction, so that it is one state that is read. */
static gboolean
load_all (RemitWorkspace *self,
          GError **error)
{
  RemitHistoryHead head;

  if (!remit_history_read_head (self->store, &head, error))
    return FALSE;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (self->plan_fields[kind] < 0 && !load_rows (self, kind, "ORDER BY t.id", 0, error))
      return FALSE;
  if (!load_published (self, error))
    return FALSE;

  self->last_seq = head.seq;
  self->data_version = remit_workspace_read_version (self);
  self->has_foreign = FALSE;
  return TRUE;
}

static gboolean
load_in_transaction (RemitWorkspace *self,
                     GError **error)
{
  return remit_store_begin_read (self->store, NULL, error)
         && remit_store_end_read (self->store, load_all (self, error), error);
}

static void
forget_all (RemitWorkspace *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      for (guint i = 0; i < self->indexes[kind]->len; i++)
        remit_index_clear (g_ptr_array_index (self->indexes[kind], i));
      remit_entity_list_clear (self->lists[kind]);
    }
}

static gboolean
load_again (RemitWorkspace *self,
            GHashTable *plans,
            GHashTable *wholes,
            GError **error)
{
  GHashTableIter iter;
  gpointer plan, whole, kind;

  if (!load_all (self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, plans);
  while (g_hash_table_iter_next (&iter, &plan, NULL))
    if (!load_plan (self, *(gint64 *) plan, error))
      return FALSE;
  g_hash_table_iter_init (&iter, wholes);
  while (g_hash_table_iter_next (&iter, &whole, &kind))
    if (!remit_workspace_open_whole (self, (RemitKind) GPOINTER_TO_INT (kind), *(gint64 *) whole,
                                     error))
      return FALSE;
  return TRUE;
}

static gboolean
reload_in_transaction (RemitWorkspace *self,
                       GError **error)
{
  g_autoptr (GHashTable) plans = NULL;
  g_autoptr (GHashTable) wholes = NULL;
  RemitHistoryHead head;

  /* the first read can be refused, and then nothing must have been forgotten */
  if (!remit_history_read_head (self->store, &head, error))
    return FALSE;
  plans = g_steal_pointer (&self->plans);
  wholes = g_steal_pointer (&self->wholes);
  self->plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wholes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  forget_all (self);
  if (load_again (self, plans, wholes, error))
    return TRUE;
  /* what was open is read by the next refresh */
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->wholes);
  self->plans = g_steal_pointer (&plans);
  self->wholes = g_steal_pointer (&wholes);
  self->data_version = 0;
  return FALSE;
}

/* For a workspace that was changed without the history, by another program than ours. */
gboolean
remit_workspace_reload (RemitWorkspace *self,
                        GError **error)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  if (!remit_store_begin_read (self->store, NULL, error)
      || !remit_store_end_read (self->store, reload_in_transaction (self, error), error))
    return FALSE;

  update_tops (self);
  g_signal_emit (self, signals[CHANGED], 0, nothing);
  return TRUE;
}

/* One run over the changes of a commit, kind by kind, so that lists change once. */
typedef struct {
  GPtrArray *added[REMIT_N_KINDS];
  GArray *removed[REMIT_N_KINDS];
} Batch;

static void
batch_init (Batch *batch)
{
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    {
      batch->added[i] = g_ptr_array_new_with_free_func (g_object_unref);
      batch->removed[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
}

static void
batch_clear (Batch *batch)
{
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    {
      g_ptr_array_unref (batch->added[i]);
      g_array_unref (batch->removed[i]);
    }
}

static gboolean
is_wanted (RemitWorkspace *self,
           const RemitChange *change)
{
  const RemitEntityInfo *info = remit_entity_info (change->kind);
  gint64 owner;

  if (self->plan_fields[change->kind] < 0)
    return TRUE;
  if (!info->on_demand)
    return is_loaded (self, remit_record_get_integer (change->new,
                                                      (guint) self->plan_fields[change->kind]));
  if (g_hash_table_contains (self->wholes, &change->id))
    return TRUE;
  owner = remit_record_get_integer (change->new, (guint) remit_entity_info_find_owner (info));
  return g_hash_table_contains (self->wholes, &owner);
}

static gboolean
does_concern (const RemitChange *change,
              RemitIndex *index)
{
  return (change->fields & G_GUINT64_CONSTANT (1) << remit_index_get_field (index)) != 0;
}

static void
apply_changed (RemitWorkspace *self,
               RemitEntity *entity,
               const RemitChange *change)
{
  GPtrArray *indexes = self->indexes[change->kind];

  for (guint i = 0; i < indexes->len; i++)
    if (does_concern (change, indexes->pdata[i]))
      remit_index_remove (indexes->pdata[i], entity,
                          remit_entity_get_integer (entity,
                                                    remit_index_get_field (indexes->pdata[i])));
  remit_entity_update (entity, change->new, change->fields);
  for (guint i = 0; i < indexes->len; i++)
    if (does_concern (change, indexes->pdata[i]))
      remit_index_add (indexes->pdata[i], entity);
}

static void
apply_change (RemitWorkspace *self,
              const RemitChange *change,
              Batch *batch)
{
  RemitEntity *entity = remit_entity_list_get (self->lists[change->kind], change->id);

  switch (change->op)
    {
    case REMIT_CHANGE_ADDED:
      if (entity != NULL || !is_wanted (self, change))
        break;
      entity = remit_entity_new (remit_record_copy (change->new));
      add_to_indexes (self, entity);
      g_ptr_array_add (batch->added[change->kind], entity);
      break;

    case REMIT_CHANGE_REMOVED:
      if (entity == NULL)
        break;
      remove_from_indexes (self, entity);
      g_array_append_val (batch->removed[change->kind], change->id);
      break;

    case REMIT_CHANGE_CHANGED:
    default:
      if (entity != NULL)
        apply_changed (self, entity, change);
      break;
    }
}

static void
apply_changes (RemitWorkspace *self,
               GPtrArray *changes)
{
  Batch batch;

  batch_init (&batch);
  for (guint i = 0; i < changes->len; i++)
    apply_change (self, g_ptr_array_index (changes, i), &batch);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      remit_entity_list_remove (self->lists[kind], batch.removed[kind]);
      remit_entity_list_add (self->lists[kind], batch.added[kind]);
    }
  batch_clear (&batch);
}

void
remit_workspace_tell_unread (RemitWorkspace *self,
                             const GError *error)
{
  self->data_version = 0;
  self->has_foreign = FALSE;
  if (g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED)
      || g_strcmp0 (self->unread, error->message) == 0)
    return;
  g_free (self->unread);
  self->unread = g_strdup (error->message);
  g_signal_emit (self, signals[UNREAD], 0, self->unread);
}

/* Takes over what the entry after the last one changed. */
static void
take_over (RemitWorkspace *self,
           GPtrArray *changes)
{
  g_autoptr (GError) error = NULL;

  self->last_seq++;
  apply_changes (self, changes);
  if (!load_published (self, &error))
    remit_workspace_tell_unread (self, error);
  update_tops (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
remit_workspace_take_over (RemitWorkspace *self,
                           GPtrArray *changes)
{
  gint64 before = self->undo.seq;

  self->has_foreign = TRUE;
  take_over (self, changes);
  if (self->is_followed && self->undo.seq != before)
    self->overtaken_at = g_get_monotonic_time ();
}

gboolean
remit_workspace_take_over_next (RemitWorkspace *self,
                                GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  changes = remit_history_get_changes (self->store, self->last_seq + 1, error);
  if (changes != NULL)
    remit_workspace_take_over (self, changes);
  return changes != NULL;
}

/* Takes over the entry that this workspace has just written, from memory if it is there. */
static gboolean
take_over_own (RemitWorkspace *self,
               gint64 seq,
               GBytes *changeset,
               GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  gconstpointer bytes;
  gsize length;

  if (changeset == NULL)
    changes = remit_history_get_changes (self->store, seq, error);
  else
    {
      bytes = g_bytes_get_data (changeset, &length);
      changes = remit_changes_parse (bytes, length, error);
    }
  if (changes != NULL)
    take_over (self, changes);
  self->overtaken_at = 0;
  return changes != NULL;
}

/* Others' entries may stand before our own, and are read first. What others have committed since is
 * not looked for: the version that is remembered is still the one before all of these. */
static void
on_committed (RemitWorkspace *self,
              gint64 seq,
              GBytes *changeset)
{
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  while (done && self->last_seq + 1 < seq)
    done = remit_workspace_take_over_next (self, &error);
  if (done && self->last_seq < seq)
    done = take_over_own (self, seq, changeset, &error);
  if (!done)
    remit_workspace_tell_unread (self, error);
}

RemitWorkspace *
remit_workspace_open (const char *path,
                      RemitStoreFlags flags,
                      GError **error)
{
  g_autoptr (RemitWorkspace) self = g_object_new (REMIT_TYPE_WORKSPACE, NULL);

  self->store = remit_store_open (path, flags, error);
  if (self->store == NULL || !load_in_transaction (self, error))
    return NULL;
  g_signal_connect_object (self->store, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);
  update_tops (self);

  return g_steal_pointer (&self);
}

/* ── The file ─────────────────────────────────────────────────────────────────────────────── */

void
remit_workspace_take_loss (RemitWorkspace *self,
                           GError *loss)
{
  gboolean is_told = g_strcmp0 (self->loss != NULL ? self->loss->message : NULL,
                                loss != NULL ? loss->message : NULL) == 0;

  g_clear_error (&self->loss);
  self->loss = loss;
  if (!is_told)
    g_signal_emit (self, signals[LOST], 0);
}

gboolean
remit_workspace_look_at_file (RemitWorkspace *self,
                              GError **error)
{
  GError *loss = NULL;

  if (!remit_store_check_path (self->store, &loss) && error != NULL)
    *error = g_error_copy (loss);
  remit_workspace_take_loss (self, loss);
  return self->loss == NULL;
}

const GError *
remit_workspace_get_loss (RemitWorkspace *self)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  return self->loss;
}

RemitStore *
remit_workspace_get_store (RemitWorkspace *self)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  return self->store;
}

gboolean
remit_workspace_open_plan (RemitWorkspace *self,
                           gint64 plan,
                           GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);

  return load_plan (self, plan, error);
}

gboolean
remit_workspace_open_whole (RemitWorkspace *self,
                            RemitKind kind,
                            gint64 id,
                            GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (remit_entity_info (kind)->on_demand, FALSE);

  if (g_hash_table_contains (self->wholes, &id))
    return TRUE;
  if (!load_whole (self, kind, id, error))
    return FALSE;
  g_hash_table_insert (self->wholes, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (kind));
  return TRUE;
}

GListModel *
remit_workspace_get_list (RemitWorkspace *self,
                          RemitKind kind)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return G_LIST_MODEL (self->lists[kind]);
}

RemitEntity *
remit_workspace_get (RemitWorkspace *self,
                     RemitKind kind,
                     gint64 id)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return remit_entity_list_get (self->lists[kind], id);
}

GPtrArray *
remit_workspace_get_referring (RemitWorkspace *self,
                               RemitKind kind,
                               guint field,
                               gint64 id)
{
  GPtrArray *indexes;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  indexes = self->indexes[kind];
  for (guint i = 0; i < indexes->len; i++)
    if (remit_index_get_field (g_ptr_array_index (indexes, i)) == field)
      return remit_index_get (g_ptr_array_index (indexes, i), id);

  g_return_val_if_reached (NULL);
}

void
remit_workspace_never_wait (RemitWorkspace *self)
{
  g_return_if_fail (REMIT_IS_WORKSPACE (self));

  self->never_waits = TRUE;
  remit_store_set_patience (self->store, 0);
}

/* What others wrote is taken over before the lock is taken, since those who follow the live objects
 * may edit in turn. Whoever writes between the two is seen by the version, and has to be taken over
 * first; a steady writer is given way to, so the attempts are counted. */
RemitEdit *
remit_workspace_begin (RemitWorkspace *self,
                       GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autoptr (RemitEdit) edit = NULL;

      if (!remit_workspace_follow (self, error))
        return NULL;
      edit = remit_edit_begin (self->store, NULL, error);
      if (edit == NULL)
        {
          remit_workspace_look_at_file (self, NULL);
          return NULL;
        }
      if (remit_workspace_read_version (self) == self->data_version)
        return g_steal_pointer (&edit);
    }
  remit_store_set_error (self->store, SQLITE_BUSY, NULL, error);
  return NULL;
}

const RemitHistoryTop *
remit_workspace_get_top (RemitWorkspace *self,
                         RemitHistoryOp op)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  return op == REMIT_HISTORY_REDO ? &self->redo : &self->undo;
}

const char *
remit_workspace_get_undo_label (RemitWorkspace *self)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  return self->undo.label;
}

const char *
remit_workspace_get_redo_label (RemitWorkspace *self)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (self), NULL);

  return self->redo.label;
}
