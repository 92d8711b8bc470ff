/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the password of a key. */
#pragma once

#include <gtk/gtk.h>

/** Called once. @password: (nullable): %NULL when none was given */
typedef void (*RemitPasswordAnswer) (gpointer data,
                                     const char *password);

/** Presents the question above @parent. @reason: translated: which password, or what was wrong */
void remit_password_dialog_ask (GtkWindow *parent,
                                const char *reason,
                                RemitPasswordAnswer answer,
                                gpointer data);
