/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid over the plan on the board: suggestions, and the signs of a comparison. */
#include <glib/gi18n.h>

#include "remit-board-private.h"
#include "widgets/remit-feedback.h"

/* Of the keyboard's slot others may be shown now: what it says is spoken by whoever changes it. */
static void
on_changed (RemitBoard *self,
            gint64 slot)
{
  remit_board_show_over (self, slot);
}

void
remit_board_set_ghosts (RemitBoard *self,
                        RemitBoardGhosts *ghosts)
{
  RemitBoardAnchor anchor;

  g_return_if_fail (REMIT_IS_BOARD (self));

  if (self->ghosts == ghosts)
    return;
  if (self->ghosts != NULL)
    g_signal_handlers_disconnect_by_func (self->ghosts, on_changed, self);
  if (ghosts != NULL)
    g_signal_connect_object (ghosts, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  anchor = remit_board_take_anchor (self);
  g_set_object (&self->ghosts, ghosts);
  remit_board_model_set_ghosts (self->model, ghosts);
  remit_board_count_wraps_again (self);
  remit_board_show_over (self, 0);
  remit_board_rearranged (self, &anchor);
}

RemitBoardGhosts *
remit_board_get_ghosts (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);

  return self->ghosts;
}

static void
announce_toggled (RemitBoard *self,
                  const RemitBoardGhost *ghost)
{
  g_autofree char *text = NULL;

  if (ghost->problem != NULL)
    text = g_strdup (ghost->problem);
  else
    /* Translators: somebody who is suggested, and “selected” or “not selected” */
    text = g_strdup_printf (_ ("%1$s: %2$s"), ghost->title,
                            ghost->is_selected ? _ ("selected") : _ ("not selected"));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

/* Several people for one slot are selected together. */
gboolean
remit_board_toggle_ghost (RemitBoard *self)
{
  GPtrArray *ghosts = remit_board_ghosts_get (self->ghosts, self->cursor->slot);
  const RemitBoardGhost *first = ghosts != NULL ? ghosts->pdata[0] : NULL;
  gboolean select;

  if (first == NULL || !first->is_choice)
    return FALSE;
  select = !first->is_selected;
  for (guint i = 0; i < ghosts->len; i++)
    remit_board_ghosts_select (self->ghosts, ((const RemitBoardGhost *) ghosts->pdata[i])->number,
                               select);
  announce_toggled (self, first);
  return TRUE;
}

gboolean
remit_board_go_to_ghost (RemitBoard *self,
                         int step)
{
  RemitBoardPlace place = remit_board_cursor_settle (self->cursor);
  gint64 id = self->ghosts != NULL ? remit_board_model_find_ghost (self->model, &place, step) : 0;

  if (id == 0)
    return FALSE;
  remit_board_show (self, id);
  return TRUE;
}

gboolean
remit_board_leave_ghosts (RemitBoard *self)
{
  if (self->ghosts == NULL)
    return FALSE;
  g_signal_emit_by_name (self, "leave");
  return TRUE;
}
