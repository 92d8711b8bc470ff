/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an audience is not given, shown before a plan is exported for it. */
#include "remit-leaving-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "exchange/remit-leaving.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-patience.h"

typedef struct {
  GWeakRef parent;
  gint64 plan;
  RemitAudience audience;
  RemitLeavingUse use;
  RemitLeavingAnswer answer;
  gpointer data;
  RemitWorker *worker;
  RemitPatience *patience;
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_pointer (&self->patience, remit_patience_free);
  g_weak_ref_clear (&self->parent);
  g_clear_object (&self->worker);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* In the thread. */
static gpointer
find (RemitStore *store,
      const RemitWorkControl *control,
      gpointer data,
      GError **error)
{
  const Asking *self = data;

  return remit_leaving_find (store, self->plan, self->audience, control->cancellable, error);
}

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             gpointer data)
{
  g_autoptr (Asking) self = data;

  self->answer (self->data, g_str_equal (response, "export"));
}

/* As many lines as there are; more than a few scroll, by keyboard, too. */
static GtkWidget *
make_list (const char *text,
           const char *name)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return scrolled;
}

static char *
dup_heading (RemitAudience audience,
             RemitLeavingUse use)
{
  gboolean prints = use == REMIT_LEAVING_PRINT;

  if (use == REMIT_LEAVING_MAIL && audience == REMIT_AUDIENCE_STAKEHOLDER)
    return g_strdup (_ ("Send to Stakeholders?"));
  if (audience == REMIT_AUDIENCE_ANONYMOUS)
    return g_strdup (prints ? _ ("Print without Names?") : _ ("Export without Names?"));
  if (audience < REMIT_N_AUDIENCES)
    return g_strdup (prints ? _ ("Print for Stakeholders?") : _ ("Export for Stakeholders?"));
  /* Translators: the title of an audience that an organisation has made */
  return g_strdup_printf (prints ? _ ("Print for “%s”?") : _ ("Export for “%s”?"),
                          remit_audience_get_title (audience));
}

static const char *
get_answer (RemitLeavingUse use)
{
  return use == REMIT_LEAVING_MAIL    ? _ ("Start _E-Mail")
         : use == REMIT_LEAVING_PRINT ? _ ("_Print…")
                                      : _ ("_Export…");
}

static void
show (Asking *self,
      GtkWindow *parent,
      const RemitLeaving *leaving)
{
  g_autofree char *text = remit_leaving_dup_text (leaving);
  g_autofree char *heading = dup_heading (self->audience, self->use);
  GtkWidget *dialog = adw_message_dialog_new (
    parent, heading, *text == '\0' ? _ ("Nothing in this plan is removed.") : NULL);

  if (*text != '\0')
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                        make_list (text, _ ("What is removed")));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "export",
                                    get_answer (self->use), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "export",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "export");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_found (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (Asking) self = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitLeaving) leaving = remit_worker_finish (REMIT_WORKER (source), result, &error);

  g_clear_pointer (&self->patience, remit_patience_free);
  if (parent != NULL && leaving != NULL)
    {
      show (self, parent, leaving);
      g_steal_pointer (&self);
      return;
    }
  if (parent != NULL && !remit_worker_was_cancelled (error))
    remit_feedback_error (GTK_WIDGET (parent), error);
  self->answer (self->data, FALSE);
}

void
remit_leaving_dialog_ask (GtkWindow *parent,
                          RemitWorkspace *workspace,
                          gint64 plan,
                          RemitAudience audience,
                          RemitLeavingUse use,
                          RemitLeavingAnswer answer,
                          gpointer data)
{
  Asking *self = g_new0 (Asking, 1);
  const RemitWork work = {
    .of = remit_workspace_get_store (workspace),
    .func = find,
    .data = self,
    .free_result = (GDestroyNotify) remit_leaving_free,
  };

  g_weak_ref_init (&self->parent, parent);
  self->plan = plan;
  self->audience = audience;
  self->use = use;
  self->answer = answer;
  self->data = data;
  self->worker = remit_worker_new ();
  self->patience = remit_patience_new (parent, self->worker, _ ("Reading the plan…"));
  remit_worker_run (self->worker, &work, on_found, self);
}

void
remit_leaving_dialog_show_faults (GtkWindow *parent)
{
  g_autofree char *text = g_strjoinv ("\n", (GStrv) remit_audience_list_faults ());
  GtkWidget *dialog;

  if (*text == '\0')
    return;
  dialog = adw_message_dialog_new (parent, _ ("Audiences Not Available"),
                                   _ ("Correct these files, then start Remit again."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_list (text, _ ("Files with errors")));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
