/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may steer a terminal. */
#pragma once

#include <glib.h>

/**
 * remit_cli_terminal_guard:
 *
 * From now on g_print() and g_printerr() write no control characters but tabs and line ends: names
 * and messages may come from a file that somebody has sent.
 */
void remit_cli_terminal_guard (void);

/** Returns: (transfer full): JSON in which such characters are escaped, as JSON does */
char *remit_cli_terminal_escape_json (const char *json);
