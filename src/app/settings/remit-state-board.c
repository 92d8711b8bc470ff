/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the board when a workspace was closed. */
#include "remit-state-board.h"

#include "remit-state.h"

void
remit_state_board_clear (RemitStateBoard *self)
{
  g_clear_pointer (&self->grouping, g_free);
  g_clear_pointer (&self->zoom, g_free);
  g_clear_pointer (&self->colors, g_free);
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_pointer (&self->text, g_free);
}

gboolean
remit_state_board_get (const char *path,
                       RemitStateBoard *board)
{
  g_autoptr (GVariant) value = remit_state_recall ("boards", path);

  if (value != NULL)
    g_variant_get (value, "(sss^assiiii)", &board->grouping, &board->zoom, &board->colors,
                   &board->folded, &board->text, &board->topology, &board->risk, &board->vacancy,
                   &board->findings);
  return value != NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static GVariant *
create_value (const RemitStateBoard *board)
{
  static const char *const none[] = { NULL };

  return g_variant_new ("(sss^assiiii)", or_empty (board->grouping), or_empty (board->zoom),
                        or_empty (board->colors),
                        board->folded != NULL ? (const char *const *) board->folded : none,
                        or_empty (board->text), board->topology, board->risk, board->vacancy,
                        board->findings);
}

void
remit_state_board_set (const char *path,
                       const RemitStateBoard *board)
{
  remit_state_remember ("boards", path, create_value (board));
}
