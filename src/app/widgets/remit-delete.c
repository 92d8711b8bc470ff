/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deletes something, and asks first when other things go with it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-delete.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-feedback.h"

typedef struct {
  GtkWidget *widget;
  RemitWorkspace *workspace;
  RemitKind kind;
  gint64 *ids;
  gsize n_ids;
} Question;

static void
question_free (gpointer data,
               GClosure *closure G_GNUC_UNUSED)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_object_unref (question->workspace);
  g_free (question->ids);
  g_free (question);
}

static void
delete_now (GtkWidget *widget,
            RemitWorkspace *workspace,
            RemitKind kind,
            const gint64 *ids,
            gsize n_ids)
{
  g_autoptr (GError) error = NULL;

  remit_feedback_edit (widget, workspace,
                       remit_design_delete_all (workspace, kind, ids, n_ids, &error), &error);
}

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             Question *question)
{
  if (g_str_equal (response, "delete"))
    delete_now (question->widget, question->workspace, question->kind, question->ids,
                question->n_ids);
}

static void
ask (Question *question,
     const char *consequence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (question->widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, NULL, NULL));
  guint n = (guint) question->n_ids;

  if (n == 1)
    {
      g_autofree char *name = remit_design_dup_name (question->workspace, question->kind,
                                                     question->ids[0]);

      adw_message_dialog_format_heading (dialog, _ ("Delete “%s”?"), name);
    }
  else
    adw_message_dialog_format_heading (
        dialog, ngettext ("Delete the %u selected entry?", "Delete the %u selected entries?", n),
        n);
  /* Translators: what goes with a team or a slot: "3 slots and 12 assignments" */
  adw_message_dialog_format_body (dialog, _ ("With it go: %s. You can undo this."), consequence);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
remit_delete_ask_all (GtkWidget *widget,
                      RemitWorkspace *workspace,
                      RemitKind kind,
                      const gint64 *ids,
                      gsize n_ids)
{
  g_autofree char *consequence = NULL;
  g_autoptr (GError) error = NULL;
  Question *question;

  if (!remit_design_can_delete_all (workspace, kind, ids, n_ids, &consequence, &error))
    {
      remit_feedback_error (widget, error);
      return;
    }
  if (*consequence == '\0')
    {
      delete_now (widget, workspace, kind, ids, n_ids);
      return;
    }

  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->workspace = g_object_ref (workspace);
  question->kind = kind;
  question->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  question->n_ids = n_ids;
  ask (question, consequence);
}

void
remit_delete_ask (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  RemitKind kind,
                  gint64 id)
{
  remit_delete_ask_all (widget, workspace, kind, &id, 1);
}
