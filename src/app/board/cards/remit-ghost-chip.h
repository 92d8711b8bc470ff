/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who is not in a slot, on the slot's card: suggested for it, or removed from it. */
#pragma once

#include <gtk/gtk.h>

#include "board/state/remit-board-ghosts.h"

#define REMIT_TYPE_GHOST_CHIP (remit_ghost_chip_get_type ())
G_DECLARE_FINAL_TYPE (RemitGhostChip, remit_ghost_chip, REMIT, GHOST_CHIP, GtkWidget)

RemitGhostChip *remit_ghost_chip_new (void);

/** Shows the ghost with a number. @slot_name: what its slot is called */
void remit_ghost_chip_bind (RemitGhostChip *self,
                            RemitBoardGhosts *ghosts,
                            guint number,
                            const char *slot_name);
void remit_ghost_chip_unbind (RemitGhostChip *self);

/** Shows nothing but the first line. */
void remit_ghost_chip_set_names (RemitGhostChip *self,
                                 gboolean names);

/** Returns: (transfer full): a ghost in words: "Suggested: Ada Lovelace · 60 %, selected. Knows …"
 */
char *remit_ghost_chip_dup_words (const RemitBoardGhost *ghost);
