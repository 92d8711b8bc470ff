/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights as CSV: out, in, there and back, and what is refused. */
#include <string.h>

#include "../check/sketch.h"
#include "exchange/matrix/remit-matrix-import.h"

#define PLAN \
  "role ml key=ml-engineer\nrole pm key=product-manager\nperson Ada\nperson Bob\nplan P\n" \
  "team Fraud\nteam Churn\nslot Lead team=Fraud role=ml\nslot Owner team=Fraud role=pm\n" \
  "slot Owner2 team=Churn role=pm\nset slot Owner2 name=Owner\n"
#define MATRIX \
  PLAN "decision Release team=Fraud kind=deploy decide-by=2026-04-01 description='One\nTwo'\n" \
  "decision =Budget framework=JOINT quorum=2 status=accepted\n" \
  "right - decision=Release slot=Lead letter=R\nright - decision=Release slot=Lead letter=A\n" \
  "right - decision=Release slot=Owner letter=C\nright - decision==Budget role=pm letter=A\n" \
  "right - decision==Budget person=Ada letter=A\n"

typedef struct {
  Sketch *sketch;
  char *path;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data)
{
  f->sketch = sketch_new (data);
  f->path = g_build_filename (f->sketch->folder, "matrix.csv", NULL);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_free (f->path);
  sketch_free (f->sketch);
}

static char *
write_matrix (Fixture *f)
{
  RemitExport export = { .store = f->sketch->store, .plan = f->sketch->plan };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export,
                                       f->path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  return text;
}

static RemitMatrixImport *
open (Fixture *f,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  RemitMatrixImport *import;

  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  import = remit_matrix_import_open (f->sketch->store, f->sketch->plan,
                                     &(RemitSheetInput){ .path = f->path }, &error);
  g_assert_no_error (error);
  return import;
}

static RemitImportResult *
read_matrix (Fixture *f,
        const char *text)
{
  g_autoptr (RemitMatrixImport) one = open (f, text);
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  remit_matrix_import_leave_out_rest (one);
  result = remit_matrix_import_run (one, f->sketch->store, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_note (RemitImportResult *result,
             const char *part)
{
  remit_test_assert_note (result->notes, part);
}

/* ── Out ──────────────────────────────────────────────────────────────────────────────────── */

#define HEADER "\"Team\",\"Decision\",\"Description\",\"Kind\",\"Framework\",\"Quorum\"," \
               "\"Decide by\",\"Status\",\"Key\","
#define FILE_OF_MATRIX \
  "\xef\xbb\xbf" HEADER \
  "\"Fraud: Lead\",\"Fraud: Owner\",\"Churn: Owner\",\"Role: pm\",\"Person: Ada\"\r\n" \
  "\"Fraud\",\"Release\",\"One\nTwo\",\"deploy\",\"RACI\",\"1\",\"2026-04-01\",\"proposed\",\"\"," \
  "\"R/A\",\"C\",\"\",\"\",\"\"\r\n" \
  "\"\",\"'=Budget\",\"\",\"other\",\"JOINT\",\"2\",\"\",\"accepted\",\"\"," \
  "\"\",\"\",\"\",\"A\",\"A\"\r\n"

static void
test_export (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = write_matrix (f);

  g_assert_cmpstr (text, ==, FILE_OF_MATRIX);
}

static void
test_unwritable (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  RemitExport export = { .store = f->sketch->store, .plan = f->sketch->plan };
  g_autofree char *path = g_build_filename (f->sketch->folder, "nowhere", "matrix.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export,
                                        path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
}

/* ── In ───────────────────────────────────────────────────────────────────────────────────── */

/* Importing what was written changes nothing; into a plan without decisions, it gives the same. */
static void
test_round_trip (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = write_matrix (f);
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *empty = NULL;

  {
    g_autoptr (RemitImportResult) result = read_matrix (f, text);

    g_assert_cmpuint (result->same[REMIT_KIND_DECISION], ==, 2);
    g_assert_cmpuint (result->same[REMIT_KIND_RIGHT], ==, 5);
    g_assert_cmpuint (result->n_notes, ==, 0);
  }
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (after, ==, before);

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (RemitEdit) edit = remit_edit_begin (f->sketch->store, "Delete", &error);

    remit_edit_delete (edit, REMIT_KIND_DECISION, sketch_get (f->sketch, "Release"), &error);
    remit_edit_delete (edit, REMIT_KIND_DECISION, sketch_get (f->sketch, "=Budget"), &error);
    remit_edit_commit (edit, &error);
    g_assert_no_error (error);
  }
  empty = remit_test_dump (f->sketch->store);
  {
    g_autoptr (RemitImportResult) result = read_matrix (f, text);

    g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 2);
    g_assert_cmpuint (result->added[REMIT_KIND_RIGHT], ==, 5);
  }
  remit_test_undo_and_redo (f->sketch->store, empty);
  /* the columns of roles and people are there again, too */
  again = write_matrix (f);
  g_assert_cmpstr (again, ==, text);
}

/* As people write it: with other separators, in either case, with words, with spaces. */
static void
test_forms (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (RemitImportResult) result = read_matrix (
    f, "sep=;\nEntscheidung;Team;lead;FRAUD: OWNER;Bob\n"
       "Release;fraud;r/a;-;informed\nDeploy;Fraud;\"R,A\";Consulted;I\n;;;;\n");

  g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 2);
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"Release\",\"\",\"other\",\"RACI\",\"1\",\"\","
                                  "\"proposed\",\"\",\"R/A\",\"\",\"\",\"I\""));
  g_assert_nonnull (strstr (text, "\"Deploy\",\"\",\"other\",\"RACI\",\"1\",\"\","
                                  "\"proposed\",\"\",\"R/A\",\"C\",\"\",\"I\""));
}

