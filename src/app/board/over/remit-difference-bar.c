/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison of two plans on the board: what differs has a sign, and either of them is shown. */
#include "remit-difference-bar.h"

#include <glib/gi18n.h>

#include "plan/compare/remit-compare.h"
#include "remit-board-differences.h"
#include "store/remit-worker.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-names.h"

/* @sides: which plan is shown; @comparison: (nullable) */
struct _RemitDifferenceBar
{
  AdwBin parent_instance;

  RemitView *view; /* weak: it has the bar */
  RemitBoard *board;
  RemitWorkspace *workspace;
  gint64 plans[2];
  guint side;
  RemitWorker *worker;
  RemitComparison *comparison;
  gboolean is_showing;

  GtkLabel *text;
  GtkToggleButton *sides[2];
  GtkLabel *names[2];
};

G_DEFINE_FINAL_TYPE (RemitDifferenceBar, remit_difference_bar, ADW_TYPE_BIN)

static void
close_bar (RemitDifferenceBar *self)
{
  g_signal_emit_by_name (self, "close");
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

/* "Added: 3 · Removed: 1" */
static char *
dup_counts (RemitDifferenceBar *self)
{
  GPtrArray *differences = self->comparison->differences;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n[REMIT_N_DIFFERENCE_OPS] = { 0 };

  for (guint i = 0; i < differences->len; i++)
    n[((const RemitDifference *) differences->pdata[i])->op]++;
  for (RemitDifferenceOp op = 0; op < REMIT_N_DIFFERENCE_OPS; op++)
    if (n[op] > 0)
      {
        g_string_append (text, text->len > 0 ? " · " : "");
        /* Translators: what becomes of rows, and of how many: “Added: 3” */
        g_string_append_printf (text, _ ("%1$s: %2$u"), remit_difference_op_get_label (op), n[op]);
      }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup (_ ("No differences"));
}

static char *
dup_text (RemitDifferenceBar *self,
          GPtrArray *elsewhere)
{
  const char *other = self->comparison->titles[1 - self->side];
  g_autofree char *counts = dup_counts (self);
  g_autofree char *teams = NULL;
  g_autofree char *only = NULL;

  if (elsewhere->len == 0)
    return g_steal_pointer (&counts);
  g_ptr_array_add (elsewhere, NULL);
  teams = g_strjoinv (", ", (char **) elsewhere->pdata);
  /* Translators: a plan, and the names of teams that are in no other plan */
  only = g_strdup_printf (_ ("Only in “%1$s”: %2$s"), other, teams);
  return g_strdup_printf ("%s · %s", counts, only);
}

/* ── What it lays over the board ──────────────────────────────────────────────────────────── */

static void
show_sides (RemitDifferenceBar *self)
{
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->sides[self->side], TRUE);
  for (guint i = 0; i < 2 && self->comparison != NULL; i++)
    {
      gtk_label_set_label (self->names[i], self->comparison->titles[i]);
      remit_names_set (GTK_WIDGET (self->sides[i]), self->comparison->titles[i]);
    }
  self->is_showing = FALSE;
}

static void
show (RemitDifferenceBar *self)
{
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitBoardGhosts) ghosts = NULL;
  g_autofree char *text = NULL;

  show_sides (self);
  if (self->comparison == NULL)
    return;
  ghosts = remit_board_differences_lay (self->comparison, self->side, self->workspace, elsewhere);
  remit_board_set_ghosts (self->board, ghosts);
  text = dup_text (self, elsewhere);
  gtk_label_set_label (self->text, text);
}

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

static gpointer
compare (RemitStore *store,
         const RemitWorkControl *control,
         gpointer data,
         GError **error)
{
  const RemitPlanMoment *moments = data;

  return remit_compare (store, &moments[0], &moments[1], control->cancellable, error);
}

static void
on_compared (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RemitDifferenceBar *self = data;
  g_autoptr (GError) error = NULL;
  RemitComparison *comparison = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (comparison != NULL)
    {
      g_clear_pointer (&self->comparison, remit_comparison_free);
      self->comparison = comparison;
      show (self);
      return;
    }
  if (remit_worker_was_cancelled (error))
    return;
  remit_feedback_error (GTK_WIDGET (self), error); /* one of the plans is gone */
  close_bar (self);
}

static void
update (RemitDifferenceBar *self)
{
  const RemitPlanMoment moments[] = {
    { self->plans[0], REMIT_PLAN_STATE_NOW }, { self->plans[1], REMIT_PLAN_STATE_NOW },
  };
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = compare,
    .data = g_memdup2 (moments, sizeof moments),
    .free_data = g_free,
    .free_result = (GDestroyNotify) remit_comparison_free,
  };

  remit_worker_run (self->worker, &work, on_compared, self);
}

/* ── Sides ────────────────────────────────────────────────────────────────────────────────── */

static void
choose (RemitDifferenceBar *self,
        guint side)
{
  if (side != self->side)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-plan", "x", self->plans[side]);
}

static void
on_side (RemitDifferenceBar *self)
{
  if (!self->is_showing)
    choose (self, gtk_toggle_button_get_active (self->sides[0]) ? 0 : 1);
}

static void
on_switch (RemitDifferenceBar *self)
{
  choose (self, 1 - self->side);
  if (self->comparison != NULL)
    remit_feedback_announce (GTK_WIDGET (self), self->comparison->titles[self->side]);
}

static void
on_plan (RemitDifferenceBar *self)
{
  gint64 plan = remit_view_get_plan (self->view);

  if (plan != self->plans[0] && plan != self->plans[1])
    {
      close_bar (self);
      return;
    }
  self->side = plan == self->plans[1];
  show (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_difference_bar_dispose (GObject *object)
{
  RemitDifferenceBar *self = REMIT_DIFFERENCE_BAR (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->comparison, remit_comparison_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->board);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (remit_difference_bar_parent_class)->dispose (object);
}

static void
remit_difference_bar_class_init (RemitDifferenceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_difference_bar_dispose;

  g_signal_new ("close", REMIT_TYPE_DIFFERENCE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/over/remit-difference-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDifferenceBar, text);
  gtk_widget_class_bind_template_child_full (widget_class, "first", FALSE,
                                             G_STRUCT_OFFSET (RemitDifferenceBar, sides[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second", FALSE,
                                             G_STRUCT_OFFSET (RemitDifferenceBar, sides[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "first_name", FALSE,
                                             G_STRUCT_OFFSET (RemitDifferenceBar, names[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_name", FALSE,
                                             G_STRUCT_OFFSET (RemitDifferenceBar, names[1]));
  gtk_widget_class_bind_template_callback (widget_class, on_side);
  gtk_widget_class_bind_template_callback (widget_class, close_bar);
}

static void
remit_difference_bar_init (RemitDifferenceBar *self)
{
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_difference_bar_new (RemitView *view,
                          RemitBoard *board,
                          gint64 a)
{
  RemitDifferenceBar *self;

  g_return_val_if_fail (REMIT_IS_VIEW (view), NULL);

  self = g_object_new (REMIT_TYPE_DIFFERENCE_BAR, NULL);
  g_set_weak_pointer (&self->view, view);
  self->board = g_object_ref (board);
  self->workspace = g_object_ref (remit_view_get_workspace (view));
  self->plans[0] = a;
  self->plans[1] = remit_view_get_plan (view);
  self->side = 1;
  show_sides (self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::plan", G_CALLBACK (on_plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "switch-sides", G_CALLBACK (on_switch), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
