/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in for the names of people: their role, and a number. */
#pragma once

#include "store/remit-store.h"

/** The names that stand in for those of people, the same each time as long as the plan is. */
typedef struct _RemitPseudonyms RemitPseudonyms;

/**
 * remit_pseudonyms_load:
 *
 * Numbers the people of a plan within the role of their first slot, in the order of teams and
 * slots: "ML engineer 1"; those without a slot are "Person 1" and so on, in the order of their ids.
 *
 * Returns: (nullable): %NULL with @error set when they cannot be read
 */
RemitPseudonyms *remit_pseudonyms_load (RemitStore *store,
                                        gint64 plan,
                                        GError **error);
void remit_pseudonyms_free (RemitPseudonyms *self);

/** Returns: (transfer none): what stands in for the name of a person; for 0, of somebody whom the
 * workspace does not know */
const char *remit_pseudonyms_get (RemitPseudonyms *self,
                                  gint64 person);

/** Puts them into the fields of a record that have names; see %REMIT_FIELD_PERSON_NAME. */
void remit_pseudonyms_replace (RemitPseudonyms *self,
                               RemitRecord *record);
