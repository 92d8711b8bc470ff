/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out comes back: a plan, exported as a project and imported. */
#include <string.h>

#include "exchange/remit-exporter.h"
#include "remit-mspdi-test.h"

/* What a project can carry, one text for each row. */
static const char *const selects[] = {
  "SELECT name FROM plan",
  "SELECT coalesce (u.name || ' > ', '') || t.name || '|' || t.purpose FROM team AS t"
  " LEFT JOIN team AS u ON u.id = t.parent ORDER BY 1",
  "SELECT t.name || '|' || s.name || '|' || r.name || '|' || s.why || '|' || s.fte || '|' ||"
  " coalesce (s.\"from\", '') || '|' || coalesce (s.\"until\", '') || '|' || s.required"
  " FROM slot AS s JOIN team AS t ON t.id = s.team JOIN role AS r ON r.id = s.role"
  " WHERE s.id IN (SELECT id FROM slot) ORDER BY 1",
  "SELECT p.name || '|' || p.email || '|' || p.external_id || '|' || p.title || '|' || p.unit"
  " || '|' || p.location || '|' || p.capacity || '|' || coalesce (p.\"from\", '') || '|' ||"
  " coalesce (p.\"until\", '') || '|' || p.notes FROM person AS p ORDER BY 1",
  "SELECT t.name || '|' || coalesce (nullif (s.name, ''), r.name) || '|' || p.name || '|' ||"
  " a.allocation || '|' || coalesce (a.\"from\", '') || '|' || coalesce (a.\"until\", '') || '|'"
  " || a.state FROM assignment AS a JOIN slot AS s ON s.id = a.slot JOIN team AS t ON t.id ="
  " s.team JOIN role AS r ON r.id = s.role JOIN person AS p ON p.id = a.person ORDER BY 1",
  "SELECT p.name || '|' || a.\"from\" || '|' || a.\"until\" || '|' || a.reason FROM absence AS a"
  " JOIN person AS p ON p.id = a.person ORDER BY 1",
  "SELECT day FROM holiday ORDER BY day",
};

static void
export_to (MspdiFixture *f,
           gint64 plan,
           const char *path)
{
  const RemitExport export = { .store = f->store, .plan = plan };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "mspdi"), &export, path, &error);
  g_assert_no_error (error);
}

static void
set (MspdiFixture *f,
     RemitKind kind,
     const char *sql,
     guint field,
     const char *value)
{
  g_autoptr (GError) error = NULL;
  gint64 id = remit_store_query_integer (f->store, sql, 0, 0, &error);
  g_autoptr (RemitRecord) record = remit_store_load (f->store, kind, id, &error);
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->store, "Set", &error);

  g_assert_no_error (error);
  g_assert_true (remit_record_parse (record, field, value, &error));
  g_assert_true (remit_edit_update (edit, record, &error));
  g_assert_true (remit_edit_commit (edit, &error));
}

/* The sample, with what it has none of. */
static gint64
make_plan (MspdiFixture *f)
{
  gint64 plan = remit_test_read_sample (f->store);
  RemitRecord *holiday = remit_record_new (REMIT_KIND_HOLIDAY);

  g_assert_true (remit_record_parse (holiday, REMIT_HOLIDAY_DAY, "2026-12-24", NULL));
  remit_test_insert (f->store, holiday);
  set (f, REMIT_KIND_SLOT, "SELECT min (id) FROM slot", REMIT_SLOT_REQUIRED, "false");
  set (f, REMIT_KIND_SLOT, "SELECT max (id) FROM slot", REMIT_SLOT_NAME, "Night watch");
  set (f, REMIT_KIND_SLOT, "SELECT max (id) FROM slot", REMIT_SLOT_FTE, "130");
  set (f, REMIT_KIND_PERSON, "SELECT person FROM assignment ORDER BY id LIMIT 1",
       REMIT_PERSON_CAPACITY, "150");
  set (f, REMIT_KIND_PERSON, "SELECT person FROM assignment ORDER BY id LIMIT 1",
       REMIT_PERSON_NOTES, "Two lines:\n<one> & another");
  set (f, REMIT_KIND_ASSIGNMENT, "SELECT min (id) FROM assignment", REMIT_ASSIGNMENT_STATE,
       "proposed");
  set (f, REMIT_KIND_ASSIGNMENT, "SELECT max (id) FROM assignment", REMIT_ASSIGNMENT_ALLOCATION,
       "7");
  return plan;
}

/* In another workspace, all that a project can carry is the same. */
static void
test_elsewhere (MspdiFixture *f,
                gconstpointer data)
{
  MspdiFixture other = { NULL };
  gint64 plan = make_plan (f);
  g_autoptr (RemitImportResult) result = NULL;

  mspdi_fixture_set_up (&other, NULL);
  export_to (f, plan, other.path);
  result = mspdi_fixture_import_file (&other, 0);
  g_assert_cmpuint (result->n_left_out, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autofree char *before = mspdi_fixture_dup_rows (f, selects[i]);

      mspdi_fixture_assert_rows (&other, selects[i], before);
    }
  mspdi_fixture_tear_down (&other, NULL);
}

/* And what comes back is the same file, but for people who are in no slot of it. */
static void
test_again (MspdiFixture *f,
            gconstpointer data)
{
  MspdiFixture other = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 plan = make_plan (f);
  g_autoptr (RemitImportResult) result = NULL;

  mspdi_fixture_set_up (&other, NULL);
  export_to (f, plan, other.path);
  result = mspdi_fixture_import_file (&other, 0);
  g_assert_true (g_file_get_contents (other.path, &first, NULL, NULL));
  export_to (&other, result->plan, other.path);
  g_assert_true (g_file_get_contents (other.path, &second, NULL, NULL));
  *strstr (first, "<Resources>") = '\0';
  *strstr (second, "<Resources>") = '\0';
  g_assert_cmpstr (strstr (first, "<Tasks>"), ==, strstr (second, "<Tasks>"));
  mspdi_fixture_tear_down (&other, NULL);
}

/* Into the plan that it came from, nothing changes. */
static void
test_home (MspdiFixture *f,
           gconstpointer data)
{
  gint64 plan = make_plan (f);
  g_autoptr (RemitImportResult) result = NULL;

  export_to (f, plan, f->path);
  result = mspdi_fixture_import_file (f, plan);
  g_assert_false (remit_import_result_has_changes (result));
  g_assert_cmpuint (result->same[REMIT_KIND_SLOT], ==,
                    remit_test_count_rows (f->store, REMIT_KIND_SLOT));
  g_assert_cmpuint (result->same[REMIT_KIND_ASSIGNMENT], ==,
                    remit_test_count_rows (f->store, REMIT_KIND_ASSIGNMENT));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/return/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,        \
              mspdi_fixture_tear_down)
  ADD ("elsewhere", test_elsewhere);
  ADD ("again", test_again);
  ADD ("home", test_home);

  return g_test_run ();
}
