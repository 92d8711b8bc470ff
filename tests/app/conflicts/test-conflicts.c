/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the conflicts' view: the list, the page of one, its steps, and what they lead to. */
#include "conflicts-fixture.h"

#include "conflicts/dialogs/remit-raise-dialog.h"
#include "conflicts/list/remit-conflict-row.h"
#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-query.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "widgets/charts/remit-chart.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/rows/remit-log-row.h"
#include "window/remit-window-layout.h"

static gboolean
is_at_rest (gpointer view)
{
  return !gtk_spinner_get_spinning (remit_test_get_child (view, "searching"));
}

static void
choose (GtkWidget *view,
        const char *name,
        guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (remit_test_get_child (view, name)), position);
  /* what no index knows is looked for in a thread */
  remit_test_wait (is_at_rest, view);
  remit_test_settle ();
}

static void
choose_filter (GtkWidget *view,
               const char *name,
               guint position)
{
  GtkWidget *filter = remit_test_get_child (view, "filter");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (remit_test_get_child (filter, name)), position);
  remit_test_wait (is_at_rest, view);
  remit_test_settle ();
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static void
test_empty (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (remit_test_shows (conflicts_fixture_show (f), "No Conflicts"));
}

static void
test_list (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view;
  gint64 thresholds;

  conflicts_fixture_add_ladder (f);
  thresholds = conflicts_fixture_raise (f, "Thresholds");
  conflicts_fixture_raise (f, "Labels");
  view = conflicts_fixture_show (f);
  g_assert_true (remit_test_shows (view, "2 conflicts"));
  g_assert_true (remit_test_shows (view, "Thresholds"));
  g_assert_true (remit_test_shows (view, "level 1: Ada Lovelace"));
  g_assert_true (remit_test_shows (view, "2 days"));
  /* what is over is elsewhere */
  g_assert_true (
    remit_settle_step (f->workspace, thresholds, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "", NULL));
  remit_test_settle ();
  g_assert_false (remit_test_shows (view, "Thresholds"));
  choose (view, "shown", 1);
  g_assert_true (remit_test_shows (view, "Thresholds"));
  g_assert_false (remit_test_shows (view, "Labels"));
  choose (view, "shown", 2);
  g_assert_cmpuint (remit_test_count (view, REMIT_TYPE_CONFLICT_ROW), ==, 2);
  choose_filter (view, "type", 3);
  g_assert_true (remit_test_shows (view, "No Matching Conflicts"));
}

/* The titles of the rows, from top to bottom. */
static char *
dup_rows (GtkWidget *list)
{
  GString *titles = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = remit_test_find (row, REMIT_TYPE_CONFLICT_ROW);

      if (gtk_widget_get_mapped (row) && child != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? " " : "",
                                gtk_label_get_label (remit_test_get_child (child, "title")));
    }
  return g_string_free (titles, FALSE);
}

static void
check_rows (GtkWidget *view,
            const char *expected)
{
  g_autofree char *rows = dup_rows (remit_test_get_child (view, "list"));

  g_assert_cmpstr (rows, ==, expected);
}

static void
set_owner (DecisionsFixture *f,
           gint64 conflict,
           gint64 person)
{
  char id[17];

  remit_id_format (person, id);
  conflicts_fixture_set (f, REMIT_KIND_CONFLICT, conflict, REMIT_CONFLICT_OWNER, id);
}

