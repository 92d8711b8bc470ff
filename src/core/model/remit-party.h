/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a conflict, with which position and interest. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

/** The fields, in the order of the table. */
enum
{
  REMIT_PARTY_PLAN,
  REMIT_PARTY_CONFLICT,
  REMIT_PARTY_PERSON,
  REMIT_PARTY_NAME,
  REMIT_PARTY_POSITION,
  REMIT_PARTY_INTEREST,
  REMIT_PARTY_N_FIELDS
};

#define REMIT_TYPE_PARTY (remit_party_get_type ())
G_DECLARE_FINAL_TYPE (RemitParty, remit_party, REMIT, PARTY, RemitEntity)

G_END_DECLS
