/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for templates. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/library/remit-template-details.h"
#include "exchange/plan/remit-plan-reader.h"
#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "remit-cli-plan.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

static const RemitTemplate *
find_template (GPtrArray *templates,
               const char *id,
               GError **error)
{
  const RemitTemplate *template = remit_templates_find (templates, id);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (template != NULL)
    return template;
  for (guint i = 0; i < templates->len; i++)
    g_string_append_printf (ids, "\n  %s", ((const RemitTemplate *) templates->pdata[i])->id);
  remit_design_refuse (error,
                       /* Translators: an id, and a list of lines */
                       _ ("Unknown template “%s”. Available templates:%s"), id, ids->str);
  return NULL;
}

char *
remit_cli_dup_template_path (const char *id,
                             GError **error)
{
  g_autoptr (GPtrArray) templates = remit_templates_list ();
  const RemitTemplate *template = find_template (templates, id, error);

  return template != NULL ? g_strdup (template->path) : NULL;
}

/* ── What both say ────────────────────────────────────────────────────────────────────────── */

static void
set_lines (JsonObject *object,
           const char *name,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  remit_cli_json_set_texts (object, name,
                            *text != '\0' ? (const char *const *) lines
                                          : (const char *const[]){ NULL });
}

static void
set_head (JsonObject *object,
          const RemitTemplate *template)
{
  g_autofree char *path = g_filename_display_name (template->path);

  json_object_set_string_member (object, "id", template->id);
  json_object_set_string_member (object, "name", template->name);
  json_object_set_string_member (object, "purpose", template->purpose);
  json_object_set_string_member (object, "category", template->category);
  set_lines (object, "suited_for", template->suited_for);
  set_lines (object, "not_for", template->not_for);
  json_object_set_string_member (object, "path", path);
}

static void
set_size (JsonObject *object,
          const char *name,
          RemitTemplateSize size)
{
  JsonObject *member = json_object_new ();

  json_object_set_int_member (member, "people", size.n_people);
  json_object_set_double_member (member, "fte", size.fte / 100.0);
  json_object_set_object_member (object, name, member);
}

static void
set_sizes (JsonObject *object,
           const RemitTemplateDetails *details)
{
  set_size (object, "required", details->required);
  set_size (object, "all", details->all);
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

/* A template that cannot be read is listed, and says so when it is used. */
static void
list_template (RemitCli *cli,
               const RemitTemplate *template,
               JsonObject *object)
{
  g_autoptr (RemitTemplateDetails) details = remit_template_details_read (template->path, NULL,
                                                                          NULL);
  g_autofree char *size = details != NULL ? remit_template_details_dup_size (details) : NULL;

  set_head (object, template);
  if (details != NULL)
    set_sizes (object, details);
  if (!cli->json)
    g_print ("%s: %s%s%s\n    %s\n", template->id, template->name, size != NULL ? " · " : "",
             size != NULL ? size : "", template->purpose);
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  g_autoptr (GPtrArray) templates = remit_templates_list ();
  g_autoptr (JsonObject) all = json_object_new ();
  JsonArray *array = remit_cli_json_add_array (all, "templates");

  for (guint i = 0; i < templates->len; i++)
    {
      if (!cli->json && i > 0)
        g_print ("\n");
      list_template (cli, templates->pdata[i], remit_cli_json_append (array));
    }
  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&all));
  else if (templates->len == 0)
    g_print ("%s\n", _ ("No templates."));
  return TRUE;
}

/* ── One template ─────────────────────────────────────────────────────────────────────────── */

static void
set_slot (JsonObject *object,
          const RemitTemplateSlot *slot)
{
  g_ptr_array_add (slot->skills, NULL);
  json_object_set_string_member (object, "name", slot->name);
  json_object_set_string_member (object, "role", slot->role);
  json_object_set_string_member (object, "why", slot->why);
  json_object_set_int_member (object, "fte", slot->fte);
  json_object_set_boolean_member (object, "required", slot->is_required);
  remit_cli_json_set_texts (object, "needs", (const char *const *) slot->skills->pdata);
  g_ptr_array_set_size (slot->skills, (int) slot->skills->len - 1);
}

