/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of the history that says what was sealed into an archive. */
#pragma once

#include "model/remit-message.h"

/**
 * RemitSeal:
 * @seq: the last line that was sealed
 * @digest: what the beginning of the history in the workspace comes to, 64 hexadecimal digits; see
 *   remit_anchor_make_digest()
 *
 * What the label of such a line tells beyond what people read. It is hashed with the line, so that
 * from then on the chain vouches for what stands for the sealed lines.
 */
typedef struct {
  gint64 seq;
  char digest[65];
} RemitSeal;

/**
 * remit_seal_new:
 * @day: the first day whose edits are kept
 * @archive: the name of the archive, without its folder
 */
RemitMessage *remit_seal_new (const RemitSeal *self,
                              gint64 day,
                              const char *archive);

/** Returns: whether a label of a line of form @form is one of remit_seal_new(); @self is what it
 * tells */
gboolean remit_seal_read (RemitSeal *self,
                          const char *label,
                          int form);

/** Where labels of such lines begin, as they stand in the history. */
#define REMIT_SEAL_BEGINNING "[\"Seal the history"
