/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time as people type them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer full): "30m", "8h" and "2d" as in ISO 8601; anything else in upper case */
char *remit_cli_duration_dup (const char *text);

G_END_DECLS
