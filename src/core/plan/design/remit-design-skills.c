/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills that people have and slots need: one level for each pair, or none. */
#include <glib/gi18n-lib.h>

#include "remit-design-private.h"

/* The kind that joins people, or slots, with skills, and its fields. */
typedef struct {
  RemitKind kind;
  guint owner;
  guint skill;
  guint level;
} Pairing;

static const Pairing *
get_pairing (RemitKind owner)
{
  static const Pairing of_person = { REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON,
                                     REMIT_PERSON_SKILL_SKILL, REMIT_PERSON_SKILL_LEVEL };
  static const Pairing of_slot = { REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT,
                                   REMIT_SLOT_NEED_SKILL, REMIT_SLOT_NEED_LEVEL };

  return owner == REMIT_KIND_SLOT ? &of_slot : &of_person;
}

/* The record that joins an owner and @skill; a new one, without an id, when there is none. */
static RemitRecord *
find_pair (RemitWorkspace *workspace,
           RemitKind kind,
           gint64 id,
           gint64 skill)
{
  const Pairing *fields = get_pairing (kind);
  GPtrArray *pairs = remit_workspace_get_referring (workspace, fields->kind, fields->owner, id);
  RemitRecord *record;

  for (guint i = 0; i < pairs->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (pairs, i), fields->skill) == skill)
      return remit_record_copy (remit_entity_get_record (g_ptr_array_index (pairs, i)));

  record = remit_record_new (fields->kind);
  remit_record_set_integer (record, fields->owner, id);
  remit_record_set_integer (record, fields->skill, skill);
  return record;
}

static RemitMessage *
describe_level (RemitWorkspace *workspace,
                const RemitRecord *pair,
                guint level_field)
{
  /* Translators: whose skill, and a level: "Set Python of Ada Lovelace to 3 · Full" */
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

static gboolean
check_there (RemitWorkspace *workspace,
             RemitKind kind,
             gint64 id,
             GError **error)
{
  return remit_workspace_get (workspace, kind, id) != NULL
         || remit_design_refuse_gone (kind, error);
}

static gboolean
check_level (int level,
             GError **error)
{
  if (level >= 0 && level <= REMIT_LEVEL_MAX)
    return TRUE;
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               _ ("A level must be between 0 and %d"), REMIT_LEVEL_MAX);
  return FALSE;
}

/* Within an edit, which it commits. */
static gboolean
set_level (RemitWorkspace *workspace,
           RemitEdit *edit,
           RemitKind kind,
           RemitRecord *pair,
           int level,
           gboolean critical,
           GError **error)
{
  const Pairing *fields = get_pairing (kind);

  remit_record_set_integer (pair, fields->level, level);
  if (kind == REMIT_KIND_SLOT)
    {
      RemitEntity *slot = remit_workspace_get (
        workspace, REMIT_KIND_SLOT, remit_record_get_integer (pair, REMIT_SLOT_NEED_SLOT));

      remit_record_set_integer (pair, REMIT_SLOT_NEED_PLAN,
                                remit_entity_get_integer (slot, REMIT_SLOT_PLAN));
      remit_record_set_integer (pair, REMIT_SLOT_NEED_CRITICAL, critical != FALSE);
    }
  return write_pair (workspace, edit, pair, fields->level, error);
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
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitRecord) pair = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind == REMIT_KIND_SLOT || kind == REMIT_KIND_PERSON, FALSE);

  edit = check_level (level, error) ? remit_workspace_begin (workspace, error) : NULL;
  if (edit == NULL || !check_there (workspace, kind, id, error)
      || !check_there (workspace, REMIT_KIND_SKILL, skill, error))
    return FALSE;
  pair = find_pair (workspace, kind, id, skill);
  return set_level (workspace, edit, kind, pair, level, critical, error);
}

gboolean
remit_design_set_skill (RemitWorkspace *workspace,
                        gint64 person,
                        gint64 skill,
                        int level,
                        GError **error)
{
  return remit_design_set_level (workspace, REMIT_KIND_PERSON, person, skill, level, FALSE, error);
}

gboolean
remit_design_set_need (RemitWorkspace *workspace,
                       gint64 slot,
                       gint64 skill,
                       int level,
                       gboolean critical,
                       GError **error)
{
  return remit_design_set_level (workspace, REMIT_KIND_SLOT, slot, skill, level, critical, error);
}

/* Returns: the skill of that name, which may be made for it, or 0 */
static gint64
ensure_skill (RemitWorkspace *workspace,
              RemitEdit *edit,
              const char *name,
              GError **error)
{
  RemitEntity *known = remit_design_find (workspace, REMIT_KIND_SKILL, 0, name, NULL);
  g_autoptr (RemitRecord) skill = NULL;

  if (known != NULL)
    return remit_entity_get_id (known);
  skill = remit_record_new (REMIT_KIND_SKILL);
  remit_record_set_text (skill, REMIT_SKILL_NAME, name);
  return remit_record_check (skill, error) && remit_edit_insert (edit, skill, error)
           ? remit_record_get_id (skill)
           : 0;
}

gboolean
remit_design_add_skill (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 id,
                        gint64 skill,
                        const char *name,
                        int level,
                        gboolean *is_added,
                        GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitRecord) pair = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind == REMIT_KIND_SLOT || kind == REMIT_KIND_PERSON, FALSE);
  g_return_val_if_fail ((skill == 0) == (name != NULL), FALSE);

  *is_added = FALSE;
  edit = check_level (level, error) ? remit_workspace_begin (workspace, error) : NULL;
  if (edit == NULL || !check_there (workspace, kind, id, error)
      || (name == NULL && !check_there (workspace, REMIT_KIND_SKILL, skill, error)))
    return FALSE;
  if (name != NULL && (skill = ensure_skill (workspace, edit, name, error)) == 0)
    return FALSE;
  pair = find_pair (workspace, kind, id, skill);
  if (remit_record_get_id (pair) != 0)
    return TRUE;
  *is_added = set_level (workspace, edit, kind, pair, level, FALSE, error);
  return *is_added;
}
