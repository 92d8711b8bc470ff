/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that put people into slots and take them out. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-id.h"
#include "plan/design/remit-design.h"
#include "plan/placement/remit-placement.h"
#include "remit-cli.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

#define UNSET G_MININT

static int allocation = UNSET;

static const GOptionEntry assign_options[] = {
  { "allocation", 'n', 0, G_OPTION_ARG_INT, &allocation,
    N_ ("In percent; by default what the slot needs and the person has"), N_ ("N") },
  REMIT_CLI_PLAN_OPTION,
  { NULL }
};

/* What both verbs are about. */
typedef struct {
  RemitWorkspace *workspace;
  RemitEntity *person;
  RemitEntity *slot;
} Pair;

/* Returns: (element-type RemitEntity): the assignments of the person in the slot */
static GPtrArray *
list_assignments (RemitWorkspace *workspace,
                  RemitEntity *person,
                  RemitEntity *slot)
{
  GPtrArray *all = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                  REMIT_ASSIGNMENT_SLOT,
                                                  remit_entity_get_id (slot));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (all, i), REMIT_ASSIGNMENT_PERSON)
        == remit_entity_get_id (person))
      g_ptr_array_add (found, g_ptr_array_index (all, i));
  return found;
}

/* Who is in a slot, and for whom it is open. */
static char *
dup_holders (RemitWorkspace *workspace,
             RemitEntity *slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT,
                                                          remit_entity_get_id (slot));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      g_autofree char *name = NULL;

      name = remit_design_dup_name (workspace, REMIT_KIND_PERSON,
                                    remit_entity_get_integer (g_ptr_array_index (assignments, i),
                                                              REMIT_ASSIGNMENT_PERSON));
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  /* Translators: stands for who is in a slot when nobody is */
  return names->len > 0 ? g_strdup (names->str) : g_strdup (_ ("open"));
}

/* "Fraud/ML engineer": what can be written instead of the name of a slot alone */
static char *
dup_slot_path (RemitWorkspace *workspace,
               RemitEntity *slot)
{
  g_autofree char *team = remit_design_dup_name (workspace, REMIT_KIND_TEAM,
                                                 remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SLOT,
                                                 remit_entity_get_id (slot));

  return g_strconcat (team, "/", name, NULL);
}

static char *
dup_candidates (RemitWorkspace *workspace,
                GPtrArray *slots)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", "", "", NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = g_ptr_array_index (slots, i);
      gint64 plan = remit_entity_get_integer (slot, REMIT_SLOT_PLAN);
      g_autofree char *path = dup_slot_path (workspace, slot);
      g_autofree char *plan_called = remit_design_dup_name (workspace, REMIT_KIND_PLAN, plan);
      g_autofree char *holders = dup_holders (workspace, slot);
      char id[17];

      remit_id_format (remit_entity_get_id (slot), id);
      remit_cli_table_add (table, id);
      remit_cli_table_add (table, path);
      remit_cli_table_add (table, holders);
      remit_cli_table_add (table, plan_called);
    }
  text = remit_cli_table_dup_text (table);
  return g_strdup (g_strchomp (text));
}

static RemitEntity *
choose_slot (RemitWorkspace *workspace,
             GPtrArray *slots,
             const char *text,
             GError **error)
{
  g_autofree char *list = NULL;

  if (slots->len == 1)
    return g_ptr_array_index (slots, 0);

  list = dup_candidates (workspace, slots);
  remit_cli_refuse (error,
                    /* Translators: a name, and a list of lines with id, team/slot, who is in it,
                     * plan */
                    ngettext ("“%s” may be %u slot. Name it as TEAM/SLOT, or by its id:\n%s",
                              "“%s” may be %u slots. Name one as TEAM/SLOT, or by its id:\n%s",
                              slots->len),
                    text, slots->len, list);
  return NULL;
}

