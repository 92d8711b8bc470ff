/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the letters of the matrix mean. */
#pragma once

#include <glib.h>

/**
 * remit_decisions_legend_dup_words:
 * @frameworks: a bit for each #RemitFramework that is there
 *
 * Returns: (transfer full): a line for each framework: "RACI: R Responsible · A Accountable · …"
 */
char *remit_decisions_legend_dup_words (guint frameworks);
