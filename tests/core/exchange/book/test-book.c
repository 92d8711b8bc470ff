/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a plan: out as a workbook or as CSV, and in again without a difference. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/sheet/remit-package.h"
#include "exchange/table/remit-table-import.h"
#include "model/remit-day.h"
#include "remit-sheet-test.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path; /* of what is exported */
  RemitStore *store;
  gint64 plan;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = remit_test_make_folder ();
  self->path = g_build_filename (self->folder, "Plan.xlsx", NULL);
  path = g_build_filename (self->folder, "first.remit", NULL);
  self->store = remit_test_open_new (path);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->store);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

static void
read_sample (Fixture *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("REMIT_DATA_DIR"), "samples",
                                            "halden-energy.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_plan_read (self->store, path, NULL, &error);

  g_assert_no_error (error);
  self->plan = result->plan;
}

/* @table: -1 for the usual ones */
static RemitExport
make_export (Fixture *self,
             int table)
{
  return (RemitExport){ .store = self->store, .plan = self->plan,
                        .tables = table >= 0 ? 1u << table : 0 };
}

static void
write_as (Fixture *self,
          const char *format,
          const RemitExport *export)
{
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, format), export, self->path,
                        &error);
  g_assert_no_error (error);
}

static char *
dup_csv (Fixture *self,
         RemitStore *store,
         gint64 plan,
         RemitExportTable table)
{
  RemitExport export = { .store = store, .plan = plan, .tables = 1u << table,
                         .csv = { .has_no_mark = TRUE } };
  g_autofree char *path = g_build_filename (self->folder, "compared.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* ── In again ─────────────────────────────────────────────────────────────────────────────── */

static RemitImportResult *
import_table (Fixture *self,
              RemitStore *store,
              gint64 plan,
              RemitExportTable table)
{
  static const char *const sheets[] = { "People", "Slots", "Decision rights" };
  RemitSheetInput input = { .path = self->path, .sheet = sheets[table] };
  RemitImportOptions options = { .plan = plan };
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  if (!g_str_has_suffix (self->path, ".xlsx"))
    input.sheet = NULL;
  if (table == REMIT_EXPORT_RIGHTS)
    {
      g_autoptr (RemitMatrixImport) import =
        remit_matrix_import_open (store, plan, &input, &error);

      g_assert_no_error (error);
      result = remit_matrix_import_run (import, store, &options, &error);
    }
  else
    {
      g_autoptr (RemitTableImport) import = remit_table_import_open_as (&input, &error);

      g_assert_no_error (error);
      g_assert_cmpint (import->kind, ==,
                       table == REMIT_EXPORT_PEOPLE ? REMIT_TABLE_PEOPLE : REMIT_TABLE_SEATS);
      result = remit_table_import_run (import, store, &options, &error);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_left_out, ==, 0);
  return result;
}

/* What is in the workspace is what the file says. */
static void
assert_same (Fixture *self,
             RemitExportTable table)
{
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitImportResult) result = import_table (self, self->store,
                                                       table == REMIT_EXPORT_PEOPLE ? 0
                                                                                    : self->plan,
                                                       table);

  for (RemitKind kind = 0; kind < REMIT_N_KINDS; kind++)
    g_assert_cmpuint (result->added[kind] + result->changed[kind] + result->removed[kind], ==, 0);
  after = remit_test_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_csv_same (Fixture *self,
                 RemitStore *store,
                 gint64 plan,
                 RemitExportTable table)
{
  g_autofree char *first = dup_csv (self, self->store, self->plan, table);
  g_autofree char *second = dup_csv (self, store, plan, table);

  g_assert_cmpstr (first, ==, second);
}

/* A workspace that is made from the workbook alone has the same tables. */
static void
assert_copied (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "second.remit", NULL);
  g_autoptr (RemitStore) store = remit_test_open_new (path);
  g_autoptr (RemitImportResult) people = import_table (self, store, 0, REMIT_EXPORT_PEOPLE);
  g_autoptr (RemitImportResult) seats = import_table (self, store, 0, REMIT_EXPORT_SEATS);
  g_autoptr (RemitImportResult) rights = NULL;

  g_assert_cmpint (seats->plan, !=, 0);
  rights = import_table (self, store, seats->plan, REMIT_EXPORT_RIGHTS);
  for (RemitExportTable table = 0; table <= REMIT_EXPORT_RIGHTS; table++)
    assert_csv_same (self, store, seats->plan, table);
}

static void
test_sample (Fixture *self,
             gconstpointer data)
{
  RemitExport export;

  read_sample (self);
  export = make_export (self, -1);
  write_as (self, "xlsx", &export);
  for (RemitExportTable table = 0; table <= REMIT_EXPORT_RIGHTS; table++)
    assert_same (self, table);
  assert_copied (self);
}

static void
test_csv (Fixture *self,
          gconstpointer data)
{
  read_sample (self);
  g_free (self->path);
  self->path = g_build_filename (self->folder, "Plan.csv", NULL);
  for (RemitCsvSeparator separator = 0; separator < REMIT_N_CSV_SEPARATORS; separator++)
    for (RemitExportTable table = 0; table <= REMIT_EXPORT_RIGHTS; table++)
      {
        RemitExport export = make_export (self, (int) table);

        export.csv = (RemitCsvForm){ separator, separator % 2 != 0 };
        write_as (self, "csv", &export);
        assert_same (self, table);
      }
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* What a spreadsheet, a number or an archive would take for something else. */
static const char *const odd_texts[] = {
  "=1+1", "'=1+1", "''-2", "+49 30 901820", "@home", "＝SUM(A1)", "－5", "007 Bond",
  "_x0041_dam", "_x005F_x", "Zoë \xf0\x9f\x91\xa9\xf0\x9f\x8f\xbd\xe2\x80\x8d\xf0\x9f\x94\xac",
  "<b>&amp;</b>", "O’Neil \"Bo\"", "a;b, c", "1e5", "TRUE",
};

static gint64
insert_person (Fixture *self,
               const char *name,
               guint number)
{
  RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);
  g_autofree char *key = g_strdup_printf ("%07u", number);
  g_autofree char *notes = g_strdup_printf ("%s\nand\n\n  - so\n  - on  and on\n%s", name, name);

  remit_record_set_text (person, REMIT_PERSON_NAME, name);
  remit_record_set_text (person, REMIT_PERSON_TITLE, name);
  remit_record_set_text (person, REMIT_PERSON_EXTERNAL_ID, key);
  remit_record_set_text (person, REMIT_PERSON_NOTES, notes);
  remit_record_set_integer (person, REMIT_PERSON_CAPACITY, 1 + number * 7 % 100);
  remit_record_set_integer (person, REMIT_PERSON_FROM,
                            remit_day_parse ("1899-12-30") + number * 29);
  remit_record_set_integer (person, REMIT_PERSON_UNTIL,
                            remit_day_parse ("2024-02-28") + number * 367);
  return remit_test_insert (self->store, person);
}

static void
seat (Fixture *self,
      gint64 slot,
      gint64 person,
      const char *from,
      const char *until)
{
  RemitRecord *assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PLAN, self->plan);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_SLOT, slot);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, person);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION, 29);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_FROM, remit_day_parse (from));
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_UNTIL, remit_day_parse (until));
  remit_test_insert (self->store, assignment);
}

