/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which groups teams stand in, in which order, and what is folded. */
#include "board/state/remit-board-model.h"
#include "plan/design/remit-design.h"
#include "state-fixture.h"

static gint64
add_team (StateFixture *f,
          const char *name,
          gint64 parent,
          const char *purpose)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_integer (team, REMIT_TEAM_PARENT, parent);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, 100000 + f->n_changes++);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_text (team, REMIT_TEAM_PURPOSE, purpose);
  return remit_test_insert (remit_workspace_get_store (f->workspace), team);
}

static void
set_parent (StateFixture *f,
            gint64 team,
            gint64 parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Parent");

  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_TEAM, team, REMIT_TEAM_PARENT, parent,
                                         &error));
  g_assert_true (remit_edit_commit (edit, &error));
}

/* "Group(Team Team) Team"; a folded group is "[Group]". */
static char *
dump (StateFixture *f)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (f->model);
  GString *text = g_string_new (NULL);
  int n = remit_board_model_get_n_columns (f->model);

  for (int column = 0; column <= n; column++)
    {
      for (int i = 0; i < remit_board_groups_get_n (groups); i++)
        {
          const RemitBoardGroup *group = remit_board_groups_get (groups, i);

          if (!group->folded && group->n_columns > 0
              && group->column + group->n_columns == column)
            g_string_append (text, ") ");
        }
      for (int i = 0; i < remit_board_groups_get_n (groups); i++)
        {
          const RemitBoardGroup *group = remit_board_groups_get (groups, i);

          if (!group->shown || group->column != column)
            continue;
          g_string_append_printf (text, group->folded ? "[%s] " : "%s(", group->name);
        }
      if (column < n)
        g_string_append_printf (
          text, "%s ",
          remit_entity_get_text (remit_board_model_get_team (f->model, column),
                                 REMIT_TEAM_NAME));
    }
  return g_string_free (text, FALSE);
}

static void
assert_shown (StateFixture *f,
              const char *expected)
{
  g_autofree char *text = dump (f);

  g_assert_cmpstr (g_strstrip (text), ==, expected);
}

static const char *
get_key (StateFixture *f,
         const char *name)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (f->model);

  for (int i = 0; i < remit_board_groups_get_n (groups); i++)
    if (g_str_equal (remit_board_groups_get (groups, i)->name, name))
      return remit_board_groups_get (groups, i)->key;
  g_error ("There is no group “%s”", name);
}

/* ── By parent ────────────────────────────────────────────────────────────────────────────── */

static void
test_parents (StateFixture *f,
              gconstpointer data)
{
  gint64 gamma, delta;

  assert_shown (f, "Alpha Beta");
  gamma = add_team (f, "Gamma", f->alpha, "");
  delta = add_team (f, "Delta", f->beta, "");
  assert_shown (f, "Alpha(Alpha Gamma ) Beta(Beta Delta )");
  set_parent (f, f->beta, f->alpha);
  assert_shown (f, "Alpha(Alpha Beta(Beta Delta ) Gamma )");
  g_assert_cmpint (remit_board_groups_get_n_levels (remit_board_model_get_groups (f->model)), ==,
                   2);
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_NOTHING);
  assert_shown (f, "Alpha Beta Gamma Delta");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_PARENT);
  set_parent (f, gamma, 0);
  assert_shown (f, "Alpha(Alpha Beta(Beta Delta ) ) Gamma");
  set_parent (f, delta, gamma);
  assert_shown (f, "Alpha(Alpha Beta ) Gamma(Gamma Delta )");
}

/* Deeper than can be shown: in the deepest group that is. */
static void
test_depth (StateFixture *f,
            gconstpointer data)
{
  gint64 c = add_team (f, "C", f->beta, "");
  gint64 d = add_team (f, "D", c, "");
  gint64 e = add_team (f, "E", d, "");

  set_parent (f, f->beta, f->alpha);
  add_team (f, "F", e, "");
  assert_shown (f, "Alpha(Alpha Beta(Beta C(C D E F ) ) )");
  g_assert_cmpint (remit_board_groups_get_n_levels (remit_board_model_get_groups (f->model)), ==,
                   REMIT_BOARD_MAX_LEVELS);
}

/* Whatever is asked for, Alpha is above it. */
static RemitEntity *
find_alpha (gint64 team G_GNUC_UNUSED,
            gpointer alpha)
{
  return alpha;
}

/* As only a damaged file has it: nothing hangs, and nothing is left out. */
static void
test_circle (StateFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitBoardGroups) groups = remit_board_groups_new ();
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  RemitEntity *alpha = remit_workspace_get (f->workspace, REMIT_KIND_TEAM, f->alpha);

  g_ptr_array_add (teams, alpha);
  g_ptr_array_add (teams, remit_workspace_get (f->workspace, REMIT_KIND_TEAM, f->beta));
  set_parent (f, f->alpha, f->beta);
  remit_board_groups_arrange (groups, teams, REMIT_BOARD_BY_PARENT, find_alpha, alpha,
                              folded);
  g_assert_cmpuint (remit_board_groups_get_columns (groups)->len, ==, 2);
}

