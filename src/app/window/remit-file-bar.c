/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says what happened to the file of a window, with the remedies. */
#include "remit-file-bar.h"

#include <glib/gi18n.h>

#include "model/remit-file.h"
#include "store/file/remit-store-save.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"

struct _RemitFileBar
{
  RemitView parent_instance;

  GSignalGroup *signals;
  gboolean is_saving;
  gboolean may_close; /* the user does not want what is shown */
  GtkLabel *label;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (RemitFileBar, remit_file_bar, REMIT_TYPE_VIEW)

/* ── What became of it ────────────────────────────────────────────────────────────────────── */

static const GError *
get_loss (RemitFileBar *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));

  return workspace != NULL ? remit_workspace_get_loss (workspace) : NULL;
}

/* Returns: (transfer full) (nullable): the file that is where it was, or where it went */
static char *
find_file (RemitFileBar *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  RemitStore *store;

  if (workspace == NULL)
    return NULL;
  store = remit_workspace_get_store (workspace);
  if (g_file_test (remit_store_get_path (store), G_FILE_TEST_IS_REGULAR))
    return g_strdup (remit_store_get_path (store));
  return remit_store_dup_new_path (store);
}

static void
remit_file_bar_update (RemitView *view)
{
  RemitFileBar *self = REMIT_FILE_BAR (view);
  const GError *loss = get_loss (self);
  g_autofree char *path = loss != NULL ? find_file (self) : NULL;

  gtk_label_set_label (self->label, loss != NULL ? loss->message : "");
  gtk_widget_set_visible (self->open, path != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), loss != NULL);
  remit_view_enable_action (view, "save-as-new", loss != NULL && !self->is_saving);
  remit_view_enable_action (view, "open-found", path != NULL && !self->is_saving);
}

static void
on_lost (RemitFileBar *self)
{
  const GError *loss = get_loss (self);

  remit_file_bar_update (REMIT_VIEW (self));
  if (loss != NULL)
    remit_feedback_announce (GTK_WIDGET (self), loss->message);
}

static void
remit_file_bar_show_workspace (RemitView *view,
                               RemitWorkspace *workspace)
{
  g_signal_group_set_target (REMIT_FILE_BAR (view)->signals, workspace);
}

/* ── The ways out ─────────────────────────────────────────────────────────────────────────── */

static void
go_on_in (RemitFileBar *self,
          const char *path)
{
  g_autofree char *text = remit_file_dup_text (path);

  remit_feedback_hush (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-on-in", "s", text);
}

static void
on_open_found (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  g_autofree char *path = find_file (data);

  if (path != NULL)
    go_on_in (data, path);
}

/* What is being saved. */
typedef struct {
  RemitFileBar *bar;
  char *path;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->bar);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
say_saved (RemitFileBar *self,
           const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: a file name */
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

  remit_feedback_say (GTK_WIDGET (self), text);
}

static void
on_saved (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Saving) saving = data;
  RemitFileBar *self = saving->bar;
  g_autoptr (GError) error = NULL;
  gboolean done = remit_store_save_finish (REMIT_STORE (source), result, &error);
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));

  self->is_saving = FALSE;
  remit_file_bar_update (REMIT_VIEW (self));
  /* the window may have gone on meanwhile */
  if (workspace == NULL || G_OBJECT (remit_workspace_get_store (workspace)) != source)
    return;
  if (done)
    {
      go_on_in (self, saving->path);
      say_saved (self, saving->path);
    }
  else
    remit_feedback_error (GTK_WIDGET (self), error);
}

static void
save (RemitFileBar *self,
      const char *path)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  Saving *saving = g_new0 (Saving, 1);

  saving->bar = g_object_ref (self);
  saving->path = g_str_has_suffix (path, ".remit") ? g_strdup (path)
                                                   : g_strconcat (path, ".remit", NULL);
  self->is_saving = TRUE;
  remit_file_bar_update (REMIT_VIEW (self));
  remit_store_save_async (remit_workspace_get_store (workspace), saving->path, NULL, on_saved,
                          saving);
}

static void
on_chosen (gpointer data,
           GFile *file)
{
  g_autoptr (RemitFileBar) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && !self->is_saving && remit_view_get_workspace (REMIT_VIEW (self)) != NULL)
    save (self, path);
}

static void
on_save_as_new (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  static const char *const suffixes[] = { "remit", NULL };
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("Teams"));
  const RemitFileQuestion question = {
    .title = _ ("Save as New File"),
    .action = _ ("_Save"),
    .files = _ ("Workspaces"),
    .suffixes = suffixes,
    .name = name,
  };

  if (*path != '\0')
    {
      g_autofree char *full = remit_file_dup_path (path);

      save (data, full);
    }
  else
    remit_ask_file (GTK_WINDOW (gtk_widget_get_root (data)), &question, on_chosen,
                    g_object_ref (data));
}

/* ── Closing ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
close_window (gpointer bar)
{
  GtkRoot *root = gtk_widget_get_root (bar);

  if (root != NULL)
    gtk_window_close (GTK_WINDOW (root));
  return G_SOURCE_REMOVE;
}

/* The dialog goes before the window that it belongs to. */
static void
on_close (RemitFileBar *self)
{
  self->may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_window, g_object_ref (self), g_object_unref);
}

static void
on_save (RemitFileBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as-new", "s", "");
}

/* What was moved has all that was saved. */
static gboolean
may_lose (RemitFileBar *self)
{
  const GError *loss = get_loss (self);
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  g_autofree char *path = loss != NULL
                            ? remit_store_dup_new_path (remit_workspace_get_store (workspace))
                            : NULL;

  return path == NULL
         && (g_error_matches (loss, REMIT_STORE_ERROR, REMIT_STORE_ERROR_GONE)
             || g_error_matches (loss, REMIT_STORE_ERROR, REMIT_STORE_ERROR_REPLACED)
             || g_error_matches (loss, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOG_LOST));
}

gboolean
remit_file_bar_ask_to_close (RemitFileBar *self)
{
  AdwMessageDialog *dialog;

  g_return_val_if_fail (REMIT_IS_FILE_BAR (self), FALSE);

  if (self->may_close || !may_lose (self))
    return FALSE;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Close Without Saving?"),
    get_loss (self)->message));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "close", _ ("C_lose"), "save",
                                    _ ("_Save as New File…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response::close", G_CALLBACK (on_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response::save", G_CALLBACK (on_save), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* ── The bar ──────────────────────────────────────────────────────────────────────────────── */

static const RemitViewAction actions[] = {
  { { .name = "save-as-new", .activate = on_save_as_new, .parameter_type = "s" },
    REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "open-found", .activate = on_open_found }, REMIT_VIEW_NEEDS_WORKSPACE },
};

static void
remit_file_bar_dispose (GObject *object)
{
  g_clear_object (&REMIT_FILE_BAR (object)->signals);

  G_OBJECT_CLASS (remit_file_bar_parent_class)->dispose (object);
}

static void
remit_file_bar_class_init (RemitFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_file_bar_dispose;
  view_class->actions = actions;
  view_class->n_actions = G_N_ELEMENTS (actions);
  view_class->show_workspace = remit_file_bar_show_workspace;
  view_class->update = remit_file_bar_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFileBar, label);
  gtk_widget_class_bind_template_child (widget_class, RemitFileBar, open);
}

static void
remit_file_bar_init (RemitFileBar *self)
{
  self->signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "lost", G_CALLBACK (on_lost), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
