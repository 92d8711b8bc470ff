/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program starts: finds the verb, reads its options, runs it, tells what went wrong. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "model/remit-locale.h"
#include "remit-cli.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-table.h"

static const RemitCliVerb *const groups[] = {
  remit_cli_plan_verbs,
  remit_cli_import_verbs,
  remit_cli_export_verbs,
  remit_cli_assign_verbs,
  remit_cli_check_verbs,
  remit_cli_conflict_list_verbs,
  remit_cli_conflict_show_verbs,
  remit_cli_conflict_raise_verbs,
  remit_cli_conflict_verbs,
  remit_cli_history_verbs,
};

static char *workspace;
static gboolean json;
static gboolean version;
static gboolean help;

static const GOptionEntry common_options[] = {
  { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &workspace,
    N_ ("The workspace, instead of your own"), N_ ("FILE") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON, for programs"), NULL },
  { NULL }
};

static const GOptionEntry first_options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
  { NULL }
};

/* How many of the words are the verb's name, or 0. */
static guint
match_verb (const RemitCliVerb *verb,
            char **words)
{
  g_auto (GStrv) names = g_strsplit (verb->name, " ", 0);
  guint n;

  for (n = 0; names[n] != NULL; n++)
    if (words[n] == NULL || !g_str_equal (words[n], names[n]))
      return 0;
  return n;
}

static const RemitCliVerb *
find_verb (char **words,
           guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RemitCliVerb *verb = groups[i]; verb->name != NULL; verb++)
      if ((*n_words = match_verb (verb, words)) > 0)
        return verb;
  return NULL;
}

static char *
dup_synopsis (const RemitCliVerb *verb)
{
  return g_strjoin (" ", verb->name, verb->arguments != NULL ? _ (verb->arguments) : NULL, NULL);
}

static GOptionContext *
new_verb_context (const RemitCliVerb *verb)
{
  g_autofree char *synopsis = dup_synopsis (verb);
  GOptionContext *context = g_option_context_new (synopsis);

  g_option_context_set_summary (context, _ (verb->summary));
  if (verb->description != NULL)
    g_option_context_set_description (context, _ (verb->description));
  if (verb->options != NULL)
    g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  return context;
}

/* The options before the verb: reading stops at the first word that is none. */
static GOptionContext *
new_first_context (void)
{
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, first_options, GETTEXT_PACKAGE);
  return context;
}

static void
print_verb_help (const RemitCliVerb *verb)
{
  g_autoptr (GOptionContext) context = new_verb_context (verb);
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

  g_print ("%s", text);
}

/* Returns: a line for each verb whose name begins with @prefix; empty when none does */
static char *
dup_verbs (const char *prefix)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RemitCliVerb *verb = groups[i]; verb->name != NULL; verb++)
      {
        g_autofree char *synopsis = dup_synopsis (verb);
        g_autofree char *indented = g_strconcat ("  ", synopsis, NULL);

        if (!g_str_has_prefix (verb->name, prefix))
          continue;
        remit_cli_table_add (table, indented);
        remit_cli_table_add (table, _ (verb->summary));
      }
  return remit_cli_table_dup_text (table);
}

static void
print_help (void)
{
  g_autofree char *verbs = dup_verbs ("");

  g_print (_ ("Usage:\n  remit-cli [--workspace FILE] [--json] VERB …\n\n"));
  g_print (_ ("Plans of cross-functional teams: who sits in which role slot.\n\n"));
  g_print (_ ("Verbs:\n%s"), verbs);
  g_print (_ ("\n"
              "Options:\n"
              "  -w, --workspace FILE  The workspace, instead of your own\n"
              "  -j, --json            Write JSON, for programs\n"
              "  --version             Show the version\n"
              "  -h, --help            Show this help\n"
              "\n"
              "PLAN, PERSON and SLOT are ids, or names that only one thing has.\n"
              "“remit-cli help VERB” tells more about a verb.\n"
              "\n"
              "Exit status: 0 done; 1 done, and something is wrong; 2 wrong usage;\n"
              "3 input refused, nothing changed; 4 the workspace cannot be read or written.\n"));
}

/* The verbs that begin with a word, such as "plan". */
static char *
dup_family (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  return dup_verbs (prefix);
}

static gboolean
refuse_verb (char **words,
             GError **error)
{
  g_autofree char *family = words[0] != NULL ? dup_family (words[0]) : NULL;

  if (words[0] == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("A verb is missing."));
  else if (*family == '\0')
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("There is no verb “%s”."),
                 words[0]);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 /* Translators: a word, and a list of lines */
                 _ ("“%s” needs a second word:\n%s"), words[0], g_strchomp (family));
  return FALSE;
}

