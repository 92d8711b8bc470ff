/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program starts. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "remit-application.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, REMIT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Remit"));

  application = remit_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
