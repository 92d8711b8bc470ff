/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights: cells, letters, frameworks. */
#include "plan-fixture.h"
#include "plan/decide/remit-matrix.h"

static RemitCell
cell (gint64 decision,
      gint64 slot,
      RemitLetters letters)
{
  return (RemitCell){ .decision = decision, .holder_kind = REMIT_KIND_SLOT, .holder = slot,
                      .letters = letters };
}

static char *
get (PlanFixture *f,
     gint64 decision,
     gint64 slot)
{
  RemitFramework framework
    = (RemitFramework) plan_fixture_get (f, REMIT_KIND_DECISION, decision,
                                         REMIT_DECISION_FRAMEWORK);

  return remit_matrix_format_letters (framework,
                                      remit_matrix_get_letters (f->workspace, decision,
                                                                REMIT_KIND_SLOT, slot));
}

#define assert_cell(f, decision, slot, expected) \
  G_STMT_START \
  { \
    g_autofree char *has = get (f, decision, slot); \
    g_assert_cmpstr (has, ==, expected); \
  } \
  G_STMT_END

static void
test_parse (void)
{
  static const struct
  {
    RemitFramework framework;
    const char *text;
    const char *letters;
  } cases[] = {
    { REMIT_FRAMEWORK_RACI, "", "" },
    { REMIT_FRAMEWORK_RACI, " - ", "" },
    { REMIT_FRAMEWORK_RACI, "R", "R" },
    { REMIT_FRAMEWORK_RACI, "r/a", "R/A" },
    { REMIT_FRAMEWORK_RACI, "A,R", "R/A" },
    { REMIT_FRAMEWORK_RACI, "A R;C", "R/A/C" },
    { REMIT_FRAMEWORK_RACI, "ra", "R/A" },
    { REMIT_FRAMEWORK_RACI, "Responsible, accountable", "R/A" },
    { REMIT_FRAMEWORK_RACI, "A/A", "A" },
    { REMIT_FRAMEWORK_RAPID, "pd", "P/D" },
    { REMIT_FRAMEWORK_DACI, "Driver & Approver", "D/A" },
  };
  static const char *const bad[] = { "X", "S", "R/S", "Responsibly", "1", "Ä", "R\001" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RemitLetters letters;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (remit_matrix_parse_letters (cases[i].framework, cases[i].text, &letters,
                                                 &error));
      g_assert_no_error (error);
      text = remit_matrix_format_letters (cases[i].framework, letters);
      g_assert_cmpstr (text, ==, cases[i].letters);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      RemitLetters letters;
      g_autoptr (GError) error = NULL;

      g_assert_false (remit_matrix_parse_letters (REMIT_FRAMEWORK_RACI, bad[i], &letters, &error));
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "is not a letter of RACI; use "
                                                       "R, A, C, I"));
    }
}

static void
test_set (PlanFixture *f,
          gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell one = cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_R));
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *described = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  assert_cell (f, decision, f->ml, "R");
  plan_fixture_check_edit (f, before, "Set R of ML engineer in Release");

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  one.letters |= REMIT_LETTERS (REMIT_LETTER_A);
  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  assert_cell (f, decision, f->ml, "R/A");
  plan_fixture_check_edit (f, before, "Set R/A of ML engineer in Release");
  described = remit_matrix_describe_letters (REMIT_FRAMEWORK_RACI, one.letters);
  g_assert_cmpstr (described, ==, "Responsible, Accountable");

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  one.letters = REMIT_LETTERS_NONE;
  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  assert_cell (f, decision, f->ml, "");
  plan_fixture_check_edit (f, before, "Remove the right of ML engineer in Release");
}

/* One letter is given or taken, and the cell keeps the others; the label says what it has then. */
static void
test_keep (PlanFixture *f,
           gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell one = cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_R));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  before = plan_fixture_dump (f);
  one.letters = REMIT_LETTERS (REMIT_LETTER_A);
  one.keep = ~one.letters;
  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  assert_cell (f, decision, f->ml, "R/A");
  plan_fixture_check_edit (f, before, "Set R/A of ML engineer in Release");

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  one.letters = REMIT_LETTERS_NONE;
  one.keep = ~REMIT_LETTERS (REMIT_LETTER_R);
  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  assert_cell (f, decision, f->ml, "A");
  plan_fixture_check_edit (f, before, "Set A of ML engineer in Release");
}

