/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix in the window: keys, letters, ranges, the clipboard, drops, findings. */
#include "decisions-fixture.h"

#include <string.h>

#include "board/drag/remit-drag.h"
#include "decisions/matrix/remit-rights-cell.h"
#include "decisions/matrix/remit-rights-line.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-tooltip.h"

#define SHIFT GDK_SHIFT_MASK
#define CTRL GDK_CONTROL_MASK

static void
key (DecisionsFixture *f,
     guint keyval)
{
  g_assert_true (decisions_fixture_key (f, keyval, 0));
}

/* ── Going ────────────────────────────────────────────────────────────────────────────────── */

static void
test_spoken (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_wait (f);
  decisions_fixture_go (f, f->release, f->ml);
  g_assert_cmpstr (decisions_fixture_get_spoken (f), ==, "Release, ML engineer: Accountable");
  key (f, GDK_KEY_Right);
  g_assert_cmpstr (decisions_fixture_get_spoken (f), ==, "Release, Data engineer: Responsible");
  key (f, GDK_KEY_Right);
  g_assert_cmpstr (decisions_fixture_get_spoken (f), ==, "Release, Product manager: none");
  /* past the heading of the plan's decisions; the role stands for its slots */
  key (f, GDK_KEY_End);
  decisions_fixture_key (f, GDK_KEY_Down, CTRL);
  g_assert_cmpstr (decisions_fixture_get_spoken (f), ==,
                   "Budget, Product manager: Accountable, through a slot or role");
}

static void
test_going (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (f, f->release, f->ml);
  key (f, GDK_KEY_Up);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Release, ML"));
  key (f, GDK_KEY_Down);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Label, ML"));
  key (f, GDK_KEY_Down);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, ML"));
  key (f, GDK_KEY_Down);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, ML"));
  key (f, GDK_KEY_End);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, Product"));
  decisions_fixture_key (f, GDK_KEY_Home, CTRL);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Release, ML"));
  key (f, GDK_KEY_Left);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Release, ML"));
  key (f, GDK_KEY_Page_Down);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, ML"));
}

/* ── Letters ──────────────────────────────────────────────────────────────────────────────── */

static void
test_letters (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_remember (f);
  decisions_fixture_go (f, f->release, f->product);
  key (f, GDK_KEY_c);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "C");
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f),
                                   "Release, Product manager: Consulted"));
  g_assert_cmpstr (remit_test_get_said (f->window), ==, decisions_fixture_get_spoken (f));
  decisions_fixture_check_undo (f);

  key (f, GDK_KEY_r);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "R");
  key (f, GDK_KEY_slash);
  key (f, GDK_KEY_a);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "R/A");
  decisions_fixture_key (f, GDK_KEY_A, SHIFT);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "R");
  key (f, GDK_KEY_Delete);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "");
  for (guint i = 0; i < 5; i++)
    {
      static const char *const letters[] = { "R", "A", "C", "I", "" };

      key (f, GDK_KEY_space);
      assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, letters[i]);
    }
}

/* A letter of another framework is refused in words. */
static void
test_refused (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (f, f->release, f->product);
  key (f, GDK_KEY_d);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "");
  g_assert_cmpstr (remit_test_get_said (f->window), ==,
                   "“D” is not a letter of RACI; use R, A, C, I");
  key (f, GDK_KEY_Down);
  key (f, GDK_KEY_d);
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->product, "D");
}

/* ── Ranges ───────────────────────────────────────────────────────────────────────────────── */

static void
test_range (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (f, f->release, f->ml);
  decisions_fixture_remember (f);
  decisions_fixture_key (f, GDK_KEY_Right, SHIFT);
  decisions_fixture_key (f, GDK_KEY_Down, SHIFT);
  key (f, GDK_KEY_i);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->ml, "I");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "I");
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->ml, "I");
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->data, "I");
  g_assert_cmpstr (remit_test_get_said (f->window), !=, NULL);
  decisions_fixture_check_undo (f);

  decisions_fixture_key (f, GDK_KEY_a, CTRL);
  decisions_fixture_remember (f);
  key (f, GDK_KEY_BackSpace);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->ml, "");
  decisions_fixture_check_undo (f);
  key (f, GDK_KEY_Escape);
}

