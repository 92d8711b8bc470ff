/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: of a team, a slot, a role, a person, and of a whole plan. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"
#include "remit-design-private.h"

/* Names have at most 200 bytes; so many of them are kept before "(copy)". */
#define MAX_COPIED_NAME 160

/* An id map has the new ids of what was copied, by the old ones. */

static GHashTable *
id_map_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static gint64
id_map_get (GHashTable *map,
            gint64 old)
{
  const gint64 *new = g_hash_table_lookup (map, &old);

  return new != NULL ? *new : 0;
}

static gint64
id_map_add (GHashTable *map,
            gint64 old)
{
  gint64 new = remit_id_new ();

  g_hash_table_insert (map, g_memdup2 (&old, sizeof old), g_memdup2 (&new, sizeof new));
  return new;
}

/* Gives @record a new id, and lets it refer to the copies of what it referred to. */
static void
renew (RemitRecord *record,
       GHashTable *map)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  gint64 id = id_map_get (map, remit_record_get_id (record));

  remit_record_set_id (record, id != 0 ? id : id_map_add (map, remit_record_get_id (record)));
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE)
      {
        gint64 target = id_map_get (map, remit_record_get_integer (record, i));

        if (target != 0)
          remit_record_set_integer (record, i, target);
      }
}

/* Returns: whether it is about a conflict, which is not copied */
static gboolean
is_of_conflict (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target != REMIT_KIND_NONE
        && remit_entity_info (info->fields[i].target)->stays_behind
        && remit_record_get_integer (record, i) != 0)
      return TRUE;
  return FALSE;
}

/* Copies all rows of a kind in a plan. What they refer to has been copied before; a team may refer
 * to a later one, so that all ids of a kind are there first. */
