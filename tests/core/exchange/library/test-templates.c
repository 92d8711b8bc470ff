/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of templates: the program's, and the user's own. */
#include <glib/gstdio.h>
#include <string.h>

#include "model/remit-data.h"
#include "remit-plan-test.h"

static const RemitTemplate *
find (GPtrArray *templates,
      const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    {
      const RemitTemplate *template = templates->pdata[i];

      if (g_str_equal (template->id, id))
        return template;
    }
  return NULL;
}

static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "remit", "templates", NULL);
}

static void
write_own (const char *name,
           const char *contents)
{
  g_autofree char *folder = dup_own_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
test_installed (void)
{
  static const char *const ids[] = { "hub-and-spoke", "llm-product-team", "minimum-viable-ml-team",
                                     "ml-platform-team", "regulated-credit-risk-model-team" };
  g_autoptr (GPtrArray) templates = remit_templates_list ();

  g_assert_cmpuint (templates->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RemitTemplate *template = find (templates, ids[i]);

      g_assert_nonnull (template);
      g_assert_true (g_file_test (template->path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpuint (strlen (template->name), >, 5);
      g_assert_cmpuint (strlen (template->purpose), >, 40);
    }
  g_assert_cmpstr (((const RemitTemplate *) templates->pdata[0])->name, ==, "Hub and spoke");
}

static void
test_own (void)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_autofree char *text = plan_test_wrap ("");

  write_own ("ours.xml", text);
  write_own ("hub-and-spoke.xml", text);
  write_own ("broken.xml", "<plan");
  write_own ("other.xml", "<html/>");
  write_own ("empty.xml", "");
  write_own ("notes.txt", text);

  templates = remit_templates_list ();
  g_assert_cmpuint (templates->len, ==, 6);
  g_assert_cmpstr (find (templates, "ours")->name, ==, "Plan");
  g_assert_cmpstr (find (templates, "ours")->purpose, ==, "");
  g_assert_cmpstr (find (templates, "hub-and-spoke")->name, ==, "Plan");
}

static void
test_data_path (void)
{
  g_autofree char *schema = remit_data_dup_path ("schema/plan.xsd");
  g_autofree char *none = remit_data_dup_path ("none/of-this");
  g_autofree char *folder = g_strdup (g_getenv ("REMIT_DATA_DIR"));
  g_autofree char *built = NULL;

  g_assert_true (g_file_test (schema, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_path_is_absolute (none));

  /* a program that runs from its build folder finds them without the environment */
  g_unsetenv ("REMIT_DATA_DIR");
  built = remit_data_dup_path ("schema/plan.xsd");
  if (!g_file_test (built, G_FILE_TEST_IS_REGULAR))
    g_test_skip ("the build folder is not in the source");
  if (folder != NULL)
    g_setenv ("REMIT_DATA_DIR", folder, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/templates/installed", test_installed);
  g_test_add_func ("/exchange/templates/own", test_own);
  g_test_add_func ("/exchange/templates/data-path", test_data_path);

  return g_test_run ();
}
