/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format that can be exported, on the command line. */
#define _GNU_SOURCE /* for the size of a pipe */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "exchange/remit-exporter.h"
#include "model/remit-data.h"
#include "remit-cli-test.h"

static void
import_sample (CliTest *self)
{
  g_autofree char *sample = remit_data_dup_path ("samples/halden-energy.xml");

  g_assert_cmpint (cli_test_run (self, "import", sample, NULL), ==, 0);
}

/* Runs the verb that writes a format, to @path, or to standard output. Returns: the exit status */
static int
export_to (CliTest *self,
           const RemitExporter *exporter,
           RemitAudience audience,
           const char *path)
{
  if (exporter->scope == REMIT_EXPORT_HISTORY)
    return cli_test_run (self, "history", "--format", exporter->name, "--export",
                         path != NULL ? path : "-", NULL);
  return cli_test_run (self, "export", "AI teams 2026", "--format", exporter->name, "--audience",
                       remit_audience_nicks[audience], path != NULL ? "--output" : NULL, path,
                       NULL);
}

static char *
read_file (const char *path)
{
  return g_string_free (remit_test_read_files (path), FALSE);
}

static void
check (CliTest *self,
       const RemitExporter *exporter,
       RemitAudience audience)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (export_to (self, exporter, audience, cli_test_file (self, "first")), ==, 0);
  g_assert_cmpint (export_to (self, exporter, audience, cli_test_file (self, "second")), ==, 0);
  first = read_file (cli_test_file (self, "first"));
  second = read_file (cli_test_file (self, "second"));
  g_assert_cmpstr (first, ==, second);
  remit_test_remove (cli_test_file (self, "first"));
  remit_test_remove (cli_test_file (self, "second"));
  g_assert_cmpint (export_to (self, exporter, audience, NULL), ==, 0);
  g_assert_cmpstr (self->output, ==, first);

  export_to (self, exporter, audience, cli_test_file (self, "none/file"));
  cli_test_assert_refused (self, 3, "none/file");
  export_to (self, exporter, audience, "/dev/full");
  cli_test_assert_refused (self, 3, "/dev/full");
}

static void
test_formats (CliTest *self,
              gconstpointer data)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  import_sample (self);
  for (guint i = 0; exporters[i] != NULL; i++)
    for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
      if (remit_exporter_knows (exporters[i], audience))
        check (self, exporters[i], audience);
}

