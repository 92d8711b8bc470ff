/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drag offers: to this window what is carried, to other programs people as vCards. */
#pragma once

#include <gdk/gdk.h>

#include "remit-drag.h"
#include "store/workspace/remit-workspace.h"

/** @workspace: (nullable): whose people are carried. Returns: (transfer full) */
GdkContentProvider *remit_drag_content_new (const RemitDrag *drag,
                                            RemitWorkspace *workspace);
