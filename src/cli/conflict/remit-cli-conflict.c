/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on conflicts. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-find.h"
#include "plan/conflict/remit-settle.h"
#include "remit-cli-conflict.h"
#include "remit-cli-right.h"

static char *by;
static char *text;
static char *mode;
static char *decision;
static char *new_decision;
static char **rights;
static int rung;

#define BY_OPTION \
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Act on behalf of this person"), N_ ("PERSON") }
#define TEXT_OPTION \
  { "text", 't', 0, G_OPTION_ARG_STRING, &text, N_ ("Note for the log"), N_ ("TEXT") }

static const GOptionEntry state_options[] = { BY_OPTION, { NULL } };
static const GOptionEntry step_options[] = { BY_OPTION, TEXT_OPTION, { NULL } };

static const GOptionEntry climb_options[] = {
  BY_OPTION,
  TEXT_OPTION,
  { "from", 'f', 0, G_OPTION_ARG_INT, &rung,
    N_ ("Proceed only if the conflict is on this level"), N_ ("N") },
  { NULL }
};

static const GOptionEntry resolve_options[] = {
  BY_OPTION,
  { "text", 't', 0, G_OPTION_ARG_STRING, &text, N_ ("Outcome"), N_ ("TEXT") },
  { "mode", 'm', 0, G_OPTION_ARG_STRING, &mode,
    N_ ("Approach: competing, collaborating, compromising, avoiding or accommodating"),
    N_ ("MODE") },
  { "decision", 'd', 0, G_OPTION_ARG_STRING, &decision, N_ ("Existing decision that results from "
                                                            "the conflict"),
    N_ ("DECISION") },
  { "new-decision", 'n', 0, G_OPTION_ARG_STRING, &new_decision,
    N_ ("Title of a new decision that results from the conflict"), N_ ("TITLE") },
  { "right", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &rights,
    N_ ("Rights of a slot, role or person in the resulting decision; can be repeated"),
    N_ ("HOLDER=LETTERS") },
  { NULL }
};

/* ── Raising ─────────────────────────────────────────────────────────────────────────────── */

static char **teams;
static char **parties;
static char *description;
static char *impact;
static char *type;
static char *severity;
static char *visibility;
static char *owner;
static char *target;
static char *ladder;

static const GOptionEntry raise_options[] = {
  { "team", 't', 0, G_OPTION_ARG_STRING_ARRAY, &teams,
    N_ ("Team in the conflict; the ladder of the first team is used"), N_ ("TEAM") },
  { "party", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &parties,
    N_ ("Party, and its position; can be repeated"), N_ ("PERSON[=POSITION]") },
  { "description", 'd', 0, G_OPTION_ARG_STRING, &description, N_ ("Description"),
    N_ ("TEXT") },
  { "impact", 0, 0, G_OPTION_ARG_STRING, &impact, N_ ("Impact"), N_ ("TEXT") },
  { "type", 0, 0, G_OPTION_ARG_STRING, &type,
    N_ ("technical, priority, resource, data, ethics, compliance or interpersonal"),
    N_ ("TYPE") },
  { "severity", 's', 0, G_OPTION_ARG_STRING, &severity, N_ ("1 (low), 2, 3 or 4 (critical)"),
    N_ ("N") },
  { "visibility", 0, 0, G_OPTION_ARG_STRING, &visibility,
    N_ ("Visible to: team, parties or private"), N_ ("WHO") },
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Raise on behalf of this person"),
    N_ ("PERSON") },
  { "owner", 'o', 0, G_OPTION_ARG_STRING, &owner, N_ ("Owner of the conflict"),
    N_ ("PERSON") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &target, N_ ("Due date"),
    N_ ("DAY") },
  { "ladder", 'l', 0, G_OPTION_ARG_STRING, &ladder, N_ ("Escalation ladder (default: the team’s)"),
    N_ ("LADDER") },
  { NULL }
};

/* The options that are values of the conflict. */
static const struct
{
  char **option;
  guint field;
} values[] = {
  { &description, REMIT_CONFLICT_DESCRIPTION },
  { &impact, REMIT_CONFLICT_IMPACT },
  { &type, REMIT_CONFLICT_TYPE },
  { &severity, REMIT_CONFLICT_SEVERITY },
  { &visibility, REMIT_CONFLICT_VISIBILITY },
  { &target, REMIT_CONFLICT_TARGET },
  { &by, REMIT_CONFLICT_PERSON },
  { &owner, REMIT_CONFLICT_OWNER },
  { &ladder, REMIT_CONFLICT_LADDER },
};

static gboolean
fill (RemitCli *cli,
      RemitRecord *conflict,
      GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!remit_cli_value_set (cli, remit_design_get_plan (conflict), conflict, values[i].field,
                              *values[i].option, error))
      return FALSE;
  return remit_cli_value_set (cli, remit_design_get_plan (conflict), conflict, REMIT_CONFLICT_TEAM,
                              teams != NULL ? teams[0] : NULL, error);
}