/* What has a column is as the file says; what has none stays. */
static void
test_merge (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *text = NULL;
  g_autoptr (RemitImportResult) result = read_matrix (
    f, "Team,Decision,Status,Lead,Somebody\nFraud,Release,accepted,A,R\n");

  g_assert_cmpuint (result->removed[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpuint (result->same[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpuint (result->same[REMIT_KIND_DECISION], ==, 1);
  assert_note (result, "The column “Somebody” was skipped");
  assert_note (result, "1 decision of the plan is not in the file and was kept");
  assert_note (result, "Line 2: The status was not changed");
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"proposed\",\"\",\"A\",\"C\""));
  remit_test_undo_and_redo (f->sketch->store, before);
}

static void
test_framework (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autoptr (RemitImportResult) result = read_matrix (
    f, "Team,Decision,Framework,Lead,Fraud: Owner\nFraud,Release,DACI,Driver,Approver\n");

  g_assert_cmpuint (result->changed[REMIT_KIND_DECISION], ==, 1);
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"DACI\",\"1\",\"2026-04-01\",\"proposed\",\"\",\"D\",\"A\""));
  remit_test_undo_and_redo (f->sketch->store, before);
}

/* Without teams, the slots say whose decisions they are. */
static void
test_common_team (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autoptr (RemitImportResult) one = read_matrix (f, "Task,Lead\nLabel,R\n");
  g_autoptr (RemitImportResult) two = read_matrix (f, "Task,Lead,Churn: Owner\nPlan,R,A\n");

  g_assert_cmpuint (one->added[REMIT_KIND_DECISION], ==, 1);
  g_assert_cmpuint (two->added[REMIT_KIND_DECISION], ==, 1);
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"Fraud\",\"Label\""));
  g_assert_nonnull (strstr (text, "\"\",\"Plan\""));
}

static gboolean
is_unknown (const RemitMatrixColumn *column)
{
  return column->field == REMIT_MATRIX_N_FIELDS && column->holder == NULL;
}

/* Columns that are not known can be told, and whatever they stood for is told apart. */
static void
test_mapping (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) one = open (f, "Thing,ML,Owner,Lead\nLabel,R,A,C\n");
  GPtrArray *holders = one->holders;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  /* "Owner" is the name of two slots, and "ML" is taken for the role */
  g_assert_true (is_unknown (&one->columns[2]));
  g_assert_false (is_unknown (&one->columns[1]) || is_unknown (&one->columns[3]));
  g_assert_cmpint (one->columns[1].holder->kind, ==, REMIT_KIND_ROLE);
  /* the first column is taken for the decisions */
  g_assert_cmpint (one->columns[0].field, ==, REMIT_MATRIX_DECISION);
  remit_matrix_import_set_column (one, 0, REMIT_MATRIX_N_FIELDS, NULL);
  g_assert_false (remit_matrix_import_has_decisions (one));
  result = remit_matrix_import_run (one, f->sketch->store, NULL, &error);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "Line 1: no column has the decisions. Choose the column, or name it “Decision”");
  g_clear_error (&error);

  remit_matrix_import_set_column (one, 0, REMIT_MATRIX_DECISION, NULL);
  remit_matrix_import_set_column (one, 1, REMIT_MATRIX_N_FIELDS, holders->pdata[0]);
  g_assert_null (one->columns[3].holder);
  remit_matrix_import_set_column (one, 2, REMIT_MATRIX_N_FIELDS, holders->pdata[1]);
  g_assert_true (is_unknown (&one->columns[3]));
  result = remit_matrix_import_run (one, f->sketch->store, NULL, &error);
  g_assert_no_error (error);
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"Fraud\",\"Label\",\"\",\"other\",\"RACI\",\"1\",\"\","
                                  "\"proposed\",\"\",\"R\",\"A\""));
}

static void
test_dry_run (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) one = open (f, "Decision,Lead\nLabel,R\n");
  RemitImportOptions options = { .dry_run = TRUE };
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (f->sketch->store));
  g_autoptr (RemitEdit) held = remit_edit_begin (other, "Held", NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  remit_store_set_patience (f->sketch->store, 0);
  result = remit_matrix_import_run (one, f->sketch->store, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added[REMIT_KIND_RIGHT], ==, 1);
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (after, ==, before);
}

