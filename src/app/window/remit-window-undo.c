/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: of what is typed, or else of the last edit of the workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "widgets/remit-editor.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-tooltip.h"

/* Milliseconds after which it is worth a word that it takes long. */
#define PATIENCE 300

static void
name_button (GtkButton *button,
             const char *text)
{
  remit_tooltip_set (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The buttons say what they would undo or redo. */
void
remit_window_undo_update (RemitWindow *self)
{
  RemitWorkspace *workspace = self->workspace;
  const char *undo = workspace != NULL ? remit_workspace_get_undo_label (workspace) : NULL;
  const char *redo = workspace != NULL ? remit_workspace_get_redo_label (workspace) : NULL;
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo)
                                            : g_strdup (_ ("Nothing to Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo)
                                            : g_strdup (_ ("Nothing to Redo"));

  name_button (self->undo_button, undo_text);
  name_button (self->redo_button, redo_text);
  name_button (self->undo_button_below, undo_text);
  name_button (self->redo_button_below, redo_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL && !self->taking_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL && !self->taking_back);
}

/* What is being typed is undone where it is typed, before anything that is in the history. */
static gboolean
undo_typing (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, REMIT_TYPE_EDITOR) != NULL)
    return remit_editor_revert (focus);
  return GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0'
         && gtk_widget_activate_action (focus, "text.undo", NULL);
}

/* What is taken back, for what is said of it afterwards. */
typedef struct {
  RemitWindow *window;
  RemitHistoryOp op;
  char *label;
  guint patience_id;
} TakingBack;

static TakingBack *
taking_back_new (RemitWindow *window,
                 RemitHistoryOp op)
{
  TakingBack *self = g_new0 (TakingBack, 1);

  self->window = g_object_ref (window);
  self->op = op;
  self->label = g_strdup (op == REMIT_HISTORY_UNDO
                            ? remit_workspace_get_undo_label (window->workspace)
                            : remit_workspace_get_redo_label (window->workspace));
  return self;
}

static void
taking_back_free (TakingBack *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_object_unref (self->window);
  g_free (self->label);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TakingBack, taking_back_free)

/* A log is not rewritten, not by undo either. */
static gboolean
left_correction (RemitWindow *self)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);
  g_autofree char *hash = NULL;
  gint64 seq;

  return remit_history_get_head (store, &seq, &hash, NULL) && remit_history_wrote_log (store, seq);
}

static void
tell (TakingBack *self,
      const GError *error)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  gboolean is_undo = self->op == REMIT_HISTORY_UNDO;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      remit_feedback_error (widget, error);
      return;
    }
  if (is_undo && left_correction (self->window))
    /* Translators: the label of an edit */
    text = g_strdup_printf (_ ("Undone: %s. The log keeps what was written, with a correction."),
                            self->label);
  else
    text = g_strdup_printf (is_undo ? _ ("Undone: %s") : _ ("Redone: %s"), self->label);
  if (is_undo)
    remit_feedback_undone (widget, text);
  else
    remit_feedback_done (widget, text);
}

/* ── What takes longer than a frame ───────────────────────────────────────────────────────── */

/* Nothing is clicked while a thread takes back; what is shown stays as it is, without a flicker. */
static void
set_taking_back (RemitWindow *self,
                 gboolean taking_back)
{
  self->taking_back = taking_back;
  gtk_widget_set_can_target (GTK_WIDGET (self->pages), !taking_back);
  remit_window_undo_update (self);
}

static gboolean
on_patience_ended (gpointer data)
{
  TakingBack *self = data;
  g_autofree char *text = g_strdup_printf (self->op == REMIT_HISTORY_UNDO ? _ ("Undoing: %s…")
                                                                          : _ ("Redoing: %s…"),
                                           self->label);

  self->patience_id = 0;
  remit_feedback_say (GTK_WIDGET (self->window), text);
  return G_SOURCE_REMOVE;
}

static void
on_taken_back (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (TakingBack) self = data;
  g_autoptr (GError) error = NULL;

  remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error);
  /* the window may be gone, or have another workspace */
  if (self->window->workspace == NULL)
    return;
  set_taking_back (self->window, FALSE);
  if (self->window->workspace == REMIT_WORKSPACE (source))
    tell (self, error);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
take_back (RemitWindow *self,
           RemitHistoryOp op)
{
  g_autoptr (TakingBack) taking_back = taking_back_new (self, op);
  g_autoptr (GError) error = NULL;

  if (remit_workspace_is_undo_large (self->workspace, op))
    {
      set_taking_back (self, TRUE);
      taking_back->patience_id = g_timeout_add (PATIENCE, on_patience_ended, taking_back);
      remit_workspace_undo_async (self->workspace, op, on_taken_back,
                                  g_steal_pointer (&taking_back));
      return;
    }
  if (op == REMIT_HISTORY_UNDO)
    remit_workspace_undo (self->workspace, &error);
  else
    remit_workspace_redo (self->workspace, &error);
  tell (taking_back, error);
}

static void
on_undo (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  if (!undo_typing (widget))
    take_back (REMIT_WINDOW (widget), REMIT_HISTORY_UNDO);
}

static void
on_redo (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  take_back (REMIT_WINDOW (widget), REMIT_HISTORY_REDO);
}

void
remit_window_undo_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
}
