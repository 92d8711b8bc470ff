/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing what was suggested, from the dialog and from the board. */
#include "remit-suggest-take.h"

#include "widgets/remit-attempts.h"
#include "widgets/remit-feedback.h"

typedef struct {
  gint64 plan;
  GArray *rows;
  void (*done) (GtkWidget *widget, gboolean is_done);
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_array_unref (self->rows);
  g_free (self);
}

static gint64
take (RemitWorkspace *workspace,
      gpointer data,
      GError **error)
{
  const Taking *self = data;

  return remit_workspace_open_plan (workspace, self->plan, error)
         && remit_suggest_do (workspace, self->rows, error);
}

static void
on_taken (GtkWidget *widget,
          RemitWorkspace *workspace,
          gint64 result,
          gpointer data,
          const GError *error)
{
  const Taking *self = data;

  remit_feedback_edit (widget, workspace, result != 0, error);
  if (self->done != NULL)
    self->done (widget, result != 0);
}

void
remit_suggest_take (GtkWidget *widget,
                    RemitWorkspace *workspace,
                    gint64 plan,
                    GArray *rows,
                    void (*done) (GtkWidget *widget, gboolean is_done))
{
  Taking *taking = g_new0 (Taking, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  taking->plan = plan;
  taking->rows = rows;
  taking->done = done;
  remit_try_in_thread (widget, workspace, take, taking, taking_free, on_taken);
}
