/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key whose action would change a workspace that cannot be changed says why it does not. */
#pragma once

#include "widgets/remit-view.h"

/** Watches the keys of the window that @view is in, while it shows a workspace of that kind. */
void remit_refused_keys_watch (RemitView *view);
