/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace. */
#include "remit-cli-history.h"

#include <glib/gi18n.h>

#include "exchange/plan/remit-audit.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static void
print_verdict (const RemitVerification *verdict)
{
  g_autofree char *sentence = remit_verification_dup_sentence (verdict);

  g_print ("%s\n", sentence);
  if (verdict->difference.n_rows > 1)
    g_print (ngettext ("and %'u more row was also modified\n",
                       "and %'u more rows were also modified\n",
                       verdict->difference.n_rows - 1),
             verdict->difference.n_rows - 1);
  if (!remit_verification_is_whole (verdict))
    g_print ("%s\n", _ ("The file was modified outside Remit. Compare it with a backup."));
  else if (verdict->length > 0)
    /* Translators: a hash, in hexadecimal digits */
    g_print (_ ("Hash of the newest entry: %s\n"), verdict->hash);
}

static void
set_verdict (JsonObject *object,
             const RemitVerification *verdict)
{
  g_autofree char *sentence = remit_verification_dup_sentence (verdict);

  json_object_set_boolean_member (object, "whole", remit_verification_is_whole (verdict));
  json_object_set_int_member (object, "length", verdict->length);
  json_object_set_int_member (object, "sealed", verdict->sealed);
  json_object_set_string_member (object, "head", verdict->hash);
  if (verdict->broken != 0)
    json_object_set_int_member (object, "broken", verdict->broken);
  else
    json_object_set_null_member (object, "broken");
  json_object_set_int_member (object, "rows", verdict->difference.n_rows);
  json_object_set_string_member (object, "sentence", sentence);
}

static void
print_audit (const RemitAudit *audit)
{
  g_autofree char *comparison = remit_audit_dup_comparison (audit);

  print_verdict (audit->verdict);
  for (guint i = 0; i < audit->archives->len; i++)
    {
      g_autofree char *sentence = remit_archive_verdict_dup_sentence (audit->archives->pdata[i]);

      g_print ("%s\n", sentence);
    }
  if (comparison != NULL)
    g_print ("%s\n", comparison);
}

static void
set_archives (JsonObject *object,
              const RemitAudit *audit)
{
  JsonArray *archives = remit_cli_json_add_array (object, "archives");

  for (guint i = 0; i < audit->archives->len; i++)
    {
      const RemitArchiveVerdict *verdict = audit->archives->pdata[i];
      g_autofree char *name = g_filename_display_name (verdict->path);
      g_autofree char *sentence = remit_archive_verdict_dup_sentence (verdict);
      JsonObject *archive = remit_cli_json_append (archives);

      json_object_set_string_member (archive, "file", name);
      json_object_set_boolean_member (archive, "right", remit_archive_verdict_is_right (verdict));
      json_object_set_int_member (archive, "length", verdict->verdict->length);
      json_object_set_string_member (archive, "head", verdict->verdict->hash);
      json_object_set_string_member (archive, "sentence", sentence);
    }
}

gboolean
remit_cli_verify_history (RemitCli *cli,
                          const char *against,
                          const char *const *archives,
                          GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitWorkControl control = { .progress = remit_cli_progress_step, .progress_data = &progress };
  RemitAuditOrder order = { (char *) against, (GStrv) archives };
  g_autoptr (RemitAudit) audit = NULL;
  JsonObject *object;

  remit_cli_progress_init (&progress, _ ("Verifying"));
  control.cancellable = progress.cancellable;
  audit = remit_audit_run (cli->store, &control, &order, error);
  remit_cli_progress_clear (&progress);
  if (audit == NULL)
    return FALSE;
  cli->found = !remit_audit_is_whole (audit);
  if (!cli->json)
    {
      print_audit (audit);
      return TRUE;
    }
  object = json_object_new ();
  set_verdict (object, audit->verdict);
  set_archives (object, audit);
  if (against != NULL)
    json_object_set_boolean_member (object, "contained", audit->contained);
  remit_cli_json_print (object);
  return TRUE;
}
