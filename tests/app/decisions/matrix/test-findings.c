/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of findings: filters, repairs, what leads where, and waivers. */
#include "decisions-fixture.h"

#include <string.h>

#include "check/findings/remit-finding-groups.h"
#include "check/findings/remit-waive.h"
#include "findings/remit-finding-filter.h"
#include "findings/remit-finding-head.h"
#include "findings/remit-finding-row.h"
#include "findings/remit-findings-view.h"
#include "plan/decide/remit-matrix.h"
#include "plan/design/remit-design.h"
#include "window/remit-sidebar.h"

static GtkWidget *
show (DecisionsFixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "findings");
  decisions_fixture_wait (f);
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_FINDINGS_VIEW);
}

static guint
count (DecisionsFixture *f,
       RemitFindingFilter *filter)
{
  GListModel *findings = G_LIST_MODEL (decisions_fixture_get_checker (f));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      n += gtk_filter_match (GTK_FILTER (filter), finding);
    }
  return n;
}

static RemitFinding *
find (DecisionsFixture *f,
      const char *rule)
{
  GListModel *findings = G_LIST_MODEL (decisions_fixture_get_checker (f));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      if (strcmp (remit_finding_get_rule_id (finding), rule) == 0)
        return g_steal_pointer (&finding);
    }
  g_error ("%s was not found", rule);
}

static void
test_list (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);

  g_assert_true (remit_test_shows (view, "Data engineer of Alpha is vacant."));
  g_assert_true (remit_test_shows (view, "The team cannot work as planned"));
  g_assert_true (remit_test_shows (view, "SLOT-1"));
}

static gboolean
is_known (gpointer summary)
{
  return g_str_has_suffix (gtk_label_get_label (summary), "accepted");
}

/* Of a plan that is being checked nothing is said yet; of one without findings, that there are
 * none. */
static void
test_unknown (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);
  gint64 empty = remit_test_add_plan (f->store, "Empty");
  GObject *stack = gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "stack");
  GObject *summary = gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "summary");

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.choose-plan", "x", empty);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (summary)), ==, "Checking…");
  remit_test_wait (is_known, summary);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nothing");
}

static void
test_filter (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitFindingFilter) filter = g_object_new (REMIT_TYPE_FINDING_FILTER, NULL);
  guint all;
  guint of_alpha;

  show (f);
  remit_finding_filter_set_workspace (filter, f->workspace);
  all = count (f, filter);
  g_assert_cmpuint (all, >, 3);
  remit_finding_filter_set (filter, REMIT_SEVERITY_ERROR, 0, REMIT_KIND_NONE, FALSE);
  g_assert_cmpuint (count (f, filter), <, all);
  remit_finding_filter_set (filter, REMIT_N_SEVERITIES, f->alpha, REMIT_KIND_NONE, FALSE);
  of_alpha = count (f, filter);
  g_assert_cmpuint (of_alpha, >, 0);
  remit_finding_filter_set (filter, REMIT_N_SEVERITIES, f->beta, REMIT_KIND_NONE, FALSE);
  g_assert_cmpuint (count (f, filter) + of_alpha, <=, all);
  remit_finding_filter_set (filter, REMIT_N_SEVERITIES, 0, REMIT_KIND_SKILL, FALSE);
  g_assert_cmpuint (count (f, filter), ==, 0);
  remit_finding_filter_set (filter, REMIT_N_SEVERITIES, 0, REMIT_KIND_SLOT, FALSE);
  g_assert_cmpuint (count (f, filter), >, 0);
}

static void
test_waiver (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);
  g_autoptr (RemitFinding) finding = find (f, "SLOT-1");
  g_autoptr (GError) error = NULL;

  remit_waive (f->workspace, f->plan, finding, "Ada", "Hiring", 0, &error);
  g_assert_no_error (error);
  decisions_fixture_wait (f);
  g_assert_false (remit_test_shows (view, "Data engineer of Alpha is vacant."));
  g_assert_true (remit_test_shows (view, "1 accepted"));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "waived")),
    TRUE);
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "Accepted by Ada: Hiring"));
}

/* Where nothing matches, a button clears the filters; when they are clear, it shows what is
 * accepted. */
static void
test_clear (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);
  GtkStack *stack =
    GTK_STACK (gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "stack"));
  GObject *kind = gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "kind");
  GObject *waived = gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "waived");
  GtkWidget *clear = remit_test_find_action (view, "view.clear-filters");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 7); /* skills */
  remit_test_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none-shown");
  g_signal_emit_by_name (clear, "clicked");
  remit_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (kind)), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (waived)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  gtk_widget_activate_action (view, "view.clear-filters", NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (waived)));
}

static void
click (GtkWidget *root,
       const char *text)
{
  GtkWidget *label = remit_test_find_text (root, text);

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  remit_test_settle ();
}

#define DECISIONS 1 /* in the choice of what the findings are about */

