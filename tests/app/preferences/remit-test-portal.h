/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop's portal for what runs in the background, which says what a test wants it to say. */
#pragma once

#include <gio/gio.h>

/**
 * RemitTestPortal:
 * @n_asked: how often it was asked, and with what: @autostart, @command
 * @code: with it, @background and @starts it answers
 * @is_slow: answers not by itself, but when remit_test_portal_answer() is called
 * @is_old: has handles of its own
 * @fails: does not even begin
 */
typedef struct {
  GDBusConnection *connection;
  guint object;
  char *asker;
  char *handle;

  guint n_asked;
  gboolean autostart;
  char *command;

  guint code;
  gboolean background;
  gboolean starts;
  gboolean is_slow;
  gboolean is_old;
  gboolean fails;
} RemitTestPortal;

/** Returns: (transfer full): one that is on the session bus, and grants everything; without
 * @has_background it has nothing for what runs in the background */
RemitTestPortal *remit_test_portal_new (gboolean has_background);
void remit_test_portal_free (RemitTestPortal *portal);

/** Answers the last question. */
void remit_test_portal_answer (RemitTestPortal *portal);
