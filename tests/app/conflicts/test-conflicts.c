/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the conflicts' view: the list, the page of one, its steps, and what they lead to. */
#include "conflicts/dialogs/remit-raise-dialog.h"
#include "conflicts/dialogs/remit-resolve-dialog.h"
#include "conflicts/list/remit-conflict-row.h"
#include "conflicts/remit-conflicts-view.h"
#include "decisions-fixture.h"
#include "inspector/remit-inspector.h"
#include "model/remit-id.h"
#include "model/remit-right.h"
#include "plan/conflict/remit-conflict-query.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "widgets/rows/remit-log-row.h"

/* Noon of a Monday. */
#define NOW "2026-03-02T12:00:00Z"

static void
set_field (DecisionsFixture *f,
           RemitKind kind,
           gint64 id,
           guint field,
           const char *value)
{
  g_autoptr (GError) error = NULL;

  remit_design_change (f->workspace, kind, id, field, value, &error);
  g_assert_no_error (error);
}

static gint64
add_rung (DecisionsFixture *f,
          gint64 ladder,
          guint field,
          gint64 holder)
{
  g_autoptr (RemitRecord) rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung, field, holder);
  g_assert_cmpint (remit_design_create (f->workspace, rung, NULL), !=, 0);
  return remit_record_get_id (rung);
}

/* Ada, then nobody, then Cleo, who decides. */
static gint64
add_ladder (DecisionsFixture *f)
{
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);
  gint64 id, last;

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Usual");
  id = remit_design_create (f->workspace, ladder, NULL);
  g_assert_cmpint (id, !=, 0);
  add_rung (f, id, REMIT_RUNG_SLOT, f->ml);
  add_rung (f, id, REMIT_RUNG_SLOT, f->data);
  last = add_rung (f, id, REMIT_RUNG_PERSON, f->cleo);
  set_field (f, REMIT_KIND_RUNG, last, REMIT_RUNG_ACTION, "decide");
  return id;
}

static gint64
raise_conflict (DecisionsFixture *f,
       const char *title)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, f->alpha);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, title);
  id = remit_settle_raise (f->workspace, conflict, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static GtkWidget *
show (DecisionsFixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "conflicts");
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_CONFLICTS_VIEW);
}

static GtkWidget *
inspect (DecisionsFixture *f,
         RemitKind kind,
         gint64 id)
{
  show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)", (int) kind, id);
  remit_test_settle ();
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_INSPECTOR);
}

static void
set_up (DecisionsFixture *f,
        gconstpointer data)
{
  g_setenv ("REMIT_NOW", NOW, TRUE);
  decisions_fixture_set_up (f, data);
}

static void
tear_down (DecisionsFixture *f,
           gconstpointer data)
{
  decisions_fixture_tear_down (f, data);
  g_unsetenv ("REMIT_NOW");
}

static char *
describe (DecisionsFixture *f,
          gint64 conflict)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->store, REMIT_KIND_CONFLICT, conflict, NULL);
  g_autofree char *status = remit_record_format (record, REMIT_CONFLICT_STATUS);

  return g_strdup_printf ("%s on %d", status,
                          (int) remit_record_get_integer (record, REMIT_CONFLICT_RUNG));
}

static void
check (DecisionsFixture *f,
       gint64 conflict,
       const char *expected)
{
  g_autofree char *is = describe (f, conflict);

  g_assert_cmpstr (is, ==, expected);
}

static gpointer
get_child (GtkWidget *widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static gboolean
is_at_rest (gpointer view)
{
  return !gtk_spinner_get_spinning (get_child (view, "searching"));
}

static void
choose (GtkWidget *view,
        const char *name,
        guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (view, name)), position);
  /* what no index knows is looked for in a thread */
  remit_test_wait (is_at_rest, view);
  remit_test_settle ();
}

