/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that suggests who fills vacant slots. */
#include <glib/gi18n.h>
#include <string.h>

#include "entity/remit-cli-entity.h"
#include "plan/suggest/remit-suggest.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-table.h"

static char *team_name;
static char **slot_names;
static char **kept;
static char **left_out;
static gboolean apply;

static const GOptionEntry suggest_options[] = {
  { "team", 't', 0, G_OPTION_ARG_STRING, &team_name, N_ ("Slots of this team only"), N_ ("TEAM") },
  { "slot", 's', 0, G_OPTION_ARG_STRING_ARRAY, &slot_names,
    N_ ("This slot only; can be repeated"), N_ ("SLOT") },
  { "keep", 'k', 0, G_OPTION_ARG_STRING_ARRAY, &kept,
    N_ ("Leave this person as is, or put them into this slot"), N_ ("PERSON[=SLOT]") },
  { "not", 0, 0, G_OPTION_ARG_STRING_ARRAY, &left_out,
    N_ ("Do not suggest this person for this slot"), N_ ("PERSON=SLOT") },
  { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, N_ ("Assign people as suggested"), NULL },
  { NULL }
};

static const char *const states[REMIT_SUGGEST_N_STATES] = {
  [REMIT_SUGGEST_FILLED] = "filled", [REMIT_SUGGEST_NO_SKILLS] = "no-skills",
  [REMIT_SUGGEST_NO_TIME] = "no-time", [REMIT_SUGGEST_RULE] = "rule",
  [REMIT_SUGGEST_TAKEN] = "taken", [REMIT_SUGGEST_RESERVED] = "reserved",
  [REMIT_SUGGEST_HIRING] = "hiring", [REMIT_SUGGEST_OVER] = "over",
};

/* ── What is asked ────────────────────────────────────────────────────────────────────────── */

/* @slots: (nullable) (element-type gint64); @pins: (element-type RemitSuggestPin) */
typedef struct {
  gint64 plan;
  gint64 team;
  GArray *slots;
  GArray *pins;
} Asked;

static gboolean
find_slots (RemitCli *cli,
            Asked *asked,
            GError **error)
{
  for (guint i = 0; slot_names != NULL && slot_names[i] != NULL; i++)
    {
      gint64 slot = remit_cli_entity_find (cli, REMIT_KIND_SLOT, asked->plan, slot_names[i],
                                           error);

      if (slot == 0)
        return FALSE;
      if (asked->slots == NULL)
        asked->slots = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (asked->slots, slot);
    }
  return TRUE;
}

/* Somebody, and after the last equals sign a slot. */
static gboolean
find_pin (RemitCli *cli,
          Asked *asked,
          const char *text,
          gboolean is_out,
          GError **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *person = sign != NULL ? g_strndup (text, (gsize) (sign - text))
                                         : g_strdup (text);
  RemitSuggestPin pin = { .is_out = is_out };

  if (is_out && sign == NULL)
    return remit_cli_misuse (error, _ ("--not needs a person and a slot: PERSON=SLOT"));
  pin.person = remit_cli_entity_find (cli, REMIT_KIND_PERSON, 0, person, error);
  if (pin.person == 0)
    return FALSE;
  if (sign != NULL)
    {
      pin.slot = remit_cli_entity_find (cli, REMIT_KIND_SLOT, asked->plan, sign + 1, error);
      if (pin.slot == 0)
        return FALSE;
    }
  g_array_append_val (asked->pins, pin);
  return TRUE;
}