/* ── By section and stage ─────────────────────────────────────────────────────────────────── */

static void
test_sections (StateFixture *f,
               gconstpointer data)
{
  add_team (f, "Pipeline", 0, "ops · Verify");
  add_team (f, "Editor", 0, "dev · Create\nWrites code.");
  add_team (f, "Runner", 0, "ops · Verify");
  add_team (f, "Wiki", 0, "dev · Plan");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_SECTION);
  assert_shown (f, "ops(Pipeline Runner ) dev(Editor Wiki ) Alpha Beta");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_STAGE);
  assert_shown (f, "ops(Verify(Pipeline Runner ) ) dev(Create(Editor ) Plan(Wiki ) ) Alpha Beta");
}

/* What several teams have for a purpose is a section; a sentence about one is not. */
static void
test_lines (StateFixture *f,
            gconstpointer data)
{
  add_team (f, "One", 0, "Platform");
  add_team (f, "Two", 0, "Finds fraud before it costs anything.");
  add_team (f, "Three", 0, "Platform \nAnd more.");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_STAGE);
  assert_shown (f, "Platform(One Three ) Alpha Beta Two");
}

/* ── Folding ──────────────────────────────────────────────────────────────────────────────── */

static void
add_organisation (StateFixture *f)
{
  add_team (f, "A", 0, "dev · Create");
  add_team (f, "B", 0, "dev · Plan");
  add_team (f, "C", 0, "ops · Run");
  add_team (f, "D", 0, "sec · Run");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_STAGE);
}

static void
test_folding (StateFixture *f,
              gconstpointer data)
{
  RemitBoardGroups *groups = remit_board_model_get_groups (f->model);
  g_auto (GStrv) folded = NULL;

  add_organisation (f);
  remit_board_model_set_folded (f->model, get_key (f, "Create"), TRUE);
  assert_shown (f, "dev([Create] Plan(B ) ) ops(Run(C ) ) sec(Run(D ) ) Alpha Beta");
  remit_board_model_set_folded (f->model, get_key (f, "ops"), TRUE);
  remit_board_model_set_folded (f->model, get_key (f, "sec"), TRUE);
  assert_shown (f, "dev([Create] Plan(B ) ) [ops] [sec] Alpha Beta");
  g_assert_cmpint (remit_board_groups_count_folded_before (groups, 0), ==, 1);
  g_assert_cmpint (remit_board_groups_count_folded_before (groups, 1), ==, 2);
  g_assert_cmpint (remit_board_groups_count_folded_before (groups, 2), ==, 0);

  folded = remit_board_model_dup_folded (f->model);
  g_assert_cmpuint (g_strv_length (folded), ==, 3);
  remit_board_model_set_folded (f->model, NULL, FALSE);
  assert_shown (f, "dev(Create(A ) Plan(B ) ) ops(Run(C ) ) sec(Run(D ) ) Alpha Beta");
  remit_board_model_take_folded (f->model, (const char *const *) folded);
  assert_shown (f, "dev([Create] Plan(B ) ) [ops] [sec] Alpha Beta");
}

/* All of them, and a team that is shown all the same. */
static void
test_reveal (StateFixture *f,
             gconstpointer data)
{
  RemitBoardPlace place;
  gint64 slot, team;

  add_organisation (f);
  team = remit_entity_get_id (remit_design_find (f->workspace, REMIT_KIND_TEAM, f->plan, "B",
                                                 NULL));
  slot = remit_test_add_slot (remit_workspace_get_store (f->workspace), f->plan, team,
                              remit_entity_get_integer (
                                remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->ml),
                                REMIT_SLOT_ROLE));
  g_assert_false (remit_board_model_reveal (f->model, team));
  remit_board_model_set_folded (f->model, NULL, TRUE);
  assert_shown (f, "[dev] [ops] [sec] Alpha Beta");
  g_assert_false (remit_board_model_find_slot (f->model, slot, &place));
  g_assert_cmpint (remit_board_model_find_team (f->model, team), ==, -1);
  g_assert_cmpint (remit_board_model_get_team_of (f->model, slot), ==, team);
  g_assert_true (remit_board_model_reveal (f->model, team));
  assert_shown (f, "dev([Create] Plan(B ) ) [ops] [sec] Alpha Beta");
  g_assert_true (remit_board_model_find_slot (f->model, slot, &place));
  g_assert_cmpint (place.column, ==, 0);
  g_assert_false (remit_board_model_reveal (f->model, 12345));
}

