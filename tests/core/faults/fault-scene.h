/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace that is made once, and of which each fault gets a fresh copy. */
#pragma once

#include "plan-verbs.h"

/**
 * FaultScene:
 * @f: the ids in it; its workspace is the copy that is open, or %NULL
 * @ids: those of the verb
 * @path: the copy
 * @file, @log: the file as it is, and its log, in which the last edits still stand
 * @sum: of all that is in it
 * @rows: its rows, as text
 */
typedef struct {
  PlanFixture f;
  gint64 ids[PLAN_VERB_N_IDS];
  char *path;
  GBytes *file, *log;
  char *sum;
  char *rows;
} FaultScene;

/** Makes the plan, what the verb needs, and keeps it. */
FaultScene *fault_scene_new (const PlanVerb *verb);
void fault_scene_free (FaultScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultScene, fault_scene_free)

/** Keeps the open copy as it is now; from here on, copies are of that. It is closed. */
void fault_scene_keep (FaultScene *self);

/** Writes a fresh copy. */
void fault_scene_write (FaultScene *self);
/** Opens the copy with live objects, which waits for nobody. */
void fault_scene_open_as_it_is (FaultScene *self);
/** Both. */
void fault_scene_open (FaultScene *self);
void fault_scene_close (FaultScene *self);

/**
 * fault_scene_inspect:
 * @sum: (out) (transfer full): of all that is in the file, by a connection of its own
 *
 * Returns: (transfer full) (nullable): what is wrong with the file for SQLite, in words
 */
char *fault_scene_inspect (FaultScene *self,
                           char **sum);

/**
 * fault_scene_dup_rows:
 *
 * Returns: (transfer full): the rows of the open copy as text; ids that the scene does not have are
 *   numbered, since they are other ones each time
 */
char *fault_scene_dup_rows (FaultScene *self);

/** Returns: (transfer full): the live objects of a workspace, as text */
char *fault_scene_dup_live (RemitWorkspace *workspace);

/** Returns: (transfer full): the first line in which two texts differ */
char *fault_scene_find_difference (const char *is,
                                   const char *expected);
