/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as XML, as a stream. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exporter.h"

#define REMIT_PLAN_NAMESPACE "urn:remit:plan:1"
#define REMIT_PLAN_FORMAT "1.10"

/** Writes a plan with everything that it refers to; see #RemitExporter. */
gboolean remit_plan_write (const RemitExport *export,
                           RemitOutput *output,
                           GError **error);

/** Returns: (transfer full): the same as a tree, without spaces between elements, or %NULL with
 * @error set */
xmlDoc *remit_plan_build (const RemitExport *export,
                          GError **error);

/** Returns: (transfer full): a text without the characters that XML does not have */
char *remit_plan_dup_xml_text (const char *text);