/* Slots of hidden teams count, follow changes, and are there when they are shown again. */
static void
test_hidden (StateFixture *f,
             gconstpointer data)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  guint n_teams, n_slots, n_filled;
  g_auto (RemitBoardSums) sums = { 0 };

  add_team (f, "Gamma", f->alpha, "");
  remit_board_model_set_folded (f->model, NULL, TRUE);
  assert_shown (f, "[Alpha] Beta");
  remit_test_add_assignment (store, f->plan, f->data, f->ben, 50);
  remit_board_model_count (f->model, &n_teams, &n_slots, &n_filled);
  g_assert_cmpuint (n_teams, ==, 3);
  g_assert_cmpuint (n_slots, ==, 3);
  g_assert_cmpuint (n_filled, ==, 3);
  sums = remit_board_model_get_sums (f->model, 0);
  g_assert_cmpuint (sums.n_teams, ==, 2);
  g_assert_cmpuint (sums.n_slots, ==, 2);
  g_assert_cmpuint (sums.n_filled, ==, 2);
  g_assert_cmpint (sums.demand, ==, 200);
  g_assert_cmpint (sums.allocated, ==, 90);
  g_assert_cmpuint (sums.n_vacant, ==, 0);

  remit_board_model_set_folded (f->model, NULL, FALSE);
  assert_shown (f, "Alpha(Alpha Gamma ) Beta");
  g_assert_cmpint (remit_board_model_get_n_cards (f->model, 0), ==, 2);
  g_assert_cmpint (remit_board_layout_get_n_cards (remit_board_model_get_layout (f->model), 0),
                   ==, 2);
}

/* ── Moving teams ─────────────────────────────────────────────────────────────────────────── */

static void
move (StateFixture *f,
      gint64 team,
      int column)
{
  g_autoptr (GError) error = NULL;
  gint64 before = remit_board_model_find_before (f->model, team, column);

  g_assert_cmpint (before, >=, 0);
  g_assert_true (remit_design_move (f->workspace, REMIT_KIND_TEAM, team, before, &error));
}

/* A team stays in its group, and goes where it is put among those of the group. */
static void
test_moving (StateFixture *f,
             gconstpointer data)
{
  gint64 a = add_team (f, "A", 0, "dev");
  gint64 x, c;

  x = add_team (f, "X", 0, "ops");
  add_team (f, "B", 0, "dev");
  add_team (f, "Y", 0, "ops");
  c = add_team (f, "C", 0, "dev");
  remit_board_model_set_grouping (f->model, REMIT_BOARD_BY_SECTION);
  assert_shown (f, "dev(A B C ) ops(X Y ) Alpha Beta");
  move (f, a, 3);
  assert_shown (f, "ops(X Y ) dev(B C A ) Alpha Beta");
  move (f, c, 2);
  assert_shown (f, "ops(X Y ) dev(C B A ) Alpha Beta");
  move (f, x, 2);
  assert_shown (f, "dev(C B A ) ops(Y X ) Alpha Beta");
  g_assert_cmpint (remit_board_model_find_before (f->model, x, 1), ==, -1);
  g_assert_cmpint (remit_board_model_find_before (f->model, x, 6), ==, -1);
  g_assert_cmpint (remit_board_model_find_before (f->model, f->beta, 0), ==, -1);
  move (f, f->beta, 5);
  assert_shown (f, "dev(C B A ) ops(Y X ) Beta Alpha");
}

/* A team that leads a group goes with it, over whole groups. */
static void
test_moving_parents (StateFixture *f,
                     gconstpointer data)
{
  gint64 gamma = add_team (f, "Gamma", f->alpha, "");

  add_team (f, "Delta", f->beta, "");
  assert_shown (f, "Alpha(Alpha Gamma ) Beta(Beta Delta )");
  g_assert_cmpint (remit_board_model_find_before (f->model, f->alpha, 3), ==, -1);
  g_assert_cmpint (remit_board_model_find_before (f->model, gamma, 4), ==, -1);
  g_assert_cmpint (remit_board_model_find_before (f->model, gamma, 0), ==, -1);
  move (f, f->alpha, 4);
  assert_shown (f, "Beta(Beta Delta ) Alpha(Alpha Gamma )");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  state_fixture_add ("/board/groups/parents", test_parents);
  state_fixture_add ("/board/groups/depth", test_depth);
  state_fixture_add ("/board/groups/circle", test_circle);
  state_fixture_add ("/board/groups/sections", test_sections);
  state_fixture_add ("/board/groups/lines", test_lines);
  state_fixture_add ("/board/groups/folding", test_folding);
  state_fixture_add ("/board/groups/reveal", test_reveal);
  state_fixture_add ("/board/groups/hidden", test_hidden);
  state_fixture_add ("/board/groups/moving", test_moving);
  state_fixture_add ("/board/groups/moving-parents", test_moving_parents);
  return g_test_run ();
}
