/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in a window: of typed text, otherwise of the last edit of the workspace. */
#include "remit-undo-control.h"

#include <glib/gi18n.h>

#include "widgets/remit-editor.h"
#include "widgets/remit-feedback.h"

/* Milliseconds after which it is worth a word that it takes long. */
#define PATIENCE 300

struct _RemitUndoControl
{
  RemitView parent_instance;

  gboolean busy; /* a thread undoes or redoes */
};

G_DEFINE_FINAL_TYPE (RemitUndoControl, remit_undo_control, REMIT_TYPE_VIEW)

static void
remit_undo_control_update (RemitView *view)
{
  gboolean busy = REMIT_UNDO_CONTROL (view)->busy;
  RemitWorkspace *workspace = busy ? NULL : remit_view_get_workspace (view);

  remit_view_enable_action (view, "undo",
                            workspace != NULL
                              && remit_workspace_get_undo_label (workspace) != NULL);
  remit_view_enable_action (view, "redo",
                            workspace != NULL
                              && remit_workspace_get_redo_label (workspace) != NULL);
}

/* Returns: whether a text is another one after its action, which is activated in any case */
static gboolean
change_text (GtkWidget *focus,
             const char *action)
{
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  return gtk_widget_activate_action (focus, action, NULL)
         && !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

/* What is being typed is undone where it is typed, before anything that is in the history. */
static gboolean
undo_typing (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, REMIT_TYPE_EDITOR) != NULL)
    return remit_editor_revert (focus);
  return change_text (focus, "text.undo");
}

static gboolean
redo_typing (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && change_text (focus, "text.redo");
}

/* The undone edit, for the toast. */
typedef struct {
  RemitUndoControl *control;
  RemitHistoryOp op;
  gint64 plan;
  char *label;
  guint patience_id;
} TakingBack;

/* After waiting, the top entry may be another one. */
static void
take_top (TakingBack *self,
          RemitWorkspace *workspace)
{
  const RemitHistoryTop *top = remit_workspace_get_top (workspace, self->op);

  self->plan = top->plan;
  g_free (self->label);
  self->label = g_strdup (top->label);
}

static TakingBack *
taking_back_new (RemitUndoControl *control,
                 RemitHistoryOp op)
{
  TakingBack *self = g_new0 (TakingBack, 1);

  self->control = g_object_ref (control);
  self->op = op;
  take_top (self, remit_view_get_workspace (REMIT_VIEW (control)));
  return self;
}

static void
taking_back_free (gpointer data)
{
  TakingBack *self = data;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_object_unref (self->control);
  g_free (self->label);
  g_free (self);
}

/* A log is not rewritten, not by undo either. */
static gboolean
left_correction (RemitUndoControl *self)
{
  RemitStore *store = remit_workspace_get_store (remit_view_get_workspace (REMIT_VIEW (self)));
  g_autofree char *hash = NULL;
  gint64 seq;

  return remit_history_get_head (store, &seq, &hash, NULL) && remit_history_wrote_log (store, seq);
}

/* Goes to the plan that was touched, when another one is shown. Returns: (transfer full): what was
 * taken back, and in which plan if it is another one */
static char *
go_there (TakingBack *self)
{
  RemitView *view = REMIT_VIEW (self->control);
  RemitWorkspace *workspace = remit_view_get_workspace (view);
  RemitEntity *plan = self->plan != 0
                        ? remit_workspace_get (workspace, REMIT_KIND_PLAN, self->plan)
                        : NULL;

  if (plan == NULL || self->plan == remit_view_get_plan (view))
    return g_strdup (self->label);
  gtk_widget_activate_action (GTK_WIDGET (view), "win.choose-plan", "x", self->plan);
  /* Translators: the label of an edit, and the plan that it is of */
  return g_strdup_printf (_ ("%1$s (in %2$s)"), self->label,
                          remit_entity_get_text (plan, REMIT_PLAN_NAME));
}