static void
choose_filter (GtkWidget *view,
               const char *name,
               guint position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (get_child (view, "filter"), name)),
                              position);
  remit_test_wait (is_at_rest, view);
  remit_test_settle ();
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static void
test_empty (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (remit_test_shows (show (f), "No Conflicts"));
}

static void
test_list (DecisionsFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view;
  gint64 thresholds;

  add_ladder (f);
  thresholds = raise_conflict (f, "Thresholds");
  raise_conflict (f, "Labels");
  view = show (f);
  g_assert_true (remit_test_shows (view, "2 conflicts"));
  g_assert_true (remit_test_shows (view, "Thresholds"));
  g_assert_true (remit_test_shows (view, "rung 1: Ada Lovelace"));
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
  g_assert_true (remit_test_shows (view, "None Found"));
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
                                gtk_label_get_label (get_child (child, "title")));
    }
  return g_string_free (titles, FALSE);
}

static void
check_rows (GtkWidget *view,
            const char *expected)
{
  g_autofree char *rows = dup_rows (get_child (view, "list"));

  g_assert_cmpstr (rows, ==, expected);
}

static void
set_owner (DecisionsFixture *f,
           gint64 conflict,
           gint64 person)
{
  char id[17];

  remit_id_format (person, id);
  set_field (f, REMIT_KIND_CONFLICT, conflict, REMIT_CONFLICT_OWNER, id);
}

