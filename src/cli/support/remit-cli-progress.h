/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work: how far it is, on the terminal, and Ctrl-C, which cancels it. */
#pragma once

#include <gio/gio.h>

/**
 * RemitCliProgress:
 * @doing: (nullable): translated: "Importing"; %NULL to show nothing
 * @cancellable: is cancelled by SIGINT and SIGTERM
 */
typedef struct {
  const char *doing;
  GCancellable *cancellable;
  int shown;
} RemitCliProgress;

/** From now on SIGINT and SIGTERM cancel; a second one ends the program. */
void remit_cli_progress_init (RemitCliProgress *self,
                              const char *doing);

/** A #RemitProgress, whose data is the #RemitCliProgress. Writes to a terminal only. */
void remit_cli_progress_step (double share,
                              gpointer data);

/** Wipes what stands on the terminal. */
void remit_cli_progress_clear (RemitCliProgress *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitCliProgress, remit_cli_progress_clear)

/** Returns: the signal that cancelled, or 0 */
int remit_cli_progress_get_signal (void);
