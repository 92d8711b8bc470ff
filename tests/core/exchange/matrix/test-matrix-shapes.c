/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices as people have them: either way round, with letters above, into plans that have no such
 * roles. */
#include <string.h>

#include "../check/sketch.h"
#include "exchange/matrix/remit-matrix-import.h"

#define EMPTY "plan Kitchen\n"
#define CREW \
  "role chef key=chef\nrole Cook key=cook\nrole waiter key=waiter\n" \
  "person 'Ada Lovelace' email=ada@example.org external-id=P7\n" \
  "person 'Grace Hopper' external-id=P8\n" \
  "plan P\nteam Hot\nteam Cold\nslot Chef team=Hot role=chef\nslot K1 team=Hot role=Cook\n" \
  "slot K2 team=Cold role=Cook\nset slot K1 name=Cook\nset slot K2 name=Cook\n"

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
run (Fixture *f,
     RemitMatrixImport *import)
{
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_matrix_import_run (import, f->sketch->store, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static RemitImportResult *
create (Fixture *f,
        const char *text)
{
  g_autoptr (RemitMatrixImport) import = open (f, text);

  remit_matrix_import_set_create (import, TRUE);
  return run (f, import);
}

/* Returns: "Soup: Chef A, Cook R", a line each; teams and slots before their roles */
static char *
list_rights (Fixture *f)
{
  static const char sql[] =
    "SELECT coalesce (dt.name || '/', '') || d.title || ':' || coalesce ((SELECT group_concat (x)"
    " FROM (SELECT ' ' || coalesce (t.name || '.' || sr.name, r.name, p.name) || ' ' || h.letter"
    " AS x FROM right AS h LEFT JOIN slot AS s ON s.id = h.slot"
    " LEFT JOIN team AS t ON t.id = s.team LEFT JOIN role AS sr ON sr.id = s.role"
    " LEFT JOIN role AS r ON r.id = h.role"
    " LEFT JOIN person AS p ON p.id = h.person WHERE h.decision = d.id"
    " ORDER BY x)), '')"
    " FROM decision AS d LEFT JOIN team AS dt ON dt.id = d.team ORDER BY d.position, d.id";
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStatement) rows = remit_store_query (f->sketch->store, sql, 0, 0, &error);
  GString *list = g_string_new (NULL);

  while (remit_store_step (f->sketch->store, rows))
    g_string_append_printf (list, "%s\n", remit_statement_get_text (rows, 0));
  g_assert_true (remit_store_finish (f->sketch->store, rows, &error));
  g_assert_no_error (error);
  return g_string_free (list, FALSE);
}

static void
assert_rights (Fixture *f,
               const char *expected)
{
  g_autofree char *list = list_rights (f);

  g_assert_cmpstr (list, ==, expected);
}

static void
refuse (Fixture *f,
        RemitMatrixImport *import,
        const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;

  g_assert_null (remit_matrix_import_run (import, f->sketch->store, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, says);
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (after, ==, before);
}

/* ── Either way round ─────────────────────────────────────────────────────────────────────── */

/* Roles in rows: by those who are known, by the corner, by who decides. */
static void
test_turned (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) known = open (f, ",Menu,Prices\nChef,A,I\nCook,R,A/R\n\n");
  g_autoptr (RemitImportResult) result = run (f, known);

  g_assert_cmpint (known->shape, ==, REMIT_MATRIX_TURNED);
  g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 2);
  remit_test_assert_note (result->notes, "The columns are decisions");
  assert_rights (f, "Hot/Menu: Cook R, Hot.chef A\nHot/Prices: Cook A, Cook R, Hot.chef I\n");
}

