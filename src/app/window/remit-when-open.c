/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that wait until the workspace of a window is open. */
#include "remit-when-open.h"

/* Counted: the signal of the window has one, and what is done later another. */
typedef struct {
  RemitWindow *window; /* weak */
  char *path;
  RemitWhenOpenFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gulong opened;
} Task;

static void
task_clear (gpointer data)
{
  Task *self = data;

  g_clear_weak_pointer (&self->window);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->path);
}

static void
task_unref (gpointer self)
{
  g_rc_box_release_full (self, task_clear);
}

/* Another workspace may have been opened in its place. */
static void
do_now (gpointer data)
{
  Task *self = data;

  if (self->window != NULL && remit_window_get_workspace (self->window) != NULL
      && g_strcmp0 (remit_window_get_path (self->window), self->path) == 0)
    self->func (self->window, self->data);
  task_unref (self);
}

/* The plan is chosen after the workspace has come. */
static void
on_opened (RemitWindow *window,
           GParamSpec *pspec G_GNUC_UNUSED,
           gpointer data)
{
  Task *self = data;

  if (remit_window_get_workspace (window) == NULL)
    return;
  g_idle_add_once (do_now, g_rc_box_acquire (self));
  g_signal_handler_disconnect (window, self->opened);
}

void
remit_when_open (RemitWindow *window,
                 RemitWhenOpenFunc func,
                 gpointer data,
                 GDestroyNotify free_data)
{
  Task *self;

  g_return_if_fail (REMIT_IS_WINDOW (window));
  g_return_if_fail (func != NULL);

  self = g_rc_box_new0 (Task);
  self->path = g_strdup (remit_window_get_path (window));
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  g_set_weak_pointer (&self->window, window);
  if (remit_window_get_workspace (window) != NULL)
    do_now (self);
  else
    self->opened = g_signal_connect_data (window, "notify::workspace", G_CALLBACK (on_opened), self,
                                          (GClosureNotify) (GCallback) task_unref, 0);
}