static void
test_order (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 labels, costs;
  GtkWidget *view;

  conflicts_fixture_add_ladder (f);
  conflicts_fixture_raise (f, "Thresholds");
  g_setenv ("REMIT_NOW", "2026-03-02T12:10:00Z", TRUE);
  labels = conflicts_fixture_raise (f, "Labels");
  g_setenv ("REMIT_NOW", "2026-03-02T12:20:00Z", TRUE);
  costs = conflicts_fixture_raise (f, "Costs");
  set_owner (f, costs, f->cleo);
  set_owner (f, labels, f->ada);
  g_assert_true (
    remit_settle_step (f->workspace, labels, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", NULL));
  view = conflicts_fixture_show (f);
  check_rows (view, "Thresholds Labels Costs");
  choose (view, "order", REMIT_CONFLICTS_BY_STATE);
  check_rows (view, "Thresholds Costs Labels");
  choose (view, "order", REMIT_CONFLICTS_BY_RUNG);
  check_rows (view, "Labels Thresholds Costs");
  choose (view, "order", REMIT_CONFLICTS_BY_OWNER);
  check_rows (view, "Labels Costs Thresholds");
  g_assert_true (remit_test_shows (view, "owner: Cleo Sol"));
}

/* The button says what is chosen, and its popover offers whoever owns something. */
static void
test_filter (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 labels;
  GtkWidget *view, *filter, *button;

  conflicts_fixture_raise (f, "Thresholds");
  labels = conflicts_fixture_raise (f, "Labels");
  set_owner (f, labels, f->cleo);
  conflicts_fixture_set (f, REMIT_KIND_CONFLICT, labels, REMIT_CONFLICT_SEVERITY, "4");
  view = conflicts_fixture_show (f);
  filter = remit_test_get_child (view, "filter");
  button = remit_test_get_child (filter, "button");
  g_assert_true (remit_test_shows (button, "Filter"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  remit_test_settle ();
  choose_filter (view, "owner", 2);
  check_rows (view, "Labels");
  g_assert_true (remit_test_shows (button, "Filter: Cleo Sol"));
  choose_filter (view, "severity", 1);
  check_rows (view, "Labels");
  g_assert_true (remit_test_shows (button, "Filter: Critical, Cleo Sol"));
  choose_filter (view, "owner", 1);
  g_assert_true (remit_test_shows (view, "No Matching Conflicts"));
  choose_filter (view, "severity", 0);
  check_rows (view, "Thresholds");
  /* who is chosen stays so, although they own nothing any longer */
  choose_filter (view, "owner", 2);
  set_owner (f, labels, f->ada);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  remit_test_wait (is_at_rest, view);
  g_assert_true (remit_test_shows (button, "Filter: Cleo Sol"));
  g_signal_emit_by_name (remit_test_get_child (filter, "clear"), "clicked");
  remit_test_wait (is_at_rest, view);
  g_assert_true (remit_test_shows (button, "Filter"));
  g_assert_true (remit_test_shows (view, "2 conflicts"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* Where nothing matches, a button clears what hides all: words and filters; then those that are
 * closed are shown, too. */
static void
test_clear (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 labels = conflicts_fixture_raise (f, "Labels");
  GtkWidget *view = conflicts_fixture_show (f);
  GtkEditable *search = GTK_EDITABLE (remit_test_get_child (view, "search"));

  gtk_editable_set_text (search, "nowhere");
  remit_test_wait (is_at_rest, view);
  choose_filter (view, "severity", 1);
  g_assert_true (remit_test_shows (view, "No Matching Conflicts"));
  g_signal_emit_by_name (remit_test_find_action (view, "view.clear-filters"), "clicked");
  remit_test_wait (is_at_rest, view);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  check_rows (view, "Labels");

  g_assert_true (
    remit_settle_step (f->workspace, labels, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "", NULL));
  remit_test_settle ();
  g_assert_true (remit_test_shows (view, "No Matching Conflicts"));
  g_signal_emit_by_name (remit_test_find_action (view, "view.clear-filters"), "clicked");
  remit_test_wait (is_at_rest, view);
  check_rows (view, "Labels");
}

/* Long words are cut off after two lines; what has no severity says so. */
static void
test_row (DecisionsFixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (RemitEntity) nothing = NULL;
  GtkWidget *row = g_object_ref_sink (g_object_new (REMIT_TYPE_CONFLICT_ROW, NULL));
  GtkLabel *label = remit_test_get_child (row, "about");

  g_assert_cmpint (gtk_label_get_lines (label), ==, 2);
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_END);
  remit_record_set_integer (record, REMIT_CONFLICT_SEVERITY, 0);
  nothing = remit_entity_new (record);
  remit_conflict_row_bind (REMIT_CONFLICT_ROW (row), f->workspace, nothing);
  label = remit_test_get_child (row, "severity");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "–");
  g_object_unref (row);
}

#define MANY 120

static gboolean
shows_last (gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    remit_test_get_child (view, "scrolled"));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return remit_test_shows (view, "Conflict 120");
}

/* A long list has few rows at first, and more as one comes near its end. */
static void
test_long (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view;

  for (int i = 1; i <= MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Conflict %03d", i);

      conflicts_fixture_raise (f, title);
    }
  view = conflicts_fixture_show (f);
  g_assert_true (remit_test_shows (view, "120 conflicts"));
  g_assert_cmpuint (remit_test_count (view, REMIT_TYPE_CONFLICT_ROW), <, MANY);
  remit_test_wait (shows_last, view);
}

static void
test_search (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view;
  gint64 labels;

  conflicts_fixture_raise (f, "Thresholds");
  labels = conflicts_fixture_raise (f, "Labels");
  g_assert_true (remit_settle_step (f->workspace, labels, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                                    "Too blurred to say", NULL));
  view = conflicts_fixture_show (f);
  gtk_editable_set_text (GTK_EDITABLE (remit_test_get_child (view, "search")), "blur");
  g_assert_nonnull (remit_test_find_text (view, "1 conflict"));
  g_assert_true (remit_test_shows (view, "Labels"));
  g_assert_false (remit_test_shows (view, "Thresholds"));
}

static gboolean
shows_charts (gpointer popover)
{
  return remit_test_shows (popover, "Time to Resolution");
}

/* The chart below its title. */
static GtkWidget *
find_bars (GtkWidget *popover,
           const char *title)
{
  return gtk_widget_get_next_sibling (remit_test_find_text (popover, title));
}

static void
assert_first_bar (GtkWidget *bars,
                  const char *name,
                  const char *sum)
{
  g_autoptr (GPtrArray) rows = remit_chart_dup_rows (REMIT_CHART (bars));
  const GPtrArray *first = rows->pdata[1];

  g_assert_cmpstr (first->pdata[0], ==, name);
  g_assert_cmpstr (first->pdata[first->len - 1], ==, sum);
}

static void
test_charts (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *popover;

  conflicts_fixture_add_ladder (f);
  conflicts_fixture_raise (f, "Thresholds");
  popover = remit_test_get_child (conflicts_fixture_show (f), "charts_popover");
  gtk_popover_popup (GTK_POPOVER (popover));
  remit_test_wait (shows_charts, popover);
  assert_first_bar (find_bars (popover, "Open Conflicts by Level and Age"), "Level 1", "1");
  assert_first_bar (find_bars (popover, "By Type"), "Technical", "1");
  g_assert_true (remit_test_shows (popover, "No resolved conflicts yet"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* ── The page of one ──────────────────────────────────────────────────────────────────────── */

/* Answers the dialog that a step asks in. */
static void
answer (const char *response)
{
  GtkWidget *dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  remit_test_settle ();
}

static void
test_escalate (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *inspector;
  gint64 conflict;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Thresholds");
  inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  g_assert_true (remit_test_shows (inspector, "Level 1: Ada Lovelace"));
  g_assert_true (remit_test_shows (inspector, "Copied when the conflict was raised"));
  decisions_fixture_remember (f);
  conflicts_fixture_step (inspector, "conflict.escalate");
  answer ("answer");
  conflicts_fixture_check (f, conflict, "escalated on 3");
  g_assert_true (remit_test_shows (inspector, "Escalated to level 3"));
  g_assert_true (remit_test_shows (inspector, "Skipped, vacant"));
  /* undo says that the log stays */
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  remit_test_settle ();
  conflicts_fixture_check (f, conflict, "open on 1");
  g_assert_nonnull (strstr (remit_test_get_said (f->window), "The log keeps the entry"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
  remit_test_settle ();
  conflicts_fixture_check (f, conflict, "escalated on 3");
}

/* Whoever mediates is chosen, and it is said in the log; those of the team are offered first. */
static void
test_mediate (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = conflicts_fixture_raise (f, "Thresholds");
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  GtkWidget *dialog;
  GtkWidget *picker;

  conflicts_fixture_step (inspector, "conflict.mediate");
  dialog = remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  picker = remit_test_find (dialog, REMIT_TYPE_ENTITY_PICKER);
  g_signal_emit_by_name (picker, "picked", f->cleo);
  g_assert_true (remit_test_shows (dialog, "Cleo Sol"));
  answer ("begin");
  conflicts_fixture_check (f, conflict, "mediating on 0");
  g_assert_true (remit_test_shows (inspector, "Cleo Sol"));
}

/* A ladder that asks somebody again says so. */
static void
test_repeats (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 ladder = conflicts_fixture_add_ladder (f);
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_LADDER, ladder);
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_test_shows (inspector, "are the same person"));
  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung, REMIT_RUNG_LIMIT, 60);
  remit_record_set_integer (rung, REMIT_RUNG_PERSON, f->ada);
  remit_design_create (f->workspace, rung, &error);
  g_assert_no_error (error);
  remit_test_settle ();
  g_assert_true (remit_test_shows (inspector, "Levels 1 and 4 are the same person: Ada Lovelace"));
}

/* Where there are none, one can be raised. */
static void
test_none (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = conflicts_fixture_show (f);
  GtkWidget *page = remit_test_find (view, ADW_TYPE_STATUS_PAGE);

  g_assert_true (remit_test_shows (page, "No Conflicts"));
  g_assert_cmpstr (gtk_actionable_get_action_name (
                     GTK_ACTIONABLE (remit_test_find (page, GTK_TYPE_BUTTON))), ==,
                   "win.raise-conflict");
}

/* Steps that make no sense in a state are not offered. */
static void
test_offered (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = conflicts_fixture_raise (f, "Thresholds");
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  GtkWidget *head = remit_test_find (inspector, g_type_from_name ("RemitConflictHead"));

  g_assert_true (gtk_widget_get_visible (remit_test_get_child (head, "resolve")));
  /* it was raised without a ladder */
  g_assert_false (gtk_widget_get_visible (remit_test_get_child (head, "escalate")));
  g_assert_false (gtk_widget_get_visible (remit_test_get_child (head, "reopen")));
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "", NULL));
  remit_test_settle ();
  g_assert_false (gtk_widget_get_visible (remit_test_get_child (head, "resolve")));
  g_assert_false (gtk_widget_get_visible (remit_test_get_child (head, "escalate")));
  g_assert_true (gtk_widget_get_visible (remit_test_get_child (head, "reopen")));
}

/* A conflict may be of several teams. */
static void
test_teams (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = conflicts_fixture_raise (f, "Thresholds");
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  GtkWidget *teams = remit_test_find (inspector, g_type_from_name ("RemitConflictTeams"));
  GtkWidget *picker;
  GtkWidget *remove;

  decisions_fixture_remember (f);
  /* far below in the page, where no popover would be on the screen */
  picker = remit_test_find (teams, g_type_from_name ("RemitEntityPicker"));
  g_signal_emit_by_name (picker, "picked", f->beta);
  remit_test_settle ();
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_INVOLVEMENT), ==, 1);
  g_assert_true (remit_test_shows (teams, "Beta"));
  decisions_fixture_check_undo (f);
  decisions_fixture_remember (f);
  remove = remit_test_find_action (teams, "part.remove");
  g_assert_nonnull (remove);
  g_signal_emit_by_name (remove, "clicked");
  remit_test_settle ();
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_INVOLVEMENT), ==, 0);
  decisions_fixture_check_undo (f);
}

