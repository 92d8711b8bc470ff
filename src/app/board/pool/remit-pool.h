/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool: all people, searched and filtered, to be dragged onto the board. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "check/remit-checker.h"

/**
 * RemitPool:
 *
 * Signal `pick-up` (#RemitDrag): somebody is picked up by keyboard.
 */
#define REMIT_TYPE_POOL (remit_pool_get_type ())
G_DECLARE_FINAL_TYPE (RemitPool, remit_pool, REMIT, POOL, GtkWidget)

RemitPool *remit_pool_new (RemitDragHub *hub);

void remit_pool_set_plan (RemitPool *self,
                          RemitWorkspace *workspace,
                          gint64 plan);

/** @checker: (nullable): whose findings are shown beside the people */
void remit_pool_set_checker (RemitPool *self,
                             RemitChecker *checker);

/** Lists people by how well they fit a slot, with what they have and lack; by name for 0. What is
 * taken by Enter is assigned to it then. */
void remit_pool_show_candidates (RemitPool *self,
                                 gint64 slot);

/** Gives the search entry the keyboard. */
void remit_pool_focus_search (RemitPool *self);
