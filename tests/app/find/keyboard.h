/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for the keyboard to come to a card, a chip or a head: a board that is being measured
 * gives it a frame later. */
#pragma once

#include "board-fixture.h"

typedef struct {
  GtkWindow *window;
  gint64 id; /* of a slot, an assignment or a team */
} WantedFocus;

static inline gboolean
has_wanted_focus (gpointer data)
{
  const WantedFocus *wanted = data;
  GtkWidget *focus = gtk_window_get_focus (wanted->window);

  if (REMIT_IS_CHIP (focus))
    return remit_chip_get_assignment (REMIT_CHIP (focus)) == wanted->id;
  if (REMIT_IS_SLOT_CARD (focus))
    return remit_slot_card_get_slot (REMIT_SLOT_CARD (focus)) == wanted->id;
  return REMIT_IS_TEAM_HEAD (focus)
         && remit_team_head_get_team (REMIT_TEAM_HEAD (focus)) == wanted->id;
}

/** Returns: what has the keyboard, once that shows a slot, an assignment or a team */
static inline GtkWidget *
wait_for_keyboard (BoardFixture *f,
                   gint64 id)
{
  WantedFocus wanted = { GTK_WINDOW (f->window), id };

  remit_test_wait (has_wanted_focus, &wanted);
  return gtk_window_get_focus (wanted.window);
}
