/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of views: on the clipboard, for this and another program, and in files. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/remit-picture.h"
#include "remit-test-app.h"

typedef struct {
  GdkClipboard *clipboard;
  const char *type;
  GBytes *bytes;
} Reading;

static void
on_spliced (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  reading->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                  | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, data);
}

static gboolean
is_read (gpointer reading)
{
  return ((Reading *) reading)->bytes != NULL;
}

static GBytes *
read_clipboard (RemitTestWindow *fixture,
                const char *type)
{
  const char *types[] = { type, NULL };
  Reading reading = { gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), type, NULL };

  gdk_clipboard_read_async (reading.clipboard, types, G_PRIORITY_DEFAULT, NULL, on_opened,
                            &reading);
  remit_test_wait (is_read, &reading);
  return reading.bytes;
}

/* Returns: (transfer full): what another program gets */
static gboolean
has_ended (gpointer process)
{
  return g_subprocess_get_identifier (process) == NULL;
}

static GBytes *
read_by_other (const char *type)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  int fd = g_file_open_tmp ("remit-XXXXXX", &file, &error);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  char *contents;
  gsize length;

  g_assert_no_error (error);
  g_subprocess_launcher_take_stdout_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, &error, "xclip", "-out", "-selection",
                                         "clipboard", "-target", type, NULL);
  g_assert_no_error (error);
  remit_test_wait (has_ended, process);
  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  g_unlink (file);
  return g_bytes_new_take (contents, length);
}

static gboolean
starts_with (GBytes *bytes,
             const char *start)
{
  return g_bytes_get_size (bytes) > strlen (start)
         && memcmp (g_bytes_get_data (bytes, NULL), start, strlen (start)) == 0;
}

static const struct
{
  const char *type;
  const char *start;
} expected[] = {
  { "image/png", "\x89PNG" },
  { "image/svg+xml", "<?xml" },
  { "text/html", "<meta charset=\"utf-8\">\n<table>" },
  { "text/tab-separated-values", "Team\tSlot\tDemand\tPerson\tAllocation\n" },
  { "text/plain;charset=utf-8", "Team\tSlot\tDemand\tPerson\tAllocation\n" },
};

/* Whatever it is pasted into finds what it can have. */
static void
test_copied (RemitTestWindow *fixture,
             gconstpointer data)
{
  gint64 plan = remit_test_read_sample (fixture->store);
  g_autofree char *other = g_find_program_in_path ("xclip");

  remit_picture_copy (GTK_WINDOW (fixture->window), fixture->workspace, plan,
                      REMIT_PICTURE_BOARD);
  remit_test_wait_until_said (fixture->window, "Copied as picture and table");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GBytes) own = read_clipboard (fixture, expected[i].type);
      g_autoptr (GBytes) theirs = other != NULL ? read_by_other (expected[i].type) : NULL;

      g_test_message ("%s", expected[i].type);
      g_assert_true (starts_with (own, expected[i].start));
      if (theirs != NULL)
        g_assert_true (g_bytes_equal (own, theirs));
    }
}

/* The action is there when there is a plan, and what has nothing to show says so. */
static void
test_actions (RemitTestWindow *fixture,
              gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_false (g_action_group_get_action_enabled (actions, "copy-picture"));
  g_assert_false (g_action_group_get_action_enabled (actions, "save-picture"));
  remit_test_add_plan (fixture->store, "Fraud");
  remit_test_refresh (fixture->workspace);
  remit_test_settle ();
  g_assert_true (g_action_group_get_action_enabled (actions, "copy-picture"));
  gtk_widget_activate_action (window, "win.copy-picture", "s", "board");
  remit_test_wait_until_said (fixture->window, "The plan has no teams");
  gtk_widget_activate_action (window, "win.copy-picture", "s", "matrix");
  remit_test_wait_until_said (fixture->window, "The plan has no decisions");
}

/* By the name of the file; where it cannot be written, words say so, and nothing is left. */
static void
test_saved (RemitTestWindow *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = { { "a.png", "\x89PNG" }, { "a.svg", "<?xml" }, { "a.pdf", "%PDF-" } };
  gint64 plan = remit_test_read_sample (fixture->store);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "none", "a.png", NULL);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://example.org/pictures/a.png");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);
      g_autofree char *said = g_strconcat ("Exported to ", path, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);

      remit_picture_save (GTK_WINDOW (fixture->window), fixture->workspace, plan,
                          REMIT_PICTURE_MAP, file);
      remit_test_wait_until_said (fixture->window, said);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, files[i].start));
    }
  remit_picture_save (GTK_WINDOW (fixture->window), fixture->workspace, plan, REMIT_PICTURE_MAP,
                      nowhere);
  remit_test_wait_until_said (fixture->window, "Cannot write");
  remit_picture_save (GTK_WINDOW (fixture->window), fixture->workspace, plan, REMIT_PICTURE_MAP,
                      elsewhere);
  remit_test_wait_until_said (fixture->window,
                              "sftp://example.org/pictures/a.png is not on this computer");
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/window/picture/" path, RemitTestWindow, NULL, remit_test_window_set_up, func, \
              remit_test_window_tear_down)
  ADD ("copied", test_copied);
  ADD ("actions", test_actions);
  ADD ("saved", test_saved);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
