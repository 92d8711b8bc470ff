/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rules of users lie: in a folder of their own, which each test has anew. */
#include <glib/gstdio.h>
#include <string.h>

#include "rule-file.h"
#include "sketch.h"

static void
test_folders (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *rules_folder = g_build_filename (g_get_user_data_dir (), "remit", "rules", NULL);
  g_autofree char *own = NULL;
  g_autofree char *same = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *other = NULL;

  g_mkdir_with_parents (rules_folder, 0700);
  own = rule_file_write (rules_folder, "a-own.xml",
                         SELECT ("SELECT id AS person FROM rule_person"));
  same = rule_file_write (rules_folder, "c-again.xml", SELECT ("SELECT 1"));
  broken = rule_file_write (rules_folder, "b-broken.xml", "<rule/>");
  other = rule_file_write (rules_folder, "notes.txt", "Nothing for Remit");
  {
    g_autoptr (RemitRules) rules = remit_rules_load ();
    g_autoptr (Sketch) sketch = sketch_new ("person Ada\nplan P");
    g_autofree char *says = sketch_say (sketch, rules, "OWN-1", "2026-03-10");
    g_autoptr (GPtrArray) problems = sketch_check (sketch, rules, "RULE", "2026-03-10");

    g_assert_nonnull (remit_rules_find (rules, "OWN-1"));
    g_assert_nonnull (remit_rules_find (rules, "own-1"));
    g_assert_null (remit_rules_find (rules, "OWN-2"));
    g_assert_cmpstr (says, ==, "W M");
    g_assert_cmpuint (rules->problems->len, ==, 2);
    g_assert_cmpuint (problems->len, ==, 2);
    g_assert_nonnull (strstr (remit_finding_get_message (problems->pdata[0]), "b-broken.xml"));
    g_assert_nonnull (strstr (remit_finding_get_message (problems->pdata[1]),
                              "The rule id OWN-1 is already used"));
    g_assert_cmpint (remit_finding_get_severity (problems->pdata[0]), ==, REMIT_SEVERITY_ERROR);
  }
  g_unlink (own);
  g_unlink (same);
  g_unlink (broken);
  g_unlink (other);
  g_rmdir (rules_folder);
  remit_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/check/rule/folders", test_folders);
  return g_test_run ();
}
