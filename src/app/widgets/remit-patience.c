/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that takes long: after a moment, a dialog that says how far it is. */
#include "remit-patience.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Most work has ended before a dialog would have been read. */
#define PATIENCE_MS 400

struct _RemitPatience
{
  GWeakRef parent;
  RemitWorker *worker;
  char *heading;
  guint source_id;
  AdwMessageDialog *dialog;
};

static void
show (RemitPatience *self,
      GtkWindow *parent)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, self->heading, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->heading, -1);
  g_object_bind_property (self->worker, "share", bar, "fraction", G_BINDING_SYNC_CREATE);
  adw_message_dialog_set_extra_child (self->dialog, bar);
  adw_message_dialog_add_response (self->dialog, "cancel", _ ("_Cancel"));
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (remit_worker_cancel), self->worker,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static gboolean
on_impatient (gpointer data)
{
  RemitPatience *self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);

  self->source_id = 0;
  if (parent != NULL)
    show (self, parent);
  return G_SOURCE_REMOVE;
}

RemitPatience *
remit_patience_new (GtkWindow *parent,
                    RemitWorker *worker,
                    const char *heading)
{
  RemitPatience *self;

  g_return_val_if_fail (REMIT_IS_WORKER (worker), NULL);

  self = g_new0 (RemitPatience, 1);
  g_weak_ref_init (&self->parent, parent);
  self->worker = g_object_ref (worker);
  self->heading = g_strdup (heading);
  self->source_id = g_timeout_add (PATIENCE_MS, on_impatient, self);
  return self;
}

void
remit_patience_free (RemitPatience *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->dialog != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->worker);
  g_free (self->heading);
  g_free (self);
}
