/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the history's view: pages, what is new, what was undone, search, details, verify. */
#include <sqlite3.h>
#include <string.h>

#include "history/remit-history-filter-bar.h"
#include "history/remit-history-item.h"
#include "history/remit-history-model.h"
#include "history/remit-history-row.h"
#include "history/remit-history-verifier.h"
#include "history/remit-history-view.h"
#include "inspector/remit-inspector.h"
#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"

/* More than a list view keeps rows. */
#define MANY 250

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitStore *store;
  GtkWidget *view;
  GListModel *entries;
} Fixture;

/* An edit with a label of its own: a person of that name. */
static gint64
add_person (RemitStore *store,
            const char *name,
            const char *label)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, label, NULL);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  g_assert_true (remit_edit_insert (edit, record, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  return remit_record_get_id (record);
}

/* What was done before the window was opened. */
static void
fill (const char *folder,
      int n)
{
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %d", i);
      g_autofree char *label = g_strdup_printf ("Edit %d", i);

      add_person (store, name, label);
    }
}

static GtkWidget *
get_child (Fixture *fixture,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->view, REMIT_TYPE_HISTORY_VIEW, name));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fill (fixture->folder, GPOINTER_TO_INT (data));
  fixture->window = remit_test_app_open (fixture->folder);
  fixture->workspace = remit_window_get_workspace (fixture->window);
  fixture->store = remit_workspace_get_store (fixture->workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "history");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_HISTORY_VIEW);
  fixture->entries = G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (get_child (fixture, "list"))));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_app_close (fixture->window);
  remit_test_remove_folder (fixture->folder);
}

typedef struct {
  GListModel *entries;
  guint n;
} Awaited;

static gboolean
has_entries (gpointer data)
{
  Awaited *awaited = data;

  return g_list_model_get_n_items (awaited->entries) == awaited->n;
}

static void
wait_for_entries (Fixture *fixture,
                  guint n)
{
  Awaited awaited = { fixture->entries, n };

  remit_test_wait (has_entries, &awaited);
  remit_test_settle ();
}

/* Returns: (transfer full): the model keeps what is shown or expanded, and nothing else */
static RemitHistoryItem *
ref_item (Fixture *fixture,
          guint position)
{
  RemitHistoryItem *item = g_list_model_get_item (fixture->entries, position);

  g_assert_nonnull (item);
  return item;
}

static gboolean
has_heading (Fixture *fixture,
             guint position)
{
  g_autoptr (RemitHistoryItem) item = ref_item (fixture, position);

  return remit_history_item_get_heading (item);
}

static gboolean
is_undone (Fixture *fixture,
           guint position)
{
  g_autoptr (RemitHistoryItem) item = ref_item (fixture, position);

  return remit_history_item_get_undone (item);
}

static char *
dup_sentence (Fixture *fixture,
              guint position)
{
  g_autoptr (RemitHistoryItem) item = ref_item (fixture, position);

  return remit_history_entry_dup_sentence (remit_history_item_get_entry (item));
}

#define assert_sentence(fixture, position, text)                        \
  G_STMT_START                                                          \
    {                                                                   \
      g_autofree char *sentence_ = dup_sentence (fixture, position);    \
      g_assert_cmpstr (sentence_, ==, text);                            \
    }                                                                   \
  G_STMT_END

static void
rename_person (Fixture *fixture,
               gint64 id,
               const char *name)
{
  g_autoptr (RemitEdit) edit = remit_test_begin (fixture->workspace, "Rename");

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, id, REMIT_PERSON_NAME, name, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

/* What a click on a row, or Enter, does. */
static void
activate (Fixture *fixture,
          guint position)
{
  g_signal_emit_by_name (get_child (fixture, "list"), "activate", position);
  remit_test_settle ();
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (remit_test_shows (fixture->view, "No Changes Yet"));
  add_person (fixture->store, "Ada", "Somebody came");
  remit_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (fixture->entries), ==, 1);
  assert_sentence (fixture, 0, "Somebody came");
  g_assert_true (remit_test_shows (fixture->view, "Today"));
  g_assert_true (remit_test_shows (fixture->view, "just now"));
}

