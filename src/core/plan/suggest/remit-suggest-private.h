/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What suggesting and doing what was suggested share. */
#pragma once

#include "remit-suggest.h"

/** Adds what a person has left. @spans: (element-type RemitLoadSpan). Days on which they are away
 * limit nothing: see remit_load_get_free(). */
void remit_suggest_add_rooms (RemitStaffing *problem,
                              guint person,
                              GArray *spans);
