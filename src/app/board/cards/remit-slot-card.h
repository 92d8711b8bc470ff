/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot on the board: its role, what it needs, and who is in it. */
#pragma once

#include "board/state/remit-board-ghosts.h"
#include "check/remit-checker.h"
#include "plan/placement/remit-placement.h"
#include "remit-chip.h"

#define REMIT_TYPE_SLOT_CARD (remit_slot_card_get_type ())
G_DECLARE_FINAL_TYPE (RemitSlotCard, remit_slot_card, REMIT, SLOT_CARD, GtkWidget)

RemitSlotCard *remit_slot_card_new (RemitDragHub *hub);

void remit_slot_card_bind (RemitSlotCard *self,
                           RemitWorkspace *workspace,
                           RemitEntity *slot);
/** What is laid over it when it is bound; %NULL for nothing. */
void remit_slot_card_set_ghosts (RemitSlotCard *self,
                                 RemitBoardGhosts *ghosts);
void remit_slot_card_unbind (RemitSlotCard *self);

/** Returns: the id of the slot it shows, or 0 */
gint64 remit_slot_card_get_slot (RemitSlotCard *self);

/** Returns: (transfer none) (nullable): the chip of an assignment */
GtkWidget *remit_slot_card_get_chip (RemitSlotCard *self,
                                     gint64 assignment);

/**
 * @verdict: what putting there what is carried would be; %REMIT_VERDICT_NOTHING marks nothing
 * @target: whether it is the one under the pointer, or the one that the keyboard has gone to
 */
void remit_slot_card_set_mark (RemitSlotCard *self,
                               RemitVerdict verdict,
                               gboolean target);

/** Marks the chip of an assignment as the one to swap with, and no other; 0 for none. */
void remit_slot_card_set_target (RemitSlotCard *self,
                                 gint64 assignment);

/**
 * remit_slot_card_set_selected:
 * @slot: the slot that is selected, or 0
 * @person: who is selected, or 0: in whatever slot they are, they are marked
 */
void remit_slot_card_set_selected (RemitSlotCard *self,
                                   gint64 slot,
                                   gint64 person);

/** Shows nothing but the names of slot and people. */
void remit_slot_card_set_names (RemitSlotCard *self,
                                gboolean names);

/** Shows as much of the name as three lines take, and not one alone. */
void remit_slot_card_set_wraps (RemitSlotCard *self,
                                gboolean wraps);

/**
 * remit_slot_card_measure_beside:
 * @text: (out) (transfer full): a name as it wraps, whose width is to be set
 *
 * For measuring, with example contents, which are to be set again.
 *
 * Returns: how much of a card's width is not the name's, with a mark in the heading
 */
int remit_slot_card_measure_beside (RemitSlotCard *self,
                                    PangoLayout **text);

/** For measuring: shows example contents. */
void remit_slot_card_set_example (RemitSlotCard *self,
                                  guint n_chips,
                                  gboolean has_needs);

/** Shows what was found about it; @checker may be %NULL. */
void remit_slot_card_show_findings (RemitSlotCard *self,
                                    RemitChecker *checker);