/* ── Raising ──────────────────────────────────────────────────────────────────────────────── */

static void
test_raise (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;

  conflicts_fixture_add_ladder (f);
  conflicts_fixture_show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_SLOT, f->ml);
  dialog = remit_test_wait_for_window (REMIT_TYPE_RAISE_DIALOG);
  /* what follows from the slot is there: its team, and who is in it */
  g_assert_true (remit_test_shows (dialog, "Alpha"));
  g_assert_true (remit_test_shows (dialog, "Ada Lovelace"));
  gtk_editable_set_text (remit_test_get_child (dialog, "name"), "Thresholds");
  decisions_fixture_remember (f);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_RAISE_DIALOG);
  remit_test_settle ();
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT), ==, 1);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_PARTY), ==, 1);
  g_assert_true (remit_test_shows (conflicts_fixture_show (f), "Thresholds"));
}

/* Without a name there is no conflict: the dialog says so, and stays. */
static void
test_raise_refused (DecisionsFixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;

  conflicts_fixture_show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_NONE, (gint64) 0);
  dialog = remit_test_wait_for_window (REMIT_TYPE_RAISE_DIALOG);
  g_assert_true (remit_test_shows (dialog, "No ladder: the conflict has no time limit"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_settle ();
  g_assert_true (gtk_widget_get_visible (remit_test_get_child (dialog, "problem")));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* ── Ladders ──────────────────────────────────────────────────────────────────────────────── */

static void
test_ladder (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 ladder = conflicts_fixture_add_ladder (f);
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_LADDER, ladder);
  GtkWidget *earlier;

  g_assert_true (remit_test_shows (inspector, "Cleo Sol"));
  decisions_fixture_remember (f);
  earlier = remit_test_find_action (inspector, "part.remove");
  g_assert_nonnull (earlier);
  g_signal_emit_by_name (earlier, "clicked");
  remit_test_settle ();
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_RUNG), ==, 2);
  decisions_fixture_check_undo (f);
}