static void
test_order (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 labels, costs;
  GtkWidget *view;

  add_ladder (f);
  raise_conflict (f, "Thresholds");
  g_setenv ("REMIT_NOW", "2026-03-02T12:10:00Z", TRUE);
  labels = raise_conflict (f, "Labels");
  g_setenv ("REMIT_NOW", "2026-03-02T12:20:00Z", TRUE);
  costs = raise_conflict (f, "Costs");
  set_owner (f, costs, f->cleo);
  set_owner (f, labels, f->ada);
  g_assert_true (
    remit_settle_step (f->workspace, labels, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", NULL));
  view = show (f);
  check_rows (view, "Thresholds Labels Costs");
  choose (view, "order", REMIT_CONFLICTS_BY_STATE);
  check_rows (view, "Thresholds Costs Labels");
  choose (view, "order", REMIT_CONFLICTS_BY_RUNG);
  check_rows (view, "Labels Thresholds Costs");
  choose (view, "order", REMIT_CONFLICTS_BY_OWNER);
  check_rows (view, "Labels Costs Thresholds");
  g_assert_true (remit_test_shows (view, "owned by Cleo Sol"));
}

/* The button says what is chosen, and its popover offers whoever owns something. */
static void
test_filter (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 labels;
  GtkWidget *view, *filter, *button;

  raise_conflict (f, "Thresholds");
  labels = raise_conflict (f, "Labels");
  set_owner (f, labels, f->cleo);
  set_field (f, REMIT_KIND_CONFLICT, labels, REMIT_CONFLICT_SEVERITY, "4");
  view = show (f);
  filter = get_child (view, "filter");
  button = get_child (filter, "button");
  g_assert_true (remit_test_shows (button, "Filter"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  remit_test_settle ();
  choose_filter (view, "owner", 2);
  check_rows (view, "Labels");
  g_assert_true (remit_test_shows (button, "Only: Cleo Sol"));
  choose_filter (view, "severity", 1);
  check_rows (view, "Labels");
  g_assert_true (remit_test_shows (button, "Only: Critical, Cleo Sol"));
  choose_filter (view, "owner", 1);
  g_assert_true (remit_test_shows (view, "None Found"));
  choose_filter (view, "severity", 0);
  check_rows (view, "Thresholds");
  /* who is chosen stays so, although they own nothing any longer */
  choose_filter (view, "owner", 2);
  set_owner (f, labels, f->ada);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  remit_test_wait (is_at_rest, view);
  g_assert_true (remit_test_shows (button, "Only: Cleo Sol"));
  g_signal_emit_by_name (get_child (filter, "clear"), "clicked");
  remit_test_wait (is_at_rest, view);
  g_assert_true (remit_test_shows (button, "Filter"));
  g_assert_true (remit_test_shows (view, "2 conflicts"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* Long words are cut off after two lines; what has no severity says so. */
static void
test_row (DecisionsFixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (RemitEntity) nothing = NULL;
  GtkWidget *row = g_object_ref_sink (g_object_new (REMIT_TYPE_CONFLICT_ROW, NULL));
  GtkLabel *label = get_child (row, "about");

  g_assert_cmpint (gtk_label_get_lines (label), ==, 2);
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_END);
  remit_record_set_integer (record, REMIT_CONFLICT_SEVERITY, 0);
  nothing = remit_entity_new (record);
  remit_conflict_row_bind (REMIT_CONFLICT_ROW (row), f->workspace, nothing);
  label = get_child (row, "severity");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "–");
  g_object_unref (row);
}

#define MANY 120

static gboolean
shows_last (gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (get_child (view, "scrolled"));

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

      raise_conflict (f, title);
    }
  view = show (f);
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

  raise_conflict (f, "Thresholds");
  labels = raise_conflict (f, "Labels");
  g_assert_true (remit_settle_step (f->workspace, labels, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                                    "Too blurred to say", NULL));
  view = show (f);
  gtk_editable_set_text (GTK_EDITABLE (get_child (view, "search")), "blur");
  g_assert_nonnull (remit_test_find_text (view, "1 conflict"));
  g_assert_true (remit_test_shows (view, "Labels"));
  g_assert_false (remit_test_shows (view, "Thresholds"));
}

static gboolean
shows_charts (gpointer popover)
{
  return remit_test_shows (popover, "Time Until It Was Settled");
}

static void
test_charts (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *popover;

  add_ladder (f);
  raise_conflict (f, "Thresholds");
  popover = get_child (show (f), "charts_popover");
  gtk_popover_popup (GTK_POPOVER (popover));
  remit_test_wait (shows_charts, popover);
  g_assert_true (remit_test_shows (popover, "Rung 1"));
  g_assert_true (remit_test_shows (popover, "Technical"));
  g_assert_true (remit_test_shows (popover, "None has been settled yet"));
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
step (GtkWidget *inspector,
      const char *action)
{
  GtkWidget *head = gtk_widget_get_ancestor (
    remit_test_find_action (inspector, "conflict.resolve"), g_type_from_name ("RemitConflictHead"));

  g_assert_true (gtk_widget_activate_action (head, action, NULL));
}

static void
test_escalate (DecisionsFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *inspector;
  gint64 conflict;

  add_ladder (f);
  conflict = raise_conflict (f, "Thresholds");
  inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
  g_assert_true (remit_test_shows (inspector, "On rung 1: Ada Lovelace"));
  g_assert_true (remit_test_shows (inspector, "As it was when the conflict was raised"));
  decisions_fixture_remember (f);
  step (inspector, "conflict.escalate");
  answer ("answer");
  check (f, conflict, "escalated on 3");
  g_assert_true (remit_test_shows (inspector, "Escalated to rung 3"));
  g_assert_true (remit_test_shows (inspector, "Passed over, since nobody is there"));
  /* undo says that the log stays */
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  remit_test_settle ();
  check (f, conflict, "open on 1");
  g_assert_nonnull (strstr (remit_test_get_said (f->window), "The log keeps what was written"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
  remit_test_settle ();
  check (f, conflict, "escalated on 3");
}

/* Steps that make no sense in a state are not offered. */
static void
test_offered (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = raise_conflict (f, "Thresholds");
  GtkWidget *inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
  GtkWidget *head = remit_test_find (inspector, g_type_from_name ("RemitConflictHead"));

  g_assert_true (gtk_widget_get_visible (get_child (head, "resolve")));
  /* it was raised without a ladder */
  g_assert_false (gtk_widget_get_visible (get_child (head, "escalate")));
  g_assert_false (gtk_widget_get_visible (get_child (head, "reopen")));
  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "", NULL));
  remit_test_settle ();
  g_assert_false (gtk_widget_get_visible (get_child (head, "resolve")));
  g_assert_false (gtk_widget_get_visible (get_child (head, "escalate")));
  g_assert_true (gtk_widget_get_visible (get_child (head, "reopen")));
}

/* A conflict may be of several teams. */
static void
test_teams (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = raise_conflict (f, "Thresholds");
  GtkWidget *inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
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

/* A conflict that is about to be resolved: by a compromise, in words. */
static GtkWidget *
begin_to_resolve (GtkWidget *inspector)
{
  GtkWidget *dialog;

  step (inspector, "conflict.resolve");
  dialog = remit_test_wait_for_window (REMIT_TYPE_RESOLVE_DIALOG);
  adw_combo_row_set_selected (get_child (dialog, "mode"), 2);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (dialog, "text")), "Half of each",
                            -1);
  return dialog;
}

static void
accept (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static void
test_resolve (DecisionsFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict;
  GtkWidget *inspector, *dialog;

  add_ladder (f);
  conflict = raise_conflict (f, "Thresholds");
  inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
  dialog = begin_to_resolve (inspector);
  adw_combo_row_set_selected (get_child (dialog, "ends_in"), 1);
  gtk_editable_set_text (get_child (dialog, "new_title"), "Half of each");
  decisions_fixture_remember (f);
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  remit_test_settle ();
  check (f, conflict, "resolved on 1");
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION), ==, 4);
  /* conflict, decision and log are one thread */
  g_assert_true (remit_test_shows (inspector, "Half of each"));
}

/* A title of blanks is no title. */
static void
test_resolve_untitled (DecisionsFixture *f,
                       gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;
  gint64 conflict;

  add_ladder (f);
  conflict = raise_conflict (f, "Thresholds");
  dialog = begin_to_resolve (inspect (f, REMIT_KIND_CONFLICT, conflict));
  adw_combo_row_set_selected (get_child (dialog, "ends_in"), 1);
  gtk_editable_set_text (get_child (dialog, "new_title"), "  ");
  accept (dialog);
  g_assert_true (remit_test_shows (dialog, "Say which decision it ends in"));
  g_assert_cmpstr (remit_test_get_said (f->window), ==, "Say which decision it ends in");
  check (f, conflict, "open on 1");

  gtk_editable_set_text (get_child (dialog, "new_title"), " Half of each ");
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  check (f, conflict, "resolved on 1");
  g_assert_nonnull (remit_design_find (f->workspace, REMIT_KIND_DECISION, f->plan, "Half of each",
                                       NULL));
}

/* Who is made accountable while another program writes keeps what that one has given. */
static void
test_resolve_later (DecisionsFixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) right = remit_right_create (f->plan, f->release, REMIT_KIND_SLOT, f->data,
                                                      REMIT_LETTER_C);
  g_auto (RemitTestOther) other = { NULL };
  GtkWidget *dialog;
  gint64 conflict;

  add_ladder (f);
  conflict = raise_conflict (f, "Thresholds");
  dialog = begin_to_resolve (inspect (f, REMIT_KIND_CONFLICT, conflict));
  adw_combo_row_set_selected (get_child (dialog, "ends_in"), 2);
  g_signal_emit_by_name (get_child (dialog, "decision_picker"), "picked", f->release);
  g_signal_emit_by_name (get_child (dialog, "accountable_picker"), "picked", f->data);
  remit_test_other_hold (&other, f->window);
  accept (dialog);
  remit_test_wait_for_no_window (REMIT_TYPE_RESOLVE_DIALOG);
  check (f, conflict, "open on 1");

  g_assert_true (remit_edit_insert (other.edit, right, NULL));
  g_assert_true (remit_edit_commit (other.edit, NULL));
  remit_test_other_release (&other);
  remit_test_wait_until_made (f->window);
  check (f, conflict, "resolved on 1");
  assert_letters (f, f->release, REMIT_KIND_SLOT, f->data, "R/A/C");
}

/* ── Raising ──────────────────────────────────────────────────────────────────────────────── */

static void
test_raise (DecisionsFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;

  add_ladder (f);
  show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_SLOT, f->ml);
  dialog = remit_test_wait_for_window (REMIT_TYPE_RAISE_DIALOG);
  /* what follows from the slot is there: its team, and who is in it */
  g_assert_true (remit_test_shows (dialog, "Alpha"));
  g_assert_true (remit_test_shows (dialog, "Ada Lovelace"));
  gtk_editable_set_text (get_child (dialog, "name"), "Thresholds");
  decisions_fixture_remember (f);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_RAISE_DIALOG);
  remit_test_settle ();
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT), ==, 1);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_PARTY), ==, 1);
  g_assert_true (remit_test_shows (show (f), "Thresholds"));
}

