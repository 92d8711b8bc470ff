/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion on the board: people at the slots that they are suggested for, and what is done with
 * them. */
#include "remit-suggest-bar.h"

#include <glib/gi18n.h>

#include "board/dialogs/remit-suggest-list.h"
#include "remit-suggest-take.h"
#include "store/remit-worker.h"
#include "widgets/remit-feedback.h"

/* @rows: (element-type RemitSuggestRow): without reasons, in the order of the ghosts */
struct _RemitSuggestBar
{
  AdwBin parent_instance;

  RemitBoard *board;
  RemitWorkspace *workspace;
  gint64 plan;
  GArray *rows;
  RemitBoardGhosts *ghosts;
  RemitWorker *worker;
  gboolean is_taking;

  GtkLabel *text;
  GtkButton *take_all;
  GtkButton *take_selected;
};

G_DEFINE_FINAL_TYPE (RemitSuggestBar, remit_suggest_bar, ADW_TYPE_BIN)

static const RemitSuggestRow *
get_row (RemitSuggestBar *self,
         guint i)
{
  return &g_array_index (self->rows, RemitSuggestRow, i);
}

static void
close_bar (RemitSuggestBar *self)
{
  g_signal_emit_by_name (self, "close");
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static void
count (RemitSuggestBar *self,
       guint *n_suggested,
       guint *n_void)
{
  *n_suggested = *n_void = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      *n_suggested += get_row (self, i)->person != 0;
      *n_void += remit_board_ghosts_get_nth (self->ghosts, i)->problem != NULL;
    }
}

static char *
dup_text (RemitSuggestBar *self,
          guint n_suggested,
          guint n_void,
          guint n_selected)
{
  g_autofree char *all = NULL;
  g_autofree char *selected = NULL;
  g_autofree char *gone = NULL;

  /* Translators: for how many of how many vacancies somebody is suggested */
  all = g_strdup_printf (ngettext ("Suggestion for %1$u of %2$u vacancy",
                                   "Suggestion for %1$u of %2$u vacancies", self->rows->len),
                         n_suggested, self->rows->len);
  /* Translators: how many suggestions are selected */
  selected = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);
  if (n_void == 0)
    return g_strdup_printf ("%s · %s", all, selected);
  gone = g_strdup_printf (ngettext ("%u no longer possible", "%u no longer possible", n_void),
                          n_void);
  return g_strdup_printf ("%s · %s · %s", all, selected, gone);
}

static void
update (RemitSuggestBar *self)
{
  guint n_suggested, n_void;
  guint n_selected = remit_board_ghosts_count_selected (self->ghosts);
  g_autofree char *text = NULL;

  count (self, &n_suggested, &n_void);
  text = dup_text (self, n_suggested, n_void, n_selected);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_all),
                            n_suggested > n_void && !self->is_taking);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_selected), n_selected > 0 && !self->is_taking);
}

/* ── Whether it still holds ───────────────────────────────────────────────────────────────── */

typedef struct {
  char *path;
  gint64 plan;
  GArray *rows;
} Judging;

static void
judging_free (gpointer data)
{
  Judging *self = data;

  g_free (self->path);
  g_array_unref (self->rows);
  g_free (self);
}

static void
free_problems (gpointer problems)
{
  g_ptr_array_unref (problems);
}

static gpointer
judge_in_thread (RemitStore *store G_GNUC_UNUSED,
                 const RemitWorkControl *control G_GNUC_UNUSED,
                 gpointer data,
                 GError **error)
{
  const Judging *self = data;
  g_autoptr (RemitWorkspace) own = remit_workspace_open (self->path, REMIT_STORE_READ_ONLY, error);

  if (own == NULL || !remit_workspace_open_plan (own, self->plan, error))
    return NULL;
  return remit_suggest_judge (own, self->rows);
}

static void
on_judged (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitSuggestBar *self = data;
  g_autoptr (GPtrArray) problems = remit_worker_finish (REMIT_WORKER (source), result, NULL);
  guint n_suggested, n_before, n_after;

  if (problems == NULL || self->is_taking || problems->len != self->rows->len)
    return;
  count (self, &n_suggested, &n_before);
  for (guint i = 0; i < problems->len; i++)
    remit_board_ghosts_set_problem (self->ghosts, i, problems->pdata[i]);
  count (self, &n_suggested, &n_after);
  if (n_after > n_before)
    remit_feedback_announce (GTK_WIDGET (self), gtk_label_get_label (self->text));
}

/* After a change, also by somebody else. What is being taken must not be judged by itself: it is
 * when it is done. */
