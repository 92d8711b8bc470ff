/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection and the scroll position of a window when it was closed. */
#pragma once

#include "remit-view-stack.h"
#include "remit-window-layout.h"

void remit_window_place_save (const char *path,
                              RemitViewStack *views,
                              RemitWindowLayout *layout);

/** Goes there again, when the plan is shown. */
void remit_window_place_restore (const char *path,
                                 RemitViewStack *views);
