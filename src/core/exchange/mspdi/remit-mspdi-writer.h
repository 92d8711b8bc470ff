/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as MSPDI, the XML of Microsoft Project. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * remit_mspdi_write:
 *
 * Writes teams as summary tasks, slots as tasks, people as resources with calendars of their own,
 * in which absences are exceptions, and assignments; the calendar of the project has the working
 * hours and the holidays of the workspace. What the format has no place for, as decisions, is left
 * out. Numbers are the same each time as long as the plan is. See #RemitExporter.
 */
gboolean remit_mspdi_write (const RemitExport *export,
                            RemitOutput *output,
                            GError **error);