static void
ask_earlier (GtkWidget *inspector,
             gint64 rung)
{
  gtk_widget_activate_action (remit_test_find_action (inspector, "rungs.earlier"), "rungs.earlier",
                              "x", rung);
  remit_test_settle ();
}

/* Each time one step earlier, also while another program writes; the first one stays the first. */
static void
test_earlier (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 ladder = conflicts_fixture_add_ladder (f);
  GtkWidget *inspector = conflicts_fixture_inspect (f, REMIT_KIND_LADDER, ladder);
  g_autoptr (GPtrArray) before = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, ladder);
  g_autoptr (GPtrArray) after = NULL;
  gint64 last = remit_entity_get_id (before->pdata[2]);
  g_auto (RemitTestOther) other = { NULL };

  remit_test_other_hold (&other, f->window);
  for (int i = 0; i < 3; i++)
    ask_earlier (inspector, last);
  remit_test_other_release (&other);
  remit_test_wait_until_made (f->window);
  after = remit_design_get_parts (f->workspace, REMIT_KIND_RUNG, ladder);
  g_assert_cmpint (remit_entity_get_id (after->pdata[0]), ==, last);
}

/* ── Its page ─────────────────────────────────────────────────────────────────────────────── */

static void
add_party (DecisionsFixture *f,
           gint64 conflict,
           const char *name,
           const char *position)
{
  g_autoptr (RemitRecord) party = remit_record_new (REMIT_KIND_PARTY);

  remit_record_set_integer (party, REMIT_PARTY_PLAN, f->plan);
  remit_record_set_integer (party, REMIT_PARTY_CONFLICT, conflict);
  remit_record_set_text (party, REMIT_PARTY_NAME, name);
  remit_record_set_text (party, REMIT_PARTY_POSITION, position);
  g_assert_cmpint (remit_design_create (f->workspace, party, NULL), !=, 0);
}

