/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen above the preview of an import: the plan for a project, and a signer to trust. */
#include "remit-import-preface.h"

#include <glib/gi18n.h>

#include "exchange/signature/remit-signers.h"
#include "widgets/pickers/remit-choices.h"

struct _RemitImportPreface {
  AdwPreferencesGroup parent_instance;

  AdwComboRow *into;
  AdwActionRow *signer;
  gboolean offering;
  char *certificate;
  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (RemitImportPreface, remit_import_preface, ADW_TYPE_PREFERENCES_GROUP)

static void
update (RemitImportPreface *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (GTK_WIDGET (self->into))
                                               || gtk_widget_get_visible (
                                                 GTK_WIDGET (self->signer)));
}

static void
on_into_chosen (RemitImportPreface *self)
{
  if (!self->offering)
    g_signal_emit_by_name (self, "changed");
}

/* ── Trusting ─────────────────────────────────────────────────────────────────────────────── */

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             RemitImportPreface *self)
{
  g_autoptr (RemitSigner) signer = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "trust") || self->certificate == NULL)
    return;
  signer = remit_signers_add_certificate (self->certificate, &error);
  if (signer != NULL)
    g_signal_emit_by_name (self, "trusted");
  else
    adw_action_row_set_subtitle (self->signer, error->message);
}

/* Returns: (transfer full): in groups of four, as people compare them, and on several lines */
static char *
dup_grouped (const char *fingerprint)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; fingerprint[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, fingerprint[i]);
    }
  return g_string_free (text, FALSE);
}

/* Whoever made the file has chosen the name in it; only the fingerprint tells who it is. */
static void
on_trust (RemitImportPreface *self)
{
  g_autofree char *grouped = dup_grouped (self->fingerprint);
  /* Translators: the fingerprint of a certificate */
  g_autofree char *body = g_strdup_printf (
    _ ("Anybody can write a name into a certificate. Ask the signer for the fingerprint of "
       "theirs, in person or by phone, and trust it only if it is:\n\n%s"),
    grouped);
  /* Translators: the name in a certificate */
  g_autofree char *heading = g_strdup_printf (
    _ ("Trust “%s”?"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->signer)));
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "trust",
                                    _ ("_Trust"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_import_preface_finalize (GObject *object)
{
  RemitImportPreface *self = REMIT_IMPORT_PREFACE (object);

  g_free (self->certificate);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (remit_import_preface_parent_class)->finalize (object);
}

static void
remit_import_preface_class_init (RemitImportPrefaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_import_preface_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("trusted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/exchange/remit-import-preface.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportPreface, into);
  gtk_widget_class_bind_template_child (widget_class, RemitImportPreface, signer);
  gtk_widget_class_bind_template_callback (widget_class, on_into_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_trust);
}

static void
remit_import_preface_init (RemitImportPreface *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_import_preface_offer (RemitImportPreface *self,
                            const RemitImportSource *source,
                            RemitWorkspace *workspace)
{
  GListModel *plans;

  g_return_if_fail (REMIT_IS_IMPORT_PREFACE (self));

  plans = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  self->offering = TRUE;
  remit_choices_offer (self->into, _ ("New plan"), FALSE, g_object_ref (plans));
  self->offering = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->into), source->content == REMIT_IMPORT_PROJECT
                                                     && g_list_model_get_n_items (plans) > 0);
  update (self);
}

void
remit_import_preface_show (RemitImportPreface *self,
                           const RemitImportResult *result)
{
  const RemitSignatureVerdict *verdict = result->signature;
  gboolean is_offered = verdict != NULL && verdict->state == REMIT_SIGNATURE_UNKNOWN
                        && verdict->certificate != NULL && verdict->fingerprint != NULL;

  g_return_if_fail (REMIT_IS_IMPORT_PREFACE (self));

  g_clear_pointer (&self->certificate, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->signer), is_offered);
  if (is_offered)
    {
      self->certificate = g_strdup (verdict->certificate);
      self->fingerprint = g_strdup (verdict->fingerprint);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->signer),
                                     verdict->signer != NULL ? verdict->signer
                                                             : verdict->fingerprint);
    }
  update (self);
}

gint64
remit_import_preface_get_plan (RemitImportPreface *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_PREFACE (self), 0);

  return gtk_widget_get_visible (GTK_WIDGET (self->into)) ? remit_choices_get (self->into) : 0;
}
