/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the audiences that an organisation has made; data/audiences/README.md describes them. */
#pragma once

#include "remit-own-audience.h"

/** The namespace of such a file. */
#define REMIT_AUDIENCE_NAMESPACE "urn:remit:audience:1"

/** Returns: (transfer full) (nullable): the audience in a file. Errors: %REMIT_EXCHANGE_ERROR, with
 *   the line */
RemitOwnAudience *remit_audience_files_read (const char *path,
                                             GError **error);

/**
 * remit_audience_files_load:
 * @faults: (element-type utf8): gets a line for each file that cannot be used
 *
 * Returns: (transfer full) (element-type RemitOwnAudience): those in `remit/audiences` of the
 *   user's data folder, of everybody's on the machine, and of the program; of one name, the first
 */
GPtrArray *remit_audience_files_load (GPtrArray *faults);

/** Returns: (transfer full): another text when one of these files was added, changed or removed */
char *remit_audience_files_dup_stamp (void);
