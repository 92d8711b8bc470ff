/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities on the command line: which one is meant. */
#include "remit-cli-entity.h"

#include <glib/gi18n.h>

#include "model/remit-id.h"
#include "store/remit-listing.h"

char *remit_cli_plan_name;

const GOptionEntry remit_cli_plan_options[] = { REMIT_CLI_PLAN_OPTION, { NULL } };

/* ── Looking ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitWorkspace *workspace;
  const char *text;
  GPtrArray *found;
} Search;

static gboolean
add_if_called (const RemitRecord *record,
               gpointer data,
               GError **error)
{
  Search *self = data;

  if (remit_design_is_called (self->workspace, record, self->text))
    g_ptr_array_add (self->found, remit_record_copy (record));
  return TRUE;
}

/* An id is looked up before names, which are taken from the file, one by one. */
GPtrArray *
remit_cli_entity_find_all (RemitCli *cli,
                           RemitKind kind,
                           gint64 plan,
                           const char *text,
                           GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  Search search = { cli->workspace, text, found };
  int field = plan != 0 ? remit_entity_info_find_plan (remit_entity_info (kind)) : -1;
  gint64 id = remit_id_parse (text);
  g_autoptr (RemitRecord) record = id != 0 ? remit_store_load (cli->store, kind, id, NULL) : NULL;

  if (record != NULL && (field < 0 || remit_design_get_plan (record) == plan))
    g_ptr_array_add (found, g_steal_pointer (&record));
  else if (!remit_listing_read (cli->store, kind, field, plan, add_if_called, &search, error))
    return NULL;
  if (found->len > 0)
    return g_steal_pointer (&found);
  if (kind == REMIT_KIND_PLAN)
    remit_design_refuse (error,
                         _ ("Unknown plan “%s”. “remit-cli plan list” lists the plans."), text);
  else
    remit_design_refuse (error,
                         /* Translators: a kind of thing, such as Person, and what was looked for */
                         _ ("%1$s: “%2$s” not found"),
                         _ (remit_entity_info (kind)->label), text);
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
  name = remit_design_dup_value (workspace, record, (guint) field);
  g_string_append_printf (line, "  %s", name);
}

/* A line for each: its id, its name, what it is part of, and its plan. */
static char *
dup_candidates (RemitWorkspace *workspace,
                const RemitEntityInfo *info,
                GPtrArray *found)
{
  int owner = remit_entity_info_find_owner (info);
  int plan = remit_entity_info_find_plan (info);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RemitRecord *record = found->pdata[i];
      g_autofree char *name = remit_design_dup_record_name (workspace, record);
      char id[17];

      remit_id_format (remit_record_get_id (record), id);
      g_string_append_printf (lines, "\n  %s  %s", id, name);
      if (info->kind == REMIT_KIND_PERSON) /* namesakes */
        append_name (lines, workspace, record, REMIT_PERSON_EMAIL);
      append_name (lines, workspace, record, owner);
      append_name (lines, workspace, record, plan != owner ? plan : -1);
    }
  return g_string_free (lines, FALSE);
}

static gint64
refuse_ambiguous (RemitWorkspace *workspace,
                  GPtrArray *found,
                  gboolean in_plan,
                  const char *text,
                  GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (found->pdata[0]);
  g_autofree char *list = dup_candidates (workspace, info, found);

  if (!in_plan && remit_entity_info_find_plan (info) >= 0)
    remit_design_refuse (error,
                         /* Translators: a kind such as Slot, a name, and a list of lines */
                         _ ("%1$s: “%2$s” is ambiguous. Give an id, or the plan with --plan:%3$s"),
                         _ (info->label), text, list);
  else
    remit_design_refuse (error,
                         /* Translators: a kind such as Person, a name, and a list of lines */
                         _ ("%1$s: “%2$s” is ambiguous. Give an id:%3$s"),
                         _ (info->label), text, list);
  return 0;
}

/* Loads the plan that an entity is in; not a plan itself, which is small beside what is in it.
 * Returns: the entity's id, or 0 */
static gint64
open_plan (RemitWorkspace *workspace,
           const RemitRecord *record,
           GError **error)
{
  gint64 plan = remit_record_get_kind (record) != REMIT_KIND_PLAN ? remit_design_get_plan (record)
                                                                  : 0;

  if (workspace != NULL && plan != 0 && !remit_workspace_open_plan (workspace, plan, error))
    return 0;
  return remit_record_get_id (record);
}

/* ── Finding ──────────────────────────────────────────────────────────────────────────────── */

gint64
remit_cli_entity_find (RemitCli *cli,
                       RemitKind kind,
                       gint64 plan,
                       const char *text,
                       GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (remit_cli_get_store (cli, error) == NULL)
    return 0;
  found = remit_cli_entity_find_all (cli, kind, plan, text, error);
  if (found == NULL)
    return 0;
  return found->len == 1 ? open_plan (cli->workspace, found->pdata[0], error)
                         : refuse_ambiguous (cli->workspace, found, plan != 0, text, error);
}

static gboolean
add_one_of_two (const RemitRecord *record,
                gpointer data,
                GError **error)
{
  GPtrArray *found = data;

  g_ptr_array_add (found, remit_record_copy (record));
  return found->len < 2;
}

gint64
remit_cli_entity_find_only (RemitCli *cli,
                            RemitKind kind,
                            GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  if (!remit_listing_read (cli->store, kind, -1, 0, add_one_of_two, found, error))
    return 0;
  if (found->len == 1)
    return open_plan (cli->workspace, found->pdata[0], error);
  remit_cli_misuse (error,
                    /* Translators: a kind of thing, such as Person */
                    _ ("%s: give an id or a name"), _ (remit_entity_info (kind)->label));
  return 0;
}

gboolean
remit_cli_entity_find_plan (RemitCli *cli,
                            gint64 *plan,
                            GError **error)
{
  *plan = remit_cli_plan_name != NULL
            ? remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, remit_cli_plan_name, error)
            : 0;
  return *plan != 0 || remit_cli_plan_name == NULL;
}

gint64
remit_cli_entity_find_argument (RemitCli *cli,
                                RemitKind kind,
                                const char *text,
                                GError **error)
{
  gint64 plan;

  if (remit_cli_get_workspace (cli, error) == NULL
      || !remit_cli_entity_find_plan (cli, &plan, error))
    return 0;
  return text != NULL ? remit_cli_entity_find (cli, kind, plan, text, error)
                      : remit_cli_entity_find_only (cli, kind, error);
}
