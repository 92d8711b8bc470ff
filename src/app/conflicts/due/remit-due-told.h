/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which due conflicts were notified, kept between sessions. */
#pragma once

#include <glib.h>

/**
 * remit_due_told_add:
 * @due: when the time on the rung is up: another rung is another matter
 * @is_over: whether the time limit has passed, rather than coming soon
 *
 * Remembers a notification permanently: in `told.ini` in the user's state folder.
 *
 * Returns: whether it has not been told before
 */
gboolean remit_due_told_add (gint64 conflict,
                             gint64 due,
                             gboolean is_over);
