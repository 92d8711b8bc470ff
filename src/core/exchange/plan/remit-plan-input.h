/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file in XML, on their way to libxml2. */
#pragma once

#include <gio/gio.h>

/**
 * RemitPlanInput:
 * @size: of the file, 0 when it is not known
 * @n_read: how much of it was read
 * @n_read_before_token: how much was when the last tag or text ended, as the parser says
 */
typedef struct {
  GInputStream *stream;
  goffset size;
  goffset n_read;
  goffset n_read_before_token;
} RemitPlanInput;

/** Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE */
gboolean remit_plan_input_open (RemitPlanInput *self,
                                const char *path,
                                GError **error);

/**
 * remit_plan_input_read:
 *
 * Fills the buffer, if there is as much. What libxml2 would have to convert is refused before it
 * does, but for UTF-16.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED, %G_IO_ERROR_CANCELLED
 *
 * Returns: how many bytes there are, or -1 with @error set
 */
gssize remit_plan_input_read (RemitPlanInput *self,
                              char *buffer,
                              gsize length,
                              GCancellable *cancellable,
                              GError **error);

/** Returns: how much of the file was read, from 0 to 1 */
double remit_plan_input_get_share (const RemitPlanInput *self);

/** Returns: whether a tag or text is longer than any in such a file: libxml2 would take much more,
 *   at the square of the time */
gboolean remit_plan_input_is_token_long (const RemitPlanInput *self);
