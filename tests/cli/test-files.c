/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export on the command line. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/remit-data.h"
#include "remit-cli-test.h"

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
use_workspace (CliTest *self,
               const char *name)
{
  g_free (self->path);
  self->path = g_strdup (cli_test_file (self, name));
}

static gint64
count (JsonObject *object,
       const char *what,
       const char *kind)
{
  return json_object_get_int_member_with_default (json_object_get_object_member (object, what),
                                                  kind, 0);
}

static void
test_round_trip (CliTest *self,
                 gconstpointer data)
{
  const char *first = cli_test_file (self, "first.xml");
  const char *second = cli_test_file (self, "second.xml");
  g_autofree char *exported = NULL;
  g_autofree char *again = NULL;
  JsonObject *object;

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", NULL), ==, 0);
  exported = g_strdup (self->output);
  object = cli_test_run_json (self, "export", "Fraud", "-o", first, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, first);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "xml");
  again = read_file (first);
  g_assert_cmpstr (again, ==, exported);

  use_workspace (self, "other.remit");
  object = cli_test_run_json (self, "import", first, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "as"), ==, "plan");
  g_assert_cmpint (count (object, "added", "slot"), ==, 3);
  g_assert_cmpint (count (object, "added", "assignment"), ==, 1);
  object = cli_test_run_json (self, "import", first, NULL);
  g_assert_cmpint (count (object, "added", "slot"), ==, 0);
  g_assert_cmpint (count (object, "same", "slot"), ==, 3);

  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "-o", second, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, second));
}

