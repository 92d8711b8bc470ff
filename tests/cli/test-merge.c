/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that makes one of two that are the same. */
#include <string.h>

#include "remit-cli-test.h"

/* Grace is there twice: once in a slot, once with an address. */
static void
fill (CliTest *self)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "add", "person", "name=G. Hopper",
                                 "email=grace@example.org", "unit=Risk", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "set", "person", "Grace Hopper", "unit=Fraud", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "assign", "G. Hopper", "Data engineer", NULL), ==, 0);
}

static void
check_refused (CliTest *self,
               int status,
               const char *words,
               const char *kind,
               const char *keep,
               const char *other)
{
  g_autofree char *before = cli_test_dump (self);
  g_autofree char *after = NULL;

  cli_test_run (self, "merge", kind, keep, other, NULL);
  cli_test_assert_refused (self, status, words);
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_text (CliTest *self,
           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self);
  before = cli_test_dump (self);
  g_assert_cmpint (cli_test_run (self, "merge", "person", "Grace Hopper", "G. Hopper", "--dry-run",
                                 NULL), ==, 0);
  g_assert_cmpstr (self->output, ==,
                   "G. Hopper would be merged into Grace Hopper.\n"
                   "Moved to the kept entry: 1 assignment\n"
                   "Filled in: E-mail: grace@example.org\n"
                   "Not kept: Unit: Risk\n"
                   "Dry run: nothing was changed.\n");
  after = cli_test_dump (self);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (cli_test_run (self, "merge", "person", "Grace Hopper", "G. Hopper", NULL), ==,
                   0);
  g_assert_true (g_str_has_prefix (self->output, "G. Hopper merged into Grace Hopper. "));
  g_assert_cmpint (cli_test_run (self, "show", "person", "G. Hopper", NULL), ==, 3);
  g_assert_cmpint (cli_test_run (self, "unassign", "Grace Hopper", "Data engineer", NULL), ==, 0);
}

static void
test_json (CliTest *self,
           gconstpointer data)
{
  JsonObject *object;

  fill (self);
  object = cli_test_run_json (self, "merge", "people", "Grace Hopper", "G. Hopper", NULL);
  g_assert_false (json_object_get_boolean_member (object, "dry_run"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "kept"),
                                                  "email"), ==, "grace@example.org");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "merged"),
                                                  "name"), ==, "G. Hopper");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "follow"),
                                               "assignment"), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "filled"),
                                                  0), ==, "email");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "dropped"),
                                                  0), ==, "unit");
}

static void
test_undo (CliTest *self,
           gconstpointer data)
{
  g_autoptr (RemitStore) store = NULL;
  g_autofree char *before = NULL;

  fill (self);
  store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);
  before = remit_test_dump (store);
  g_assert_cmpint (cli_test_run (self, "merge", "person", "Grace Hopper", "G. Hopper", NULL), ==,
                   0);
  remit_test_undo_and_redo (store, before);
  g_assert_cmpint (cli_test_run (self, "undo", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Merge G. Hopper into Grace Hopper"));
}

static void
test_roles_and_skills (CliTest *self,
                       gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "merge", "role", "ML engineer", "Data engineer", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->output, "Moved to the kept entry: 1 slot\n"));
  g_assert_cmpint (cli_test_run (self, "add", "skill", "name=SQL", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "add", "skill", "name=Sequel", "category=Data", NULL), ==,
                   0);
  g_assert_cmpint (cli_test_run (self, "merge", "skill", "sql", "sequel", NULL), ==, 0);
  g_assert_nonnull (strstr (self->output, "Filled in: Category: Data\n"));
}

static void
test_refused (CliTest *self,
              gconstpointer data)
{
  fill (self);
  check_refused (self, 3, "Select two different entries", "person", "Grace Hopper", "Grace Hopper");
  check_refused (self, 3, "“Eve” not found", "person", "Grace Hopper", "Eve");
  check_refused (self, 3, "entries of this kind cannot be merged", "team", "Cards", "Cards");
  check_refused (self, 2, "Did you mean “person”?", "persn", "a", "b");
  g_assert_cmpint (cli_test_run (self, "merge", "person", "Grace Hopper", NULL), ==, 2);

  g_assert_cmpint (cli_test_run (self, "assign", "Grace Hopper", "Data engineer", "--allocation",
                                 "40", NULL), ==, 0);
  check_refused (self, 3, "Both are assigned to Data engineer", "person", "Grace Hopper",
                 "G. Hopper");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/merge/text", test_text);
  cli_test_add ("/cli/merge/json", test_json);
  cli_test_add ("/cli/merge/undo", test_undo);
  cli_test_add ("/cli/merge/roles-and-skills", test_roles_and_skills);
  cli_test_add ("/cli/merge/refused", test_refused);
  return g_test_run ();
}
