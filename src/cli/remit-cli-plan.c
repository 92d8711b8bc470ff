/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for plans. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/plan/remit-plan-reader.h"
#include "model/remit-id.h"
#include "plan/design/remit-design.h"
#include "remit-cli-plan.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* How much there is in a plan. */
typedef struct {
  guint teams;
  guint slots;
  guint filled;
  guint assignments;
} Contents;

static gboolean
count_contents (RemitWorkspace *workspace,
                gint64 plan,
                Contents *contents,
                GError **error)
{
  GPtrArray *slots;

  if (!remit_workspace_open_plan (workspace, plan, error))
    return FALSE;

  slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_PLAN, plan);
  contents->teams = remit_workspace_get_referring (workspace, REMIT_KIND_TEAM, REMIT_TEAM_PLAN,
                                                   plan)->len;
  contents->slots = slots->len;
  contents->assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                         REMIT_ASSIGNMENT_PLAN, plan)->len;
  contents->filled = 0;
  for (guint i = 0; i < slots->len; i++)
    contents->filled += remit_workspace_get_referring (
                            workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                            remit_entity_get_id (g_ptr_array_index (slots, i)))->len > 0;
  return TRUE;
}

static JsonObject *
new_object (const RemitRecord *plan,
            const Contents *contents)
{
  JsonObject *object = remit_cli_json_new_record (plan);

  json_object_set_int_member (object, "teams", contents->teams);
  json_object_set_int_member (object, "slots", contents->slots);
  json_object_set_int_member (object, "filled", contents->filled);
  json_object_set_int_member (object, "assignments", contents->assignments);
  return object;
}

gboolean
remit_cli_show_plan (RemitCli *cli,
                     gint64 id,
                     const char *words,
                     GError **error)
{
  g_autoptr (RemitRecord) plan = remit_store_load (cli->store, REMIT_KIND_PLAN, id, error);
  JsonObject *object;
  Contents contents;
  char text[17];

  if (plan == NULL || !count_contents (cli->workspace, id, &contents, error))
    return FALSE;
  if (cli->json)
    {
      object = json_object_new ();
      json_object_set_object_member (object, "plan", new_object (plan, &contents));
      remit_cli_json_print (object);
      return TRUE;
    }

  remit_id_format (id, text);
  g_print (words, remit_record_get_text (plan, REMIT_PLAN_NAME), text);
  g_print ("\n");
  g_print (ngettext ("%u slot", "%u slots", contents.slots), contents.slots);
  /* Translators: comes after "5 slots" */
  g_print (ngettext (" in %u team\n", " in %u teams\n", contents.teams), contents.teams);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (remit_entity_get_text (*(RemitEntity **) a, REMIT_PLAN_NAME),
                         remit_entity_get_text (*(RemitEntity **) b, REMIT_PLAN_NAME));
}

/* Returns: (transfer container) (element-type RemitEntity): all plans, by name */
static GPtrArray *
sort_plans (RemitWorkspace *workspace)
{
  GListModel *all = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  GPtrArray *plans = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (plans, g_list_model_get_item (all, i));
  g_ptr_array_sort (plans, compare_names);
  return plans;
}

static void
add_row (RemitCliTable *table,
         const RemitRecord *plan,
         const Contents *contents)
{
  g_autofree char *kind = remit_record_display (plan, REMIT_PLAN_KIND);
  g_autofree char *status = remit_record_display (plan, REMIT_PLAN_STATUS);
  g_autofree char *filled = g_strdup_printf ("%u/%u", contents->filled, contents->slots);
  char id[17];

  remit_id_format (remit_record_get_id (plan), id);
  remit_cli_table_add (table, id);
  remit_cli_table_add (table, remit_record_get_text (plan, REMIT_PLAN_NAME));
  remit_cli_table_add (table, kind);
  remit_cli_table_add (table, status);
  remit_cli_table_add_number (table, contents->teams);
  remit_cli_table_add (table, filled);
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);
  g_autoptr (GPtrArray) plans = NULL;
  /* Translators: heads of columns; a tab at the end sets a column to the right, keep it */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Id"), _ ("Name"), _ ("Kind"),
                                                         _ ("Status"), _ ("Teams\t"),
                                                         _ ("Filled\t"), NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array = remit_cli_json_add_array (object, "plans");
  Contents contents;

  if (workspace == NULL)
    return FALSE;
  plans = sort_plans (workspace);
  for (guint i = 0; i < plans->len; i++)
    {
      const RemitRecord *plan = remit_entity_get_record (plans->pdata[i]);

      if (!count_contents (workspace, remit_record_get_id (plan), &contents, error))
        return FALSE;
      json_array_add_object_element (array, new_object (plan, &contents));
      add_row (table, plan, &contents);
    }

  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&object));
  else if (plans->len == 0)
    g_print ("%s\n", _ ("No plans yet. “remit-cli plan new NAME” creates one."));
  else
    remit_cli_table_print (table);
  return TRUE;
}

