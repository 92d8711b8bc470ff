/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which an entity of a kind is shown and edited. */
#include "remit-form.h"

struct _RemitForm
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitForm, remit_form, GTK_TYPE_BOX)

static void
remit_form_class_init (RemitFormClass *klass)
{
}

static void
remit_form_init (RemitForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_widget_add_css_class (GTK_WIDGET (self), "remit-form");
}

RemitForm *
remit_form_create (RemitKind kind)
{
  g_autofree char *path = g_strdup_printf ("/org/remit/Remit/inspector/%s.ui",
                                           remit_entity_info (kind)->name);
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_val_if_fail (remit_entity_info (kind)->has_form, NULL);

  builder = gtk_builder_new_from_resource (path);
  return g_object_ref (REMIT_FORM (gtk_builder_get_object (builder, "form")));
}
