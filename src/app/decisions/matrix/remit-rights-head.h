/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a column of the matrix: the holder, and counts of the letters. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "remit-rights-table.h"
#include "widgets/drawing/remit-finding-mark.h"

#define REMIT_TYPE_RIGHTS_HEAD (remit_rights_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitRightsHead, remit_rights_head, REMIT, RIGHTS_HEAD, GtkBox)

/** @hub: whom a drag of it is told */
GtkWidget *remit_rights_head_new (RemitRightsTable *table,
                                  RemitDragHub *hub);

/** Returns: how high a head with a name of two lines has to be; what it shows is lost */
int remit_rights_head_measure (RemitRightsHead *self,
                               gboolean with_people);

void remit_rights_head_bind (RemitRightsHead *self,
                             RemitChecker *checker,
                             guint column,
                             gboolean with_people);