static void
set_team (JsonObject *object,
          const RemitTemplateDetails *details,
          const RemitTemplateTeam *team)
{
  JsonArray *slots;

  json_object_set_string_member (object, "name", team->name);
  json_object_set_string_member (object, "purpose", team->purpose);
  json_object_set_string_member (
    object, "topology", remit_team_info.fields[REMIT_TEAM_TOPOLOGY].choices[team->topology].nick);
  json_object_set_string_member (
    object, "ai_risk", remit_team_info.fields[REMIT_TEAM_AI_RISK].choices[team->risk].nick);
  json_object_set_boolean_member (object, "ml", team->is_ml);
  if (team->parent >= 0)
    json_object_set_string_member (
      object, "parent",
      ((const RemitTemplateTeam *) details->teams->pdata[team->parent])->name);
  else
    json_object_set_null_member (object, "parent");
  slots = remit_cli_json_add_array (object, "slots");
  for (guint i = 0; i < team->slots->len; i++)
    set_slot (remit_cli_json_append (slots), team->slots->pdata[i]);
}

static void
set_estimate (JsonObject *object,
              const RemitTemplateEstimate *estimate)
{
  JsonObject *member = json_object_new ();
  JsonArray *sums = remit_cli_json_add_array (member, "sums");

  for (guint i = 0; i < estimate->sums->len; i++)
    {
      const RemitCostSum *sum = &g_array_index (estimate->sums, RemitCostSum, i);
      JsonObject *of = remit_cli_json_append (sums);
      g_autofree char *amount = remit_money_format (sum->open, sum->currency);

      json_object_set_string_member (of, "currency", sum->currency);
      json_object_set_string_member (of, "amount", amount);
    }
  json_object_set_int_member (member, "working_days", estimate->n_days);
  json_object_set_int_member (member, "without_rate", estimate->n_unknown);
  json_object_set_object_member (object, "year", member);
}

static void
show_json (const RemitTemplate *template,
           const RemitTemplateDetails *details,
           const RemitTemplateEstimate *estimate)
{
  JsonObject *all = json_object_new ();
  JsonObject *object = json_object_new ();
  JsonArray *teams;

  json_object_set_object_member (all, "template", object);
  set_head (object, template);
  set_sizes (object, details);
  set_estimate (object, estimate);
  json_object_set_int_member (object, "decisions", details->n_decisions);
  json_object_set_int_member (object, "ladders", details->n_ladders);
  teams = remit_cli_json_add_array (object, "teams");
  for (guint i = 0; i < details->teams->len; i++)
    set_team (remit_cli_json_append (teams), details, details->teams->pdata[i]);
  remit_cli_json_print (all);
}

static void
print_lines (const char *title,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (*text == '\0')
    return;
  g_print ("\n%s\n", title);
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("  – %s\n", lines[i]);
}

static void
print_team (const RemitTemplateTeam *team)
{
  const char *topology
    = remit_team_info.fields[REMIT_TEAM_TOPOLOGY].choices[team->topology].label;
  /* Translators: the columns of a table: a slot, its percent, whether it has to be filled, the
   * skills that it needs; a tab at the end sets a column to the right, keep it */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Slot"), _ ("Demand\t"), _ ("Filling"),
                                                         _ ("Needs"), NULL);

  g_print ("\n%s", team->name);
  if (team->topology != REMIT_TOPOLOGY_UNSET)
    g_print (" · %s", _ (topology));
  g_print ("\n%s\n", team->purpose);
  for (guint i = 0; i < team->slots->len; i++)
    {
      const RemitTemplateSlot *slot = team->slots->pdata[i];
      g_autofree char *fte = remit_percent_keep (g_strdup_printf (_ ("%d %%"), slot->fte));
      g_autofree char *skills = NULL;

      g_ptr_array_add (slot->skills, NULL);
      /* Translators: between the names of skills */
      skills = g_strjoinv (_ (", "), (char **) slot->skills->pdata);
      g_ptr_array_set_size (slot->skills, (int) slot->skills->len - 1);
      remit_cli_table_add (table, slot->name);
      remit_cli_table_add (table, fte);
      remit_cli_table_add (table, slot->is_required ? _ ("required") : _ ("optional"));
      remit_cli_table_add (table, skills);
    }
  remit_cli_table_print (table);
}

