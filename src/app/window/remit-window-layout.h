/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of a window, and the inspector beside them. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitWindowLayout:
 *
 * Gives the inspector, which is created when it is wanted for the first time, the width that what
 * it shows can use and the window can spare. Properties: `views`, the widget beside it, and
 * `inspecting`, whether it is shown. Has the actions `win.enter-inspector` and
 * `win.close-inspector`.
 */
#define REMIT_TYPE_WINDOW_LAYOUT (remit_window_layout_get_type ())
G_DECLARE_FINAL_TYPE (RemitWindowLayout, remit_window_layout, REMIT, WINDOW_LAYOUT, RemitView)

/** Tells how wide the window is; may be called while sizes are allocated. */
void remit_window_layout_set_window_width (RemitWindowLayout *self,
                                           int width);

/** Shows an entity in the inspector. */
void remit_window_layout_inspect (RemitWindowLayout *self,
                                  RemitKind kind,
                                  gint64 id);

/** Returns: the kind of what the inspector shows, with its @id; %REMIT_KIND_NONE when it shows
 * nothing or is closed */
RemitKind remit_window_layout_get_inspected (RemitWindowLayout *self,
                                             gint64 *id);
