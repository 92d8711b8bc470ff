/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample workspace, to look around in. */
#pragma once

#include <glib.h>

/**
 * remit_sample_dup_path:
 *
 * Returns: (transfer full): the path of the user's copy of the sample, made when there is none yet;
 *   or %NULL with @error set
 */
char *remit_sample_dup_path (GError **error);
