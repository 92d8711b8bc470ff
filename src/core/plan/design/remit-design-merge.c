/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: two entities turn out to be the same, and become one. */
#include "remit-design-merge.h"

#include <glib/gi18n-lib.h>

#include "remit-design-merge-private.h"
#include "store/remit-follow.h"

/* ── What it would do ─────────────────────────────────────────────────────────────────────── */

void
remit_merge_preview_free (RemitMergePreview *self)
{
  remit_record_free (self->merged);
  remit_record_free (self->other);
  g_free (self);
}

char *
remit_merge_preview_dup_following (const RemitMergePreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return remit_design_dup_counts (self->follows);
}

/* Of a longer text only the label: one knows what is meant. */
static char *
dup_line (RemitWorkspace *workspace,
          const RemitRecord *record,
          guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  const char *label = remit_field_get_label (info);
  g_autofree char *value = NULL;

  if (info->flags & REMIT_FIELD_MULTILINE)
    return g_strdup (label);
  value = remit_design_dup_value (workspace, record, field);
  /* Translators: the label of a field, and its value */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, value);
}

static GStrv
list_values (RemitWorkspace *workspace,
             const RemitRecord *record,
             guint64 fields)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (lines, dup_line (workspace, record, i));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

GStrv
remit_merge_preview_list_filled (const RemitMergePreview *self,
                                 RemitWorkspace *workspace)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  return list_values (workspace, self->merged, self->filled);
}

GStrv
remit_merge_preview_list_dropped (const RemitMergePreview *self,
                                  RemitWorkspace *workspace)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  return list_values (workspace, self->other, self->dropped);
}

/* Whether the field says something of who goes: not that they report to who is kept. */
static gboolean
says_something (const RemitMergePreview *self,
                guint field)
{
  const RemitEntityInfo *info = remit_record_get_info (self->other);

  if (info->fields[field].kind == REMIT_FIELD_PERCENT)
    return TRUE;
  return !remit_record_is_initial (self->other, field)
         && (info->fields[field].target != info->kind
             || remit_record_get_integer (self->other, field)
                  != remit_record_get_id (self->merged));
}

/* The names are known from the question; of joined texts nothing is lost. */
static gboolean
is_dropped (const RemitMergePreview *self,
            guint field)
{
  const RemitEntityInfo *info = remit_record_get_info (self->merged);

  return (int) field != remit_entity_info_find_name (info)
         && !(info->fields[field].flags & REMIT_FIELD_MULTILINE)
         && !remit_record_is_same (self->merged, self->other, field)
         && says_something (self, field);
}

static gboolean
count_following (RemitMergePreview *self,
                 RemitStore *store,
                 GError **error)
{
  for (RemitKind part = REMIT_KIND_NONE + 1; part < REMIT_N_KINDS; part++)
    if (!remit_design_count_following (store, part, remit_record_get_kind (self->merged),
                                       remit_record_get_id (self->merged),
                                       remit_record_get_id (self->other), &self->follows[part],
                                       error))
      return FALSE;
  return TRUE;
}

/* Takes @keep and @other. */
static RemitMergePreview *
preview_new (RemitStore *store,
             RemitRecord *keep,
             RemitRecord *other,
             GError **error)
{
  g_autoptr (RemitRecord) before = remit_record_copy (keep);
  const RemitEntityInfo *info = remit_record_get_info (keep);
  g_autoptr (RemitMergePreview) self = g_new0 (RemitMergePreview, 1);

  self->merged = keep;
  self->other = other;
  remit_design_merge_fields (keep, other);
  if (!remit_design_merge_chains (store, keep, before, other, error))
    return NULL;
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!remit_record_is_same (before, keep, i) && !remit_record_is_initial (keep, i))
        self->filled |= G_GUINT64_CONSTANT (1) << i;
      if (is_dropped (self, i))
        self->dropped |= G_GUINT64_CONSTANT (1) << i;
    }
  return count_following (self, store, error) ? g_steal_pointer (&self) : NULL;
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
check_kind (RemitKind kind,
            gint64 keep,
            gint64 other,
            GError **error)
{
  if (!remit_entity_info (kind)->is_mergeable)
    return remit_design_refuse (error,
                                /* Translators: a kind of thing, such as Team */
                                _ ("%s: entries of this kind cannot be merged"),
                                _ (remit_entity_info (kind)->label));
  return keep != other || remit_design_refuse (error, _ ("Select two different entries to merge"));
}

/* Returns: (transfer full) (nullable): what would be done, or %NULL with @error set */
static RemitMergePreview *
judge (RemitWorkspace *workspace,
       RemitKind kind,
       gint64 keep,
       gint64 other,
       GError **error)
{
  g_autoptr (RemitRecord) kept = NULL;
  g_autoptr (RemitRecord) gone = NULL;
  g_autoptr (RemitMergePreview) preview = NULL;

  if (!check_kind (kind, keep, other, error))
    return NULL;
  kept = remit_design_load (workspace, kind, keep, error);
  gone = kept != NULL ? remit_design_load (workspace, kind, other, error) : NULL;
  if (gone == NULL
      || !remit_design_check_merged_assignments (workspace, kind, keep, other, error))
    return NULL;
  preview = preview_new (remit_workspace_get_store (workspace), g_steal_pointer (&kept),
                         g_steal_pointer (&gone), error);
  return preview != NULL && remit_record_check (preview->merged, error)
           ? g_steal_pointer (&preview)
           : NULL;
}

gboolean
remit_design_can_merge (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 keep,
                        gint64 other,
                        RemitMergePreview **preview,
                        GError **error)
{
  g_autoptr (RemitMergePreview) found = NULL;
  gboolean can;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  found = judge (workspace, kind, keep, other, error);
  can = found != NULL;
  if (preview != NULL)
    *preview = g_steal_pointer (&found);
  return can;
}

static void
describe (RemitEdit *edit,
          RemitWorkspace *workspace,
          RemitKind kind,
          gint64 keep,
          gint64 other)
{
  RemitMessage *gone = remit_design_describe (workspace, kind, other);
  RemitMessage *kept = remit_design_describe (workspace, kind, keep);

  /* Translators: two names of people, roles or skills; the first one goes */
  remit_edit_describe (edit, 0,
                       remit_message_new_with (N_ ("Merge %1$s into %2$s"), gone, kept, NULL));
}

gboolean
remit_design_merge (RemitWorkspace *workspace,
                    RemitKind kind,
                    gint64 keep,
                    gint64 other,
                    RemitMergePreview **done,
                    GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitMergePreview) preview = NULL;

  if (done != NULL)
    *done = NULL;
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  edit = remit_workspace_begin (workspace, error);
  preview = edit != NULL ? judge (workspace, kind, keep, other, error) : NULL;
  if (preview == NULL)
    return FALSE;

  describe (edit, workspace, kind, keep, other);
  if ((remit_design_is_in_logs (kind) && !remit_edit_let_follow (edit, other, keep, error))
      || !remit_design_merge_rows (edit, preview->merged, preview->other, error)
      || !remit_edit_commit (edit, error))
    return FALSE;
  if (done != NULL)
    *done = g_steal_pointer (&preview);
  return TRUE;
}
