/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long row of edits by chance, as people and other processes make them: the same for a seed. */
#pragma once

#include "plan/design/remit-design.h"
#include "remit-test.h"

/**
 * RandomEdits:
 * @workspace: the one that is watched
 * @other: a second connection to the same file, as another process has it
 * @plan: the one that is shown; a published one counts in its people's load
 */
typedef struct {
  RemitWorkspace *workspace;
  RemitWorkspace *other;
  gint64 plan;
  gint64 published;
  GRand *chance;
} RandomEdits;

/** Makes two plans, with roles, people, skills and slots, in @workspace. */
void random_edits_init (RandomEdits *self,
                        RemitWorkspace *workspace,
                        guint32 seed);
void random_edits_clear (RandomEdits *self);

/**
 * random_edits_do:
 *
 * Does one, mostly in the workspace, sometimes in the other one; what is refused is not done.
 *
 * Returns: (transfer full): its label, or what was tried, for the message of an assertion
 */
char *random_edits_do (RandomEdits *self);
