/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What targets share: bytes as a file that the readers can open. */
#pragma once

#include <glib.h>

/** What libFuzzer calls, and the unit test that replays the corpus; each target defines it. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize length);

/**
 * fuzz_input_open:
 * @path: (out): a name under which the bytes can be opened, as long as the descriptor is open
 *
 * Returns: a file descriptor to close
 */
int fuzz_input_open (const guint8 *data,
                     gsize length,
                     char path[32]);