static gboolean
find_pins (RemitCli *cli,
           Asked *asked,
           char **texts,
           gboolean is_out,
           GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!find_pin (cli, asked, texts[i], is_out, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_all (RemitCli *cli,
          Asked *asked,
          const char *plan,
          GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);

  if (workspace == NULL)
    return FALSE;
  asked->plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, plan, error);
  if (asked->plan == 0 || !remit_workspace_open_plan (workspace, asked->plan, error))
    return FALSE;
  if (team_name != NULL)
    {
      asked->team = remit_cli_entity_find (cli, REMIT_KIND_TEAM, asked->plan, team_name, error);
      if (asked->team == 0)
        return FALSE;
    }
  return find_slots (cli, asked, error) && find_pins (cli, asked, kept, FALSE, error)
         && find_pins (cli, asked, left_out, TRUE, error);
}

/* ── What is said ─────────────────────────────────────────────────────────────────────────── */

static char *
dup_path (RemitWorkspace *workspace,
          gint64 slot)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);

  return entity != NULL ? remit_design_dup_slot_path (workspace, remit_entity_get_record (entity))
                        : g_strdup ("");
}

/* "Has SQL 3; 100 % free", and what another person would cost */
static char *
dup_reason (RemitWorkspace *workspace,
            const RemitSuggestRow *row)
{
  g_autofree char *rival = remit_suggest_dup_rival (workspace, row);
  g_autofree char *reasons = row->person != 0 ? g_strjoinv ("; ", row->reasons)
                                              : remit_suggest_dup_state (row);

  return g_strjoin ("; ", reasons, rival, NULL);
}

static void
show_text (RemitWorkspace *workspace,
           const RemitSuggestion *suggestion)
{
  /* Translators: the columns of a list of suggestions: who would fill which slots */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Slot"), _ ("Percent\t"), _ ("Person"),
                                                         _ ("Score\t"), _ ("Reasons"), NULL);
  g_autofree char *summary = remit_suggest_dup_summary (suggestion);

  for (guint i = 0; i < suggestion->rows->len; i++)
    {
      const RemitSuggestRow *row = &g_array_index (suggestion->rows, RemitSuggestRow, i);
      g_autofree char *path = dup_path (workspace, row->slot);
      g_autofree char *name = NULL;
      g_autofree char *reason = dup_reason (workspace, row);

      remit_cli_table_add (table, path);
      remit_cli_table_add_number (table, row->percent);
      if (row->person != 0)
        {
          name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, row->person);
          remit_cli_table_add (table, name);
          remit_cli_table_add_number (table, row->score);
        }
      else
        {
          remit_cli_table_add (table, _ ("open"));
          remit_cli_table_add (table, "");
        }
      remit_cli_table_add (table, reason);
    }
  if (suggestion->rows->len > 0)
    remit_cli_table_print (table);
  g_print ("%s\n", summary);
}

static void
set_rival (JsonObject *object,
           const RemitSuggestRow *row)
{
  remit_cli_json_set_id (object, "rival", row->rival);
  if (row->rival == 0)
    return;
  json_object_set_int_member (object, "rival_score", row->rival_score);
  remit_cli_json_set_id (object, "rival_slot", row->rival_slot);
  json_object_set_int_member (object, "rival_cost", row->loss);
}

static void
set_row (RemitWorkspace *workspace,
         JsonObject *object,
         const RemitSuggestRow *row)
{
  static const char *const none[] = { NULL };
  g_autofree char *reason = remit_suggest_dup_state (row);
  const char *const open[] = { reason, NULL };
  g_autofree char *path = dup_path (workspace, row->slot);
  g_autofree char *name = row->person != 0
                            ? remit_design_dup_name (workspace, REMIT_KIND_PERSON, row->person)
                            : NULL;

  remit_cli_json_set_id (object, "slot", row->slot);
  json_object_set_string_member (object, "slot_name", path);
  json_object_set_int_member (object, "percent", row->percent);
  json_object_set_string_member (object, "state", states[row->state]);
  remit_cli_json_set_id (object, "person", row->person);
  json_object_set_string_member (object, "person_name", name);
  if (row->person != 0)
    json_object_set_int_member (object, "score", row->score);
  else
    json_object_set_null_member (object, "score");
  if (row->person != 0)
    remit_cli_json_set_texts (object, "reasons", row->reasons != NULL
                                                   ? (const char *const *) row->reasons : none);
  else
    remit_cli_json_set_texts (object, "reasons", open);
  json_object_set_int_member (object, "candidates", row->n_could);
  set_rival (object, row);
}

