/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deletes something, and asks first when other things go with it. */
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
} Deletion;

static void
deletion_clear (gpointer data)
{
  Deletion *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->workspace);
  g_free (self->ids);
}

static void
deletion_release (gpointer data)
{
  g_rc_box_release_full (data, deletion_clear);
}

/* So much goes with a plan that the user is always asked, and that a thread deletes it. */
static gboolean
is_large (const Deletion *self)
{
  return self->kind == REMIT_KIND_PLAN;
}

static gint64
delete_all (RemitWorkspace *workspace,
            gpointer data,
            GError **error)
{
  const Deletion *self = data;

  return remit_design_delete_all (workspace, self->kind, self->ids, self->n_ids, error);
}

static void
delete_now (Deletion *self)
{
  if (is_large (self))
    remit_try_in_thread (self->widget, self->workspace, delete_all, g_rc_box_acquire (self),
                         deletion_release, NULL);
  else
    remit_try (self->widget, self->workspace, delete_all, g_rc_box_acquire (self),
               deletion_release);
}

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             Deletion *self)
{
  if (g_str_equal (response, "delete"))
    delete_now (self);
}

static void
set_heading (AdwMessageDialog *dialog,
             Deletion *self)
{
  guint n = (guint) self->n_ids;
  g_autofree char *name = NULL;

  if (n == 1)
    {
      name = remit_design_dup_name (self->workspace, self->kind, self->ids[0]);
      adw_message_dialog_format_heading (dialog, _ ("Delete “%s”?"), name);
    }
  else
    adw_message_dialog_format_heading (
        dialog, ngettext ("Delete the %u selected entry?", "Delete the %u selected entries?", n),
        n);
}

static void
ask (Deletion *self,
     const char *consequence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, NULL, NULL));

  set_heading (dialog, self);
  if (*consequence != '\0')
    /* Translators: what goes with a team or a slot: "3 slots and 12 assignments" */
    adw_message_dialog_format_body (dialog, _ ("This also deletes %s. You can undo this."),
                                    consequence);
  else
    adw_message_dialog_set_body (dialog, _ ("The plan is empty. You can undo this."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), g_rc_box_acquire (self),
                         (GClosureNotify) (void (*) (void)) deletion_release, 0);
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
  Deletion *deletion;

  if (!remit_design_can_delete_all (workspace, kind, ids, n_ids, &consequence, &error))
    {
      remit_feedback_error (widget, error);
      return;
    }

  deletion = g_rc_box_new0 (Deletion);
  deletion->widget = g_object_ref (widget);
  deletion->workspace = g_object_ref (workspace);
  deletion->kind = kind;
  deletion->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  deletion->n_ids = n_ids;
  if (*consequence != '\0' || is_large (deletion))
    ask (deletion, consequence);
  else
    delete_now (deletion);
  deletion_release (deletion);
}

void
remit_delete_ask (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  RemitKind kind,
                  gint64 id)
{
  remit_delete_ask_all (widget, workspace, kind, &id, 1);
}
