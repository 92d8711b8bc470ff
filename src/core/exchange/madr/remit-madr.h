/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a plan in the form of Markdown Architectural Decision Records. */
#pragma once

#include "exchange/remit-exporter.h"

/** What each of the files has in its head. */
#define REMIT_MADR_LINE "generator: Remit\n"
#define REMIT_MADR_MARK "\n" REMIT_MADR_LINE

/**
 * remit_madr_write:
 *
 * Writes a part for each decision, in the form of MADR 4.0 (https://adr.github.io/madr/): a head in
 * YAML with its status, date, decision-makers, and who is consulted and informed; then context,
 * outcome, consequences, evidence, and the log. Decisions that replace one another are linked by
 * the names of their files. The head has MADR's English words, the rest is in the reader's
 * language.
 */
gboolean remit_madr_write (const RemitExport *export,
                           RemitOutput *output,
                           GError **error);