/* Goes towards the end page by page, until its rows are there. */
static gboolean
shows_first (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *scrolled = get_child (fixture, "scrolled");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + gtk_adjustment_get_page_size (adjustment));
  return remit_test_shows (fixture->view, "Edit 1");
}

/* All are there at once; rows only for what is seen. */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (fixture->entries), ==, MANY);
  assert_sentence (fixture, 0, "Edit 250");

  remit_test_wait (shows_first, fixture);
  assert_sentence (fixture, MANY - 1, "Edit 1");
  g_assert_cmpuint (remit_test_count (fixture->view, REMIT_TYPE_HISTORY_ROW), <, MANY);
}

/* What another process writes comes to the top as what is done here does. */
static void
test_other_process (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) other = remit_store_open (remit_window_get_path (fixture->window),
                                                   REMIT_STORE_NO_FLAGS, &error);

  g_assert_no_error (error);
  add_person (fixture->store, "Ada", "Here");
  add_person (other, "Grace", "Elsewhere");
  wait_for_entries (fixture, 2);
  assert_sentence (fixture, 0, "Elsewhere");
  assert_sentence (fixture, 1, "Here");
  g_assert_true (has_heading (fixture, 0));
  g_assert_false (has_heading (fixture, 1));
}

static void
assert_undone (Fixture *fixture,
               const char *pattern)
{
  g_assert_cmpuint (g_list_model_get_n_items (fixture->entries), ==, strlen (pattern));
  for (guint i = 0; pattern[i] != '\0'; i++)
    g_assert_cmpint (is_undone (fixture, i), ==, pattern[i] == 'x');
}

/* What was taken back bears a mark, and loses it when it is done again. */
static void
test_undone (Fixture *fixture,
             gconstpointer data)
{
  add_person (fixture->store, "Ada", "First");
  add_person (fixture->store, "Grace", "Second");
  assert_undone (fixture, "--");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_undone (fixture, "-x-");
  assert_sentence (fixture, 0, "Undo: Second");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_undone (fixture, "--xx");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_undone (fixture, "-x-x-");
  remit_test_settle ();
  g_assert_true (remit_test_shows (fixture->view, "Undone"));
}

