/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases of older histories, in today's words. */
#pragma once

#include <glib.h>

/** Returns: (transfer none): what is shown for @phrase, in English */
const char *remit_phrase_get_current (const char *phrase);

/** The same for the plural of a phrase. */
const char *remit_phrase_get_current_plural (const char *phrase);