static void
test_fill_down (DecisionsFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (f, f->release, f->ml);
  decisions_fixture_remember (f);
  decisions_fixture_key (f, GDK_KEY_Down, SHIFT);
  decisions_fixture_key (f, GDK_KEY_Down, SHIFT);
  g_assert_true (decisions_fixture_key (f, GDK_KEY_d, CTRL));
  /* A is a letter of DACI, too; and of the decision behind a heading */
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->ml, "A");
  assert_letters (f, f->budget, REMIT_KIND_SLOT, f->ml, "A");
  decisions_fixture_check_undo (f);
}

/* ── The clipboard ────────────────────────────────────────────────────────────────────────── */

typedef struct {
  char *text;
  gboolean done;
} Reading;

static void
on_read (GObject *clipboard,
         GAsyncResult *result,
         gpointer data)
{
  Reading *reading = data;

  reading->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  reading->done = TRUE;
}

static gboolean
is_read (gpointer reading)
{
  return ((Reading *) reading)->done;
}

static char *
read_clipboard (DecisionsFixture *f)
{
  Reading reading = { NULL };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (f->grid)), NULL, on_read,
                                 &reading);
  remit_test_wait (is_read, &reading);
  return reading.text;
}

static void
test_copy (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  decisions_fixture_go (f, f->release, f->ml);
  decisions_fixture_key (f, GDK_KEY_a, CTRL);
  g_assert_true (decisions_fixture_key (f, GDK_KEY_c, CTRL));
  text = read_clipboard (f);
  /* the headings of teams are no lines, and what is inherited is not the holder's own */
  g_assert_cmpstr (text, ==, "A\tR\t\n\t\t\n\t\t\n");
}

static gboolean
has_pasted (gpointer data)
{
  DecisionsFixture *f = data;
  g_autofree char *letters = decisions_fixture_get_letters (f, f->release, REMIT_KIND_SLOT,
                                                            f->product);

  return *letters != '\0';
}

static void
test_paste (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->grid));

  decisions_fixture_remember (f);
  decisions_fixture_go (f, f->release, f->ml);
  gdk_clipboard_set_text (clipboard, "r/a\t\tInformed\r\nD\tA\t-\r\nC\tC\tI\r\n");
  g_assert_true (decisions_fixture_key (f, GDK_KEY_v, CTRL));
  remit_test_wait (has_pasted, f);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->ml, "R/A");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "I");
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->ml, "D");
  assert_letters (f, f->label, REMIT_KIND_SLOT, f->data, "A");
  assert_letters (f, f->budget, REMIT_KIND_SLOT, f->product, "I");
  decisions_fixture_check_undo (f);
}

static gboolean
has_complained (gpointer data)
{
  return g_strcmp0 (remit_test_get_said (((DecisionsFixture *) data)->window),
                    "Release, Data engineer: “X” is not a letter of RACI; use R, A, C, I. Nothing "
                    "was pasted.")
         == 0;
}

static void
test_paste_bad (DecisionsFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *after = NULL;

  decisions_fixture_remember (f);
  decisions_fixture_go (f, f->release, f->ml);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->grid)), "C\tX\n");
  decisions_fixture_key (f, GDK_KEY_v, CTRL);
  remit_test_wait (has_complained, f);
  after = remit_test_dump (f->store);
  g_assert_cmpstr (after, ==, f->before);
}