static void
search (Fixture *fixture,
        const char *words,
        guint found)
{
  GtkWidget *entry = get_child (fixture, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  wait_for_entries (fixture, found);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  /* all of them, in any order and case: 17, 117, 217, and 170 to 179 */
  search (fixture, "17 eDiT", 13);
  assert_sentence (fixture, 0, "Edit 217");
  assert_sentence (fixture, 12, "Edit 17");
  g_assert_true (has_heading (fixture, 0));

  search (fixture, "nowhere", 0);
  remit_test_wait_for_text (fixture->view, "No Matching Changes");
  /* of what is new, that which fits comes in */
  add_person (fixture->store, "Ada", "Somebody came");
  add_person (fixture->store, "Grace", "From nowhere");
  wait_for_entries (fixture, 1);
  assert_sentence (fixture, 0, "From nowhere");

  g_signal_emit_by_name (get_child (fixture, "search"), "stop-search");
  search (fixture, "", MANY + 2);
  search (fixture, "not there", 0);
  remit_test_wait_for_text (fixture->view, "No Matching Changes");
  g_signal_emit_by_name (remit_test_find_action (fixture->view, "history.clear-filters"),
                         "clicked");
  wait_for_entries (fixture, MANY + 2);
  assert_sentence (fixture, 1, "Somebody came");
}

static void
test_details (Fixture *fixture,
              gconstpointer data)
{
  gint64 ada = add_person (fixture->store, "Ada", "Somebody came");
  GtkWidget *link;

  rename_person (fixture, ada, "Ada Lovelace");
  remit_test_settle ();
  activate (fixture, 0);
  g_assert_true (remit_test_shows (fixture->view, "Name:  Ada  →  Ada Lovelace"));
  g_assert_true (remit_test_shows (fixture->view, "Entry 2, hash "));

  /* it leads to what it is of */
  link = remit_test_find_action (fixture->view, "win.inspect");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  remit_test_settle ();
  g_assert_true (remit_test_shows (
    remit_test_find (GTK_WIDGET (fixture->window), REMIT_TYPE_INSPECTOR), "Ada Lovelace"));

  activate (fixture, 0);
  g_assert_null (remit_test_find_action (fixture->view, "win.inspect"));
}

/* What is gone can't be shown; when it comes back, it can. */
static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  add_person (fixture->store, "Ada", "Somebody came");
  remit_test_settle ();
  activate (fixture, 0);
  g_assert_nonnull (remit_test_find_action (fixture->view, "win.inspect"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  remit_test_settle ();
  g_assert_null (remit_test_find_action (fixture->view, "win.inspect"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  remit_test_settle ();
  g_assert_nonnull (remit_test_find_action (fixture->view, "win.inspect"));
}

static gboolean
has_details (gpointer item)
{
  return remit_history_item_get_details (item) != NULL;
}

/* Read by a worker; counted, with the first of its changes. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RemitHistoryItem) item = NULL;

  remit_test_add_people (fixture->store, 5000);
  remit_test_settle ();
  g_signal_emit_by_name (get_child (fixture, "list"), "activate", 0);
  g_assert_true (remit_test_shows (fixture->view, "Reading changes…"));
  item = ref_item (fixture, 0);
  remit_test_wait (has_details, item);
  remit_test_settle ();
  g_assert_true (remit_test_shows (fixture->view, "5,000")
                 || remit_test_shows (fixture->view, "5000"));
  g_assert_true (remit_test_shows (fixture->view, "more…"));
}

static gboolean
is_verified (gpointer verifier)
{
  return !remit_history_verifier_is_busy (verifier);
}

static GtkWidget *
verify (Fixture *fixture)
{
  GtkWidget *verifier = remit_test_find (fixture->view, REMIT_TYPE_HISTORY_VERIFIER);

  gtk_widget_activate_action (fixture->view, "history.verify", NULL);
  g_assert_true (remit_history_verifier_is_busy (REMIT_HISTORY_VERIFIER (verifier)));
  remit_test_wait (is_verified, verifier);
  remit_test_settle ();
  return verifier;
}

static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_nonnull (remit_test_find_text (verify (fixture), "The history is empty"));
  add_person (fixture->store, "Ada", "First");
  g_assert_nonnull (remit_test_find_text (verify (fixture), "History verified: one change, "
                                                            "unmodified"));
  add_person (fixture->store, "Grace", "Second");
  g_assert_nonnull (remit_test_find_text (verify (fixture),
                                          "History verified: 2 changes, unmodified"));
  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  g_assert_true (remit_test_shows (fixture->view, hash));
}

static void
write_by_hand (Fixture *fixture,
               const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (remit_window_get_path (fixture->window), &db), ==, SQLITE_OK);
  remit_test_tamper (db, sql);
  sqlite3_close (db);
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *verifier;

  add_person (fixture->store, "Ada", "First");
  add_person (fixture->store, "Grace", "Second");
  add_person (fixture->store, "Joan", "Third");
  write_by_hand (fixture, "UPDATE history SET label = 'Nothing' WHERE seq = 2;");
  verifier = verify (fixture);
  g_assert_nonnull (remit_test_find_text (verifier, "Entry 2 of "));
  g_assert_true (remit_test_shows (verifier, "“Nothing”"));

  write_by_hand (fixture, "DELETE FROM history WHERE seq = 2;");
  g_assert_nonnull (remit_test_find_text (verify (fixture), "Entry 2 is missing"));
}

static GtkWidget *
compare (Fixture *fixture,
         const char *path)
{
  GtkWidget *verifier = remit_test_find (fixture->view, REMIT_TYPE_HISTORY_VERIFIER);

  gtk_widget_activate_action (fixture->view, "history.compare-file", "^ay", path);
  remit_test_wait (is_verified, verifier);
  remit_test_settle ();
  return verifier;
}

static void
write_anchor (const char *path,
              gint64 length,
              const char *hash)
{
  g_autofree char *text = g_strdup_printf (
    "<plan xmlns='urn:remit:plan:1' format='1.0' id='0000000000000007' name='Plan'>"
    "<history length='%" G_GINT64_FORMAT "' head='%s'/></plan>", length, hash);

  g_file_set_contents (path, text, -1, NULL);
}

/* A plan that was exported once tells whether the whole history was rewritten since. */
static void
test_compare (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (remit_window_get_path (fixture->window));
  g_autofree char *path = g_build_filename (folder, "exported.xml", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *other = g_strnfill (64, 'a');
  gint64 length;

  add_person (fixture->store, "Ada", "First");
  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  add_person (fixture->store, "Grace", "Second");
  write_anchor (path, length, hash);
  g_assert_nonnull (remit_test_find_text (compare (fixture, path),
                                          "contains the state of “exported.xml”, after change 1"));
  write_anchor (path, length, other);
  g_assert_nonnull (remit_test_find_text (compare (fixture, path), "does not contain the state"));
  g_file_set_contents (path, "no plan", -1, NULL);
  g_assert_nonnull (remit_test_find_text (compare (fixture, path),
                                          "Cannot verify the history"));
}

/* Closing the words, also before it has ended, and another workspace end it. */
static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *verifier = remit_test_find (fixture->view, REMIT_TYPE_HISTORY_VERIFIER);
  GtkWidget *revealer = remit_test_find (verifier, GTK_TYPE_REVEALER);

  gtk_widget_activate_action (fixture->view, "history.verify", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  gtk_widget_activate_action (fixture->view, "history.close-verdict", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_false (remit_history_verifier_is_busy (REMIT_HISTORY_VERIFIER (verifier)));
  remit_test_settle ();
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

/* ── An audit trail ───────────────────────────────────────────────────────────────────────── */

static void
choose (Fixture *fixture,
        const char *name,
        guint position)
{
  GtkWidget *bar = get_child (fixture, "filter_bar");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_template_child (
                                bar, REMIT_TYPE_HISTORY_FILTER_BAR, name)),
                              position);
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *bar = get_child (fixture, "filter_bar");
  GtkEditable *from = GTK_EDITABLE (gtk_widget_get_template_child (
    bar, REMIT_TYPE_HISTORY_FILTER_BAR, "from"));
  gint64 plan;

  add_person (fixture->store, "Ada", "First");
  plan = remit_test_add_plan (fixture->store, "Churn");
  remit_test_settle ();
  g_assert_true (remit_design_change (fixture->workspace, REMIT_KIND_PLAN, plan,
                                      REMIT_PLAN_PURPOSE, "To keep them", NULL));
  wait_for_entries (fixture, 3);
  choose (fixture, "plan", 1);
  wait_for_entries (fixture, 1);
  choose (fixture, "plan", 0);
  choose (fixture, "when", 1);
  wait_for_entries (fixture, 3);
  /* between two days */
  choose (fixture, "when", 5);
  gtk_editable_set_text (from, "2999-01-01");
  wait_for_entries (fixture, 0);
  remit_test_wait_for_text (fixture->view, "No Matching Changes");
  gtk_editable_set_text (from, "soon");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (from), "error"));
  wait_for_entries (fixture, 3);
  choose (fixture, "when", 0);
}

/* No other plan takes the place of the chosen one when that goes. */
static void
test_plan_goes (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *bar = get_child (fixture, "filter_bar");
  GtkDropDown *plans = GTK_DROP_DOWN (gtk_widget_get_template_child (
    bar, REMIT_TYPE_HISTORY_FILTER_BAR, "plan"));
  gint64 plan = remit_test_add_plan (fixture->store, "Churn");

  remit_test_add_plan (fixture->store, "Fraud");
  wait_for_entries (fixture, 2);
  choose (fixture, "plan", 1);
  wait_for_entries (fixture, 0);
  g_assert_true (remit_design_delete (fixture->workspace, REMIT_KIND_PLAN, plan, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (plans), ==, 0);
  wait_for_entries (fixture, 3);

  /* nor does it move with the place of its own */
  choose (fixture, "plan", 1);
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpstr (remit_entity_get_text (gtk_drop_down_get_selected_item (plans),
                                          REMIT_PLAN_NAME),
                   ==, "Fraud");
}

/* All that happened to one entity, from where its details are. */
static void
test_story (Fixture *fixture,
            gconstpointer data)
{
  gint64 ada = add_person (fixture->store, "Ada", "First");

  add_person (fixture->store, "Grace", "Second");
  rename_person (fixture, ada, "Ada Lovelace");
  wait_for_entries (fixture, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-story", "(ix)",
                              (int) REMIT_KIND_PERSON, ada);
  wait_for_entries (fixture, 2);
  g_assert_true (remit_test_shows (fixture->view, "Person: Ada Lovelace"));
  g_signal_emit_by_name (
    gtk_widget_get_ancestor (remit_test_find_text (fixture->view, "Person: Ada Lovelace"),
                             GTK_TYPE_BUTTON), "clicked");
  wait_for_entries (fixture, 3);
}

/* From an entry to what took it back, and the other way. */
static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  add_person (fixture->store, "Ada", "First");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for_entries (fixture, 2);
  activate (fixture, 0);
  g_assert_true (remit_test_shows (fixture->view, "Reverts entry 1"));
  activate (fixture, 0);
  activate (fixture, 1);
  g_assert_true (remit_test_shows (fixture->view, "Reverted by entry 2"));
  search (fixture, "First", 2);
  search (fixture, "Undo", 1);
  gtk_widget_activate_action (fixture->view, "history.go-to", "x", (gint64) 1);
  wait_for_entries (fixture, 2);
}

/* ── Searching, and going to an entry ─────────────────────────────────────────────────────── */

/* Every entry once, the newest first. */
static void
assert_falling (Fixture *fixture)
{
  gint64 above = G_MAXINT64;

  for (guint i = 0; i < g_list_model_get_n_items (fixture->entries); i++)
    {
      g_autoptr (RemitHistoryItem) item = ref_item (fixture, i);
      gint64 seq = remit_history_item_get_entry (item)->seq;

      g_assert_cmpint (seq, <, above);
      above = seq;
    }
}

/* Others write, and another filter is chosen, before a search has ended. */
static void
test_meanwhile (Fixture *fixture,
                gconstpointer data)
{
  RemitHistoryModel *model = REMIT_HISTORY_MODEL (gtk_widget_get_template_child (
    fixture->view, REMIT_TYPE_HISTORY_VIEW, "model"));
  GtkEditable *entry = GTK_EDITABLE (get_child (fixture, "search"));
  g_autoptr (RemitStore) other = remit_test_open_new (remit_window_get_path (fixture->window));
  RemitHistoryFilter filter = { .words = (char *) "person" };

  remit_history_model_set_filter (model, &filter);
  g_assert_true (remit_history_model_is_loading (model));
  add_person (other, "Person 251", "Elsewhere");
  filter.words = (char *) "elsewhere";
  remit_history_model_set_filter (model, &filter);
  add_person (other, "Person 252", "Elsewhere, too");
  add_person (fixture->store, "Person 253", "Here");
  wait_for_entries (fixture, 2);
  g_assert_false (remit_history_model_is_loading (model));

  gtk_editable_set_text (entry, "person");
  wait_for_entries (fixture, MANY + 3);
  assert_falling (fixture);
  assert_sentence (fixture, 0, "Here");
  assert_sentence (fixture, 1, "Elsewhere, too");

  /* an undo of somebody else marks what is found */
  filter.words = (char *) "here";
  remit_history_model_set_filter (model, &filter);
  wait_for_entries (fixture, 3);
  g_assert_true (remit_history_undo (other, REMIT_HISTORY_UNDO, 0, NULL));
  wait_for_entries (fixture, 4);
  assert_undone (fixture, "-x--");
  g_assert_true (remit_history_undo (other, REMIT_HISTORY_REDO, 0, NULL));
  wait_for_entries (fixture, 5);
  assert_undone (fixture, "-x---");
}

static void
go_to (Fixture *fixture,
       gint64 seq)
{
  gtk_widget_activate_action (fixture->view, "history.go-to", "x", seq);
}

static void
test_go_to (Fixture *fixture,
            gconstpointer data)
{
  g_assert_false (remit_test_shows (fixture->view, "Edit 20"));
  go_to (fixture, 1);
  remit_test_wait_for_text (fixture->view, "Edit 1");
  go_to (fixture, MANY);
  remit_test_wait_for_text (fixture->view, "Edit 250");

  /* there is none, and what is seen stays */
  go_to (fixture, MANY + 1);
  remit_test_settle ();
  g_assert_true (remit_test_shows (fixture->view, "Edit 250"));

  /* one that the filter hides; while it searches, too */
  search (fixture, "nowhere", 0);
  go_to (fixture, 1);
  remit_test_wait_for_text (fixture->view, "Edit 1");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->entries), ==, MANY);
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "search")), "nowhere");
  go_to (fixture, MANY);
  remit_test_wait_for_text (fixture->view, "Edit 250");
}

