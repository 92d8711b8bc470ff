/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the dialog that suggests staffing: its rows, what the user decides, taking it. */
#include "board-fixture.h"
#include "board/dialogs/remit-suggest-dialog.h"
#include "board/dialogs/remit-suggest-list.h"
#include "board/over/remit-suggest-bar.h"

static gpointer
get_child (GtkWidget *dialog,
           const char *name)
{
  return gtk_widget_get_template_child (dialog, REMIT_TYPE_SUGGEST_DIALOG, name);
}

static gboolean
is_ready (gpointer dialog)
{
  return !gtk_widget_get_visible (get_child (dialog, "progress"));
}

/* Returns: the dialog, when it is done looking */
static GtkWidget *
wait_for_dialog (void)
{
  GtkWidget *dialog = remit_test_wait_for_window (REMIT_TYPE_SUGGEST_DIALOG);

  remit_test_wait (is_ready, dialog);
  remit_test_settle ();
  return dialog;
}

/* For the whole plan. */
static GtkWidget *
open_dialog (BoardFixture *f)
{
  board_fixture_remember (f);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "view.suggest-staffing", "(xx)", (gint64) 0,
                              (gint64) 0);
  return wait_for_dialog ();
}

static RemitSuggestList *
get_list (GtkWidget *dialog)
{
  return get_child (dialog, "list");
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (REMIT_TYPE_SUGGEST_DIALOG);
}

static guint
count_taken (GtkWidget *dialog)
{
  g_autoptr (GArray) taken = remit_suggest_list_dup_taken (get_list (dialog));

  return taken->len;
}

/* Returns: who is taken for a slot, or 0 */
static gint64
get_taken (GtkWidget *dialog,
           gint64 slot)
{
  g_autoptr (GArray) taken = remit_suggest_list_dup_taken (get_list (dialog));

  for (guint i = 0; i < taken->len; i++)
    if (g_array_index (taken, RemitSuggestRow, i).slot == slot)
      return g_array_index (taken, RemitSuggestRow, i).person;
  return 0;
}

static void
assign (GtkWidget *dialog)
{
  g_signal_emit_by_name (get_child (dialog, "take"), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_SUGGEST_DIALOG);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
test_rows (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);

  g_assert_cmpint (get_taken (dialog, f->ml), ==, f->ada);
  g_assert_true (remit_test_shows (dialog, "ML engineer"));
  g_assert_true (remit_test_shows (dialog, "Ada Lovelace"));
  g_assert_true (remit_test_shows (dialog, "Has SQL\u00a03"));
  g_assert_true (remit_test_shows (dialog, "vacancies filled"));
  close_dialog (dialog);
  board_fixture_check_same (f);
}

/* The board goes there, and the dialog stays. */
static void
test_show (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);

  g_signal_emit_by_name (get_list (dialog), "show-slot", f->product);
  remit_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window))
                 == board_fixture_card (f, f->product));
  g_assert_cmpint (get_taken (dialog, f->ml), ==, f->ada);
  close_dialog (dialog);
}

/* What is taken is one edit; what is not, stays. */
static void
test_assign (BoardFixture *f,
             gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);
  GtkWidget *check = remit_test_find (dialog, GTK_TYPE_CHECK_BUTTON);
  guint n = count_taken (dialog);

  g_assert_cmpuint (n, >=, 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpuint (count_taken (dialog), ==, n - 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (count_taken (dialog), ==, n);
  assign (dialog);
  remit_test_wait_until_said (f->window, "as suggested");
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), !=, 0);
  board_fixture_check_undo (f);
}

