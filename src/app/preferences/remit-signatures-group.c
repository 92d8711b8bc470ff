/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With what one signs plans, and whose signatures are trusted. */
#include "remit-signatures-group.h"

#include <glib/gi18n.h>

#include "exchange/signature/remit-signers.h"
#include "settings/remit-state-signing.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-feedback.h"

struct _RemitSignaturesGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *key;
  AdwActionRow *certificate;
  AdwExpanderRow *signers;
  GtkWidget *clear_key;
  GtkWidget *clear_certificate;
  GPtrArray *rows; /* within signers */
};

G_DEFINE_FINAL_TYPE (RemitSignaturesGroup, remit_signatures_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *const key_suffixes[] = { "pem", "key", "p12", "pfx", NULL };
static const char *const certificate_suffixes[] = { "pem", "crt", "cer", "pub", NULL };

static void
say (RemitSignaturesGroup *self,
     const GError *error)
{
  remit_feedback_error (GTK_WIDGET (self), error);
}

/* ── The key ──────────────────────────────────────────────────────────────────────────────── */

static void
show_file (AdwActionRow *row,
           GtkWidget *clear,
           RemitStateFile which)
{
  g_autofree char *path = remit_state_dup_signing_file (which);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  /* Translators: of a file that was not chosen */
  adw_action_row_set_subtitle (row, shown != NULL ? shown : _ ("None"));
  gtk_widget_set_visible (clear, path != NULL);
}

static void
show_files (RemitSignaturesGroup *self)
{
  g_autofree char *key = remit_state_dup_signing_file (REMIT_STATE_SIGNING_KEY);

  show_file (self->key, self->clear_key, REMIT_STATE_SIGNING_KEY);
  show_file (self->certificate, self->clear_certificate, REMIT_STATE_SIGNING_CERTIFICATE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->certificate), key != NULL);
}

static void
set_file (RemitSignaturesGroup *self,
          RemitStateFile which,
          const char *path)
{
  remit_state_set_signing_file (which, path);
  show_files (self);
}

static void
on_clear_key (RemitSignaturesGroup *self)
{
  set_file (self, REMIT_STATE_SIGNING_CERTIFICATE, NULL);
  set_file (self, REMIT_STATE_SIGNING_KEY, NULL);
}

static void
on_clear_certificate (RemitSignaturesGroup *self)
{
  set_file (self, REMIT_STATE_SIGNING_CERTIFICATE, NULL);
}

static void
take_file (gpointer data,
           RemitStateFile which,
           GFile *file)
{
  g_autoptr (RemitSignaturesGroup) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    set_file (self, which, path);
}

static void
on_key_chosen (gpointer data,
               GFile *file)
{
  take_file (data, REMIT_STATE_SIGNING_KEY, file);
}

static void
on_certificate_chosen (gpointer data,
                       GFile *file)
{
  take_file (data, REMIT_STATE_SIGNING_CERTIFICATE, file);
}

static void
ask (RemitSignaturesGroup *self,
     const char *title,
     const char *files,
     const char *const *suffixes,
     RemitFileAnswer answered)
{
  const RemitFileQuestion question = { .title = title, .files = files, .suffixes = suffixes };

  remit_ask_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &question, answered,
                  g_object_ref (self));
}

static void
on_choose_key (RemitSignaturesGroup *self)
{
  ask (self, _ ("Choose Private Key"), _ ("Private Keys (PEM, PKCS #12)"), key_suffixes,
       on_key_chosen);
}

static void
on_choose_certificate (RemitSignaturesGroup *self)
{
  ask (self, _ ("Choose Certificate"), _ ("Certificates (PEM)"), certificate_suffixes,
       on_certificate_chosen);
}

/* ── Those who are trusted ────────────────────────────────────────────────────────────────── */

static void show_signers (RemitSignaturesGroup *self);

static void
on_remove (RemitSignaturesGroup *self,
           GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (!remit_signers_remove (g_object_get_data (G_OBJECT (button), "fingerprint"), &error))
    say (self, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->signers));
  show_signers (self);
}

static GtkWidget *
create_row (RemitSignaturesGroup *self,
            const RemitSigner *signer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a name */
  g_autofree char *text = g_strdup_printf (_ ("Stop Trusting %s"), signer->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), signer->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), signer->fingerprint);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  g_object_set_data_full (G_OBJECT (button), "fingerprint", g_strdup (signer->fingerprint), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_signers (RemitSignaturesGroup *self)
{
  g_autoptr (GPtrArray) signers = remit_signers_list ();
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->signers, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < signers->len; i++)
    {
      GtkWidget *row = create_row (self, signers->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (self->signers, row);
    }
  subtitle = g_strdup_printf (ngettext ("%u person or organization", "%u people or organizations",
                                        signers->len),
                              signers->len);
  adw_expander_row_set_subtitle (self->signers, signers->len > 0 ? subtitle : _ ("None"));
  adw_expander_row_set_enable_expansion (self->signers, signers->len > 0);
}

void
remit_signatures_group_add_signer (RemitSignaturesGroup *self,
                                   const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSigner) signer = NULL;

  g_return_if_fail (REMIT_IS_SIGNATURES_GROUP (self));

  signer = remit_signers_add (path, &error);
  if (signer == NULL)
    say (self, error);
  show_signers (self);
  if (signer != NULL)
    adw_expander_row_set_expanded (self->signers, TRUE);
}

static void
on_signer_chosen (gpointer data,
                  GFile *file)
{
  g_autoptr (RemitSignaturesGroup) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    remit_signatures_group_add_signer (self, path);
}

static void
on_add_signer (RemitSignaturesGroup *self)
{
  ask (self, _ ("Add Trusted Signer"), _ ("Certificates and Public Keys"), certificate_suffixes,
       on_signer_chosen);
}

static void
remit_signatures_group_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_SIGNATURES_GROUP (object)->rows);

  G_OBJECT_CLASS (remit_signatures_group_parent_class)->finalize (object);
}

static void
remit_signatures_group_class_init (RemitSignaturesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_signatures_group_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/preferences/remit-signatures-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSignaturesGroup, key);
  gtk_widget_class_bind_template_child (widget_class, RemitSignaturesGroup, certificate);
  gtk_widget_class_bind_template_child (widget_class, RemitSignaturesGroup, signers);
  gtk_widget_class_bind_template_child (widget_class, RemitSignaturesGroup, clear_key);
  gtk_widget_class_bind_template_child (widget_class, RemitSignaturesGroup, clear_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_key);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_key);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_add_signer);
}

static void
remit_signatures_group_init (RemitSignaturesGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_files (self);
  show_signers (self);
}
