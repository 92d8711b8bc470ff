/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board says after it has done something. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-private.h"
#include "widgets/remit-feedback.h"

gboolean
remit_board_tell (RemitBoard *self,
                  gboolean done,
                  GError **error)
{
  if (done)
    remit_feedback_done (
      GTK_WIDGET (self),
      remit_workspace_get_undo_label (remit_board_model_get_workspace (self->model)));
  else if (*error != NULL)
    remit_feedback_error (GTK_WIDGET (self), *error);
  return done;
}