/* Finds the person and the slots that may be meant. */
static GPtrArray *
find_pair (RemitCli *cli,
           char **arguments,
           Pair *pair,
           GError **error)
{
  g_autoptr (GArray) ids = NULL;
  GPtrArray *slots;
  gint64 plan, person;

  if (remit_cli_get_workspace (cli, error) == NULL
      || !remit_cli_entity_find_plan (cli, &plan, error))
    return NULL;
  person = remit_cli_entity_find (cli->workspace, REMIT_KIND_PERSON, 0, arguments[0], error);
  if (person == 0)
    return NULL;
  pair->workspace = cli->workspace;
  pair->person = remit_workspace_get (cli->workspace, REMIT_KIND_PERSON, person);
  ids = remit_cli_entity_find_all (cli->workspace, REMIT_KIND_SLOT, plan, arguments[1], error);
  if (ids == NULL)
    return NULL;
  slots = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (slots, remit_workspace_get (cli->workspace, REMIT_KIND_SLOT,
                                                 g_array_index (ids, gint64, i)));
  return slots;
}

/* What the assignments of a pair are now; they go when they are taken back. */
static GPtrArray *
copy_assignments (const Pair *pair)
{
  g_autoptr (GPtrArray) found = list_assignments (pair->workspace, pair->person, pair->slot);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (records,
                     remit_record_copy (remit_entity_get_record (g_ptr_array_index (found, i))));
  return records;
}

static void
add_outcome (JsonBuilder *builder,
             const RemitOutcome *outcome)
{
  remit_cli_json_add_boolean (builder, "doubtful", outcome->verdict == REMIT_VERDICT_DOUBTFUL);
  remit_cli_json_add_text (builder, "reason", outcome->reason);
  remit_cli_json_add_integer (builder, "skills_needed", outcome->needed);
  remit_cli_json_add_integer (builder, "skills_fitting", outcome->fitting);
  remit_cli_json_add_integer (builder, "load", outcome->peak);
  remit_cli_json_add_integer (builder, "capacity", outcome->peak_capacity);
  remit_cli_json_add_day (builder, "load_from", outcome->peak_from);
  remit_cli_json_add_day (builder, "load_until", outcome->peak_until);
  remit_cli_json_add_integer (builder, "slot_filled", outcome->filled);
  remit_cli_json_add_integer (builder, "slot_need", outcome->need);
}

static void
show_assigned (RemitCli *cli,
               const Pair *pair,
               const RemitOutcome *outcome)
{
  g_autoptr (GPtrArray) records = copy_assignments (pair);
  g_autofree char *path = dup_slot_path (pair->workspace, pair->slot);

  if (cli->json)
    {
      JsonBuilder *builder = remit_cli_json_new ();

      remit_cli_json_add_records (builder, "assignments", records);
      add_outcome (builder, outcome);
      remit_cli_json_print (builder);
      return;
    }

  /* Translators: a person, and a slot with its team: "Fraud/ML engineer" */
  g_print (_ ("Assigned %1$s to %2$s at %3$d %%\n"),
           remit_entity_get_text (pair->person, REMIT_PERSON_NAME), path, outcome->allocation);
  if (outcome->verdict == REMIT_VERDICT_DOUBTFUL)
    /* Translators: a doubt about an assignment: "120 % in March" */
    g_print (_ ("Mind: %s\n"), outcome->reason);
}

static gboolean
check_allocation (GError **error)
{
  if (allocation == UNSET || allocation > 0)
    return TRUE;
  return remit_cli_misuse (error,
                           _ ("--allocation has to be more than 0; “remit-cli unassign” takes "
                              "people out of slots"));
}

static gboolean
run_assign (RemitCli *cli,
            char **arguments,
            GError **error)
{
  Pair pair;
  g_autoptr (GPtrArray) slots = NULL;
  g_auto (RemitOutcome) outcome = { 0 };
  RemitPlacement placement = { .allocation = allocation == UNSET ? 0 : allocation };

  if (!check_allocation (error) || (slots = find_pair (cli, arguments, &pair, error)) == NULL)
    return FALSE;
  pair.slot = choose_slot (pair.workspace, slots, arguments[1], error);
  if (pair.slot == NULL)
    return FALSE;

  placement.person = remit_entity_get_id (pair.person);
  placement.slot = remit_entity_get_id (pair.slot);
  remit_placement_ask (pair.workspace, &placement, &outcome);
  if (!remit_placement_do (pair.workspace, &placement, 1, error))
    return FALSE;
  show_assigned (cli, &pair, &outcome);
  return TRUE;
}

