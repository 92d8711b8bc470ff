/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the marks of cards and people: one a card, the worst, and of one cause one. */
#include <string.h>

#include "board-fixture.h"
#include "board/over/remit-difference-bar.h"
#include "board/pool/remit-pool-row.h"
#include "plan/design/remit-design.h"
#include "plan/placement/remit-placement.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-tooltip.h"

static void
assign (BoardFixture *f,
        gint64 person,
        gint64 slot,
        int allocation)
{
  RemitPlacement placement = { .person = person, .slot = slot, .allocation = allocation };
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_placement_do (f->workspace, &placement, 1, &error));
  g_assert_no_error (error);
  remit_test_settle ();
}

/* Adds the icons that are seen in a widget. */
static void
add_icons (GtkWidget *widget,
           GString *icons)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_IMAGE (widget) && gtk_image_get_icon_name (GTK_IMAGE (widget)) != NULL)
    g_string_append_printf (icons, "%s%s", icons->len > 0 ? ", " : "",
                            gtk_image_get_icon_name (GTK_IMAGE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_icons (child, icons);
}

static gboolean
has_icons (GtkWidget *widget,
           const char *expected)
{
  g_autoptr (GString) icons = g_string_new (NULL);

  add_icons (widget, icons);
  return g_str_equal (icons->str, expected);
}

/* What is awaited of a card. */
typedef struct {
  BoardFixture *f;
  gint64 slot;
  const char *icons;
} Awaited;

static gboolean
is_marked (gpointer data)
{
  const Awaited *awaited = data;

  return has_icons (board_fixture_card (awaited->f, awaited->slot), awaited->icons);
}

/* The rules are run in a thread. */
static void
check_card (BoardFixture *f,
            gint64 slot,
            const char *icons)
{
  Awaited awaited = { f, slot, icons };

  remit_test_wait (is_marked, &awaited);
}

static GtkWidget *
find_row (BoardFixture *f,
          const char *name)
{
  GtkWidget *text = remit_test_find_text (GTK_WIDGET (f->pool), name);

  return gtk_widget_get_ancestor (text, REMIT_TYPE_POOL_ROW);
}

/* What Ben can is known, and is less than the slot requires. */
static void
assign_beginner (BoardFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_set_skill (f->workspace, f->ben, f->sql, 1, &error));
  assign (f, f->ben, f->ml, 100);
}

/* That nobody is in it is said once, also when a rule has found it as well. */
static void
test_vacant (BoardFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  check_card (f, f->data, "remit-vacant-symbolic");
  assign_beginner (f);
  /* the rules have been run */
  check_card (f, f->ml, "remit-misfit-symbolic");
  g_assert_true (has_icons (board_fixture_card (f, f->data), "remit-vacant-symbolic"));
}

/* Whoever lacks a skill is a matter of the slot that asks for it. */
static void
test_misfit (BoardFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  assign_beginner (f);
  check_card (f, f->ml, "remit-misfit-symbolic");
  g_assert_true (has_icons (find_row (f, "Ben Okri"), ""));
  assign (f, f->ada, f->data, 100);
  check_card (f, f->data, "");
}

/* What lacks is named in place of what is needed, until it is there. */
static void
test_lacks (BoardFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "SQL\u00a02"));
  assign (f, f->ben, f->ml, 100);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "Lacks SQL\u00a02"));
  g_assert_true (remit_design_set_skill (f->workspace, f->ben, f->sql, 2, &error));
  remit_test_settle ();
  g_assert_false (remit_test_shows (board_fixture_card (f, f->ml), "Lacks SQL\u00a02"));
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "SQL\u00a02"));
}

/* More load than time is at the person, and nowhere else on the card. */
static void
test_overload (BoardFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  assign_beginner (f);
  check_card (f, f->ml, "remit-misfit-symbolic");
  assign (f, f->ben, f->data, 30);
  check_card (f, f->ml, "remit-overload-symbolic");
  check_card (f, f->data, "remit-overload-symbolic");
  g_assert_true (has_icons (find_row (f, "Ben Okri"), "remit-overload-symbolic"));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  check_card (f, f->ml, "remit-misfit-symbolic");
  check_card (f, f->data, "remit-vacant-symbolic");
  g_assert_true (has_icons (find_row (f, "Ben Okri"), ""));
}

