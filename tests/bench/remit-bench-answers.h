/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the real window takes to answer what is asked of it, until the frame that shows it.
 *
 * A turn of the main loop, from the end of one poll to the beginning of the next, is what keeps the
 * window from answering. */
#pragma once

#include "window/remit-window.h"

/** Opens a workspace in a window, and waits until the checker has ended. @emitter: a type whose
 * signal `found` tells that there is an answer */
RemitWindow *remit_bench_answers_open (const char *workspace,
                                       GType emitter);

/** Closes the window, and ends the measurement. */
void remit_bench_answers_close (RemitWindow *window);

/** Runs the main loop for some time, which is not measured. */
void remit_bench_answers_pause (guint milliseconds);

/** Says that something is asked now. */
void remit_bench_answers_ask (void);

/** Returns: how long it took from @begin until the frame that shows the answer, in microseconds */
gint64 remit_bench_answers_wait (GtkWidget *widget,
                                 gint64 begin);

/** Prints median and 95 % of times. */
void remit_bench_answers_print (const char *name,
                                GArray *times);

/** Forgets the turns so far. */
void remit_bench_answers_reset_turns (void);

/** Prints 99 % of the turns, and the longest one. */
void remit_bench_answers_print_turns (void);
