/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a plan's file are taken: those that somebody chooses, and else those that were not
 * changed here since the file was written. */
#include "remit-plan-merge-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "store/history/remit-history-verify.h"
#include "store/history/remit-history.h"
#include "store/past/remit-past.h"

/* ── The workspace as it was when the file was written ────────────────────────────────────── */

/* What the file says of the history stands at its end, before a signature. */
#define TAIL (64 * 1024)

/* Returns: (transfer full) (nullable): the end of a file, with a zero after it */
static char *
read_tail (const char *path)
{
  int fd = remit_file_open (path, NULL);
  off_t size = fd >= 0 ? lseek (fd, 0, SEEK_END) : -1;
  off_t start = MAX (0, size - TAIL);
  char *bytes = size > 0 ? g_malloc0 ((gsize) (size - start) + 1) : NULL;

  if (bytes != NULL && pread (fd, bytes, (gsize) (size - start), start) < 0)
    g_clear_pointer (&bytes, g_free);
  if (fd >= 0)
    close (fd);
  return bytes;
}

/* A look ahead, which on_history() has to come to as well. Returns: whether there is something */
static gboolean
find_history (const char *path,
              gint64 *length,
              char **head)
{
  g_autofree char *tail = read_tail (path);
  g_autoptr (GRegex) regex = g_regex_new ("<history\\s+length=\"([0-9]{1,18})\"\\s+"
                                          "head=\"([0-9a-f]{64})\"\\s*/>",
                                          G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (tail == NULL || !g_regex_match (regex, tail, 0, &match))
    return FALSE;
  number = g_match_info_fetch (match, 1);
  *length = g_ascii_strtoll (number, NULL, 10);
  *head = g_match_info_fetch (match, 2);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the workspace as it was, which no file is left of */
static RemitStore *
open_past (RemitStore *store,
           gint64 length,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("remit-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "past.remit", NULL) : NULL;
  RemitStore *past = NULL;

  if (folder == NULL)
    return NULL;
  if (remit_past_write (store, length, path, cancellable, error))
    past = remit_store_open (path, REMIT_STORE_READ_ONLY, error);
  g_unlink (path);
  g_rmdir (folder);
  return past;
}

gboolean
remit_merge_open_base (RemitPlanMerge *self,
                       RemitStore *store,
                       const char *path,
                       const RemitImportOptions *options,
                       GError **error)
{
  g_autofree char *newest = NULL;
  gint64 length, now;

  g_clear_pointer (&self->base_head, g_free);
  if (options == NULL || !options->merges || self->as_template
      || !find_history (path, &length, &self->base_head) || length == 0)
    return TRUE;
  if (!remit_history_get_head (store, &now, &newest, error))
    return FALSE;
  /* what it was before is not known of a file of another workspace, nor of one that is older than
   * the history here; and if nothing was changed here, all that differs was in the file */
  self->unchanged_since = now == length ? length : 0;
  if (now == length || !remit_history_contains (store, length, self->base_head, NULL))
    return TRUE;
  self->base = open_past (store, length, options->cancellable, error);
  return self->base != NULL;
}

gboolean
remit_merge_is_base_old (RemitPlanMerge *self)
{
  g_autofree char *newest = NULL;
  gint64 now;

  return self->unchanged_since != 0 && remit_history_get_head (self->store, &now, &newest, NULL)
         && now != self->unchanged_since;
}

gboolean
remit_merge_check_choices (RemitPlanMerge *self,
                           GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (self->base != NULL && g_strcmp0 (self->head, self->base_head) != 0)
    return remit_exchange_refuse (error, _ ("The end of the file says something else of the "
                                            "history than the plan. Import it without merging."));
  if (self->unmet == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->unmet);
  return !g_hash_table_iter_next (&iter, &key, NULL)
         || remit_exchange_refuse (error, _ ("No row that differs has the key “%s”"),
                                   (const char *) key);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (nullable): the row as it was */
static RemitRecord *
load_base (RemitPlanMerge *self,
           const RemitRecord *there,
           const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (there != NULL ? there : record);
  RemitRecord *found = NULL;
  RemitStatement *rows;

  if (there != NULL || remit_entity_info_has_id (info))
    return remit_store_load (self->base, info->kind,
                             remit_record_get_id (there != NULL ? there : record), NULL);
  rows = remit_store_query (
    self->base, self->selects[REMIT_MERGE_BY_KEY][info->kind],
    remit_record_get_integer (record, (guint) remit_entity_info_find_owner (info)), 0, NULL);
  if (rows != NULL)
    remit_merge_bind_keys (rows, record);
  if (remit_store_step (self->base, rows))
    {
      found = remit_record_new (info->kind);
      remit_store_read (rows, found);
    }
  g_clear_pointer (&rows, remit_statement_reset);
  return found;
}

static gboolean
is_same (const RemitRecord *one,
         const RemitRecord *other)
{
  return one != NULL && other != NULL ? remit_record_is_equal (one, other) : one == other;
}

/* What a part without an id has for one tells nothing. */
static gboolean
is_same_part (const RemitRecord *base,
              const RemitRecord *record)
{
  g_autoptr (RemitRecord) copy = NULL;

  if (base == NULL || record == NULL)
    return base == record;
  copy = remit_record_copy (record);
  remit_record_set_id (copy, remit_record_get_id (base));
  return remit_record_is_equal (base, copy);
}

static RemitImportSide
find_side (RemitPlanMerge *self,
           const RemitRecord *there,
           const RemitRecord *record)
{
  g_autoptr (RemitRecord) base = NULL;

  if (self->base == NULL)
    return REMIT_IMPORT_THEIRS;
  base = load_base (self, there, record);
  if (is_same (there, base))
    return REMIT_IMPORT_THEIRS;
  return is_same_part (base, record) ? REMIT_IMPORT_OURS : REMIT_IMPORT_CLASH;
}

static RemitImportChoice
get_choice (RemitPlanMerge *self,
            const char *key)
{
  if (self->unmet != NULL)
    g_hash_table_remove (self->unmet, key);
  return self->choices != NULL
           ? (RemitImportChoice) GPOINTER_TO_INT (g_hash_table_lookup (self->choices, key))
           : REMIT_IMPORT_UNDECIDED;
}

static char *
dup_id_key (RemitKind kind,
            gint64 id)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, (int) kind, id);
}

/* Asked of each reference in a file, of which most imports leave nothing out. */
static gboolean
has_id (GHashTable *ids,
        RemitKind kind,
        gint64 id)
{
  g_autofree char *key = g_hash_table_size (ids) > 0 ? dup_id_key (kind, id) : NULL;

  return key != NULL && g_hash_table_contains (ids, key);
}

gboolean
remit_merge_is_absent (RemitPlanMerge *self,
                       RemitKind kind,
                       gint64 id)
{
  return has_id (self->absent, kind, id);
}

gboolean
remit_merge_is_needed (RemitPlanMerge *self,
                       RemitKind kind,
                       gint64 id)
{
  return has_id (self->needed, kind, id);
}

/* What stays has what it refers to stay. */
static void
need_references (RemitPlanMerge *self,
                 const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE && remit_record_get_integer (record, i) != 0)
      g_hash_table_add (self->needed, dup_id_key (info->fields[i].target,
                                                  remit_record_get_integer (record, i)));
}

void
remit_merge_leave_parts (RemitPlanMerge *self,
                         RemitKind kind)
{
  self->left_out = kind;
  self->is_chosen_out = TRUE;
}

/* A row that stays as it is; with what is in it where its log, or its letters, would no longer fit
 * it, or where there is nothing for that to be in. */
static void
leave (RemitPlanMerge *self,
       const RemitRecord *there,
       const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (there != NULL ? there : record);

  self->result->n_kept++;
  if (record == NULL)
    need_references (self, there);
  else if (there == NULL || remit_entity_info_get_log (info) != REMIT_KIND_NONE)
    remit_merge_leave_parts (self, info->kind);
  if (there == NULL && remit_entity_info_has_id (info))
    g_hash_table_add (self->absent, dup_id_key (info->kind, remit_record_get_id (record)));
}

/* Rows beyond the limit are counted, and follow the default. */
static void
remember (RemitPlanMerge *self,
          const RemitRecord *there,
          const RemitRecord *record,
          RemitImportSide side,
          gboolean is_taken)
{
  RemitImportRow *row;

  if (self->result->rows->len >= self->n_rows)
    return;
  row = remit_import_row_new (there, record);
  row->side = side;
  row->is_taken = is_taken;
  g_ptr_array_add (self->result->rows, row);
}

gboolean
remit_merge_takes (RemitPlanMerge *self,
                   const RemitRecord *there,
                   const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (there != NULL ? there : record);
  RemitImportSide side = self->refers_absent ? REMIT_IMPORT_NEEDS : REMIT_IMPORT_THEIRS;
  RemitImportChoice choice = REMIT_IMPORT_UNDECIDED;
  gboolean is_taken;

  /* what is new has nothing to be held against; nobody chooses entries of logs */
  if (self->as_template || info->is_log || (info->kind == REMIT_KIND_PLAN && there == NULL))
    return TRUE;
  if (self->base == NULL && self->choices == NULL && self->n_rows == 0)
    return TRUE;
  if (side != REMIT_IMPORT_NEEDS)
    {
      g_autofree char *key = remit_import_row_dup_key (there != NULL ? there : record);

      choice = get_choice (self, key);
      side = find_side (self, there, record);
    }
  is_taken = choice == REMIT_IMPORT_TAKE
             || (choice == REMIT_IMPORT_UNDECIDED && side == REMIT_IMPORT_THEIRS);
  remember (self, there, record, side, is_taken);
  if (!is_taken)
    leave (self, there, record);
  return is_taken;
}

gboolean
remit_merge_may_go (RemitPlanMerge *self,
                    const RemitRecord *there)
{
  g_autofree char *key = remit_import_row_dup_key (there);
  RemitImportChoice choice = get_choice (self, key);

  return choice == REMIT_IMPORT_TAKE
         || (choice == REMIT_IMPORT_UNDECIDED
             && find_side (self, there, NULL) == REMIT_IMPORT_THEIRS);
}

void
remit_merge_yield (RemitPlanMerge *self,
                   const RemitRecord *record,
                   RemitImportSide side)
{
  GPtrArray *rows = self->result->rows;
  g_autofree char *key = remit_import_row_dup_key (record);

  self->result->n_kept++;
  if (side == REMIT_IMPORT_NEEDS)
    need_references (self, record);
  for (guint i = rows->len; i-- > 0;)
    {
      RemitImportRow *row = rows->pdata[i];

      if (!g_str_equal (row->key, key))
        continue;
      row->side = side;
      row->is_taken = FALSE;
      return;
    }
}

void
remit_merge_tell_removed (RemitPlanMerge *self,
                          const RemitRecord *there)
{
  remember (self, there, NULL, REMIT_IMPORT_THEIRS, TRUE);
}

/* ── Beginning and end ────────────────────────────────────────────────────────────────────── */

void
remit_merge_choice_init (RemitPlanMerge *self,
                         const RemitImportOptions *options)
{
  self->choices = options != NULL && !self->as_template ? options->choices : NULL;
  self->n_rows = options != NULL && !self->as_template ? options->n_rows : 0;
  if (self->choices != NULL && options->is_strict)
    {
      GHashTableIter iter;
      gpointer key;

      self->unmet = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, self->choices);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (self->unmet, g_strdup (key));
    }
  self->absent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
remit_merge_choice_clear (RemitPlanMerge *self)
{
  g_clear_object (&self->base);
  g_clear_pointer (&self->base_head, g_free);
  g_clear_pointer (&self->unmet, g_hash_table_unref);
  g_clear_pointer (&self->absent, g_hash_table_unref);
  g_clear_pointer (&self->needed, g_hash_table_unref);
}
