/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs get of a drag. */
#include <string.h>

#include "board/drag/remit-drag-content.h"
#include "remit-test-app.h"

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_done (gpointer done)
{
  return *(gboolean *) done;
}

static char *
read_cards (GdkContentProvider *content)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (content, "text/vcard", memory, G_PRIORITY_DEFAULT,
                                              NULL, on_written, &done);
  remit_test_wait (is_done, &done);
  g_assert_true (g_output_stream_write_all (memory, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (memory, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Of people, a card each, beside what the window itself takes. */
static void
test_people (RemitTestWindow *fixture,
             gconstpointer data)
{
  g_autoptr (RemitDrag) drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, "2 people");
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_autofree char *cards = NULL;

  remit_drag_add (drag, remit_test_add_person (fixture->store, "Ida Lund"), 0);
  remit_drag_add (drag, remit_test_add_person (fixture->store, "Ove Dahl"), 0);
  remit_drag_add (drag, 4711, 0); /* who is gone */
  remit_test_refresh (fixture->workspace);
  content = remit_drag_content_new (drag, fixture->workspace);
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_gtype (formats, REMIT_TYPE_DRAG));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/vcard"));
  cards = read_cards (content);
  g_assert_true (g_str_has_prefix (cards, "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ida Lund\r\n"));
  g_assert_nonnull (strstr (cards, "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ove Dahl\r\n"));
}

/* Slots and teams are nothing for others. */
static void
test_others (RemitTestWindow *fixture,
             gconstpointer data)
{
  for (RemitDragKind kind = REMIT_DRAG_SLOT; kind <= REMIT_DRAG_TEAM; kind++)
    {
      g_autoptr (RemitDrag) drag = remit_drag_new (kind, 1, "One");
      g_autoptr (GdkContentProvider) content = remit_drag_content_new (drag, fixture->workspace);
      g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);

      g_assert_true (gdk_content_formats_contain_gtype (formats, REMIT_TYPE_DRAG));
      g_assert_false (gdk_content_formats_contain_mime_type (formats, "text/vcard"));
    }
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/board/content/" path, RemitTestWindow, NULL, remit_test_window_set_up, func, \
              remit_test_window_tear_down)
  ADD ("people", test_people);
  ADD ("others", test_others);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
