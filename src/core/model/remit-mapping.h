/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of the last table with certain headers were taken, for the next one like it. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_MAPPING_NAME,
  REMIT_MAPPING_HEADERS,
  REMIT_MAPPING_CONTENT,
  REMIT_MAPPING_N_FIELDS
};
