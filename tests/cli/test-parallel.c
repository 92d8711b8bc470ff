/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs that write the same workspace at once lose nothing. */
#include <string.h>

#include "remit-cli-test.h"

#define PROCESSES 8

/* Starts all of them, then waits for all, asserting that they succeed. */
static void
run_all (CliTest *self,
         const char *const arguments[PROCESSES][5])
{
  GSubprocess *processes[PROCESSES];

  for (guint i = 0; i < PROCESSES; i++)
    processes[i] = cli_test_start (self, arguments[i]);
  for (guint i = 0; i < PROCESSES; i++)
    {
      g_autofree char *errors = NULL;

      g_assert_true (g_subprocess_communicate_utf8 (processes[i], NULL, NULL, NULL, &errors, NULL));
      g_assert_cmpstr (errors, ==, "");
      g_assert_cmpint (g_subprocess_get_exit_status (processes[i]), ==, 0);
      g_object_unref (processes[i]);
    }
}

static void
test_new_workspace (CliTest *self,
                    gconstpointer data)
{
  static const char *const arguments[PROCESSES][5] = {
    { "plan", "new", "A" }, { "plan", "new", "B" }, { "plan", "new", "C" }, { "plan", "new", "D" },
    { "plan", "new", "E" }, { "plan", "new", "F" }, { "plan", "new", "G" }, { "plan", "new", "H" },
  };
  JsonObject *list;

  g_free (self->path);
  self->path = g_build_filename (self->folder, "remit", "workspace.remit", NULL);
  run_all (self, arguments);

  list = cli_test_run_json (self, "plan", "list", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (list, "plans")), ==,
                    PROCESSES);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

static void
test_assign (CliTest *self,
             gconstpointer data)
{
  static const char *const people[PROCESSES] = { "Ada", "Bela", "Chidi", "Emil",
                                                 "Grace", "Hiro", "Mei", "Noor" };
  const char *arguments[PROCESSES][5];
  JsonObject *object;

  g_free (self->path);
  self->path = g_build_filename (self->folder, "remit", "workspace.remit", NULL);
  cli_test_run (self, "plan", "list", NULL);
  cli_test_run_plain (self, "plan", "list", NULL);
  cli_test_fill (self);
  {
    g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);

    for (guint i = 0; i < PROCESSES; i++)
      remit_test_add_person (store, people[i]);
  }
  for (guint i = 0; i < PROCESSES; i++)
    {
      const char *words[5] = { "assign", people[i], "Data engineer", "--allocation=10", NULL };

      memcpy (arguments[i], words, sizeof words);
    }
  run_all (self, arguments);

  object = cli_test_run_json (self, "history", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "length"), ==, 9 + 2 * PROCESSES);
  object = cli_test_run_json (self, "assign", "Ada Lovelace", "Data engineer", "-n", "20", NULL);
  g_assert_cmpint (json_object_get_int_member (object, "slot_filled"), ==, 10 * PROCESSES + 20);
  g_assert_cmpint (cli_test_run (self, "history", "--verify", NULL), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_test_add ("/cli/parallel/new-workspace", test_new_workspace);
  cli_test_add ("/cli/parallel/assign", test_assign);
  return g_test_run ();
}