/* A single cell fills all that is selected. */
static void
test_paste_one (DecisionsFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  decisions_fixture_go (f, f->release, f->ml);
  decisions_fixture_key (f, GDK_KEY_End, SHIFT);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->grid)), "C");
  decisions_fixture_key (f, GDK_KEY_v, CTRL);
  remit_test_wait (has_pasted, f);
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->ml, "C");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "C");
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static void
test_columns (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitRightsCount count;

  remit_rights_grid_set_columns (f->grid, REMIT_KIND_ROLE);
  decisions_fixture_go (f, f->budget, f->product_role);
  g_assert_cmpstr (decisions_fixture_get_spoken (f), ==, "Budget, Product manager: Accountable");

  remit_rights_grid_set_columns (f->grid, REMIT_KIND_PERSON);
  decisions_fixture_go (f, f->release, f->ada);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f),
                                   "Release, Ada Lovelace: Accountable, through a slot or role"));
  remit_rights_grid_count (f->grid, &count);
  g_assert_cmpuint (count.n_decisions, ==, 3);
  g_assert_cmpuint (count.n_matching, ==, 3);
  g_assert_cmpuint (count.n_columns, ==, 2);
  g_assert_cmpuint (count.frameworks, ==,
                    1u << REMIT_FRAMEWORK_RACI | 1u << REMIT_FRAMEWORK_DACI);
  key (f, GDK_KEY_i);
  assert_letters (f, f->release, REMIT_KIND_PERSON, f->ada, "I");
}

/* Minus folds the team of the row, and an asterisk shows all teams again, with the keyboard where
 * something is left for it. */
static void
test_fold (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitRightsCount count;

  decisions_fixture_go (f, f->release, f->ml);
  key (f, GDK_KEY_minus);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, "));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->grid), "Alpha (2)"));
  g_assert_false (remit_test_shows (GTK_WIDGET (f->grid), "Label"));
  remit_rights_grid_count (f->grid, &count);
  g_assert_cmpuint (count.n_matching, ==, 3);

  key (f, GDK_KEY_minus);
  g_assert_false (remit_test_shows (GTK_WIDGET (f->grid), "Budget"));
  key (f, GDK_KEY_asterisk);
  g_assert_true (remit_test_shows (GTK_WIDGET (f->grid), "Budget"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->grid), "Label"));
}

/* What leads to a decision shows it, folded or not; what the filter hides, it does not. */
static void
test_go_to_folded (DecisionsFixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  RemitRightsFilter filter = { .team = f->beta, .kind = REMIT_RIGHTS_ANY_KIND };

  remit_rights_grid_fold_all (f->grid, TRUE);
  g_assert_true (remit_rights_grid_show (f->grid, f->label, f->data));
  remit_test_settle ();
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Label, Data engineer"));
  remit_rights_grid_set_filter (f->grid, &filter);
  g_assert_false (remit_rights_grid_show (f->grid, f->label, f->data));
}

/* Whoever is in a slot is named under its role, when that is wanted. */
static void
test_people (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *grid = GTK_WIDGET (f->grid);

  g_assert_false (remit_test_shows (grid, "Ada Lovelace"));
  remit_rights_grid_set_people (f->grid, TRUE);
  remit_test_settle ();
  g_assert_true (remit_test_shows (grid, "Ada Lovelace"));
  g_assert_true (remit_test_shows (grid, "Vacant"));
  remit_rights_grid_set_people (f->grid, FALSE);
  remit_test_settle ();
  g_assert_false (remit_test_shows (grid, "Ada Lovelace"));
}

/* The letters are explained below, those of the frameworks in sight. */
static void
test_legend (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_DECISIONS_VIEW);
  GtkLabel *legend = GTK_LABEL (gtk_widget_get_template_child (view, REMIT_TYPE_DECISIONS_VIEW,
                                                               "legend"));
  const char *words = gtk_label_get_label (legend);

  g_assert_true (g_str_has_prefix (words,
                                   "RACI: R\302\240Responsible · A\302\240Accountable · "));
  g_assert_nonnull (strstr (words, "\nDACI: D\302\240"));
  g_assert_null (strstr (words, "RAPID"));
}

