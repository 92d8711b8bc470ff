/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for signed plans: checking one, and whose signatures are trusted. */
#include "remit-cli-signature.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/signature/remit-signature.h"
#include "exchange/signature/remit-signers.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* A line, which nobody makes longer. */
#define MAX_PASSWORD 4096

char **remit_cli_signers;
char *remit_cli_sign_key;
char *remit_cli_sign_certificate;
char *remit_cli_sign_password;

static const GOptionEntry verify_options[] = {
  REMIT_CLI_SIGNER_OPTION,
  { NULL }
};

/* ── Signing ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): the first line of a file */
static char *
read_password (GError **error)
{
  gsize length;
  char *line = remit_exchange_load (remit_cli_sign_password, MAX_PASSWORD, &length, error);

  if (line != NULL)
    line[strcspn (line, "\r\n")] = '\0';
  return line;
}

gboolean
remit_cli_signing_key_load (const RemitExporter *exporter,
                            RemitSigningKey **key,
                            GError **error)
{
  g_autofree char *password = NULL;

  if (remit_cli_sign_key == NULL)
    return (remit_cli_sign_certificate == NULL && remit_cli_sign_password == NULL)
           || remit_cli_misuse (error, _ ("--certificate and --password-file need --sign KEY"));
  if (!g_str_equal (exporter->name, "xml"))
    return remit_cli_misuse (error, _ ("--sign needs the format xml"));
  if (remit_cli_sign_password != NULL && (password = read_password (error)) == NULL)
    return FALSE;
  *key = remit_signing_key_load (remit_cli_sign_key, remit_cli_sign_certificate, password, error);
  if (*key == NULL && error != NULL && password == NULL
      && g_error_matches (*error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_PASSWORD))
    {
      g_autofree char *message = g_steal_pointer (&(*error)->message);

      (*error)->message = g_strjoin ("\n", message,
                                     _ ("--password-file FILE reads it from a file."), NULL);
    }
  return *key != NULL;
}

/* ── Checking ─────────────────────────────────────────────────────────────────────────────── */

static void
set_verdict (JsonObject *object,
             const RemitSignatureVerdict *verdict)
{
  g_autofree char *sentence = remit_signature_verdict_dup_sentence (verdict);

  json_object_set_string_member (object, "signature", remit_signature_state_nicks[verdict->state]);
  json_object_set_string_member (object, "signer", verdict->signer);
  json_object_set_string_member (object, "fingerprint", verdict->fingerprint);
  json_object_set_string_member (object, "sentence", sentence);
}

void
remit_cli_signature_set (JsonObject *object,
                         const RemitSignatureVerdict *verdict)
{
  JsonObject *member = verdict != NULL ? json_object_new () : NULL;

  if (verdict != NULL)
    set_verdict (member, verdict);
  json_object_set_object_member (object, "signature", member);
}

static gboolean
run_verify (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_autoptr (RemitSignatureVerdict) verdict =
    remit_signature_check (arguments[0], (const char *const *) remit_cli_signers, error);
  g_autofree char *sentence = NULL;

  if (verdict == NULL)
    return FALSE;
  cli->found = verdict->state != REMIT_SIGNATURE_VALID;
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      set_verdict (object, verdict);
      remit_cli_json_print (object);
      return TRUE;
    }
  sentence = remit_signature_verdict_dup_sentence (verdict);
  g_print ("%s\n", sentence);
  return TRUE;
}

/* ── Those who are trusted ────────────────────────────────────────────────────────────────── */

static gboolean
run_list (RemitCli *cli,
          char **arguments G_GNUC_UNUSED,
          GError **error G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) signers = remit_signers_list ();
  /* Translators: heads of columns */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Signer"), _ ("Fingerprint"), NULL);
  JsonObject *object = cli->json ? json_object_new () : NULL;
  JsonArray *list = cli->json ? remit_cli_json_add_array (object, "signers") : NULL;

  for (guint i = 0; i < signers->len; i++)
    {
      const RemitSigner *signer = signers->pdata[i];

      if (cli->json)
        {
          JsonObject *item = remit_cli_json_append (list);

          json_object_set_string_member (item, "name", signer->name);
          json_object_set_string_member (item, "fingerprint", signer->fingerprint);
          continue;
        }
      remit_cli_table_add (table, signer->name);
      remit_cli_table_add (table, signer->fingerprint);
    }
  if (cli->json)
    remit_cli_json_print (object);
  else if (signers->len > 0)
    remit_cli_table_print (table);
  else
    g_print ("%s\n", _ ("No signers are trusted."));
  return TRUE;
}

