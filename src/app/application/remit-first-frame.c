/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the bench: how long it takes until the board is there. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-first-frame.h"

/* The board is ready when its first frame has been painted. */
static void
on_ready (RemitBoardView *board)
{
  gboolean ready;

  g_object_get (board, "ready", &ready, NULL);
  if (!ready)
    return;

  g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (board, on_ready, NULL);
  g_application_quit (g_application_get_default ());
}

void
remit_first_frame_watch (RemitBoardView *board)
{
  g_return_if_fail (REMIT_IS_BOARD_VIEW (board));

  if (g_getenv ("REMIT_BENCH_FIRST_FRAME") != NULL)
    g_signal_connect (board, "notify::ready", G_CALLBACK (on_ready), NULL);
}
