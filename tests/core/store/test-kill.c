/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed while it writes loses nothing that it said was done. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "remit-test.h"

#define ROUNDS 30
#define ROUNDS_NEW 12
/* So many times as many in the long run. */
#define LONG 100
#define MEMBERS 3

/* How the writer is asked for, with the log of a new file or without. */
#define WITH_LOG "--write"
#define WITHOUT_LOG "--write-alone"

/* The writer: edits without end, a line to standard output for each that is done. */

static gboolean
add_group (RemitStore *store,
           gint64 number,
           GError **error)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, name, error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  for (int i = 0; edit != NULL && i < MEMBERS; i++)
    {
      remit_record_reset (record);
      remit_record_set_text (record, REMIT_PERSON_NAME, name);
      if (!remit_edit_insert (edit, record, error))
        return FALSE;
    }
  return edit != NULL && remit_edit_commit (edit, error);
}

static gboolean
write_one (RemitStore *store,
           gint64 number,
           GError **error)
{
  if (!add_group (store, number, error))
    return FALSE;
  /* Every third group is taken back and done again, so that kills meet undo and redo too. */
  return number % 3 != 0
         || (remit_history_undo (store, REMIT_HISTORY_UNDO, 0, error)
             && remit_history_undo (store, REMIT_HISTORY_REDO, 0, error));
}

static int
run_writer (const char *path,
            gint64 first,
            RemitStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_CREATE | flags, &error);

  for (gint64 number = first; store != NULL; number++)
    {
      char line[32];
      int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", number);

      if (!write_one (store, number, &error) || write (STDOUT_FILENO, line, (size_t) length) < 0)
        break;
    }
  g_printerr ("%s\n", error != NULL ? error->message : "no reader");
  return EXIT_FAILURE;
}

/* The killer. */

static GSubprocess *
start_writer (const char *path,
              gint64 first,
              const char *how)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *writer;

  writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, how, path, number,
                             NULL);
  g_assert_no_error (error);
  return writer;
}

/* Returns: the last number that the writer acknowledged before it died, else @last */
static gint64
read_acknowledged (GDataInputStream *lines,
                   gint64 last)
{
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      last = g_ascii_strtoll (line, NULL, 10);
      g_free (line);
    }
  return last;
}

/* Lets a writer write, kills it, and returns the last number that it acknowledged. */
static gint64
write_and_kill (const char *path,
                gint64 last,
                const char *how,
                gboolean wait_for_first,
                int microseconds)
{
  g_autoptr (GSubprocess) writer = start_writer (path, last + 1, how);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  if (wait_for_first)
    {
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_assert_nonnull (line);
      last = g_ascii_strtoll (line, NULL, 10);
    }
  g_usleep ((gulong) microseconds);
  g_subprocess_force_exit (writer);
  last = read_acknowledged (lines, last);
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (writer));
  return last;
}

static void
assert_whole (RemitStore *store)
{
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (store, "SELECT group_concat (integrity_check) FROM "
                                          "pragma_integrity_check UNION ALL "
                                          "SELECT count (*) FROM pragma_foreign_key_check", NULL);
  g_assert_true (remit_store_step (store, statement));
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  g_assert_true (remit_store_step (store, statement));
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 0);

  remit_test_verify (store);
}

/* Groups 1 to @last are there, each whole; the last of all may be the one that nobody heard of. */
static gint64
assert_groups (RemitStore *store,
               gint64 last)
{
  g_autoptr (RemitStatement) statement = NULL;
  gint64 number = 0;

  statement = remit_store_prepare (store, "SELECT CAST (name AS INTEGER), count (*) FROM person "
                                          "GROUP BY 1 ORDER BY 1", NULL);
  while (remit_store_step (store, statement))
    {
      number++;
      g_assert_cmpint (sqlite3_column_int64 (statement, 0), ==, number);
      g_assert_cmpint (sqlite3_column_int (statement, 1), ==, MEMBERS);
    }
  g_assert_cmpint (number, >=, last);
  g_assert_cmpint (number, <=, last + 1);
  return number;
}

/* Returns: the last group that is there */
static gint64
look_at_file (const char *path,
              gint64 last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
  assert_whole (store);
  return assert_groups (store, last);
}

static void
test_writer (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "killed.remit", NULL);
  int rounds = ROUNDS * (g_test_slow () ? LONG : 1);
  gint64 last = 0;

  for (int i = 0; i < rounds; i++)
    {
      gint64 acknowledged = write_and_kill (path, last, WITH_LOG, TRUE,
                                            g_test_rand_int_range (0, 30000));

      g_assert_cmpint (acknowledged, >, last);
      last = look_at_file (path, acknowledged);
    }
  g_test_message ("%d kills, %" G_GINT64_FORMAT " edits", rounds, last);
  remit_test_remove_folder (folder);
}

/* Kills while the file is being made, with a log and without. */
static void
test_new_file (void)
{
  for (int i = 0; i < ROUNDS_NEW * (g_test_slow () ? LONG : 1); i++)
    {
      char *folder = remit_test_make_folder ();
      g_autofree char *path = g_build_filename (folder, "killed.remit", NULL);

      look_at_file (path, write_and_kill (path, 0, i % 2 == 0 ? WITH_LOG : WITHOUT_LOG, FALSE,
                                          g_test_rand_int_range (1000, 40000)));
      remit_test_remove_folder (folder);
    }
}

int
main (int argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], WITH_LOG))
    return run_writer (argv[2], g_ascii_strtoll (argv[3], NULL, 10), REMIT_STORE_NO_FLAGS);
  if (argc == 4 && g_str_equal (argv[1], WITHOUT_LOG))
    return run_writer (argv[2], g_ascii_strtoll (argv[3], NULL, 10), REMIT_STORE_NO_LOG);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill/writer", test_writer);
  g_test_add_func ("/store/kill/new-file", test_new_file);
  return g_test_run ();
}
