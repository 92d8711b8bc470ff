/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies the chain of the history in a thread, and shows the result. */
#include "remit-history-verifier.h"

#include <glib/gi18n.h>

#include "exchange/plan/remit-audit.h"
#include "widgets/remit-feedback.h"

struct _RemitHistoryVerifier
{
  AdwBin parent_instance;

  RemitWorker *worker; /* while it is at it */

  GtkRevealer *revealer;
  GtkWidget *strip;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkProgressBar *progress;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (RemitHistoryVerifier, remit_history_verifier, ADW_TYPE_BIN)

static void
show (RemitHistoryVerifier *self,
      const char *icon,
      const char *css_class,
      const char *title,
      const char *text)
{
  static const char *const classes[] = { "success", "error", NULL };

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_remove_css_class (self->strip, classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (self->strip, css_class);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->progress), remit_worker_is_running (self->worker));
  gtk_widget_set_tooltip_text (self->close, self->worker != NULL ? _ ("Cancel") : _ ("Close"));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
show_whole (RemitHistoryVerifier *self,
            const RemitVerification *verdict,
            const char *comparison)
{
  g_autofree char *title = remit_verification_dup_sentence (verdict);
  /* Translators: a hash of 64 digits */
  g_autofree char *hash = g_strdup_printf (
    _ ("Hash of the newest entry: %s\n"
       "Keep a copy elsewhere: a rewritten history cannot reproduce it. Exported plans contain it "
       "too."),
    verdict->hash);
  g_autofree char *text = comparison != NULL ? g_strconcat (comparison, "\n", hash, NULL)
                                             : g_strdup (hash);

  show (self, "emblem-ok-symbolic", "success", title, verdict->length > 0 ? text : "");
}

/* The chain holds, but it is not the one of then. */
static void
show_other (RemitHistoryVerifier *self,
            const char *comparison)
{
  show (self, "dialog-warning-symbolic", "error", comparison,
        _ ("The history itself is intact. Keep a copy of the current file and compare it with a "
           "backup."));
}

/* What the broken entry says, or how many more rows there are. */
static char *
dup_detail (const RemitVerification *verdict)
{
  guint more = verdict->difference.n_rows - MIN (verdict->difference.n_rows, 1);

  if (verdict->entry != NULL)
    /* Translators: what an entry says now was done, and by whom */
    return g_strdup_printf (_ ("Current text: “%s”, by %s."),
                            verdict->entry->label, verdict->entry->actor);
  if (more > 0)
    return g_strdup_printf (ngettext ("%'u more row was also modified.",
                                      "%'u more rows were also modified.", more),
                            more);
  return NULL;
}

static void
show_broken (RemitHistoryVerifier *self,
             const RemitVerification *verdict)
{
  g_autofree char *title = remit_verification_dup_sentence (verdict);
  g_autofree char *detail = dup_detail (verdict);
  const char *advice
    = verdict->broken != 0
        ? _ ("The file was modified outside Remit. Entries before this one are unchanged. Keep a "
             "copy of the current file and compare it with a backup.")
        : _ ("The file was modified outside Remit, or the newest history entries were removed. "
             "Keep a copy of the current file and compare it with a backup.");
  g_autofree char *text = detail != NULL ? g_strconcat (detail, "\n", advice, NULL)
                                         : g_strdup (advice);

  show (self, "dialog-warning-symbolic", "error", title, text);
}

static void
on_verified (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RemitHistoryVerifier *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitAudit) audit = remit_worker_finish (REMIT_WORKER (source), result, &error);
  g_autofree char *comparison = audit != NULL ? remit_audit_dup_comparison (audit) : NULL;

  if (audit == NULL)
    show (self, "dialog-warning-symbolic", "error", _ ("Cannot verify the history"),
          error->message);
  else if (!remit_verification_is_whole (audit->verdict))
    show_broken (self, audit->verdict);
  else if (!audit->contained)
    show_other (self, comparison);
  else
    show_whole (self, audit->verdict, comparison);
  remit_feedback_announce (GTK_WIDGET (self), gtk_label_get_label (self->title));
}

static void
on_share_changed (RemitHistoryVerifier *self)
{
  gtk_progress_bar_set_fraction (self->progress, remit_worker_get_share (self->worker));
}

static void
remit_history_verifier_dispose (GObject *object)
{
  g_clear_object (&REMIT_HISTORY_VERIFIER (object)->worker);

  G_OBJECT_CLASS (remit_history_verifier_parent_class)->dispose (object);
}

static void
remit_history_verifier_class_init (RemitHistoryVerifierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_history_verifier_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/history/remit-history-verifier.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, revealer);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, strip);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, icon);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, title);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, text);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, progress);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryVerifier, close);
}

static void
remit_history_verifier_init (RemitHistoryVerifier *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->worker = remit_worker_new ();
  g_signal_connect_object (self->worker, "notify::share", G_CALLBACK (on_share_changed), self,
                           G_CONNECT_SWAPPED);
}

void
remit_history_verifier_run (RemitHistoryVerifier *self,
                            RemitWorkspace *workspace,
                            const char *against)
{
  RemitWork work = {
    .func = remit_audit_run,
    .free_result = (GDestroyNotify) remit_audit_free,
  };

  g_return_if_fail (REMIT_IS_HISTORY_VERIFIER (self));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  if (remit_worker_is_running (self->worker))
    return;
  work.of = remit_workspace_get_store (workspace);
  work.data = remit_audit_order_new (against, NULL);
  work.free_data = (GDestroyNotify) remit_audit_order_free;
  remit_worker_run (self->worker, &work, on_verified, self);
  show (self, "emblem-synchronizing-symbolic", NULL, _ ("Verifying…"), "");
}

void
remit_history_verifier_close (RemitHistoryVerifier *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_VERIFIER (self));

  remit_worker_stop (self->worker);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
remit_history_verifier_is_busy (RemitHistoryVerifier *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_VERIFIER (self), FALSE);

  return remit_worker_is_running (self->worker);
}