/* Without a name there is no conflict: the dialog says so, and stays. */
static void
test_raise_refused (DecisionsFixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog;

  show (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.raise-conflict", "(ix)",
                              (int) REMIT_KIND_NONE, (gint64) 0);
  dialog = remit_test_wait_for_window (REMIT_TYPE_RAISE_DIALOG);
  g_assert_true (remit_test_shows (dialog, "There is none: it will have no clock"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  remit_test_settle ();
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "problem")));
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_CONFLICT), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* ── Ladders ──────────────────────────────────────────────────────────────────────────────── */

static void
test_ladder (DecisionsFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 ladder = add_ladder (f);
  GtkWidget *inspector = inspect (f, REMIT_KIND_LADDER, ladder);
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
  gint64 ladder = add_ladder (f);
  GtkWidget *inspector = inspect (f, REMIT_KIND_LADDER, ladder);
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
  gint64 conflict = raise_conflict (f, "Labels");
  GtkWidget *inspector;
  int minimum;

  add_party (f, conflict, "Ada", "Leave them out: the model does not need them");
  add_party (f, conflict, "Bert", "Label them again: they are what it is for");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1240, 800);
  inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
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
  gint64 conflict = raise_conflict (f, "Labels");
  GtkWidget *inspector;
  GtkWidget *button;

  g_assert_true (
    remit_settle_step (f->workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0, whole, NULL));
  inspector = inspect (f, REMIT_KIND_CONFLICT, conflict);
  g_assert_false (remit_test_shows (inspector, "to the end"));
  button = gtk_widget_get_ancestor (remit_test_find_text (inspector, "Show All of It"),
                                    GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (remit_test_shows (inspector, "to the end"));
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  remit_test_settle ();
  g_assert_true (remit_test_shows (inspector, "Taken back by a later entry"));
  g_assert_cmpuint (remit_test_count (inspector, REMIT_TYPE_LOG_ROW), ==, 3);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, DecisionsFixture, NULL, set_up, test, tear_down)
  ADD ("/conflicts/empty", test_empty);
  ADD ("/conflicts/list", test_list);
  ADD ("/conflicts/order", test_order);
  ADD ("/conflicts/filter", test_filter);
  ADD ("/conflicts/row", test_row);
  ADD ("/conflicts/long", test_long);
  ADD ("/conflicts/search", test_search);
  ADD ("/conflicts/charts", test_charts);
  ADD ("/conflicts/escalate", test_escalate);
  ADD ("/conflicts/offered", test_offered);
  ADD ("/conflicts/teams", test_teams);
  ADD ("/conflicts/resolve", test_resolve);
  ADD ("/conflicts/resolve-untitled", test_resolve_untitled);
  ADD ("/conflicts/resolve-later", test_resolve_later);
  ADD ("/conflicts/raise", test_raise);
  ADD ("/conflicts/raise-refused", test_raise_refused);
  ADD ("/conflicts/ladder", test_ladder);
  ADD ("/conflicts/earlier", test_earlier);
  ADD ("/conflicts/parties", test_parties);
  ADD ("/conflicts/story", test_story);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
