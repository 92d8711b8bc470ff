/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets up the user's language, for all programs alike. */
#include "remit-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
remit_locale_init (void)
{
  const char *folder = g_getenv ("REMIT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : REMIT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
