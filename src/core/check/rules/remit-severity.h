/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How bad a finding is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RemitSeverity:
 * @REMIT_SEVERITY_ERROR: the team cannot work like this, or would fail an audit
 * @REMIT_SEVERITY_WARNING: a manager should look at it
 * @REMIT_SEVERITY_INFORMATION: good to know
 */
typedef enum {
  REMIT_SEVERITY_ERROR,
  REMIT_SEVERITY_WARNING,
  REMIT_SEVERITY_INFORMATION,
  REMIT_N_SEVERITIES
} RemitSeverity;

/** The word in files and for programs: "error". */
const char *remit_severity_get_nick (RemitSeverity severity);
/** The translated word for people: "Error". */
const char *remit_severity_get_label (RemitSeverity severity);
/** Returns: the severity, or -1 for another word */
int remit_severity_find (const char *nick);

G_END_DECLS