static gboolean
run_help (char **words,
          GError **error)
{
  g_autofree char *family = words[0] != NULL ? dup_family (words[0]) : NULL;
  const RemitCliVerb *verb;
  guint n_words;

  if (words[0] == NULL)
    print_help ();
  else if ((verb = find_verb (words, &n_words)) != NULL)
    print_verb_help (verb);
  else if (words[1] == NULL && *family != '\0')
    g_print (_ ("Verbs:\n%s"), family);
  else
    return refuse_verb (words, error);
  return TRUE;
}

/* GOption leaves the "--" after which nothing is an option. */
static void
drop_separator (char **arguments)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    if (g_str_equal (arguments[i], "--"))
      {
        g_free (arguments[i]);
        for (; arguments[i + 1] != NULL; i++)
          arguments[i] = arguments[i + 1];
        arguments[i] = NULL;
        return;
      }
}

static gboolean
check_arguments (const RemitCliVerb *verb,
                 char **arguments,
                 GError **error)
{
  guint n = g_strv_length (arguments);

  if (n != verb->n_arguments)
    {
      g_autofree char *synopsis = dup_synopsis (verb);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   n < verb->n_arguments ? _ ("Something is missing: remit-cli %s")
                                         : _ ("That is one word too many: remit-cli %s"),
                   synopsis);
      return FALSE;
    }
  for (guint i = 0; i < n && !(verb->flags & REMIT_CLI_TAKES_FILE); i++)
    if (!g_utf8_validate (arguments[i], -1, NULL))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                     _ ("Argument %u is not in UTF-8."), i + 1);
        return FALSE;
      }
  return TRUE;
}

/* @words: the verb, its options and its arguments */
static gboolean
run_verb (RemitCli *cli,
          char **words,
          GError **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_auto (GStrv) rest = NULL;
  const RemitCliVerb *verb;
  guint n_words;

  verb = find_verb (words, &n_words);
  if (verb == NULL)
    return refuse_verb (words, error);

  /* What GOption takes for the program's name is the last word of the verb's. */
  rest = g_strdupv (words + n_words - 1);
  context = new_verb_context (verb);
  if (!g_option_context_parse_strv (context, &rest, error))
    return FALSE;
  drop_separator (rest);
  if (!check_arguments (verb, rest + 1, error))
    return FALSE;

  cli->path = g_strdup (workspace);
  cli->json = json;
  cli->may_create = (verb->flags & REMIT_CLI_CREATES) != 0;
  return verb->run (cli, rest + 1, error);
}

static gboolean
run (RemitCli *cli,
     char ***words,
     GError **error)
{
  g_autoptr (GOptionContext) context = new_first_context ();
  char **rest;

  if (!g_option_context_parse_strv (context, words, error))
    return FALSE;
  rest = *words + 1;

  if (version)
    {
      g_print ("remit-cli %s\n", REMIT_VERSION);
      return TRUE;
    }
  if (help)
    return run_help (rest, error);
  if (rest[0] != NULL && g_str_equal (rest[0], "help"))
    return run_help (rest + 1, error);
  return run_verb (cli, rest, error);
}

/* Ends as a program does that the signal ends, which is what a shell looks for. */
static void
end_by_signal (int number)
{
  sigset_t signals;

  signal (number, SIG_DFL);
  sigemptyset (&signals);
  sigaddset (&signals, number);
  raise (number);
  sigprocmask (SIG_UNBLOCK, &signals, NULL);
}

static RemitCliStatus
fail (RemitCli *cli,
      const GError *error)
{
  RemitCliStatus status = remit_cli_get_status (cli, error);
  int number = remit_cli_progress_get_signal ();

  if (number != 0)
    {
      g_printerr ("remit-cli: %s\n", _ ("Cancelled. Nothing was changed."));
      end_by_signal (number);
    }
  g_printerr ("remit-cli: %s\n", error->message);
  if (status == REMIT_CLI_USAGE)
    g_printerr ("%s\n", _ ("“remit-cli --help” tells how it is used."));
  return status;
}

/* What was printed may have had no room where it went. */
static gboolean
flush_output (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("What there is to say cannot be written to standard output."));
  return FALSE;
}

int
main (int argc,
      char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  g_auto (RemitCli) cli = { NULL };
  g_autoptr (GError) error = NULL;

  remit_locale_init ();
  g_set_prgname ("remit-cli");

  if (!run (&cli, &words, &error) || !flush_output (&error))
    return fail (&cli, error);
  return cli.found ? REMIT_CLI_FOUND : REMIT_CLI_DONE;
}