static gboolean
add_teams (RemitCli *cli,
           gint64 plan,
           GArray *further,
           GError **error)
{
  for (guint i = 1; teams != NULL && teams[0] != NULL && teams[i] != NULL; i++)
    {
      gint64 id = remit_cli_entity_find (cli, REMIT_KIND_TEAM, plan, teams[i], error);

      if (id == 0)
        return FALSE;
      g_array_append_val (further, id);
    }
  return TRUE;
}

/* Whom the workspace does not know is a party by name. */
static void
add_party (RemitWorkspace *workspace,
           const char *words,
           GPtrArray *records)
{
  g_auto (GStrv) parts = g_strsplit (words, "=", 2);
  RemitEntity *person = remit_design_find (workspace, REMIT_KIND_PERSON, 0, parts[0], NULL);
  RemitRecord *party = remit_record_new (REMIT_KIND_PARTY);

  if (person != NULL)
    remit_record_set_integer (party, REMIT_PARTY_PERSON, remit_entity_get_id (person));
  remit_record_set_text (party, REMIT_PARTY_NAME, parts[0]);
  if (parts[1] != NULL)
    remit_record_set_text (party, REMIT_PARTY_POSITION, parts[1]);
  g_ptr_array_add (records, party);
}

static gboolean
run_raise (RemitCli *cli,
           char **arguments,
           GError **error)
{
  gint64 plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[0], error);
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_record_free);
  g_autoptr (GArray) further = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (plan == 0)
    return FALSE;
  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, arguments[1]);
  if (!fill (cli, conflict, error) || !add_teams (cli, plan, further, error))
    return FALSE;
  for (guint i = 0; parties != NULL && parties[i] != NULL; i++)
    add_party (cli->workspace, parties[i], records);
  id = remit_settle_raise (cli->workspace, conflict, further, records, error);
  return id != 0 && remit_cli_show_conflict (cli, id, error);
}

/* ── The steps ────────────────────────────────────────────────────────────────────────────── */

/* @person: (out): who does it, when it is not the user; else 0 */
static gboolean
find (RemitCli *cli,
      const char *name,
      gint64 *conflict,
      gint64 *person,
      GError **error)
{
  *person = 0;
  if (remit_cli_get_workspace (cli, error) == NULL)
    return FALSE;
  *conflict = remit_conflict_find (cli->store, name, error);
  if (*conflict == 0 || by == NULL)
    return *conflict != 0;
  *person = remit_cli_entity_find (cli, REMIT_KIND_PERSON, 0, by, error);
  return *person != 0;
}

/* The note for the log is an option, or the argument if there is no other. */
static gboolean
run_step (RemitCli *cli,
          char **arguments,
          GError **error)
{
  gint64 conflict, person;

  return find (cli, arguments[0], &conflict, &person, error)
         && remit_settle_step (cli->workspace, conflict, (RemitConflictEventKind) cli->verb->detail,
                               rung, person, arguments[1] != NULL ? arguments[1] : text, error)
         && remit_cli_show_conflict (cli, conflict, error);
}

/* ── Correcting ───────────────────────────────────────────────────────────────────────────── */

/* Returns: the line of the log that is meant by its number, from 1, or its id; or 0 */
static gint64
find_entry (RemitStore *store,
            gint64 conflict,
            const char *entry,
            GError **error)
{
  g_autoptr (GPtrArray) log =
    remit_store_load_parts (store, REMIT_KIND_CONFLICT_EVENT, conflict, error);
  gint64 id = remit_id_parse (entry);
  guint64 number = 0;

  if (log == NULL)
    return 0;
  if (id == 0 && log->len > 0
      && g_ascii_string_to_unsigned (entry, 10, 1, log->len, &number, NULL))
    return remit_record_get_id (log->pdata[number - 1]);
  for (guint i = 0; i < log->len; i++)
    if (remit_record_get_id (log->pdata[i]) == id)
      return id;
  remit_design_refuse (error,
                       _ ("The log has no entry “%s”. “conflict show” lists the entry numbers."),
                       entry);
  return 0;
}

static gboolean
run_correct (RemitCli *cli,
             char **arguments,
             GError **error)
{
  gint64 conflict, person, entry;

  if (!find (cli, arguments[0], &conflict, &person, error))
    return FALSE;
  entry = find_entry (cli->store, conflict, arguments[1], error);
  return entry != 0 && remit_settle_correct (cli->workspace, entry, arguments[2], error)
         && remit_cli_show_conflict (cli, conflict, error);
}

