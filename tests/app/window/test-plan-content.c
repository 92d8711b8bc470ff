/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs get of a dragged plan. */
#include <string.h>

#include "model/remit-plan.h"
#include "plan/design/remit-design.h"
#include "plans/remit-plan-content.h"
#include "remit-test-app.h"

typedef struct {
  gboolean is_done;
  GError *error;
} Reading;

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Reading *reading = data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result,
                                               &reading->error);
  reading->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Reading *) data)->is_done;
}

/* Returns: (transfer full) (nullable) */
static char *
read_as (GdkContentProvider *content,
         const char *type,
         GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  Reading reading = { FALSE, NULL };

  gdk_content_provider_write_mime_type_async (content, type, memory, G_PRIORITY_DEFAULT, NULL,
                                              on_written, &reading);
  remit_test_wait (is_done, &reading);
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return NULL;
    }
  g_assert_true (g_output_stream_write_all (memory, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (memory, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A file with the name of the plan, and its text, without what is confidential. */
static void
test_file (RemitTestWindow *fixture,
           gconstpointer data)
{
  gint64 plan = remit_test_read_sample (fixture->store);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_refresh (fixture->workspace);
  g_assert_true (remit_design_change (fixture->workspace, REMIT_KIND_PLAN, plan, REMIT_PLAN_NAME,
                                      "Teams: 2026/27", &error));
  content = remit_plan_content_new (fixture->workspace, plan);
  list = read_as (content, "text/uri-list", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (list, "\r\n"));
  path = g_filename_from_uri (g_strchomp (list), NULL, &error);
  g_assert_no_error (error);
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "Teams- 2026-27.xml");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Teams: 2026/27"));
  g_assert_nonnull (strstr (text, "Ingrid Solberg"));
  g_assert_null (strstr (text, "@halden"));
  same = read_as (content, "application/xml", &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (same, "Ingrid Solberg"));
  g_assert_null (strstr (same, "@halden"));
}

/* One that was deleted meanwhile is no empty file. */
static void
test_gone (RemitTestWindow *fixture,
           gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Fraud");
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_refresh (fixture->workspace);
  content = remit_plan_content_new (fixture->workspace, plan);
  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PLAN, plan, &error));
  list = read_as (content, "text/uri-list", &error);
  g_assert_null (list);
  g_assert_nonnull (error);
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/window/plan-content/" path, RemitTestWindow, NULL, remit_test_window_set_up, func, \
              remit_test_window_tear_down)
  ADD ("file", test_file);
  ADD ("gone", test_gone);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
