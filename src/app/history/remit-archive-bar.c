/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that names the archive with older entries, and opens it. */
#include "remit-archive-bar.h"

#include <glib/gi18n.h>

#include "model/remit-file.h"
#include "store/archive/remit-anchor.h"
#include "widgets/remit-feedback.h"

struct _RemitArchiveBar
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (RemitArchiveBar, remit_archive_bar, ADW_TYPE_BIN)

/* Returns: (transfer full) (nullable): the archive, if it is beside the workspace */
static char *
find_archive (RemitWorkspace *workspace)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  g_auto (RemitAnchor) anchor = { 0 };

  return remit_anchor_read (&anchor, store, NULL)
           ? remit_anchor_find_archive (&anchor, remit_store_get_path (store))
           : NULL;
}

static void
open_file (GtkWidget *widget,
           const char *path)
{
  g_autofree char *text = remit_file_dup_text (path);

  gtk_widget_activate_action (widget, "app.open-workspace", "(sb)", text, FALSE);
}

void
remit_archive_bar_open (GtkWidget *widget,
                        RemitWorkspace *workspace)
{
  g_autofree char *path = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  path = workspace != NULL ? find_archive (workspace) : NULL;
  if (path != NULL)
    open_file (widget, path);
}

/* ── An offer ─────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GtkWidget *widget;
  char *path;
} Offer;

static void
offer_free (gpointer data,
            GClosure *closure G_GNUC_UNUSED)
{
  Offer *self = data;

  g_object_unref (self->widget);
  g_free (self->path);
  g_free (self);
}

static void
on_open (Offer *self)
{
  open_file (self->widget, self->path);
}

void
remit_archive_bar_offer (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         const GError *error)
{
  g_autofree char *path = NULL;
  AdwMessageDialog *dialog;
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (widget) && REMIT_IS_WORKSPACE (workspace));

  path = find_archive (workspace);
  if (path == NULL)
    {
      remit_feedback_error (widget, error);
      return;
    }
  offer = g_new0 (Offer, 1);
  offer->widget = g_object_ref (widget);
  offer->path = g_steal_pointer (&path);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (widget)), _ ("In the Archive"), error->message));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open Archive"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response::open", G_CALLBACK (on_open), offer, offer_free,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── The bar ──────────────────────────────────────────────────────────────────────────────── */

static void
remit_archive_bar_class_init (RemitArchiveBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/history/remit-archive-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitArchiveBar, label);
  gtk_widget_class_bind_template_child (widget_class, RemitArchiveBar, open);
}

static void
remit_archive_bar_init (RemitArchiveBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_archive_bar_update (RemitArchiveBar *self,
                          RemitWorkspace *workspace)
{
  g_auto (RemitAnchor) anchor = { 0 };
  g_autofree char *sentence = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (REMIT_IS_ARCHIVE_BAR (self));

  if (workspace == NULL
      || !remit_anchor_read (&anchor, remit_workspace_get_store (workspace), NULL)
      || anchor.seq == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  sentence = remit_anchor_dup_sentence (&anchor);
  path = find_archive (workspace);
  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_visible (self->open, path != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
