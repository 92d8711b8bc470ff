/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result in a list: its name and place, and for the first one the title of the group. */
#pragma once

#include "remit-find-item.h"

#define REMIT_TYPE_FIND_ROW (remit_find_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindRow, remit_find_row, REMIT, FIND_ROW, GtkBox)

void remit_find_row_bind (RemitFindRow *self,
                          RemitFindItem *item);
