/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the password of a key. */
#include "remit-password-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/remit-dialog.h"

typedef struct {
  RemitPasswordAnswer answer;
  gpointer data;
  GtkEditable *entry;
} Asking;

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             gpointer data)
{
  Asking *self = data;

  self->answer (self->data,
                g_str_equal (response, "sign") ? gtk_editable_get_text (self->entry) : NULL);
}

/* Not a GtkPasswordEntry, which in GTK 4.8 hears that its text loses the keyboard when it is gone
 * itself. */
static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_visibility (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Password"), -1);
  return entry;
}

void
remit_password_dialog_ask (GtkWindow *parent,
                           const char *reason,
                           RemitPasswordAnswer answer,
                           gpointer data)
{
  GtkWidget *widget = adw_message_dialog_new (parent, _ ("Password of the Signing Key"), reason);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Asking *self = g_new0 (Asking, 1);

  self->answer = answer;
  self->data = data;
  self->entry = GTK_EDITABLE (make_entry ());
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (self->entry));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "sign", _ ("_Sign"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "sign", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "sign");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), self,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  remit_dialog_present (GTK_WINDOW (dialog));
}
