/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a decision or a conflict, as it is read. */
#pragma once

#include "store/workspace/remit-workspace.h"

/** Returns: whether an entry has not been taken back by one that stands itself */
gboolean remit_log_stands (RemitWorkspace *workspace,
                           RemitEntity *event);
