/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time zones by their names. */
#include "model/remit-zone.h"

static void
check (const char *name,
       gboolean is_there)
{
  g_autoptr (GTimeZone) zone = remit_zone_find (name);

  if ((zone != NULL) != is_there)
    g_error ("“%s” is %sa time zone", name, zone != NULL ? "" : "not ");
}

static void
test_zones (void)
{
  check ("Europe/Berlin", TRUE);
  check ("America/Argentina/Buenos_Aires", TRUE);
  check ("Etc/GMT+8", TRUE);
  check ("UTC", TRUE);
  check ("+02:00", TRUE);
  check ("Europe/Atlantis", FALSE);
}

/* None of these is opened: not a file elsewhere, not a folder, not what has no end. */
static void
test_others (void)
{
  static const char *const names[] = {
    "", ".", "..", "../../../etc/passwd", "Europe/../../../../etc/passwd", "/etc/passwd",
    "/dev/stdin", ":/etc/passwd", "Europe", "Europe/", "Europe/Berlin\n", "Europe/Berlin ",
    "\377", "Ä",
  };
  g_autofree char *endless = g_strnfill (100000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check (names[i], FALSE);
  check (endless, FALSE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/zones", test_zones);
  g_test_add_func ("/zone/others", test_others);

  return g_test_run ();
}
