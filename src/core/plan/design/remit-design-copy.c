/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: of a team, a slot, a role, a person, and of a whole plan. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"
#include "remit-design-private.h"
#include "store/history/remit-history.h"

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

/* Says what the record is a copy of, 0 for what only looks like one. */
static void
set_origin (RemitRecord *record,
            gint64 origin)
{
  int field = remit_entity_info_find_origin (remit_record_get_info (record));

  if (field >= 0)
    remit_record_set_integer (record, (guint) field, origin);
}

/* What is duplicated is no copy, and nobody is in its slots, or awaited there. */
static void
set_apart_from_origin (RemitRecord *record)
{
  set_origin (record, 0);
  if (remit_record_get_kind (record) != REMIT_KIND_SLOT)
    return;
  remit_record_set_text (record, REMIT_SLOT_AWAITS, "");
  remit_record_set_integer (record, REMIT_SLOT_AWAITS_PERCENT, 0);
  remit_record_set_text (record, REMIT_SLOT_AWAITS_PERIODS, "");
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
      RemitRecord *record = g_ptr_array_index (records, i);

      if (is_of_conflict (record))
        continue;
      set_origin (record, remit_record_get_id (record));
      renew (record, map);
      if (!remit_edit_insert (edit, record, error))
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

/* A new scenario and its origin are level as of this entry, the next one of the history. */
static gboolean
set_level (RemitEdit *edit,
           RemitRecord *copy,
           GError **error)
{
  g_autofree char *hash = NULL;
  gint64 length;

  if (!remit_history_get_head (remit_edit_get_store (edit), &length, &hash, error))
    return FALSE;
  remit_record_set_integer (copy, REMIT_PLAN_BASE_ENTRY, length + 1);
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
  g_autofree char *old_name = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (name != NULL, 0);

  edit = remit_workspace_begin (workspace, error);
  copy = edit != NULL ? remit_design_load (workspace, REMIT_KIND_PLAN, plan, error) : NULL;
  if (copy == NULL)
    return 0;
  old_name = g_strdup (remit_record_get_text (copy, REMIT_PLAN_NAME));
  remit_record_set_text (copy, REMIT_PLAN_NAME, name);
  remit_record_set_integer (copy, REMIT_PLAN_KIND, REMIT_PLAN_KIND_SCENARIO);
  remit_record_set_integer (copy, REMIT_PLAN_STATUS, REMIT_PLAN_STATUS_DRAFT);
  remit_record_clear_field (copy, REMIT_PLAN_STATUS_BY);
  remit_record_clear_field (copy, REMIT_PLAN_STATUS_AT);
  remit_record_set_integer (copy, REMIT_PLAN_BASE, plan);
  if (!set_level (edit, copy, error) || !remit_record_check (copy, error))
    return 0;

  if (!copy_plan_rows (edit, copy, plan, error))
    return 0;
  /* Translators: two names of plans */
  remit_edit_describe (edit, remit_record_get_id (copy),
                       remit_message_new (N_ ("Copy plan %1$s as %2$s"), old_name, name, NULL));
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

/* What can be duplicated, and the kind of those parts that are copied with it. */
static const struct
{
  gboolean can;
  RemitKind part;
} copied[REMIT_N_KINDS] = {
  [REMIT_KIND_ROLE] = { TRUE, REMIT_KIND_NONE },
  [REMIT_KIND_PERSON] = { TRUE, REMIT_KIND_PERSON_SKILL },
  [REMIT_KIND_TEAM] = { TRUE, REMIT_KIND_SLOT },
  [REMIT_KIND_SLOT] = { TRUE, REMIT_KIND_SLOT_NEED },
};

/* Copies the parts of an entity with the id @old, and theirs. */
static gboolean
copy_parts (RemitEdit *edit,
            RemitWorkspace *workspace,
            RemitKind kind,
            gint64 old,
            GHashTable *map,
            GError **error)
{
  RemitKind part = copied[kind].part;
  GPtrArray *parts;

  if (part == REMIT_KIND_NONE)
    return TRUE;
  parts = remit_workspace_get_referring (
    workspace, part, (guint) remit_entity_info_find_owner (remit_entity_info (part)), old);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (RemitRecord) copy = NULL;

      copy = remit_record_copy (remit_entity_get_record (parts->pdata[i]));
      renew (copy, map);
      set_apart_from_origin (copy);
      if (!remit_edit_insert (edit, copy, error)
          || !copy_parts (edit, workspace, part, remit_entity_get_id (parts->pdata[i]), map,
                          error))
        return FALSE;
    }
  return TRUE;
}

/* Puts @copy after its original, where there is an order. */
static gboolean
set_position_after (RemitEdit *edit,
                    RemitWorkspace *workspace,
                    RemitRecord *copy,
                    gint64 original,
                    GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (copy);
  int order = remit_entity_info_find_order (info);
  g_autoptr (GPtrArray) siblings = NULL;
  gint64 position, owner;
  guint index = 0;

  if (order < 0)
    return TRUE;
  owner = remit_record_get_integer (copy, (guint) remit_entity_info_find_owner (info));
  siblings = remit_design_get_parts (workspace, info->kind, owner);
  while (index < siblings->len && remit_entity_get_id (siblings->pdata[index]) != original)
    index++;
  position = remit_design_make_room (edit, siblings, (guint) order, MIN (index + 1, siblings->len),
                                     error);
  remit_record_set_integer (copy, (guint) order, position);
  return position >= 0;
}

/* Gives a copy what no two may share, or takes it away. */
static gboolean
set_apart (RemitWorkspace *workspace,
           RemitRecord *copy,
           GError **error)
{
  switch ((int) remit_record_get_kind (copy))
    {
    case REMIT_KIND_TEAM:
      set_copy_name (workspace, copy, REMIT_TEAM_NAME);
      return TRUE;
    case REMIT_KIND_PERSON:
      set_copy_name (workspace, copy, REMIT_PERSON_NAME);
      remit_record_set_text (copy, REMIT_PERSON_EMAIL, "");
      remit_record_set_text (copy, REMIT_PERSON_EXTERNAL_ID, "");
      remit_record_set_text (copy, REMIT_PERSON_NOTES, "");
      return TRUE;
    case REMIT_KIND_ROLE:
      set_copy_name (workspace, copy, REMIT_ROLE_NAME);
      return remit_design_make_key (workspace, copy, error);
    default:
      return TRUE;
    }
}

static gboolean
write_copy (RemitEdit *edit,
            RemitWorkspace *workspace,
            RemitRecord *copy,
            GError **error)
{
  g_autoptr (GHashTable) map = id_map_new ();
  gint64 old = remit_record_get_id (copy);

  renew (copy, map);
  set_apart_from_origin (copy);
  return set_apart (workspace, copy, error)
         && set_position_after (edit, workspace, copy, old, error)
         && remit_edit_insert (edit, copy, error)
         && copy_parts (edit, workspace, remit_record_get_kind (copy), old, map, error);
}

gboolean
remit_design_can_duplicate (RemitKind kind)
{
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  return copied[kind].can;
}

gint64
remit_design_duplicate (RemitWorkspace *workspace,
                        RemitKind kind,
                        gint64 id,
                        GError **error)
{
  g_autoptr (RemitRecord) copy = NULL;
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, 0);

  if (!remit_design_can_duplicate (kind))
    {
      /* Translators: a kind of thing, such as Absence */
      remit_design_refuse (error, _ ("%s cannot be duplicated"),
                           _ (remit_entity_info (kind)->label));
      return 0;
    }
  edit = remit_workspace_begin (workspace, error);
  copy = edit != NULL ? remit_design_load (workspace, kind, id, error) : NULL;
  if (copy == NULL || !remit_workspace_open_plan (workspace, remit_design_get_plan (copy), error))
    return 0;

  remit_edit_describe (edit, remit_design_get_plan (copy),
                       remit_design_describe_verb (workspace, REMIT_VERB_DUPLICATE, copy));
  if (!write_copy (edit, workspace, copy, error) || !remit_edit_commit (edit, error))
    return 0;
  return remit_record_get_id (copy);
}