/* What is expanded stays so out of sight. */
static void
test_expanded (Fixture *fixture,
               gconstpointer data)
{
  activate (fixture, 0);
  g_assert_true (remit_test_shows (fixture->view, "Entry 250, hash "));
  go_to (fixture, 1);
  remit_test_wait_for_text (fixture->view, "Edit 1");
  go_to (fixture, MANY);
  remit_test_wait_for_text (fixture->view, "Entry 250, hash ");
}

/* A row that somebody removed by hand is told of, in the list and in its details. */
static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  add_person (fixture->store, "Ada", "First");
  add_person (fixture->store, "Grace", "Second");
  search (fixture, "nowhere", 0);
  write_by_hand (fixture, "DELETE FROM history WHERE seq = 1;");
  search (fixture, "", 2);
  assert_sentence (fixture, 0, "Second");
  assert_sentence (fixture, 1, "Cannot read entry 1");
  activate (fixture, 1);
  g_assert_true (remit_test_shows (fixture->view, "The history has no entry 1"));
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
#define ADD_MANY(path, test) \
  g_test_add (path, Fixture, GINT_TO_POINTER (MANY), set_up, test, tear_down)
  ADD ("/history/empty", test_empty);
  ADD_MANY ("/history/rows", test_rows);
  ADD ("/history/other-process", test_other_process);
  ADD ("/history/undone", test_undone);
  ADD_MANY ("/history/search", test_search);
  ADD ("/history/details", test_details);
  ADD ("/history/gone", test_gone);
  ADD ("/history/large", test_large);
  ADD ("/history/whole", test_whole);
  ADD ("/history/broken", test_broken);
  ADD ("/history/compare", test_compare);
  ADD_MANY ("/history/cancel", test_cancel);
  ADD ("/history/filter", test_filter);
  ADD ("/history/plan-goes", test_plan_goes);
  ADD ("/history/story", test_story);
  ADD ("/history/links", test_links);
  ADD_MANY ("/history/meanwhile", test_meanwhile);
  ADD_MANY ("/history/go-to", test_go_to);
  ADD_MANY ("/history/expanded", test_expanded);
  ADD ("/history/missing", test_missing);
#undef ADD
#undef ADD_MANY
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
