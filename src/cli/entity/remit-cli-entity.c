/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities on the command line: which one is meant, and how its values are shown. */
#include "remit-cli-entity.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-id.h"
#include "plan/design/remit-design.h"
#include "store/remit-listing.h"

char *remit_cli_plan_name;

const GOptionEntry remit_cli_plan_options[] = { REMIT_CLI_PLAN_OPTION, { NULL } };

gint64
remit_cli_entity_get_plan (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int field = remit_entity_info_find_plan (info);

  if (info->kind == REMIT_KIND_PLAN)
    return remit_record_get_id (record);
  return field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;
}

char *
remit_cli_entity_dup_value (RemitWorkspace *workspace,
                            const RemitRecord *record,
                            guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (info->kind == REMIT_FIELD_REFERENCE)
    return remit_design_dup_name (workspace, info->target,
                                  remit_record_get_integer (record, field));
  return remit_record_display (record, field);
}

/* Loads what is in a plan, or in all of them. */
static gboolean
open_plans (RemitWorkspace *workspace,
            RemitKind kind,
            gint64 plan,
            GError **error)
{
  GListModel *plans = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);

  if (remit_entity_info_find_plan (remit_entity_info (kind)) < 0)
    return TRUE;
  if (plan != 0)
    return remit_workspace_open_plan (workspace, plan, error);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (plans, i);

      if (!remit_workspace_open_plan (workspace, remit_entity_get_id (entity), error))
        return FALSE;
    }
  return TRUE;
}

/* Loads the plan that an entity is in. */
static gboolean
open_entity (RemitWorkspace *workspace,
             RemitKind kind,
             gint64 id,
             GError **error)
{
  g_autoptr (RemitRecord) record = remit_store_load (remit_workspace_get_store (workspace), kind,
                                                     id, error);
  gint64 plan = record != NULL ? remit_cli_entity_get_plan (record) : 0;

  return record != NULL && (plan == 0 || remit_workspace_open_plan (workspace, plan, error));
}

/* An id is looked up before names, whether the plan is loaded or not. */
static gint64
find_by_id (RemitWorkspace *workspace,
            RemitKind kind,
            gint64 plan,
            const char *text)
{
  gint64 id = remit_id_parse (text);
  g_autoptr (RemitRecord) record = NULL;

  if (id != 0)
    record = remit_store_load (remit_workspace_get_store (workspace), kind, id, NULL);
  if (record == NULL)
    return 0;
  if (plan == 0)
    return id;
  return remit_cli_entity_get_plan (record) == plan ? id : 0;
}

/* ── What the workspace does not hold in memory ───────────────────────────────────────────── */

typedef struct {
  RemitWorkspace *workspace;
  const char *folded;
  GArray *ids;
} Search;

static gboolean
add_if_called (const RemitRecord *record,
               gpointer data,
               GError **error)
{
  Search *self = data;
  gint64 id = remit_record_get_id (record);
  g_autofree char *name = remit_design_dup_name (self->workspace, remit_record_get_kind (record),
                                                 id);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_str_equal (folded, self->folded))
    g_array_append_val (self->ids, id);
  return TRUE;
}

/* Names are taken from the file, one by one. */
static gboolean
search (RemitWorkspace *workspace,
        RemitKind kind,
        gint64 plan,
        const char *text,
        GArray *ids,
        GError **error)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  Search self = { workspace, folded, ids };
  int field = remit_entity_info_find_plan (remit_entity_info (kind));

  return remit_listing_read (remit_workspace_get_store (workspace), kind, plan != 0 ? field : -1,
                             plan, add_if_called, &self, error);
}

/* ── Finding ──────────────────────────────────────────────────────────────────────────────── */

GArray *
remit_cli_entity_find_all (RemitWorkspace *workspace,
                           RemitKind kind,
                           gint64 plan,
                           const char *text,
                           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) found = NULL;
  gint64 id;

  if (remit_entity_info_find_plan (remit_entity_info (kind)) < 0)
    plan = 0;
  id = find_by_id (workspace, kind, plan, text);
  if (id != 0 && !open_entity (workspace, kind, id, error))
    return NULL;
  if (id != 0)
    g_array_append_val (ids, id);
  else if (remit_entity_info (kind)->on_demand)
    {
      if (!search (workspace, kind, plan, text, ids, error))
        return NULL;
    }
  else if (open_plans (workspace, kind, plan, error))
    {
      found = remit_design_find_all (workspace, kind, plan, text);
      for (guint i = 0; i < found->len; i++)
        {
          id = remit_entity_get_id (found->pdata[i]);
          g_array_append_val (ids, id);
        }
    }
  else
    return NULL;

  if (ids->len > 0)
    return g_steal_pointer (&ids);
  remit_cli_refuse (error,
                    /* Translators: a kind of thing, such as Person, and what was looked for */
                    _ ("%1$s: there is none called “%2$s”"), _ (remit_entity_info (kind)->label),
                    text);
  return NULL;
}

