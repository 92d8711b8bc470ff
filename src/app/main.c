/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program starts. */
#include <glib/gi18n.h>

#include "application/remit-application.h"
#include "model/remit-locale.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;

  remit_locale_init ();
  g_set_application_name (_ ("Remit"));

  application = remit_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