static void
test_dry_run (CliTest *self,
              gconstpointer data)
{
  const char *file = cli_test_file (self, "plan.xml");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JsonObject *object;

  cli_test_fill (self);
  cli_test_run (self, "export", "Fraud", "-o", file, NULL);
  use_workspace (self, "other.remit");
  cli_test_run (self, "plan", "new", "Something else", NULL);
  before = cli_test_dump (self);

  g_assert_cmpint (cli_test_run (self, "import", file, "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "3 slots"));
  g_assert_nonnull (strstr (self->output, "dry run"));
  object = cli_test_run_json (self, "import", file, "--dry-run", NULL);
  g_assert_true (json_object_get_boolean_member (object, "dry_run"));
  g_assert_cmpint (count (object, "added", "slot"), ==, 3);

  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

#define PLAN(attributes, inner) \
  "<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" " attributes ">" inner "</plan>"
#define GOOD "id=\"0198f2abcdef0123\" name=\"Fraud\""

static void
test_bad_plans (CliTest *self,
                gconstpointer data)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "is empty" },
    { "<plan", "Line 1" },
    { PLAN (GOOD, "<teams>\n</plan>"), "Line 2" },
    { PLAN (GOOD, "<dragons/>"), "dragons" },
    { PLAN ("id=\"0198f2abcdef0123\"", ""), "name" },
    { "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "Line 1" },
    { "<plan xmlns=\"urn:remit:plan:2\" format=\"2.0\" " GOOD "/>", "Line 1" },
    { "<!DOCTYPE plan SYSTEM \"file:///etc/passwd\">" PLAN (GOOD, ""), "Line 1" },
    { "<!DOCTYPE plan [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" PLAN (GOOD, "&b;"), "Line 1" },
  };
  g_autofree char *before = NULL;

  cli_test_fill (self);
  before = cli_test_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *file = cli_test_write (self, "bad.xml", cases[i].text);
      g_autofree char *after = NULL;

      cli_test_run (self, "import", file, NULL);
      cli_test_assert_refused (self, 3, cases[i].words);
      after = cli_test_dump (self);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_no_file (CliTest *self,
              gconstpointer data)
{
  cli_test_fill (self);
  cli_test_run (self, "import", cli_test_file (self, "nothing.xml"), NULL);
  cli_test_assert_refused (self, 3, "nothing.xml");
  cli_test_run (self, "import", "--as", "plan", self->folder, NULL);
  cli_test_assert_refused (self, 3, self->folder);
  cli_test_run (self, "export", "Fraud", "-o", cli_test_file (self, "no/folder.xml"), NULL);
  cli_test_assert_refused (self, 3, "folder.xml");
  cli_test_run (self, "export", "Fraud", "-o", "/dev/full", NULL);
  g_assert_cmpint (self->status, ==, 3);
}

/* @text: what is in the file instead of it */
static const char *
write_changed (CliTest *self,
               const char *file,
               const char *text,
               const char *new_text)
{
  g_autofree char *whole = read_file (file);
  g_autoptr (GString) changed = g_string_new (whole);

  g_assert_cmpuint (g_string_replace (changed, text, new_text, 1), ==, 1);
  return cli_test_write (self, "changed.xml", changed->str);
}

/* A plan changes what other plans use only when that is wanted. */
static void
test_library (CliTest *self,
              gconstpointer data)
{
  const char *told = "Person Ada Lovelace: Name Ada Lovelace → Augusta King";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *file;
  JsonObject *object;

  cli_test_fill (self);
  cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", NULL);
  cli_test_run (self, "export", "Fraud", "-o", cli_test_file (self, "plan.xml"), NULL);
  file = write_changed (self, cli_test_file (self, "plan.xml"), "\"Ada Lovelace\"",
                        "\"Augusta King\"");
  cli_test_run (self, "plan", "copy", "Fraud", "Second", NULL);
  before = cli_test_dump (self);

  cli_test_run (self, "import", file, NULL);
  cli_test_assert_refused (self, 3, told);
  cli_test_assert_refused (self, 3, "--library");
  g_assert_cmpint (cli_test_run (self, "import", file, "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, told));
  g_assert_nonnull (strstr (self->output, "--library"));
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);

  object = cli_test_run_json (self, "import", file, "--library", NULL);
  g_assert_cmpint (count (object, "changed", "person"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "n_shared"), ==, 1);
  g_assert_cmpstr (
    json_array_get_string_element (json_object_get_array_member (object, "shared"), 0), ==, told);
  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 0);
}

/* What stakeholders were not given stays when their file comes back; the history has no line. */
static void
test_stakeholders (CliTest *self,
                   gconstpointer data)
{
  const char *file = cli_test_file (self, "outside.xml");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sample = remit_data_dup_path ("samples/halden-energy.xml");
  JsonObject *object;

  g_assert_cmpint (cli_test_run (self, "import", sample, NULL), ==, 0);
  before = cli_test_dump (self);
  cli_test_run (self, "export", "AI teams 2026", "--audience", "stakeholder", "-o", file, NULL);
  object = cli_test_run_json (self, "import", file, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "audience"), ==, "stakeholder");
  g_assert_cmpint (cli_test_run (self, "import", file, NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "stakeholder"));
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* Half a plan, so that the program is in the middle of it when the signal comes. Returns: whether
 * it could be written; not to a program that has ended already */
static gboolean
write_half (int pipe)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" " GOOD "><people>");
  for (int i = 1; i < 1000; i++)
    g_string_append_printf (text, "<person id=\"0198f2abcdef%04x\" name=\"Person %d\"/>", i, i);
  return write (pipe, text->str, text->len) == (gssize) text->len;
}

static void
test_interrupt (CliTest *self,
                gconstpointer data)
{
  const char *file = cli_test_file (self, "pipe.xml");
  const char *const arguments[] = { "-w", self->path, "import", "--as", "plan", file, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *errors = NULL;
  FILE *pipe;

  cli_test_fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (mkfifo (file, 0600), ==, 0);
  process = cli_test_start (self, arguments);
  pipe = g_fopen (file, "w");
  g_assert_true (write_half (fileno (pipe)));
  g_usleep (200000);
  g_subprocess_send_signal (process, SIGINT);
  g_usleep (100000);
  write_half (fileno (pipe));
  fclose (pipe);

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  g_assert_nonnull (strstr (errors, "Nothing was changed"));
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  cli_test_add ("/cli/files/round-trip", test_round_trip);
  cli_test_add ("/cli/files/dry-run", test_dry_run);
  cli_test_add ("/cli/files/bad-plans", test_bad_plans);
  cli_test_add ("/cli/files/no-file", test_no_file);
  cli_test_add ("/cli/files/library", test_library);
  cli_test_add ("/cli/files/stakeholders", test_stakeholders);
  cli_test_add ("/cli/files/interrupt", test_interrupt);
  return g_test_run ();
}