static void
show_json (RemitWorkspace *workspace,
           const RemitSuggestion *suggestion)
{
  JsonObject *object = json_object_new ();
  JsonArray *array;

  json_object_set_int_member (object, "vacancies", suggestion->rows->len);
  json_object_set_int_member (object, "filled", suggestion->n_filled);
  json_object_set_int_member (object, "score", suggestion->score);
  json_object_set_double_member (object, "gap", suggestion->gap);
  json_object_set_boolean_member (object, "applied", apply && suggestion->n_filled > 0);
  array = remit_cli_json_add_array (object, "rows");
  for (guint i = 0; i < suggestion->rows->len; i++)
    set_row (workspace, remit_cli_json_append (array),
             &g_array_index (suggestion->rows, RemitSuggestRow, i));
  remit_cli_json_print (object);
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

static RemitSuggestion *
suggest (RemitCli *cli,
         const Asked *asked,
         GError **error)
{
  const RemitSuggestQuery query = { asked->plan, asked->team, asked->slots, asked->pins };
  g_auto (RemitCliProgress) progress = { NULL };
  RemitWorkControl control = { .progress = remit_cli_progress_step, .progress_data = &progress };

  remit_cli_progress_init (&progress, _ ("Suggesting"));
  control.cancellable = progress.cancellable;
  return remit_suggest_run (cli->workspace, &query, &control, error);
}

static gboolean
run_suggest (RemitCli *cli,
             char **arguments,
             GError **error)
{
  Asked asked = { .pins = g_array_new (FALSE, FALSE, sizeof (RemitSuggestPin)) };
  g_autoptr (RemitSuggestion) suggestion = NULL;
  gboolean done;

  if (find_all (cli, &asked, arguments[0], error))
    suggestion = suggest (cli, &asked, error);
  g_array_unref (asked.pins);
  g_clear_pointer (&asked.slots, g_array_unref);
  if (suggestion == NULL)
    return FALSE;
  done = !apply || suggestion->n_filled == 0
         || remit_suggest_do (cli->workspace, suggestion->rows, error);
  if (!done)
    return FALSE;
  if (cli->json)
    show_json (cli->workspace, suggestion);
  else
    show_text (cli->workspace, suggestion);
  if (!cli->json && apply && suggestion->n_filled > 0)
    g_print (ngettext ("Assigned %u person\n", "Assigned %u people\n", suggestion->n_filled),
             suggestion->n_filled);
  return TRUE;
}

const RemitCliVerb remit_cli_suggest_verbs[] = {
  { "suggest", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Suggest people for vacant slots"),
    N_ ("Finds the people who fit the vacant slots best, by the score that the pool shows: as\n"
        "many slots filled as possible, then the largest sum of scores. Nobody gets more than\n"
        "they have time for on any day, or builds and validates models in one team. Nobody leaves\n"
        "a slot. What stays open, and why, is listed too; and how far from the best it is at\n"
        "most.\n"
        "\n"
        "SLOT is an id, name or role, or TEAM/SLOT. Nothing is changed without --apply, which\n"
        "makes one edit.\n"
        "\n"
        "JSON: vacancies, filled, score (the sum), gap (a share of 1; 0 when proven), applied,\n"
        "rows: an array of objects with slot, slot_name, percent, state (filled, no-skills,\n"
        "no-time, rule, taken, reserved, hiring or over), person, person_name, score, reasons,\n"
        "candidates, rival (who fits better), and with one rival_score, rival_slot and rival_cost\n"
        "(points)."),
    suggest_options, run_suggest },
  { NULL }
};
