/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Focus rings, hidden while the pointer is used. */
#pragma once

/**
 * remit_focus_ring_install:
 *
 * From now on each press in a window hides the ring around what has the keyboard there, until the
 * next key. GTK 4.8 leaves it for some seconds, around what is not clicked.
 */
void remit_focus_ring_install (void);
