/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying what a damaged or altered workspace holds into a new one. */
#include <glib/gi18n.h>

#include "remit-cli.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-repair.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

/* Opens the new file as usual, and reports the state of its history. */
static RemitVerification *
verify (const char *path,
        const RemitCliProgress *progress,
        GError **error)
{
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_NO_FLAGS, error);

  return store != NULL ? remit_history_verify (store, REMIT_VERIFY_ALL, progress->cancellable, NULL,
                                               NULL, error)
                       : NULL;
}

static void
print_report (const RemitRepair *report,
              const RemitVerification *verdict)
{
  g_autofree char *sentence = remit_verification_dup_sentence (verdict);

  g_print (ngettext ("%'lu row was copied\n", "%'lu rows were copied\n", (gulong) report->n_rows),
           (gulong) report->n_rows);
  for (guint i = 0; i < report->left_out->len; i++)
    g_print ("  %s\n", (const char *) report->left_out->pdata[i]);
  g_print ("%s\n", sentence);
}

static void
print_json (const RemitRepair *report,
            const RemitVerification *verdict)
{
  g_autofree char *sentence = remit_verification_dup_sentence (verdict);
  JsonObject *object = json_object_new ();
  JsonArray *left_out = json_array_new ();

  for (guint i = 0; i < report->left_out->len; i++)
    json_array_add_string_element (left_out, report->left_out->pdata[i]);
  json_object_set_int_member (object, "rows", report->n_rows);
  json_object_set_array_member (object, "left_out", left_out);
  json_object_set_boolean_member (object, "whole", remit_verification_is_whole (verdict));
  json_object_set_string_member (object, "sentence", sentence);
  remit_cli_json_print (object);
}

static gboolean
run_repair (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  g_autoptr (RemitRepair) report = NULL;
  g_autoptr (RemitVerification) verdict = NULL;

  remit_cli_progress_init (&progress, _ ("Copying"));
  report = remit_repair (arguments[0], arguments[1], progress.cancellable, error);
  if (report != NULL)
    verdict = verify (arguments[1], &progress, error);
  remit_cli_progress_clear (&progress);
  if (verdict == NULL)
    return FALSE;
  cli->found = report->left_out->len > 0 || !remit_verification_is_whole (verdict);
  if (cli->json)
    print_json (report, verdict);
  else
    print_report (report, verdict);
  return TRUE;
}

const RemitCliVerb remit_cli_repair_verbs[] = {
  { "repair", N_ ("FILE NEW-FILE"), 2, REMIT_CLI_TAKES_FILE,
    N_ ("Copy the data of a workspace that cannot be opened"),
    N_ ("Copies the rows of a damaged or modified file into a new workspace, and reports rows "
        "that\n"
        "could not be copied, and whether the history is intact. The old file is not changed, "
        "and\n"
        "no code in it is run. The exit status is 1 when rows were skipped or the history is "
        "not\n"
        "intact.\n"
        "\n"
        "JSON: rows, left_out (sentences), whole, sentence."),
    NULL, run_repair },
  { NULL }
};