static void
append_name (GString *line,
             RemitWorkspace *workspace,
             const RemitRecord *record,
             int field)
{
  g_autofree char *name = NULL;

  if (field < 0)
    return;
  name = remit_cli_entity_dup_value (workspace, record, (guint) field);
  g_string_append_printf (line, "  %s", name);
}

/* A line for each: its id, its name, what it is part of, and its plan. */
static char *
dup_candidates (RemitWorkspace *workspace,
                RemitKind kind,
                GArray *ids)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  int owner = remit_entity_info_find_owner (info);
  int plan = remit_entity_info_find_plan (info);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (RemitRecord) record = remit_store_load (remit_workspace_get_store (workspace),
                                                         kind, id, NULL);
      g_autofree char *name = remit_design_dup_name (workspace, kind, id);
      char text[17];

      remit_id_format (id, text);
      g_string_append_printf (lines, "\n  %s  %s", text, name);
      if (record == NULL)
        continue;
      if (kind == REMIT_KIND_PERSON) /* namesakes */
        append_name (lines, workspace, record, REMIT_PERSON_EMAIL);
      append_name (lines, workspace, record, owner);
      append_name (lines, workspace, record, plan != owner ? plan : -1);
    }
  return g_string_free (lines, FALSE);
}

gint64
remit_cli_entity_find (RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 plan,
                       const char *text,
                       GError **error)
{
  g_autoptr (GArray) ids = remit_cli_entity_find_all (workspace, kind, plan, text, error);
  g_autofree char *list = NULL;
  gint64 id;

  if (ids == NULL)
    return 0;
  id = g_array_index (ids, gint64, 0);
  if (ids->len == 1)
    return open_entity (workspace, kind, id, error) ? id : 0;

  list = dup_candidates (workspace, kind, ids);
  if (plan == 0 && remit_entity_info_find_plan (remit_entity_info (kind)) >= 0)
    remit_cli_refuse (error,
                      /* Translators: a kind such as Slot, a name, and a list of lines */
                      _ ("%1$s: several are called “%2$s”. Name one by its id, or its plan with "
                         "--plan:%3$s"), _ (remit_entity_info (kind)->label), text, list);
  else
    remit_cli_refuse (error,
                      /* Translators: a kind such as Person, a name, and a list of lines */
                      _ ("%1$s: several are called “%2$s”. Name one by its id:%3$s"),
                      _ (remit_entity_info (kind)->label), text, list);
  return 0;
}

static gboolean
add_id (const RemitRecord *record,
        gpointer data,
        GError **error)
{
  GArray *ids = data;
  gint64 id = remit_record_get_id (record);

  g_array_append_val (ids, id);
  return ids->len < 2;
}

gint64
remit_cli_entity_find_only (RemitWorkspace *workspace,
                            RemitKind kind,
                            GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (!remit_listing_read (remit_workspace_get_store (workspace), kind, -1, 0, add_id, ids, error))
    return 0;
  if (ids->len == 1)
    {
      id = g_array_index (ids, gint64, 0);
      return open_entity (workspace, kind, id, error) ? id : 0;
    }
  remit_cli_misuse (error,
                    /* Translators: a kind of thing, such as Person */
                    _ ("%s: name one, by its id or its name"), _ (remit_entity_info (kind)->label));
  return 0;
}

gboolean
remit_cli_entity_find_plan (RemitCli *cli,
                            gint64 *plan,
                            GError **error)
{
  *plan = remit_cli_plan_name != NULL
            ? remit_cli_find_plan (cli->store, remit_cli_plan_name, error)
            : 0;
  return *plan != 0 || remit_cli_plan_name == NULL;
}

gint64
remit_cli_entity_find_argument (RemitCli *cli,
                                RemitKind kind,
                                const char *text,
                                GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);
  gint64 plan;

  if (workspace == NULL || !remit_cli_entity_find_plan (cli, &plan, error))
    return 0;
  return text != NULL ? remit_cli_entity_find (workspace, kind, plan, text, error)
                      : remit_cli_entity_find_only (workspace, kind, error);
}
