/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what an import tells of single rows, and of what it keeps for that. */
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/table/remit-table-import.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = remit_test_make_folder ();
  path = g_build_filename (self->folder, "test.remit", NULL);
  self->store = remit_test_open_new (path);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_object (&self->store);
  remit_test_remove_folder (self->folder);
}

static RemitImportResult *
import (Fixture *self,
        const char *text,
        guint n_told)
{
  const RemitImportOptions options = { .n_told = n_told };
  g_autofree char *path = g_build_filename (self->folder, "people.csv", NULL);
  g_autoptr (RemitTableImport) table = NULL;
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = remit_table_import_open (path, &error);
  g_assert_no_error (error);
  result = remit_table_import_run (table, self->store, &options, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_told (RemitImportResult *result,
             RemitImportOutcome outcome,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *told = remit_import_told_get (result->told, outcome);

  for (guint i = 0; i < told->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) told->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Each row is told once, as it is in the end. */
static void
test_people (Fixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) first =
    import (self, "Name,Title,Manager\nAda,Lead,Bela\nBela,Head,\n", 100);
  g_autoptr (RemitImportResult) second =
    import (self, "Name,Title,Manager\nAda,Engineer,\nBela,Head,\nChidi,,Ada\n", 100);

  assert_told (first, REMIT_IMPORT_ADDED,
               "Person Ada: Job title Lead, Manager Bela, Capacity 100 %; "
               "Person Bela: Job title Head, Capacity 100 %");
  assert_told (first, REMIT_IMPORT_CHANGED, "");
  assert_told (second, REMIT_IMPORT_ADDED, "Person Chidi: Manager Ada, Capacity 100 %");
  assert_told (second, REMIT_IMPORT_CHANGED, "Person Ada: Job title Lead → Engineer");
  assert_told (second, REMIT_IMPORT_SAME, "Person Bela");
}

/* No more than is asked for; what comes after that is not taken for something else. */
static void
test_limit (Fixture *self,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) none = import (self, "Name,Title\nAda,\nBela,\nChidi,\n", 0);
  g_autoptr (RemitImportResult) two = import (
    self, "Name,Title,Manager\nAda,x,\nBela,y,\nChidi,z,\nDora,,Eve\nEve,,\nFay,,Gil\nGil,,\n", 2);

  g_assert_null (none->told);
  assert_told (two, REMIT_IMPORT_CHANGED,
               "Person Ada: Job title none → x; Person Bela: Job title none → y");
  g_assert_cmpuint (remit_import_told_get (two->told, REMIT_IMPORT_ADDED)->len, ==, 2);
}

/* What a plan's file has no longer is told by the name that it had. */
static void
test_plan (Fixture *self,
           gconstpointer data)
{
  const RemitImportOptions options = { .n_told = 10, .dry_run = TRUE };
  g_autofree char *path = g_build_filename (self->folder, "plan.xml", NULL);
  gint64 plan = remit_test_add_plan (self->store, "Fraud");
  RemitExport export;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_team (self->store, plan, "Models");
  export = (RemitExport){ .store = self->store, .plan = plan, .audience = REMIT_AUDIENCE_FULL };
  g_assert_true (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export,
                                       path, &error));
  remit_test_add_team (self->store, plan, "Data");
  result = remit_plan_read (self->store, path, &options, &error);
  g_assert_no_error (error);
  assert_told (result, REMIT_IMPORT_REMOVED, "Team Data: removed");
  assert_told (result, REMIT_IMPORT_SAME, "Plan Fraud; Team Models");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNC) \
  g_test_add ("/exchange/import-told/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("people", test_people);
  ADD ("limit", test_limit);
  ADD ("plan", test_plan);
#undef ADD
  return g_test_run ();
}