static void
test_which_way (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *text;
    RemitMatrixShape shape;
  } cases[] = {
    { "Rolle;Menü;Preise\nKoch;A;C\nKellner;R;R\n", REMIT_MATRIX_TURNED },
    { "Who,Menu,Prices\nBaker,A,A\nGuest,R,I\n", REMIT_MATRIX_TURNED },
    { "Task,Baker,Guest\nMenu,A,A\nPrices,R,I\n", REMIT_MATRIX_UPRIGHT },
    { ",Baker,Guest\nMenu,A,R\nPrices,R,A\nWine,I,A\n", REMIT_MATRIX_UPRIGHT },
    { ",Menu,Prices,Wine\nBaker,A,A,I\nGuest,R,I,A\n", REMIT_MATRIX_TURNED },
    { "Name,Baker,Guest\nMenu,A,R\nPrices,A,R/A\n", REMIT_MATRIX_UPRIGHT },
    { "Aufgabe,R,A,C\nMenu,Baker,Guest,\n", REMIT_MATRIX_LETTERS },
    { "Task,Responsible,Accountable,Consulted,Informed\nMenu,Baker,Guest,,\n",
      REMIT_MATRIX_LETTERS },
    { "Task,Driver (D),Approver (A)\nMenu,Baker,Guest\n", REMIT_MATRIX_LETTERS },
    /* of roles that are called as letters are */
    { "Task,A,C\nMenu,A,R\nPrices,R,A\n", REMIT_MATRIX_UPRIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitMatrixImport) import = open (f, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (import->shape, ==, cases[i].shape);
    }
}

/* What was guessed can be said otherwise, and again. */
static void
test_swap (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (f, "Thing,Menu,Wine\nBaker,A,A\nGuest,R,I\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  g_assert_cmpint (import->shape, ==, REMIT_MATRIX_TURNED);
  g_assert_true (remit_matrix_import_turn (import, &error));
  g_assert_cmpint (import->shape, ==, REMIT_MATRIX_UPRIGHT);
  g_assert_cmpstr (import->file->headers[1], ==, "Menu");
  g_assert_true (remit_matrix_import_turn (import, &error));
  g_assert_no_error (error);
  remit_matrix_import_set_create (import, TRUE);
  result = run (f, import);
  assert_rights (f, "Kitchen/Menu: Kitchen.Baker A, Kitchen.Guest R\n"
                    "Kitchen/Wine: Kitchen.Baker A, Kitchen.Guest I\n");
}

/* Each faulty cell is told where it stands in the file. */
static void
test_places (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) turned
    = open (f, "Kitchen: rights\n\nRole,Menu,Prices\nBaker,A,Z\n\nGuest,Q,I\n");
  g_autoptr (RemitMatrixImport) wide = open (f, "Role,Menu,Prices\nBaker,A,A\nGuest,R,I\n");
  g_autoptr (RemitMatrixImport) lettered = open (f, "Task,R,A\nMenu,Baker,Guest\nMenu,Guest,\n");

  remit_matrix_import_set_create (turned, TRUE);
  refuse (f, turned, "Line 6: column “Menu”: “Q” is not a letter of RACI; use R, A, C, I\n"
                     "Line 4: column “Prices”: “Z” is not a letter of RACI; use R, A, C, I");
  refuse (f, wide, "The plan has no slot, role or person for these columns: “Baker”, “Guest”. "
                   "Import the slots first, add the roles, choose holders for the columns, or skip "
                   "the columns");
  remit_matrix_import_set_create (lettered, TRUE);
  refuse (f, lettered, "Line 3: “Menu” is already in line 2");
}