static void
on_taken_back (GtkWidget *widget,
               RemitWorkspace *workspace,
               gint64 done,
               gpointer data,
               const GError *error)
{
  TakingBack *self = data;
  gboolean is_undo = self->op == REMIT_HISTORY_UNDO;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;

  if (remit_view_get_workspace (REMIT_VIEW (widget)) != workspace)
    return;
  if (done == 0)
    {
      remit_feedback_error (widget, error);
      return;
    }
  what = go_there (self);
  if (is_undo && left_correction (self->control))
    /* Translators: the label of an edit */
    text = g_strdup_printf (_ ("Undone: %s. The log keeps the entry and adds a correction."),
                            what);
  else
    text = g_strdup_printf (is_undo ? _ ("Undone: %s") : _ ("Redone: %s"), what);
  if (is_undo)
    remit_feedback_undone (widget, text);
  else
    remit_feedback_done (widget, text);
}

/* ── What takes longer than a frame ───────────────────────────────────────────────────────── */

/* Nothing is clicked meanwhile; what is shown stays as it is, without a flicker. */
static void
set_busy (RemitUndoControl *self,
          gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_can_target (GTK_WIDGET (self), !busy);
  remit_undo_control_update (REMIT_VIEW (self));
}

static gboolean
on_patience_ended (gpointer data)
{
  TakingBack *self = data;
  g_autofree char *text = g_strdup_printf (self->op == REMIT_HISTORY_UNDO ? _ ("Undoing: %s…")
                                                                          : _ ("Redoing: %s…"),
                                           self->label);

  self->patience_id = 0;
  remit_feedback_say (GTK_WIDGET (self->control), text);
  return G_SOURCE_REMOVE;
}

static void
on_large_taken_back (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     gint64 done,
                     gpointer data,
                     const GError *error)
{
  TakingBack *self = data;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  set_busy (self->control, FALSE);
  on_taken_back (widget, workspace, done, data, error);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static gint64
take_back_now (RemitWorkspace *workspace,
               gpointer data,
               GError **error)
{
  TakingBack *self = data;

  take_top (self, workspace);
  return remit_workspace_undo (workspace, self->op, error);
}

static void
start_taking_back (RemitWorkspace *workspace,
                   gpointer data,
                   GAsyncReadyCallback callback,
                   gpointer callback_data)
{
  TakingBack *self = data;

  take_top (self, workspace);
  remit_workspace_undo_async (workspace, self->op, callback, callback_data);
}

static void
take_back (RemitUndoControl *self,
           RemitHistoryOp op)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  TakingBack *taking_back = taking_back_new (self, op);

  if (!remit_workspace_is_undo_large (workspace, op))
    {
      remit_try_then (GTK_WIDGET (self), workspace, take_back_now, taking_back, taking_back_free,
                      on_taken_back);
      return;
    }
  set_busy (self, TRUE);
  taking_back->patience_id = g_timeout_add (PATIENCE, on_patience_ended, taking_back);
  remit_try_async (GTK_WIDGET (self), workspace, start_taking_back, taking_back, taking_back_free,
                   on_large_taken_back);
}

static void
on_undo (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  if (!undo_typing (data))
    take_back (data, REMIT_HISTORY_UNDO);
}

static void
on_redo (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  if (!redo_typing (data))
    take_back (data, REMIT_HISTORY_REDO);
}

/* ── The control ──────────────────────────────────────────────────────────────────────────── */

static const RemitViewAction actions[] = {
  { { .name = "undo", .activate = on_undo }, REMIT_VIEW_CHANGES_WORKSPACE },
  { { .name = "redo", .activate = on_redo }, REMIT_VIEW_CHANGES_WORKSPACE },
};

static void
remit_undo_control_class_init (RemitUndoControlClass *klass)
{
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  view_class->actions = actions;
  view_class->n_actions = G_N_ELEMENTS (actions);
  view_class->update = remit_undo_control_update;
}

static void
remit_undo_control_init (RemitUndoControl *self)
{
}
