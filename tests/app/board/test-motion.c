/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what slides and grows after an edit: where it begins and ends, and that it need not. */
#include "board-fixture.h"
#include "board/remit-board-private.h"
#include "plan/design/remit-design.h"

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static gboolean
is_at_rest (gpointer board)
{
  return !remit_board_is_moving (board);
}

/* Where a card is allocated in its team, and a team on the board. */
static graphene_rect_t
get_place (BoardFixture *f,
           GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->board), &bounds));
  return bounds;
}

/* Allocates as for the next frame, before time has gone by. */
static void
allocate (BoardFixture *f)
{
  remit_board_allocate (f->board, gtk_widget_get_width (GTK_WIDGET (f->board)),
                        gtk_widget_get_height (GTK_WIDGET (f->board)));
}

/* The second slot of Alpha goes before the first, without a word of the window. */
static void
swap_slots (BoardFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_move (f->workspace, REMIT_KIND_SLOT, f->data, f->ml, &error));
  g_assert_no_error (error);
}

static void
test_slide (BoardFixture *f,
            gconstpointer data)
{
  graphene_rect_t ml = get_place (f, board_fixture_card (f, f->ml));
  graphene_rect_t at = get_place (f, board_fixture_card (f, f->data));
  RemitBoardMotion motion;

  set_animations (TRUE);
  swap_slots (f);
  g_assert_true (remit_board_is_moving (f->board));
  g_assert_true (remit_board_get_motion (f->board, f->data, &motion));
  g_assert_false (remit_board_get_motion (f->board, f->product, &motion));
  allocate (f);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->data)).origin.y, ==, at.origin.y);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->ml)).origin.y, ==, ml.origin.y);

  remit_test_wait (is_at_rest, f->board);
  set_animations (FALSE);
  remit_test_settle ();
  g_assert_false (remit_board_get_motion (f->board, f->data, &motion));
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->data)).origin.y, ==, ml.origin.y);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->ml)).origin.y, >, ml.origin.y);
}

/* Who wants no animations has everything in its place at once. */
static void
test_still (BoardFixture *f,
            gconstpointer data)
{
  graphene_rect_t ml = get_place (f, board_fixture_card (f, f->ml));
  RemitBoardMotion motion;

  swap_slots (f);
  g_assert_false (remit_board_is_moving (f->board));
  g_assert_false (remit_board_get_motion (f->board, f->data, &motion));
  allocate (f);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->data)).origin.y, ==, ml.origin.y);
}

/* To another team, a card comes from the edge of it. */
static void
test_across (BoardFixture *f,
             gconstpointer data)
{
  double most = remit_board_layout_get_metrics (f->board->layout)->column_width;
  g_autoptr (GError) error = NULL;
  RemitBoardMotion motion;

  set_animations (TRUE);
  g_assert_true (remit_design_move_slot (f->workspace, f->ml, f->beta, 0, &error));
  g_assert_true (remit_board_get_motion (f->board, f->ml, &motion));
  g_assert_cmpfloat (motion.x, ==, -most);
  g_assert_false (remit_board_get_motion (f->board, f->beta, &motion));
  remit_test_wait (is_at_rest, f->board);
  set_animations (FALSE);
  remit_test_settle ();
}

/* A team that moves takes its cards along. */
static void
test_team (BoardFixture *f,
           gconstpointer data)
{
  graphene_rect_t alpha = get_place (f, board_fixture_head (f, f->alpha));
  graphene_rect_t card = get_place (f, board_fixture_card (f, f->product));
  g_autoptr (GError) error = NULL;
  RemitBoardMotion motion;

  set_animations (TRUE);
  g_assert_true (remit_design_move (f->workspace, REMIT_KIND_TEAM, f->beta, f->alpha, &error));
  g_assert_true (remit_board_get_motion (f->board, f->beta, &motion));
  g_assert_cmpfloat (motion.x, >, 0);
  allocate (f);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->product)).origin.x, ==,
                     card.origin.x);
  remit_test_wait (is_at_rest, f->board);
  set_animations (FALSE);
  remit_test_settle ();
  g_assert_cmpfloat (get_place (f, board_fixture_head (f, f->beta)).origin.x, ==,
                     alpha.origin.x);
}