static void
test_ragged (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = { "Role,Menu,Prices\nBaker,A,R\nGuest,R,I,C\n",
                                       "Task,R,A\nMenu,Baker,Guest\nPrices,Baker,Guest,Cook\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (f->path, texts[i], -1, NULL));
      g_assert_null (remit_matrix_import_open (f->sketch->store, f->sketch->plan,
                                               &(RemitSheetInput){ .path = f->path }, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, "Line 3 has more cells than the header");
    }
}

/* Roles in the cells: several, in any order, with what parts them; nobody is nobody. */
static void
test_letters_above (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = create (
    f, "Task;Responsible;Accountable;Informed;Notes\n"
       "Menu;Cook, waiter;Chef;N/A;weekly\n"
       "Wine;\"waiter\nSommelier\";chef;Cook/waiter;\n"
       "Fish;Front of house / Sommelier;Research/Development;TBD;\n");

  remit_test_assert_note (result->notes, "The columns are letters");
  remit_test_assert_note (result->notes, "The column “Notes” was skipped");
  assert_rights (f, "Hot/Menu: Cook R, Hot.chef A, Hot.waiter R\n"
                    "Hot/Wine: Cook I, Hot.Sommelier R, Hot.chef A, Hot.waiter I, Hot.waiter R\n"
                    "Hot/Fish: Hot.Front of house R, Hot.Research/Development A, "
                    "Hot.Sommelier R\n");
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static void
test_marks (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (
    f, "Task,Chef,waiter\nOne,A†,R und C\nTwo,[A],R • I\nThree,A‡ §,(R)/(C)\nFour,__A__,RC³\n");
  g_autoptr (RemitImportResult) result = run (f, import);

  assert_rights (f, "Hot/One: Hot.chef A, waiter C, waiter R\n"
                    "Hot/Two: Hot.chef A, waiter I, waiter R\n"
                    "Hot/Three: Hot.chef A, waiter C, waiter R\n"
                    "Hot/Four: Hot.chef A, waiter C, waiter R\n");
}

/* Nobody guesses what an X stands for. */
static void
test_x (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (f, "Task,Chef,waiter\nOne,x,A\nTwo,✔,ja\n");
  g_autoptr (RemitImportResult) result = NULL;

  g_assert_true (remit_matrix_import_lacks_mark (import));
  refuse (f, import,
          "Line 2: column “Chef”: “x” marks a right without saying which; enter a letter\n"
          "Line 3: column “Chef”: “✔” marks a right without saying which; enter a letter\n"
          "Line 3: column “waiter”: “ja” marks a right without saying which; enter a letter");
  import->mark = REMIT_LETTER_R;
  g_assert_false (remit_matrix_import_lacks_mark (import));
  result = run (f, import);
  assert_rights (f, "Hot/One: Hot.chef R, waiter A\nHot/Two: Hot.chef R, waiter R\n");
}

/* People by number, address, and name the other way round; not by a number that is nobody's. */
static void
test_people (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (f, "Task,ADA@example.org,\"Hopper, Grace\"\n"
                                                  "One,A,R\n");
  g_autoptr (RemitMatrixImport) numbers = open (f, "Task,P7,P9\nTwo,A,R\n");
  g_autoptr (RemitImportResult) result = run (f, import);

  assert_rights (f, "One: Ada Lovelace A, Grace Hopper R\n");
  g_assert_nonnull (numbers->columns[1].holder);
  g_assert_true (remit_matrix_import_is_unknown (numbers, 2));
}

/* ── Roles that the plan lacks ────────────────────────────────────────────────────────────── */

/* Each role gets a slot in the only team, which is made if need be; importing again is the same. */
static void
test_create (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = "Activity,Business owner,Data lead,Comment\nUse,A/R,C,fine\n"
                             "Look,I,,later\n";
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autoptr (RemitImportResult) result = create (f, text);
  g_autoptr (RemitImportResult) again = NULL;
  g_autoptr (RemitMatrixImport) import = NULL;

  g_assert_cmpuint (result->added[REMIT_KIND_ROLE], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_TEAM], ==, 1);
  assert_rights (f, "Kitchen/Use: Kitchen.Business owner A, Kitchen.Business owner R, "
                    "Kitchen.Data lead C\nKitchen/Look: Kitchen.Business owner I\n");
  remit_test_undo_and_redo (f->sketch->store, before);
  import = open (f, text);
  again = run (f, import);
  g_assert_cmpuint (again->same[REMIT_KIND_RIGHT], ==, 4);
  g_assert_cmpuint (again->added[REMIT_KIND_RIGHT] + again->removed[REMIT_KIND_RIGHT], ==, 0);
}

/* A dry run makes nothing, and the run after it all. */
static void
test_dry_run (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (f, "Task,Baker\nBread,A\nRolls,R\n");
  RemitImportOptions options = { .dry_run = TRUE };
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) dry = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  remit_matrix_import_set_create (import, TRUE);
  dry = remit_matrix_import_run (import, f->sketch->store, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dry->added[REMIT_KIND_SLOT], ==, 1);
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (after, ==, before);
  result = run (f, import);
  assert_rights (f, "Kitchen/Bread: Kitchen.Baker A\nKitchen/Rolls: Kitchen.Baker R\n");
}

/* Teams in rows have a slot each; a role with several slots has the rights itself. */
static void
test_create_teams (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = create (
    f, "Team,Task,Baker,Guest\nBread,Rolls,A,R\nCakes,Pie,A,\n,Rent,,I\n");

  g_assert_cmpuint (result->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 3);
  assert_rights (f, "Bread/Rolls: Baker A, Bread.Guest R\nCakes/Pie: Baker A\n"
                    "Rent: Bread.Guest I\n");
}