/* ── Resolving ────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_mode (RemitMode *found,
           GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_CONFLICT);

  if (!remit_cli_value_set (NULL, 0, record, REMIT_CONFLICT_MODE, mode, error))
    return FALSE;
  *found = (RemitMode) remit_record_get_integer (record, REMIT_CONFLICT_MODE);
  return TRUE;
}

/* Before anything is read: what does not belong together. */
static gboolean
check_options (GError **error)
{
  gboolean is_new = new_decision != NULL && *new_decision != '\0';

  if (decision != NULL && is_new)
    return remit_cli_misuse (error,
                             _ ("A conflict has one resulting decision: use either --decision or "
                                "--new-decision"));
  return rights == NULL || decision != NULL || is_new
         || remit_cli_misuse (error, _ ("--right needs --decision or --new-decision"));
}

/* @cells: (element-type RemitCell): is appended what the rights are to be */
static gboolean
find_outcome (RemitCli *cli,
              gint64 id,
              RemitResolution *resolution,
              GArray *cells,
              GError **error)
{
  g_autoptr (RemitRecord) conflict = remit_store_load (cli->store, REMIT_KIND_CONFLICT, id, error);
  gint64 plan;

  if (conflict == NULL)
    return FALSE;
  plan = remit_design_get_plan (conflict);
  if (decision != NULL)
    resolution->decision = remit_cli_entity_find (cli, REMIT_KIND_DECISION, plan, decision, error);
  if ((decision != NULL && resolution->decision == 0)
      || !remit_workspace_open_plan (cli->workspace, plan, error))
    return FALSE;
  for (guint i = 0; rights != NULL && rights[i] != NULL; i++)
    if (!remit_cli_right_add (cli->workspace, plan, resolution->decision, rights[i], cells, error))
      return FALSE;
  resolution->cells = (const RemitCell *) cells->data;
  resolution->n_cells = cells->len;
  return TRUE;
}

static gboolean
run_resolve (RemitCli *cli,
             char **arguments,
             GError **error)
{
  RemitResolution resolution = { .text = text, .new_decision = new_decision };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (RemitCell));
  gint64 conflict, person;

  return check_options (error) && find_mode (&resolution.mode, error)
         && find (cli, arguments[0], &conflict, &person, error)
         && find_outcome (cli, conflict, &resolution, cells, error)
         && remit_settle_resolve (cli->workspace, conflict, person, &resolution, error)
         && remit_cli_show_conflict (cli, conflict, error);
}

#define SHOWS N_ ("CONFLICT is an id or a title.\n\nJSON: as in “conflict show”.")

const RemitCliVerb remit_cli_conflict_verbs[] = {
  { "conflict raise", N_ ("PLAN TITLE"), 2, REMIT_CLI_NO_FLAGS, N_ ("Raise a conflict"),
    N_ ("The conflict starts on the first level of the team’s ladder.\n\nJSON: as in “conflict "
        "show”."),
    raise_options, run_raise },
  { "conflict state", N_ ("CONFLICT TEXT"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Add an entry to the log of a conflict"), SHOWS, state_options, run_step,
    .detail = REMIT_CONFLICT_EVENT_STATEMENT },
  { "conflict correct", N_ ("CONFLICT ENTRY TEXT"), 3, REMIT_CLI_NO_FLAGS,
    N_ ("Correct a log entry"),
    N_ ("CONFLICT is an id or a title. ENTRY is the number of a log entry in “conflict show”, "
        "or\n"
        "its id. The entry is kept; the correction is a new entry that refers to it.\n"
        "\n"
        "JSON: as in “conflict show”."),
    NULL, run_correct },
  { "conflict mediate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Start mediation of a "
                                                                    "conflict"),
    SHOWS, step_options, run_step, .detail = REMIT_CONFLICT_EVENT_MEDIATION },
  { "conflict escalate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Escalate a conflict to the next level"), SHOWS, climb_options, run_step,
    .detail = REMIT_CONFLICT_EVENT_ESCALATED },
  { "conflict de-escalate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Return a conflict to the previous level"), SHOWS, climb_options, run_step,
    .detail = REMIT_CONFLICT_EVENT_DE_ESCALATED },
  { "conflict resolve", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Resolve a conflict"),
    N_ ("CONFLICT is an id or a title. HOLDER is a slot (“Team/Slot”), role or person. LETTERS,\n"
        "such as R/A, replace the holder’s rights; “-” removes them. Everything is saved as one\n"
        "change.\n"
        "\n"
        "JSON: as in “conflict show”."),
    resolve_options, run_resolve },
  { "conflict close", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Close a conflict, resolved or not"), SHOWS, step_options, run_step,
    .detail = REMIT_CONFLICT_EVENT_CLOSED },
  { "conflict withdraw", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Withdraw a conflict"), SHOWS,
    step_options, run_step, .detail = REMIT_CONFLICT_EVENT_WITHDRAWN },
  { "conflict reopen", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Reopen a conflict"), SHOWS,
    step_options, run_step, .detail = REMIT_CONFLICT_EVENT_REOPENED },
  { NULL }
};
