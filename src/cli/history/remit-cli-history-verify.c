/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace. */
#include "remit-cli-history.h"

#include <glib/gi18n.h>

#include "exchange/plan/remit-plan-reader.h"
#include "store/history/remit-history-verify.h"
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

/* @contained: (out): whether the workspace had the state once that a plan was exported in */
static gboolean
compare_with_plan (RemitStore *store,
                   const char *against,
                   gboolean *contained,
                   gint64 *length,
                   GError **error)
{
  g_autofree char *hash = NULL;
  g_autoptr (GError) local_error = NULL;

  *contained = FALSE;
  if (!remit_plan_read_history (against, length, &hash, error))
    return FALSE;
  *contained = remit_history_contains (store, *length, hash, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
print_comparison (const char *against,
                  gboolean contained,
                  gint64 length)
{
  if (contained)
    /* Translators: a file name, and a number of edits */
    g_print (_ ("The workspace contains the state of “%s”, after edit %ld\n"), against,
             (long) length);
  else
    g_print (_ ("The workspace does not contain the state of “%s”, after edit %ld: it is another "
                "one, or its history was rewritten\n"),
             against, (long) length);
}

gboolean
remit_cli_verify_history (RemitCli *cli,
                          const char *against,
                          GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  g_autoptr (RemitVerdict) verdict = NULL;
  gboolean contained = TRUE;
  gint64 length = 0;
  JsonObject *object;

  if (against != NULL && !compare_with_plan (cli->store, against, &contained, &length, error))
    return FALSE;
  remit_cli_progress_init (&progress, _ ("Verifying"));
  verdict = remit_history_verify (cli->store, REMIT_VERIFY_ALL, progress.cancellable,
                                  remit_cli_progress_step, &progress, error);
  remit_cli_progress_clear (&progress);
  if (verdict == NULL)
    return FALSE;
  cli->found = !remit_verdict_is_whole (verdict) || !contained;
  if (!cli->json)
    {
      print_verdict (verdict);
      if (against != NULL)
        print_comparison (against, contained, length);
      return TRUE;
    }
  object = json_object_new ();
  set_verdict (object, verdict);
  if (against != NULL)
    json_object_set_boolean_member (object, "contained", contained);
  remit_cli_json_print (object);
  return TRUE;
}
