/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says that a window shows an earlier version, with the way back to it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-past-bar.h"

#include <glib/gi18n.h>

struct _RemitPastBar
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RemitPastBar, remit_past_bar, ADW_TYPE_BIN)

static void
remit_past_bar_class_init (RemitPastBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/past/remit-past-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPastBar, label);
}

static void
remit_past_bar_init (RemitPastBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_past_bar_set_when (RemitPastBar *self,
                         const char *when)
{
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_PAST_BAR (self));

  /* Translators: a day and a time */
  text = g_strdup_printf (_ ("As everything stood on %s"), when);
  gtk_label_set_label (self->label, text);
}

const char *
remit_past_bar_get_text (RemitPastBar *self)
{
  g_return_val_if_fail (REMIT_IS_PAST_BAR (self), NULL);

  return gtk_label_get_label (self->label);
}
