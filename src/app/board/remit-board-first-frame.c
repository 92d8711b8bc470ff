/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the bench: how long it takes until the board is there. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-first-frame.h"

#include <gio/gio.h>

void
remit_board_first_frame_tell (void)
{
  if (g_getenv ("REMIT_BENCH_FIRST_FRAME") == NULL)
    return;
  g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_application_quit (g_application_get_default ());
}
