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