static void
test_grow (BoardFixture *f,
           gconstpointer data)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_TEAM);
  g_autoptr (GError) error = NULL;
  RemitBoardMotion motion;
  gint64 team;

  remit_record_set_integer (record, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_text (record, REMIT_TEAM_NAME, "Gamma");
  set_animations (TRUE);
  team = remit_design_create (f->workspace, record, &error);
  remit_record_free (record);
  g_assert_true (remit_board_get_motion (f->board, team, &motion));
  g_assert_cmpfloat (motion.scale, <, 1);
  g_assert_cmpfloat (motion.x, ==, 0);
  g_assert_false (remit_board_get_motion (f->board, f->alpha, &motion));
  remit_test_wait (is_at_rest, f->board);
  set_animations (FALSE);
  remit_test_settle ();
}

static gint64
add_team (BoardFixture *f,
          const char *name,
          const char *section)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_TEAM);
  g_autoptr (GError) error = NULL;
  gint64 team;

  remit_record_set_integer (record, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_text (record, REMIT_TEAM_NAME, name);
  remit_record_set_text (record, REMIT_TEAM_PURPOSE, section);
  team = remit_design_create (f->workspace, record, &error);
  g_assert_no_error (error);
  return team;
}

/* Headings of groups go with their columns. */
static void
test_band (BoardFixture *f,
           gconstpointer data)
{
  gint64 gamma = add_team (f, "Gamma", "dev · Create");
  g_autoptr (GError) error = NULL;
  RemitBoardMotion motion;
  graphene_rect_t at;
  GtkWidget *band;

  add_team (f, "Delta", "ops · Run");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.group-by", "s",
                                             "section"));
  remit_test_settle ();
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->board)), 0);
  remit_test_settle ();
  band = remit_board_get_band (f->board, "section ops");
  g_assert_nonnull (band);
  at = get_place (f, band);
  set_animations (TRUE);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, gamma, &error));
  g_assert_no_error (error);
  g_assert_true (remit_board_is_moving (f->board));
  g_assert_true (remit_board_get_band_motion (f->board, "section ops", &motion));
  g_assert_cmpfloat (motion.x, >, 0);
  allocate (f);
  g_assert_cmpfloat (get_place (f, band).origin.x, ==, at.origin.x);
  remit_test_wait (is_at_rest, f->board);
  set_animations (FALSE);
  remit_test_settle ();
  g_assert_false (remit_board_get_band_motion (f->board, "section ops", &motion));
  g_assert_cmpfloat (get_place (f, band).origin.x, <, at.origin.x);
}

/* A second edit begins where everything is seen then; in another plan there is nothing to move. */
static void
test_interrupted (BoardFixture *f,
                  gconstpointer data)
{
  graphene_rect_t at = get_place (f, board_fixture_card (f, f->data));
  g_autoptr (GError) error = NULL;
  RemitBoardMotion motion;

  set_animations (TRUE);
  swap_slots (f);
  g_assert_true (remit_design_move (f->workspace, REMIT_KIND_SLOT, f->data, 0, &error));
  g_assert_false (remit_board_get_motion (f->board, f->data, &motion));
  allocate (f);
  g_assert_cmpfloat (get_place (f, board_fixture_card (f, f->data)).origin.y, ==, at.origin.y);

  swap_slots (f);
  g_assert_true (remit_board_is_moving (f->board));
  remit_board_set_plan (f->board, f->workspace, 0);
  g_assert_false (remit_board_is_moving (f->board));
  set_animations (FALSE);
}

#define add(path, test) \
  g_test_add ("/app/board/motion/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("slide", test_slide);
  add ("still", test_still);
  add ("across", test_across);
  add ("team", test_team);
  add ("grow", test_grow);
  add ("band", test_band);
  add ("interrupted", test_interrupted);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
