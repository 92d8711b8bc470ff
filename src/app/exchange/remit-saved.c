/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said when a file was to be written. */
#include "remit-saved.h"

#include <glib/gi18n.h>

#include "widgets/remit-feedback.h"

void
remit_saved_say (GtkWindow *parent,
                 const char *path,
                 const char *format,
                 const GError *error)
{
  g_autofree char *display = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (path == NULL)
    {
      remit_feedback_error (GTK_WIDGET (parent), error);
      return;
    }
  display = g_filename_display_name (path);
  text = g_strdup_printf (format, display);
  remit_feedback_say (GTK_WIDGET (parent), text);
}

void
remit_saved_refuse_place (GtkWindow *parent,
                          GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  /* Translators: the address of a file */
  g_autofree char *text = g_strdup_printf (_ ("%s is not on this computer. Save to a folder here, "
                                              "then copy the file."),
                                           name);

  if (parent != NULL)
    remit_feedback_say (GTK_WIDGET (parent), text);
}