/* A repair is one click, and one edit. */
static void
test_repair (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  RemitCell cell = { f->release, REMIT_KIND_SLOT, f->ml,
                     REMIT_LETTERS (REMIT_LETTER_A) | REMIT_LETTERS (REMIT_LETTER_C) };
  g_autoptr (GError) error = NULL;
  GtkWidget *view;

  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  view = show (f);
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, "kind")),
    DECISIONS);
  decisions_fixture_remember (f);
  click (view, "Keep A, remove C");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->ml, "A");
  decisions_fixture_check_undo (f);
}

/* What is found leads to where it is mended. */
static void
test_show (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_DECISION, f->release, (int) REMIT_KIND_SLOT,
                              f->data);
  remit_test_settle ();
  g_assert_true (g_str_has_prefix (decisions_fixture_get_spoken (f), "Release, Data engineer"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_SLOT, f->data, (int) REMIT_KIND_NONE, (gint64) 0);
  remit_test_settle ();
}

#define get(view, name) \
  ((gpointer) gtk_widget_get_template_child (view, REMIT_TYPE_FINDINGS_VIEW, name))

/* In groups by rule, by person, by team; folded and opened. */
static void
test_groups (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);

  g_assert_true (remit_test_shows (view, "A required slot is vacant"));
  g_assert_true (remit_test_shows (view, "Data engineer of Alpha is vacant."));
  g_assert_false (remit_test_shows (view, "No Person"));
  gtk_drop_down_set_selected (get (view, "grouping"), REMIT_GROUPING_PERSON);
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "No Person"));
  g_assert_true (remit_test_shows (view, "A required slot is vacant"));

  g_assert_cmpstr (gtk_button_get_label (get (view, "fold")), ==, "Collapse All");
  g_signal_emit_by_name (get (view, "fold"), "clicked");
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "No Person"));
  g_assert_false (remit_test_shows (view, "Data engineer of Alpha is vacant."));
  g_assert_cmpstr (gtk_button_get_label (get (view, "fold")), ==, "Expand All");
}

/* What is folded stays so when the checker comes back. */
static void
test_folded (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  RemitCell cell = { f->release, REMIT_KIND_SLOT, f->data, REMIT_LETTERS (REMIT_LETTER_C) };
  GtkWidget *view = show (f);
  g_autoptr (GError) error = NULL;

  g_signal_emit_by_name (get (view, "fold"), "clicked");
  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  decisions_fixture_wait (f);
  g_assert_true (remit_test_shows (view, "A required slot is vacant"));
  g_assert_false (remit_test_shows (view, "Data engineer of Alpha is vacant."));
}

/* A head selects all of its group; what is accepted is no longer selected. */
static void
test_select (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = show (f);
  RemitFindingHead *head = REMIT_FINDING_HEAD (remit_test_find (view, REMIT_TYPE_FINDING_HEAD));
  g_autoptr (RemitFinding) finding = find (f, "SLOT-1");
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_action_bar_get_revealed (get (view, "bar")));
  remit_finding_head_toggle (head);
  g_assert_true (gtk_action_bar_get_revealed (get (view, "bar")));
  g_assert_cmpstr (gtk_label_get_label (get (view, "selected")), ==, "1 selected");
  remit_finding_head_toggle (head);
  g_assert_false (gtk_action_bar_get_revealed (get (view, "bar")));

  remit_finding_row_toggle (
    REMIT_FINDING_ROW (remit_test_find (view, REMIT_TYPE_FINDING_ROW)));
  g_assert_true (gtk_action_bar_get_revealed (get (view, "bar")));
  remit_waive (f->workspace, f->plan, finding, "Ada", "Hiring", 0, &error);
  g_assert_no_error (error);
  decisions_fixture_wait (f);
  g_assert_false (gtk_action_bar_get_revealed (get (view, "bar")));
}

/* The sidebar counts what nobody accepts. */
static void
test_badge (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  RemitSidebar *sidebar = REMIT_SIDEBAR (
    remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_SIDEBAR));
  g_autoptr (RemitFinding) finding = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n;
  g_autoptr (GError) error = NULL;

  show (f);
  finding = find (f, "SLOT-1");
  n = g_list_model_get_n_items (G_LIST_MODEL (decisions_fixture_get_checker (f)));
  before = g_strdup_printf ("%u", n);
  after = g_strdup_printf ("%u", n - 1);
  g_assert_true (remit_test_shows (GTK_WIDGET (sidebar), before));
  remit_waive (f->workspace, f->plan, finding, "Ada", "Hiring", 0, &error);
  g_assert_no_error (error);
  decisions_fixture_wait (f);
  g_assert_true (remit_test_shows (GTK_WIDGET (sidebar), after));
}

static void
add_tests (void)
{
#define add(name, test) decisions_fixture_add ("/findings/" name, test)
  add ("list", test_list);
  add ("unknown", test_unknown);
  add ("filter", test_filter);
  add ("clear", test_clear);
  add ("waiver", test_waiver);
  add ("repair", test_repair);
  add ("show", test_show);
  add ("groups", test_groups);
  add ("folded", test_folded);
  add ("select", test_select);
  add ("badge", test_badge);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
