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
  cli_test_run (self, "plan", "new", "modified outside Remit", NULL);
  before = cli_test_dump (self);

  g_assert_cmpint (cli_test_run (self, "import", file, "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "3 slots"));
  g_assert_nonnull (strstr (self->output, "Dry run"));
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

/* Names that are not in UTF-8 are names all the same, and what is said of them can be read. */
static void
test_odd_names (CliTest *self,
                gconstpointer data)
{
  const char *plan = cli_test_file (self, "B\xe4r.xml");
  const char *table = cli_test_file (self, "R\xfc" "cken.csv");
  const char *none = cli_test_file (self, "none-\xff.xml");
  JsonObject *object;

  use_workspace (self, "W\xf6rter.remit");
  cli_test_fill (self);
  object = cli_test_run_json (self, "export", "Fraud", "-o", plan, NULL);
  g_assert_nonnull (strstr (json_object_get_string_member (object, "file"), "r.xml"));
  cli_test_run_json (self, "import", plan, NULL);
  g_assert_true (g_file_set_contents (table, "name\nBob\n", -1, NULL));
  g_assert_cmpint (cli_test_run (self, "import", table, NULL), ==, 0);
  cli_test_run_json (self, "history", NULL);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", "--against", plan, NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "check", plan, NULL), ==, 1);

  cli_test_run (self, "import", none, NULL);
  cli_test_assert_refused (self, 3, "none-");
  cli_test_run (self, "export", "Fraud", "-o", cli_test_file (self, "no-\xff/folder.xml"), NULL);
  cli_test_assert_refused (self, 3, "folder.xml");
  cli_test_run (self, "rules", "check", plan, NULL);
  g_assert_cmpint (self->status, ==, 3);
  cli_test_run (self, "-w", none, "plan", "list", NULL);
  cli_test_assert_refused (self, 4, "none-");
  g_assert_true (g_utf8_validate (self->errors, -1, NULL));
}

/* In the middle of it, or else it has been imported before the signal came. */
static gboolean
interrupt (CliTest *self,
           const char *file)
{
  const char *const arguments[] = { "-w", self->path, "import", file, NULL };
  g_autofree char *before = cli_test_dump (self);
  g_autoptr (GSubprocess) process = cli_test_start (self, arguments);
  g_autofree char *after = NULL;
  g_autofree char *errors = NULL;

  cli_test_wait_until_open (process, self->path);
  cli_test_wait_until_open (process, file);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
  if (!g_subprocess_get_if_signaled (process))
    return FALSE;
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  g_assert_nonnull (strstr (errors, "Nothing was changed"));
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
  return TRUE;
}

static void
test_interrupt (CliTest *self,
                gconstpointer data)
{
  const char *file = cli_test_write_large_plan (self);
  gboolean done = FALSE;

  for (int i = 0; i < 20 && !done; i++)
    {
      g_autofree char *name = g_strdup_printf ("interrupted-%d.remit", i);

      use_workspace (self, name);
      cli_test_fill (self);
      done = interrupt (self, file);
    }
  g_assert_true (done);
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
  cli_test_add ("/cli/files/odd-names", test_odd_names);
  cli_test_add ("/cli/files/interrupt", test_interrupt);
  return g_test_run ();
}
