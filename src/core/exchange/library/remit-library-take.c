/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding items of the library to a plan, or to the roles and skills of the workspace. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plan/design/remit-design.h"
#include "remit-library-private.h"

/* How far apart positions of new decisions and ladders are. */
#define POSITION_STEP 1024

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

RemitEntity *
remit_taking_find (RemitWorkspace *workspace,
                   RemitKind kind,
                   const char *key)
{
  GListModel *entities = remit_workspace_get_list (workspace, kind);
  guint field = kind == REMIT_KIND_ROLE ? (guint) REMIT_ROLE_KEY : (guint) REMIT_SKILL_NAME;

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (entities, i);

      if (g_ascii_strcasecmp (remit_entity_get_text (entity, field), key) == 0)
        return entity; /* the list keeps it */
    }
  return NULL;
}

/* What the library says, and an entity does not. */
static gboolean
lacks (RemitEntity *entity,
       const RemitRecord *record,
       guint field)
{
  return !remit_record_is_initial (record, field)
         && remit_record_is_initial (remit_entity_get_record (entity), field);
}

static RemitLibraryState
get_state_of_shared (RemitWorkspace *workspace,
                     const RemitLibraryItem *item)
{
  RemitEntity *there = remit_taking_find (workspace, item->kind, item->key);
  guint n_fields = remit_record_get_info (item->record)->n_fields;

  if (there == NULL)
    return REMIT_LIBRARY_MISSING;
  for (guint i = 0; i < n_fields; i++)
    if (lacks (there, item->record, i))
      return REMIT_LIBRARY_INCOMPLETE;
  return REMIT_LIBRARY_THERE;
}

static gboolean
is_same (RemitEntity *entity,
         const RemitLibraryItem *item)
{
  if (item->kind == REMIT_KIND_DECISION)
    return strcmp (remit_entity_get_text (entity, REMIT_DECISION_KEY), item->key) == 0;
  return strcmp (remit_entity_get_text (entity, REMIT_LADDER_NAME), item->title) == 0;
}

/* @team: -1 for any */
static gboolean
has (RemitWorkspace *workspace,
     gint64 plan,
     gint64 team,
     const RemitLibraryItem *item)
{
  gboolean decides = item->kind == REMIT_KIND_DECISION;
  guint of_plan = decides ? (guint) REMIT_DECISION_PLAN : (guint) REMIT_LADDER_PLAN;
  guint of_team = decides ? (guint) REMIT_DECISION_TEAM : (guint) REMIT_LADDER_TEAM;
  GPtrArray *entities = remit_workspace_get_referring (workspace, item->kind, of_plan, plan);

  for (guint i = 0; i < entities->len; i++)
    if ((team < 0 || remit_entity_get_integer (entities->pdata[i], of_team) == team)
        && is_same (entities->pdata[i], item))
      return TRUE;
  return FALSE;
}

static gboolean
is_shared (RemitKind kind)
{
  return kind == REMIT_KIND_ROLE || kind == REMIT_KIND_SKILL;
}

RemitLibraryState
remit_library_get_state (RemitWorkspace *workspace,
                         gint64 plan,
                         gint64 team,
                         const RemitLibraryItem *item)
{
  if (is_shared (item->kind))
    return get_state_of_shared (workspace, item);
  return has (workspace, plan, team, item) ? REMIT_LIBRARY_THERE : REMIT_LIBRARY_MISSING;
}

gboolean
remit_library_is_in_plan (RemitWorkspace *workspace,
                          gint64 plan,
                          const RemitLibraryItem *item)
{
  return has (workspace, plan, -1, item);
}