/* The choices above narrow the matrix, and a decision that is gone to is shown all the same. */
static void
test_filters (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_DECISIONS_VIEW);
  gpointer team = gtk_widget_get_template_child (view, REMIT_TYPE_DECISIONS_VIEW, "team");

  gtk_drop_down_set_selected (team, 1);
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "2 of 3 decisions"));
  g_assert_false (remit_test_shows (view, "Budget"));
  gtk_drop_down_set_selected (team, 2);
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "No Matching Decisions"));
  gtk_widget_activate_action (view, "view.clear-filters", NULL);
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "3 decisions"));

  gtk_drop_down_set_selected (team, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_DECISION, f->budget, (int) REMIT_KIND_NONE,
                              (gint64) 0);
  remit_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (team), ==, 0);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, "));
}

/* Decisions and slots come and go, and the keyboard stays where it was. */
static void
test_follows (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  decisions_fixture_go (f, f->budget, f->product);
  remit_design_delete (f->workspace, REMIT_KIND_DECISION, f->label, &error);
  g_assert_no_error (error);
  remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->data, &error);
  g_assert_no_error (error);
  remit_test_settle ();
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, Product manager"));
  g_assert_cmpint (remit_rights_grid_get_decision (f->grid), ==, f->budget);
}

/* ── Drops ────────────────────────────────────────────────────────────────────────────────── */

static gpointer
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
drop (DecisionsFixture *f,
      RemitDrag *drag,
      gint64 decision)
{
  GtkWidget *line;
  graphene_rect_t box;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  decisions_fixture_go (f, decision, f->ml);
  line = gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (f->window)));
  g_assert_true (REMIT_IS_RIGHTS_LINE (line));
  g_assert_true (gtk_widget_compute_bounds (line, GTK_WIDGET (f->grid), &box));
  g_value_init (&value, REMIT_TYPE_DRAG);
  g_value_take_boxed (&value, drag);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (f->grid)), "drop", &value, 50.0,
                         (double) box.origin.y + 5, &taken);
  remit_test_settle ();
  return taken;
}

/* What is dropped asks for the letter, which the menu names with its meaning. */
static void
test_drop (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitDrag *person = remit_drag_new (REMIT_DRAG_PEOPLE, 0, "Cleo Sol");

  remit_drag_add (person, f->cleo, 0);
  decisions_fixture_remember (f);
  g_assert_true (drop (f, person, f->release));
  g_assert_nonnull (remit_test_find (GTK_WIDGET (f->grid), GTK_TYPE_POPOVER_MENU));
  gtk_widget_activate_action (GTK_WIDGET (f->grid), "offer.give", "s", "C");
  remit_test_settle ();
  assert_letters (f, f->release, REMIT_KIND_PERSON, f->cleo, "C");
  decisions_fixture_check_undo (f);

  g_assert_true (drop (f, remit_drag_new (REMIT_DRAG_SLOT, f->product, "Product manager"),
                       f->release));
  gtk_widget_activate_action (GTK_WIDGET (f->grid), "offer.give", "s", "I");
  remit_test_settle ();
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->product, "I");
  /* a team holds no rights */
  g_assert_false (drop (f, remit_drag_new (REMIT_DRAG_TEAM, f->beta, "Beta"), f->release));
}

/* ── Findings ─────────────────────────────────────────────────────────────────────────────── */

static void
test_findings (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *cell;

  decisions_fixture_go (f, f->release, f->data);
  decisions_fixture_wait (f);
  cell = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_false (gtk_widget_has_css_class (cell, "warning"));
  /* nobody may be asked and told in one */
  key (f, GDK_KEY_slash);
  key (f, GDK_KEY_c);
  decisions_fixture_wait (f);
  g_assert_true (gtk_widget_has_css_class (cell, "warning"));
  g_assert_nonnull (strstr (remit_rights_cell_get_spoken (REMIT_RIGHTS_CELL (cell)),
                            "Data engineer has R/C in “Release”."));
  g_assert_nonnull (strstr (remit_tooltip_get (cell), "has R/C"));
  key (f, GDK_KEY_r);
  decisions_fixture_wait (f);
  g_assert_false (gtk_widget_has_css_class (cell, "warning"));
}

