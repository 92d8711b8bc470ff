/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time zones by their names. */
#pragma once

#include <glib.h>

/**
 * remit_zone_find:
 * @name: "Europe/Berlin", "UTC", "+02:00"; wherever it comes from
 *
 * GLib opens a file of that name below the system's time zones; none is opened elsewhere.
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL when none has that name here
 */
GTimeZone *remit_zone_find (const char *name);