/* What the workspace has is used: a role without a slot here gets one; people are not made. */
static void
test_create_beside (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (
    f, "Task,Team,Chef,waiter,Role: chef,someone@example.org,Person: Eve\nOne,Cold,A,R,I,C,C\n");

  remit_matrix_import_set_create (import, TRUE);
  g_assert_true (remit_matrix_import_is_new (import, 3));
  g_assert_false (remit_matrix_import_is_new (import, 4));
  refuse (f, import, "The plan has no slot, role or person for these columns: "
                     "“someone@example.org”, “Person: Eve”. Import the slots first, add the roles, "
                     "choose holders for the columns, or skip the columns");
  remit_matrix_import_leave_out_rest (import);
  {
    g_autoptr (RemitImportResult) result = run (f, import);

    g_assert_cmpuint (result->added[REMIT_KIND_ROLE], ==, 0);
    g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 1);
  }
  assert_rights (f, "Cold/One: Cold.waiter R, Hot.chef A, chef I\n");
}

/* With several teams and no column of them, nobody knows where a slot belongs. */
static void
test_no_team (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = create (f, "Task,Baker\nOne,A\nTwo,R\n");

  g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 0);
  remit_test_assert_note (result->notes, "No team is known for “Baker”");
  assert_rights (f, "One: Baker A\nTwo: Baker R\n");
}

/* What was said can be taken back. */
static void
test_no_create (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) import = open (f, "Task,Baker,waiter\nOne,A,R\n");

  remit_matrix_import_set_create (import, TRUE);
  g_assert_true (remit_matrix_import_is_new (import, 1) && remit_matrix_import_is_new (import, 2));
  remit_matrix_import_set_create (import, FALSE);
  g_assert_true (remit_matrix_import_is_unknown (import, 1));
  g_assert_cmpint (import->columns[2].holder->kind, ==, REMIT_KIND_ROLE);
}

/* What was written goes into a plan without teams as it was, columns without rights included. */
static void
test_own (Fixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = create (
    f, "Team,Decision,Description,Kind,Framework,Quorum,Decide by,Status,Key,Bread: Baker,"
       "Bread: Baker (2),Cakes: Guest,Role: Judge\n"
       "Bread,Rolls,,other,RACI,1,,proposed,,R,A,,I\n");

  g_assert_cmpuint (result->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_ROLE], ==, 3);
  g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 3);
  assert_rights (f, "Bread/Rolls: Bread.Baker A, Bread.Baker R, Judge I\n");
}

/* ── What is no decision ──────────────────────────────────────────────────────────────────── */

/* Legends, footnotes and totals below a matrix are left out, and told. */
static void
test_legends (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  static const char *const told[] = { "Line 4: “Total”", "Line 6: “Legend:”",
                                      "Line 7: “A = answers", "Line 8: “C”",
                                      "Line 9: “*”", "Line 10: “Erläuterung”" };
  g_autoptr (RemitMatrixImport) import = open (
    f, "Task,Chef,waiter\nMenu,A*,R\nPrices,A,C\nTotal,2,2\n\n"
       "Legend:,R = does the work\n,A = answers for it\nC,Consulted\n*,if the owner is away\n"
       "Erläuterung,I: informiert\n");
  g_autoptr (RemitImportResult) result = run (f, import);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    remit_test_assert_note (result->notes, told[i]);
  assert_rights (f, "Hot/Menu: Hot.chef A, waiter R\nHot/Prices: Hot.chef A, waiter C\n");
}

/* A heading that is a team of the plan has the decisions below. */
static void
test_team_headings (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = "Task,Baker\nPlan,A\nHOT,\nMenu,A\nWine,R\ncold,\nMenu,R\nLater,\n"
                             "Menu,A\n";
  g_autoptr (RemitImportResult) result = create (f, text);
  g_autoptr (RemitMatrixImport) import = open (f, text);
  g_autoptr (RemitImportResult) again = run (f, import);

  remit_test_assert_note (result->notes, "Line 3: “HOT” is the team of the decisions below");
  remit_test_assert_note (result->notes, "Line 8: “Later” has no rights and looks like a heading");
  assert_rights (f, "Plan: Baker A\nHot/Menu: Baker A\nHot/Wine: Baker R\nCold/Menu: Baker R\n"
                    "Cold/Menu (Later): Baker A\n");
  g_assert_cmpuint (again->same[REMIT_KIND_RIGHT], ==, 5);
}