/* ── Many ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_many (DecisionsFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Many");

  for (int i = 0; i < 500; i++)
    {
      g_autoptr (RemitRecord) decision = remit_record_new (REMIT_KIND_DECISION);
      g_autofree char *title = g_strdup_printf ("Decision %03d", i);

      remit_record_set_integer (decision, REMIT_DECISION_PLAN, f->plan);
      remit_record_set_integer (decision, REMIT_DECISION_TEAM, f->beta);
      remit_record_set_text (decision, REMIT_DECISION_TITLE, title);
      remit_record_set_integer (decision, REMIT_DECISION_POSITION, 100 + i);
      remit_edit_insert (edit, decision, &error);
      g_assert_no_error (error);
    }
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  remit_test_settle ();
}

/* However many there are, there are widgets for those in sight. */
static void
test_many (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  add_many (f);
  decisions_fixture_go (f, f->release, f->ml);
  decisions_fixture_key (f, GDK_KEY_Down, CTRL);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Budget, "));
  for (int i = 0; i < 20; i++)
    key (f, GDK_KEY_Page_Up);
  decisions_fixture_key (f, GDK_KEY_Home, CTRL);
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Release, ML"));
  g_assert_cmpuint (remit_rights_grid_get_n_widgets (f->grid), <, 300);
}

/* The keyboard comes into a matrix that has no size yet: it is shown from its beginning. */
static void
test_first (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  RemitWindow *other;
  GtkWidget *grid;
  GtkAdjustment *adjustment;

  add_many (f);
  other = remit_test_app_open (f->folder);
  remit_window_set_plan (other, f->plan);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.show-view", "s", "decisions");
  remit_test_settle ();
  grid = remit_test_find (GTK_WIDGET (other), REMIT_TYPE_RIGHTS_GRID);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  remit_test_app_close (other);
}

/* The name of a team that begins out of sight starts where the titles end. */
static void
test_scrolled (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->grid));
  GtkWidget *header, *corner;
  graphene_rect_t box, side;
  guint n_labels = 0;

  for (int i = 0; i < 20; i++)
    remit_test_add_slot (f->store, f->plan, f->alpha, f->product_role);
  remit_test_refresh (f->workspace);
  remit_test_settle ();
  gtk_adjustment_set_value (sideways, 60);
  remit_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), ==, 60);
  header = remit_test_find (GTK_WIDGET (f->grid), g_type_from_name ("RemitRightsHeader"));
  corner = gtk_widget_get_first_child (header);
  g_assert_true (gtk_widget_compute_bounds (corner, header, &side));
  for (GtkWidget *child = corner; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "remit-rights-team")
        && gtk_widget_get_child_visible (child)
        && gtk_widget_compute_bounds (child, header, &box))
      {
        g_assert_cmpfloat (box.origin.x, >=, side.origin.x + side.size.width);
        n_labels++;
      }
  g_assert_cmpuint (n_labels, >, 0);
}

static void
add_tests (void)
{
#define add(name, test) decisions_fixture_add ("/decisions/grid/" name, test)
  add ("spoken", test_spoken);
  add ("going", test_going);
  add ("letters", test_letters);
  add ("refused", test_refused);
  add ("range", test_range);
  add ("fill-down", test_fill_down);
  add ("copy", test_copy);
  add ("paste", test_paste);
  add ("paste-bad", test_paste_bad);
  add ("paste-one", test_paste_one);
  add ("columns", test_columns);
  add ("fold", test_fold);
  add ("go-to-folded", test_go_to_folded);
  add ("people", test_people);
  add ("legend", test_legend);
  add ("filters", test_filters);
  add ("follows", test_follows);
  add ("drop", test_drop);
  add ("findings", test_findings);
  add ("many", test_many);
  add ("first", test_first);
  add ("scrolled", test_scrolled);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
