/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the base of views: what it tells its subclasses, and when. */
#include "remit-test-app.h"
#include "widgets/remit-view.h"

/* A view that writes down what it is told. */
#define TEST_TYPE_VIEW (test_view_get_type ())
G_DECLARE_FINAL_TYPE (TestView, test_view, TEST, VIEW, RemitView)

struct _TestView
{
  RemitView parent_instance;

  GString *told;
};

G_DEFINE_FINAL_TYPE (TestView, test_view, REMIT_TYPE_VIEW)

static void
test_view_show_workspace (RemitView *view,
                          RemitWorkspace *workspace)
{
  g_assert_true (remit_view_get_workspace (view) == workspace);
  g_string_append_printf (TEST_VIEW (view)->told, "%s ", workspace != NULL ? "workspace" : "none");
}

static void
test_view_show_plan (RemitView *view,
                     RemitWorkspace *workspace,
                     gint64 plan)
{
  g_assert_true (remit_view_get_workspace (view) == workspace);
  g_assert_cmpint (remit_view_get_plan (view), ==, plan);
  g_string_append_printf (TEST_VIEW (view)->told, "plan-%d ", (int) plan);
}

static void
test_view_show_checker (RemitView *view,
                        RemitChecker *checker)
{
  g_string_append_printf (TEST_VIEW (view)->told, "%s ", checker != NULL ? "checker" : "unchecked");
}

static void
test_view_changed (RemitView *view,
                   GPtrArray *changes)
{
  g_string_append_printf (TEST_VIEW (view)->told, "changed-%u ", changes->len);
}

static void
test_view_finalize (GObject *object)
{
  g_string_free (TEST_VIEW (object)->told, TRUE);

  G_OBJECT_CLASS (test_view_parent_class)->finalize (object);
}

static void
test_view_class_init (TestViewClass *klass)
{
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_view_finalize;
  view_class->show_workspace = test_view_show_workspace;
  view_class->show_plan = test_view_show_plan;
  view_class->show_checker = test_view_show_checker;
  view_class->changed = test_view_changed;
}

static void
test_view_init (TestView *self)
{
  self->told = g_string_new (NULL);
}

static void
assert_told (TestView *view,
             const char *expected)
{
  g_assert_cmpstr (view->told->str, ==, expected);
  g_string_truncate (view->told, 0);
}

static RemitWorkspace *
open_workspace (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  g_autoptr (GError) error = NULL;
  RemitWorkspace *workspace = remit_workspace_open (path, REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
  return workspace;
}

static void
test_told (void)
{
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  TestView *view = g_object_ref_sink (g_object_new (TEST_TYPE_VIEW, NULL));

  assert_told (view, "");
  g_assert_false (remit_view_has_plan (REMIT_VIEW (view)));
  g_object_set (view, "workspace", workspace, NULL);
  assert_told (view, "workspace plan-0 ");
  g_object_set (view, "workspace", workspace, "plan", (gint64) 0, NULL);
  assert_told (view, "");
  g_object_set (view, "plan", (gint64) 7, NULL);
  assert_told (view, "plan-7 ");
  g_assert_true (remit_view_has_plan (REMIT_VIEW (view)));
  remit_test_add_person (store, "Ada");
  assert_told (view, "changed-1 ");

  /* the plan was one of the workspace */
  g_object_set (view, "workspace", NULL, NULL);
  assert_told (view, "none plan-0 ");
  remit_test_add_person (store, "Ben");
  assert_told (view, "");

  g_assert_finalize_object (view);
  g_assert_finalize_object (workspace);
  remit_test_remove_folder (folder);
}

static void
test_follows (void)
{
  char *folder = remit_test_make_folder ();
  RemitWorkspace *workspace = open_workspace (folder);
  RemitChecker *checker = remit_checker_new (workspace);
  TestView *source = g_object_ref_sink (g_object_new (TEST_TYPE_VIEW, NULL));
  TestView *view;

  g_object_set (source, "workspace", workspace, "plan", (gint64) 7, NULL);
  view = TEST_VIEW (g_object_ref_sink (remit_view_new (TEST_TYPE_VIEW, G_OBJECT (source))));
  assert_told (view, "workspace plan-0 plan-7 ");
  g_object_set (source, "checker", checker, NULL);
  assert_told (view, "checker ");
  g_object_set (source, "plan", (gint64) 0, NULL);
  assert_told (view, "plan-0 ");
  g_object_set (source, "workspace", NULL, NULL);
  assert_told (view, "none plan-0 ");
  g_object_set (source, "checker", NULL, NULL);
  assert_told (view, "unchecked ");

  g_assert_finalize_object (view);
  g_assert_finalize_object (source);
  g_assert_finalize_object (checker);
  g_assert_finalize_object (workspace);
  remit_test_remove_folder (folder);
}

static void
add_tests (void)
{
  g_test_add_func ("/view/told", test_told);
  g_test_add_func ("/view/follows", test_follows);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
