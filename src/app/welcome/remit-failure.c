/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows that cannot open its workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-failure.h"

struct _RemitFailure
{
  AdwBin parent_instance;

  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (RemitFailure, remit_failure, ADW_TYPE_BIN)

static void
remit_failure_class_init (RemitFailureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/welcome/remit-failure.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFailure, status);
}

static void
remit_failure_init (RemitFailure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_failure_new (void)
{
  return g_object_new (REMIT_TYPE_FAILURE, NULL);
}

void
remit_failure_show (RemitFailure *self,
                    const char *path,
                    const GError *error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (REMIT_IS_FAILURE (self));
  g_return_if_fail (error != NULL);

  name = g_filename_display_name (path);
  text = g_strdup_printf ("%s\n\n%s", error->message, name);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->status, markup);
}
