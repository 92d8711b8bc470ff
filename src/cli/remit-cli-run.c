/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the program: finds the verb, reads its options, runs it, tells what went wrong. */
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-locale.h"
#include "remit-cli.h"
#include "store/remit-leftovers.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-terminal.h"

static char *workspace;
static gboolean json;
static gboolean version;
static gboolean help;

const GOptionEntry remit_cli_common_options[] = {
  { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &workspace,
    N_ ("Workspace (default: your personal workspace)"), N_ ("FILE") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON, for programs"), NULL },
  { NULL }
};

static const GOptionEntry first_options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
  { NULL }
};

static GOptionContext *
new_verb_context (const RemitCliVerb *verb)
{
  g_autofree char *synopsis = remit_cli_verb_dup_synopsis (verb);
  g_autofree char *details = verb->dup_details != NULL ? verb->dup_details (verb) : NULL;
  g_autofree char *description = verb->description != NULL
                                   ? g_strjoin ("\n\n", _ (verb->description), details, NULL)
                                   : NULL;
  g_autofree GOptionEntry *common = remit_cli_verb_dup_common_options (verb);
  GOptionContext *context = g_option_context_new (synopsis);

  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_set_description (context, description);
  if (verb->options != NULL)
    g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/* The options before the verb: reading stops at the first word that is none. */
static GOptionContext *
new_first_context (void)
{
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, remit_cli_common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, first_options, GETTEXT_PACKAGE);
  return context;
}

static void
print_help (void)
{
  g_autofree char *verbs = remit_cli_verbs_dup_list (NULL);

  g_print (_ ("Usage:\n  remit-cli [--workspace FILE] [--json] VERB …\n\n"));
  g_print (_ ("Plan cross-functional teams: who fills which role.\n\n"));
  g_print (_ ("Verbs:\n%s"), verbs);
  g_print (_ ("\n"
              "Options:\n"
              "  -w, --workspace FILE  Workspace (default: your personal workspace)\n"
              "  -j, --json            Write JSON, for programs\n"
              "  --version             Show the version\n"
              "  -h, --help            Show this help\n"
              "\n"
              "PLAN, PERSON and SLOT are ids or unambiguous names.\n"
              "“remit-cli help VERB” shows help for a verb, “remit-cli help KIND” for a kind.\n"
              "\n"
              "Exit status: 0 success; 1 success, with problems found; 2 wrong usage;\n"
              "3 input rejected, nothing changed; 4 the workspace cannot be read or written.\n"));
}

static gboolean
refuse_verb (char **words,
             GError **error)
{
  g_autofree char *family = words[0] != NULL ? remit_cli_verbs_dup_list (words[0]) : NULL;

  if (words[0] == NULL)
    remit_cli_misuse (error, _ ("The verb is missing."));
  else if (*family == '\0')
    remit_cli_misuse (error, _ ("Unknown verb “%s”."), words[0]);
  else
    remit_cli_misuse (error,
                      /* Translators: a word, and a list of lines */
                      _ ("“%s” needs a second word:\n%s"), words[0], g_strchomp (family));
  return FALSE;
}

/* A word may be the first one of several verbs, a kind, or both. */
static gboolean
help_with_word (RemitCli *cli,
                char **words,
                GError **error)
{
  g_autofree char *family = remit_cli_verbs_dup_list (words[0]);
  RemitKind kind = remit_cli_kind_find (words[0], NULL);

  if (words[1] != NULL || (*family == '\0' && kind == REMIT_KIND_NONE))
    return refuse_verb (words, error);
  if (*family != '\0')
    g_print (_ ("Verbs:\n%s"), family);
  if (*family != '\0' && kind != REMIT_KIND_NONE)
    g_print ("\n");
  if (kind != REMIT_KIND_NONE)
    remit_cli_kind_show (cli, remit_entity_info (kind));
  return TRUE;
}

static gboolean
run_help (RemitCli *cli,
          char **words,
          GError **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *text = NULL;
  const RemitCliVerb *verb;
  guint n_words;

  if (words[0] == NULL)
    print_help ();
  else if ((verb = remit_cli_verb_find (words, &n_words)) == NULL)
    return help_with_word (cli, words, error);
  else
    {
      context = new_verb_context (verb);
      text = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", text);
    }
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

  if (n < verb->n_arguments || (n > verb->n_arguments && !(verb->flags & REMIT_CLI_TAKES_MORE)))
    {
      g_autofree char *synopsis = remit_cli_verb_dup_synopsis (verb);

      return remit_cli_misuse (error,
                               n < verb->n_arguments
                                 ? _ ("Missing argument: remit-cli %s")
                                 : _ ("Too many arguments: remit-cli %s"),
                               synopsis);
    }
  for (guint i = 0; i < n && !(verb->flags & REMIT_CLI_TAKES_FILE); i++)
    if (!g_utf8_validate (arguments[i], -1, NULL))
      return remit_cli_misuse (error, _ ("Argument %u is not UTF-8."), i + 1);
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

  verb = remit_cli_verb_find (words, &n_words);
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

  if (!(verb->flags & REMIT_CLI_HIDDEN))
    remit_leftovers_remove ();
  cli->path = g_strdup (workspace);
  cli->json = json;
  cli->verb = verb;
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
    return run_help (cli, rest, error);
  if (rest[0] != NULL && g_str_equal (rest[0], "help"))
    return run_help (cli, rest + 1, error);
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
    g_printerr ("%s\n", _ ("“remit-cli --help” shows the usage."));
  return status;
}

/* What was printed may have had no room where it went. */
static gboolean
flush_output (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("Cannot write to standard output."));
  return FALSE;
}

/* What the verb has said may lack what could not be read. */
static gboolean
is_complete (RemitCli *cli,
             GError **error)
{
  return cli->store == NULL || remit_store_check_faults (cli->store, error);
}

/* What fails once it is saved does not make it undone, and nobody is to do it again. */
static gboolean
is_saved (RemitCli *cli,
          const GError *error)
{
  return cli->store != NULL && error->domain == REMIT_STORE_ERROR
         && remit_store_is_saved (cli->store);
}

int
remit_cli_run (char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  g_auto (RemitCli) cli = { NULL };
  g_autoptr (GError) error = NULL;

  remit_locale_init ();
  remit_cli_terminal_guard ();
  g_set_prgname ("remit-cli");

  if (!run (&cli, &words, &error) || !is_complete (&cli, &error) || !flush_output (&error))
    {
      if (!is_saved (&cli, error))
        return fail (&cli, error);
      /* Translators: why something cannot be read */
      g_printerr (_ ("remit-cli: Saved, but the new state cannot be shown. %s\n"),
                  error->message);
    }
  return cli.found ? REMIT_CLI_FOUND : REMIT_CLI_DONE;
}