/* Which table, and how CSV is written. */
static void
test_tables (CliTest *self,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  const char *file;

  import_sample (self);
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "--table", "seats",
                                 "--separator", "semicolon", "--no-bom", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->output, "\"Team\";\"Role\";\"Slot number\";"));
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "-t", "people",
                                 "--separator", "tab", "--bom", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->output, "\xef\xbb\xbf\"Number\"\t\"Name\"\t"));
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "--separator",
                                 "local", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "\"Team\",\"Decision\","));
  g_assert_cmpint (cli_test_run (self, "history", "--export", "-", "-f", "csv", "--separator",
                                 "semicolon", "--no-bom", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->output, "\"No.\";\"When\";"));

  /* identifiers, if they are asked for */
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "-t", "skills",
                                 "--keys", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, ",\"Remit ID\"\r\n"));
  g_assert_cmpint (cli_test_run (self, "history", "--export", cli_test_file (self, "h.xlsx"),
                                 "--keys", NULL), ==, 0);

  /* the ending decides */
  file = cli_test_file (self, "Plan.xlsx");
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-o", file, NULL), ==, 0);
  text = read_file (file);
  g_assert_true (g_str_has_prefix (text, "PK"));
  g_assert_cmpint (cli_test_run (self, "import", cli_test_file (self, "Plan.xlsx"), "--sheet",
                                 "Slots", "--plan", "AI teams 2026", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Unchanged: "));
  g_assert_null (strstr (self->output, "Added"));
}

static void
write_audience (CliTest *self,
                const char *name,
                const char *text)
{
  g_autofree char *folder = g_build_filename (self->folder, "remit", "audiences", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

#define AUDIENCE "<audience xmlns='urn:remit:audience:1' title='Partners' name="

/* An organisation's own audience: listed, completed, written for, and imported again. */
static void
test_own_audience (CliTest *self,
                   gconstpointer data)
{
  g_autofree char *text = NULL;
  JsonObject *object;

  write_audience (self, "partners.xml", AUDIENCE "'partners'><withhold kind='absence'/>"
                                                 "<give kind='person' field='email'/></audience>");
  write_audience (self, "worse.xml", AUDIENCE "'worse'>\n\n<withhold kind='mood'/></audience>");
  import_sample (self);
  cli_test_run (self, "help", "export", NULL);
  g_assert_nonnull (strstr (self->output, "full, stakeholder, anonymous, partners"));
  g_assert_cmpint (cli_test_run (self, "complete", "--", "", "remit-cli export X -a par", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "partners"));
  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-a", "partners", "-n", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->output, "10 absences"));
  g_assert_null (strstr (self->output, "E-mail"));

  g_assert_cmpint (cli_test_run (self, "export", "AI teams 2026", "-a", "partners", "-o",
                                 cli_test_file (self, "plan.xml"), NULL), ==, 0);
  text = read_file (cli_test_file (self, "plan.xml"));
  g_assert_nonnull (strstr (text, "audience=\"own:partners\" "
                                  "withheld=\"role.day-rate person.external-id"));
  g_assert_nonnull (strstr (text, "@halden-energy.example"));
  g_assert_null (strstr (text, "<absence "));
  object = cli_test_run_json (self, "import", cli_test_file (self, "plan.xml"), NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "audience"), ==, "partners");

  cli_test_run (self, "export", "AI teams 2026", "-a", "worse", NULL);
  cli_test_assert_refused (self, 2, "worse.xml: line 3: There is no kind “mood”");
}

static void
test_misused (CliTest *self,
              gconstpointer data)
{
  import_sample (self);
  cli_test_run (self, "export", "AI teams 2026", "-t", "people", NULL);
  cli_test_assert_refused (self, 2, "--table needs");
  cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "-t", "people", "-t", "seats", NULL);
  cli_test_assert_refused (self, 2, "--table once");
  cli_test_run (self, "export", "AI teams 2026", "-f", "xlsx", "-t", "ladders", NULL);
  cli_test_assert_refused (self, 2, "people, seats, rights, assignments, decisions, conflicts, ");
  cli_test_run (self, "export", "AI teams 2026", "-f", "csv", "--separator", "dash", NULL);
  cli_test_assert_refused (self, 2, "comma, semicolon, tab, local");
  cli_test_run (self, "history", "--export", "-", "-f", "jsonl", "--separator", "tab", NULL);
  cli_test_assert_refused (self, 2, "--separator");
  cli_test_run (self, "export", "AI teams 2026", "-f", "xlsx", "--no-bom", NULL);
  cli_test_assert_refused (self, 2, "--no-bom");
  cli_test_run (self, "export", "AI teams 2026", "--keys", NULL);
  cli_test_assert_refused (self, 2, "--keys needs the format csv or xlsx");
  cli_test_run (self, "history", "--export", "-", "-f", "csv", "--keys", NULL);
  cli_test_assert_refused (self, 2, "--keys needs the format xlsx");
  cli_test_run (self, "export", "AI teams 2026", "-f", "pdf", "--paper", "a5", NULL);
  cli_test_assert_refused (self, 2, "local, a4, letter");
  cli_test_run (self, "export", "AI teams 2026", "-f", "html", "--paper", "a4", NULL);
  cli_test_assert_refused (self, 2, "--paper needs the format pdf");
}

/* So little that whatever is longer waits until somebody reads it. */
#define PIPE_SIZE 4096

static void
shrink_pipe (gpointer data)
{
  fcntl (STDOUT_FILENO, F_SETPIPE_SZ, PIPE_SIZE);
}

/* Ctrl-C, while the program waits to write the rest: the program ends, and says so. */
static void
interrupt (CliTest *self,
           const RemitExporter *exporter)
{
  const char *const plan[] = { "-w", self->path, "export", "AI teams 2026", "-f", exporter->name,
                               NULL };
  const char *const history[] = { "-w", self->path, "history", "-f", exporter->name, "-e", "-",
                                  NULL };
  g_autoptr (GSubprocess) process = NULL;
  char errors[500] = "";
  char byte;

  self->prepare = shrink_pipe;
  process = cli_test_start (self, exporter->scope == REMIT_EXPORT_HISTORY ? history : plan);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL,
                                        NULL), ==, 1);
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  g_input_stream_read (g_subprocess_get_stderr_pipe (process), errors, sizeof errors - 1, NULL,
                       NULL);
  g_assert_nonnull (strstr (errors, "ancelled"));
  self->prepare = NULL;
}

static void
test_interrupt (CliTest *self,
                gconstpointer data)
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  guint n = 0;

  import_sample (self);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_assert_cmpint (export_to (self, exporters[i], REMIT_AUDIENCE_FULL, NULL), ==, 0);
      if (strlen (self->output) < 3 * PIPE_SIZE)
        continue;
      interrupt (self, exporters[i]);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

/* The help names every format and audience; what there is not is refused. */
static void
test_words (CliTest *self,
            gconstpointer data)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  import_sample (self);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autofree char *names = remit_exporter_dup_names (exporters[i]->scope);
      g_autofree char *audiences = remit_exporter_dup_audiences (exporters[i]);

      cli_test_run (self, "help",
                    exporters[i]->scope == REMIT_EXPORT_HISTORY ? "history" : "export", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_nonnull (strstr (self->output, exporters[i]->name));
      g_assert_nonnull (strstr (self->output, exporters[i]->label));
      g_assert_nonnull (strstr (self->output, audiences));
      if (exporters[i]->scope == REMIT_EXPORT_HISTORY)
        cli_test_run (self, "history", "--export", "-", "--format", "docx", NULL);
      else
        cli_test_run (self, "export", "AI teams 2026", "--format", "docx", NULL);
      cli_test_assert_refused (self, 2, names);
      if (exporters[i]->scope == REMIT_EXPORT_HISTORY)
        continue;
      cli_test_run (self, "export", "AI teams 2026", "-f", exporters[i]->name,
                    "--audience", "everybody", NULL);
      cli_test_assert_refused (self, 2, audiences);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  cli_test_add ("/cli/exporters/formats", test_formats);
  cli_test_add ("/cli/exporters/tables", test_tables);
  cli_test_add ("/cli/exporters/own-audience", test_own_audience);
  cli_test_add ("/cli/exporters/misused", test_misused);
  cli_test_add ("/cli/exporters/interrupt", test_interrupt);
  cli_test_add ("/cli/exporters/words", test_words);

  return g_test_run ();
}
