/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page about rules names every view, every column and every parameter, and no others. */
#include <string.h>

#include "check/remit-check.h"
#include "check/rules/remit-rule-query.h"
#include "model/remit-data.h"
#include "remit-test.h"

static char *
read_page (void)
{
  g_autofree char *path = remit_data_dup_path ("rules/README.md");
  g_autoptr (GError) error = NULL;
  char *page = NULL;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  return page;
}

/* The names in backquotes of a line's first cell. */
static void
add_names (GPtrArray *names,
           const char *view,
           const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line + 1, "|", 2);
  g_auto (GStrv) parts = g_strsplit (cells[0], "`", -1);

  for (guint i = 1; parts[i] != NULL && parts[i + 1] != NULL; i += 2)
    g_ptr_array_add (names, g_strdup_printf ("%s.%s", view, parts[i]));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join (GPtrArray *names)
{
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static char *
list_of_page (void)
{
  g_autofree char *page = read_page ();
  g_auto (GStrv) lines = g_strsplit (strstr (page, "## The views"), "\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *view = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *of = strstr (lines[i], "| column of `");

      if (g_str_has_prefix (lines[i], "### "))
        {
          g_free (view);
          view = g_strdup (lines[i] + strlen ("### "));
        }
      else if (of != NULL)
        {
          of += strlen ("| column of `");
          g_free (view);
          view = g_strndup (of, strcspn (of, "`"));
        }
      else if (g_str_has_prefix (lines[i], "| `"))
        add_names (names, view, lines[i]);
    }
  return join (names);
}

static char *
list_of_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (":memory:", REMIT_STORE_CREATE, &error);
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  remit_rule_views_open (store, 1, &error);
  g_assert_no_error (error);
  rows = remit_store_prepare (
    store,
    "SELECT v.name || '.' || c.name FROM temp.sqlite_master AS v, pragma_table_info (v.name) AS c"
    " WHERE v.type IN ('table', 'view') AND v.name LIKE 'rule\\_%' ESCAPE '\\'", &error);
  g_assert_no_error (error);
  while (remit_store_step (store, rows))
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (rows, 0)));
  return join (names);
}

static void
test_views (void)
{
  g_autofree char *page = list_of_page ();
  g_autofree char *store = list_of_store ();

  g_assert_cmpstr (page, ==, store);
}

static void
test_parameters (void)
{
  g_autofree char *page = read_page ();

  for (guint i = 0; i < remit_settings_info.n_fields; i++)
    {
      const RemitField *field = &remit_settings_info.fields[i];
      g_autofree char *name = g_strdup_printf ("`:%s`", remit_field_get_column (field));

      g_assert_cmpint (strstr (page, name) != NULL, ==, !remit_field_is_text (field));
    }
}

/* The example on the page is a rule. */
static void
test_example (void)
{
  g_autofree char *page = read_page ();
  const char *start = strstr (page, "<rule ");
  const char *end = strstr (page, "</rule>") + strlen ("</rule>");
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (RemitRule) rule = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, start, end - start, &error);
  g_assert_no_error (error);
  rule = remit_rule_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rule->id, ==, "OWN-1");
  remit_check_rule (rule, 0, &error);
  g_assert_no_error (error);
  remit_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/rule-page/views", test_views);
  g_test_add_func ("/check/rule-page/parameters", test_parameters);
  g_test_add_func ("/check/rule-page/example", test_example);
  return g_test_run ();
}
