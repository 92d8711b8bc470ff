/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of all verbs: no letter, and no name, stands for two things. */
#include <string.h>

#include "remit-cli-test.h"

/* "plan copy PLAN NAME  Copy a plan…" to "plan copy" */
static char *
dup_verb (const char *line)
{
  g_auto (GStrv) words = g_strsplit (g_strchug ((char *) line), " ", 3);
  gboolean has_second = words[0] != NULL && words[1] != NULL && g_ascii_islower (*words[1]);

  return has_second ? g_strjoin (" ", words[0], words[1], NULL) : g_strdup (words[0]);
}

/* Returns: (transfer full): all verbs, as the help has them */
static GStrv
list_verbs (CliTest *self)
{
  g_autoptr (GStrvBuilder) verbs = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (cli_test_run_plain (self, "--help", NULL), ==, 0);
  lines = g_strsplit (strstr (self->output, "Verbs:\n") + strlen ("Verbs:\n"), "\n", -1);
  for (guint i = 0; g_str_has_prefix (lines[i], "  "); i++)
    {
      g_autofree char *verb = dup_verb (lines[i]);

      g_strv_builder_add (verbs, verb);
    }
  return g_strv_builder_end (verbs);
}

static void
add_once (GHashTable *seen,
          const char *option)
{
  g_test_message ("  %s", option);
  g_assert_true (g_hash_table_add (seen, g_strdup (option)));
}

/* "  -w, --workspace=FILE   The workspace…", or the same without a letter */
static void
add_options (GHashTable *seen,
             const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (g_strchug ((char *) line), " =,", -1);

  if (strlen (words[0]) == 2)
    add_once (seen, words[0]);
  for (guint i = 0; i < 3 && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "--"))
      add_once (seen, words[i]);
}

static void
check_verb (CliTest *self,
            const char *verb)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (verb, " ", 2);
  g_auto (GStrv) lines = NULL;

  g_test_message ("%s", verb);
  g_assert_cmpint (cli_test_run_plain (self, "help", words[0], words[1], NULL), ==, 0);
  lines = g_strsplit (self->output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  -"))
      add_options (seen, lines[i]);
  g_assert_true (g_hash_table_contains (seen, "--workspace"));
  g_assert_true (g_hash_table_contains (seen, "--json"));
  g_assert_true (g_hash_table_contains (seen, "-j"));
  g_assert_true (g_hash_table_contains (seen, "-w"));
}

static void
test_letters (CliTest *self,
              gconstpointer data)
{
  g_auto (GStrv) verbs = list_verbs (self);

  g_assert_cmpuint (g_strv_length (verbs), >, 20);
  for (guint i = 0; verbs[i] != NULL; i++)
    check_verb (self, verbs[i]);
}

/* What the letter stands for after “history”, and that nobody searches another workspace. */
static void
test_history_words (CliTest *self,
                    gconstpointer data)
{
  cli_test_fill (self);
  cli_test_run (self, "plan", "new", "Credit", NULL);
  g_assert_cmpint (cli_test_run (self, "history", "-w", "Credit", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Credit"));
  g_assert_cmpint (cli_test_run (self, "history", "--words", "Fraud", NULL), ==, 0);
  g_assert_null (strstr (self->output, "Credit"));
  g_assert_cmpint (cli_test_run_plain (self, "-w", self->path, "history", "-w", "Credit", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "Credit"));

  cli_test_run_plain (self, "history", "-w", self->path, NULL);
  cli_test_assert_refused (self, 2, "--workspace");
  cli_test_run_plain (self, "history", "-w", "not-there.remit", NULL);
  cli_test_assert_refused (self, 2, "--workspace");
  g_assert_cmpint (cli_test_run_plain (self, "plan", "list", "-w", self->path, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Credit"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/options/letters", test_letters);
  cli_test_add ("/cli/options/history-words", test_history_words);
  return g_test_run ();
}