static void
show_signer (RemitCli *cli,
             const RemitSigner *signer,
             const char *format)
{
  JsonObject *object;

  if (!cli->json)
    {
      g_print (format, signer->name, signer->fingerprint);
      g_print ("\n");
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "name", signer->name);
  json_object_set_string_member (object, "fingerprint", signer->fingerprint);
  remit_cli_json_print (object);
}

static gboolean
run_add (RemitCli *cli,
         char **arguments,
         GError **error)
{
  g_autoptr (RemitSigner) signer = remit_signers_add (arguments[0], error);

  if (signer == NULL)
    return FALSE;
  /* Translators: a name, and hexadecimal digits */
  show_signer (cli, signer, _ ("Signatures by “%s” are trusted now. Fingerprint of the key: %s"));
  return TRUE;
}

/* A name may stand for several, a fingerprint or its beginning seldom does. */
static const RemitSigner *
find (GPtrArray *signers,
      const char *word,
      GError **error)
{
  const RemitSigner *found = NULL;

  for (guint i = 0; i < signers->len; i++)
    {
      const RemitSigner *signer = signers->pdata[i];
      gboolean is_meant = g_str_equal (signer->name, word)
                          || (strlen (word) >= 8
                              && g_str_has_prefix (signer->fingerprint, word));

      if (is_meant && found != NULL && !g_str_equal (found->fingerprint, signer->fingerprint))
        {
          remit_exchange_refuse (error, _ ("“%s” is the name of several signers. Give the "
                                           "fingerprint instead."), word);
          return NULL;
        }
      if (is_meant)
        found = signer;
    }
  if (found == NULL)
    remit_exchange_refuse (error, _ ("No trusted signer has the name or fingerprint “%s”"), word);
  return found;
}

static gboolean
run_remove (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_autoptr (GPtrArray) signers = remit_signers_list ();
  const RemitSigner *signer = find (signers, arguments[0], error);

  if (signer == NULL || !remit_signers_remove (signer->fingerprint, error))
    return FALSE;
  /* Translators: a name, and hexadecimal digits */
  show_signer (cli, signer, _ ("Signatures by “%s” are no longer trusted. Fingerprint of the key: "
                               "%s"));
  return TRUE;
}

const RemitCliVerb remit_cli_signature_verbs[] = {
  { "verify", N_ ("PLAN.xml"), 1, REMIT_CLI_TAKES_FILE,
    N_ ("Check whether, and by whom, an exported plan is signed"),
    N_ ("The exit status is 0 when the plan is signed by a trusted signer and has not changed\n"
        "since; otherwise 1. Trusted signers are those of “signer list” and of --signer. A\n"
        "certificate is also trusted when one of them issued it.\n"
        "\n"
        "JSON: signature (none, valid, unknown, changed or refused), signer, fingerprint,\n"
        "sentence."),
    verify_options, run_verify },
  { "signer list", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List the trusted signers of plans"),
    N_ ("JSON: signers (objects with name and fingerprint)."), NULL, run_list },
  { "signer add", N_ ("FILE"), 1, REMIT_CLI_TAKES_FILE,
    N_ ("Trust the signatures of a certificate or public key"),
    N_ ("The file is a certificate (PEM or DER) or a public key (PEM). Compare its fingerprint\n"
        "with that of its owner.\n"
        "\n"
        "JSON: name, fingerprint."),
    NULL, run_add },
  { "signer remove", N_ ("SIGNER"), 1, REMIT_CLI_NO_FLAGS, N_ ("Stop trusting a signer"),
    N_ ("The signer is a name, or the beginning of a fingerprint.\n"
        "\n"
        "JSON: name, fingerprint."),
    NULL, run_remove },
  { NULL }
};
