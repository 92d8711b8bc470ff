/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format that can be exported, whatever it is: a new one is tested here without a line. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "exchange/remit-exporter.h"
#include "remit-test-pdf.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  gint64 plan;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->path = g_build_filename (fixture->folder, "exported", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->plan = remit_test_read_sample (fixture->store);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

/* Calls @check for each format and each audience that it knows. */
static void
walk (Fixture *fixture,
      void (*check) (Fixture *fixture, const RemitExporter *exporter, RemitExport *export))
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  guint n = 0;

  for (guint i = 0; exporters[i] != NULL; i++)
    for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
      if (remit_exporter_knows (exporters[i], audience))
        {
          RemitExport export = { .store = fixture->store, .plan = fixture->plan,
                                 .audience = audience };

          g_test_message ("%s of %s, %s", exporters[i]->name, exporters[i]->label,
                          remit_audience_nicks[audience]);
          check (fixture, exporters[i], &export);
          remit_test_remove (fixture->path);
          n++;
        }
  g_assert_cmpuint (n, >=, 4);
}

static GBytes *
read_file (Fixture *fixture)
{
  GString *text = remit_test_read_files (fixture->path);

  g_assert_cmpuint (text->len, >, 0);
  return g_string_free_to_bytes (text);
}

static GBytes *
write_to_file (Fixture *fixture,
               const RemitExporter *exporter,
               RemitExport *export)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_exporter_write (exporter, export, fixture->path, &error));
  g_assert_no_error (error);
  return read_file (fixture);
}

/* What a test says goes to standard output, too. */
static GBytes *
write_to_output (Fixture *fixture,
                 const RemitExporter *exporter,
                 RemitExport *export)
{
  g_autoptr (GError) error = NULL;
  int file;
  int output;

  remit_test_remove (fixture->path);
  file = g_open (fixture->path, O_WRONLY | O_CREAT, 0600);
  fflush (stdout);
  output = dup (STDOUT_FILENO);
  dup2 (file, STDOUT_FILENO);
  remit_exporter_write (exporter, export, "-", &error);
  dup2 (output, STDOUT_FILENO);
  close (output);
  close (file);
  g_assert_no_error (error);
  return read_file (fixture);
}

static void
check_written (Fixture *fixture,
               const RemitExporter *exporter,
               RemitExport *export)
{
  g_autoptr (GBytes) first = write_to_file (fixture, exporter, export);
  g_autoptr (GBytes) second = write_to_file (fixture, exporter, export);
  g_autoptr (GBytes) output = write_to_output (fixture, exporter, export);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, output));
}

static void
test_written (Fixture *fixture,
              gconstpointer data)
{
  walk (fixture, check_written);
}

static void
assert_alone (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_has_prefix (name, "test.remit") || g_str_equal (name, "exported"));
}

