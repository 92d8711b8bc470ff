/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, on the slot's card. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "board/state/remit-board-ghosts.h"

#define REMIT_TYPE_CHIP (remit_chip_get_type ())
G_DECLARE_FINAL_TYPE (RemitChip, remit_chip, REMIT, CHIP, GtkWidget)

RemitChip *remit_chip_new (RemitDragHub *hub);

void remit_chip_bind (RemitChip *self,
                      RemitWorkspace *workspace,
                      RemitEntity *assignment);
/** What is laid over it when it is bound; %NULL for nothing. */
void remit_chip_set_ghosts (RemitChip *self,
                            RemitBoardGhosts *ghosts);
void remit_chip_unbind (RemitChip *self);

/** Whether the person has more load than time, which is shown. */
gboolean remit_chip_is_marked (RemitChip *self);

/** Shows nothing but the name, and what speaks against the person. */
void remit_chip_set_names (RemitChip *self,
                           gboolean names);

/** Returns: the id of the assignment it shows, or 0 */
gint64 remit_chip_get_assignment (RemitChip *self);

/** Returns: the id of the person, or 0 */
gint64 remit_chip_get_person (RemitChip *self);
