/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who can fill slots. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_PERSON_NAME,
  REMIT_PERSON_EMAIL,
  REMIT_PERSON_TITLE,
  REMIT_PERSON_UNIT,
  REMIT_PERSON_LOCATION,
  REMIT_PERSON_EXTERNAL_ID,
  REMIT_PERSON_MANAGER,
  REMIT_PERSON_CAPACITY,
  REMIT_PERSON_FROM,
  REMIT_PERSON_UNTIL,
  REMIT_PERSON_NOTES,
  REMIT_PERSON_TIME_ZONE,
  REMIT_PERSON_N_FIELDS
};
