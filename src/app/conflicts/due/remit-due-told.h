/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been told of clocks, kept from one start to the next. */
#pragma once

#include <glib.h>

/**
 * remit_due_told_add:
 * @due: when the time on the rung is up: another rung is another matter
 * @is_over: whether it is told that the time is up, rather than that it soon will be
 *
 * Remembers that something is told, for good: in `told.ini` in the user's state folder.
 *
 * Returns: whether it has not been told before
 */
gboolean remit_due_told_add (gint64 conflict,
                             gint64 due,
                             gboolean is_over);
