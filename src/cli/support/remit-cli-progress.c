/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work: how far it is, on the terminal, and Ctrl-C, which cancels it. */
#include "remit-cli-progress.h"

#include <glib/gi18n.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int caught;

/* A thread waits for the signals, since a handler could not lock what a cancellable locks. */
static gpointer
wait_for_signals (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number = 0;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  if (sigwait (&signals, &number) != 0)
    return NULL;

  g_atomic_int_set (&caught, number);
  g_cancellable_cancel (cancellable);

  if (sigwait (&signals, &number) == 0)
    _exit (128 + number);
  return NULL;
}

void
remit_cli_progress_init (RemitCliProgress *self,
                         const char *doing)
{
  sigset_t signals;

  self->doing = isatty (STDERR_FILENO) ? doing : NULL;
  self->cancellable = g_cancellable_new ();
  self->shown = -1;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (self->cancellable)));
}

void
remit_cli_progress_step (double share,
                         gpointer data)
{
  RemitCliProgress *self = data;
  int percent = (int) (CLAMP (share, 0, 1) * 100);

  if (self->doing == NULL || percent == self->shown)
    return;
  self->shown = percent;
  fputs ("\r", stderr);
  /* Translators: what is being done, and how much of it is done: "Importing… 42 %" */
  g_printerr (_ ("%s… %d %%"), self->doing, percent);
  fflush (stderr);
}

void
remit_cli_progress_clear (RemitCliProgress *self)
{
  if (self->doing != NULL && self->shown >= 0)
    fputs ("\r\033[K", stderr);
  self->shown = -1;
  g_clear_object (&self->cancellable);
}

int
remit_cli_progress_get_signal (void)
{
  return g_atomic_int_get (&caught);
}
