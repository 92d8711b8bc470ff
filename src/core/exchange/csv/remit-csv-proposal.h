/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which encoding a text may be that is neither UTF-8 nor UTF-16, by libuchardet. */
#pragma once

#include <glib.h>

/**
 * RemitCsvProposal:
 *
 * Looks at a text as it is read. It proposes; nothing is read so until somebody has said that it is
 * right.
 */
typedef struct _RemitCsvProposal RemitCsvProposal;

RemitCsvProposal *remit_csv_proposal_new (void);
void remit_csv_proposal_free (RemitCsvProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvProposal, remit_csv_proposal_free)

/** Looks at the next part of the text. */
void remit_csv_proposal_add (RemitCsvProposal *self,
                             const char *bytes,
                             gsize length);

/**
 * remit_csv_proposal_end:
 * @is_sure: (out): whether there is so much of the text that Windows-1252 is out of the question
 *
 * Returns: (nullable): an encoding that iconv knows, in which the text has other letters than in
 *   Windows-1252; that of Windows where it makes no difference; %NULL when none is likely
 */
const char *remit_csv_proposal_end (RemitCsvProposal *self,
                                    gboolean *is_sure);
