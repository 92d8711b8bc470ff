/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers: 63 bits, unique across workspaces, rising with time. */
#pragma once

#include <glib.h>

/**
 * remit_id_new:
 *
 * The milliseconds since 1970 in the high 42 bits, random low 21 bits; within a process always
 * larger than the one before. May be called from any thread.
 */
gint64 remit_id_new (void);

/**
 * remit_id_format:
 *
 * Writes @id as 16 lower-case hexadecimal digits, as in XML, into @buffer.
 */
void remit_id_format (gint64 id,
                      char buffer[17]);

/**
 * remit_id_parse:
 *
 * Returns: the id that @text, exactly 16 hexadecimal digits, stands for, or 0
 */
gint64 remit_id_parse (const char *text);
