/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace with one entity of each kind, made from the tables of fields alone. */
#pragma once

#include "exchange/remit-exporter.h"
#include "remit-test.h"

#define FOR_EACH_KIND(kind) for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)

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

/** Writes a plan as XML to the file at @path. */
void one_of_each_export (RemitStore *store,
                         gint64 plan,
                         RemitAudience audience,
                         const char *path);

/** The same. Returns: (transfer full): the text up to the history, which is longer each time */
char *one_of_each_export_text (RemitStore *store,
                               gint64 plan,
                               RemitAudience audience,
                               const char *path);
