/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deadlines of a plan, for calendars. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * remit_deadlines_write:
 *
 * Writes an iCalendar file (RFC 5545) with an event for each deadline: of a decision that is still
 * proposed, the day until which it is to be decided; of an open conflict, the end of its level's
 * time, and its target day. An event keeps its UID from one export to the next, and its DTSTAMP is
 * that of the newest change, so that a calendar replaces what it has. See #RemitExporter.
 */
gboolean remit_deadlines_write (const RemitExport *export,
                                RemitOutput *output,
                                GError **error);
