/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace. */
#include "remit-cli-history.h"

#include <glib/gi18n.h>

#include "exchange/plan/remit-audit.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static void
print_verdict (const RemitVerdict *verdict)
{
  g_autofree char *sentence = remit_verdict_dup_sentence (verdict);

  g_print ("%s\n", sentence);
  if (verdict->difference.n_rows > 1)
    g_print (ngettext ("and so was %'u more row of the data\n",
                       "and so were %'u more rows of the data\n",
                       verdict->difference.n_rows - 1),
             verdict->difference.n_rows - 1);
  if (!remit_verdict_is_whole (verdict))
    g_print ("%s\n", _ ("Something else than Remit wrote to the file. Compare it with a backup."));
  else if (verdict->length > 0)
    /* Translators: a hash, in hexadecimal digits */
    g_print (_ ("Hash of the newest: %s\n"), verdict->hash);
}

static void
set_verdict (JsonObject *object,
             const RemitVerdict *verdict)
{
  g_autofree char *sentence = remit_verdict_dup_sentence (verdict);

  json_object_set_boolean_member (object, "whole", remit_verdict_is_whole (verdict));
  json_object_set_int_member (object, "length", verdict->length);
  json_object_set_string_member (object, "head", verdict->hash);
  if (verdict->broken != 0)
    json_object_set_int_member (object, "broken", verdict->broken);
  else
    json_object_set_null_member (object, "broken");
  json_object_set_int_member (object, "rows", verdict->difference.n_rows);
  json_object_set_string_member (object, "sentence", sentence);
}

gboolean
remit_cli_verify_history (RemitCli *cli,
                          const char *against,
                          GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitWorkControl control = { .progress = remit_cli_progress_step, .progress_data = &progress };
  g_autoptr (RemitAudit) audit = NULL;
  g_autofree char *comparison = NULL;
  JsonObject *object;

  remit_cli_progress_init (&progress, _ ("Verifying"));
  control.cancellable = progress.cancellable;
  audit = remit_audit_run (cli->store, &control, (gpointer) against, error);
  remit_cli_progress_clear (&progress);
  if (audit == NULL)
    return FALSE;
  cli->found = !remit_audit_is_whole (audit);
  if (!cli->json)
    {
      print_verdict (audit->verdict);
      comparison = remit_audit_dup_comparison (audit);
      if (comparison != NULL)
        g_print ("%s\n", comparison);
      return TRUE;
    }
  object = json_object_new ();
  set_verdict (object, audit->verdict);
  if (against != NULL)
    json_object_set_boolean_member (object, "contained", audit->contained);
  remit_cli_json_print (object);
  return TRUE;
}
