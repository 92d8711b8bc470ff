/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What entities, their values and numbers of them are called, and the labels of edits on them. */
#include <glib/gi18n-lib.h>

#include "model/remit-name.h"
#include "remit-design-private.h"

const RemitRecord *
remit_design_peek (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   RemitRecord **owned)
{
  RemitEntity *entity = remit_workspace_get (workspace, kind, id);

  *owned = NULL;
  if (entity != NULL)
    return remit_entity_get_record (entity);
  if (id != 0)
    *owned = remit_store_load (remit_workspace_get_store (workspace), kind, id, NULL);
  return *owned;
}

RemitRecord *
remit_design_load (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   GError **error)
{
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *record = remit_design_peek (workspace, kind, id, &owned);

  if (record != NULL)
    return remit_record_copy (record);

  remit_design_refuse_gone (kind, error);
  return NULL;
}

gboolean
remit_design_refuse_gone (RemitKind kind,
                          GError **error)
{
  return remit_design_refuse (error,
                              /* Translators: a kind of thing, such as Person */
                              _ ("%s no longer exists"),
                              _ (remit_entity_info (kind)->label));
}

gboolean
remit_design_refuse (GError **error,
                     const char *format,
                     ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED, message);
  return FALSE;
}

gint64
remit_design_get_plan (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int plan = remit_entity_info_find_plan (info);

  if (info->kind == REMIT_KIND_PLAN)
    return remit_record_get_id (record);
  return plan >= 0 ? remit_record_get_integer (record, (guint) plan) : 0;
}

static const RemitRecord *
find (RemitKind kind,
      gint64 id,
      gpointer workspace,
      RemitRecord **owned)
{
  return remit_design_peek (workspace, kind, id, owned);
}

char *
remit_design_dup_record_name (RemitWorkspace *workspace,
                              const RemitRecord *record)
{
  return remit_record_dup_name (record, &(RemitNamer){ .find = find, .data = workspace });
}

char *
remit_design_dup_name (RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 id)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return remit_namer_dup_name (&(RemitNamer){ .find = find, .data = workspace }, kind, id);
}

char *
remit_design_dup_value (RemitWorkspace *workspace,
                        const RemitRecord *record,
                        guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (info->kind == REMIT_FIELD_REFERENCE)
    return remit_design_dup_name (workspace, info->target,
                                  remit_record_get_integer (record, field));
  return remit_record_display (record, field);
}

char *
remit_design_join (GPtrArray *texts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_message_unref);
  g_autoptr (RemitMessage) joined = NULL;

  if (texts->len == 0)
    return g_strdup ("");
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (parts, remit_message_new_text (texts->pdata[i]));
  joined = remit_message_join (parts);
  return remit_message_say (joined);
}

char *
remit_design_dup_counts (const guint counts[REMIT_N_KINDS])
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (counts[kind] > 0)
      g_ptr_array_add (words, remit_entity_info_dup_count (remit_entity_info (kind),
                                                           counts[kind]));
  return remit_design_join (words);
}

RemitMessage *
remit_design_describe (RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 id)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return remit_namer_describe (&(RemitNamer){ .find = find, .data = workspace }, kind, id);
}

RemitMessage *
remit_design_describe_record (RemitWorkspace *workspace,
                              const RemitRecord *record)
{
  return remit_record_describe_name (record, &(RemitNamer){ .find = find, .data = workspace });
}

RemitMessage *
remit_design_describe_verb (RemitWorkspace *workspace,
                            RemitVerb verb,
                            const RemitRecord *record)
{
  return remit_record_describe_verb (record, verb,
                                     &(RemitNamer){ .find = find, .data = workspace });
}
