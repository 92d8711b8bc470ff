/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace with one entity of each kind, made from the tables of fields alone. */
#pragma once

#include "remit-test.h"

/**
 * OneOfEach:
 * @ids: one entity of each kind, each in an edit of its own; they refer to each other, and all
 *   that are of a plan are of the same one
 *
 * A kind that is new needs nothing here.
 */
typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 ids[REMIT_N_KINDS];
} OneOfEach;

void one_of_each_set_up (OneOfEach *self,
                         gconstpointer data);
void one_of_each_tear_down (OneOfEach *self,
                            gconstpointer data);

/** Returns: (transfer full): the record of the entity of a kind */
RemitRecord *one_of_each_load (OneOfEach *self,
                               RemitKind kind);
