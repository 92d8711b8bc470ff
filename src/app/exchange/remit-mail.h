/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file goes into an e-mail, by the desktop's portal. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_mail_dup_path:
 * @name: of a file
 *
 * Where a file is written that is to be attached: the e-mail may be sent later. What was attached
 * on earlier days is deleted.
 *
 * Returns: (transfer full): the path, in a folder of its own that is there
 */
char *remit_mail_dup_path (const char *name);

/**
 * remit_mail_send:
 *
 * Has the desktop begin an e-mail with the file attached, which the user completes and sends. Where
 * there is no desktop portal, or no program for e-mail, a toast in @parent says where the file is.
 */
void remit_mail_send (GtkWindow *parent,
                      const char *path);
