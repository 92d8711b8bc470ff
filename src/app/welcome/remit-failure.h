/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows that cannot open its workspace. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REMIT_TYPE_FAILURE (remit_failure_get_type ())
G_DECLARE_FINAL_TYPE (RemitFailure, remit_failure, REMIT, FAILURE, AdwBin)

GtkWidget *remit_failure_new (void);

/** Says why the workspace at @path cannot be opened. */
void remit_failure_show (RemitFailure *self,
                         const char *path,
                         const GError *error);

G_END_DECLS