/* What looks like a heading is a decision when somebody says so, by its line. */
static void
test_taken (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = "Task,Chef\nMenu,A\nLater,\nTotal,\nWine,R\n";
  g_autoptr (RemitMatrixImport) import = open (f, text);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  RemitImportOptions options = { .taken = taken };

  remit_matrix_import_set_create (import, TRUE);
  g_hash_table_add (taken, GUINT_TO_POINTER (3));
  result = remit_matrix_import_run (import, f->sketch->store, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 3);
  remit_test_assert_note (result->notes, "Line 3: “Later” is imported anyway");
  remit_test_assert_note (result->notes, "Line 4: “Total” has no rights and looks like a heading");
}

/* Marks of footnotes and remarks in headers are no part of a name. */
static void
test_headers (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = create (
    f, "Task,Chef*,waiter (part-time) ²,\"Head\nbaker †\"\nMenu,A,R,C\n");

  assert_rights (f, "Hot/Menu: Hot.Head baker C, Hot.chef A, Hot.waiter R\n");
}

/* What may be meant is not left out: a right without a decision, a fault beside letters. */
static void
test_no_legends (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMatrixImport) nameless = open (f, "Task,Chef,waiter\nMenu,A,R\n,A,\n");
  g_autoptr (RemitMatrixImport) note = open (f, "Task,Chef,waiter\nMenu,A,R\nNotes,A\n"
                                                "Total,R/A\nC,R\n");
  g_autoptr (RemitImportResult) result = run (f, note);

  refuse (f, nameless, "Line 3: the decision is missing");
  assert_rights (f, "Hot/Menu: Hot.chef A, waiter R\nHot/Notes: Hot.chef A\n"
                    "Hot/Total: Hot.chef A, Hot.chef R\nHot/C: Hot.chef R\n");
}

/* ── Recognized ───────────────────────────────────────────────────────────────────────────── */

static void
test_recognized (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *text;
    gboolean is;
  } cases[] = {
    { "Task,Baker,Guest\nMenu,A,R\n", TRUE },
    { "Role,Menu,Prices\nBaker,A,R\n", TRUE },
    { "Task,R,A,C,I\nMenu,Baker,Guest,,\n", TRUE },
    { "Team,Decision,Description,Kind,Framework,Quorum,Decide by,Status,Key\n,Menu,,other,RACI,1,,"
      "proposed,\n", TRUE },
    /* who can what, and who was there */
    { "Name,Python,SQL\nAda,x,x\nGrace,,x\n", FALSE },
    { "Name,Unit\nAda,A\nGrace,C\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitCsvFile) file = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (g_file_set_contents (f->path, cases[i].text, -1, NULL));
      file = remit_sheet_open (&(RemitSheetInput){ .path = f->path }, &error);
      g_assert_no_error (error);
      g_assert_cmpint (remit_matrix_recognize (file), ==, cases[i].is);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, plan, test) \
  g_test_add ("/exchange/matrix-shapes/" name, Fixture, plan, set_up, test, tear_down)
  add ("turned", CREW, test_turned);
  add ("which-way", EMPTY, test_which_way);
  add ("swap", EMPTY, test_swap);
  add ("places", EMPTY, test_places);
  add ("ragged", EMPTY, test_ragged);
  add ("letters-above", CREW, test_letters_above);
  add ("marks", CREW, test_marks);
  add ("x", CREW, test_x);
  add ("people", CREW, test_people);
  add ("create", EMPTY, test_create);
  add ("dry-run", EMPTY, test_dry_run);
  add ("create-teams", EMPTY, test_create_teams);
  add ("create-beside", CREW, test_create_beside);
  add ("no-team", CREW, test_no_team);
  add ("no-create", CREW, test_no_create);
  add ("own", EMPTY, test_own);
  add ("legends", CREW, test_legends);
  add ("team-headings", CREW, test_team_headings);
  add ("taken", CREW, test_taken);
  add ("headers", CREW, test_headers);
  add ("no-legends", CREW, test_no_legends);
  add ("recognized", EMPTY, test_recognized);
  return g_test_run ();
}