/* A matrix as people have it: an empty corner, headings, a legend, marks, rows that end early. */
static void
test_real (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *text = NULL;
  g_autoptr (RemitImportResult) result = read_matrix (
    f, "Example Works: who decides;\n"
       ";\n"
       "Phase;;Lead;Comment\n"
       "Build;Test;**A** / R¹;first\n"
       "Build;Code;(R);\n"
       "Run;Test;RA;\n"
       "Run;Pay;N/A;no\n"
       "Run;Ship;–;\n"
       ";Legend: R does the work\n");

  g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 5);
  g_assert_cmpuint (result->added[REMIT_KIND_RIGHT], ==, 5);
  assert_note (result, "Line 9: “Legend: R does the work” has no rights and looks like a heading");
  text = write_matrix (f);
  g_assert_nonnull (strstr (text, "\"Test\""));
  g_assert_nonnull (strstr (text, "\"Test (Run)\""));
  remit_test_undo_and_redo (f->sketch->store, before);
}

/* The framework follows from the letters, unless a column says it. */
static void
test_letters (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_matrix (f, "Task,Lead\nScope,S\nBudget,A\n");
  g_autofree char *text = write_matrix (f);

  assert_note (result, "The letters are those of RASCI; new decisions use this framework");
  g_assert_nonnull (strstr (text, "\"Scope\",\"\",\"other\",\"RASCI\""));
}

/* ── Refused ──────────────────────────────────────────────────────────────────────────────── */

static void
test_refused (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "Decision,Lead\nA,R\nB,Q\n",
      "Line 3: column “Lead”: “Q” is not a letter of RACI; use R, A, C, I" },
    { "Decision,Framework,Lead\nA,DACI,R\n",
      "Line 2: column “Lead”: “R” is not a letter of DACI; use D, A, C, I" },
    { "Decision,Lead\nA,R\nB,R\n a ,C\n", "Line 4: “a” is already in line 2" },
    { "Team,Decision,Lead\nFraud,A,R\n,A,R\nFraud,A,C\n", "Line 4: “A” is already in line 2" },
    { "Decision,Lead,Somebody,Whoever,Comment\nA,R,A,C,see below\n",
      "The plan has no slot, role or person for these columns: “Somebody”, “Whoever”. Import the "
      "slots first, add the roles, choose holders for the columns, or skip the columns" },
    { "Decision,Lead\nA,Q\nB,x\nC,R\n",
      "Line 2: column “Lead”: “Q” is not a letter of RACI; use R, A, C, I\n"
      "Line 3: column “Lead”: “x” marks a right without saying which; enter a letter" },
    { "Decision,R,A,C\nA,Lead,Whoever,\n",
      "The plan has no slot, role or person for these columns: “Whoever”. Import the slots first, "
      "add the roles, choose holders for the columns, or skip the columns" },
    { "Decision,Lead\nA,R,C\n", "Line 2: the row has 3 cells, the header 2" },
    { "Decision,Lead\n,R\n", "Line 2: the decision is missing" },
    { "Team,Decision,Lead\nNobody,A,R\n", "Line 2: the plan has no team “Nobody”" },
    { "Team,Decision,Decide by,Lead\nNobody,A,,R\nFraud,B,soon,R\nFraud,,,R\nFraud,C,,Q\n"
      "Fraud,D,,R\nFraud,D,,R\n",
      "Line 2: the plan has no team “Nobody”\n"
      "Line 3: “soon” is not a valid “Decide by”\n"
      "Line 4: the decision is missing\n"
      "Line 5: column “Lead”: “Q” is not a letter of RACI; use R, A, C, I\n"
      "Line 7: “D” is already in line 6" },
    { "Decision,Framework,Lead\nA,RACY,R\n",
      "Line 2: “RACY” is not a valid “Framework”" },
    { "Decision,Decide by,Lead\nA,soon,R\n", "Line 2: “soon” is not a valid “Decide by”" },
    { "Decision,Quorum,Lead\nA,0,R\n", "Line 2: “0” is not a valid “Quorum”" },
    { "Team,Decision,Framework,Lead\nFraud,Release,RAPID,D\n",
      "Line 2: RAPID has no C, which is held by a slot, role or person without a column in the "
      "file" },
  };
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitMatrixImport) one = open (f, cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (remit_matrix_import_run (one, f->sketch->store, NULL, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, cases[i].says);
    }
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, plan, test) \
  g_test_add ("/exchange/matrix-files/" name, Fixture, plan, set_up, test, tear_down)
  add ("export", MATRIX, test_export);
  add ("unwritable", MATRIX, test_unwritable);
  add ("round-trip", MATRIX, test_round_trip);
  add ("forms", PLAN, test_forms);
  add ("merge", MATRIX, test_merge);
  add ("framework", MATRIX, test_framework);
  add ("common-team", PLAN, test_common_team);
  add ("mapping", PLAN, test_mapping);
  add ("dry-run", PLAN, test_dry_run);
  add ("real", MATRIX, test_real);
  add ("letters", MATRIX, test_letters);
  add ("refused", MATRIX, test_refused);
  return g_test_run ();
}