static void
test_decide (BoardFixture *f,
             gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);
  GtkWidget *pinned = get_child (dialog, "pinned");

  g_assert_false (gtk_widget_get_visible (pinned));
  g_signal_emit_by_name (get_list (dialog), "pin", f->ada, f->ml, TRUE);
  remit_test_wait (is_ready, dialog);
  g_assert_cmpint (get_taken (dialog, f->ml), !=, f->ada);
  g_assert_true (gtk_widget_get_visible (pinned));
  g_assert_true (remit_test_shows (dialog, "1 choice of yours"));
  g_signal_emit_by_name (get_list (dialog), "pin", f->cleo, f->ml, FALSE);
  remit_test_wait (is_ready, dialog);
  g_assert_true (remit_test_shows (dialog, "2 choices of yours"));
  g_signal_emit_by_name (remit_test_find (pinned, GTK_TYPE_BUTTON), "clicked");
  remit_test_wait (is_ready, dialog);
  g_assert_cmpint (get_taken (dialog, f->ml), ==, f->ada);
  g_assert_false (gtk_widget_get_visible (pinned));
  close_dialog (dialog);
}

/* What somebody else has done meanwhile is told, and nothing is done. */
static void
test_refused (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f);

  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->ben, 100);
  remit_test_refresh (f->workspace);
  board_fixture_remember (f);
  assign (dialog);
  remit_test_wait_until_said (f->window, "was filled meanwhile");
  board_fixture_check_same (f);
}

/* ── What it is about ─────────────────────────────────────────────────────────────────────── */

/* The key takes the slot that the cursor is on, or the team. */
static void
test_key (BoardFixture *f,
          gconstpointer data)
{
  GtkWidget *dialog;

  remit_board_show (f->board, f->ml);
  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_f, 0));
  dialog = wait_for_dialog ();
  g_assert_cmpuint (count_taken (dialog), ==, 1);
  g_assert_cmpint (get_taken (dialog, f->ml), ==, f->ada);
  close_dialog (dialog);
  remit_board_show (f->board, f->alpha);
  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_f, 0));
  dialog = wait_for_dialog ();
  g_assert_cmpuint (count_taken (dialog), ==, 2);
  close_dialog (dialog);
}

static void
test_nothing (BoardFixture *f,
              gconstpointer data)
{
  GtkWidget *dialog;
  const gint64 slots[] = { f->ml, f->data, f->product };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, slots[i], f->ben,
                               100);
  remit_test_refresh (f->workspace);
  dialog = open_dialog (f);
  g_assert_true (remit_test_shows (dialog, "No Vacant Slots"));
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "take")));
  close_dialog (dialog);
}

/* Also while it is looking. */
static void
test_close (BoardFixture *f,
            gconstpointer data)
{
  board_fixture_remember (f);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "view.suggest-staffing", "(xx)", (gint64) 0,
                              (gint64) 0);
  close_dialog (remit_test_wait_for_window (REMIT_TYPE_SUGGEST_DIALOG));
  board_fixture_check_same (f);
}

/* It goes with the plan that it is about. */
static void
test_other_plan (BoardFixture *f,
                 gconstpointer data)
{
  open_dialog (f);
  remit_window_set_plan (f->window, 0);
  remit_test_wait_for_no_window (REMIT_TYPE_SUGGEST_DIALOG);
  /* its views went with it */
  remit_window_set_plan (f->window, f->plan);
  remit_test_settle ();
  f->board = REMIT_BOARD (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_BOARD));
  f->pool = REMIT_POOL (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_POOL));
}

