/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the style sheet of a report reads. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exporter.h"

/** The namespace of what is in a report, and not in a plan: findings, and functions. */
#define REMIT_REPORT_NAMESPACE "urn:remit:report:1"

/**
 * remit_report_input_new:
 *
 * Makes the document: the plan's XML as its audience is given it, and, for the audience `full`, at
 * the end of its root an element `finding` of the report's namespace for each finding: `rule`,
 * `severity` (error, warning, information), `severity-label`, `title`, `message`, `why`, and of one
 * that was accepted `accepted-by`, `accepted-until` and `reason`. Elements `skills`, `load` and
 * `cost` of that namespace have what is computed of them, as far as the audience may read what that
 * is made of; data/stylesheets/README.md describes them.
 *
 * Returns: (transfer full): the document, or %NULL with @error set as by remit_plan_write()
 */
xmlDoc *remit_report_input_new (const RemitExport *export,
                                GError **error);
