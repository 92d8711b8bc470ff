/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for one text: a title, a reason. */
#include "remit-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-dialog.h"
#include "remit-text.h"

#define RESPONSE "answer"

/* What is asked about, until it is answered. */
typedef struct {
  GtkWidget *asker;
  gint64 subject;
  GtkEditable *entry;
  RemitAnswer answered;
} Pending;

static void
free_pending (gpointer data,
              GClosure *closure G_GNUC_UNUSED)
{
  Pending *pending = data;

  g_object_unref (pending->asker);
  g_free (pending);
}

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             Pending *pending)
{
  g_autofree char *text = remit_text_dup_line (pending->entry);

  if (g_str_equal (response, RESPONSE))
    pending->answered (pending->asker, pending->subject, text);
}

static GtkWidget *
create_entry (const RemitQuestion *question)
{
  GtkWidget *entry = gtk_entry_new ();

  if (question->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), question->text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), question->placeholder);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->label, -1);
  return entry;
}

void
remit_ask (GtkWidget *asker,
           const RemitQuestion *question,
           gint64 subject,
           RemitAnswer answered)
{
  GtkWidget *entry;
  GtkWidget *widget;
  AdwMessageDialog *dialog;
  Pending *pending;

  g_return_if_fail (GTK_IS_WIDGET (asker) && question != NULL && answered != NULL);

  entry = create_entry (question);
  widget = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asker)), question->heading,
                                   question->body);
  dialog = ADW_MESSAGE_DIALOG (widget);
  pending = g_new0 (Pending, 1);
  pending->asker = g_object_ref (asker);
  pending->subject = subject;
  pending->entry = GTK_EDITABLE (entry);
  pending->answered = answered;
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), RESPONSE, question->action,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE,
                                              question->destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                    : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, RESPONSE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), pending, free_pending, 0);
  remit_dialog_present (GTK_WINDOW (dialog));
}
