/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read once for all files of the application, where -Db_pch=true asks for it, which halves
 * the time that a build takes. Each file includes what it needs all the same. */
#include <adwaita.h>
#include <glib/gi18n.h>
