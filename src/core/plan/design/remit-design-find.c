/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding an entity by what a person types: an id, or a name. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"
#include "model/remit-text.h"
#include "remit-design-private.h"

/* How many candidates are listed when a name is not enough. */
#define MAX_CANDIDATES 5

/* In what follows, @folded is what a person typed, folded once for all that is looked at. */

static gboolean
is_like (const char *name,
         const char *folded)
{
  g_autofree char *own = NULL;

  if (*name == '\0')
    return FALSE;
  own = remit_text_fold (name);
  return strcmp (own, folded) == 0;
}

static char *
dup_team_name (RemitWorkspace *workspace,
               const RemitRecord *slot)
{
  return remit_design_dup_name (workspace, REMIT_KIND_TEAM,
                                remit_record_get_integer (slot, REMIT_SLOT_TEAM));
}

char *
remit_design_dup_slot_path (RemitWorkspace *workspace,
                            const RemitRecord *slot)
{
  g_autofree char *team = dup_team_name (workspace, slot);
  g_autofree char *name = remit_design_dup_record_name (workspace, slot);

  return g_strconcat (team, "/", name, NULL);
}

/* The team is looked up only where what follows a slash is the slot's name. */
static gboolean
is_path (RemitWorkspace *workspace,
         const RemitRecord *slot,
         const char *name,
         const char *folded)
{
  g_autofree char *path = NULL;
  const char *slash = strchr (folded, '/');

  while (slash != NULL && !is_like (name, slash + 1))
    slash = strchr (slash + 1, '/');
  if (slash == NULL)
    return FALSE;
  path = remit_design_dup_slot_path (workspace, slot);
  return is_like (path, folded);
}

static gboolean
is_called (RemitWorkspace *workspace,
           const RemitRecord *record,
           const char *folded)
{
  g_autofree char *name = remit_design_dup_record_name (workspace, record);

  if (is_like (name, folded))
    return TRUE;
  switch ((int) remit_record_get_kind (record))
    {
    case REMIT_KIND_PERSON:
      return is_like (remit_record_get_text (record, REMIT_PERSON_EMAIL), folded)
             || is_like (remit_record_get_text (record, REMIT_PERSON_EXTERNAL_ID), folded);
    case REMIT_KIND_ROLE:
      return is_like (remit_record_get_text (record, REMIT_ROLE_KEY), folded);
    case REMIT_KIND_SLOT:
      return is_path (workspace, record, name, folded);
    default:
      return FALSE;
    }
}

gboolean
remit_design_is_called (RemitWorkspace *workspace,
                        const RemitRecord *record,
                        const char *text)
{
  g_autofree char *folded = remit_text_fold (text);

  return is_called (workspace, record, folded);
}

static gboolean
is_in_plan (RemitEntity *entity,
            gint64 plan)
{
  const RemitRecord *record = remit_entity_get_record (entity);

  return plan == 0 || remit_entity_get_kind (entity) < REMIT_KIND_TEAM
         || remit_design_get_plan (record) == plan;
}

/* Adds what has a name that is like @text. */
static void
find_by_name (RemitWorkspace *workspace,
              RemitKind kind,
              gint64 plan,
              const char *text,
              GPtrArray *found)
{
  GListModel *list = remit_workspace_get_list (workspace, kind);
  guint n = g_list_model_get_n_items (list);
  g_autofree char *folded = remit_text_fold (text);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (list, i);

      if (is_in_plan (entity, plan)
          && is_called (workspace, remit_entity_get_record (entity), folded))
        g_ptr_array_add (found, g_steal_pointer (&entity));
    }
}

/* "Ada Lovelace, Fraud (0198f2abcdef0123)": the name, what tells it from others, the id */
static char *
dup_candidate (RemitWorkspace *workspace,
               RemitEntity *entity)
{
  g_autofree char *name = remit_design_dup_record_name (workspace,
                                                        remit_entity_get_record (entity));
  g_autofree char *detail = NULL;
  char id[17];

  remit_id_format (remit_entity_get_id (entity), id);
  if (remit_entity_get_kind (entity) == REMIT_KIND_SLOT)
    detail = dup_team_name (workspace, remit_entity_get_record (entity));
  else if (remit_entity_get_kind (entity) == REMIT_KIND_PERSON)
    detail = g_strdup (remit_entity_get_text (entity, REMIT_PERSON_EMAIL));
  if (detail != NULL && *detail != '\0')
    /* Translators: a name, the team or address that goes with it, and an id */
    return g_strdup_printf (_ ("%1$s, %2$s (%3$s)"), name, detail, id);
  /* Translators: a name and an id */
  return g_strdup_printf (_ ("%1$s (%2$s)"), name, id);
}

static void
refuse_ambiguous (RemitWorkspace *workspace,
                  GPtrArray *found,
                  const char *text,
                  GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
    g_ptr_array_add (names, dup_candidate (workspace, g_ptr_array_index (found, i)));
  if (found->len > MAX_CANDIDATES)
    g_ptr_array_add (names, g_strdup_printf (ngettext ("%d more", "%d more",
                                                       found->len - MAX_CANDIDATES),
                                             (int) found->len - MAX_CANDIDATES));
  list = remit_design_join (names);
  remit_design_refuse (error,
                       /* Translators: what was looked for, how many there are, a list of them */
                       ngettext ("“%1$s” matches %2$d entry: %3$s. Use the id.",
                                 "“%1$s” matches %2$d entries: %3$s. Use the id.", found->len),
                       text, (int) found->len, list);
}

/* An id is looked up before names, so that it can always be used. */
static RemitEntity *
find_by_id (RemitWorkspace *workspace,
            RemitKind kind,
            gint64 plan,
            const char *text)
{
  gint64 id = remit_id_parse (text);
  RemitEntity *entity = id != 0 ? remit_workspace_get (workspace, kind, id) : NULL;

  return entity != NULL && is_in_plan (entity, plan) ? entity : NULL;
}

GPtrArray *
remit_design_find_all (RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 plan,
                       const char *text)
{
  GPtrArray *found;
  RemitEntity *entity;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  entity = find_by_id (workspace, kind, plan, text);
  if (entity != NULL)
    g_ptr_array_add (found, g_object_ref (entity));
  else
    find_by_name (workspace, kind, plan, text, found);
  return found;
}

RemitEntity *
remit_design_find (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 plan,
                   const char *text,
                   GError **error)
{
  g_autoptr (GPtrArray) found = remit_design_find_all (workspace, kind, plan, text);

  g_return_val_if_fail (found != NULL, NULL);

  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len > 1)
    refuse_ambiguous (workspace, found, text, error);
  else
    /* Translators: a kind of thing, such as Person, and what was looked for */
    remit_design_refuse (error, _ ("%1$s: “%2$s” not found"),
                         _ (remit_entity_info (kind)->label), text);
  return NULL;
}
