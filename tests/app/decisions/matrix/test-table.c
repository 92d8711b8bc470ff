/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix shows: rows, columns, letters of one's own and inherited, totals. */
#include "decisions-fixture.h"

#include "decisions/matrix/remit-rights-table.h"

static char *
dup_rows (RemitRightsTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remit_rights_table_get_n_rows (table); i++)
    {
      const RemitRightsRow *row = remit_rights_table_get_row (table, i);
      g_autofree char *team = remit_rights_table_dup_team (table, row->team);

      g_string_append_printf (text, "%s%s ", row->decision == NULL ? "# " : "",
                              row->decision == NULL
                                ? team
                                : remit_entity_get_text (row->decision, REMIT_DECISION_TITLE));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_columns (RemitRightsTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remit_rights_table_get_n_columns (table); i++)
    {
      guint n_decides;
      guint n_does;

      remit_rights_table_count (table, i, &n_decides, &n_does);
      g_string_append_printf (text, "%s %u/%u; ", remit_rights_table_get_column (table, i)->name,
                              n_decides, n_does);
    }
  return g_string_free (text, FALSE);
}

#define assert_text(table, dup, expected) \
  G_STMT_START \
  { \
    g_autofree char *text_ = dup (table); \
    g_assert_cmpstr (text_, ==, expected); \
  } \
  G_STMT_END

static void
test_slots (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsLetters letters[3];

  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_rows, "# Alpha Release Label # Whole plan Budget ");
  assert_text (table, dup_columns, "ML engineer 1/0; Data engineer 0/1; Product manager 1/0; ");
  g_assert_cmpint (remit_rights_table_find_row (table, f->label), ==, 2);
  g_assert_cmpint (remit_rights_table_find_row (table, 17), ==, -1);
  g_assert_cmpint (remit_rights_table_find_column (table, REMIT_KIND_SLOT, f->product), ==, 2);
  g_assert_cmpint (remit_rights_table_find_column (table, REMIT_KIND_ROLE, f->product), ==, -1);

  remit_rights_table_get_letters (table, 1, 0, 3, letters);
  g_assert_cmpuint (letters[0].own, ==, REMIT_LETTERS (REMIT_LETTER_A));
  g_assert_cmpuint (letters[1].own, ==, REMIT_LETTERS (REMIT_LETTER_R));
  g_assert_cmpuint (letters[2].own, ==, REMIT_LETTERS_NONE);
  remit_rights_table_get_letters (table, 4, 2, 1, letters);
  g_assert_cmpuint (letters[0].own, ==, REMIT_LETTERS_NONE);
  g_assert_cmpuint (letters[0].inherited, ==, REMIT_LETTERS (REMIT_LETTER_A));
  /* a heading has none */
  remit_rights_table_get_letters (table, 0, 0, 3, letters);
  g_assert_cmpuint (letters[0].own | letters[0].inherited, ==, REMIT_LETTERS_NONE);
}

static void
test_others (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsLetters letters[2];

  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_ROLE);
  assert_text (table, dup_columns, "Data engineer 0/0; ML engineer 0/0; Product manager 1/0; ");

  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_PERSON);
  assert_text (table, dup_columns, "Ada Lovelace 1/0; Cleo Sol 1/0; ");
  remit_rights_table_get_letters (table, 4, 0, 2, letters);
  g_assert_cmpuint (letters[0].inherited, ==, REMIT_LETTERS_NONE);
  g_assert_cmpuint (letters[1].inherited, ==, REMIT_LETTERS (REMIT_LETTER_A));
}

/* A team's decisions and columns together; of the others those that have a part in them. */
static void
test_team (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsFilter filter = { .team = f->alpha, .kind = REMIT_RIGHTS_ANY_KIND };
  RemitCell cell = { f->release, REMIT_KIND_SLOT, f->product,
                     REMIT_LETTERS (REMIT_LETTER_C) };
  guint n_matching;
  guint n_all;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_rights_table_set_filter (table, &filter));
  g_assert_false (remit_rights_table_set_filter (table, &filter));
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_rows, "# Alpha Release Label ");
  assert_text (table, dup_columns, "ML engineer 1/0; Data engineer 0/1; ");
  remit_rights_table_count_decisions (table, &n_matching, &n_all);
  g_assert_cmpuint (n_matching, ==, 2);
  g_assert_cmpuint (n_all, ==, 3);

  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_columns, "ML engineer 1/0; Data engineer 0/1; Product manager 1/0; ");
  filter.team = f->beta;
  remit_rights_table_set_filter (table, &filter);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_rows, "");
  assert_text (table, dup_columns, "Product manager 1/0; ");
}

/* Roles and people of a team are those of its slots. */
static void
test_team_others (DecisionsFixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsFilter filter = { .team = f->alpha, .kind = REMIT_RIGHTS_ANY_KIND };

  remit_rights_table_set_filter (table, &filter);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_ROLE);
  assert_text (table, dup_columns, "Data engineer 0/0; ML engineer 0/0; ");
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_PERSON);
  assert_text (table, dup_columns, "Ada Lovelace 1/0; ");
}

/* Columns without a letter are left out; one that loses its last letter stays where one types. */
static void
test_used_only (DecisionsFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsFilter filter = { .kind = REMIT_RIGHTS_ANY_KIND, .used_only = TRUE };
  RemitCell cell = { f->release, REMIT_KIND_SLOT, f->data, REMIT_LETTERS_NONE };
  g_autoptr (GError) error = NULL;

  remit_rights_table_set_filter (table, &filter);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_columns, "ML engineer 1/0; Data engineer 0/1; Product manager 1/0; ");
  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_columns, "ML engineer 1/0; Data engineer 0/0; Product manager 1/0; ");
  remit_rights_table_fill (table, NULL, 0, REMIT_KIND_SLOT);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_columns, "ML engineer 1/0; Product manager 1/0; ");
}

/* A kind of decisions; and a team that is folded is counted at its heading. */
static void
test_kind_and_folded (DecisionsFixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();
  RemitRightsFilter filter = { .kind = REMIT_DECISION_KIND_OTHER };

  remit_rights_table_set_folded (table, f->alpha, TRUE);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_rows, "# Alpha # Whole plan Budget ");
  g_assert_cmpuint (remit_rights_table_get_row (table, 0)->n_decisions, ==, 2);
  g_assert_cmpint (remit_rights_table_find_row (table, f->label), ==, -1);
  remit_rights_table_set_folded (table, f->alpha, FALSE);
  filter.kind = REMIT_DECISION_KIND_OTHER == 0 ? 1 : 0;
  remit_rights_table_set_filter (table, &filter);
  remit_rights_table_fill (table, f->workspace, f->plan, REMIT_KIND_SLOT);
  assert_text (table, dup_rows, "");
}

static void
test_empty (DecisionsFixture *f G_GNUC_UNUSED,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRightsTable) table = remit_rights_table_new ();

  remit_rights_table_fill (table, NULL, 0, REMIT_KIND_SLOT);
  g_assert_cmpuint (remit_rights_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (remit_rights_table_get_n_columns (table), ==, 0);
}

static void
add_tests (void)
{
  decisions_fixture_add ("/decisions/table/slots", test_slots);
  decisions_fixture_add ("/decisions/table/others", test_others);
  decisions_fixture_add ("/decisions/table/team", test_team);
  decisions_fixture_add ("/decisions/table/team-others", test_team_others);
  decisions_fixture_add ("/decisions/table/used-only", test_used_only);
  decisions_fixture_add ("/decisions/table/kind-and-folded", test_kind_and_folded);
  decisions_fixture_add ("/decisions/table/empty", test_empty);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
