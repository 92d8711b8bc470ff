/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that write into the log of a decision. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "plan/decide/remit-decide.h"

static char *by;
static char *text;
static char *result;
static char *consequences;
static char *evidence;
static char *override;

static const GOptionEntry log_options[] = {
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Act on behalf of this person"), N_ ("PERSON") },
  { "text", 't', 0, G_OPTION_ARG_STRING, &text, N_ ("Note for the log"), N_ ("TEXT") },
  { "result", 'r', 0, G_OPTION_ARG_STRING, &result, N_ ("Result of an outcome"), N_ ("RESULT") },
  { "consequences", 0, 0, G_OPTION_ARG_STRING, &consequences, N_ ("Consequences"), N_ ("TEXT") },
  { "evidence", 0, 0, G_OPTION_ARG_STRING, &evidence, N_ ("Evidence"), N_ ("TEXT") },
  { "override", 0, 0, G_OPTION_ARG_STRING, &override, N_ ("Reason for the override"),
    N_ ("TEXT") },
  REMIT_CLI_PLAN_OPTION,
  { NULL }
};

/* Fills what has to be found or understood. */
static gboolean
fill (RemitCli *cli,
      RemitLogEntry *entry,
      const char *kind,
      GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_DECISION_EVENT);

  if (!remit_cli_value_set (cli, 0, record, REMIT_DECISION_EVENT_KIND, kind, error)
      || !remit_cli_value_set (cli, 0, record, REMIT_DECISION_EVENT_RESULT, result, error)
      || (by != NULL
          && (entry->person = remit_cli_entity_find (cli, REMIT_KIND_PERSON, 0, by, error)) == 0))
    return FALSE;
  entry->kind = (RemitDecisionEventKind) remit_record_get_integer (record,
                                                                   REMIT_DECISION_EVENT_KIND);
  entry->result = (RemitResult) remit_record_get_integer (record, REMIT_DECISION_EVENT_RESULT);
  if (entry->kind != REMIT_DECISION_EVENT_CORRECTION)
    return TRUE;
  return remit_cli_misuse (error, _ ("Use “remit-cli decision correct” to correct an entry"));
}

static gboolean
run_log (RemitCli *cli,
         char **arguments,
         GError **error)
{
  RemitLogEntry entry = { .text = text, .consequences = consequences, .evidence = evidence,
                          .override = override };

  entry.decision = remit_cli_entity_find_argument (cli, REMIT_KIND_DECISION, arguments[0], error);
  return entry.decision != 0 && fill (cli, &entry, arguments[1], error)
         && remit_decide_log (cli->workspace, &entry, error) != 0
         && remit_cli_show_entity (cli, REMIT_KIND_DECISION, entry.decision, error);
}

static gboolean
run_correct (RemitCli *cli,
             char **arguments,
             GError **error)
{
  g_autoptr (RemitRecord) event = NULL;
  gint64 id = remit_cli_entity_find_argument (cli, REMIT_KIND_DECISION_EVENT, arguments[0], error);

  if (id == 0 || remit_decide_correct (cli->workspace, id, arguments[1], error) == 0)
    return FALSE;
  event = remit_store_load (cli->store, REMIT_KIND_DECISION_EVENT, id, error);
  return event != NULL
         && remit_cli_show_entity (cli, REMIT_KIND_DECISION,
                                   remit_record_get_integer (event,
                                                             REMIT_DECISION_EVENT_DECISION),
                                   error);
}

const RemitCliVerb remit_cli_decision_verbs[] = {
  { "decision log", N_ ("DECISION EVENT"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Add an entry to the log of a decision"),
    N_ ("EVENT is input, objection, outcome or review. An outcome sets the status of the\n"
        "decision. “show kind decision-event” lists the values of RESULT.\n"
        "\n"
        "JSON: as in “show”."),
    log_options, run_log },
  { "decision correct", N_ ("ID TEXT"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Correct a log entry"),
    N_ ("The entry is kept; the correction is a new entry that refers to it. “show decision”\n"
        "lists the entries with their ids.\n"
        "\n"
        "JSON: as in “show”."),
    NULL, run_correct },
  { NULL }
};
