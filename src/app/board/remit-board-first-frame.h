/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the bench: how long it takes until the board is there. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * remit_board_first_frame_tell:
 *
 * With `REMIT_BENCH_FIRST_FRAME` in the environment, says on the standard error when the first
 * complete frame of a board was painted, which is now, and quits. Otherwise does nothing.
 */
void remit_board_first_frame_tell (void);

G_END_DECLS
