/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about window. */
#include "remit-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-news.h"

static char *
dup_news (void)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data ("/org/remit/Remit/NEWS.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return remit_news_dup_markup (text);
}

void
remit_about_show (GtkWindow *parent)
{
  g_autofree char *news = dup_news ();

  adw_show_about_window (
    parent,
    "application-name", _ ("Remit"),
    "application-icon", REMIT_APPLICATION_ID,
    "version", REMIT_VERSION,
    "comments", _ ("Design cross-functional teams: who fills which role, and whether the team can "
                   "work."),
    "developer-name", _ ("The Remit developers"),
    "copyright", "© 2026 The Remit developers",
    "license-type", GTK_LICENSE_GPL_3_0,
    "release-notes", news,
    "release-notes-version", REMIT_VERSION,
    /* Translators: your name, as it is to appear in the about window */
    "translator-credits", _ ("translator-credits"),
    NULL);
}