/* ── On the board ─────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
find_bar (BoardFixture *f)
{
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_SUGGEST_BAR);
}

static void
press (BoardFixture *f,
       const char *name)
{
  GObject *button = gtk_widget_get_template_child (find_bar (f), REMIT_TYPE_SUGGEST_BAR, name);

  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (button)));
  g_signal_emit_by_name (button, "clicked");
}

static const RemitBoardGhost *
get_ghost (BoardFixture *f,
           gint64 slot)
{
  GPtrArray *ghosts = remit_board_ghosts_get (remit_board_get_ghosts (f->board), slot);

  g_assert_nonnull (ghosts);
  g_assert_cmpuint (ghosts->len, ==, 1);
  return ghosts->pdata[0];
}

static void
lay_over (BoardFixture *f)
{
  GtkWidget *dialog = open_dialog (f);

  g_signal_emit_by_name (get_child (dialog, "lay_over"), "clicked");
  remit_test_wait_for_no_window (REMIT_TYPE_SUGGEST_DIALOG);
  remit_test_settle ();
  g_assert_nonnull (find_bar (f));
}

static gboolean
has_no_bar (gpointer fixture)
{
  return find_bar (fixture) == NULL;
}

static gboolean
is_data_taken (gpointer fixture)
{
  BoardFixture *f = fixture;
  RemitBoardGhosts *ghosts = remit_board_get_ghosts (f->board);

  return remit_board_ghosts_get (ghosts, f->data) == NULL
         && remit_workspace_get_referring (f->workspace, REMIT_KIND_ASSIGNMENT,
                                           REMIT_ASSIGNMENT_SLOT, f->data)->len == 1;
}

/* People stand at the slots, with a reason, and one is left out by key. */
static void
test_board (BoardFixture *f,
            gconstpointer data)
{
  int before = gtk_widget_get_height (board_fixture_card (f, f->ml));
  GtkWidget *card;

  lay_over (f);
  card = board_fixture_card (f, f->ml);
  g_assert_true (remit_test_shows (card, "Ada Lovelace"));
  g_assert_true (remit_test_shows (card, "Has SQL\u00a03"));
  g_assert_false (remit_test_shows (card, "Vacant"));
  g_assert_cmpint (gtk_widget_get_height (card), >, before);
  remit_board_show (f->board, f->alpha);
  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_n, 0));
  remit_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == card);
  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_t, 0));
  g_assert_false (get_ghost (f, f->ml)->is_selected);
  press (f, "take_selected");
  remit_test_wait (is_data_taken, f);
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), ==, 0);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "Ada Lovelace"));
  board_fixture_check_undo (f);
  g_assert_true (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Escape, 0));
  g_assert_null (find_bar (f));
  g_assert_false (remit_test_shows (board_fixture_card (f, f->ml), "Ada Lovelace"));
  g_assert_false (board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_t, 0));
}

static void
test_board_all (BoardFixture *f,
                gconstpointer data)
{
  lay_over (f);
  press (f, "take_all");
  remit_test_wait_until_said (f->window, "as suggested");
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), !=, 0);
  remit_test_wait (has_no_bar, f);
  g_assert_null (remit_board_get_ghosts (f->board));
  board_fixture_check_undo (f);
}

static gboolean
is_void (gpointer fixture)
{
  BoardFixture *f = fixture;

  return get_ghost (f, f->ml)->problem != NULL;
}

/* What others have done meanwhile makes a suggestion void, and it says so. */
static void
test_board_void (BoardFixture *f,
                 gconstpointer data)
{
  lay_over (f);
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->cleo,
                             100);
  remit_test_refresh (f->workspace);
  remit_test_wait (is_void, f);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "was filled meanwhile"));
  g_assert_true (remit_test_shows (find_bar (f), "1 no longer possible"));
  press (f, "take_all");
  remit_test_wait (is_data_taken, f);
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), ==, 0);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/suggest/rows", test_rows },
    { "/app/board/suggest/show", test_show },
    { "/app/board/suggest/assign", test_assign },
    { "/app/board/suggest/decide", test_decide },
    { "/app/board/suggest/refused", test_refused },
    { "/app/board/suggest/key", test_key },
    { "/app/board/suggest/nothing", test_nothing },
    { "/app/board/suggest/close", test_close },
    { "/app/board/suggest/board", test_board },
    { "/app/board/suggest/board-all", test_board_all },
    { "/app/board/suggest/board-void", test_board_void },
    { "/app/board/suggest/other-plan", test_other_plan },
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
