/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of names on several lines, as long as they are few, and of those on one, which have a
 * tooltip. */
#include "board-fixture.h"
#include "board/remit-board-private.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-tooltip.h"

#define LONG \
  "Product manager for the assistant of all customers who have called about a bill of theirs"

static void
call (BoardFixture *f,
      gint64 slot,
      const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_SLOT, slot, REMIT_SLOT_NAME, name,
                                      &error));
  remit_test_settle ();
}

static int
get_height (BoardFixture *f,
            gint64 slot)
{
  return gtk_widget_get_height (board_fixture_card (f, slot));
}

static GtkLabel *
find_name (GtkWidget *widget)
{
  GtkLabel *found = gtk_widget_has_css_class (widget, "slot-name") ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_name (child);
  return found;
}

static gboolean
is_cut (BoardFixture *f,
        gint64 slot)
{
  return pango_layout_is_ellipsized (
    gtk_label_get_layout (find_name (board_fixture_card (f, slot))));
}

static void
test_few (BoardFixture *f,
          gconstpointer data)
{
  int usual = get_height (f, f->data);
  graphene_rect_t name;
  GtkWidget *card;

  call (f, f->data, LONG);
  g_assert_cmpint (get_height (f, f->data), >, usual);
  g_assert_false (is_cut (f, f->data));
  card = board_fixture_card (f, f->data);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_name (card)), card, &name));
  g_assert_cmpfloat (name.origin.y + name.size.height, <,
                     (float) gtk_widget_get_height (card));
  call (f, f->data, "Short");
  g_assert_cmpint (get_height (f, f->data), ==, usual);
}

/* A name is no novel. */
static void
test_most (BoardFixture *f,
           gconstpointer data)
{
  int three;

  call (f, f->data, LONG " " LONG);
  three = get_height (f, f->data);
  g_assert_true (is_cut (f, f->data));
  call (f, f->data, LONG " " LONG " (two)");
  g_assert_cmpint (get_height (f, f->data), ==, three);
}

static gboolean
is_one_line (gpointer data)
{
  BoardFixture *f = data;

  return is_cut (f, f->data) && get_height (f, f->data) == get_height (f, f->product);
}

static gboolean
has_lines (gpointer data)
{
  BoardFixture *f = data;

  return !is_cut (f, f->data) && get_height (f, f->data) > get_height (f, f->product);
}

/* The cards of both teams are as high. */
static void
make_even (BoardFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_ASSIGNMENT, f->cleo_in_product,
                                      &error));
  g_assert_no_error (error);
}

static gint64
add_slots (BoardFixture *f,
           guint n)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  gint64 team = remit_test_add_team (store, f->plan, "Team");
  gint64 role = remit_entity_get_integer (
    remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->data), REMIT_SLOT_ROLE);

  for (guint i = 0; i < n; i++)
    remit_test_add_slot (store, f->plan, team, role);
  remit_test_refresh (f->workspace);
  return team;
}

/* To count the lines of many names would hold up the frame. */
static void
test_many (BoardFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 many;

  make_even (f);
  call (f, f->data, LONG);
  remit_test_wait (has_lines, f);
  many = add_slots (f, 200);
  remit_test_wait (is_one_line, f);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, many, &error));
  g_assert_no_error (error);
  remit_test_wait (has_lines, f);
  add_slots (f, 20);
  remit_test_wait (has_lines, f);
}

/* Also with more teams than are in sight. */
static void
test_teams (BoardFixture *f,
            gconstpointer data)
{
  make_even (f);
  call (f, f->data, LONG);
  for (guint i = 0; i < 12; i++)
    remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Team");
  remit_test_refresh (f->workspace);
  remit_test_wait (has_lines, f);
}

static gboolean
has_tip (GtkWidget *widget,
         const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && g_strcmp0 (remit_tooltip_get (widget), text) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_tip (child, text);
  return found;
}

/* Names that do not wrap can be read in full where the pointer is. */
static void
test_tips (BoardFixture *f,
           gconstpointer data)
{
  RemitEntity *cleo = remit_workspace_get (f->workspace, REMIT_KIND_PERSON, f->cleo);
  RemitEntity *alpha = remit_workspace_get (f->workspace, REMIT_KIND_TEAM, f->alpha);

  g_assert_true (has_tip (board_fixture_chip (f, f->product, f->cleo_in_product),
                          remit_entity_get_text (cleo, REMIT_PERSON_NAME)));
  g_assert_true (has_tip (board_fixture_head (f, f->alpha),
                          remit_entity_get_text (alpha, REMIT_TEAM_NAME)));
}

#define add(path, test) \
  g_test_add ("/app/board/wraps/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("few", test_few);
  add ("most", test_most);
  add ("many", test_many);
  add ("teams", test_teams);
  add ("tips", test_tips);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
