/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With which key the user signs plans. */
#pragma once

#include "remit-state.h"

/** Files that signing needs. */
typedef enum {
  REMIT_STATE_SIGNING_KEY,
  REMIT_STATE_SIGNING_CERTIFICATE,
  REMIT_N_STATE_FILES
} RemitStateFile;

/** Returns: (transfer full) (nullable): the path of the file, if one was chosen */
char *remit_state_dup_signing_file (RemitStateFile which);

/** @path: (nullable): %NULL for none */
void remit_state_set_signing_file (RemitStateFile which,
                                   const char *path);
