/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's language. */
#pragma once

#include <glib.h>

/**
 * remit_locale_init:
 *
 * Sets the locale from the environment, and where the translations are: the installed ones, or
 * those in `$REMIT_LOCALE_DIR`, for the build folder. Each program calls it first.
 */
void remit_locale_init (void);
