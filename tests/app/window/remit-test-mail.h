/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop portal for e-mails, which a test says what to answer. */
#pragma once

#include <gio/gio.h>

/**
 * RemitTestMail:
 * @refuses: whether calls fail
 * @response: what is answered to others
 * @n_calls: how often it was called
 * @subject: of the last call
 * @attached: what the file has that was attached to it
 */
typedef struct {
  GDBusConnection *bus;
  guint object;
  gboolean refuses;
  guint response;
  guint n_calls;
  char *subject;
  char *attached;
} RemitTestMail;

/** Takes the portal's name on the bus of the test. */
void remit_test_mail_start (RemitTestMail *self);
void remit_test_mail_stop (RemitTestMail *self);
