/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills that people have and slots need: one level for each pair, or none. */
#include <glib/gi18n-lib.h>

#include "remit-design-private.h"

/* The record that joins @owner and @skill; a new one, without an id, when there is none. */
static RemitRecord *
find_pair (RemitWorkspace *workspace,
           RemitKind kind,
           guint owner_field,
           gint64 owner,
           guint skill_field,
           gint64 skill)
{
  GPtrArray *pairs = remit_workspace_get_referring (workspace, kind, owner_field, owner);
  RemitRecord *record;

  for (guint i = 0; i < pairs->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (pairs, i), skill_field) == skill)
      return remit_record_copy (remit_entity_get_record (g_ptr_array_index (pairs, i)));

  record = remit_record_new (kind);
  remit_record_set_integer (record, owner_field, owner);
  remit_record_set_integer (record, skill_field, skill);
  return record;
}

static RemitMessage *
describe_level (RemitWorkspace *workspace,
                const RemitRecord *pair,
                guint level_field)
{
  /* Translators: whose skill, and a level: "Set Python of Ada Lovelace to 3 – in full" */
  return remit_message_new_with (N_ ("Set %1$s to %2$s"),
                                 remit_design_describe_record (workspace, pair),
                                 remit_record_describe (pair, level_field), NULL);
}

/* Writes the pair as it now is; with level 0 it goes. */
static gboolean
write_pair (RemitWorkspace *workspace,
            RemitEdit *edit,
            RemitRecord *pair,
            guint level_field,
            GError **error)
{
  gboolean goes = remit_record_get_integer (pair, level_field) == 0;
  gboolean is_new = remit_record_get_id (pair) == 0;
  gboolean done;

  if (goes && is_new)
    return TRUE;
  if (!goes && !remit_record_check (pair, error))
    return FALSE;

  remit_edit_describe (edit, remit_design_get_plan (pair),
                       goes ? remit_design_describe_verb (workspace, REMIT_VERB_DELETE, pair)
                            : describe_level (workspace, pair, level_field));
  if (goes)
    done = remit_edit_delete (edit, remit_record_get_kind (pair), remit_record_get_id (pair),
                              error);
  else
    done = is_new ? remit_edit_insert (edit, pair, error) : remit_edit_update (edit, pair, error);
  return done && remit_edit_commit (edit, error);
}

/* Whether both ends of a pair are there. */
static gboolean
check_ends (RemitWorkspace *workspace,
            RemitKind kind,
            gint64 id,
            gint64 skill,
            GError **error)
{
  if (remit_workspace_get (workspace, kind, id) == NULL)
    return remit_design_refuse_gone (kind, error);
  return remit_workspace_get (workspace, REMIT_KIND_SKILL, skill) != NULL
         || remit_design_refuse_gone (REMIT_KIND_SKILL, error);
}

static gboolean
check_level (int level,
             GError **error)
{
  if (level >= 0 && level <= REMIT_LEVEL_MAX)
    return TRUE;
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               _ ("A level is between 0 and %d"), REMIT_LEVEL_MAX);
  return FALSE;
}

gboolean
remit_design_set_skill (RemitWorkspace *workspace,
                        gint64 person,
                        gint64 skill,
                        int level,
                        GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitRecord) pair = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = check_level (level, error) ? remit_workspace_begin (workspace, error) : NULL;
  if (edit == NULL
      || !check_ends (workspace, REMIT_KIND_PERSON, person, skill, error))
    return FALSE;
  pair = find_pair (workspace, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON, person,
                    REMIT_PERSON_SKILL_SKILL, skill);
  remit_record_set_integer (pair, REMIT_PERSON_SKILL_LEVEL, level);
  return write_pair (workspace, edit, pair, REMIT_PERSON_SKILL_LEVEL, error);
}

gboolean
remit_design_set_need (RemitWorkspace *workspace,
                       gint64 slot,
                       gint64 skill,
                       int level,
                       gboolean critical,
                       GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitRecord) pair = NULL;
  RemitEntity *entity;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = check_level (level, error) ? remit_workspace_begin (workspace, error) : NULL;
  if (edit == NULL || !check_ends (workspace, REMIT_KIND_SLOT, slot, skill, error))
    return FALSE;
  entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);
  pair = find_pair (workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, slot,
                    REMIT_SLOT_NEED_SKILL, skill);
  remit_record_set_integer (pair, REMIT_SLOT_NEED_PLAN,
                            remit_entity_get_integer (entity, REMIT_SLOT_PLAN));
  remit_record_set_integer (pair, REMIT_SLOT_NEED_LEVEL, level);
  remit_record_set_integer (pair, REMIT_SLOT_NEED_CRITICAL, critical != FALSE);
  return write_pair (workspace, edit, pair, REMIT_SLOT_NEED_LEVEL, error);
}

gboolean
remit_design_set_level (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 id,
                        gint64 skill,
                        int level,
                        gboolean critical,
                        GError **error)
{
  return kind == REMIT_KIND_SLOT
           ? remit_design_set_need (workspace, id, skill, level, critical, error)
           : remit_design_set_skill (workspace, id, skill, level, error);
}
