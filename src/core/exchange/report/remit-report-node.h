/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements that a report has beside those of the plan. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exporter.h"

/** Sets an attribute, unless the text is empty. @text: (nullable) */
void remit_report_node_set (xmlNode *node,
                            const char *name,
                            const char *text);
void remit_report_node_set_id (xmlNode *node,
                               const char *name,
                               gint64 id);
/** Sets an attribute, unless it is 0. */
void remit_report_node_set_some (xmlNode *node,
                                 const char *name,
                                 gint64 integer);
void remit_report_node_set_day (xmlNode *node,
                                const char *name,
                                gint64 day);

/** Adds the element `skills` to the root, if the audience may read levels. */
gboolean remit_report_add_skills (const RemitExport *export,
                                  xmlNode *root,
                                  xmlNs *ns,
                                  GError **error);

/** Adds the element `load`, of what the audience may read. */
gboolean remit_report_add_load (const RemitExport *export,
                                xmlNode *root,
                                xmlNs *ns,
                                GError **error);

/** Adds the element `cost`, if the audience may read day rates and there are any.
 * @from: the first day, and @until the last one */
gboolean remit_report_add_cost (const RemitExport *export,
                                xmlNode *root,
                                xmlNs *ns,
                                gint64 from,
                                gint64 until,
                                GError **error);