static void
judge (RemitSuggestBar *self)
{
  Judging *judging;
  RemitWork work = {
    .func = judge_in_thread, .free_data = judging_free, .free_result = free_problems,
  };

  if (self->is_taking)
    return;
  judging = g_new0 (Judging, 1);
  work.data = judging;
  judging->path = g_strdup (remit_store_get_path (remit_workspace_get_store (self->workspace)));
  judging->plan = self->plan;
  judging->rows = g_array_copy (self->rows);
  remit_worker_run (self->worker, &work, on_judged, self);
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

/* Shows the rows, of which some may have been taken. */
static void
lay_over (RemitSuggestBar *self,
          RemitBoardGhosts *ghosts)
{
  if (self->ghosts != NULL)
    g_signal_handlers_disconnect_by_func (self->ghosts, update, self);
  g_set_object (&self->ghosts, ghosts);
  g_signal_connect_object (ghosts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  remit_board_set_ghosts (self->board, ghosts);
  update (self);
}

static void
drop_taken (RemitSuggestBar *self)
{
  g_autoptr (RemitBoardGhosts) rest = remit_board_ghosts_new ();
  g_autoptr (GArray) rows = g_steal_pointer (&self->rows);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  for (guint i = 0; i < rows->len; i++)
    {
      const RemitBoardGhost *ghost = remit_board_ghosts_get_nth (self->ghosts, i);

      if (ghost->is_selected && ghost->problem == NULL)
        continue;
      remit_board_ghosts_add (rest, ghost->slot, ghost->title, ghost->text)->is_choice =
        ghost->is_choice;
      g_array_append_val (self->rows, g_array_index (rows, RemitSuggestRow, i));
    }
  lay_over (self, rest);
}

static void
on_taken (GtkWidget *widget,
          gboolean is_done)
{
  RemitSuggestBar *self = REMIT_SUGGEST_BAR (widget);
  guint n_suggested, n_void;

  self->is_taking = FALSE;
  if (is_done)
    drop_taken (self);
  count (self, &n_suggested, &n_void);
  if (n_suggested == 0)
    {
      close_bar (self);
      return;
    }
  update (self);
  judge (self);
}

static void
on_take_selected (RemitSuggestBar *self)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RemitBoardGhost *ghost = remit_board_ghosts_get_nth (self->ghosts, i);

      if (ghost->is_selected && ghost->problem == NULL)
        g_array_append_vals (taken, get_row (self, i), 1);
    }
  self->is_taking = TRUE;
  update (self);
  remit_suggest_take (GTK_WIDGET (self), self->workspace, self->plan, taken, on_taken);
}

static void
on_take_all (RemitSuggestBar *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    remit_board_ghosts_select (self->ghosts, i, TRUE);
  on_take_selected (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_suggest_bar_dispose (GObject *object)
{
  RemitSuggestBar *self = REMIT_SUGGEST_BAR (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->ghosts);
  g_clear_object (&self->workspace);
  g_clear_object (&self->board);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (remit_suggest_bar_parent_class)->dispose (object);
}

static void
remit_suggest_bar_class_init (RemitSuggestBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_suggest_bar_dispose;

  g_signal_new ("close", REMIT_TYPE_SUGGEST_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/over/remit-suggest-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestBar, text);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestBar, take_all);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestBar, take_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_take_all);
  gtk_widget_class_bind_template_callback (widget_class, on_take_selected);
  gtk_widget_class_bind_template_callback (widget_class, close_bar);
}

static void
remit_suggest_bar_init (RemitSuggestBar *self)
{
  self->worker = remit_worker_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static RemitBoardGhosts *
create_ghosts (RemitSuggestBar *self,
               const RemitSuggestion *suggestion,
               GHashTable *left)
{
  RemitBoardGhosts *ghosts = remit_board_ghosts_new ();

  for (guint i = 0; i < suggestion->rows->len; i++)
    {
      RemitSuggestRow row = g_array_index (suggestion->rows, RemitSuggestRow, i);
      g_autofree char *title = remit_suggest_list_dup_person (self->workspace, &row);
      g_autofree char *text = remit_suggest_list_dup_reasons (self->workspace, &row);
      RemitBoardGhost *ghost = remit_board_ghosts_add (ghosts, row.slot, title, text);

      ghost->is_choice = row.person != 0;
      ghost->is_selected = row.person != 0 && !g_hash_table_contains (left, GUINT_TO_POINTER (i));
      row.reasons = NULL;
      g_array_append_val (self->rows, row);
    }
  return ghosts;
}

GtkWidget *
remit_suggest_bar_new (RemitView *view,
                       RemitBoard *board,
                       const RemitSuggestion *suggestion,
                       GHashTable *left)
{
  RemitSuggestBar *self;
  g_autoptr (RemitBoardGhosts) ghosts = NULL;

  g_return_val_if_fail (REMIT_IS_VIEW (view), NULL);
  g_return_val_if_fail (suggestion != NULL, NULL);

  self = g_object_new (REMIT_TYPE_SUGGEST_BAR, NULL);
  self->board = g_object_ref (board);
  self->workspace = g_object_ref (remit_view_get_workspace (view));
  self->plan = remit_view_get_plan (view);
  ghosts = create_ghosts (self, suggestion, left);
  lay_over (self, ghosts);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (judge), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::plan", G_CALLBACK (close_bar), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