static void
check_unwritable (Fixture *fixture,
                  const RemitExporter *exporter,
                  RemitExport *export)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "file", NULL);
  const char *const paths[] = { nowhere, "/dev/full", fixture->folder };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (remit_exporter_write (exporter, export, paths[i], &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
  assert_alone (fixture);
}

static void
test_unwritable (Fixture *fixture,
                 gconstpointer data)
{
  walk (fixture, check_unwritable);
}

/* A disk that is full after so many bytes: words, and no half file. */
static void
check_full_disk (Fixture *fixture,
                 const RemitExporter *exporter,
                 RemitExport *export)
{
  g_autoptr (GBytes) whole = write_to_file (fixture, exporter, export);
  gboolean is_folder = g_file_test (fixture->path, G_FILE_TEST_IS_DIR);
  const struct rlimit small = { is_folder ? 100 : g_bytes_get_size (whole) / 2, RLIM_INFINITY };
  struct rlimit before;
  g_autoptr (GError) error = NULL;

  remit_test_remove (fixture->path);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  remit_exporter_write (exporter, export, fixture->path, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_alone (fixture);
}

static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  signal (SIGXFSZ, SIG_IGN);
  walk (fixture, check_full_disk);
}

/* Neither half of a new file, nor anything of an old one. */
static void
check_cancelled (Fixture *fixture,
                 const RemitExporter *exporter,
                 RemitExport *export)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  export->cancellable = cancellable;
  g_assert_false (remit_exporter_write (exporter, export, fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_false (remit_exporter_write (exporter, export, fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_unlink (fixture->path);
  assert_alone (fixture);
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  walk (fixture, check_cancelled);
}

/* A plan that is gone is refused, and nothing is left. */
static void
check_gone (Fixture *fixture,
            const RemitExporter *exporter,
            RemitExport *export)
{
  g_autoptr (GError) error = NULL;

  if (exporter->scope != REMIT_EXPORT_PLAN)
    return;
  export->plan = 4711;
  g_assert_false (remit_exporter_write (exporter, export, fixture->path, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  assert_alone (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  walk (fixture, check_gone);
}

/* The end of each e-mail address in the sample. */
#define ADDRESS "@halden-energy.example"

/* What only some may read is in no file for others, whatever its format. */
static void
check_confidential (Fixture *fixture,
                    const RemitExporter *exporter,
                    RemitExport *export)
{
  g_autoptr (GBytes) bytes = write_to_file (fixture, exporter, export);
  g_autoptr (GString) pdf = remit_test_read_pdf (fixture->path);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (pdf != NULL)
    g_assert_nonnull (strstr (pdf->str, "Demandforecasting"));
  if (pdf != NULL && export->audience != REMIT_AUDIENCE_FULL)
    g_assert_null (strstr (pdf->str, ADDRESS));
  if (export->audience != REMIT_AUDIENCE_FULL)
    g_assert_null (g_strstr_len (text, (gssize) length, ADDRESS));
}

static void
test_confidential (Fixture *fixture,
                   gconstpointer data)
{
  RemitExport export = { .store = fixture->store, .plan = fixture->plan };
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  bytes = write_to_file (fixture, remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export);
  text = g_bytes_get_data (bytes, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, ADDRESS)); /* so there is one */
  walk (fixture, check_confidential);
}

/* An audience that a format does not know is refused in words. */
static void
test_audiences (Fixture *fixture,
                gconstpointer data)
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  guint n = 0;

  for (guint i = 0; exporters[i] != NULL; i++)
    for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
      {
        RemitExport export = { .store = fixture->store, .plan = fixture->plan,
                               .audience = audience };
        g_autofree char *known = remit_exporter_dup_audiences (exporters[i]);
        g_autoptr (GError) error = NULL;

        g_assert_cmpint (remit_audience_find (remit_audience_nicks[audience]), ==, audience);
        if (remit_exporter_knows (exporters[i], audience))
          continue;
        n++;
        g_assert_false (remit_exporter_write (exporters[i], &export, fixture->path, &error));
        g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE);
        g_assert_nonnull (strstr (error->message, remit_audience_nicks[audience]));
        g_assert_nonnull (strstr (error->message, known));
        g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (remit_audience_find ("everybody"), ==, -1);
}

/* The table itself: names and endings tell the formats of a scope apart. */
static void
test_table (void)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      const RemitExporter *exporter = exporters[i];
      g_autofree char *path = g_strdup_printf ("/tmp/a.b.%s", exporter->suffixes[0]);

      g_assert_true (remit_exporter_find (exporter->scope, exporter->name) == exporter);
      g_assert_true (remit_exporter_find_for_path (exporter->scope, path) == exporter);
      g_assert_nonnull (strchr (exporter->media_type, '/'));
      g_assert_cmpuint (exporter->audiences, !=, 0);
      for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
        g_assert_true (exporter->titles[audience] == NULL
                       || remit_exporter_knows (exporter, audience));
    }
  g_assert_true (remit_exporter_find_for_path (REMIT_EXPORT_HISTORY, "h.json")
                 == remit_exporter_find (REMIT_EXPORT_HISTORY, "jsonl"));
  g_assert_true (remit_exporter_find_for_path (REMIT_EXPORT_HISTORY, "-")
                 == remit_exporter_find (REMIT_EXPORT_HISTORY, "csv"));
  g_assert_null (remit_exporter_find (REMIT_EXPORT_PLAN, "docx"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();

#define ADD(path, func) \
  g_test_add ("/exchange/exporters/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("written", test_written);
  ADD ("unwritable", test_unwritable);
  ADD ("full-disk", test_full_disk);
  ADD ("cancelled", test_cancelled);
  ADD ("gone", test_gone);
  ADD ("confidential", test_confidential);
  ADD ("audiences", test_audiences);
  g_test_add_func ("/exchange/exporters/table", test_table);

  return g_test_run ();
}