/* What is not marked is told: by the person, and in what is spoken of the card. */
static void
test_told (BoardFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 assignment;
  GtkWidget *chip;

  assign (f, f->ben, f->ml, 130);
  assignment = board_fixture_find (f, f->ben, f->ml);
  check_card (f, f->ml, "remit-overload-symbolic");
  chip = board_fixture_chip (f, f->ml, assignment);
  g_assert_nonnull (strstr (remit_tooltip_get (chip), "Lacks SQL"));
  g_assert_nonnull (strstr (remit_tooltip_get (chip), "130 % of 100 %"));
}

/* Who hears it can't pass over what is of no interest: of many findings two are spoken. */
static void
test_spoken (BoardFixture *f G_GNUC_UNUSED,
             gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    const char *words, *spoken;
  } cases[] = {
    { NULL, NULL },
    { "No lead", "No lead" },
    { "No lead\nNo budget\nToo many", "No lead\nNo budget\nToo many" },
    { "No lead\nNo budget\nToo many\nToo few", "No lead\nNo budget\n2 more findings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RemitFindingMark) mark = { .words = g_strdup (cases[i].words) };
      g_autofree char *spoken = remit_finding_mark_dup_spoken (&mark);

      g_assert_cmpstr (spoken, ==, cases[i].spoken);
      g_assert_cmpstr (mark.words, ==, cases[i].words);
    }
}

/* ── What differs ─────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
find_bar (BoardFixture *f)
{
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_DIFFERENCE_BAR);
}

static gboolean
is_compared (gpointer fixture)
{
  BoardFixture *f = fixture;

  return remit_board_get_ghosts (f->board) != NULL;
}

static gint64
find_copy (BoardFixture *f,
           RemitKind kind,
           const char *name,
           gint64 original)
{
  GListModel *list = remit_workspace_get_list (f->workspace, kind);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (list, i);
      g_autofree char *own = remit_design_dup_name (f->workspace, kind,
                                                    remit_entity_get_id (entity));

      if (remit_entity_get_id (entity) != original && g_str_equal (own, name))
        return remit_entity_get_id (entity);
    }
  return 0;
}

/* A scenario in which Ben is new, and a slot is gone.
 *
 * Returns: its id */
static gint64
add_scenario (BoardFixture *f)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  gint64 plan = remit_design_copy_plan (f->workspace, f->plan, "Other", NULL);
  gint64 product, data;

  g_assert_cmpint (plan, !=, 0);
  g_assert_true (remit_workspace_open_plan (f->workspace, plan, NULL));
  product = find_copy (f, REMIT_KIND_SLOT, "Product manager", f->product);
  data = find_copy (f, REMIT_KIND_SLOT, "Data engineer", f->data);
  g_assert_cmpint (product, !=, 0);
  g_assert_cmpint (data, !=, 0);
  remit_design_delete (f->workspace, REMIT_KIND_SLOT, data, NULL);
  remit_test_add_assignment (store, plan, product, f->ben, 50);
  remit_test_refresh (f->workspace);
  return plan;
}

/* Signs on the scenario, ghosts of what is in the plan alone, and the other side by key. */
static void
test_differences (BoardFixture *f,
                  gconstpointer data)
{
  gint64 scenario = add_scenario (f);
  RemitBoardGhosts *ghosts;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-differences", "(xx)", f->plan,
                              scenario);
  remit_test_wait (is_compared, f);
  remit_test_settle ();
  g_assert_true (remit_test_shows (find_bar (f), "Added: 1"));
  g_assert_true (remit_test_shows (find_bar (f), "Removed: 1"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->board), "+"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->board), "Δ"));

  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_o, 0));
  remit_test_settle ();
  ghosts = remit_board_get_ghosts (f->board);
  g_assert_cmpint (remit_board_ghosts_get_sign (ghosts, f->data, NULL), ==,
                   REMIT_BOARD_SIGN_REMOVED);
  g_assert_cmpuint (remit_board_ghosts_get (ghosts, f->product)->len, ==, 1);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->product), "Ben"));
  g_assert_true (gtk_widget_has_css_class (board_fixture_card (f, f->data), "removed"));

  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Escape, 0));
  g_assert_null (find_bar (f));
  g_assert_null (remit_board_get_ghosts (f->board));
  g_assert_false (gtk_widget_has_css_class (board_fixture_card (f, f->data), "removed"));
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/marks/vacant", test_vacant },
    { "/app/board/marks/misfit", test_misfit },
    { "/app/board/marks/lacks", test_lacks },
    { "/app/board/marks/overload", test_overload },
    { "/app/board/marks/told", test_told },
    { "/app/board/marks/spoken", test_spoken },
    { "/app/board/marks/differences", test_differences },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, BoardFixture, NULL, board_fixture_set_up, tests[i].test,
                board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
