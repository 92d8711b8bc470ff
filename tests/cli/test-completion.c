/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion in a real bash: what is offered where, and how it is quoted. */
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remit-cli-test.h"

#define ODD "Conan \"Doc\" O'Brien & Sons"

static const char *
get_script (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("REMIT_DATA_DIR"), "completions",
                                            "remit-cli", NULL);

  return g_intern_string (path);
}

/* Returns: (transfer full): what is offered for a line, a line each, and sorted */
static char *
dup_offered (CliTest *self,
             const char *line)
{
  static const char script[]
    = "source \"$1\"; COMP_WORDBREAKS=$' \\t\\n\"\\'@><=;|&(:'; COMP_LINE=$2; COMP_POINT=${#2};"
      " _remit_cli \"$3\" 2>&1; printf '%s\\n' \"${COMPREPLY[@]}\" | LC_ALL=C sort";
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *full = g_strdup_printf ("remit-cli -w %s %s", self->path, line);
  const char *words[] = { "bash", "-c", script, "bash", get_script (), full,
                          g_getenv ("REMIT_CLI"), NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &output, &errors, &status, NULL));
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_strstrip (output);
  return g_strdup (g_strdelimit (output, "\n", '|'));
}

static void
check (CliTest *self,
       const char *line,
       const char *expected)
{
  g_autofree char *offered = dup_offered (self, line);

  g_assert_cmpstr (offered, ==, expected);
}

static void
check_has (CliTest *self,
           const char *line,
           const char *word)
{
  g_autofree char *offered = dup_offered (self, line);
  g_auto (GStrv) words = g_strsplit (offered, "|", -1);

  if (!g_strv_contains ((const char *const *) words, word))
    g_test_message ("%s: %s", line, offered);
  g_assert_true (g_strv_contains ((const char *const *) words, word));
}

static void
fill (CliTest *self)
{
  g_autoptr (RemitStore) store = NULL;

  cli_test_fill (self);
  store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);
  remit_test_add_person (store, ODD);
}

static void
test_verbs (CliTest *self,
            gconstpointer data)
{
  fill (self);
  check (self, "un", "unassign|undo");
  check (self, "plan ", "copy|delete|list|new|status");
  check (self, "conflict de", "de-escalate");
  check (self, "nothing ", "");
  check_has (self, "", "help");
  check_has (self, "help ", "person-skill");
  check_has (self, "help ", "unassign");
  check_has (self, "history --", "--verify");
  check_has (self, "history --", "--workspace");
  check (self, "history --ve", "--verify");
  check (self, "unassign -- --", "");
}

static void
test_kinds (CliTest *self,
            gconstpointer data)
{
  fill (self);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *line = g_strdup_printf ("add %s ", info->name);
      g_autofree char *pair = g_strconcat (info->fields[0].name, "=", NULL);

      check_has (self, "add ", info->name);
      check_has (self, line, pair);
    }
  check (self, "show kind hol", "holiday");
  check (self, "list kin", "kinds");
  check (self, "add decision team", "team=");
  check (self, "add decision framework=RA", "RACI|RAPID|RASCI");
  check (self, "add slot required=", "false|true");
  check (self, "add slot required=true requi", "");
  check (self, "list slots --where required=f", "false");
  check (self, "set settings time", "time-zone=");
}

static void
test_names (CliTest *self,
            gconstpointer data)
{
  fill (self);
  check (self, "assign ", "Ada\\ Lovelace|Conan\\ \\\"Doc\\\"\\ O\\'Brien\\ \\&\\ Sons|"
                          "Grace\\ Hopper");
  check (self, "assign Ada\\ L", "Ada\\ Lovelace");
  check (self, "assign \"Ada L", "Ada Lovelace");
  check (self, "assign 'Conan", "Conan \"Doc\" O'\\''Brien & Sons");
  check (self, "assign \"Conan", "Conan \\\"Doc\\\" O'Brien & Sons");
  check (self, "assign 'Ada Lovelace' D", "Data\\ engineer");
  check (self, "assign x --plan=", "Fraud");
  check (self, "assign x --plan ", "Fraud");
  check (self, "export ", "Fraud");
  check (self, "show slot ", "Cards/ML\\ engineer|Data\\ engineer");
  check (self, "set team C", "Cards");
  check (self, "delete role ML", "ML\\ engineer");
  check (self, "merge role ML", "ML\\ engineer");
  check (self, "merge role x D", "Data\\ engineer");
  check (self, "merge role x y --d", "--dry-run");
  check (self, "add slot role=\"ML", "ML engineer");
  check (self, "add slot role=ML\\ ", "ML\\ engineer");
  check (self, "conflict raise Fraud Title --team ", "Cards");
  check (self, "conflict resolve x --mode co", "collaborating|competing|compromising");
  check (self, "plan new x --template min", "minimum-viable-ml-team");
}

