/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of a conflict, tried. */
#include "remit-conflict-step.h"

typedef struct {
  gint64 conflict;
  RemitConflictEventKind kind;
  gint64 from;
  gint64 person;
  char *text;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->text);
  g_free (self);
}

static gint64
step (RemitWorkspace *workspace,
      gpointer data,
      GError **error)
{
  const Step *self = data;

  return remit_settle_step (workspace, self->conflict, self->kind, self->from, self->person,
                            self->text, error);
}

gboolean
remit_conflict_step_try (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         gint64 conflict,
                         RemitConflictEventKind kind,
                         gint64 from,
                         gint64 person,
                         const char *text)
{
  Step self = { conflict, kind, from, person, g_strdup (text) };

  return remit_try (widget, workspace, step, g_memdup2 (&self, sizeof self), step_free);
}