static void
show_text (const RemitTemplate *template,
           const RemitTemplateDetails *details,
           const RemitTemplateEstimate *estimate)
{
  g_autofree char *size = remit_template_details_dup_size (details);
  g_autofree char *cost = remit_template_estimate_dup_words (estimate);

  g_print ("%s\n%s\n\n%s\n", template->name, template->purpose, size);
  if (cost != NULL)
    g_print ("%s\n", cost);
  print_lines (_ ("Suited for"), template->suited_for);
  print_lines (_ ("Not for"), template->not_for);
  for (guint i = 0; i < details->teams->len; i++)
    print_team (details->teams->pdata[i]);
}

static gboolean
run_show (RemitCli *cli,
          char **arguments,
          GError **error)
{
  g_autoptr (GPtrArray) templates = remit_templates_list ();
  const RemitTemplate *template = find_template (templates, arguments[0], error);
  gint64 today = remit_day_today ();
  g_autoptr (RemitTemplateDetails) details = NULL;
  g_autoptr (RemitTemplateEstimate) estimate = NULL;
  RemitStore *store = NULL;

  if (template != NULL)
    details = remit_template_details_read (template->path, NULL, error);
  if (details == NULL)
    return FALSE;
  if (remit_cli_has_workspace (cli) && (store = remit_cli_get_store (cli, error)) == NULL)
    return FALSE;
  estimate = remit_template_estimate (details, store, today, today + 364, error);
  if (estimate == NULL)
    return FALSE;
  if (cli->json)
    show_json (template, details, estimate);
  else
    show_text (template, details, estimate);
  return TRUE;
}

/* ── Into a plan ──────────────────────────────────────────────────────────────────────────── */

static gboolean
run_add (RemitCli *cli,
         char **arguments,
         GError **error)
{
  g_autofree char *path = remit_cli_dup_template_path (arguments[0], error);
  RemitImportOptions options = { 0 };
  g_autoptr (RemitImportResult) result = NULL;

  if (path == NULL)
    return FALSE;
  options.plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[1], error);
  if (options.plan == 0)
    return FALSE;
  result = remit_plan_read_template (cli->store, path, NULL, &options, error);
  return result != NULL
         /* Translators: a plan's name and its id */
         && remit_cli_show_plan (cli, options.plan, _ ("Added the teams to “%s” (%s)"), error);
}

const RemitCliVerb remit_cli_template_verbs[] = {
  { "template list", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List the templates for new plans"),
    N_ ("JSON: templates, an array of objects with id, name, purpose, category, suited_for and\n"
        "not_for (arrays of texts), path, and unless the template cannot be read: required (the\n"
        "slots that have to be filled), all; objects with people, fte."),
    NULL, run_list },
  { "template show", N_ ("TEMPLATE"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Show the teams of a template, when to use it, and what it costs"),
    N_ ("The cost is an estimate for all slots, for the next twelve months, by the day rates of\n"
        "roles: those of the workspace, or else of the template.\n"
        "\n"
        "JSON: template, an object as in “template list”, with year (sums, an array of objects\n"
        "with currency and amount; working_days; without_rate, slots whose role has no day rate),\n"
        "decisions, ladders (numbers), teams, an array of objects with name, purpose, topology,\n"
        "ai_risk, ml, parent, slots (name, role, why, fte, required, needs)."),
    NULL, run_show },
  { "template add", N_ ("TEMPLATE PLAN"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Add the teams of a template to a plan"),
    N_ ("They come behind the teams that the plan has; one with the name of such a team gets a\n"
        "number. Decisions and ladders for the whole plan that it has already are left as they\n"
        "are. You can undo this.\n"
        "\n"
        "JSON: plan, an object as in “plan list”."),
    NULL, run_add },
  { NULL }
};
