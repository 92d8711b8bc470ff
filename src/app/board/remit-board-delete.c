/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting slots and teams from the board, asked first when something goes with them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plan/remit-design.h"
#include "remit-board-private.h"

typedef struct {
  RemitBoard *board;
  RemitKind kind;
  gint64 id;
} Question;

static void
question_free (gpointer data,
               GClosure *closure G_GNUC_UNUSED)
{
  Question *question = data;

  g_object_unref (question->board);
  g_free (question);
}

static void
delete (RemitBoard *self,
        RemitKind kind,
        gint64 id)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                       || gtk_widget_has_focus (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  remit_board_tell (self, remit_design_delete (self->workspace, kind, id, &error), &error);
  if (had_focus)
    remit_board_focus_cursor (self);
}

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             Question *question)
{
  if (g_str_equal (response, "delete") && question->board->workspace != NULL)
    delete (question->board, question->kind, question->id);
}

static void
ask (RemitBoard *self,
     RemitKind kind,
     gint64 id,
     const char *consequence)
{
  g_autofree char *name = remit_design_dup_name (self->workspace, kind, id);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, NULL, NULL));
  Question *question = g_new0 (Question, 1);

  question->board = g_object_ref (self);
  question->kind = kind;
  question->id = id;
  adw_message_dialog_format_heading (dialog, _ ("Delete “%s”?"), name);
  /* Translators: what goes with a team or a slot: "3 slots and 12 assignments" */
  adw_message_dialog_format_body (dialog, _ ("With it go: %s. You can undo this."), consequence);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
remit_board_delete (RemitBoard *self,
                    RemitKind kind,
                    gint64 id)
{
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;

  if (!remit_design_can_delete (self->workspace, kind, id, &consequence, &error))
    remit_board_tell (self, FALSE, &error);
  else if (*consequence != '\0')
    ask (self, kind, id, consequence);
  else
    delete (self, kind, id);
}