static char *template_id;

static const GOptionEntry new_options[] = {
  { "template", 't', 0, G_OPTION_ARG_STRING, &template_id,
    N_ ("Start from a template; “remit-cli template list” lists the templates"), N_ ("TEMPLATE") },
  { NULL }
};

/* Returns: the id of a new plan made from the template, or 0 */
static gint64
create_from_template (RemitCli *cli,
                      const char *name,
                      GError **error)
{
  g_autofree char *path = remit_cli_dup_template_path (template_id, error);
  g_autoptr (RemitImportResult) result = NULL;

  if (path == NULL || remit_cli_get_workspace (cli, error) == NULL)
    return 0;
  result = remit_plan_read_template (cli->store, path, name, NULL, error);
  return result != NULL ? result->plan : 0;
}

static gint64
create_empty (RemitCli *cli,
              const char *name,
              GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (record, REMIT_PLAN_NAME, name);
  return workspace != NULL ? remit_design_create (workspace, record, error) : 0;
}

static gboolean
run_new (RemitCli *cli,
         char **arguments,
         GError **error)
{
  gint64 plan = template_id != NULL ? create_from_template (cli, arguments[0], error)
                                    : create_empty (cli, arguments[0], error);

  /* Translators: a plan's name and its id */
  return plan != 0 && remit_cli_show_plan (cli, plan, _ ("Created the plan “%s” (%s)"), error);
}

static gboolean
run_copy (RemitCli *cli,
          char **arguments,
          GError **error)
{
  gint64 plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[0], error);
  gint64 copy = plan != 0 ? remit_design_copy_plan (cli->workspace, plan, arguments[1], error) : 0;

  /* Translators: a plan's name and its id */
  return copy != 0 && remit_cli_show_plan (cli, copy, _ ("Created the scenario “%s” (%s)"), error);
}

static gboolean
run_delete (RemitCli *cli,
            char **arguments,
            GError **error)
{
  gint64 plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[0], error);

  return plan != 0 && remit_cli_delete (cli, REMIT_KIND_PLAN, plan, error);
}

static gboolean
run_status (RemitCli *cli,
            char **arguments,
            GError **error)
{
  gint64 plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[0], error);
  g_autofree char *value = NULL;

  if (plan == 0)
    return FALSE;
  value = remit_cli_value_dup (cli, plan, &remit_plan_info, REMIT_PLAN_STATUS, arguments[1], error);
  return value != NULL
         && remit_design_change (cli->workspace, REMIT_KIND_PLAN, plan, REMIT_PLAN_STATUS, value,
                                 error)
         /* Translators: a plan's name and its id */
         && remit_cli_show_plan (cli, plan, _ ("Changed the status of “%s” (%s)"), error);
}

const RemitCliVerb remit_cli_plan_verbs[] = {
  { "plan list", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List the plans"),
    N_ ("JSON: plans, an array of objects with id, name, purpose, kind, base, status,\n"
        "status_by, status_at, base_entry, teams, slots, filled (slots with an assignment), "
        "assignments."),
    NULL, run_list },
  { "plan new", N_ ("NAME"), 1, REMIT_CLI_CREATES, N_ ("Create a plan"),
    N_ ("JSON: plan, an object as in “plan list”."), new_options, run_new },
  { "plan copy", N_ ("PLAN NAME"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Copy a plan with its assignments, as a scenario"),
    N_ ("JSON: plan, an object as in “plan list”."), NULL, run_copy },
  { "plan status", N_ ("PLAN STATUS"), 2, REMIT_CLI_NO_FLAGS, N_ ("Set the status of a plan"),
    N_ ("The status is draft, in-review, approved, rejected, published or archived. Who "
        "set it, and\n"
        "when, is kept. Only published plans count towards the load of people in other plans. An\n"
        "approval by somebody without the right to approve is a finding of “check”.\n"
        "\n"
        "JSON: plan, an object as in “plan list”."),
    NULL, run_status },
  { "plan delete", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Delete a plan with all of its teams"),
    N_ ("You can undo this.\n\nJSON: deleted, an object with id, name, purpose, kind, base, "
        "status."),
    NULL, run_delete },
  { NULL }
};
