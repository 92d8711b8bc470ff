/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts about a level that are shown in several places. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/** Returns: (transfer full): how the holder of a rung is called, and who that is today */
char *remit_rung_dup_words (RemitWorkspace *workspace,
                            const RemitRecord *rung,
                            gint64 team);