/* Several cells are one edit, and of roles and people too. */
static void
test_several (PlanFixture *f,
              gconstpointer data)
{
  gint64 first = plan_fixture_add_decision (f, f->fraud, "Release");
  gint64 second = plan_fixture_add_decision (f, 0, "Budget");
  RemitCell cells[] = {
    cell (first, f->ml, REMIT_LETTERS (REMIT_LETTER_A)),
    cell (first, f->data, REMIT_LETTERS (REMIT_LETTER_R)),
    cell (second, f->on_call, REMIT_LETTERS (REMIT_LETTER_C)),
    { second, REMIT_KIND_ROLE, f->ml_role, REMIT_LETTERS (REMIT_LETTER_R) },
    { second, REMIT_KIND_PERSON, f->ada, REMIT_LETTERS (REMIT_LETTER_A) },
  };
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, cells, G_N_ELEMENTS (cells), &error));
  g_assert_no_error (error);
  assert_cell (f, first, f->ml, "A");
  assert_cell (f, second, f->on_call, "C");
  g_assert_cmpuint (remit_matrix_get_letters (f->workspace, second, REMIT_KIND_PERSON, f->ada), ==,
                    REMIT_LETTERS (REMIT_LETTER_A));
  g_assert_cmpuint (remit_matrix_get_letters (f->workspace, second, REMIT_KIND_ROLE, f->ml_role),
                    ==, REMIT_LETTERS (REMIT_LETTER_R));
  plan_fixture_check_edit (f, before, "Set 5 rights in the matrix");

  /* the same again is nothing */
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_true (remit_matrix_set (f->workspace, cells, G_N_ELEMENTS (cells), &error));
  {
    g_autofree char *after = plan_fixture_dump (f);

    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_refused (PlanFixture *f,
              gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  gint64 other;
  gint64 advisor = plan_fixture_add_published (f, "Other", &other);
  RemitCell cells[] = {
    cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_A)),
    cell (decision, f->data, REMIT_LETTERS (REMIT_LETTER_S)),
  };
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_workspace_open_plan (f->workspace, other, &error));
  before = plan_fixture_dump (f);
  g_assert_false (remit_matrix_set (f->workspace, cells, 2, &error));
  plan_fixture_check_refused (f, before, &error,
                              "“S” is not a letter of RACI; use R, A, C, I");

  cells[1] = cell (decision, advisor, REMIT_LETTERS (REMIT_LETTER_R));
  g_assert_false (remit_matrix_set (f->workspace, cells, 2, &error));
  plan_fixture_check_refused (f, before, &error,
                              "The slot and the decision belong to different plans");

  cells[1] = cell (decision, 4711, REMIT_LETTERS (REMIT_LETTER_R));
  g_assert_false (remit_matrix_set (f->workspace, cells, 2, &error));
  plan_fixture_check_refused (f, before, &error,
                              "The assignee no longer exists");

  cells[1] = cell (4711, f->ml, REMIT_LETTERS (REMIT_LETTER_R));
  g_assert_false (remit_matrix_set (f->workspace, cells, 2, &error));
  plan_fixture_check_refused (f, before, &error, "The decision no longer exists");
}

static void
test_framework (PlanFixture *f,
                gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell cells[] = {
    cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_A) | REMIT_LETTERS (REMIT_LETTER_R)),
    cell (decision, f->data, REMIT_LETTERS (REMIT_LETTER_I)),
    cell (decision, f->on_call, REMIT_LETTERS (REMIT_LETTER_C)),
  };
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, cells, G_N_ELEMENTS (cells), &error));
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_DECISION, decision,
                                      REMIT_DECISION_FRAMEWORK, "RAPID", &error));
  g_assert_no_error (error);
  assert_cell (f, decision, f->ml, "P/D");
  assert_cell (f, decision, f->data, "");
  assert_cell (f, decision, f->on_call, "I");
  plan_fixture_check_edit (f, before, "Decide Release with RAPID");

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_DECISION, decision,
                                      REMIT_DECISION_FRAMEWORK, "DACI", &error));
  assert_cell (f, decision, f->ml, "D/A");
  plan_fixture_check_edit (f, before, "Decide Release with DACI");
}

static void
test_acknowledge (PlanFixture *f,
                  gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell one = cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_A));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rights;

  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  before = plan_fixture_dump (f);
  rights = remit_workspace_get_referring (f->workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION,
                                          decision);
  g_assert_true (remit_matrix_acknowledge (f->workspace, remit_entity_get_id (rights->pdata[0]),
                                           REMIT_ACKNOWLEDGEMENT_DECLINED, &error));
  plan_fixture_check_edit (f, before,
                           "Change acknowledgement of A of ML engineer for Release");
}

/* What goes with a slot, a team, a decision that is deleted. */
static void
test_delete (PlanFixture *f,
             gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  RemitCell one = cell (decision, f->ml, REMIT_LETTERS (REMIT_LETTER_A));
  g_autofree char *before = NULL;
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_matrix_set (f->workspace, &one, 1, &error));
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_can_delete (f->workspace, REMIT_KIND_SLOT, f->ml, &consequence,
                                          &error));
  g_assert_cmpstr (consequence, ==, "1 right");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->ml, &error));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RIGHT), ==, 0);
  plan_fixture_check_edit (f, before, "Delete slot ML engineer");
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));

  g_clear_pointer (&consequence, g_free);
  g_assert_true (remit_design_can_delete (f->workspace, REMIT_KIND_TEAM, f->fraud, &consequence,
                                          &error));
  g_assert_cmpstr (consequence, ==, "2 slots, 1 decision and 1 right");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->fraud, &error));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 0);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));

  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_DECISION, decision, &error));
  plan_fixture_check_edit (f, before, "Delete decision Release");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/matrix/parse", test_parse);
  plan_fixture_add ("/plan/matrix/set", test_set);
  plan_fixture_add ("/plan/matrix/keep", test_keep);
  plan_fixture_add ("/plan/matrix/several", test_several);
  plan_fixture_add ("/plan/matrix/refused", test_refused);
  plan_fixture_add ("/plan/matrix/framework", test_framework);
  plan_fixture_add ("/plan/matrix/acknowledge", test_acknowledge);
  plan_fixture_add ("/plan/matrix/delete", test_delete);
  return g_test_run ();
}