static graphene_point_t
get_place (GtkWidget *inspector,
           const char *text)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);
  graphene_point_t place;

  g_assert_true (gtk_widget_compute_point (remit_test_find_text (inspector, text), inspector,
                                           &origin, &place));
  return place;
}

static gboolean
are_beside (gpointer inspector)
{
  graphene_point_t first = get_place (inspector, "Ada");
  graphene_point_t second = get_place (inspector, "Bert");

  return first.y == second.y && first.x < second.x;
}

static gboolean
are_below (gpointer inspector)
{
  return get_place (inspector, "Ada").y < get_place (inspector, "Bert").y;
}

/* Positions stand side by side where the window has the room, and it can be narrow all the same. */
static void
test_parties (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = conflicts_fixture_raise (f, "Labels");
  GtkWidget *inspector;
  int minimum;

  add_party (f, conflict, "Ada", "Leave them out: the model does not need them");
  add_party (f, conflict, "Bert", "Label them again: they are what it is for");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1240, 800);
  inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  remit_test_wait (are_beside, inspector);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 760, 800);
  remit_test_wait (are_below, inspector);
  gtk_widget_measure (GTK_WIDGET (f->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* A long text is cut, and there on request; what was undone and done again is not struck out. */
static void
test_story (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_strnfill (3000, 'x');
  g_autofree char *whole = g_strconcat (text, " to the end", NULL);
  gint64 conflict = conflicts_fixture_raise (f, "Labels");
  GtkWidget *inspector;
  GtkWidget *button;

  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0, whole, NULL));
  inspector = conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  g_assert_false (remit_test_shows (inspector, "to the end"));
  button = gtk_widget_get_ancestor (remit_test_find_text (inspector, "Show Full Text"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (remit_test_shows (inspector, "to the end"));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  remit_test_settle ();
  g_assert_true (remit_test_shows (inspector, "Corrected by a later entry"));
  g_assert_cmpuint (remit_test_count (inspector, REMIT_TYPE_LOG_ROW), ==, 3);
}

/* ── Beside the views ─────────────────────────────────────────────────────────────────────── */

static gboolean
is_folded (gpointer layout)
{
  return adw_flap_get_folded (remit_test_get_child (layout, "flap"));
}

static gboolean
is_shown (GtkWidget *layout)
{
  gboolean shown;

  g_object_get (layout, "inspecting", &shown, NULL);
  return shown;
}

/* At the usual size of a window a conflict is wider than the room beside the views, and is shown
 * over them. */
static void
test_sight (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *layout = remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_WINDOW_LAYOUT);
  gint64 conflict;

  conflicts_fixture_add_ladder (f);
  conflict = conflicts_fixture_raise (f, "Who corrects the weather from which the forecast has "
                                         "learned, and who tells all the others of it?");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1150, 800);
  conflicts_fixture_show (f);
  g_assert_false (is_folded (layout));

  conflicts_fixture_inspect (f, REMIT_KIND_CONFLICT, conflict);
  remit_test_wait (is_folded, layout);
  g_assert_true (is_shown (layout));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.close-inspector", NULL);
  g_assert_false (is_shown (layout));
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add (path, DecisionsFixture, NULL, conflicts_fixture_set_up, test, \
              conflicts_fixture_tear_down)
  ADD ("/conflicts/empty", test_empty);
  ADD ("/conflicts/list", test_list);
  ADD ("/conflicts/order", test_order);
  ADD ("/conflicts/filter", test_filter);
  ADD ("/conflicts/row", test_row);
  ADD ("/conflicts/long", test_long);
  ADD ("/conflicts/search", test_search);
  ADD ("/conflicts/clear", test_clear);
  ADD ("/conflicts/charts", test_charts);
  ADD ("/conflicts/escalate", test_escalate);
  ADD ("/conflicts/mediate", test_mediate);
  ADD ("/conflicts/repeats", test_repeats);
  ADD ("/conflicts/none", test_none);
  ADD ("/conflicts/offered", test_offered);
  ADD ("/conflicts/teams", test_teams);
  ADD ("/conflicts/raise", test_raise);
  ADD ("/conflicts/raise-refused", test_raise_refused);
  ADD ("/conflicts/ladder", test_ladder);
  ADD ("/conflicts/earlier", test_earlier);
  ADD ("/conflicts/parties", test_parties);
  ADD ("/conflicts/story", test_story);
  ADD ("/conflicts/sight", test_sight);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