/* ── Taking ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
complete (RemitTaking *self,
          RemitEntity *there,
          const RemitRecord *record,
          GError **error)
{
  g_autoptr (RemitRecord) values = remit_record_copy (record);

  remit_record_set_id (values, remit_entity_get_id (there));
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (lacks (there, record, i) && !remit_edit_update_field (self->edit, values, i, error))
      return FALSE;
  return TRUE;
}

/* What comes from the same file has the same id in all workspaces, as with templates. */
gboolean
remit_taking_add_shared (RemitTaking *self,
                         const RemitLibraryItem *item,
                         GError **error)
{
  RemitEntity *there = remit_taking_find (self->workspace, item->kind, item->key);
  g_autoptr (RemitRecord) record = NULL;

  if (there != NULL)
    return complete (self, there, item->record, error);
  record = remit_record_copy (item->record);
  if (remit_workspace_get (self->workspace, item->kind, remit_record_get_id (record)) != NULL)
    remit_record_set_id (record, 0);
  return remit_edit_insert (self->edit, record, error);
}

gint64
remit_taking_get_position (RemitTaking *self)
{
  self->position = MIN (self->position + POSITION_STEP, G_MAXINT32);
  return self->position;
}

static gint64
find_last_position (RemitTaking *self,
                    RemitKind kind)
{
  g_autoptr (GPtrArray) parts = remit_design_get_parts (self->workspace, kind, self->plan);
  guint field = kind == REMIT_KIND_DECISION ? (guint) REMIT_DECISION_POSITION
                                            : (guint) REMIT_LADDER_POSITION;

  return parts->len > 0 ? remit_entity_get_integer (parts->pdata[parts->len - 1], field) : 0;
}

static gboolean
add (RemitTaking *self,
     const RemitLibraryItem *item,
     GError **error)
{
  if (is_shared (item->kind))
    return remit_taking_add_shared (self, item, error);
  return item->kind == REMIT_KIND_DECISION ? remit_taking_add_decision (self, item, error)
                                           : remit_taking_add_ladder (self, item, error);
}

static const struct {
  RemitKind kind;
  const char *one;
  RemitPlural several;
} labels[] = {
  /* Translators: a step of the history; a decision */
  { REMIT_KIND_DECISION, N_ ("Add decision %s"),
    REMIT_PLURAL ("Add %u decision", "Add %u decisions") },
  /* Translators: a step of the history; a role */
  { REMIT_KIND_ROLE, N_ ("Add role %s from the library"),
    REMIT_PLURAL ("Add %u role from the library", "Add %u roles from the library") },
  /* Translators: a step of the history; a skill */
  { REMIT_KIND_SKILL, N_ ("Add skill %s from the library"),
    REMIT_PLURAL ("Add %u skill from the library", "Add %u skills from the library") },
  /* Translators: a step of the history; an escalation ladder */
  { REMIT_KIND_LADDER, N_ ("Add escalation ladder %s"),
    REMIT_PLURAL ("Add %u escalation ladder", "Add %u escalation ladders") },
};

static RemitMessage *
describe (const RemitLibraryItem *first,
          gsize n_items)
{
  guint i = 0;

  while (labels[i].kind != first->kind)
    i++;
  return n_items == 1 ? remit_message_new (labels[i].one, first->title, NULL)
                      : remit_message_new_plural (labels[i].several, (gint64) n_items);
}

gboolean
remit_library_take (RemitWorkspace *workspace,
                    gint64 plan,
                    gint64 team,
                    const RemitLibraryItem *const *items,
                    gsize n_items,
                    GError **error)
{
  RemitTaking self = { .workspace = workspace, .plan = plan, .team = team };
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (items != NULL && n_items > 0, FALSE);
  g_return_val_if_fail (plan != 0 || is_shared (items[0]->kind), FALSE);

  self.roles = roles;
  self.edit = edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return FALSE;
  if (team != 0 && remit_workspace_get (workspace, REMIT_KIND_TEAM, team) == NULL)
    return remit_design_refuse (error, "%s", _ ("The team no longer exists"));
  if (!is_shared (items[0]->kind))
    self.position = find_last_position (&self, items[0]->kind);
  remit_edit_describe (edit, is_shared (items[0]->kind) ? 0 : plan, describe (items[0], n_items));
  for (gsize i = 0; i < n_items; i++)
    if (!add (&self, items[i], error))
      return FALSE;
  return remit_edit_commit (edit, error);
}
