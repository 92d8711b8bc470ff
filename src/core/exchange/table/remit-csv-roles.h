/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of the seats in a CSV file. */
#pragma once

#include "remit-csv-private.h"

G_BEGIN_DECLS

typedef struct _RemitCsvRoles RemitCsvRoles;

/** Reads what roles there are. */
RemitCsvRoles *remit_csv_roles_new (RemitCsvJob *job,
                                    GError **error);
void remit_csv_roles_free (RemitCsvRoles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvRoles, remit_csv_roles_free)

/** Returns: the id of the role with a name or a key, which is made if need be; 0 with an error */
gint64 remit_csv_roles_get (RemitCsvRoles *self,
                            const RemitCsvRow *row,
                            char *name,
                            GError **error);

G_END_DECLS
