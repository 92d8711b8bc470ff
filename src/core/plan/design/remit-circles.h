/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles of references between rows of one kind: managers, parent teams, superseded decisions. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitCircles:
 *
 * Judges one field, for forms and imports alike. Rows are read from the store, also what the edit
 * at work has written.
 */
typedef struct _RemitCircles RemitCircles;

/** @field: a reference of @kind to the same kind */
RemitCircles *remit_circles_new (RemitStore *store,
                                 RemitKind kind,
                                 guint field);
void remit_circles_free (RemitCircles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCircles, remit_circles_free)

/**
 * remit_circles_has:
 * @has: (out): whether following the field from a row leads back to that row
 *
 * What leads into a circle of others is not in it. Rows that lead out of all circles are not
 * followed again, so that a whole import is judged in linear time: between two calls references may
 * be removed, but not added.
 *
 * Returns: whether the rows could be read
 *
 * Errors: %REMIT_STORE_ERROR
 */
gboolean remit_circles_has (RemitCircles *self,
                            gint64 id,
                            gboolean *has,
                            GError **error);

/** The same for a record as it would be, saved or not; whatever has been added meanwhile. */
gboolean remit_circles_would_have (RemitCircles *self,
                                   const RemitRecord *record,
                                   gboolean *has,
                                   GError **error);