/* Of the slots that may be meant, those that the person is in. */
static GPtrArray *
filter_held (const Pair *pair,
             GPtrArray *slots)
{
  GPtrArray *held = g_ptr_array_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = g_ptr_array_index (slots, i);
      g_autoptr (GPtrArray) found = list_assignments (pair->workspace, pair->person, slot);

      if (found->len > 0)
        g_ptr_array_add (held, slot);
    }
  return held;
}

static gboolean
take_out (const Pair *pair,
          GError **error)
{
  g_autoptr (GPtrArray) found = list_assignments (pair->workspace, pair->person, pair->slot);
  g_autofree RemitPlacement *placements = g_new0 (RemitPlacement, found->len);

  for (guint i = 0; i < found->len; i++)
    {
      placements[i].person = remit_entity_get_id (pair->person);
      placements[i].assignment = remit_entity_get_id (g_ptr_array_index (found, i));
    }
  return remit_placement_do (pair->workspace, placements, found->len, error);
}

static void
show_taken_out (RemitCli *cli,
                const Pair *pair,
                GPtrArray *records)
{
  g_autofree char *path = NULL;

  if (cli->json)
    {
      JsonBuilder *builder = remit_cli_json_new ();

      remit_cli_json_add_records (builder, "assignments", records);
      remit_cli_json_print (builder);
      return;
    }
  path = dup_slot_path (pair->workspace, pair->slot);
  /* Translators: a person, and a slot with its team: "Fraud/ML engineer" */
  g_print (_ ("Took %1$s out of %2$s\n"), remit_entity_get_text (pair->person, REMIT_PERSON_NAME),
           path);
}

static gboolean
run_unassign (RemitCli *cli,
              char **arguments,
              GError **error)
{
  Pair pair;
  g_autoptr (GPtrArray) slots = find_pair (cli, arguments, &pair, error);
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (slots == NULL)
    return FALSE;
  held = filter_held (&pair, slots);
  if (held->len == 0)
    return remit_cli_refuse (error,
                             /* Translators: a person and a slot */
                             _ ("%1$s is not in “%2$s”"),
                             remit_entity_get_text (pair.person, REMIT_PERSON_NAME), arguments[1]);
  pair.slot = choose_slot (pair.workspace, held, arguments[1], error);
  if (pair.slot == NULL)
    return FALSE;

  records = copy_assignments (&pair);
  if (!take_out (&pair, error))
    return FALSE;
  show_taken_out (cli, &pair, records);
  return TRUE;
}

const RemitCliVerb remit_cli_assign_verbs[] = {
  { "assign", N_ ("PERSON SLOT"), 2, REMIT_CLI_NO_FLAGS, N_ ("Put a person into a slot"),
    N_ ("PERSON is an id, a name, an e-mail address or a number. SLOT is an id, a name\n"
        "or a role, or TEAM/SLOT. A name that may be several things is refused with a\n"
        "list of them.\n\n"
        "JSON: assignments (those of the person in the slot: objects with id, plan, slot,\n"
        "person, allocation, from, until, state), doubtful, reason, skills_needed,\n"
        "skills_fitting, load and capacity (percent, from load_from until load_until),\n"
        "slot_filled, slot_need (percent)."),
    assign_options, run_assign },
  { "unassign", N_ ("PERSON SLOT"), 2, REMIT_CLI_NO_FLAGS, N_ ("Take a person out of a slot"),
    N_ ("PERSON and SLOT are named as for “assign”.\n\n"
        "JSON: assignments (those that were ended, objects as in “assign”)."),
    remit_cli_plan_options, run_unassign },
  { NULL }
};