static gboolean
copy_kind (RemitEdit *edit,
           RemitKind kind,
           gint64 plan,
           GHashTable *map,
           GError **error)
{
  g_autoptr (GPtrArray) records = remit_store_load_all (remit_edit_get_store (edit), kind,
                                                        "WHERE t.plan = ?1 ORDER BY t.id", plan,
                                                        error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    id_map_add (map, remit_record_get_id (g_ptr_array_index (records, i)));
  for (guint i = 0; i < records->len; i++)
    {
      if (is_of_conflict (g_ptr_array_index (records, i)))
        continue;
      renew (g_ptr_array_index (records, i), map);
      if (!remit_edit_insert (edit, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_plan_rows (RemitEdit *edit,
                RemitRecord *copy,
                gint64 plan,
                GError **error)
{
  g_autoptr (GHashTable) map = id_map_new ();

  remit_record_set_id (copy, id_map_add (map, plan));
  if (!remit_edit_insert (edit, copy, error))
    return FALSE;
  /* A conflict goes on in the plan in which it was raised, and nowhere else. */
  for (RemitKind kind = REMIT_KIND_TEAM; kind < REMIT_N_KINDS; kind++)
    if (!remit_entity_info (kind)->stays_behind && !copy_kind (edit, kind, plan, map, error))
      return FALSE;
  return TRUE;
}

gint64
remit_design_copy_plan (RemitWorkspace *workspace,
                        gint64 plan,
                        const char *name,
                        GError **error)
{
  g_autoptr (RemitRecord) copy = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *old_name = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (name != NULL, 0);

  copy = remit_design_load (workspace, REMIT_KIND_PLAN, plan, error);
  if (copy == NULL)
    return 0;
  old_name = g_strdup (remit_record_get_text (copy, REMIT_PLAN_NAME));
  remit_record_set_text (copy, REMIT_PLAN_NAME, name);
  remit_record_set_integer (copy, REMIT_PLAN_KIND, REMIT_PLAN_KIND_SCENARIO);
  remit_record_set_integer (copy, REMIT_PLAN_STATUS, REMIT_PLAN_STATUS_DRAFT);
  remit_record_set_integer (copy, REMIT_PLAN_BASE, plan);
  if (!remit_record_check (copy, error))
    return 0;

  /* Translators: two names of plans */
  label = g_strdup_printf (_ ("Copy plan %1$s as %2$s"), old_name, name);
  edit = remit_workspace_begin (workspace, label, error);
  if (edit == NULL || !copy_plan_rows (edit, copy, plan, error))
    return 0;
  remit_edit_set_plan (edit, remit_record_get_id (copy));
  return remit_edit_commit (edit, error) ? remit_record_get_id (copy) : 0;
}

static gboolean
is_name_taken (GListModel *list,
               guint name_field,
               const char *name)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (list, i);

      if (strcmp (remit_entity_get_text (entity, name_field), name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A name that leaves room for what is put behind it. */
static char *
dup_short_name (const char *name)
{
  const char *end = name + MIN (strlen (name), MAX_COPIED_NAME);

  if (*end != '\0' && ((guchar) *end & 0xc0) == 0x80)
    end = g_utf8_find_prev_char (name, end);
  return g_strndup (name, (gsize) (end - name));
}

/* "Fraud (copy)", "Fraud (copy 2)", … */
static void
set_copy_name (RemitWorkspace *workspace,
               RemitRecord *record,
               guint name_field)
{
  GListModel *list = remit_workspace_get_list (workspace, remit_record_get_kind (record));
  g_autofree char *old = dup_short_name (remit_record_get_text (record, name_field));
  /* Translators: the name of a copy */
  g_autofree char *name = g_strdup_printf (_ ("%s (copy)"), old);

  for (int i = 2; is_name_taken (list, name_field, name); i++)
    {
      g_free (name);
      /* Translators: the name of a further copy, and its number */
      name = g_strdup_printf (_ ("%1$s (copy %2$d)"), old, i);
    }
  remit_record_set_text (record, name_field, name);
}

/* Copies those of @kind that belong to the entity with the id @old. */
static gboolean
copy_parts (RemitEdit *edit,
            RemitWorkspace *workspace,
            RemitKind kind,
            guint owner_field,
            gint64 old,
            GHashTable *map,
            GError **error)
{
  GPtrArray *parts = remit_workspace_get_referring (workspace, kind, owner_field, old);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (RemitRecord) part = NULL;

      part = remit_record_copy (remit_entity_get_record (g_ptr_array_index (parts, i)));
      renew (part, map);
      if (!remit_edit_insert (edit, part, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts @copy after its original among the live siblings. */
static gboolean
set_position_after (RemitEdit *edit,
                    RemitRecord *copy,
                    guint field,
                    gint64 original,
                    GPtrArray *siblings,
                    GError **error)
{
  gint64 position;
  guint index = 0;

  while (index < siblings->len
         && remit_entity_get_id (g_ptr_array_index (siblings, index)) != original)
    index++;
  position = remit_design_make_room (edit, siblings, field, MIN (index + 1, siblings->len), error);
  if (position < 0)
    return FALSE;
  remit_record_set_integer (copy, field, position);
  return TRUE;
}

static gboolean
copy_slot (RemitEdit *edit,
           RemitWorkspace *workspace,
           RemitRecord *copy,
           GError **error)
{
  g_autoptr (GHashTable) map = id_map_new ();
  g_autoptr (GPtrArray) siblings = NULL;
  gint64 old = remit_record_get_id (copy);

  siblings = remit_design_get_parts (workspace, REMIT_KIND_SLOT,
                                     remit_record_get_integer (copy, REMIT_SLOT_TEAM));
  renew (copy, map);
  return set_position_after (edit, copy, REMIT_SLOT_POSITION, old, siblings, error)
         && remit_edit_insert (edit, copy, error)
         && copy_parts (edit, workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, old, map,
                        error);
}

static gboolean
copy_team (RemitEdit *edit,
           RemitWorkspace *workspace,
           RemitRecord *copy,
           GError **error)
{
  g_autoptr (GHashTable) map = id_map_new ();
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  gint64 old = remit_record_get_id (copy);

  siblings = remit_design_get_parts (workspace, REMIT_KIND_TEAM,
                                     remit_record_get_integer (copy, REMIT_TEAM_PLAN));
  slots = remit_design_get_parts (workspace, REMIT_KIND_SLOT, old);
  set_copy_name (workspace, copy, REMIT_TEAM_NAME);
  renew (copy, map);
  if (!set_position_after (edit, copy, REMIT_TEAM_POSITION, old, siblings, error)
      || !remit_edit_insert (edit, copy, error)
      || !copy_parts (edit, workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM, old, map, error))
    return FALSE;

  for (guint i = 0; i < slots->len; i++)
    if (!copy_parts (edit, workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT,
                     remit_entity_get_id (g_ptr_array_index (slots, i)), map, error))
      return FALSE;
  return TRUE;
}

static gboolean
copy_person (RemitEdit *edit,
             RemitWorkspace *workspace,
             RemitRecord *copy,
             GError **error)
{
  g_autoptr (GHashTable) map = id_map_new ();
  gint64 old = remit_record_get_id (copy);

  set_copy_name (workspace, copy, REMIT_PERSON_NAME);
  remit_record_set_text (copy, REMIT_PERSON_EMAIL, "");
  remit_record_set_text (copy, REMIT_PERSON_EXTERNAL_ID, "");
  remit_record_set_text (copy, REMIT_PERSON_NOTES, "");
  renew (copy, map);
  return remit_edit_insert (edit, copy, error)
         && copy_parts (edit, workspace, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON, old,
                        map, error);
}

static gboolean
copy_role (RemitEdit *edit,
           RemitWorkspace *workspace,
           RemitRecord *copy,
           GError **error)
{
  set_copy_name (workspace, copy, REMIT_ROLE_NAME);
  remit_record_set_id (copy, 0);
  remit_record_set_text (copy, REMIT_ROLE_KEY, "");
  return remit_design_make_key (workspace, copy, error) && remit_edit_insert (edit, copy, error);
}

typedef gboolean (*Copier) (RemitEdit *edit,
                            RemitWorkspace *workspace,
                            RemitRecord *copy,
                            GError **error);

static const Copier copiers[REMIT_N_KINDS] = {
  [REMIT_KIND_ROLE] = copy_role,
  [REMIT_KIND_PERSON] = copy_person,
  [REMIT_KIND_TEAM] = copy_team,
  [REMIT_KIND_SLOT] = copy_slot,
};

gboolean
remit_design_can_duplicate (RemitKind kind)
{
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  return copiers[kind] != NULL;
}

gint64
remit_design_duplicate (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 id,
                        GError **error)
{
  g_autoptr (RemitRecord) copy = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, 0);

  if (!remit_design_can_duplicate (kind))
    {
      /* Translators: a kind of thing, such as Absence */
      remit_design_refuse (error, _ ("%s: it cannot be duplicated"),
                           _ (remit_entity_info (kind)->label));
      return 0;
    }
  copy = remit_design_load (workspace, kind, id, error);
  if (copy == NULL || !remit_workspace_open_plan (workspace, remit_design_get_plan (copy), error))
    return 0;

  label = remit_design_dup_label (workspace, REMIT_VERB_DUPLICATE, copy);
  edit = remit_workspace_begin (workspace, label, error);
  if (edit == NULL)
    return 0;
  remit_edit_set_plan (edit, remit_design_get_plan (copy));
  if (!copiers[kind](edit, workspace, copy, error) || !remit_edit_commit (edit, error))
    return 0;
  return remit_record_get_id (copy);
}
