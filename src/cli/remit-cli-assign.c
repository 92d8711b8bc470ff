/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that put people into slots and take them out. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-id.h"
#include "plan/placement/remit-placement.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

#define UNSET G_MININT

static int allocation = UNSET;

static const GOptionEntry assign_options[] = {
  { "allocation", 'n', 0, G_OPTION_ARG_INT, &allocation,
    N_ ("In percent (default: the slot’s demand, or the person’s free capacity)"), N_ ("N") },
  REMIT_CLI_PLAN_OPTION,
  { NULL }
};

/* What both verbs are about. */
typedef struct {
  RemitWorkspace *workspace;
  gint64 person;
  const RemitRecord *slot;
} Pair;

/* Returns: (transfer full) (element-type RemitRecord): the assignments of the person in a slot as
 * they are now; they may go */
static GPtrArray *
copy_assignments (const Pair *pair,
                  const RemitRecord *slot)
{
  GPtrArray *all = remit_workspace_get_referring (pair->workspace, REMIT_KIND_ASSIGNMENT,
                                                  REMIT_ASSIGNMENT_SLOT,
                                                  remit_record_get_id (slot));
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  for (guint i = 0; i < all->len; i++)
    if (remit_entity_get_integer (all->pdata[i], REMIT_ASSIGNMENT_PERSON) == pair->person)
      g_ptr_array_add (records, remit_record_copy (remit_entity_get_record (all->pdata[i])));
  return records;
}

/* Who is in a slot, and for whom it is open. */
static char *
dup_holders (RemitWorkspace *workspace,
             const RemitRecord *slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT,
                                                          remit_record_get_id (slot));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      g_autofree char *name = NULL;

      name = remit_design_dup_name (workspace, REMIT_KIND_PERSON,
                                    remit_entity_get_integer (assignments->pdata[i],
                                                              REMIT_ASSIGNMENT_PERSON));
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  /* Translators: stands for who is in a slot when nobody is */
  return names->len > 0 ? g_strdup (names->str) : g_strdup (_ ("open"));
}

static char *
dup_candidates (RemitWorkspace *workspace,
                GPtrArray *slots)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", "", "", NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      const RemitRecord *slot = slots->pdata[i];
      g_autofree char *path = remit_design_dup_slot_path (workspace, slot);
      g_autofree char *plan = remit_design_dup_value (workspace, slot, REMIT_SLOT_PLAN);
      g_autofree char *holders = dup_holders (workspace, slot);
      char id[17];

      remit_id_format (remit_record_get_id (slot), id);
      remit_cli_table_add (table, id);
      remit_cli_table_add (table, path);
      remit_cli_table_add (table, holders);
      remit_cli_table_add (table, plan);
    }
  return g_strchomp (remit_cli_table_dup_text (table));
}

/* Takes the only one of the slots that may be meant. */
static gboolean
choose_slot (Pair *pair,
             GPtrArray *slots,
             const char *text,
             GError **error)
{
  g_autofree char *list = NULL;

  pair->slot = slots->pdata[0];
  if (slots->len == 1)
    return TRUE;

  list = dup_candidates (pair->workspace, slots);
  return remit_design_refuse (
    error,
    /* Translators: a name, and a list of lines with id, team/slot, who is in it, plan */
    ngettext ("“%s” matches %u slot. Use TEAM/SLOT or its id:\n%s",
              "“%s” matches %u slots. Use TEAM/SLOT or an id:\n%s", slots->len),
    text, slots->len, list);
}

/* Finds the person and the slots that may be meant, whose plans are loaded. */
static GPtrArray *
find_pair (RemitCli *cli,
           char **arguments,
           Pair *pair,
           GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  gint64 plan;

  pair->workspace = remit_cli_get_workspace (cli, error);
  if (pair->workspace == NULL || !remit_cli_entity_find_plan (cli, &plan, error))
    return NULL;
  pair->person = remit_cli_entity_find (cli, REMIT_KIND_PERSON, 0, arguments[0], error);
  if (pair->person != 0)
    slots = remit_cli_entity_find_all (cli, REMIT_KIND_SLOT, plan, arguments[1], error);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    if (!remit_workspace_open_plan (cli->workspace, remit_design_get_plan (slots->pdata[i]), error))
      return NULL;
  return g_steal_pointer (&slots);
}

static void
set_outcome (JsonObject *object,
             const RemitOutcome *outcome)
{
  json_object_set_boolean_member (object, "doubtful", outcome->verdict == REMIT_VERDICT_DOUBTFUL);
  json_object_set_string_member (object, "reason", outcome->reason);
  json_object_set_int_member (object, "skills_needed", outcome->needed);
  json_object_set_int_member (object, "skills_fitting", outcome->fitting);
  json_object_set_int_member (object, "load", outcome->peak);
  json_object_set_int_member (object, "capacity", outcome->peak_capacity);
  remit_cli_json_set_day (object, "load_from", outcome->peak_from);
  remit_cli_json_set_day (object, "load_until", outcome->peak_until);
  json_object_set_int_member (object, "slot_filled", outcome->filled);
  json_object_set_int_member (object, "slot_need", outcome->need);
}

