/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in a window: of what is typed, or else of the last edit of the workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-undo-control.h"

#include <glib/gi18n.h>

#include "widgets/remit-editor.h"
#include "widgets/remit-feedback.h"

/* Milliseconds after which it is worth a word that it takes long. */
#define PATIENCE 300

struct _RemitUndoControl
{
  GObject parent_instance;

  GtkWidget *window; /* not kept */
  GSimpleAction *undo;
  GSimpleAction *redo;
  RemitWorkspace *workspace;
  GSignalGroup *signals;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (RemitUndoControl, remit_undo_control, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (RemitUndoControl *self)
{
  RemitWorkspace *workspace = self->busy ? NULL : self->workspace;

  g_simple_action_set_enabled (
    self->undo, workspace != NULL && remit_workspace_get_undo_label (workspace) != NULL);
  g_simple_action_set_enabled (
    self->redo, workspace != NULL && remit_workspace_get_redo_label (workspace) != NULL);
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
  RemitUndoControl *control;
  GtkWidget *window;
  RemitHistoryOp op;
  char *label;
  guint patience_id;
} TakingBack;

static TakingBack *
taking_back_new (RemitUndoControl *control,
                 RemitHistoryOp op)
{
  TakingBack *self = g_new0 (TakingBack, 1);

  self->control = g_object_ref (control);
  self->window = g_object_ref (control->window);
  self->op = op;
  self->label = g_strdup (op == REMIT_HISTORY_UNDO
                            ? remit_workspace_get_undo_label (control->workspace)
                            : remit_workspace_get_redo_label (control->workspace));
  return self;
}

static void
taking_back_free (TakingBack *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_object_unref (self->window);
  g_object_unref (self->control);
  g_free (self->label);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TakingBack, taking_back_free)

/* A log is not rewritten, not by undo either. */
static gboolean
left_correction (RemitWorkspace *workspace)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autofree char *hash = NULL;
  gint64 seq;

  return remit_history_get_head (store, &seq, &hash, NULL) && remit_history_wrote_log (store, seq);
}

static void
tell (TakingBack *self,
      const GError *error)
{
  GtkWidget *widget = self->window;
  gboolean is_undo = self->op == REMIT_HISTORY_UNDO;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      remit_feedback_error (widget, error);
      return;
    }
  if (is_undo && left_correction (self->control->workspace))
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

static void
set_busy (RemitUndoControl *self,
          gboolean busy)
{
  self->busy = busy;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
on_patience_ended (gpointer data)
{
  TakingBack *self = data;
  g_autofree char *text = g_strdup_printf (self->op == REMIT_HISTORY_UNDO ? _ ("Undoing: %s…")
                                                                          : _ ("Redoing: %s…"),
                                           self->label);

  self->patience_id = 0;
  remit_feedback_say (self->window, text);
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
  if (self->control->workspace == NULL)
    return;
  set_busy (self->control, FALSE);
  if (self->control->workspace == REMIT_WORKSPACE (source))
    tell (self, error);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
take_back (RemitUndoControl *self,
           RemitHistoryOp op)
{
  g_autoptr (TakingBack) taking_back = taking_back_new (self, op);
  g_autoptr (GError) error = NULL;

  if (remit_workspace_is_undo_large (self->workspace, op))
    {
      set_busy (self, TRUE);
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
on_undo (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RemitUndoControl *self = data;

  if (!undo_typing (self->window))
    take_back (self, REMIT_HISTORY_UNDO);
}

static void
on_redo (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  take_back (data, REMIT_HISTORY_REDO);
}

/* ── The control ──────────────────────────────────────────────────────────────────────────── */

static void
remit_undo_control_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, REMIT_UNDO_CONTROL (object)->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_undo_control_dispose (GObject *object)
{
  RemitUndoControl *self = REMIT_UNDO_CONTROL (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (remit_undo_control_parent_class)->dispose (object);
}

static void
remit_undo_control_class_init (RemitUndoControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_undo_control_get_property;
  object_class->dispose = remit_undo_control_dispose;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_undo_control_init (RemitUndoControl *self)
{
  self->undo = g_simple_action_new ("undo", NULL);
  self->redo = g_simple_action_new ("redo", NULL);
  g_signal_connect_object (self->undo, "activate", G_CALLBACK (on_undo), self, 0);
  g_signal_connect_object (self->redo, "activate", G_CALLBACK (on_redo), self, 0);
  self->signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::undo-label", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::redo-label", G_CALLBACK (update), self);
  update (self);
}

RemitUndoControl *
remit_undo_control_new (GtkApplicationWindow *window)
{
  RemitUndoControl *self = g_object_new (REMIT_TYPE_UNDO_CONTROL, NULL);

  g_set_weak_pointer (&self->window, GTK_WIDGET (window));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->undo));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->redo));
  return self;
}

void
remit_undo_control_set_workspace (RemitUndoControl *self,
                                  RemitWorkspace *workspace)
{
  g_return_if_fail (REMIT_IS_UNDO_CONTROL (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  g_signal_group_set_target (self->signals, workspace);
  update (self);
}
