/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another team that a conflict is in, beside its own. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_INVOLVEMENT_PLAN,
  REMIT_INVOLVEMENT_CONFLICT,
  REMIT_INVOLVEMENT_TEAM,
  REMIT_INVOLVEMENT_N_FIELDS
};

#define REMIT_TYPE_INVOLVEMENT (remit_involvement_get_type ())
G_DECLARE_FINAL_TYPE (RemitInvolvement, remit_involvement, REMIT, INVOLVEMENT, RemitEntity)

G_END_DECLS
