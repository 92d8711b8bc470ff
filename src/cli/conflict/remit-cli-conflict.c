/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on conflicts. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-find.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "remit-cli-conflict.h"
#include "remit-cli-right.h"
#include "remit-cli.h"

static char *by;
static char *text;
static char *mode;
static char *decision;
static char *new_decision;
static char **rights;
static int rung;

#define BY_OPTION \
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Who does it, instead of you"), N_ ("PERSON") }
#define TEXT_OPTION \
  { "text", 't', 0, G_OPTION_ARG_STRING, &text, N_ ("What the log is told"), N_ ("TEXT") }

static const GOptionEntry state_options[] = { BY_OPTION, { NULL } };
static const GOptionEntry step_options[] = { BY_OPTION, TEXT_OPTION, { NULL } };

static const GOptionEntry climb_options[] = {
  BY_OPTION,
  TEXT_OPTION,
  { "from", 'f', 0, G_OPTION_ARG_INT, &rung,
    N_ ("The rung that it has to be on, or nothing is done"), N_ ("N") },
  { NULL }
};

static const GOptionEntry resolve_options[] = {
  BY_OPTION,
  { "text", 't', 0, G_OPTION_ARG_STRING, &text, N_ ("What it came to"), N_ ("TEXT") },
  { "mode", 'm', 0, G_OPTION_ARG_STRING, &mode,
    N_ ("How it was settled: competing, collaborating, compromising, avoiding, accommodating"),
    N_ ("MODE") },
  { "decision", 'd', 0, G_OPTION_ARG_STRING, &decision, N_ ("The decision that it led to"),
    N_ ("DECISION") },
  { "new-decision", 'n', 0, G_OPTION_ARG_STRING, &new_decision,
    N_ ("The title of a decision that is made with it"), N_ ("TITLE") },
  { "right", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &rights,
    N_ ("What a slot, role or person has in that decision from now on; can be repeated"),
    N_ ("HOLDER=LETTERS") },
  { NULL }
};

/* ── What a step is about ─────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitWorkspace *workspace;
  gint64 conflict;
  gint64 person;
} Step;

static gboolean
find_step (RemitCli *cli,
           const char *name,
           Step *step,
           GError **error)
{
  RemitEntity *person;

  step->workspace = remit_cli_get_workspace (cli, error);
  if (step->workspace == NULL)
    return FALSE;
  step->conflict = remit_conflict_find (remit_workspace_get_store (step->workspace), name,
                                            error);
  if (step->conflict == 0 || by == NULL)
    return step->conflict != 0;
  person = remit_design_find (step->workspace, REMIT_KIND_PERSON, 0, by, error);
  step->person = person != NULL ? remit_entity_get_id (person) : 0;
  return person != NULL;
}

static gboolean
end_step (RemitCli *cli,
          const Step *step,
          gboolean done,
          GError **error)
{
  return done && remit_cli_show_conflict (cli, step->workspace, step->conflict, error);
}

/* ── The steps ────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_state (RemitCli *cli,
           char **arguments,
           GError **error)
{
  Step step = { NULL };

  return find_step (cli, arguments[0], &step, error)
         && end_step (cli, &step,
                      remit_settle_state (step.workspace, step.conflict, step.person,
                                          arguments[1], error),
                      error);
}

typedef gboolean (*StepFunc) (RemitWorkspace *workspace,
                              gint64 conflict,
                              gint64 person,
                              const char *text,
                              GError **error);

static gboolean
run_step (RemitCli *cli,
          char **arguments,
          StepFunc func,
          GError **error)
{
  Step step = { NULL };

  return find_step (cli, arguments[0], &step, error)
         && end_step (cli, &step,
                      func (step.workspace, step.conflict, step.person, text, error), error);
}

static gboolean
run_mediate (RemitCli *cli,
             char **arguments,
             GError **error)
{
  return run_step (cli, arguments, remit_settle_mediate, error);
}

static gboolean
run_close (RemitCli *cli,
           char **arguments,
           GError **error)
{
  return run_step (cli, arguments, remit_settle_close, error);
}

static gboolean
run_withdraw (RemitCli *cli,
              char **arguments,
              GError **error)
{
  return run_step (cli, arguments, remit_settle_withdraw, error);
}

static gboolean
run_reopen (RemitCli *cli,
            char **arguments,
            GError **error)
{
  return run_step (cli, arguments, remit_settle_reopen, error);
}

static gboolean
escalate (RemitWorkspace *workspace,
          gint64 conflict,
          gint64 person,
          const char *words,
          GError **error)
{
  return remit_settle_escalate (workspace, conflict, rung, person, words, error);
}

static gboolean
de_escalate (RemitWorkspace *workspace,
             gint64 conflict,
             gint64 person,
             const char *words,
             GError **error)
{
  return remit_settle_de_escalate (workspace, conflict, rung, person, words, error);
}

static gboolean
run_escalate (RemitCli *cli,
              char **arguments,
              GError **error)
{
  return run_step (cli, arguments, escalate, error);
}

static gboolean
run_de_escalate (RemitCli *cli,
                 char **arguments,
                 GError **error)
{
  return run_step (cli, arguments, de_escalate, error);
}

/* ── Correcting ───────────────────────────────────────────────────────────────────────────── */