/* People with odd names, all in two slots of one role, some twice, and two of one name. */
static void
make_odd (Fixture *self)
{
  gint64 role = remit_test_add_role (self->store, "odd", "=A1");
  gint64 team, slots[2];

  self->plan = remit_test_add_plan (self->store, "Odd");
  team = remit_test_add_team (self->store, self->plan, "@work");
  for (guint i = 0; i < 2; i++)
    slots[i] = remit_test_add_slot (self->store, self->plan, team, role);
  for (guint i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    seat (self, slots[i % 2], insert_person (self, odd_texts[i], i), "", "");
  for (guint i = 0; i < 2; i++)
    {
      gint64 person = insert_person (self, "Kim Sun", 100 + i);

      seat (self, slots[0], person, "2026-01-01", "2026-03-31");
      seat (self, slots[0], person, "2026-04-01", "");
    }
}

static void
test_texts (Fixture *self,
            gconstpointer data)
{
  RemitExport export;

  make_odd (self);
  export = make_export (self, -1);
  write_as (self, "xlsx", &export);
  for (RemitExportTable table = 0; table < REMIT_EXPORT_RIGHTS; table++)
    assert_same (self, table);
  assert_copied (self);

  g_free (self->path);
  self->path = g_build_filename (self->folder, "Odd.csv", NULL);
  for (RemitExportTable table = 0; table < REMIT_EXPORT_RIGHTS; table++)
    {
      export = make_export (self, (int) table);
      write_as (self, "csv", &export);
      assert_same (self, table);
    }
}

/* No cell of a CSV file begins as a formula does, whoever reads it. */
static void
test_guarded (Fixture *self,
              gconstpointer data)
{
  static const char *const signs[] = { "\"=", "\"+", "\"-", "\"@", "\"\t", "\"\r", "\"\n",
                                       "\"＝", "\"＋", "\"－", "\"＠" };
  g_autofree char *text = NULL;

  make_odd (self);
  for (RemitExportTable table = 0; table < REMIT_N_EXPORT_TABLES; table++)
    {
      g_free (text);
      text = dup_csv (self, self->store, self->plan, table);
      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        for (const char *found = text; (found = strstr (found, signs[i])) != NULL; found++)
          g_assert_true (found > text && found[-1] != ',' && found[-1] != '\n');
    }
  g_free (text);
  text = dup_csv (self, self->store, self->plan, REMIT_EXPORT_PEOPLE);
  g_assert_nonnull (strstr (text, ",\"'=1+1\","));
  g_assert_nonnull (strstr (text, ",\"''=1+1\","));
  g_assert_nonnull (strstr (text, ",\"'＝SUM(A1)\","));
}

/* ── Limits ───────────────────────────────────────────────────────────────────────────────── */

static void
set_notes (Fixture *self,
           gint64 person,
           guint n)
{
  g_autofree char *notes = g_strnfill (n, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (self->store, "Notes", &error);

  remit_edit_set_text (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_NOTES, notes, &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* Nothing is cut off in silence. */
static void
test_long (Fixture *self,
           gconstpointer data)
{
  const RemitExporter *xlsx = remit_exporter_find (REMIT_EXPORT_PLAN, "xlsx");
  g_autoptr (GError) error = NULL;
  RemitExport export;
  gint64 person, role, team;

  self->plan = remit_test_add_plan (self->store, "Long");
  role = remit_test_add_role (self->store, "writer", "Writer");
  team = remit_test_add_team (self->store, self->plan, "Team");
  person = insert_person (self, "Ada", 1);
  seat (self, remit_test_add_slot (self->store, self->plan, team, role), person, "", "");

  set_notes (self, person, 32767);
  export = make_export (self, -1);
  write_as (self, "xlsx", &export);
  assert_same (self, REMIT_EXPORT_PEOPLE);
  g_unlink (self->path);

  set_notes (self, person, 32768);
  g_assert_false (remit_exporter_write (xlsx, &export, self->path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“People”, row 2, “Notes”"));
  g_assert_nonnull (strstr (error->message, "CSV"));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* ── What is in the file ──────────────────────────────────────────────────────────────────── */

static char *
dup_part (Fixture *self,
          const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPackage) package = remit_package_open (g_open (self->path, O_RDONLY), &error);
  g_autoptr (RemitPackagePart) part = NULL;
  g_autofree char *bytes = g_malloc0 (1 << 20);
  gsize length = 0;
  gssize n;

  g_assert_no_error (error);
  part = remit_package_begin (package, name, &error);
  g_assert_no_error (error);
  while ((n = remit_package_part_read (part, bytes + length, (1 << 20) - 1 - length, &error)) > 0)
    length += (gsize) n;
  g_assert_no_error (error);
  return g_steal_pointer (&bytes);
}

static void
test_form (Fixture *self,
           gconstpointer data)
{
  RemitExport export;
  g_autofree char *people = NULL;
  g_autofree char *styles = NULL;
  GStatBuf status;

  make_odd (self);
  export = make_export (self, -1);
  write_as (self, "xlsx", &export);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  people = dup_part (self, "xl/worksheets/sheet1.xml");
  styles = dup_part (self, "xl/styles.xml");
  g_assert_null (strstr (people, "<f"));
  g_assert_nonnull (strstr (people, "state=\"frozen\""));
  g_assert_nonnull (strstr (people, "<autoFilter"));
  g_assert_nonnull (strstr (people, "<v>0.29</v>"));
  g_assert_nonnull (strstr (styles, "yyyy\\-mm\\-dd") ?: strstr (styles, "yyyy-mm-dd"));
}

/* Whom something is confidential to, they do not find it in any sheet. */
static void
test_stakeholder (Fixture *self,
                  gconstpointer data)
{
  RemitExport export;
  RemitSheetInput input = { .path = self->path };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = NULL;

  read_sample (self);
  export = make_export (self, -1);
  export.audience = REMIT_AUDIENCE_STAKEHOLDER;
  write_as (self, "xlsx", &export);
  sheets = remit_sheet_list (&input, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sheets), ==, 9);
  for (guint i = 0; sheets[i] != NULL; i++)
    {
      g_autoptr (RemitCsvFile) file = NULL;
      g_autofree char *dump = NULL;

      input.sheet = sheets[i];
      file = remit_sheet_open (&input, &error);
      g_assert_no_error (error);
      dump = sheet_test_dump (file);
      g_assert_null (strchr (dump, '@'));
      g_assert_null (strstr (dump, "H10"));
      if (i == 0)
        g_assert_true (g_str_has_prefix (dump, "1: Name|Job title|Unit|Location|Manager|Capacity|"
                                               "From|Until|Skills\n"));
    }

  export.tables = 1u << REMIT_EXPORT_FINDINGS;
  g_assert_false (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export,
                                        self->path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE);
}

/* Whom a slot waits for stands where its person would, for those who may know. */
static void
test_awaited (Fixture *self,
              gconstpointer data)
{
  gint64 team, slot;
  g_autoptr (RemitEdit) edit = NULL;
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;
  RemitExport export;
  g_autoptr (GError) error = NULL;

  self->plan = remit_test_add_plan (self->store, "P");
  team = remit_test_add_team (self->store, self->plan, "Hot");
  slot = remit_test_add_slot (self->store, self->plan, team,
                              remit_test_add_role (self->store, "cook", "Cook"));
  edit = remit_edit_begin (self->store, "Wait", &error);
  remit_edit_set_text (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS, "P77", &error);
  remit_edit_set_integer (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS_PERCENT, 40, &error);
  remit_edit_commit (edit, &error);
  g_clear_pointer (&edit, remit_edit_free);
  g_assert_no_error (error);

  text = dup_csv (self, self->store, self->plan, REMIT_EXPORT_SEATS);
  g_assert_nonnull (strstr (text, "\"P77\",\"40"));
  edit = remit_edit_begin (self->store, "Months", &error);
  remit_edit_set_text (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS_PERIODS,
                       "2031-01-01/2031-01-31 20%; 2031-02-01/.. 60%", &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&text, g_free);
  text = dup_csv (self, self->store, self->plan, REMIT_EXPORT_SEATS);
  g_assert_null (strstr (text, "\"P77\",\"40"));
  g_assert_nonnull (strstr (text, "\"P77\",\"20%\",\"2031-01-01\",\"2031-01-31\""));
  g_assert_nonnull (strstr (text, "\"P77\",\"60%\",\"2031-02-01\",\"\""));
  export = make_export (self, REMIT_EXPORT_SEATS);
  export.audience = REMIT_AUDIENCE_STAKEHOLDER;
  write_as (self, "csv", &export);
  g_assert_true (g_file_get_contents (self->path, &theirs, NULL, NULL));
  g_assert_nonnull (strstr (theirs, "Cook"));
  g_assert_null (strstr (theirs, "P77"));
}

static void
test_findings (Fixture *self,
               gconstpointer data)
{
  g_autofree char *text = NULL;

  read_sample (self);
  text = dup_csv (self, self->store, self->plan, REMIT_EXPORT_FINDINGS);
  g_assert_true (g_str_has_prefix (text, "\"Severity\",\"Rule\",\"Title\",\"Finding\",\"Why\","));
  g_assert_nonnull (strstr (text, "\"Error\",\"ALLOC-1\",\"Over-allocated\","));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();
#define ADD(name, func) \
  g_test_add ("/exchange/book/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  ADD ("csv", test_csv);
  ADD ("texts", test_texts);
  ADD ("guarded", test_guarded);
  ADD ("long", test_long);
  ADD ("form", test_form);
  ADD ("stakeholder", test_stakeholder);
  ADD ("awaited", test_awaited);
  ADD ("findings", test_findings);
#undef ADD
  return g_test_run ();
}
