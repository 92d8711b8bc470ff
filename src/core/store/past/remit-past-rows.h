/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a changeset that leads back, what is about one plan, and what that needs. */
#pragma once

#include "store/changes/remit-inverse.h"

/**
 * RemitPastRows:
 * @members: the ids of rows that come back, and are of the plan
 *
 * What is known from one changeset to the next.
 */
typedef struct {
  RemitStore *store;
  gint64 plan;
  GHashTable *members;
} RemitPastRows;

void remit_past_rows_init (RemitPastRows *self,
                           RemitStore *store,
                           gint64 plan);
void remit_past_rows_clear (RemitPastRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitPastRows, remit_past_rows_clear)

/**
 * remit_past_rows_pick:
 * @inverse: (inout): what leads back; keeps what is of the plan, and what comes back of the
 *   workspace that the plan refers to
 *
 * Errors: %REMIT_STORE_ERROR_NO_MEMORY
 */
gboolean remit_past_rows_pick (RemitPastRows *self,
                               RemitInverse *inverse,
                               GError **error);
