/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person's skills fit what a slot needs. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitFit:
 * @needed: how many skills the slot needs
 * @fitting: how many of them the person has, at the level needed or above
 * @present: (nullable) (transfer full): their names, with the levels, joined: "R 2, Spark 4"
 * @missing: (nullable) (transfer full): the others' names, joined: "SQL, Python (1 of 3)"
 */
typedef struct {
  int needed;
  int fitting;
  char *present;
  char *missing;
} RemitFit;

void remit_fit_clear (RemitFit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitFit, remit_fit_clear)

/**
 * remit_fit_get:
 * @fit: (out caller-allocates): to be cleared with remit_fit_clear()
 */
void remit_fit_get (RemitWorkspace *workspace,
                    gint64 person,
                    gint64 slot,
                    RemitFit *fit);

/**
 * remit_fit_dup_lacks:
 * @max: how many skills are named before the others are counted
 *
 * What those who are in a slot, now or later, lack of what it needs, with the levels needed. When
 * it is one of several people, they are named.
 *
 * Returns: (transfer full) (nullable): "Lacks Python 3, Spark 2 and 3 more"; %NULL when nothing
 *   lacks, or nobody is in it
 */
char *remit_fit_dup_lacks (RemitWorkspace *workspace,
                           gint64 slot,
                           guint max);
