/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of heads above the matrix, with the teams of the slots over them. */
#pragma once

#include "remit-rights-head.h"
#include "remit-rights-strip.h"

#define REMIT_TYPE_RIGHTS_HEADER (remit_rights_header_get_type ())
G_DECLARE_FINAL_TYPE (
  RemitRightsHeader, remit_rights_header, REMIT, RIGHTS_HEADER, RemitRightsStrip)

GtkWidget *remit_rights_header_new (RemitRightsTable *table,
                                    const RemitRightsLayout *layout,
                                    RemitDragHub *hub);

/** Shows the columns from @first on, before @last, as they are now. */
void remit_rights_header_bind (RemitRightsHeader *self,
                               RemitChecker *checker,
                               guint first,
                               guint last);
