/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window restores: size, sidebar and view. */
#pragma once

#include <adwaita.h>

#include "remit-view-stack.h"

void remit_window_state_restore (GtkWindow *window,
                                 AdwFlap *sidebar,
                                 RemitViewStack *views);

void remit_window_state_save (GtkWindow *window,
                              AdwFlap *sidebar,
                              RemitViewStack *views);
