/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file, to read or to write. */
#include "remit-ask-file.h"

#include <glib/gi18n.h>

/* What is to be told. */
typedef struct {
  RemitFileAnswer answered;
  gpointer data;
} Pending;

static void
on_response (GtkNativeDialog *dialog,
             int response,
             Pending *pending)
{
  g_autoptr (GtkFileChooserNative) chooser = GTK_FILE_CHOOSER_NATIVE (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  pending->answered (pending->data, response == GTK_RESPONSE_ACCEPT ? file : NULL);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static GtkFileChooserAction
get_action (const RemitFileQuestion *question)
{
  if (question->folder)
    return GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  return question->name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
}

void
remit_ask_file (GtkWindow *window,
                const RemitFileQuestion *question,
                RemitFileAnswer answered,
                gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    question->title, window, get_action (question), question->action, NULL);
  Pending *pending = g_new0 (Pending, 1);

  pending->answered = answered;
  pending->data = data;
  if (question->name != NULL && !question->folder)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), question->name);
  if (!question->folder)
    add_filter (chooser, question->files, question->suffixes);
  if (!question->folder && !question->only)
    add_filter (chooser, _ ("All Files"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), pending,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