/* Returns: the line of the log that is meant by its number, from 1, or its id; or 0 */
static gint64
find_entry (RemitStore *store,
            gint64 conflict,
            const char *entry,
            GError **error)
{
  g_autoptr (GPtrArray) log = remit_settle_get_log (store, conflict, error);
  gint64 id = remit_id_parse (entry);
  guint64 number = 0;

  if (log == NULL)
    return 0;
  if (id == 0 && log->len > 0
      && g_ascii_string_to_unsigned (entry, 10, 1, log->len, &number, NULL))
    return remit_record_get_id (log->pdata[number - 1]);
  for (guint i = 0; id != 0 && i < log->len; i++)
    if (remit_record_get_id (log->pdata[i]) == id)
      return id;
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
               _ ("The log has no entry “%s”. “conflict show” numbers those that it has."), entry);
  return 0;
}

static gboolean
run_correct (RemitCli *cli,
             char **arguments,
             GError **error)
{
  Step step = { NULL };
  gint64 entry;

  if (!find_step (cli, arguments[0], &step, error))
    return FALSE;
  entry = find_entry (remit_workspace_get_store (step.workspace), step.conflict, arguments[1],
                      error);
  return entry != 0
         && end_step (cli, &step, remit_settle_correct (step.workspace, entry, arguments[2], error),
                      error);
}

/* ── Resolving ────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_mode (RemitMode *found,
           GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_CONFLICT);

  if (mode != NULL && !remit_record_parse (record, REMIT_CONFLICT_MODE, mode, error))
    return FALSE;
  *found = (RemitMode) remit_record_get_integer (record, REMIT_CONFLICT_MODE);
  return TRUE;
}

/* Before anything is read: what does not belong together. */
static gboolean
check_options (GError **error)
{
  gboolean is_new = new_decision != NULL && *new_decision != '\0';
  const char *problem = NULL;

  if (decision != NULL && is_new)
    problem = _ ("It ends in one decision: give --decision or --new-decision");
  else if (rights != NULL && decision == NULL && !is_new)
    problem = _ ("Rights are of a decision: --right needs --decision or --new-decision");
  if (problem != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem);
  return problem == NULL;
}

static gboolean
find_decision (const Step *step,
               gint64 plan,
               gint64 *found,
               GError **error)
{
  RemitEntity *entity;

  if (decision == NULL)
    return TRUE;
  entity = remit_design_find (step->workspace, REMIT_KIND_DECISION, plan, decision, error);
  *found = entity != NULL ? remit_entity_get_id (entity) : 0;
  return entity != NULL;
}

/* @cells: (element-type RemitCell): is appended what the rights are to be */
static gboolean
find_outcome (const Step *step,
              RemitResolution *resolution,
              GArray *cells,
              GError **error)
{
  RemitStore *store = remit_workspace_get_store (step->workspace);
  g_autoptr (RemitRecord) conflict = remit_store_load (store, REMIT_KIND_CONFLICT, step->conflict,
                                                       error);
  gint64 plan;

  if (conflict == NULL)
    return FALSE;
  plan = remit_record_get_integer (conflict, REMIT_CONFLICT_PLAN);
  if (!remit_workspace_open_plan (step->workspace, plan, error)
      || !find_decision (step, plan, &resolution->decision, error))
    return FALSE;
  for (guint i = 0; rights != NULL && rights[i] != NULL; i++)
    if (!remit_cli_right_add (step->workspace, plan, resolution->decision, rights[i], cells,
                              error))
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
  Step step = { NULL };

  return check_options (error) && find_mode (&resolution.mode, error)
         && find_step (cli, arguments[0], &step, error)
         && find_outcome (&step, &resolution, cells, error)
         && end_step (cli, &step,
                      remit_settle_resolve (step.workspace, step.conflict, step.person,
                                            &resolution, error),
                      error);
}

#define SHOWS N_ ("CONFLICT is an id, or a title.\n\nJSON: as in “conflict show”.")

const RemitCliVerb remit_cli_conflict_verbs[] = {
  { "conflict state", N_ ("CONFLICT TEXT"), 2, REMIT_CLI_NO_FLAGS,
    N_ ("Add to the log of a conflict"), SHOWS, state_options, run_state },
  { "conflict correct", N_ ("CONFLICT ENTRY TEXT"), 3, REMIT_CLI_NO_FLAGS,
    N_ ("Say what is wrong with an entry of the log"),
    N_ ("CONFLICT is an id, or a title. ENTRY is the number that “conflict show” gives an\n"
        "entry, or its id. The entry stays; the correction is another one that points to it.\n\n"
        "JSON: as in “conflict show”."),
    NULL, run_correct },
  { "conflict mediate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Begin to mediate a conflict"),
    SHOWS, step_options, run_mediate },
  { "conflict escalate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Bring a conflict to the next rung"), SHOWS, climb_options, run_escalate },
  { "conflict de-escalate", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Bring a conflict back to the rung before"), SHOWS, climb_options, run_de_escalate },
  { "conflict resolve", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Settle a conflict"),
    N_ ("CONFLICT is an id, or a title. HOLDER is a slot (“Team/Slot”), role or person;\n"
        "LETTERS such as R/A are all that it has then, and “-” takes them away. All of it is\n"
        "one edit.\n\n"
        "JSON: as in “conflict show”."),
    resolve_options, run_resolve },
  { "conflict close", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Close a conflict, resolved or not"), SHOWS, step_options, run_close },
  { "conflict withdraw", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Take a conflict back"), SHOWS,
    step_options, run_withdraw },
  { "conflict reopen", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS, N_ ("Open a conflict again"), SHOWS,
    step_options, run_reopen },
  { NULL }
};