/* Files are left to the shell, and what cannot be read offers nothing. */
static void
test_quiet (CliTest *self,
            gconstpointer data)
{
  const char *other = cli_test_write (self, "other.remit", "no workspace");
  g_autofree char *line = NULL;

  check (self, "assign ", "");
  check (self, "import ", "");
  check (self, "history --export ", "");
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  line = g_strdup_printf ("-w %s show person ", other);
  check (self, line, "");
  g_assert_cmpint (cli_test_run_plain (self, "complete", "--", "=", "remit-cli import ", NULL), ==,
                   0);
  g_assert_cmpstr (self->output, ==, "\tfiles\n");
  g_assert_cmpint (cli_test_run_plain (self, "complete", "--", "=", "remit-cli show team ", NULL),
                   ==, 0);
  g_assert_cmpstr (self->output, ==, "");
  g_assert_cmpint (cli_test_run_plain (self, "--help", NULL), ==, 0);
  g_assert_null (strstr (self->output, "complete"));
}

/* ── With keys ────────────────────────────────────────────────────────────────────────────── */

/* Types into a shell on a terminal. Returns: (transfer full): all that it wrote */
static char *
type (CliTest *self,
      const char *keys)
{
  g_autofree char *folder = g_path_get_dirname (g_getenv ("REMIT_CLI"));
  g_autofree char *path = g_strconcat (folder, ":", g_getenv ("PATH"), NULL);
  g_autoptr (GString) output = g_string_new (NULL);
  char buffer[4096];
  ssize_t n;
  int terminal;
  pid_t pid = forkpty (&terminal, NULL, NULL, NULL);

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      setenv ("PATH", path, TRUE);
      setenv ("TERM", "dumb", TRUE);
      setenv ("INPUTRC", "/dev/null", TRUE);
      setenv ("HISTFILE", "/dev/null", TRUE);
      if (chdir (self->folder) == 0)
        execlp ("bash", "bash", "--norc", "--noprofile", "-i", NULL);
      _exit (127);
    }
  g_assert_cmpint (write (terminal, keys, strlen (keys)), ==, (ssize_t) strlen (keys));
  while ((n = read (terminal, buffer, sizeof buffer)) > 0)
    g_string_append_len (output, buffer, n);
  close (terminal);
  waitpid (pid, NULL, 0);
  return g_strdup (output->str);
}

/* The key Tab after some letters; then the line is written out, a word in brackets each. */
static void
check_typed (CliTest *self,
             const char *letters,
             const char *words)
{
  g_autofree char *keys = g_strdup_printf ("source '%s'\nremit-cli -w test.remit %s\t\001printf "
                                           "'<%%s>' \n\nexit\n", get_script (), letters);
  g_autofree char *output = type (self, keys);
  g_autofree char *expected = g_strconcat ("<remit-cli><-w><test.remit>", words, NULL);

  if (strstr (output, expected) == NULL)
    g_test_message ("%s", output);
  g_assert_nonnull (strstr (output, expected));
}

static void
test_typed (CliTest *self,
            gconstpointer data)
{
  fill (self);
  check_typed (self, "assign Ad", "<assign><Ada Lovelace>");
  check_typed (self, "assign Ada\\ Lo", "<assign><Ada Lovelace>");
  check_typed (self, "assign 'Ada Lo", "<assign><Ada Lovelace>");
  check_typed (self, "assign \"Ada Lo", "<assign><Ada Lovelace>");
  check_typed (self, "assign Con", "<assign><" ODD ">");
  check_typed (self, "assign 'Con", "<assign><" ODD ">");
  check_typed (self, "assign \"Con", "<assign><" ODD ">");
  check_typed (self, "add slot team=Cards role=ML", "<add><slot><team=Cards><role=ML engineer>");
  check_typed (self, "add slot role=\"ML e", "<add><slot><role=ML engineer>");
  check_typed (self, "add slot rol\tDat", "<add><slot><role=Data engineer>");
  check_typed (self, "assign --plan=Fr", "<assign><--plan=Fraud>");
  check_typed (self, "show slot Cards/", "<show><slot><Cards/ML engineer>");
  check_typed (self, "import test.r", "<import><test.remit>");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/completion/verbs", test_verbs);
  cli_test_add ("/cli/completion/kinds", test_kinds);
  cli_test_add ("/cli/completion/names", test_names);
  cli_test_add ("/cli/completion/quiet", test_quiet);
  cli_test_add ("/cli/completion/typed", test_typed);
  return g_test_run ();
}