/* @outcome: (nullable): what it led to that the person was put there; %NULL for one taken out */
static void
show (RemitCli *cli,
      const Pair *pair,
      GPtrArray *records,
      const RemitOutcome *outcome)
{
  g_autofree char *path = remit_design_dup_slot_path (pair->workspace, pair->slot);
  g_autofree char *name = remit_design_dup_name (pair->workspace, REMIT_KIND_PERSON, pair->person);
  JsonObject *object;

  if (cli->json)
    {
      object = json_object_new ();
      remit_cli_json_set_records (object, "assignments", records);
      if (outcome != NULL)
        set_outcome (object, outcome);
      remit_cli_json_print (object);
    }
  else if (outcome == NULL)
    /* Translators: a person, and a slot with its team: "Fraud/ML engineer" */
    g_print (_ ("Removed %1$s from %2$s\n"), name, path);
  else
    {
      /* Translators: a person, and a slot with its team: "Fraud/ML engineer" */
      g_print (_ ("Assigned %1$s to %2$s at %3$d %%\n"), name, path, outcome->allocation);
      if (outcome->verdict == REMIT_VERDICT_DOUBTFUL)
        /* Translators: a doubt about an assignment: "120 % in March" */
        g_print (_ ("Warning: %s\n"), outcome->reason);
    }
}

static gboolean
run_assign (RemitCli *cli,
            char **arguments,
            GError **error)
{
  Pair pair;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_auto (RemitOutcome) outcome = { 0 };
  RemitPlacement placement = { .allocation = allocation == UNSET ? 0 : allocation };

  if (allocation != UNSET && allocation <= 0)
    return remit_cli_misuse (error,
                             _ ("--allocation must be more than 0; use “remit-cli unassign” to "
                                "remove a person from a slot"));
  slots = find_pair (cli, arguments, &pair, error);
  if (slots == NULL || !choose_slot (&pair, slots, arguments[1], error))
    return FALSE;

  placement.person = pair.person;
  placement.slot = remit_record_get_id (pair.slot);
  remit_placement_ask (pair.workspace, &placement, &outcome);
  if (!remit_placement_do (pair.workspace, &placement, 1, error))
    return FALSE;
  records = copy_assignments (&pair, pair.slot);
  show (cli, &pair, records, &outcome);
  return TRUE;
}

/* Of the slots that may be meant, those are left that the person is in. */
static void
keep_held (const Pair *pair,
           GPtrArray *slots)
{
  for (guint i = slots->len; i-- > 0;)
    {
      g_autoptr (GPtrArray) found = copy_assignments (pair, slots->pdata[i]);

      if (found->len == 0)
        g_ptr_array_remove_index (slots, i);
    }
}

static gboolean
take_out (const Pair *pair,
          GPtrArray *records,
          GError **error)
{
  g_autofree RemitPlacement *placements = g_new0 (RemitPlacement, records->len);

  for (guint i = 0; i < records->len; i++)
    {
      placements[i].person = pair->person;
      placements[i].assignment = remit_record_get_id (records->pdata[i]);
    }
  return remit_placement_do (pair->workspace, placements, records->len, error);
}

static gboolean
run_unassign (RemitCli *cli,
              char **arguments,
              GError **error)
{
  Pair pair;
  g_autoptr (GPtrArray) slots = find_pair (cli, arguments, &pair, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *name = NULL;

  if (slots == NULL)
    return FALSE;
  keep_held (&pair, slots);
  name = remit_design_dup_name (pair.workspace, REMIT_KIND_PERSON, pair.person);
  if (slots->len == 0)
    /* Translators: a person and a slot */
    return remit_design_refuse (error, _ ("%1$s is not in “%2$s”"), name, arguments[1]);
  if (!choose_slot (&pair, slots, arguments[1], error))
    return FALSE;

  records = copy_assignments (&pair, pair.slot);
  if (!take_out (&pair, records, error))
    return FALSE;
  show (cli, &pair, records, NULL);
  return TRUE;
}

const RemitCliVerb remit_cli_assign_verbs[] = {
  { "assign", N_ ("PERSON SLOT"), 2, REMIT_CLI_NO_FLAGS, N_ ("Assign a person to a slot"),
    N_ ("PERSON is an id, name, e-mail address or number. SLOT is an id, name or role, or\n"
        "TEAM/SLOT. Ambiguous names are rejected with a list of matches.\n"
        "\n"
        "JSON: assignments (of the person in the slot: objects with id, plan, slot, person,\n"
        "allocation, from, until, state), doubtful, reason, skills_needed, skills_fitting, load\n"
        "and capacity (percent, from load_from until load_until), slot_filled, slot_need\n"
        "(percent)."),
    assign_options, run_assign },
  { "unassign", N_ ("PERSON SLOT"), 2, REMIT_CLI_NO_FLAGS, N_ ("Remove a person from a slot"),
    N_ ("PERSON and SLOT are as for “assign”.\n"
        "\n"
        "JSON: assignments (the ended assignments, objects as in “assign”)."),
    remit_cli_plan_options, run_unassign },
  { NULL }
};
