/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of OpenDocument's workbook and of its cells share. */
#pragma once

#include "remit-workbook-private.h"

/** The places of the namespaces. */
enum {
  REMIT_ODS_OFFICE,
  REMIT_ODS_TABLE,
  REMIT_ODS_TEXT,
  REMIT_ODS_STYLE,
  REMIT_ODS_EXTENSION,
};

extern const char *const remit_ods_namespaces[];
