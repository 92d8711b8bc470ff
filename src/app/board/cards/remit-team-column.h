/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team on the board: its head, and below it the cards of those of its slots that are in sight. */
#pragma once

#include "remit-slot-card.h"
#include "remit-team-head.h"

/**
 * RemitTeamColumn:
 *
 * For assistive technology a group with the name of the team, the head first and then the cards, in
 * their order. Cards are made for what is in sight, and used again. Where head and cards stand is
 * said by remit_team_column_allocate() and remit_team_column_allocate_card().
 */
#define REMIT_TYPE_TEAM_COLUMN (remit_team_column_get_type ())
G_DECLARE_FINAL_TYPE (RemitTeamColumn, remit_team_column, REMIT, TEAM_COLUMN, GtkWidget)

RemitTeamColumn *remit_team_column_new (RemitDragHub *hub);

/** Shows a team, whose slots have no cards yet. */
void remit_team_column_bind (RemitTeamColumn *self,
                             RemitWorkspace *workspace,
                             RemitEntity *team);
/** Shows nothing any longer. */
void remit_team_column_unbind (RemitTeamColumn *self);

RemitTeamHead *remit_team_column_get_head (RemitTeamColumn *self);

/** Returns: (transfer none) (nullable): the card of a slot, if it has one */
RemitSlotCard *remit_team_column_get_card (RemitTeamColumn *self,
                                           gint64 slot);

/** Returns: (transfer none): a card for a slot that has none, which is bound by the caller */
RemitSlotCard *remit_team_column_add_card (RemitTeamColumn *self,
                                           gint64 slot);

/** Called for the card of a slot. Returns: whether it is kept */
typedef gboolean (*RemitTeamColumnKeep) (gint64 slot,
                                         RemitSlotCard *card,
                                         gpointer data);

/** Takes the cards of which @keep says %FALSE from their slots. */
void remit_team_column_release_cards (RemitTeamColumn *self,
                                      RemitTeamColumnKeep keep,
                                      gpointer data);

/** Called for the card of a slot. */
typedef void (*RemitTeamColumnFunc) (gint64 slot,
                                     RemitSlotCard *card,
                                     gpointer data);

void remit_team_column_foreach_card (RemitTeamColumn *self,
                                     RemitTeamColumnFunc func,
                                     gpointer data);

/** Returns: how many widgets it has made for cards, in use or not */
guint remit_team_column_get_n_cards (RemitTeamColumn *self);

/**
 * remit_team_column_allocate:
 * @scale: how large it is seen, from its top: 1 unless it grows
 *
 * Gives the head the first @head_height pixels, and the cards the rest.
 */
void remit_team_column_allocate (RemitTeamColumn *self,
                                 const GtkAllocation *place,
                                 int head_height,
                                 double scale);
/** @place: below the head */
void remit_team_column_allocate_card (RemitSlotCard *card,
                                      const GtkAllocation *place);
/** The same for the button that adds a slot. */
void remit_team_column_allocate_foot (RemitTeamColumn *self,
                                      const GtkAllocation *place);
/** Marks that button as a place for people, as remit_slot_card_set_mark() does a card. */
void remit_team_column_set_mark (RemitTeamColumn *self,
                                 RemitVerdict verdict,
                                 gboolean target);
/** Shows that button as the place for the first slot of a team. */
void remit_team_column_set_empty (RemitTeamColumn *self,
                                  gboolean empty);
/** Returns: how high that button is */
int remit_team_column_measure_foot (RemitTeamColumn *self);
